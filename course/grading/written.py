"""One written question over all learners, on a small page of this machine: read, press, next.

What is pressed goes into nbgrader's grade book as its formgrader would write it (manual_score,
needs_manual_grade, manual_comment), so that both can be used side by side. Which half points were
given stands in the first line of the comment, for the learner to read too.

The page listens on 127.0.0.1. It holds no learner's data itself; whoever asks for some must send the
token, which is in the part of the address that browsers keep to themselves.
"""

import asyncio
import hmac
import importlib
import json
import re
import secrets
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import nbformat
import tornado.httpserver
import tornado.netutil
import tornado.web
from nbgrader.api import (
    Assignment,
    Comment,
    Grade,
    GradeCell,
    Notebook,
    SolutionCell,
    SubmittedAssignment,
    SubmittedNotebook,
    TaskCell,
)
from sqlalchemy.exc import OperationalError

from course.authoring import layout
from course.check import written
from course.grading import inert

HALF = 0.5
HOST = "127.0.0.1"
PAGE = Path(__file__).with_name("templates") / "written"
FILES = {"": "page.html", "page.js": "page.js", "page.css": "page.css"}
TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}
MOST_COMMENT = 10_000
_FIRST_LINE = re.compile(r"Half a point each for: (?P<given>none|\d+(?:, \d+)*)\.\s*")
# What grading puts below an answer for each picture that was pasted into it.
_PASTED = re.compile(r"\n\n!\[a pasted picture\]\(attachment:picture-\d+\)")
_ITEM = re.compile(r"^\s*\d+\.\s+(.*)$", re.MULTILINE)


class NothingToRead(LookupError):
    """There is no such question, or nobody has answered; the message says what to do."""


class Busy(RuntimeError):
    """Another program writes to the grade book; press again."""


@dataclass
class Question:
    """A graded cell that a person reads: `rubric` are the half points' words, `models` pairs of
    points and a model answer.
    """

    assignment: str
    notebook: str
    cell: str
    maximum: float
    html: str
    rubric: list
    models: list


