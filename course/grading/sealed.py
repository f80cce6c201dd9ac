"""The trusted side: test cells run here, learners' cells and functions in a box; plain data goes
between.

A test cell never meets a learner's object. It asks for a variable or the result
of a call and gets a copy made of JSON, or a sentence.
"""

import contextlib
import copy
import json
import time

from course.check import draws, limits
from course.check import learner as learners
from course.check.learner import NotAttempted, Stumble, TooSlow, call_text
from course.check.plain import NotPlain, plain
from course.grading import stranger, wire
from course.grading.sandbox import Box, NoSandbox
from course.grading.shell import make_shell

CELL_SECONDS = 60.0
CALL_SECONDS = 30.0
LEARNER_SECONDS = 300.0  # all cells and calls of a submission together, a second try included
TEST_SECONDS = 60.0  # CPU of this process for one test cell, whatever the answers are
WALL_SECONDS = LEARNER_SECONDS + 2 * TEST_SECONDS  # which waits for the learner's side as well
ANSWER_BYTES = 16 * 2**20  # of one message from the learner's side
OUTPUT_BYTES = 24 * 2**20  # of all outputs of a notebook
MAX_DEPTH = 32  # of what a display holds beside texts
REVIVALS = 3


_TIME_UP = f"The notebook had used up its {LEARNER_SECONDS / 60:.0f} minutes."


class Gone(Exception):
    """The learner's process ended or went silent."""


class Clock:
    """What is left of a submission's time."""

    def __init__(self, seconds=LEARNER_SECONDS):
        self.left = seconds

    @contextlib.contextmanager
    def running(self):
        start = time.monotonic()
        try:
            yield
        finally:
            self.left -= time.monotonic() - start


