"""Nothing is read as TeX by accident: every text of the course is rendered by JupyterLab's own
Markdown and MathJax, and only what an author wrote between double dollar signs becomes a formula.
"""

import re

import nbformat
import pandas as pd
import pytest
from latex2mathml.converter import convert

from course.authoring import layout
from course.check import Check, Finding, exercise, record
from course.practice import start
from course.practice.lab import prepare
from tests import browser
from tests.conftest import ROOT, needs
from tests.pictures import learner
from tests.tex import formulas

LESSONS = layout.lessons()
MONEY = "costs $5, then $6 more"
# What a formula looks like, and what does not become one; the last are the dangerous ones.
HTML = [
    (f"<p>{MONEY}</p>", 1),
    ("<p>$$a$$ and \\(b\\) and \\[c\\]</p>", 3),
    ("<p>\\begin{align}a\\end{align}</p>", 1),
    ("<p>one $5 alone, and \\$5 with \\$6</p>", 0),
    ("<table><tr><td>$5</td><td>$6</td></tr></table>", 0),
    ("<p>$5 <b>or</b> $6</p>", 0),
    ("<p>$5<br>$6</p>", 1),
    (f"<pre>{MONEY}</pre><p><code>{MONEY}</code></p>", 0),
    (f"<div class='mathjax_ignore'><p>{MONEY}</p></div><p>{MONEY}</p>", 1),
    (f"<p class='mathjax_ignore'>$5</p><span>{MONEY}</span>", 1),
]


def markdown():
    """{(where, cell): source} of every Markdown cell of source/ and release/."""
    return {
        (f"{kind}/{lesson.folder}", cell.id): cell.source
        for lesson in LESSONS
        for kind in ("source", "release")
        for cell in nbformat.read(lesson.notebook(kind), as_version=4).cells
        if cell.cell_type == "markdown"
    }


def written(source):
    """The formulas that an author wrote in a Markdown text."""
    return re.findall(r"(?s)\$\$(.+?)\$\$", re.sub(r"(?s)```.*?```|`[^`\n]*`", "", source))


def test_every_formula_can_be_read_without_mathjax():
    found = [tex for source in markdown().values() for tex in written(source)]
    assert len(found) > 20
    for tex in found:
        mathml = convert(tex, display="block")
        assert mathml.startswith("<math")
        assert "\\" not in mathml, tex  # a command that it did not know


@pytest.mark.parametrize(("html", "count"), HTML)
def test_what_the_other_tests_take_for_a_formula(html, count):
    assert len(formulas(html)) == count


@pytest.fixture(scope="module")
def typeset(tmp_path_factory):
    """typeset("text/html", [...]): how many formulas JupyterLab makes of each text."""
    scratch = tmp_path_factory.mktemp("mathjax")
    prepare(ROOT, scratch / "work")
    with browser.jupyterlab(scratch / "work", scratch) as address, browser.chromium() as chromium:
        page = browser.LabPage(chromium, address, "start.ipynb")

        def count(mime, texts):
            return page.page.evaluate(
                """async ([mime, texts]) => {
                const kit = window.jupyterapp.shell.currentWidget.content.rendermime;
                const host = document.body.appendChild(document.createElement("div"));
                const counts = [];
                for (const text of texts) {
                  const shown = kit.createRenderer(mime);
                  await shown.renderModel(kit.createModel({trusted: true, data: {[mime]: text}}));
                  host.replaceChildren(shown.node);
                  await kit.latexTypesetter.typeset(shown.node);
                  counts.push(shown.node.querySelectorAll("mjx-container").length);
                }
                host.remove();
                return counts;
            }""",
                [mime, texts],
            )

        yield count
        page.close()


in_a_browser = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("mathjax"),
    needs(browser.missing()),
]


def marked(test):
    for mark in in_a_browser:
        test = mark(test)
    return test


@marked
def test_mathjax_agrees_with_what_the_other_tests_take_for_a_formula(typeset):
    assert typeset("text/html", [html for html, _ in HTML]) == [count for _, count in HTML]


@marked
def test_no_markdown_cell_holds_a_formula_that_nobody_wrote(typeset):
    assert typeset("text/markdown", [MONEY, "$$a$$", "\\$5 alone"]) == [1, 1, 0]
    texts = markdown()
    made = typeset("text/markdown", list(texts.values()))
    wrong = {
        where: count
        for (where, source), count in zip(texts.items(), made, strict=True)
        if count != len(written(source))
    }
    assert not wrong


@marked
def test_no_page_panel_or_table_holds_one(typeset, tmp_path, monkeypatch):
    prepare(ROOT, tmp_path)
    learner(tmp_path, "half-way")
    record.note(tmp_path, "answer", lesson="x", question=MONEY, value=1, answer=2, low=0, high=9)
    pages = [start.Page(tmp_path)._repr_html_()]
    shown = []
    monkeypatch.setattr("course.check.render.show", shown.append)
    for right in (True, False):
        ex = exercise("title_optimization", "coverage")
        ex.visible([Check(lambda _, right=right: Finding(float(right), MONEY))])
        outcome = ex.score()
        shown += [outcome] if hasattr(outcome, "_repr_mimebundle_") else []
    for panel in shown:
        html = getattr(panel, "_repr_html_", None)
        pages.append(html() if html else panel._repr_mimebundle_()["text/html"])
    assert len(pages) == 3
    assert all("$5" in page for page in pages[1:])
    table = pd.DataFrame({"price ($)": ["$5", "$6"], "note": ["$", "$"]})
    pages.append(table.to_html())
    assert typeset("text/html", pages) == [0] * len(pages)
    assert [formulas(page) for page in pages] == [[]] * len(pages)
