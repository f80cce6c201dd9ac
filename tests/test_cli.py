"""What is asked for is looked at before the machine is: a misspelt name is said first, in words."""

import re

import pytest
from click.testing import CliRunner

from course import cli
from course.authoring import layout
from tests.conftest import ROOT

LESSON = layout.lesson("title_optimization")
KNOWN = "title_optimization, "  # the lessons that there are, named one after the other

# {words after `course`: what must be said}; "{here}" is a folder with nothing but empty/ in it.
WRONG = {
    "grade nosuch": f"there is no lesson 'nosuch'; lessons are: .*{KNOWN}",
    "grade --no-sandbox nosuch": f"there is no lesson 'nosuch'; lessons are: .*{KNOWN}",
    "grade --self nosuch": f"there is no lesson 'nosuch'; lessons are: .*{KNOWN}",
    "grade --scheduler tcp://127.0.0.1:9 nosuch": "there is no lesson 'nosuch'",
    "grade --scheduler nonsense title_optimization": "'nonsense' is no address such as tcp://",
    "grade --student nobody title_optimization": "'nobody' has handed in none .* 1 learner.* jane",
    "grade conversion_rate": "nothing was handed in",
    "grade --course-dir {here}/nowhere": "nowhere' does not exist",
    "grade --course-dir {here}/empty": "empty is no nbgrader course",
    "grade --course-dir {here} nosuch": "there is no assignment 'nosuch' in .*; there are: .*05_title",
    "grade --jobs 0": "0 is not in the range",
    "submit nosuch": f"there is no lesson 'nosuch'; lessons are: .*{KNOWN}",
    "submit title_optimization --output {here}/file/packed.zip": "packed.zip cannot be written",
    "submit conversion_rate": "Start the course once",
    "collect {here}/nowhere": "nowhere' does not exist",
    "collect {here}/empty": "Nothing is in empty",
    "collect {here}/empty --lesson nosuch": f"there is no lesson 'nosuch'; lessons are: .*{KNOWN}",
    "export nosuch": "'nosuch' is not one of 'canvas', 'moodle', 'csv'",
    "export csv nosuch": f"there is no lesson 'nosuch'; lessons are: .*{KNOWN}",
    "export canvas": "--template is missing",
    "export csv --course-dir {here}/nowhere": "nowhere' does not exist",
    "report --course-dir {here}/nowhere": "nowhere' does not exist",
    "report --jobs 0": "0 is not in the range",
    "progress --import {here}/nowhere": "nowhere' does not exist",
    "progress nosuch": "unexpected extra argument",
    "dates --course-dir {here}/nowhere": "nowhere' does not exist",
    "written nosuch": f"there is no lesson 'nosuch'; lessons are: .*{KNOWN}",
    "written title_optimization nosuch": "nosuch",
    "written title_optimization --port 70000": "70000 is not in the range",
    "text nosuch": f"there is no lesson 'nosuch'; lessons are: .*{KNOWN}",
    "text --release nosuch": f"there is no lesson 'nosuch'; lessons are: .*{KNOWN}",
    "drill nosuch": "no work here yet. Start the course",
    "plan nosuch": "unexpected extra argument",
    "plan --hours much": "'much' is not a valid float",
    "evidence nosuch": "unexpected extra argument",
    "book nosuch": f"there is no lesson 'nosuch'; lessons are: .*{KNOWN}",
    "book --jobs 0": "0 is not in the range",
    "release nosuch": f"there is no lesson 'nosuch'; lessons are: .*{KNOWN}",
    "release --check nosuch": f"there is no lesson 'nosuch'; lessons are: .*{KNOWN}",
    "release --bundle {here}/file/course.zip": "course.zip cannot be written",
    "new Nosuch": "'Nosuch' is no slug",
    "new title_optimization": "there is a lesson 'title_optimization' already",
    "new nosuch --number 100": "100 is not in the range",
    "nosuch": "No such command 'nosuch'",
    "grade --nosuch": "No such option '--nosuch'",
}


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A course in which jane handed one lesson in, on a machine without any tool and with a salt
    that is gone.
    """
    for kind in ("source", "release"):
        (tmp_path / kind).symlink_to(ROOT / kind)
    (tmp_path / "submitted" / "jane" / LESSON.folder).mkdir(parents=True)
    for folder in (tmp_path / "work", tmp_path / "submitted" / "jane"):
        (folder / LESSON.folder).mkdir(parents=True, exist_ok=True)
        notebook = LESSON.notebook("release").read_bytes()
        (folder / LESSON.folder / f"{LESSON.slug}.ipynb").write_bytes(notebook)
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("where a folder should be")
    monkeypatch.setattr(cli, "ROOT", tmp_path)
    monkeypatch.setattr(cli, "WORK", tmp_path / "work")
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    monkeypatch.setenv("COURSE_SALT", str(tmp_path / "gone.json"))
    return tmp_path


@pytest.mark.parametrize("words", WRONG)
def test_wrong_words_are_said_before_a_tool_is_missed(words, here):
    done = CliRunner().invoke(cli.verbs, words.format(here=here).split())
    assert done.exit_code in (1, 2), done.output
    assert isinstance(done.exception, SystemExit), done.exception  # a sentence, not a traceback
    assert re.search(WRONG[words], done.output), done.output
    assert "bubblewrap" not in done.output


def test_with_right_words_the_missing_salt_and_then_the_missing_tool_are_named(
    here, grader_salt, monkeypatch
):
    done = CliRunner().invoke(cli.verbs, ["grade", "title_optimization", "--student", "jane"])
    assert done.exit_code == 1
    assert "salt file" in done.output
    assert "gone.json" in done.output
    monkeypatch.setenv("COURSE_SALT", str(grader_salt))
    done = CliRunner().invoke(cli.verbs, ["grade", "title_optimization", "--student", "jane"])
    assert done.exit_code == 1
    assert "bubblewrap" in done.output or "on Linux only" in done.output


def test_every_verb_has_its_wrong_words():
    """`lab`, `formgrader` and `test` hand theirs on, `work` and `canon` take none."""
    silent = {"lab", "formgrader", "test", "work", "canon"}
    assert {words.split()[0] for words in WRONG} - {"nosuch"} == set(cli.verbs.commands) - silent
