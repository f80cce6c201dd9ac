"""For those who learn alone: their own work/ graded against the answers in the clone, with feedback
to read.
"""

import shutil
from functools import partial

import nbformat

from course.authoring import layout
from course.authoring.release import nbgrader_api
from course.grading import classroom, sandbox
from course.grading.workers import Workers

FOLDER = ".self"  # a small nbgrader course with one learner
LEARNER = "me"


def grade(root, work, names, jobs, follow):
    """Grade the lessons named (default: all that were begun); a list of (lesson, Outcome, feedback
    page or None).

    `follow(classroom)` finishes one that has begun and returns its Outcomes.
    Raises LookupError for a name that is no lesson, and where there is nothing to grade.
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
            graded.append((lesson, outcome, page if page.exists() else None))
    return graded


def _begun(root, lesson, work):
    """Whether the learner has changed a lesson's notebook, and its source is here to grade it."""
    mine, laid_out = work / lesson.folder / f"{lesson.slug}.ipynb", lesson.notebook("release")
    return (
        (root / "source" / lesson.folder).is_dir()
        and mine.exists()
        and mine.read_bytes() != laid_out.read_bytes()
    )
