"""Executed notebooks into nbgrader's grade book and its folder autograded/, by nbgrader's own
converter and preprocessors.

What nbgrader does a submission is the same; what it does again and again is
left out: it would read, check, copy and write every notebook twice, and open
the grade book at seven places, each of which makes the database layer compile
every question anew. That would take longer than executing most notebooks.
"""

import contextlib
import shutil
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

from course.grading.inert import Inert


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
    files of a submission. Its notebooks were built from the source by the
    doctor and executed by a worker: nothing is left to sanitise or to execute.
    """

    def __init__(self, api, book):
        super().__init__(coursedir=api.coursedir, parent=api)
        self.book, self.force = book, True
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
        stamp = self.coursedir.get_existing_timestamp(
            self._format_source(assignment_id, student_id)
        )
        self.enter(
            assignment_id, student_id, self._given, **({"timestamp": stamp} if stamp else {})
        )

    def enter(self, assignment, student, notebooks=(), **about):
        """Put a submission into the grade book, with zero points for each of the assignment's
        notebooks that is not in `notebooks`.
        """
        self.book.update_or_create_student(student)
        submission = self.book.update_or_create_submission(assignment, student, **about)
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
        nb = nbformat.reads(self._given[about["notebook"]], as_version=4)
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
