"""Grade a class: workers execute, one writer records, and a cut run goes on where it stopped.

nbgrader's own converter writes the grade book (see record.py); only the execution
is ours.
"""

import ast
import concurrent.futures
import contextlib
import gc
import hashlib
import itertools
import json
import shutil
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import nbformat
from nbgrader.api import Assignment as BookAssignment
from nbgrader.api import Grade, MissingEntry, SubmittedAssignment, SubmittedNotebook

from course.authoring import layout
from course.authoring.release import nbgrader_api
from course.grading import doctor, stranger
from course.grading.record import Recorder, as_recorded
from course.grading.workers import FILES_BYTES, execute, execute_stranger

LEDGER = ".grading.jsonl"
SCRATCH = ".grading"


@dataclass
class Outcome:
    """What became of one submission. `state`: "graded", "repaired", "refused", "failed" or "kept"
    (nothing had changed; `said` is what was said then).
    """

    learner: str
    state: str
    score: float = 0.0
    said: list = field(default_factory=list)


@dataclass
class _Job:
    """A submission on its way through the workers."""

    learner: str
    content: str
    said: list
    beside: list  # names of the other files that were handed in
    tasks: dict  # {notebook: Future of its executed JSON}
    written: bool = False


class Classroom:
    """The submissions of one assignment of the nbgrader course at `root`.

    `api` makes an NbGraderAPI: `api(submitted_directory=..., ...)` with such
    folders in place of the course's own. `lesson` is the metadata of the
    release of a lesson of this course (lesson, version, fingerprint); without it
    the assignment is one that knows nothing of `check`, and its test cells are
    sealed as far as they can be (`unsealed` names the others after `grade`).
    """

    def __init__(self, root, assignment, api, lesson=None):
        self.root, self.assignment, self.lesson = Path(root), assignment, lesson
        folder = self.root / "source" / assignment
        self.sources = {
            path.stem: nbformat.read(path, as_version=4) for path in sorted(folder.glob("*.ipynb"))
        }
        self._source_digest = hashlib.sha256(
            "".join(map(nbformat.writes, self.sources.values())).encode()
        )
        self._beside = {} if lesson else dict(_files(folder))  # data that the instructor gives out
        self._scratch = self.root / SCRATCH / assignment
        self._beside_notebooks, self._released = (
            self._scratch / "submitted",
            self._scratch / "release",
        )
        self._api = api(
            submitted_directory=self._beside_notebooks, release_directory=self._released
        )
        self._ledger = self.root / LEDGER
        self.unsealed = {}

    def learners(self):
        """Who has handed this assignment in, sorted."""
        return sorted(
            path.parent.name
            for path in (self.root / "submitted").glob(f"*/{self.assignment}")
            if path.is_dir()
        )

    def grade(self, workers, learners=None, force=False, tell=lambda outcome, done, total: None):
        """Grade `learners` (default: all) with Workers; returns a list of Outcome. `tell(outcome,
        done, total)` is called after each.
        """
        self.begin(workers, learners, force)
        return self.finish(tell)

    def begin(self, workers, learners=None, force=False):
        """Read the submissions and send them to the workers; `finish` records what they make of
        them.
        """
        self._book = self._api.gradebook
        self._prepare(workers)
        self._recorder = Recorder(self._api, self._book)
        known = {} if force else self._known()
        self.maximum = float(self._book.find_assignment(self.assignment).max_score)
        self._jobs, self._settled = [], []
        for learner in self.learners() if learners is None else learners:
            content, notebooks, files, beside, said = self._handed_in(learner)
            before = known.get(learner)
            if before and before.get("content") == content and self._is_graded(learner):
                told = before.get("said", [])
                self._settled.append(Outcome(learner, "kept", self._score(learner), told))
                continue
            found = {
                name: doctor.examine(data, self.sources[name], self.lesson)
                for name, data in notebooks.items()
            }
            said += [sentence for name in found for sentence in found[name].said]
            repaired = {
                name: diagnosis.notebook
                for name, diagnosis in found.items()
                if diagnosis.notebook is not None
            }
            if not repaired:
                self._record_nothing(learner, said, content)
                self._settled.append(Outcome(learner, "refused", 0.0, said))
                continue
            for book in repaired.values():
                book.metadata["course"] = {**(self.lesson or {}), "said": said}
            tasks = {
                name: self._submit(workers, name, json.dumps(book), files)
                for name, book in repaired.items()
            }
            self._jobs.append(_Job(learner, content, said, beside, tasks))

    @property
    def total(self):
        """How many submissions `finish` will tell of."""
        return len(self._settled) + len(self._jobs)

    def finish(self, tell=lambda outcome, done, total: None):
        """Record what `begin` sent out, each as it comes back; returns a list of Outcome,
        sorted.
        """
        # nbgrader and what it imports stay: they need not be looked through again and again
        gc.freeze()
        outcomes = []

        def finished(outcome):
            outcomes.append(outcome)
            tell(outcome, len(outcomes), self.total)

        with self._book:
            for outcome in self._settled:
                finished(outcome)
            waiting = {task: job for job in self._jobs for task in job.tasks.values()}
            for task in concurrent.futures.as_completed(waiting):
                job = waiting[task]
                if all(other.done() for other in job.tasks.values()) and not job.written:
                    job.written = True
                    finished(self._write(job))
        shutil.rmtree(self._scratch, ignore_errors=True)
        with contextlib.suppress(OSError):  # another assignment has begun
            self._scratch.parent.rmdir()
        return sorted(outcomes, key=lambda outcome: outcome.learner)

    def waiting(self):
        """How many answers of this assignment a person has still to read."""
        with self._api.gradebook as book:
            return (
                book.db.query(Grade)
                .join(SubmittedNotebook, Grade.notebook_id == SubmittedNotebook.id)
                .join(
                    SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id
                )
                .join(BookAssignment, SubmittedAssignment.assignment_id == BookAssignment.id)
                .filter(BookAssignment.name == self.assignment, Grade.needs_manual_grade)
                .count()
            )

    def _submit(self, workers, name, text, files):
        if self.lesson:
            return workers.submit(execute, text, files)
        return workers.submit(
            execute_stranger,
            text,
            files | self._beside,
            stranger.helpers(self.sources[name]),
            self.unsealed[name],
        )

    def _prepare(self, workers):
        """Put today's source into the grade book, every time: it may have changed since it was
        graded last.
        """
        shutil.rmtree(self._scratch, ignore_errors=True)
        made = self._api.generate_assignment(self.assignment, force=True)
        if not made["success"]:
            raise RuntimeError(
                f"{self.assignment} could not be put into the grade book:\n{made['log']}"
            )
        for name, source in self.sources.items():
            self.sources[name] = source = as_recorded(
                source, name, self.assignment, self._api.coursedir.db_url
            )
            if self.lesson:
                continue

            def run(notebook, unsealed, helpers):
                return nbformat.from_dict(
                    json.loads(
                        workers.submit(
                            execute_stranger, json.dumps(notebook), self._beside, helpers, unsealed
                        ).result()
                    )
                )

            released = nbformat.read(
                self._released / self.assignment / f"{name}.ipynb", as_version=4
            )
            blank = doctor.examine(nbformat.writes(released).encode(), source).notebook
            self.unsealed[name] = stranger.unsealable(
                source, blank, partial(run, helpers=stranger.helpers(source))
            )

    def _handed_in(self, learner):
        """(hash, {notebook: bytes}, {name: content} of the other files, names of what stays beside
        the notebooks, sentences) of a submission.
        """
        folder = self.root / "submitted" / learner / self.assignment
        digest = self._source_digest.copy()
        notebooks, files, said = {}, {}, []
        for name, content in _files(folder):
            digest.update(f"{name}\0".encode() + (content or b"too large"))
            if name.removesuffix(".ipynb") in self.sources and name.endswith(".ipynb"):
                notebooks[name.removesuffix(".ipynb")] = content or b" " * (doctor.MAX_BYTES + 1)
            elif content is None:
                said.append(
                    f"The file '{name[:60]}' has more than {FILES_BYTES // 2**20} MB and was left"
                    " out."
                )
            elif not name.endswith(".ipynb"):
                files[name] = content
        missing = [name for name in self.sources if name not in notebooks]
        if self.lesson and missing:
            said.append("There is no notebook of this lesson in the folder.")
        else:
            said += [f"The notebook '{name}.ipynb' is missing." for name in missing]
        beside = list(files)
        files.pop(
            "timestamp.txt", None
        )  # nbgrader's own, nothing that a learner's code may count on
        return digest.hexdigest(), notebooks, files, beside, said

    def _write(self, job):
        """Hand a worker's notebooks to nbgrader, which checks and records them."""
        learner = job.learner
        try:
            executed = {name: task.result() for name, task in job.tasks.items()}
        except Exception as problem:  # a worker that broke must not end the class
            return Outcome(
                learner,
                "failed",
                0.0,
                [
                    *job.said,
                    f"It could not be executed ({type(problem).__name__}). Grade it again.",
                ],
            )
        folder = Path(learner) / self.assignment
        for name in job.beside:
            target = self._beside_notebooks / folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(self.root / "submitted" / folder / name, target)
        done = self._recorder.record(self.assignment, learner, executed)
        # where it failed half-way; and others write too: keep nothing open, see what they wrote
        self._book.db.rollback()
        if not done["success"]:
            reason = (done.get("error") or done["log"]).strip().splitlines()[-1][:200]
            return Outcome(
                learner, "failed", 0.0, [*job.said, f"nbgrader could not record it: {reason}"]
            )
        self._note(learner, job.content, job.said)
        return Outcome(
            learner, "repaired" if job.said else "graded", self._score(learner), job.said
        )

    def _record_nothing(self, learner, said, content):
        """A submission that cannot be read is in the grade book with zero points, and said so."""
        self._recorder.enter(self.assignment, learner)
        self._note(learner, content, said)

    def _score(self, learner):
        score = float(self._book.find_submission(self.assignment, learner).score)
        self._book.db.rollback()
        return score

    def _is_graded(self, learner):
        with contextlib.suppress(MissingEntry):
            self._score(learner)
            return True
        return False

    # The ledger: one line a submission that is in the grade book, with the hash of what was graded.

    def _note(self, learner, content, said):
        with open(self._ledger, "a", encoding="utf-8") as ledger:
            ledger.write(
                json.dumps(
                    {
                        "lesson": self.assignment,
                        "learner": learner,
                        "content": content,
                        "said": said,
                    }
                )
                + "\n"
            )

    def _known(self):
        found = {}
        with contextlib.suppress(FileNotFoundError):
            for line in self._ledger.read_text(encoding="utf-8").splitlines():
                with contextlib.suppress(
                    ValueError, KeyError
                ):  # a line that a power cut left half written
                    entry = json.loads(line)
                    if entry["lesson"] == self.assignment:
                        found[entry["learner"]] = entry
        return found


