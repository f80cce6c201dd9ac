"""What `course grade` puts into the grade book and autograded/ beside points: comments, lateness,
files, hooks; as plain nbgrader does.
"""

import contextlib
import shutil
import sqlite3
import stat

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.api import Gradebook

from course.authoring import release
from course.grading import classroom, sandbox
from course.grading.record import copied, log_ahead, log_no_more
from course.grading.workers import Workers
from tests.conftest import empty_gradebook, needs

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("classroom"), needs(sandbox.can_contain())]

CONFIG = """
from nbgrader.plugins import LateSubmissionPlugin

class Half(LateSubmissionPlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return score / 2

def hook(assignment, student, notebooks):
    with open("hooks.txt", "a") as file:
        file.write(f"{assignment} {student}\\n")

c = get_config()
c.CourseDirectory.course_id = "late"
c.AssignLatePenalties.plugin_class = Half
c.Autograde.post_convert_hook = hook
c.Autograde.exclude_overwriting = {"a1": ["helper.py"]}
"""
STUB = "def double(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION"
ANSWERS = {  # learner: code, written answer, when it was handed in
    "in-time": ("def double(x):\n    return x + x", "Because.", "2026-01-01 00:00:00 UTC"),
    "late": ("def double(x):\n    return x + x", "Because.", "2026-03-01 00:00:00 UTC"),
    "late-and-wrong": ("def double(x):\n    return x", None, "2026-03-01 00:00:00 UTC"),
    "undated": (None, None, None),
}


def about(name, **more):
    return {
        "nbgrader": (
            {
                "schema_version": 3,
                "grade_id": name,
                "grade": False,
                "solution": False,
                "locked": False,
                "task": False,
            }
            | more
        )
    }