class Desk:
    """All answers to one question. Entries are numbers from 0, in an order that tells no names."""

    def __init__(self, api, assignment, cell=None, names=False):
        self._api, self._names = api, names
        self.book = api.gradebook
        self.question = self._question(assignment, cell)
        self._entries = self._find_entries()
        if not self._entries:
            raise NothingToRead(f"nobody has handed in {assignment} yet: `course grade` first.")

    def _question(self, assignment, cell):
        rows = [
            row
            for kind in (GradeCell, TaskCell)
            for row in self.book.db.query(kind, Notebook.name)
            .join(Notebook, kind.notebook_id == Notebook.id)
            .join(Assignment, Notebook.assignment_id == Assignment.id)
            .filter(Assignment.name == assignment, kind.cell_type == "markdown")
        ]
        rows = [row for row in rows if cell in (None, row[0].name)]
        if not rows:
            raise NothingToRead(
                f"{assignment} has no written question"
                + (f" '{cell}'" if cell else "")
                + " in the grade book. Grade it once: `course grade`."
            )
        found, notebook = rows[0]
        # A grade belongs to the graded cell, a comment to the solution cell of the same name.
        answered = (
            self.book.db.query(SolutionCell.id)
            .filter(SolutionCell.name == found.name, SolutionCell.notebook_id == found.notebook_id)
            .first()
        )
        self._graded_cell, self._answer_cell = found.id, answered[0] if answered else found.id
        text = _asked(self._api.coursedir, assignment, notebook, found.name)
        rubric = rubric_of(text)
        if len(rubric) * HALF != found.max_score:
            rubric = []
        return Question(
            assignment, notebook, found.name, float(found.max_score), inert.prose(text), rubric,
            _models(assignment),
        )  # fmt: skip

    def _find_entries(self):
        """[(learner, grade id)]; nbgrader's ids are random, so their order tells nothing."""
        rows = (
            self.book.db.query(SubmittedAssignment.student_id, Grade.id)
            .join(SubmittedNotebook, Grade.notebook_id == SubmittedNotebook.id)
            .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
            .filter(Grade.cell_id == self._graded_cell)
            .order_by(Grade.id)
        )
        return [tuple(row) for row in rows]

    def __len__(self):
        return len(self._entries)

    def overview(self):
        """What the page shows of all: the question, one state an entry, and comments that were
        given before.
        """
        self.book.db.rollback()  # see what others have written
        grades = {
            each.id: each
            for each in self.book.db.query(Grade).filter(
                Grade.id.in_([grade for _, grade in self._entries])
            )
        }
        question = self.question
        states = []
        for _, grade in self._entries:
            found = grades[grade]
            blank = found.manual_score is None and found.auto_score == 0
            waits = found.needs_manual_grade
            states.append(
                {"state": "waits" if waits else "blank" if blank else "read", "score": found.score}
            )
        return {
            "title": f"{question.assignment} · {question.cell}",
            "question": question.html,
            "rubric": question.rubric,
            "models": [
                {"points": points, "html": inert.prose(text)} for points, text in question.models
            ],
            "maximum": question.maximum,
            "entries": states,
            "comments": self._comments(),
        }

    def _comments(self):
        """Remarks that were given to this question before, the most used first."""
        rows = self.book.db.query(Comment.manual_comment).filter(
            Comment.cell_id == self._answer_cell, Comment.manual_comment.is_not(None)
        )
        told = Counter(apart(text)[1] for (text,) in rows)
        return [text for text, _ in told.most_common() if text][:20]

    def entry(self, number):
        """One answer and what was given for it."""
        self.book.db.rollback()
        learner, grade = self._entries[number]
        found = self.book.db.get(Grade, grade)
        comment = self._comment(found)
        given, remark = apart(comment.manual_comment if comment else None)
        # Points from elsewhere, such as the formgrader, count: what was pressed here is over.
        if given is not None and len(given) * HALF != found.manual_score:
            given = None
        answer = self._answer(learner)
        return {
            "number": number,
            "name": learner if self._names else None,
            "html": None if answer is None else shown(*answer),
            "length": written.length(answer[0] if answer else ""),
            "score": found.score if not found.needs_manual_grade else None,
            "waits": found.needs_manual_grade,
            "blank": found.manual_score is None and found.auto_score == 0,
            "pressed": given,
            "remark": remark,
        }

    def give(self, number, pressed=None, score=None, remark=""):
        """Write what was pressed: a list of numbers from 1, or a `score`, or neither, which makes
        the answer wait again. Raises ValueError for what the question does not allow, and Busy.
        """
        allowed = range(1, len(self.question.rubric) + 1)
        if pressed is not None:
            if type(pressed) is not list or not all(
                type(each) is int and each in allowed for each in pressed
            ):
                raise ValueError("there is no such half point")
            pressed = sorted(set(pressed))
            score = len(pressed) * HALF
        elif score is not None and (
            type(score) not in (int, float) or not 0 <= score <= self.question.maximum
        ):
            raise ValueError(f"points run from 0 to {self.question.maximum:g}")
        if type(remark) is not str or len(remark) > MOST_COMMENT:
            raise ValueError(f"a comment has at most {MOST_COMMENT} characters")
        _, grade = self._entries[number]
        try:
            self.book.db.rollback()
            found = self.book.db.get(Grade, grade)
            # As nbgrader's formgrader does.
            found.manual_score = score
            found.needs_manual_grade = score is None and found.auto_score is None
            comment = self._comment(found)
            if comment is None:
                comment = Comment(cell_id=self._answer_cell, notebook_id=found.notebook_id)
                self.book.db.add(comment)
            comment.manual_comment = _together(pressed, remark) or None
            self.book.db.commit()
        except OperationalError:
            self.book.db.rollback()
            raise Busy("The grade book is in use by another program. Press again.") from None
        return self.entry(number)

    def _comment(self, grade):
        return (
            self.book.db.query(Comment)
            .filter(Comment.cell_id == self._answer_cell, Comment.notebook_id == grade.notebook_id)
            .first()
        )

    def _answer(self, learner):
        """The answer's cell in the graded notebook as (text, attachments), or None."""
        folders, question = self._api.coursedir, self.question
        path = Path(
            folders.format_path(folders.autograded_directory, learner, question.assignment),
            f"{question.notebook}.ipynb",
        )
        try:
            cells = json.loads(path.read_bytes())["cells"]
            cell = next(
                each
                for each in cells
                if each["metadata"].get("nbgrader", {}).get("grade_id") == question.cell
            )
            text = cell["source"]
            return text if isinstance(text, str) else "".join(text), cell.get("attachments")
        except (
            OSError, ValueError, KeyError, TypeError, AttributeError, StopIteration, RecursionError
        ):  # fmt: skip
            return None

    def close(self):
        self.book.close()


def _asked(folders, assignment, notebook, cell):
    """The Markdown of the question: the cell before the answer's."""
    path = Path(folders.format_path(folders.source_directory, ".", assignment), f"{notebook}.ipynb")
    try:
        cells = nbformat.read(path, as_version=4).cells
    except OSError:
        return ""
    place = next(
        (
            at
            for at, each in enumerate(cells)
            if each.metadata.get("nbgrader", {}).get("grade_id") == cell
        ),
        0,
    )
    return cells[place - 1].source if place and cells[place - 1].cell_type == "markdown" else ""