def ours(root, names=()):
    """The Classrooms of this course's lessons named (default: all). Raises LookupError for a name
    that is none.
    """

    def room(lesson):
        about = nbformat.read(lesson.notebook("release"), as_version=4).metadata["course"]
        return Classroom(root, lesson.folder, partial(nbgrader_api, root), about)

    return [room(lesson) for lesson in [layout.lesson(name) for name in names] or layout.lessons()]


def strangers(root, names=()):
    """The Classrooms of the assignments of another nbgrader course. Raises LookupError for a name
    that is none.
    """
    root = Path(root).resolve()
    known = sorted(
        path.name
        for path in (root / "source").glob("*")
        if path.is_dir() and any(path.glob("*.ipynb"))
    )
    if not known:
        raise LookupError(
            f"{root.name} is no nbgrader course: there is no notebook in {root.name}/source/<name>/"
        )
    for name in names:
        if name not in known:
            raise LookupError(
                f"there is no assignment '{name}' in {root.name}/source/; there are:"
                f" {', '.join(known)}"
            )
    return [
        Classroom(root, name, partial(nbgrader_api, root, settings=root)) for name in names or known
    ]


def _files(folder):
    """(relative name, bytes, or None where there are too many) of the plain files in a folder, in
    order.
    """
    for path in sorted(
        path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()
    ):
        limit = doctor.MAX_BYTES if path.suffix == ".ipynb" else FILES_BYTES
        yield (
            path.relative_to(folder).as_posix(),
            path.read_bytes() if path.stat().st_size <= limit else None,
        )


