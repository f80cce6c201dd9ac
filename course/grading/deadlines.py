"""Due dates and extensions of dates.toml in nbgrader's grade book, where its late-submission plugin
reads them.

Dates are those of practice/dates.py; they are handed in, so that grading knows
nothing of the learners' side.
"""

from dataclasses import dataclass
from pathlib import Path

from nbgrader.utils import parse_utc

from course.authoring.layout import ROOT
from course.authoring.release import nbgrader_api
from course.grading.classroom import assignments

_EXAMPLE = """\
# Due dates. A date without a time means until its end. After a change: `course dates`.
timezone = "UTC"

[due]
{lessons}

# [extensions.jane-doe-1234]
# {first} = 2030-01-31T23:59:00
"""


@dataclass
class Row:
    """When an assignment is due, for all (`learner` "") or for one."""

    assignment: str
    learner: str
    until: object  # aware datetime


def template(root):
    """The text of a new dates.toml: every assignment of the course, still without a date."""
    names = [_slug(name) for name in assignments(root)] or ["lesson"]
    lines = "\n".join(f"# {name} = 2030-01-31T23:59:00" for name in names)
    return _EXAMPLE.format(lessons=lines, first=names[0])


def enter(root, dates):
    """Give the grade book the dates; returns ([Row], [sentence on what fits nothing])."""
    root, known = Path(root), {_slug(name): name for name in assignments(root)}
    wrong = [
        f"There is no assignment '{name}'; there are: {', '.join(known) or 'none'}."
        for name in dates.due
        if name not in known
    ]
    here = {name: known[name] for name in dates.due if name in known}
    rows = [Row(assignment, "", dates.due[name]) for name, assignment in here.items()]
    api = nbgrader_api(root, settings=root if (root / "nbgrader_config.py").exists() else ROOT)
    with api.gradebook as book:
        people = {student.id for student in book.students} | {
            path.name for path in (root / "submitted").glob("*") if path.is_dir()
        }
        for name, assignment in here.items():
            book.update_or_create_assignment(assignment, duedate=parse_utc(dates.due[name]))
            for submission in book.find_assignment(assignment).submissions:
                submission.extension = dates.extension(submission.student.id, name)
        book.db.commit()
    for learner, lessons in dates.extensions.items():
        if learner not in people:
            wrong.append(f"Nobody called '{learner}' has handed in or is in the grade book.")
        rows += [Row(here[name], learner, until) for name, until in lessons.items() if name in here]
    return sorted(rows, key=lambda row: (row.until, row.assignment, row.learner)), wrong


def _slug(assignment):
    return assignment[3:] if assignment[:2].isdigit() and assignment[2:3] == "_" else assignment