class Session:
    """One submission's learner side: cells are run, names are asked for, and a dead process is
    replaced.

    A fresh process runs the cells again, so that one exercise that kills its
    process costs only itself. `clock` bounds what the learner's side may take in all.
    """

    def __init__(self, box, files, clock=None):
        self._box, self._files, self._clock = box, files, clock or Clock()
        self._room = OUTPUT_BYTES
        self._channel = None
        self._done = []  # sources that ran, to run again
        self._world = None  # which warm process this began in
        self._dead = set()  # names whose use killed the process
        self._revivals = 0
        self.vanished = False  # whether a process ended without having been asked to
        # NoSandbox, once the warm process has gone: a test cell that meets it reports an error like
        # any other
        self.lost = None
        self.exercises = 0  # how many have asked for names so far

    def run(self, source):
        """Outputs of one of the learner's cells, as nbformat has them."""
        if self._revivals > REVIVALS:
            return [_error("ProcessEnded", "The process that runs this notebook ended too often.")]
        if self._clock.left <= 0:
            return [_error("TimeUp", _TIME_UP)]
        try:
            outputs = self._ask(["run", source], CELL_SECONDS)
        except Gone:
            self._end()
            self._revivals += 1
            return [
                _error(
                    "ProcessEnded", "This cell ended the process that ran it, or did not finish."
                )
            ]
        self._done.append(source)
        return self._bounded(outputs)

    def _bounded(self, outputs):
        size = len(json.dumps(outputs))
        if size > self._room:
            text = (
                f"[What this cell showed was left out: {size / 2**20:,.0f} MB, and a notebook's"
                f" outputs may have {OUTPUT_BYTES // 2**20} MB in all.]"
            )
            return [{"output_type": "stream", "name": "stdout", "text": text}]
        self._room -= size
        return outputs

    def ask(self, kind, exercise, name, *arguments):
        """A value or the result of a call. Raises NotAttempted or Stumble."""
        shown = f"`{name}`" if kind == "value" else f"`{arguments[1]}`"
        match self._try([kind, exercise, name, *arguments], name, shown):
            case ["gave", value]:
                return self._plain(value, shown)
            case ["untouched", str(text)]:
                raise NotAttempted(text[:500])
            case ["too slow", str(text)]:
                raise TooSlow(text[:500])
            case ["stumbled", str(text)]:
                raise Stumble(text[:500])
        raise Stumble(f"{shown} gave something that cannot be read.")

    def look(self, name):
        """("function", None) or ("value", plain copy) of a name, for a test that uses it directly.
        Raises NotAttempted or Stumble.
        """
        said = self._try(["look", name], name, f"`{name}`")
        match said:
            case ["function"]:
                return "function", None
            case ["gave", value]:
                return "value", self._plain(value, f"`{name}`")
        raise Stumble(f"`{name}` is nothing that can be read.")

    def apply(self, name, args, kwargs):
        """The learner's function called by such a test: plain data, or the exception that it
        raised.
        """
        shown = f"`{name}`"
        match self._try(["apply", name, list(args), dict(kwargs)], name, shown):
            case ["gave", value]:
                return self._plain(value, shown)
            case ["raised", str(kind), str(text)]:
                raise stranger.exception(kind[:100], text[:1000])
            case ["stumbled", str(text)]:
                raise Stumble(text[:500])
        raise Stumble(f"{shown} gave something that cannot be read.")

    def _try(self, message, name, shown):
        """Ask for something that may end the learner's process; what did so once is not tried
        again.
        """
        if name in self._dead or self._revivals > REVIVALS:
            raise Stumble(f"{shown} was not tried: an earlier try ended the process that ran it.")
        if self._clock.left <= 0:
            raise Stumble(f"{shown} was not tried. {_TIME_UP}")
        try:
            return self._ask(message, CALL_SECONDS)
        except Gone:
            self._dead.add(name)
            self._end()
            self._revivals += 1
            raise Stumble(
                f"{shown} ended the process that ran it, or could not be stopped."
            ) from None

    @staticmethod
    def _plain(value, shown):
        try:
            return plain(value)  # exact types once more: what came is a learner's word
        except NotPlain as problem:
            raise Stumble(f"{shown} gave {problem}.") from None

    def close(self):
        self._end()

    def _end(self):
        if self._channel is not None:
            self._channel.close()  # the guard in the box ends the learner's processes
            self._channel = None

    def _ask(self, message, seconds):
        try:
            with self._clock.running():
                if self._channel is None:
                    self._begin()
                said = self._answer(message, seconds)
        except TimeoutError:
            raise Gone from None
        except NoSandbox as problem:
            self.lost = problem
            raise
        except (OSError, wire.WireError):
            if (
                self._box.identity() != self._world or not self._box.answers()
            ):  # not the learner's doing: the whole submission is done again
                self.lost = NoSandbox("the learner's side has ended.")
                raise self.lost from None
            self.vanished = True
            raise Gone from None
        return self._outputs(said) if message[0] == "run" else said

    def _begin(self):
        before = self._box.identity()  # afterwards it may be that of a successor
        self._channel = self._box.open()
        self._world = self._world or before or self._box.identity()
        self._channel.settimeout(CELL_SECONDS)
        wire.send(self._channel, len(self._files))
        for name, content in self._files.items():  # one by one: together they may be long
            wire.send(self._channel, [name, content])
        for source in self._done:
            self._outputs(self._answer(["run", source], CELL_SECONDS))

    def _answer(self, message, seconds):
        seconds = min(seconds, max(self._clock.left, 0.0))
        self._channel.settimeout(seconds)
        wire.send(self._channel, message)
        return wire.receive(self._channel, ANSWER_BYTES, seconds)

    @staticmethod
    def _outputs(said):
        """The outputs of a cell, each checked for its form: notebooks are read by people and
        programs.
        """
        match said:
            case ["ran", list(outputs)]:
                return [wire.whole(output) for output in outputs if _is_output(output)]
        raise Gone


class Remote:
    """What `check` takes for the Learner: the same methods, answered by the box."""

    def __init__(self, session):
        self._session = session
        session.exercises += 1
        self._exercise = session.exercises  # time-outs are counted for each exercise

    def value(self, name):
        return self._session.ask("value", self._exercise, name)

    def call(self, name, args, shown=None):
        return self._session.ask(
            "call", self._exercise, name, tuple(args), shown or call_text(name, args)
        )


def is_test(cell):
    """Whether a cell holds tests: graded, and not an answer."""
    grader = cell["metadata"].get("nbgrader", {})
    return cell["cell_type"] == "code" and bool(grader.get("grade")) and not grader.get("solution")


