"""A class from submissions to grade book: every state, said to the instructor; nothing lost,
nothing graded twice.
"""

import contextlib
import datetime
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import threading

import nbformat
import pytest
from click.testing import CliRunner
from nbconvert.exporters import HTMLExporter

from course import cli
from course.authoring import layout
from course.grading import classroom, record, sandbox
from course.grading.collected import Collected
from course.grading.workers import Workers
from course.practice import dates
from tests.conftest import ROOT, Course, needs, solved

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("classroom"), needs(sandbox.can_contain())]


@pytest.fixture(scope="module")
def workers():
    with Workers(1) as made:
        yield made


@pytest.fixture
def course(tmp_path):
    """Five learners: solved, untouched, damaged, unreadable, and a folder without the notebook."""
    course = Course(tmp_path, layout.lesson("title_optimization"))
    full = solved(course.lesson)
    course.submit("solved", full)
    course.submit("untouched", course.blank())
    damaged = nbformat.from_dict(json.loads(json.dumps(full)))
    damaged.cells = [cell for cell in damaged.cells if cell.id != "bm25_test"]
    course.submit("damaged", damaged)
    for name, file in (("unreadable", "title_optimization.ipynb"), ("empty", "notes.txt")):
        folder = tmp_path / "submitted" / name / course.lesson.folder
        folder.mkdir(parents=True)
        (folder / file).write_text("{cut off")
    return course


def states(outcomes):
    return {outcome.learner: (outcome.state, outcome.score) for outcome in outcomes}


def book(course):
    with course.api.gradebook as gradebook:
        return {
            submission.student.id: submission.score
            for submission in gradebook.assignment_submissions(course.lesson.folder)
        }


def test_every_submission_has_an_outcome_and_a_row(course, workers):
    outcomes = course.classroom().grade(workers)
    assert states(outcomes) == {
        "solved": ("graded", 18),
        "untouched": ("graded", 0),
        "damaged": ("repaired", 18),
        "unreadable": ("refused", 0),
        "empty": ("refused", 0),
    }
    said = {outcome.learner: " ".join(outcome.said) for outcome in outcomes}
    assert "'bm25_test' was missing" in said["damaged"]
    assert "not a notebook that can be read" in said["unreadable"]
    assert "no notebook of this lesson" in said["empty"]
    assert said["solved"] == ""
    assert book(course) == {learner: score for learner, (_, score) in states(outcomes).items()}
    assert not (course.root / classroom.SCRATCH).exists()


def test_only_what_changed_is_graded_again(course, workers):
    first = course.classroom().grade(workers)
    again = course.classroom().grade(workers)
    # What could not be graded is named every time, not once.
    assert states(again).pop("unreadable") == states(again)["empty"] == ("refused", 0)
    assert {state for state, _ in states(again).values()} == {"kept", "refused"}
    # What was found is said again, and what a person has to read is counted.
    assert [outcome.said for outcome in again] == [outcome.said for outcome in first]
    room = course.classroom()
    assert (room.waiting(), len(room.grade(workers)), room.maximum) == (2, 5, 20)
    path = (
        course.root / "submitted" / "untouched" / course.lesson.folder / "title_optimization.ipynb"
    )
    nbformat.write(solved(course.lesson), path)
    again = states(course.classroom().grade(workers))
    assert again.pop("untouched") == ("graded", 18)
    assert {state for state, _ in again.values()} == {"kept", "refused"}
    assert states(course.classroom().grade(workers, ["solved"], force=True)) == {
        "solved": ("graded", 18)
    }


def test_a_run_that_was_cut_goes_on(course, workers):
    class Cut(Exception):
        pass

    def tell(outcome, done, total):
        if done == 3:
            raise Cut

    with pytest.raises(Cut):
        course.classroom().grade(workers, tell=tell)
    # A power cut may also leave half a line.
    with open(course.root / classroom.LEDGER, "a") as ledger:
        ledger.write('{"lesson": "05_title')
    outcomes = states(course.classroom().grade(workers))
    assert sum(state == "kept" for state, _ in outcomes.values()) >= 1
    assert book(course) == {
        "solved": 18,
        "untouched": 0,
        "damaged": 18,
        "unreadable": 0,
        "empty": 0,
    }
    assert {learner: score for learner, (_, score) in outcomes.items()} == book(course)


def test_a_changed_lesson_is_graded_with_its_new_tests(course, workers):
    course.classroom().grade(workers, ["solved"])
    path = course.root / "source" / course.lesson.folder / "title_optimization.ipynb"
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            "Every word has a role that fits", "Each word has the role that fits"
        ),
        encoding="utf-8",
    )
    # Repaired: what was handed in holds yesterday's test cell.
    assert states(course.classroom().grade(workers, ["solved"])) == {"solved": ("repaired", 18)}
    assert "Each word has the role" in str(course.graded("solved")[1])


