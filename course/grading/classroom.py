"""Grade a class: workers execute, one writer records, and a cut run goes on where it stopped.

nbgrader's own converter writes the grade book (see record.py); only the execution
is ours.
"""

import ast
import concurrent.futures
import contextlib
import datetime
import gc
import hashlib
import itertools
import json
import shutil
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

import nbformat
from jupyter_client.kernelspec import find_kernel_specs
from nbgrader.api import Assignment as BookAssignment
from nbgrader.api import Grade, MissingEntry, SubmittedAssignment, SubmittedNotebook
from nbgrader.utils import parse_utc
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from course.authoring import layout
from course.authoring.release import nbgrader_api
from course.grading import arrivals, doctor, stranger
from course.grading.collected import Collected
from course.grading.intake import KEPT, STAMP
from course.grading.record import (
    BookLocked,
    Patience,
    Recorder,
    as_recorded,
    copied,
    log_ahead,
    log_no_more,
    put_back,
    taken_out,
)
from course.grading.release import BLANK
from course.grading.workers import FILES_BYTES, TooMuch, execute, execute_stranger

LEDGER = ".grading.jsonl"
SCRATCH = ".grading"
BEFORE = ".before"  # ending of the copy of a grade book from which a changed lesson was taken out
_ONE_SECOND = datetime.timedelta(seconds=1)


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

    `dates` is the course's Dates (see practice/dates.py), if it has any; `say` is
    called with a sentence where something takes its time or is put right.
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
        self._beside = (  # data that the instructor gives out
            {} if lesson else {name: content for name, content, _ in _files(folder)}
        )
        self.dates, self.say, self.maximum = None, lambda sentence: None, 0.0
        self._collected = Collected(self.root)
        self._plain_api = api
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

    @cached_property
    def kernel(self):
        """The kernel that the source asks for where that is not Python, else ""."""
        for source in self.sources.values():
            about = source.metadata.get("kernelspec", {})
            language = about.get("language") or source.metadata.get("language_info", {}).get("name")
            if not self.lesson and (language or "python").lower() not in ("python", "ipython"):
                return about.get("name") or language
        return ""

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
        self._jobs, self._settled = [], []
        learners = self.learners() if learners is None else learners
        self._patience = Patience(self._api.coursedir.db_url, self.say)
        try:
            self._patience.wait()
            self._book = self._api.gradebook
            log_ahead(self._book)
            self._prepare(workers)
            held = self._book.find_assignment(self.assignment)
            self._due, self.maximum = held.duedate, float(held.max_score)
        except Exception as problem:  # one lesson that cannot be graded must not end the others
            self._settled = [Outcome(each, "failed", 0.0, [_reason(problem)]) for each in learners]
            return
        self._recorder = Recorder(self._api, self._book, self._about)
        known = self._known()
        for learner in learners:
            try:
                self._begin_one(workers, learner, known.get(learner, []), force)
            except Exception as problem:  # nor may one learner end the class
                self._settled.append(Outcome(learner, "failed", 0.0, [_reason(problem)]))
            self._book.db.rollback()

    def _begin_one(self, workers, learner, entries, force):
        content, notebooks, files, beside, said = self._handed_in(learner)
        same = entries and entries[-1].get("content") == content and not force
        if same and self._is_graded(learner):
            self._settled.append(self._scored(learner, "kept", entries[-1].get("said", [])))
            return
        if self.kernel:
            self._jobs.append(_Job(learner, content, said, beside, {}))
            return
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
            # In the grade book with zero points; not in the ledger, so that it is named every time.
            self._patience.wait()
            self._recorder.enter(self.assignment, learner)
            self._settled.append(self._scored(learner, "refused", said))
            return
        for book in repaired.values():
            book.metadata["course"] = {**(self.lesson or {}), "said": said}
        before = _before(entries, content)
        tasks = {
            name: self._submit(workers, name, json.dumps(book), files, before)
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

        with contextlib.ExitStack() as closing:
            if book := getattr(self, "_book", None):
                closing.enter_context(book)
                closing.callback(log_no_more, book)
            for outcome in self._settled:
                finished(outcome)
            for job in [job for job in self._jobs if self.kernel]:
                finished(self._safely(self._grade_plainly, job))
            waiting = {task: job for job in self._jobs for task in job.tasks.values()}
            for task in concurrent.futures.as_completed(waiting):
                job = waiting[task]
                if all(other.done() for other in job.tasks.values()) and not job.written:
                    job.written = True
                    finished(self._safely(self._write, job))
        shutil.rmtree(self._scratch, ignore_errors=True)
        with contextlib.suppress(OSError):  # another assignment has begun
            self._scratch.parent.rmdir()
        return sorted(outcomes, key=lambda outcome: outcome.learner)

    def waiting(self):
        """How many answers of this assignment a person has still to read."""
        with contextlib.suppress(OperationalError), self._api.gradebook as book:
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
        return 0  # another program keeps it to itself

    def _safely(self, write, job):
        """`write(job)`, or the Outcome that says why it could not be done."""
        try:
            self._patience.wait()
            return write(job)
        except Exception as problem:  # one learner never stops the class
            with contextlib.suppress(Exception):
                self._book.db.rollback()
            return Outcome(job.learner, "failed", 0.0, [*job.said, _reason(problem)])

    def _submit(self, workers, name, text, files, before):
        if self.lesson:
            return workers.submit(execute, text, files, before)
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
        log = f"{made.get('log', '')}{made.get('error', '')}"
        if not made["success"] and "submissions associated with it" in log:
            made = self._enter_anew()
            log = f"{made.get('log', '')}{made.get('error', '')}"
        if not made["success"]:
            raise RuntimeError(
                f"the lesson could not be put into the grade book: {_last_line(log)}"
            )
        if self.dates and (due := self.dates.of(self.assignment)):
            self._book.update_or_create_assignment(self.assignment, duedate=parse_utc(due))
        if self.kernel:
            if self.kernel not in find_kernel_specs():
                raise RuntimeError(
                    f"it needs the kernel '{self.kernel}', which is not installed here. Nothing"
                    " was graded"
                )
            self.say(
                f"{self.assignment} is for the kernel '{self.kernel}': plain nbgrader grades it."
                " Learners' code runs with your rights, beside the tests."
            )
            return
        for name, source in self.sources.items():
            self.sources[name] = source = as_recorded(
                source, name, self.assignment, self._api.coursedir.db_url
            )
            if self.lesson:
                continue

            if not _has_points(source):  # to be read, not graded
                self.unsealed[name] = []
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

    def _enter_anew(self):
        """Enter a lesson whose exercises have changed since it was graded: nbgrader changes none
        that was handed in. What people have marked is kept.
        """
        url = make_url(self._api.coursedir.db_url)
        told = ""
        if url.get_backend_name() == "sqlite":
            copied(url.database, url.database + BEFORE)
            told = f" The grade book as it was: {Path(url.database).name}{BEFORE}."
        self.say(
            f"{self.assignment} has other exercises than when it was graded last: it is entered"
            f" anew and graded again. Points that people gave are kept.{told}"
        )
        held = taken_out(self._book, self.assignment)
        made = self._api.generate_assignment(self.assignment, force=True)
        put_back(self._book, self.assignment, held)
        return made

    def _about(self, learner):
        """What the grade book shall say of a submission besides its points: `timestamp` and
        `extension`. The time is the LMS's or the server's.
        """
        about = {}
        with contextlib.suppress(OSError, ValueError, OverflowError):
            path = self.root / "submitted" / learner / self.assignment / STAMP
            about["timestamp"] = parse_utc(path.read_text(encoding="utf-8").strip())
        if not about and self._collected.is_late(learner, self.assignment) and self._due:
            about["timestamp"] = self._due + _ONE_SECOND  # it does not say how late
        if self.dates and self.dates.of(self.assignment):
            about["extension"] = self.dates.extension(learner, self.assignment)
        return about

    def _handed_in(self, learner):
        """(hash, {notebook: bytes}, {name: content} of the other files, names of what stays beside
        the notebooks, sentences) of a submission.
        """
        folder = self.root / "submitted" / learner / self.assignment
        digest = self._source_digest.copy()
        notebooks, files, said = {}, {}, []
        for name, content, problem in _files(folder):
            digest.update(name.encode("utf-8", "surrogatepass") + b"\0" + (content or b""))
            digest.update(problem.encode())
            if name.removesuffix(".ipynb") in self.sources and name.endswith(".ipynb"):
                notebooks[name.removesuffix(".ipynb")] = content or b" " * (doctor.MAX_BYTES + 1)
            elif problem:
                said.append(f"The file '{name}' was left out: {problem}.")
            elif not name.endswith(".ipynb"):
                files[name] = content
        missing = [
            name
            for name, source in self.sources.items()
            if name not in notebooks and _has_points(source)
        ]
        if self.lesson and missing:
            said.append("There is no notebook of this lesson in the folder.")
        else:
            said += [f"The notebook '{name}.ipynb' is missing." for name in missing]
        about = self._about(learner)
        digest.update("".join(f"{name} {value}" for name, value in about.items()).encode())
        if STAMP in files and "timestamp" not in about:
            said.append(f"{STAMP} holds no date: it is not known when this was handed in.")
            del files[STAMP]
        elif self._collected.is_late(learner, self.assignment) and not self._due:
            said.append(
                "The LMS says that it came late; it has no due date here (`course dates`), so"
                " nothing follows from it."
            )
        beside = list(files)
        files.pop(STAMP, None)  # nbgrader's own, nothing that a learner's code may count on
        return digest.hexdigest(), notebooks, files, beside, said

    def _grade_plainly(self, job):
        """Let plain nbgrader grade a submission for another kernel than Python."""
        done = self._plain_api().autograde(self.assignment, job.learner, force=True, create=True)
        self._book.db.rollback()
        if not done["success"]:
            reason = _last_line(done.get("error") or done.get("log") or "")
            said = [*job.said, f"nbgrader could not grade it: {reason}"]
            return Outcome(job.learner, "failed", 0.0, said)
        self._note(job.learner, job.content, job.said)
        return self._scored(job.learner, "repaired" if job.said else "graded", job.said)

    def _write(self, job):
        """Hand a worker's notebooks to nbgrader, which checks and records them."""
        learner = job.learner
        try:
            executed = {name: task.result() for name, task in job.tasks.items()}
        except TooMuch:
            sentence = (
                "It ended the process that grades each time, the last times alone: it takes more"
                " than a submission may. Look into the notebook before you grade it again."
            )
            return Outcome(learner, "failed", 0.0, [*job.said, sentence])
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
            reason = _last_line(done.get("error") or done.get("log") or "")
            return Outcome(
                learner, "failed", 0.0, [*job.said, f"nbgrader could not record it: {reason}"]
            )
        self._note(learner, job.content, job.said)
        return self._scored(learner, "repaired" if job.said else "graded", job.said)

    def _scored(self, learner, state, said):
        """An Outcome with the points that the grade book has."""
        submission = self._book.find_submission(self.assignment, learner)
        outcome = Outcome(learner, state, float(submission.score), said)
        self._book.db.rollback()
        return outcome

    def _is_graded(self, learner):
        with contextlib.suppress(MissingEntry):
            self._book.find_submission(self.assignment, learner)
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
        """{learner: the ledger's lines about it, in order}."""
        found = {}
        with contextlib.suppress(FileNotFoundError):
            for line in self._ledger.read_text(encoding="utf-8").splitlines():
                with contextlib.suppress(
                    ValueError, KeyError
                ):  # a line that a power cut left half written
                    entry = json.loads(line)
                    if entry["lesson"] == self.assignment:
                        found.setdefault(entry["learner"], []).append(entry)
        return found


def _before(entries, content):
    """How many other contents were graded before this one: the round of hidden draws, so that
    nobody meets again what an earlier feedback has shown.
    """
    contents = list(dict.fromkeys(entry.get("content") for entry in entries))
    return contents.index(content) if content in contents else len(contents)


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


def stray(root, assignments):
    """[(learner or "", name, reason)] of all that lies in submitted/ where nobody grades it."""
    top, found = Path(root) / "submitted", []

    def visible(folder):
        try:
            return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
        except OSError as problem:
            found.append((folder.name, "", f"the folder cannot be opened ({problem.strerror})"))
            return []

    for path in visible(top) if top.exists() else ():
        if not path.is_dir():
            found.append(("", path.name, "it lies beside the learners' folders"))
            continue
        if path.name in assignments:
            found.append(
                ("", path.name, "it is a lesson's folder where a learner's belongs, around it")
            )
            continue
        inside = visible(path)
        if not inside and not (path / KEPT).exists():
            found.append((path.name, "", "the folder is empty"))
        for each in inside:
            if each.is_dir() and each.name in assignments:
                continue
            meant = [name for name in assignments if each.name.lower() in _spellings(name)]
            found.append(
                (
                    path.name,
                    each.name,
                    f"the folder should be called {meant[0]}"
                    if meant and each.is_dir()
                    else "there is no lesson of this name"
                    if each.is_dir()
                    else "it lies beside the lessons' folders, not in one",
                )
            )
    return found


def _spellings(assignment):
    """How people write a lesson's folder."""
    slug = assignment.lstrip("0123456789_")
    return {
        slug,
        slug.replace("_", "-"),
        slug.replace("_", " "),
        assignment.lower(),
        assignment.replace("_", "-").lower(),
        assignment.replace("_", " ").lower(),
        assignment.lstrip("0").lower(),
        f"{assignment}.zip".lower(),
    }


def assignments(root):
    """Names of all assignments whose source lies in the course at `root`."""
    return sorted(path.name for path in (Path(root) / "source").glob("*") if path.is_dir())


def _reason(problem):
    """What an exception says to an instructor, in one sentence."""
    if isinstance(problem, BookLocked):
        return str(problem)
    if isinstance(problem, UnicodeEncodeError):
        return "A name is not UTF-8; rename the folder."
    if isinstance(problem, OSError) and problem.filename:
        return f"'{Path(str(problem.filename)).name}': {problem.strerror}."
    text = _last_line(str(problem)) or "no reason was given"
    kind = "" if isinstance(problem, RuntimeError) else f"{type(problem).__name__}: "
    return f"It could not be graded: {kind}{text}."


def _last_line(text):
    return (text.strip().splitlines() or [""])[-1][:200].rstrip(".")


def _has_points(source):
    """Whether a source notebook has cells that nbgrader knows of."""
    return any(cell.metadata.get("nbgrader") for cell in source.cells)


def _files(folder):
    """(relative name, bytes or None, why there are none or "") of all that lies in a folder, in
    order. Links are not followed.
    """
    for arrival in arrivals.in_folder(folder):
        if arrival.is_folder:
            continue
        limit = doctor.MAX_BYTES if arrival.name.endswith(".ipynb") else FILES_BYTES
        if arrival.size > limit:
            yield arrival.name, None, f"it has more than {limit // 2**20} MB"
            continue
        try:
            yield arrival.name, arrival.read(), ""
        except arrivals.Unreadable as reason:
            yield arrival.name, None, str(reason)


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
    """What a box does before the first submission of these Classrooms, and what it never shows: the
    `modules`, `cells` and `hidden` of Workers and Cluster.

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
            and BLANK not in cell.source
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
        "hidden": sorted({str(room.root) for room in rooms}),
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
