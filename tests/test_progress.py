"""The learner's record: nothing that was written is lost, and it travels as one file."""

import contextlib
import json
import multiprocessing

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from course import cli
from course.check import record

DAY = "2026-03-02T10:00:00.000000+00:00"


def folder_with(path, text=""):
    path.mkdir(parents=True, exist_ok=True)
    (path / record.MARKER).write_text("{}")
    if text:
        (path / record.FILE).write_text(text, encoding="utf-8")
    return path


def line(at=DAY, **facts):
    return {"schema": record.SCHEMA, "at": at, "kind": "exercise", **facts}


def text_of(*lines):
    return "".join(json.dumps(each) + "\n" for each in lines)


def _writer(folder, name, count):
    import os

    os.chdir(folder)
    for number in range(count):
        record.write("exercise", lesson=name, exercise=str(number), note="x" * 3000)


def test_four_notebooks_that_write_at_once_keep_each_others_lines(tmp_path):
    folder = folder_with(tmp_path / "work")
    start = multiprocessing.get_context("fork")
    writers = [start.Process(target=_writer, args=(folder, f"lesson{n}", 200)) for n in range(4)]
    for each in writers:
        each.start()
    for each in writers:
        each.join()
    written = [(each["lesson"], each["exercise"]) for each in record.read(folder)]
    assert sorted(written) == sorted((f"lesson{n}", str(i)) for n in range(4) for i in range(200))


def test_a_line_that_a_power_cut_left_half_costs_only_itself(tmp_path, monkeypatch):
    folder = folder_with(tmp_path / "work", text_of(line(n=1)) + '{"schema": 1, "at": "20')
    monkeypatch.chdir(folder)
    record.write("hint", number=2)
    assert [each["kind"] for each in record.read()] == ["exercise", "hint"]
    assert '{"schema": 1, "at": "20\n' in (folder / record.FILE).read_text()  # left as it is


def test_older_and_newer_schemas_are_kept_and_travel(tmp_path):
    old = {"schema": 1, "at": "2026-01-01T00:00:00+00:00", "kind": "exercise", "score": 3.0}
    new = {"schema": 99, "at": "2027-01-01T00:00:00Z", "kind": "dream", "shape": {"any": [1, None]}}
    none = {"kind": "exercise", "score": 1}
    here = folder_with(tmp_path / "here", text_of(new, old, none))
    there = folder_with(tmp_path / "there")
    assert record.take_in(record.export(here), there) == (3, 0)
    assert record.read(there) == record.read(here) == [none, old, new]


def test_the_record_that_lay_in_sight_is_still_read_then_moved_and_nothing_is_lost(tmp_path):
    folder = folder_with(tmp_path / "work", text_of(line(n=1), line(n=2)))
    (folder / record.OLD_FILE).write_text(text_of(line(n=2), line(n=3)) + "{half\n")
    before = record.read(folder)
    assert [each["n"] for each in before] == [1, 2, 3]
    record.move_old(folder)
    record.move_old(folder)
    assert record.read(folder) == before
    assert not (folder / record.OLD_FILE).exists()
    assert "{half" in (folder / f".{record.OLD_FILE}.old").read_text()


LINES = st.lists(
    st.fixed_dictionaries(
        {"at": st.sampled_from([DAY, "2026-03-02T10:00:00+00:00", "", "then"])},
        optional={
            "schema": st.integers(0, 3),
            "kind": st.text(max_size=3),
            "value": st.none() | st.integers() | st.floats() | st.text(max_size=4),
        },
    ),
    max_size=6,
)
DAMAGE = st.sampled_from(["", "{", "[1]", "nonsense", "\x00", '{"at": }'])


@settings(max_examples=60, deadline=None)
@given(mine=LINES, theirs=LINES, third=LINES, damage=DAMAGE)
def test_taking_in_twice_or_in_another_order_gives_the_same_record(
    tmp_path_factory, mine, theirs, third, damage
):
    root = tmp_path_factory.mktemp("merge")
    texts = [text_of(*lines) + damage + "\n" for lines in (mine, theirs, third)]

    def after(*order):
        folder = folder_with(root / "-".join(map(str, order)), texts[order[0]])
        for each in order[1:]:
            with contextlib.suppress(ValueError):  # a file without one good line
                record.take_in(texts[each], folder)
        return record.export(folder)

    both = after(0, 1)
    assert both == after(1, 0) == after(0, 1, 1, 0)
    assert after(0, 1, 2) == after(2, 0, 1) == after(1, 2, 0)
    kept = both.splitlines()
    for lines in (mine, theirs):
        for each in lines:  # no line comes out less often than it went in
            text = json.dumps(each, sort_keys=True)
            assert kept.count(text) >= [json.dumps(x, sort_keys=True) for x in lines].count(text)


@pytest.fixture
def work(tmp_path, monkeypatch):
    monkeypatch.setattr(cli, "WORK", folder_with(tmp_path / "work"))
    return tmp_path / "work"


def run(*arguments):
    return CliRunner().invoke(cli.verbs, ["progress", *arguments])


def test_progress_is_taken_home_as_one_file(work, tmp_path):
    (work / record.FILE).write_text(text_of(line(n=1), line(n=2)))
    home = tmp_path / "home.jsonl"
    done = run("--export", str(home))
    assert done.exit_code == 0, done.output
    (work / record.FILE).write_text(text_of(line(n=3)))
    home.write_text(home.read_text() + "{half a line\n")
    done = run("--import", str(home))
    assert "2 new" in done.output
    assert "1 line" in done.output
    assert [each["n"] for each in record.read(work)] == [1, 2, 3]
    assert "0 new" in run("--import", str(home)).output


def test_what_is_no_progress_is_said_and_changes_nothing(work, tmp_path):
    (tmp_path / "photo.jpg").write_bytes(bytes(range(256)) * 20)
    done = run("--import", str(tmp_path / "photo.jpg"))
    assert done.exit_code == 1
    assert "no progress" in done.output
    assert "course progress --export" in done.output
    assert record.read(work) == []
    assert run("--export", str(tmp_path / "nowhere" / "x.jsonl")).exit_code == 1