class Grader:
    """Executes notebooks, sealed and contained. One a process; use it as a context.

    A notebook is its JSON as dictionaries: importing nbformat takes longer than pandas, and a
    worker would be ready later.
    """

    def __init__(self, contained=True, box=None):
        self._box = box or Box(contained)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._box.close()

    def execute(self, nb, files=None, sealed=True, before=0):
        """The notebook `nb`, of a lesson of this course, with all its code cells run. `files`:
        {name: content} beside it; `before`: how often this learner has been graded, so that nobody
        meets hidden draws twice.

        `sealed=False` runs test cells in the box too, beside the learner's code: tests use it to
        show what sealing keeps out.
        """

        def attempt(session, nb):
            shell = make_shell()
            learners.provide(lambda: Remote(session))
            try:
                return _run_cells(
                    nb,
                    lambda cell: (
                        _run_test(shell, cell["source"])
                        if sealed and is_test(cell)
                        else session.run(cell["source"])
                    ),
                )
            finally:
                learners.provide(None)

        return self._attempts(nb, files or {}, attempt, before)

    def _attempts(self, nb, files, attempt, before=0):
        """A process that vanished may have been ended from outside (out of memory, a signal): such
        a submission is done once more, with other hidden draws, and that stands.
        """
        clock = Clock()
        for book, number in ((copy.deepcopy(nb), before), (nb, f"{before}-again")):
            draws.renew(number)
            try:
                with contextlib.closing(Session(self._box, files, clock)) as session:
                    done = attempt(session, book)
            finally:
                draws.renew(0)
            if session.lost:
                raise session.lost
            if not session.vanished:
                break
        return done

    def execute_stranger(self, nb, files, helpers, unsealed):
        """The notebook `nb`, of another course, with its code cells run.

        `helpers` are sources of the instructor's own ungraded cells (imports,
        data): they run on both sides. Test cells named in `unsealed` run in the
        box; with None all of them do.
        """

        def attempt(session, nb):
            shell = make_shell()
            names, waiting = stranger.StandIns(session, shell), list(helpers)

            def run(cell):
                source = cell["source"]
                if source in waiting:
                    waiting.remove(source)
                    names.provide(source)
                    shell.run(source)  # what it says counts on the learner's side only
                if (
                    unsealed is None
                    or not is_test(cell)
                    or cell["metadata"]["nbgrader"]["grade_id"] in unsealed
                ):
                    return session.run(source)
                names.provide(source)
                return _run_test(shell, source)

            return _run_cells(nb, run)

        return self._attempts(nb, files, attempt)


def _run_test(shell, source):
    """Outputs of a test cell, run here; one that computes without end, for what it was given, ends
    as an error.
    """
    start, outputs = time.process_time(), []
    with contextlib.suppress(limits.TimeUp), limits.time_limit(TEST_SECONDS, WALL_SECONDS):
        outputs = shell.run(source)
    if time.process_time() - start > TEST_SECONDS:  # wherever in it the interrupt came
        return [_error("TimeUp", "This test cell computed too long with what it was given.")]
    return [wire.whole(output) for output in outputs]


def _run_cells(nb, run):
    """Outputs and counts of all code cells, in place."""
    for count, cell in enumerate(
        (cell for cell in nb["cells"] if cell["cell_type"] == "code"), start=1
    ):
        cell["outputs"] = [_numbered(output, count) for output in run(cell)]
        cell["execution_count"] = count
    return nb


def _error(name, text):
    return {"output_type": "error", "ename": name, "evalue": text, "traceback": [f"{name}: {text}"]}


def _numbered(output, count):
    return (
        output | {"execution_count": count} if output["output_type"] == "execute_result" else output
    )


def _is_output(output):
    def text(value):
        return type(value) is str

    if type(output) is not dict:
        return False
    match output:
        case {"output_type": "stream", "name": "stdout" | "stderr", "text": str()}:
            return len(output) == 3
        case {"output_type": "error", "ename": str(), "evalue": str(), "traceback": list(lines)}:
            return len(output) == 4 and all(map(text, lines))
        case {
            "output_type": "display_data" | "execute_result",
            "data": dict(data),
            "metadata": dict(),
        }:
            return all(text(kind) and _depth(each) <= MAX_DEPTH for kind, each in data.items())
    return False


def _depth(value, deepest=MAX_DEPTH):
    """How deep lists and dictionaries lie in each other, up to one more than `deepest`."""
    if deepest < 0 or type(value) not in (list, dict):
        return 0
    inside = value.values() if type(value) is dict else value
    return 1 + max((_depth(each, deepest - 1) for each in inside), default=0)