def begun(chosen, workers, force=False):
    """Begins every (Classroom, learners) of `chosen` and yields the Classroom, to be finished.

    Each is yielded when the next has begun as well: while one is recorded, the workers have
    something to do.
    """

    def begin():
        for room, learners in chosen:
            room.begin(workers, learners, force)
            yield room

    return (room for room, _ in itertools.pairwise(itertools.chain(begin(), [None])))


# Libraries that may be imported before a fork: they start no threads and hold no handles.
_FORK_SAFE = {
    "anywidget",
    "bm25s",
    "course",
    "ipywidgets",
    "matplotlib",
    "mlxtend",
    "networkx",
    "numpy",
    "pandas",
    "scipy",
    "seaborn",
    "sklearn",
    "statsmodels",
}


def warmth(rooms):
    """What a box does before the first submission of these Classrooms: the `modules` and `cells` of
    Workers and Cluster.

    Cells are those that this course's lessons hand out to be run as they are: no
    answers, no tests, nothing that calls a learner's function, which would be
    watched by a thread, and there must be none when a process forks.
    """

    def is_shown(cell):
        about = cell.metadata.get("nbgrader", {})
        return (
            cell.cell_type == "code"
            and not about.get("grade")
            and not about.get("solution")
            and "checks." not in cell.source
        )

    cells = [
        cell.source
        for room in rooms
        if room.lesson
        for source in room.sources.values()
        for cell in source.cells
        if is_shown(cell)
    ]
    return {
        "modules": modules(source for room in rooms for source in room.sources.values()),
        "cells": cells,
    }


def modules(notebooks):
    """What the cells of source notebooks import, of what may be imported once for all submissions;
    sorted.
    """
    found = set()
    for cell in (cell for notebook in notebooks for cell in notebook.cells):
        if cell.cell_type != "code":
            continue
        with contextlib.suppress(SyntaxError):  # magics
            for node in ast.walk(ast.parse(cell.source)):
                if isinstance(node, ast.Import):
                    found |= {name.name for name in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    found |= {
                        node.module,
                        *(
                            f"{node.module}.{name.name}"
                            for name in node.names
                            if node.module.startswith("course.")
                        ),
                    }
    return sorted(
        name for name in found if name.split(".")[0] in _FORK_SAFE and not name.endswith(".answers")
    )