def test_a_marks_row_written_by_hand_survives_a_kept_submission(course, workers):
    course.classroom().grade(workers, ["solved"])
    with course.api.gradebook as gradebook:
        submission = gradebook.find_submission(course.lesson.folder, "solved")
        grade = next(
            grade
            for notebook in submission.notebooks
            for grade in notebook.grades
            if grade.cell.name == "dropped_keyword"
        )
        grade.manual_score = 1.5
        gradebook.db.commit()
    assert states(course.classroom().grade(workers, ["solved"])) == {"solved": ("kept", 19.5)}


def without_an_exercise(source):
    source.cells = [
        cell for cell in source.cells if cell.id not in ("lint", "lint_test", "lint_question")
    ]


def with_another_exercise(source):
    for name in ("bm25", "bm25_test"):
        cell = next(each for each in source.cells if each.id == name)
        more = nbformat.from_dict(json.loads(json.dumps(cell)))
        more.id = more.metadata.nbgrader.grade_id = f"{name}_more"
        source.cells.append(more)


@pytest.mark.parametrize("change", [without_an_exercise, with_another_exercise])
def test_a_lesson_with_other_exercises_is_entered_anew(course, workers, change):
    """nbgrader changes no cells of an assignment that was handed in; what people gave stays."""
    course.classroom().grade(workers, ["solved", "untouched"])
    with course.api.gradebook as gradebook:
        grade = gradebook.find_grade(
            "dropped_keyword", "title_optimization", course.lesson.folder, "untouched"
        )
        grade.manual_score = 1.5
        comment = gradebook.find_comment(
            "dropped_keyword", "title_optimization", course.lesson.folder, "untouched"
        )
        comment.manual_comment = "Well argued."
        gradebook.db.commit()
    path = course.root / "source" / course.lesson.folder / "title_optimization.ipynb"
    source = nbformat.read(path, as_version=4)
    change(source)
    nbformat.write(source, path)
    room, said = course.classroom(), []
    room.say = said.append
    outcomes = room.grade(workers, ["untouched"])
    assert outcomes[0].state in ("graded", "repaired"), outcomes
    assert outcomes[0].score == 1.5
    assert "entered anew" in said[0]
    assert (course.root / f"gradebook.db{classroom.BEFORE}").exists()
    with course.api.gradebook as gradebook:
        comment = gradebook.find_comment(
            "dropped_keyword", "title_optimization", course.lesson.folder, "untouched"
        )
        assert comment.manual_comment == "Well argued."
        names = {
            cell.name
            for cell in gradebook.find_assignment(course.lesson.folder).notebooks[0].grade_cells
        }
    assert ("lint_test" in names) == (change is with_another_exercise)
    assert ("bm25_test_more" in names) == (change is with_another_exercise)


@contextlib.contextmanager
def locked(path):
    """Another program that writes to the grade book and does not end."""
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield other
    finally:
        other.close()


def test_a_locked_grade_book_is_waited_for_and_that_is_said(course, workers):
    room, said = course.classroom(), []
    room.say = said.append
    with locked(course.root / "gradebook.db") as other:
        threading.Timer(2, other.rollback).start()
        outcomes = states(room.grade(workers, ["solved"]))
    assert outcomes == {"solved": ("graded", 18)}
    assert said == ["gradebook.db is locked by another program; waiting for it."]


def test_a_grade_book_that_stays_locked_is_a_sentence_and_nothing_is_lost(
    course, workers, monkeypatch
):
    monkeypatch.setattr(record, "LOCKED_SECONDS", 1.0)
    with locked(course.root / "gradebook.db"):
        outcomes = course.classroom().grade(workers)
    assert {outcome.state for outcome in outcomes} == {"failed"}
    assert len(outcomes) == 5
    assert all("keeps gradebook.db locked. Close it" in outcome.said[0] for outcome in outcomes)
    # locked in the middle of a run: what was executed is tried again next time
    room = course.classroom()
    room.begin(workers, ["solved", "untouched"])
    with locked(course.root / "gradebook.db"):
        outcomes = room.finish()
    assert {outcome.state for outcome in outcomes} == {"failed"}
    assert states(course.classroom().grade(workers, ["solved"])) == {"solved": ("graded", 18)}