def problem(name):
    return new_notebook(
        metadata={
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}
        },
        cells=[
            new_code_cell(STUB, metadata=about("double", solution=True)),
            new_code_cell(
                "assert double(3) == 6",
                metadata=about("double_test", grade=True, locked=True, points=4),
            ),
            new_markdown_cell("*Why?*", metadata=about("why", grade=True, solution=True, points=2)),
            new_markdown_cell(
                "Draw something.", metadata=about("drawing", task=True, locked=True, points=1)
            ),
            new_code_cell("print('unmarked')"),
        ],
    )


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Two notebooks, of which one learner hands in one; data of the instructor's, which one learner
    changed; a file to be edited.
    """
    root = tmp_path_factory.mktemp("record")
    (root / "nbgrader_config.py").write_text(CONFIG)
    source = root / "source" / "a1"
    source.mkdir(parents=True)
    for name in ("p1", "p2"):
        nbformat.write(problem(name), source / f"{name}.ipynb")
    (source / "data.csv").write_text("the instructor's")
    (source / "helper.py").write_text("# to be edited")
    for api in (plain_api(root), our_api(root)):
        with api.gradebook as gradebook:
            gradebook.add_assignment("a1", duedate="2026-02-01 00:00:00 UTC")
    assert plain_api(root).generate_assignment("a1")["success"]
    for learner, (code, written, when) in ANSWERS.items():
        folder = root / "submitted" / learner / "a1"
        folder.mkdir(parents=True)
        for name in ("p1",) if learner == "late-and-wrong" else ("p1", "p2"):
            notebook = nbformat.read(root / "release" / "a1" / f"{name}.ipynb", as_version=4)
            notebook.cells[0].source = code or notebook.cells[0].source
            notebook.cells[2].source = written or notebook.cells[2].source
            nbformat.write(notebook, folder / f"{name}.ipynb")
        (folder / "data.csv").write_text("changed")
        (folder / "helper.py").write_text(f"# {learner}")
        (folder / "notes.txt").write_text("mine")
        if when:
            (folder / "timestamp.txt").write_text(when)
    return root


def plain_api(root):
    return release.nbgrader_api(
        root,
        settings=root,
        db_url=f"sqlite:///{root}/plain.db",
        autograded_directory=f"{root}/plain",
    )


def our_api(root):
    return release.nbgrader_api(root, settings=root)


@pytest.fixture(scope="module")
def both(course):
    """The two APIs, after plain nbgrader has graded the class and `course grade` has."""
    plain = plain_api(course)
    for learner in ANSWERS:
        done = plain.autograde("a1", learner)
        assert done["success"], done["log"]
    hooks = (course / "hooks.txt").read_text()
    (course / "hooks.txt").unlink()
    (room,) = classroom.strangers(course)
    with Workers(2) as workers:
        outcomes = room.grade(workers)
    assert {outcome.state for outcome in outcomes} <= {"graded", "repaired"}
    assert (
        sorted((course / "hooks.txt").read_text().splitlines()) == sorted(hooks.splitlines()) != []
    )
    return plain, our_api(course)


def rows(api):
    """All that a grade book holds of the class."""
    found = {}
    with api.gradebook as gradebook:
        for submission in gradebook.assignment_submissions("a1"):
            learner = submission.student.id
            found[learner] = (
                str(submission.timestamp),
                submission.total_seconds_late,
                submission.score,
            )
            for notebook in submission.notebooks:
                found[learner, notebook.name] = notebook.late_submission_penalty
                found |= {
                    (learner, notebook.name, grade.name): (
                        grade.auto_score,
                        grade.manual_score,
                        bool(grade.needs_manual_grade),
                    )
                    for grade in notebook.grades
                }
                found |= {
                    (learner, notebook.name, comment.name): comment.auto_comment
                    for comment in notebook.comments
                }
    return found


def test_the_grade_book_is_plain_nbgraders(both):
    plain, ours = map(rows, both)
    assert ours == plain
    assert plain["late", "p1"] == 2.0  # half of four points
    assert plain["in-time", "p1"] is None
    assert plain["undated", "p1", "double"] == "No response."
    assert plain["late-and-wrong", "p2", "double_test"] == (0, None, False)


def test_somebody_who_is_no_longer_late_has_no_penalty(course, both):
    stamp = course / "submitted" / "late" / "a1" / "timestamp.txt"
    late = stamp.read_text()
    with Workers(1) as workers:
        for when, penalty in (("2026-01-02 00:00:00 UTC", None), (late, 2.0)):
            stamp.write_text(when)
            (room,) = classroom.strangers(course)
            room.grade(workers, ["late"])
            assert rows(our_api(course))["late", "p1"] == penalty


def marks(cell):
    """A cell's nbgrader metadata. Not `cell_type`, which says what it was before somebody turned it
    into another kind: the doctor has turned it back.
    """
    return {
        name: value
        for name, value in cell.metadata.get("nbgrader", {}).items()
        if name != "cell_type"
    }


def test_files_and_metadata_are_plain_nbgraders(course, both):
    def files(folder):
        return {
            path.relative_to(folder).as_posix(): path
            for path in folder.rglob("*")
            if path.is_file()
        }

    plain, ours = files(course / "plain"), files(course / "autograded")
    assert plain.keys() == ours.keys()
    for name in plain:
        assert stat.S_IMODE(plain[name].stat().st_mode) == stat.S_IMODE(ours[name].stat().st_mode)
        if name.endswith(".ipynb"):
            one, other = (nbformat.read(found[name], as_version=4) for found in (plain, ours))
            assert [(cell.source, marks(cell)) for cell in one.cells] == [
                (cell.source, marks(cell)) for cell in other.cells
            ]
        else:
            assert plain[name].read_text() == ours[name].read_text()
    assert ours["late/a1/data.csv"].read_text() == "the instructor's"
    assert ours["late/a1/helper.py"].read_text() == "# late"


def test_the_log_is_in_the_book_again_when_the_last_lesson_closes(tmp_path):
    def mode():
        with contextlib.closing(sqlite3.connect(path)) as book:
            return book.execute("PRAGMA journal_mode").fetchone()[0]

    path = tmp_path / "gradebook.db"
    shutil.copy(empty_gradebook(), path)
    with Gradebook(f"sqlite:///{path}") as one, Gradebook(f"sqlite:///{path}") as other:
        for book in (one, other):
            log_ahead(book)
            book.update_or_create_student(f"learner-{id(book)}")
        assert mode() == "wal"
        log_no_more(one)  # the other still writes: nothing breaks, the log stays
        other.update_or_create_student("a third")
        copied(path, tmp_path / "copy.db")
    with Gradebook(f"sqlite:///{path}") as last:
        log_no_more(last)
    assert mode() == "delete"
    assert {each.name for each in tmp_path.iterdir()} == {"gradebook.db", "copy.db"}
    for each in (path, tmp_path / "copy.db"):
        with Gradebook(f"sqlite:///{each}") as book:
            assert len(book.students) == 3