def rubric_of(text):
    """The words of a question's numbered half points."""
    return [words.rstrip(" ;.") for words in _ITEM.findall(text)]


def _models(assignment):
    """[(points, model answer)] of a lesson of this course; [] elsewhere."""
    try:
        slug = layout.lesson(assignment).slug
        answers = importlib.import_module(f"course.lessons.{slug}.answers")
    except (LookupError, ModuleNotFoundError):
        return []
    return sorted(getattr(answers, "MODEL_ANSWERS", {}).items())


def apart(comment):
    """(half points given or None, remark) of a comment in the grade book."""
    told = _FIRST_LINE.match(comment or "")
    if not told:
        return None, comment or ""
    given = told["given"]
    numbers = [] if given == "none" else [int(each) for each in given.split(", ")]
    return numbers, comment[told.end() :]


def _together(pressed, remark):
    remark = remark.strip()
    if pressed is None:
        return remark
    first = f"Half a point each for: {', '.join(map(str, pressed)) or 'none'}."
    return f"{first}\n\n{remark}" if remark else first


def shown(text, attachments=None):
    """A learner's answer as HTML in which nothing runs, loads or leads away; below it the pictures
    that were pasted into it.
    """
    text = _PASTED.sub("", text)
    # autograded/ holds answers that were made harmless already: HTML in a box of its own.
    made = inert.html(text) if text.startswith("<div") else inert.markdown(text)
    made = made.replace("<img>", "")  # what is left of a picture that may not be shown
    return made + inert.pasted({"attachments": attachments})


# The page


class _Handler(tornado.web.RequestHandler):
    def initialize(self, desk, token):
        self.desk, self.token = desk, token

    def set_default_headers(self):
        self.set_header("Cache-Control", "no-store")
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:;"
            " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        )

    def prepare(self):
        # A page elsewhere that makes its name lead here must not get through.
        if self.request.host.rsplit(":", 1)[0] not in (HOST, "localhost"):
            raise tornado.web.HTTPError(403)

    def write_error(self, status_code, **about):
        self.finish({"error": f"That did not work ({status_code})."})


class _File(_Handler):
    """The page without any data."""

    def get(self, name):
        if name not in FILES:
            raise tornado.web.HTTPError(404)
        path = PAGE / FILES[name]
        self.set_header("Content-Type", f"{TYPES[path.suffix]}; charset=utf-8")
        self.finish(path.read_bytes())


class _Data(_Handler):
    def prepare(self):
        super().prepare()
        told = self.request.headers.get("Authorization", "")
        if not hmac.compare_digest(told.encode(), f"token {self.token}".encode()):
            raise tornado.web.HTTPError(403)


class _Overview(_Data):
    def get(self):
        self.finish(self.desk.overview())


class _Entry(_Data):
    def prepare(self):
        super().prepare()
        self.number = int(self.path_args[0])
        if self.number >= len(self.desk):
            raise tornado.web.HTTPError(404)

    def get(self, _):
        self.finish(self.desk.entry(self.number))

    def put(self, _):
        try:
            told = json.loads(self.request.body)
            if not isinstance(told, dict):
                raise ValueError("an object is asked for")
            given = {name: told[name] for name in ("pressed", "score", "remark") if name in told}
            self.finish(self.desk.give(self.number, **given))
        except Busy as busy:
            self.set_status(503)
            self.finish({"error": str(busy)})
        except (ValueError, TypeError, UnicodeError) as problem:
            self.set_status(400)
            self.finish({"error": str(problem)})


def application(desk, token):
    """The tornado application of a Desk."""
    about = {"desk": desk, "token": token}
    return tornado.web.Application(
        [
            (r"/api/overview", _Overview, about),
            (r"/api/entries/(\d{1,9})", _Entry, about),
            (r"/([a-z.]*)", _File, about),
        ]
    )


def serve(desk, port, ready):
    """Serve a Desk until it is interrupted; `ready(address)` is told where. Raises OSError for a
    busy port.
    """

    async def run():
        token = secrets.token_urlsafe(24)
        server = tornado.httpserver.HTTPServer(application(desk, token), max_body_size=2**20)
        sockets = tornado.netutil.bind_sockets(port, HOST)
        server.add_sockets(sockets)
        ready(f"http://{HOST}:{sockets[0].getsockname()[1]}/#{token}")
        await asyncio.Event().wait()

    asyncio.run(run())