def test_one_learner_never_stops_the_class(course, workers, monkeypatch):
    """Whatever is wrong with one, in reading, examining or recording."""

    def broken(of, name, which):
        real = getattr(of, name)

        def sometimes(*arguments, **more):
            if which in arguments:
                raise ZeroDivisionError("a mistake of our own")
            return real(*arguments, **more)

        monkeypatch.setattr(of, name, sometimes)

    broken(classroom.Classroom, "_handed_in", "damaged")
    broken(record.Recorder, "enter", "untouched")
    outcomes = course.classroom().grade(workers)
    assert states(outcomes)["solved"] == ("graded", 18)
    said = {outcome.learner: " ".join(outcome.said) for outcome in outcomes}
    assert states(outcomes)["damaged"] == states(outcomes)["untouched"] == ("failed", 0)
    assert "a mistake of our own" in said["damaged"]
    monkeypatch.undo()
    assert states(course.classroom().grade(workers))["damaged"] == ("repaired", 18)


def test_names_that_are_no_text_and_half_characters(course, workers):
    folder = course.root / "submitted" / "solved" / course.lesson.folder
    with open(os.path.join(os.fsencode(folder), b"caf\xe9.csv"), "wb") as file:
        file.write(b"x")
    (folder / "a link").symlink_to("/etc/passwd")
    book = solved(course.lesson)
    book.cells.insert(
        1, nbformat.v4.new_code_cell("print(b'caf\\xe9'.decode('utf-8', 'surrogateescape'))")
    )
    book.cells.insert(
        2,
        nbformat.v4.new_code_cell(
            "from IPython.display import Markdown, display\n"
            "display(Markdown('![x](attachment:gone.png)'))"
        ),
    )
    (folder / "title_optimization.ipynb").write_text(nbformat.writes(book))
    (course.root / "submitted" / os.fsdecode(b"no\xe9l") / course.lesson.folder).mkdir(parents=True)
    outcomes = course.classroom().grade(workers, ["solved", os.fsdecode(b"no\xe9l"), "untouched"])
    assert states(outcomes)["solved"] == ("repaired", 18)
    assert states(outcomes)["untouched"] == ("graded", 0)
    said = {outcome.learner: " ".join(outcome.said) for outcome in outcomes}
    assert "'a link' was left out: it is a link" in said["solved"]
    assert "not UTF-8" in said[os.fsdecode(b"no\xe9l")]
    graded = course.root / "autograded" / "solved" / course.lesson.folder
    page = (graded / "title_optimization.ipynb").read_text(encoding="utf-8")
    assert "caf\N{REPLACEMENT CHARACTER}" in page
    assert HTMLExporter().from_filename(str(graded / "title_optimization.ipynb"))


def times(course):
    with course.api.gradebook as gradebook:
        return {
            submission.student.id: (
                str(submission.timestamp) if submission.timestamp else None,
                submission.total_seconds_late,
            )
            for submission in gradebook.assignment_submissions(course.lesson.folder)
        }


def test_time_is_the_platforms_and_extensions_count(course, workers):
    """Canvas only says LATE; nbgrader's own stamp says when; a stamp that is no date says nothing."""
    folder = course.lesson.folder
    collected = Collected(course.root)
    collected.note("solved", folder, layout="Canvas", late=True)
    collected.note("untouched", folder, layout="Canvas", late=True)
    collected.save()
    for learner, stamp in (("damaged", "2026-03-02 12:00:00 UTC"), ("unreadable", "yesterday")):
        (course.root / "submitted" / learner / folder / "timestamp.txt").write_text(stamp)
    outcomes = course.classroom().grade(workers)
    assert "no due date here" in {each.learner: each.said for each in outcomes}["solved"][0]
    assert times(course)["solved"] == (None, 0)

    def graded():
        room = course.classroom()
        room.dates = dates.Dates(
            due={"title_optimization": datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)},
            extensions={
                name: {"title_optimization": datetime.datetime(2026, 3, 8, tzinfo=datetime.UTC)}
                for name in extended
            },
        )
        return {each.learner: each for each in room.grade(workers)}

    extended = ["untouched"]
    outcomes = graded()
    assert times(course) == {
        "solved": ("2026-03-01 00:00:01", 1),
        "untouched": ("2026-03-01 00:00:01", 0),
        "damaged": ("2026-03-02 12:00:00", 36 * 3600),
        "unreadable": (None, 0),
        "empty": (None, 0),
    }
    assert "holds no date" in " ".join(outcomes["unreadable"].said)
    extended.append("damaged")
    assert graded()["damaged"].state == "repaired"  # not kept: another date may mean other points
    assert times(course)["damaged"][1] == 0
    assert graded()["damaged"].state == "kept"


