"""For those who learn alone: their own work/ graded against the answers in the clone, with feedback
to read.
"""

import shutil
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import nbformat

from course.authoring import layout
from course.authoring.release import nbgrader_api
from course.check import draws
from course.grading import classroom, sandbox
from course.grading.workers import Workers

FOLDER = ".self"  # a small nbgrader course with one learner
LEARNER = "me"


@dataclass
class Result:
    """What became of one lesson. `exercises` is [(name, points, most)] of those that tests grade;
    `written` the points that only a reader can give; `page` the feedback, or None.
    """

    lesson: object
    outcome: classroom.Outcome
    exercises: list
    written: float
    page: Path | None

    def told(self):
        """Sentences for the learner: the points, where more can be had, what to do next."""
        most = sum(each[2] for each in self.exercises)
        first = f"{self.lesson.folder}: {self.outcome.score:g} of {most:g} points by the tests."
        if self.outcome.state == "failed":
            yield f"{first} It could not be graded. Type `course grade --self` again."
        elif self.outcome.state == "refused":
            yield f"{first} The file cannot be read as this lesson."
        elif self.outcome.state == "kept":
            yield f"{first} You have not changed it since the last time."
        else:
            yield first
        yield from (f"  {sentence}" for sentence in self.outcome.said)
        short = sorted(
            (each for each in self.exercises if each[1] < each[2]),
            key=lambda each: each[1] - each[2],
        )
        if short:
            yield "  More can be had in " + ", ".join(
                f"{name} ({points:g} of {most:g})" for name, points, most in short
            )
            yield "  Next: read what the checks say, change your answer, and grade it again."
        else:
            yield "  Next: all that tests can check is right. Go on with the next lesson."
        if self.written:
            yield (
                f"  The written answer ({self.written:g} points) has no tests. Hold yours against"
                " the model answer at the end of the feedback."
            )


def grade(root, work, names, jobs, follow):
    """Grade the lessons named (default: all that were begun); a list of Result.

    `follow(classroom)` finishes one that has begun and returns its Outcomes.
    Raises LookupError for a name that is no lesson, and where there is nothing to grade, and NoSalt.
    """
    own = root / FOLDER
    chosen = [
        lesson
        for lesson in [layout.lesson(name, kind="release") for name in names]
        or layout.lessons(kind="release")
        if _begun(root, lesson, work)
    ]
    if not chosen:
        raise LookupError(
            "there is nothing to grade: no lesson in work/ differs from how it was laid out, or"
            " source/ is not here (it comes with a clone)"
        )
    draws.salt_text()  # a salt that cannot be read is said before any work is done
    rooms = []
    for lesson in chosen:
        for kind, folder in (("source", root / "source"), (f"submitted/{LEARNER}", work)):
            shutil.rmtree(own / kind / lesson.folder, ignore_errors=True)
            shutil.copytree(
                folder / lesson.folder,
                own / kind / lesson.folder,
                ignore=shutil.ignore_patterns(".ipynb_checkpoints"),
            )
        about = nbformat.read(lesson.notebook("release"), as_version=4).metadata["course"]
        rooms.append(classroom.Classroom(own, lesson.folder, partial(nbgrader_api, own), about))
    graded = []
    # Your own code runs with your own rights where it cannot be contained, as in JupyterLab.
    with Workers(jobs, not sandbox.can_contain(), **classroom.warmth(rooms)) as workers:
        for lesson, room in zip(
            chosen, classroom.begun([(room, [LEARNER]) for room in rooms], workers), strict=True
        ):
            (outcome,) = follow(room)
            page = own / "feedback" / LEARNER / lesson.folder / f"{lesson.slug}.html"
            if outcome.state in ("graded", "repaired") or not page.exists():
                nbgrader_api(own).generate_feedback(lesson.folder, LEARNER, force=True)
            exercises, written = _points(own, lesson)
            graded.append(
                Result(lesson, outcome, exercises, written, page if page.exists() else None)
            )
    return graded


def _points(own, lesson):
    """([(exercise, points, most)] by tests, points of what a person reads) from the grade book."""
    with nbgrader_api(own).gradebook as book:
        notebook = book.find_submission_notebook(lesson.slug, lesson.folder, LEARNER)
        grades = [
            (grade.cell.name, grade.auto_score or 0.0, grade.max_score, grade.cell.cell_type)
            for grade in notebook.grades
        ]
    tested = [
        (name.removesuffix("_test"), points, most)
        for name, points, most, kind in grades
        if kind == "code"
    ]
    return tested, sum(most for _, _, most, kind in grades if kind == "markdown")


def _begun(root, lesson, work):
    """Whether the learner has changed a lesson's notebook, and its source is here to grade it."""
    mine, laid_out = work / lesson.folder / f"{lesson.slug}.ipynb", lesson.notebook("release")
    return (
        (root / "source" / lesson.folder).is_dir()
        and mine.exists()
        and mine.read_bytes() != laid_out.read_bytes()
    )
