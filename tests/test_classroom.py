"""A class from submissions to grade book: every state, said to the instructor; nothing lost,
nothing graded twice.
"""

import json
import subprocess
import sys

import nbformat
import pytest

from course.authoring import layout
from course.grading import classroom, sandbox
from course.grading.workers import Workers
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
    assert {state for state, _ in states(again).values()} == {"kept"}
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
    assert {state for state, _ in again.values()} == {"kept"}
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
    assert sum(state == "kept" for state, _ in outcomes.values()) >= 2
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
    assert not any("answers" in cell for cell in warmth["cells"])
    assert len(warmth["cells"]) > 3 * len(rooms)
    code = (
        "import json, sys, threading; from course.grading import box;"
        " box._warm(**json.load(sys.stdin)); print(threading.active_count())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=json.dumps(warmth),
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert done.stdout.splitlines()[-1:] == ["1"], done.stderr
