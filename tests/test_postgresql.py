"""The grade book in a real PostgreSQL, started here under an ordinary user: nbgrader's own db_url
is all that changes.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from course.authoring import layout
from course.grading import sandbox
from course.grading.workers import Workers
from tests import tools
from tests.conftest import Course, needs, solved

PROGRAMS = tools.postgresql()
NOBODY = 65534

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("postgresql"),
    needs("" if PROGRAMS else "PostgreSQL is missing: on Debian `apt install postgresql`."),
    needs(sandbox.can_contain()),
]


@pytest.fixture(scope="module")
def server():
    """The URL of an empty database."""
    # In /tmp: another user must get there, and the name of a socket is short.
    folder = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
    as_user = (
        ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        if os.geteuid() == 0
        else []
    )
    if as_user:
        os.chown(folder, NOBODY, NOBODY)

    def run(*command):
        subprocess.run(
            [*as_user, *map(str, command)], check=True, capture_output=True, cwd=folder, timeout=120
        )

    run(
        PROGRAMS / "initdb",
        "-D",
        folder / "data",
        "-U",
        "teacher",
        "--auth=trust",
        "--no-sync",
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
    )
    run(
        PROGRAMS / "pg_ctl",
        "-D",
        folder / "data",
        "-w",
        "-l",
        folder / "log",
        "-o",
        f"-k {folder} -c listen_addresses='' -c fsync=off",
        "start",
    )
    yield f"postgresql+psycopg://teacher@/postgres?host={folder}"
    run(PROGRAMS / "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop")
    shutil.rmtree(folder)


def rows(course):
    with course.api.gradebook as gradebook:
        return {
            (submission.student.id, grade.cell.name): (
                grade.auto_score,
                grade.manual_score,
                grade.needs_manual_grade,
            )
            for submission in gradebook.assignment_submissions(course.lesson.folder)
            for book in submission.notebooks
            for grade in book.grades
        }


def test_the_same_class_the_same_rows_and_only_changes_again(tmp_path, server):
    lesson, courses = layout.lesson("title_optimization"), []
    for name, db_url in (("sqlite", None), ("postgresql", server)):
        (tmp_path / name).mkdir()
        courses.append(Course(tmp_path / name, lesson, db_url))
        courses[-1].submit("solved", solved(lesson))
        courses[-1].submit("untouched", courses[-1].blank())
        (tmp_path / name / "submitted" / "empty" / lesson.folder).mkdir(parents=True)
    with Workers(2) as workers:
        outcomes = [course.classroom().grade(workers) for course in courses]
        assert outcomes[0] == outcomes[1]
        assert {outcome.learner: outcome.state for outcome in outcomes[1]} == {
            "empty": "refused",
            "solved": "graded",
            "untouched": "graded",
        }
        again = courses[1].classroom().grade(workers)
        assert {outcome.learner: outcome.state for outcome in again} == {
            "empty": "refused",  # said on every run, until there is work to grade
            "solved": "kept",
            "untouched": "kept",
        }
    assert rows(courses[0]) == rows(courses[1])
    assert len(rows(courses[1])) == 3 * 6
