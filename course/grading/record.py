"""Executed notebooks into nbgrader's grade book and its folder autograded/, by nbgrader's own
converter and preprocessors.

What nbgrader does a submission is the same; what it does again and again is
left out: it would read, check, copy and write every notebook twice, and open
the grade book at seven places, each of which makes the database layer compile
every question anew. That would take longer than executing most notebooks.
"""

import contextlib
import json
import shutil
import sqlite3
import time
from pathlib import Path

import nbformat
from nbconvert.preprocessors import ClearMetadataPreprocessor
from nbgrader.api import BaseCell, Comment, Grade
from nbgrader.converters import Autograde
from nbgrader.converters.base import BaseConverter
from nbgrader.preprocessors import (
    AssignLatePenalties,
    IgnorePattern,
    LimitOutput,
    NbGraderPreprocessor,
    OverwriteCells,
    SaveAutoGrades,
)
from nbgrader.utils import capture_log, find_all_files, temp_attrs
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from course.grading.inert import Inert
from course.grading.wire import whole

LOCKED_SECONDS = 60.0  # so long another program may keep the grade book to itself
_EVERY = 0.5  # seconds between two looks


class BookLocked(Exception):
    """Another program keeps the grade book locked; the message says what to do."""


class Patience:
    """Waits for a grade book that another program has locked, LOCKED_SECONDS altogether. `say` is called
    with a sentence when it begins to wait.
    """

    def __init__(self, db_url, say):
        url = make_url(db_url)
        # Other databases than SQLite make writers wait by themselves.
        self._path = Path(url.database) if url.get_backend_name() == "sqlite" else None
        self._say, self._left = say, LOCKED_SECONDS

    def wait(self):
        """Return once the book can be written to. Raises BookLocked."""
        told = False
        while self._path and self._path.exists() and self._is_locked():
            if self._left <= 0:
                raise BookLocked(
                    f"Another program keeps {self._path.name} locked. Close it (the formgrader, a"
                    " database browser, another run of `course grade`) and run this again."
                )
            if not told:
                self._say(f"{self._path.name} is locked by another program; waiting for it.")
                told = True
            time.sleep(_EVERY)
            self._left -= _EVERY

    def _is_locked(self):
        try:
            with contextlib.closing(sqlite3.connect(self._path, timeout=0)) as book:
                book.execute("BEGIN IMMEDIATE")
                book.rollback()
        except sqlite3.OperationalError as problem:
            return "locked" in str(problem)
        except sqlite3.DatabaseError:  # no grade book at all: nbgrader says so
            return False
        return False


def log_ahead(book):
    """Let the open grade book `book` commit without waiting for the disk, where it is SQLite's.

    What is committed is written to a log beside it first (https://sqlite.org/wal.html). A power
    failure leaves the book whole; what it takes of the last grades is graded again by the next run.
    Where the file cannot have a log (some network drives), everything stays as it is.
    """
    _pragmas(book, "journal_mode=WAL", "synchronous=NORMAL")


def log_no_more(book):
    """Put the log into the grade book, so that one file holds all again. While another lesson is
    recorded in the same book, it stays: the last one does it. Nobody waits for that.
    """
    _pragmas(book, "busy_timeout=0", "journal_mode=DELETE")


def copied(path, target):
    """A copy of the SQLite grade book at `path`, what still stands in its log included."""
    with (
        contextlib.closing(sqlite3.connect(path)) as book,
        contextlib.closing(sqlite3.connect(target)) as copy,
    ):
        book.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
    shutil.copymode(path, target)


def _pragmas(book, *settings):
    if book.engine.dialect.name == "sqlite":
        book.db.rollback()
        with contextlib.suppress(OperationalError):
            for setting in settings:
                book.db.connection().exec_driver_sql(f"PRAGMA {setting}")
        book.db.rollback()


class SaveGrades(SaveAutoGrades):
    """Decides about grades and comments as nbgrader does; asks for all of a notebook's at once, and
    commits once.
    """

    def preprocess(self, nb, resources):
        book, about = self.parent.book, resources["nbgrader"]
        self.notebook_id, self.assignment_id, self.student_id = (
            about["notebook"],
            about["assignment"],
            about["student"],
        )
        self.gradebook = _Page(book, self.notebook_id, self.assignment_id, self.student_id)
        nb, resources = NbGraderPreprocessor.preprocess(self, nb, resources)
        book.db.commit()
        return nb, resources


class _Page:
    """What SaveAutoGrades asks of a grade book, for one submitted notebook. Whoever made it
    commits.
    """

    def __init__(self, book, notebook, assignment, student):
        found = book.find_submission_notebook(notebook, assignment, student)
        self._grades, self._comments = (
            dict(
                book.db.query(BaseCell.name, kind)
                .join(kind, kind.cell_id == BaseCell.id)
                .filter(kind.notebook_id == found.id)
                .all()
            )
            for kind in (Grade, Comment)
        )
        self.db = self

    def find_grade(self, name, *_):
        return self._grades[name]

    def find_comment(self, name, *_):
        return self._comments[name]

    def commit(self):
        pass


class LatePenalties(AssignLatePenalties):
    """nbgrader's, for those who are late or were: it opens the grade book anew."""

    def preprocess(self, nb, resources):
        book, about = self.parent.book, resources["nbgrader"]
        notebook = book.find_submission_notebook(
            about["notebook"], about["assignment"], about["student"]
        )
        late = (
            notebook.late_submission_penalty is not None
            or notebook.assignment.total_seconds_late > 0
        )
        book.db.rollback()
        return super().preprocess(nb, resources) if late else (nb, resources)


