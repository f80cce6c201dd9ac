"""The evidence sheet: what the record holds and nothing else, and nothing in it runs."""

import datetime
import json
import re

import pytest

from course import cli
from course.check import record
from course.practice import evidence, mastery

TODAY = datetime.date(2026, 3, 31)
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>&amp;"


def tried(work, *lines):
    given = {"schema": 2, "kind": "exercise", "lesson": "title_optimization", "maximum": 5.0}
    (work / record.FILE).write_text("".join(json.dumps({**given, **line}) + "\n" for line in lines))


BM25 = {"exercise": "bm25", "outcome": "passes here", "score": 4.0, "maximum": 4.0}
TITLES = {"exercise": "write_title", "outcome": "not yet", "score": 3.0, "g": 0.48}


def rows(html):
    """{first cell: the others} of all tables."""
    found = {}
    for row in re.findall(r"<tr.*?</tr>", html):
        first, *rest = [re.sub(r"<.*?>", "", cell) for cell in re.findall(r"<td.*?</td>", row)] or [
            ""
        ]
        found[first] = rest
    return found


def test_it_shows_what_the_record_holds(work):
    tried(
        work,
        {**BM25, "at": "2026-03-31T10:00:00+00:00"},
        {**TITLES, "at": "2026-03-01T10:00:00+00:00"},
        {**TITLES, "at": "2026-03-02T10:00:00+00:00", "g": 0.71},
        {**TITLES, "at": "2026-03-09T10:00:00+00:00", "kind": "drill", "draw": 2, "hard": True, "g": 0.9},
    )  # fmt: skip
    html = evidence.sheet(work, TODAY)
    shown = rows(html)
    known = mastery.mastery(mastery.evidence(record.read(work)), TODAY)
    one = known["bm25"]
    assert shown["Search relevance (BM25)"] == [
        "0.75", f"{one.low:.2f} to {one.high:.2f}", "2.0", "unknown",
    ]  # fmt: skip
    of = mastery.functions(known)["title_optimization"]
    assert shown["Title optimization"][0] == f"{of.m:.2f}"
    assert "Pricing" not in shown
    assert "more functions are not touched yet" in html
    decided = [
        [re.sub(r"<.*?>", "", cell) for cell in re.findall(r"<td.*?</td>", row)]
        for row in re.findall(r"<tr.*?</tr>", html)
        if "Titles that are found" in row and ("draws" in row or "drill" in row)
    ]
    what = "Title optimization: Titles that are found and clicked"
    assert decided == [
        ["2026-03-01", what, "practice draws", "0.48", "0.71 of 2"],
        ["2026-03-09", what, "drill 2, harder market", "0.90", "0.90 of 1"],
    ]


def test_an_empty_record_claims_nothing(work):
    html = evidence.sheet(work, TODAY)
    assert "The record holds no exercise yet" in html
    assert "<h2>Decisions" not in html
    assert "<h2>Predictions" not in html
    assert "<h2>Written" not in html


def test_predictions_are_the_start_pages_own_sentence(work):
    line = {"kind": "answer", "question": "ctr", "value": 5, "answer": 5, "low": 0, "high": 10}
    tried(work, {**line, "at": "2026-03-01T10:00:00+00:00"})
    assert "1 of your 1 guess was close" in evidence.sheet(work, TODAY)


def test_written_answers_stand_as_they_are_and_are_inert(work):
    path = work / "05_title_optimization" / "title_optimization.ipynb"
    before = path.read_bytes()
    notebook = json.loads(before)
    cell = next(cell for cell in notebook["cells"] if cell["id"] == "dropped_keyword")
    cell["source"] = ["*Your answer here, at most 120 words.*\n", f"I drop *olive*. {HOSTILE}"]
    path.write_text(json.dumps(notebook))
    try:
        html = evidence.sheet(work, TODAY, name=HOSTILE)
    finally:
        path.write_bytes(before)
    assert "I drop *olive*. &lt;script&gt;" in html
    assert "Your answer here" not in html
    assert "<script" not in html
    assert "<img" not in html
    assert html.count("&lt;img src=x onerror=alert(2)&gt;&amp;amp;") == 2


@pytest.mark.parametrize("key", ["at", "lesson", "exercise", "draw", "outcome", "question", "g"])
def test_a_record_that_was_tampered_with_is_inert_too(work, key):
    for kind in ("exercise", "drill", "answer"):
        tried(work, {**TITLES, "kind": kind, "at": "2026-03-01T10:00:00+00:00", key: HOSTILE})
        html = evidence.sheet(work, TODAY)
        assert "<script" not in html
        assert "<img" not in html


def test_it_loads_nothing(work):
    tried(work, {**TITLES, "at": "2026-03-01T10:00:00+00:00"})
    html = evidence.sheet(work, TODAY)
    assert "default-src 'none'" in html
    assert not re.search(r"(?i)\b(src|href)=|url\(|@import|https?:", html)
    assert "@media print" in html
    assert html.count("<h1") == 1
    assert not set(re.findall(r"<(\w+)", html)) - {
        "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "table",
        "thead", "tbody", "tr", "th", "td", "span", "pre",
    }  # fmt: skip


def test_the_verb(work, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(cli, "WORK", work)
    assert cli.main(["evidence", "--output", str(tmp_path / "e.html"), "--name", "A. Learner"]) == 0
    assert "A. Learner: evidence" in (tmp_path / "e.html").read_text(encoding="utf-8")
    assert cli.main(["evidence", "--output", str(tmp_path / "no" / "e.html")]) == 1
    assert "Choose another place" in capsys.readouterr().err
    monkeypatch.setattr(cli, "WORK", tmp_path)
    assert cli.main(["evidence"]) == 1
    assert "course lab" in capsys.readouterr().err
