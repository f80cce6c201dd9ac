"""The same class on a Dask cluster of separate processes, one of which is killed in the middle: the
same grades.
"""

import os
import signal
import socket
import subprocess
import sys
import time

import pytest

from course.authoring import layout
from course.grading import sandbox
from course.grading.cluster import Cluster
from course.grading.workers import Workers
from tests.conftest import Course, needs, solved

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("cluster"), needs(sandbox.can_contain())]


@pytest.fixture
def scheduler(tmp_path):
    """(address, processes) of a scheduler and two workers, which know nothing of the
    grader's salt.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    environment = {name: value for name, value in os.environ.items() if name != "COURSE_SALT"}
    dask = [
        sys.executable,
        "-m",
        "distributed.cli.dask_scheduler",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "--no-dashboard",
    ]
    worker = [
        sys.executable,
        "-m",
        "distributed.cli.dask_worker",
        address,
        "--nthreads",
        "1",
        "--no-dashboard",
        "--no-nanny",
        "--local-directory",
        str(tmp_path),
    ]
    started = [
        subprocess.Popen(command, env=environment, cwd=tmp_path, stderr=subprocess.DEVNULL)
        for command in (dask, worker, worker)
    ]
    yield address, started
    for process in started:
        process.kill()
        process.wait()


def scores(course):
    with course.api.gradebook as gradebook:
        return {
            (submission.student.id, grade.cell.name): grade.auto_score
            for submission in gradebook.assignment_submissions(course.lesson.folder)
            for book in submission.notebooks
            for grade in book.grades
        }


def test_a_cluster_that_loses_a_worker_gives_the_same_grades(tmp_path, scheduler):
    address, (_, doomed, _) = scheduler
    lesson, courses = layout.lesson("title_optimization"), []
    for name in ("here", "there"):
        root = tmp_path / name
        root.mkdir()
        courses.append(Course(root, lesson))
        for number in range(8):
            courses[-1].submit(
                f"learner-{number}", solved(lesson) if number % 2 else courses[-1].blank()
            )
    with Workers(2) as workers:
        courses[0].classroom().grade(workers)
    killed = []

    def tell(outcome, done, total):
        if done == 2 and not killed:
            killed.append(time.monotonic())
            doomed.send_signal(signal.SIGKILL)

    with Cluster(address) as cluster:
        outcomes = courses[1].classroom().grade(cluster, tell=tell)
    assert killed
    assert {outcome.state for outcome in outcomes} == {"graded"}
    assert len(outcomes) == 8
    assert scores(courses[0]) == scores(courses[1])


def test_no_scheduler_is_said():
    with pytest.raises(OSError, match=r"127\.0\.0\.1"):
        Cluster("tcp://127.0.0.1:9")