class Recorder(Autograde):
    """Records one submission after the other in the open grade book `book`.

    `api` is an NbGraderAPI; in its `coursedir.submitted_directory` lie the other
    files of a submission. `about(student)` gives what else the grade book shall
    say of a submission: `timestamp`, `extension`. Its notebooks were built from the source by the
    doctor and executed by a worker: nothing is left to sanitise or to execute.
    """

    def __init__(self, api, book, about=lambda student: {}):
        super().__init__(coursedir=api.coursedir, parent=api)
        self.book, self.force, self._about = book, True, about
        self._steps = [
            kind(parent=self)
            for kind in (
                IgnorePattern,
                ClearMetadataPreprocessor,
                LimitOutput,
                SaveGrades,
                LatePenalties,
                Inert,
            )
        ]

    def record(self, assignment, student, notebooks):
        """Record `notebooks` ({name: its JSON}); gives nbgrader's word on how it went: "success",
        and "error" or "log".
        """
        self._given = notebooks
        with temp_attrs(self.coursedir, assignment_id=assignment, student_id=student):
            return capture_log(self)

    def start(self):
        folder = self._format_source(self.coursedir.assignment_id, self.coursedir.student_id)
        self.assignments = {folder: [str(Path(folder) / f"{name}.ipynb") for name in self._given]}
        with contextlib.chdir(self.coursedir.root):
            self.convert_notebooks()

    def init_assignment(self, assignment_id, student_id):
        BaseConverter.init_assignment(self, assignment_id, student_id)
        self._copy_sources(assignment_id, student_id)
        self.enter(assignment_id, student_id, self._given)

    def enter(self, assignment, student, notebooks=()):
        """Put a submission into the grade book, with zero points for each of the assignment's
        notebooks that is not in `notebooks`.
        """
        self.book.update_or_create_student(student)
        submission = self.book.update_or_create_submission(
            assignment, student, **self._about(student)
        )
        for notebook in submission.notebooks:
            if notebook.name not in notebooks:
                for grade in notebook.grades:
                    grade.auto_score, grade.needs_manual_grade = 0, False
        self.book.db.commit()

    def _copy_sources(self, assignment_id, student_id):
        """The instructor's files beside the notebooks, over those that the learner handed in with
        them.
        """
        source = self.coursedir.format_path(self.coursedir.source_directory, ".", assignment_id)
        theirs = self.exclude_overwriting.get(assignment_id, [])
        for found in find_all_files(source, [*self.coursedir.ignore, "*.ipynb"]):
            name = Path(found).relative_to(Path(source))
            if name.as_posix() not in theirs:
                target = Path(self._format_dest(assignment_id, student_id)) / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.unlink(missing_ok=True)
                shutil.copy(found, target)

    def convert_single_notebook(self, notebook_filename):
        resources = self.init_single_notebook_resources(notebook_filename)
        about = resources["nbgrader"]
        text = self._given[about["notebook"]]
        if "\\ud" in text:  # a surrogate, perhaps half of a pair
            text = json.dumps(whole(json.loads(text)))
        nb = nbformat.reads(text, as_version=4)
        course = nb.metadata.get("course")
        for step in self._steps:
            nb, resources = step(nb, resources)
        if course is not None:
            nb.metadata["course"] = (
                course  # what the doctor said, for the feedback, whatever an instructor has cleared
            )
        nbformat.validate(nb)
        folder = Path(self._format_dest(about["assignment"], about["student"]))
        folder.mkdir(parents=True, exist_ok=True)
        nbformat.write(nb, folder / f"{about['notebook']}.ipynb")


def as_recorded(source, name, assignment, db_url):
    """The source notebook with its cells as the grade book has them since they were released:
    checksums, and tests that nbgrader wrote.
    """
    return OverwriteCells().preprocess(
        source, {"nbgrader": {"notebook": name, "assignment": assignment, "db_url": db_url}}
    )[0]


def taken_out(book, assignment):
    """Take an assignment out of the grade book: nbgrader changes no cells of one that was handed
    in. Gives what is not in any notebook (dates, extensions, what people have marked), for
    `put_back`.
    """
    held = book.find_assignment(assignment)
    submissions = [
        {
            "student": submission.student.id,
            "about": {"timestamp": submission.timestamp, "extension": submission.extension},
            "marks": {
                (notebook.name, kind, mark.name): {name: getattr(mark, name) for name in names}
                for notebook in submission.notebooks
                for kind, marks, names in (
                    ("grade", notebook.grades, _GRADE),
                    ("comment", notebook.comments, _COMMENT),
                )
                for mark in marks
            },
        }
        for submission in held.submissions
    ]
    due = held.duedate
    book.remove_assignment(assignment)
    return {"due": due, "submissions": submissions}


_GRADE = ("auto_score", "manual_score", "extra_credit", "needs_manual_grade")
_COMMENT = ("auto_comment", "manual_comment")


def put_back(book, assignment, held):
    """What `taken_out` gave, for all cells that are still there."""
    if held["due"]:
        book.update_or_create_assignment(assignment, duedate=held["due"])
    for submission in held["submissions"]:
        made = book.update_or_create_submission(
            assignment, submission["student"], **submission["about"]
        )
        for notebook in made.notebooks:
            for kind, marks in (("grade", notebook.grades), ("comment", notebook.comments)):
                for mark in marks:
                    before = submission["marks"].get((notebook.name, kind, mark.name), {})
                    for name, value in before.items():
                        setattr(mark, name, value)
    book.db.commit()