def test_what_lies_where_nobody_grades_it_is_named(tmp_path):
    for name in (
        "ann/05_title_optimization",
        "bob/title_optimization",
        "cat/title-optimization",
        "dan/5_title_optimization",
        "eve/week one",
        "fay",
        "05_title_optimization/gus",
        ".hidden/x",
        "ivy/.kept/05_title_optimization",
    ):
        (tmp_path / "submitted" / name).mkdir(parents=True)
    (tmp_path / "submitted" / "hal").mkdir()
    (tmp_path / "submitted" / "hal" / "title_optimization.ipynb").write_text("{}")
    (tmp_path / "submitted" / "all.zip").write_text("")
    found = {
        "/".join(filter(None, (learner, name))): reason
        for learner, name, reason in classroom.stray(tmp_path, ["05_title_optimization"])
    }
    should = "the folder should be called 05_title_optimization"
    assert found == {
        "bob/title_optimization": should,
        "cat/title-optimization": should,
        "dan/5_title_optimization": should,
        "eve/week one": "there is no lesson of this name",
        "fay": "the folder is empty",
        "05_title_optimization": "it is a lesson's folder where a learner's belongs, around it",
        "hal/title_optimization.ipynb": "it lies beside the lessons' folders, not in one",
        "all.zip": "it lies beside the learners' folders",
    }
    assert classroom.stray(tmp_path / "nowhere", []) == []


def test_the_verb_names_what_is_nowhere_and_says_so_in_its_exit_code(course, monkeypatch):
    """A file of markup, a folder of a wrong name, a hand-in that was not laid out."""
    monkeypatch.setattr(cli, "ROOT", course.root)
    for learner in ("damaged", "unreadable", "empty", "untouched"):
        shutil.rmtree(course.root / "submitted" / learner)
    shutil.copytree(ROOT / "release", course.root / "release", dirs_exist_ok=True)
    room = course.classroom()
    monkeypatch.setattr(classroom, "ours", lambda root, names: [room])
    grade = ["grade", "--jobs", "1"]
    monkeypatch.setenv("COLUMNS", "250")
    done = CliRunner().invoke(cli.verbs, grade)
    assert done.exit_code == 0, done.output
    (course.root / "submitted" / "[red]bob\x1b[31m").mkdir()
    collected = Collected(course.root)
    collected.refuse("poeann-1", "?", ["A link was handed in [/x]."])
    collected.save()
    for _ in range(2):  # every time
        done = CliRunner().invoke(cli.verbs, grade)
        assert done.exit_code == 1
        assert r"[red]bob\x1b[31m" in done.output
        assert "\x1b[31m" not in done.output
        assert "A link was handed in [/x]." in done.output
    done = CliRunner().invoke(cli.verbs, [*grade, "--student", "solved", "--student", "nobody"])
    assert done.exit_code == 1
    assert "nobody" in done.output


def test_a_missing_sandbox_is_refused_unless_asked_for(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    assert "bubblewrap is missing" in sandbox.can_contain()
    with pytest.raises(sandbox.NoSandbox, match="bubblewrap"):
        sandbox.Box(contained=True)
    assert not sandbox.Box(contained=False).contained


def test_what_a_box_rehearses_gives_nothing_away_and_starts_no_thread():
    """All lessons: a fork takes one thread along, and children can look through the memory that
    they are born with.
    """
    rooms = classroom.ours(ROOT)
    warmth = classroom.warmth(rooms)
    released = {
        cell.source
        for lesson in layout.lessons()
        for cell in nbformat.read(lesson.notebook("release"), as_version=4).cells
    }
    assert set(warmth["cells"]) <= released
    code = "\n".join(warmth["cells"])
    assert not re.search(r"import[^\n]*\banswers\b|\.answers\b|^\s*answers\b", code, re.MULTILINE)
    assert len(warmth["cells"]) > 3 * len(rooms)
    code = (
        "import json, sys, threading; from course.grading import box;"
        " about = json.load(sys.stdin); box._warm(about['modules'], about['cells']);"
        " print(threading.active_count())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=json.dumps(warmth),
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert done.stdout.splitlines()[-1:] == ["1"], done.stderr


def test_who_hands_in_again_meets_other_draws(course, workers):
    """Rounds count what else was graded of this learner; the same file is graded on the same."""
    entries = [{"content": "a"}, {"content": "b"}, {"content": "a"}, {"said": []}]
    assert classroom._before([], "a") == 0
    assert classroom._before(entries[:1], "a") == 0
    assert classroom._before(entries[:1], "b") == 1
    assert classroom._before(entries[:2], "a") == 0
    assert classroom._before(entries, "c") == 3

    seen = []

    class Told:
        def submit(self, function, *arguments):
            seen.append(arguments[2])
            return workers.submit(function, *arguments)

    course.classroom().grade(Told(), ["solved"])
    path = course.root / "submitted" / "solved" / course.lesson.folder / "title_optimization.ipynb"
    path.write_text(path.read_text().replace('"cells"', ' "cells"', 1))
    assert states(course.classroom().grade(Told(), ["solved"])) == {"solved": ("graded", 18)}
    course.classroom().grade(Told(), ["solved"], force=True)
    assert seen == [0, 1, 1]
