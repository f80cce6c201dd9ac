"""Kill anything at any moment: on resuming no submission is lost, none is graded twice, the grade
book is whole.

COURSE_KILLS sets how often (5 unless told otherwise; `COURSE_KILLS=100 course
test tests/test_crashes.py` for all).
"""

import contextlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pytest

from course.grading import sandbox
from course.grading.sealed import Grader
from tests.conftest import ROOT, needs

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("crashes"), needs(sandbox.can_contain())]
KILLS = int(os.environ.get("COURSE_KILLS", 5))
LEARNERS = 12


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A small course of another kind: one function, one test, a class whose points are known (n of
    12).
    """
    root = tmp_path_factory.mktemp("crashes")
    cell = nbformat.v4.new_code_cell
    about = {
        "schema_version": 3,
        "locked": False,
        "grade": False,
        "solution": True,
        "task": False,
        "grade_id": "answer",
    }
    test = {
        "schema_version": 3,
        "locked": True,
        "grade": True,
        "solution": False,
        "task": False,
        "grade_id": "test",
        "points": LEARNERS,
    }
    source = nbformat.v4.new_notebook(
        cells=[
            cell("import time", metadata={}),
            cell(
                f"def answer():\n    ### BEGIN SOLUTION\n    return {LEARNERS}\n    ### END"
                " SOLUTION",
                metadata={"nbgrader": about},
            ),
            cell("float(answer())", metadata={"nbgrader": test}),
        ]
    )
    (root / "source" / "a1").mkdir(parents=True)
    nbformat.write(source, root / "source" / "a1" / "a1.ipynb")
    for number in range(1, LEARNERS + 1):
        book = nbformat.from_dict(json.loads(nbformat.writes(source)))
        book.cells[1].source = f"def answer():\n    time.sleep(.2)\n    return {number}"
        (root / "submitted" / f"learner-{number:02}" / "a1").mkdir(parents=True)
        nbformat.write(book, root / "submitted" / f"learner-{number:02}" / "a1" / "a1.ipynb")
    return root


def test_a_warm_process_that_dies_under_a_test_cell_is_not_a_wrong_answer(course, monkeypatch):
    """The learner's process ends and the warm one does not answer: the submission is to be done
    again, whatever the test cell made of it.
    """
    book = nbformat.read(course / "source" / "a1" / "a1.ipynb", as_version=4)
    book.cells[1].source = "import os\ndef answer():\n    os._exit(1)"
    monkeypatch.setattr(sandbox.Box, "answers", lambda self: False)
    with Grader() as grader, pytest.raises(sandbox.NoSandbox):
        grader.execute_stranger(book, {}, [], set())
    monkeypatch.undo()
    with (
        Grader() as grader
    ):  # the same with a warm process that lives: the learner's own doing, which stands
        done = grader.execute_stranger(book, {}, [], set())
    assert "ended the process" in str(done.cells[2].outputs)


def start(course):
    return subprocess.Popen(
        [sys.executable, "-m", "course", "grade", "--course-dir", str(course), "--jobs", "2"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        text=True,
    )


def tree(pid):
    """Processes below `pid`, as {pid: command line}."""
    parents, lines = {}, {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int(
                    (entry / "stat").read_text().rpartition(")")[2].split()[1]
                )
                lines[int(entry.name)] = (
                    (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
                )
            except (FileNotFoundError, ProcessLookupError):
                continue
    found, grew = {pid}, True
    while grew:
        more = {child for child, parent in parents.items() if parent in found} - found
        found, grew = found | more, bool(more)
    return {each: lines[each] for each in found if each in lines}


VICTIMS = {
    "the coordinator": lambda line: "course grade" in line,
    "a worker, or the process that forks them": lambda line: "forkserver" in line,
    "the warm process or a learner's": lambda line: "course.grading.box" in line,
    "anything": lambda line: True,
}


def check(course):
    """Every learner once, with the right points; the file is whole; nothing is left behind."""
    with sqlite3.connect(course / "gradebook.db") as book:
        assert book.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        found = book.execute(
            """
            SELECT submitted_assignment.student_id, grade.auto_score FROM grade
            JOIN submitted_notebook ON grade.notebook_id = submitted_notebook.id
            JOIN submitted_assignment ON submitted_notebook.assignment_id = submitted_assignment.id ORDER BY 1"""
        ).fetchall()
    assert found == [(f"learner-{number:02}", float(number)) for number in range(1, LEARNERS + 1)]


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_kill_at_a_random_moment(course, seed):
    rng = random.Random(seed)
    for name in ("gradebook.db", ".grading.jsonl"):
        (course / name).unlink(missing_ok=True)
    victim = list(VICTIMS)[seed % len(VICTIMS)]
    running = start(course)
    time.sleep(rng.uniform(1, 9))
    killed = [pid for pid, line in tree(running.pid).items() if VICTIMS[victim](line)]
    for pid in rng.sample(killed, min(len(killed), 1)):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    said, _ = running.communicate(timeout=120)
    if running.returncode == 0:  # it went on by itself
        check(course)
    again, kept = (
        start(course),
        (
            len((course / ".grading.jsonl").read_text().splitlines())
            if (course / ".grading.jsonl").exists()
            else 0
        ),
    )
    said, _ = again.communicate(timeout=120)
    assert again.returncode == 0, f"{victim}: {said}"
    assert said.count("kept") >= kept, f"{victim}: {kept} were graded before\n{said}"
    check(course)
    for _ in range(50):
        left = [line for line in tree(1).values() if str(course) in line]
        if not left:
            break
        time.sleep(0.1)
    assert not left
