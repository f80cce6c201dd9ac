"""What an instructor reads after `course grade`: the table, and what to do next."""

import io

import pytest
from rich.console import Console

from course.grading import report
from course.grading.classroom import Outcome


@pytest.fixture(scope="session", autouse=True)
def grader_salt():
    """Nothing is graded here, so that no draws need to be computed."""


class Room:
    def __init__(self, assignment, waiting, maximum=20.0):
        self.assignment, self.maximum, self._waiting = assignment, maximum, waiting

    def waiting(self):
        return self._waiting


def printed(tell, *outcomes):
    console = Console(file=io.StringIO(), width=200)
    tell(console, outcomes)
    return console.file.getvalue()


TITLES, STATS = Room("05_title_optimization", 2), Room("stats", 0, 7.5)


def test_the_table_shows_points_of_the_maximum_and_what_was_said_last_time():
    shown = printed(
        report.table,
        (TITLES, Outcome("ann", "graded", 18.0)),
        (TITLES, Outcome("[red]bob", "kept", 16.5, ["'bm25_test' was missing [/x]."])),
        (STATS, Outcome("ann", "refused", 0.0, ["No notebook."])),
    )
    assert "18 of 20" in shown
    assert "16.5 of 20" in shown
    assert "0 of 7.5" in shown
    # Names and sentences are no markup.
    assert "[red]bob" in shown
    assert "'bm25_test' was missing [/x]." in shown


def test_it_ends_with_what_to_do_next():
    shown = printed(
        report.next_steps,
        (TITLES, Outcome("ann", "failed")),
        *((STATS, Outcome(f"learner{number}", "refused")) for number in range(6)),
    )
    assert "1 submission could not be graded (ann). Type `course grade` again" in shown
    assert "6 submissions cannot be graded as handed in (learner0," in shown
    assert "and others" in shown
    assert "learner5" not in shown
    assert "2 written answers wait for you: `course written 05_title_optimization`" in shown
    assert "All that was graded is read" not in shown
    assert "`course report`" in shown


def test_when_all_is_read_the_next_step_is_feedback():
    shown = printed(report.next_steps, (STATS, Outcome("ann", "graded", 7.0)))
    assert "All that was graded is read. Give it back: `nbgrader generate_feedback stats`." in shown
    assert "could not be graded" not in shown
    assert "wait" not in shown
