"""The work folder: laid out once, never overwritten; and the start page read from the record."""

import json
import subprocess
import sys

from course.check import record
from course.operations import functions
from course.practice import lab, start, work
from tests.conftest import ROOT


def release_with(tmp_path, text):
    notebook = tmp_path / "release" / "05_title_optimization" / "title_optimization.ipynb"
    notebook.parent.mkdir(parents=True, exist_ok=True)
    notebook.write_text(text, encoding="utf-8")
    return tmp_path / "release"


NAME = "05_title_optimization/title_optimization.ipynb"


def test_new_lessons_are_laid_out_and_the_second_time_nothing_happens(tmp_path):
    release = release_with(tmp_path, "one")
    assert work.lay_out(release, tmp_path / "work", "1")["new"] == [NAME]
    assert work.lay_out(release, tmp_path / "work", "1") == {"new": [], "renewed": [], "beside": []}


def test_an_untouched_lesson_is_renewed(tmp_path):
    work.lay_out(release_with(tmp_path, "one"), tmp_path / "work", "1")
    assert work.lay_out(release_with(tmp_path, "two"), tmp_path / "work", "2")["renewed"] == [NAME]
    assert (tmp_path / "work" / NAME).read_text() == "two"


def test_a_lesson_that_was_worked_on_stays_and_the_update_lies_beside_it(tmp_path):
    work.lay_out(release_with(tmp_path, "one"), tmp_path / "work", "1")
    (tmp_path / "work" / NAME).write_text("mine")
    assert work.lay_out(release_with(tmp_path, "two"), tmp_path / "work", "2")["beside"] == [NAME]
    assert (tmp_path / "work" / NAME).read_text() == "mine"
    assert (tmp_path / "work" / "_updates" / "2" / NAME).read_text() == "two"
    assert work.lay_out(release_with(tmp_path, "two"), tmp_path / "work", "2")["beside"] == []


def test_a_lost_manifest_costs_nothing(tmp_path):
    work.lay_out(release_with(tmp_path, "one"), tmp_path / "work", "1")
    (tmp_path / "work" / NAME).write_text("mine")
    (tmp_path / "work" / record.MARKER).write_text("{broken")
    work.lay_out(release_with(tmp_path, "two"), tmp_path / "work", "2")
    assert (tmp_path / "work" / NAME).read_text() == "mine"


def test_the_start_page_shows_every_lesson_and_where_the_learner_stands(tmp_path):
    work.lay_out(ROOT / "release", tmp_path, "1")
    assert "not begun" in start.start_notebook(tmp_path).cells[0].source
    line = {
        "kind": "exercise",
        "lesson": "title_optimization",
        "exercise": "coverage",
        "outcome": "right",
        "score": 3.0,
    }
    (tmp_path / record.FILE).write_text(json.dumps(line) + "\n")
    page = start.start_notebook(tmp_path).cells[0].source
    assert "[Title optimization](05_title_optimization/title_optimization.ipynb)" in page
    assert "3 of 20 points" in page
    assert "[Conversion rate](07_conversion_rate/conversion_rate.ipynb)" in page


def test_jupyterlab_reads_the_course_settings():
    lab.settings()
    shown = subprocess.run(
        [sys.executable, "-m", "jupyterlab", "--show-config-json"],
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert (
        json.loads(shown.stdout)["ServerApp"]["kernel_websocket_connection_class"]
        == "course.practice.connection.PromptConnection"
    )


def test_the_start_page_shows_the_map_and_links_what_is_written(tmp_path):
    work.lay_out(ROOT / "release", tmp_path, "1")
    page = "\n".join(cell.source for cell in start.start_notebook(tmp_path).cells)
    for function in functions():
        assert (f"/{function.lesson}.ipynb) |" in page) == function.written, function.name
        assert (f"{function.name} (being written)" in page) == (not function.written), function.name
