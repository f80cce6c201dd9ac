"""Where a learner stands, worked out from the record: the one source of every such sentence."""

import json
import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path

from course import operations
from course.check import record
from course.check.exercise import points
from course.practice import dates
from course.practice.work import FEEDBACK, title

UNTOUCHED, WRONG, PASSES, RIGHT = "not attempted", "not yet", "passes here", "right"
_FIRST_HONEST_SCHEMA = 2  # before, "right" was said of everything that passed here
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@dataclass(frozen=True)
class Exercise:
    """One exercise of a lesson. `checked` is False for the written answer; `earned` in points."""

    name: str
    title: str
    maximum: float
    checked: bool
    state: str = UNTOUCHED
    earned: float = 0.0


@dataclass(frozen=True)
class Lesson:
    """One lesson laid out in the work folder. `graded` is None or the points that `course grade
    --self` gave since the last try; `last` the time of the last try ("" before the first).
    """

    folder: str
    slug: str
    title: str
    minutes: int
    promise: str
    exercises: tuple
    graded: float | None
    feedback: str
    last: str
    due: object = None  # an aware datetime, or None

    @property
    def number(self):
        return self.folder[:2]

    @property
    def path(self):
        return f"{self.folder}/{self.slug}.ipynb"

    @property
    def part(self):
        return operations.part(self.slug)

    @cached_property
    def checked(self):
        return [each for each in self.exercises if each.checked]

    @property
    def maximum(self):
        """The points that a test gives; a written answer is read by a person."""
        return sum(each.maximum for each in self.checked)

    @property
    def begun(self):
        return any(each.state != UNTOUCHED for each in self.checked)

    @property
    def done(self):
        """Whether all that can be checked here is right."""
        return bool(self.checked) and all(each.state in (PASSES, RIGHT) for each in self.checked)

    def points(self, state):
        """The points of the exercises in one state, as far as the notebook knows of them."""
        return sum(each.earned for each in self.checked if each.state == state)

    @property
    def open(self):
        """The first exercise that is neither passed nor right, or None."""
        return next((each for each in self.checked if each.state not in (PASSES, RIGHT)), None)

    @property
    def text(self):
        """Where the learner stands, in a few words."""
        if self.graded is not None:
            return f"graded: {self.graded:g} of {self.maximum:g}"
        if not self.begun:
            return "not begun"
        right, passes = self.points(RIGHT), self.points(PASSES)
        if self.done:
            return "right" if right == self.maximum else "all passes here"
        tried = sum(each.state in (PASSES, RIGHT) for each in self.checked)
        return f"{tried} of {len(self.checked)} exercises" if passes + right else "begun"


def lessons(work):
    """All lessons laid out in the folder `work`, in order, with where the learner stands."""
    lines, due = record.read(work), _due(Path(work).parent)
    return [
        _lesson(Path(work), folder, lines, due)
        for folder in sorted(
            path.name for path in Path(work).iterdir() if re.match(r"^\d\d_", path.name)
        )
        if files("course.lessons").joinpath(folder[3:], "lesson.toml").is_file()
    ]


def _due(root):
    """{slug: datetime} of the course's dates.toml; none where it cannot be read: the instructor is
    told elsewhere.
    """
    try:
        return dates.read(root).due
    except dates.DatesError:
        return {}


def _lesson(work, folder, lines, due):
    slug = folder[3:]
    about = tomllib.loads(
        files("course.lessons").joinpath(slug, "lesson.toml").read_text(encoding="utf-8")
    )
    mine = [line for line in lines if line.get("lesson") == slug]
    tries = [
        line
        for line in mine
        if line.get("kind") == "exercise" and line.get("outcome") in (WRONG, PASSES, RIGHT)
    ]
    last = max((str(line.get("at", "")) for line in tries), default="")
    graded = [
        line
        for line in mine
        if line.get("kind") == "graded"
        and str(line.get("at", "")) >= last
        and isinstance(line.get("score"), int | float)
    ]
    page = f"{FEEDBACK}/{folder}.html"
    return Lesson(
        folder=folder,
        slug=slug,
        **{key: about[key] for key in ("title", "minutes", "promise")},
        exercises=tuple(_exercises(slug, work / folder / f"{slug}.ipynb", tries)),
        graded=float(graded[-1]["score"]) if graded else None,
        feedback=page if (work / page).is_file() else "",
        last=last,
        due=due.get(slug),
    )


def _exercises(slug, notebook, tries):
    """The exercises in the notebook's order; where a learner's file cannot be read, none."""
    latest = {str(line.get("exercise")): line for line in tries}  # the last real try counts
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        graded = [
            cell for cell in cells if cell.get("metadata", {}).get("nbgrader", {}).get("grade")
        ]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        cells, graded = [], []
    headings = {cell.get("id", ""): "".join(cell.get("source", "")) for cell in cells}
    for cell in graded:
        name = cell["metadata"]["nbgrader"]["grade_id"].removesuffix("_test")
        maximum = points(slug, name)
        state, earned = _state(latest.get(name), maximum)
        yield Exercise(
            name=name,
            title=title(headings.get(f"{name}_question", ""), name),
            maximum=maximum,
            checked=not cell["metadata"]["nbgrader"].get("solution"),
            state=state,
            earned=earned,
        )


def _state(line, maximum):
    """(state, points earned) of a line of the record."""
    if line is None:
        return UNTOUCHED, 0.0
    state, score = line["outcome"], line.get("score")
    schema = line.get("schema")
    if state == RIGHT and not (isinstance(schema, int) and schema >= _FIRST_HONEST_SCHEMA):
        state = PASSES
    earned = float(score) if isinstance(score, int | float) and score == score else 0.0
    return state, min(max(earned, 0.0), maximum)


@dataclass(frozen=True)
class Step:
    """What to do next: `lead` the words before, `label` and `path` the link, `detail` a
    sentence.
    """

    lead: str
    label: str
    path: str
    detail: str


def next_step(all_lessons):
    """The one thing to do now: begin, go on with what was touched last, the next one, or grade."""
    if not all_lessons:
        return Step("", "", "", "No lesson is laid out here. Start the course with `course lab`.")
    begun = [each for each in all_lessons if each.last]
    if not begun:
        first = all_lessons[0]
        return Step("Begin here", _label(first), first.path, _about(first))
    last = max(begun, key=lambda each: each.last)
    if not last.done:
        return _go_on(last)
    place = all_lessons.index(last)
    later = all_lessons[place + 1 :] + all_lessons[:place]
    following = next((each for each in later if not each.done), None)
    if following is None:
        return Step(
            "All lessons pass here",
            "See your feedback" if last.feedback else _label(last),
            last.feedback or last.path,
            "Have them graded below, and read what the expert does differently.",
        )
    if following.begun:
        return _go_on(following)
    return Step("Next", _label(following), following.path, _about(following))


def _go_on(lesson):
    return Step(
        "Go on with",
        _label(lesson),
        lesson.path,
        f"{lesson.open.title} {'is open' if lesson.open.state == UNTOUCHED else 'is not yet right'}."
        + _until(lesson)
        if lesson.open
        else _about(lesson),
    )


def _label(lesson):
    return f"{lesson.number} {lesson.title}"


def _about(lesson):
    return f"{lesson.minutes} minutes. {lesson.promise}{_until(lesson)}"


def _until(lesson):
    return f" Due {day(lesson.due)}, {lesson.due:%H:%M}." if lesson.due and not lesson.done else ""


def day(moment):
    """A date as people write it, whatever the machine's language: Mon 2 Mar."""
    return f"{_DAYS[moment.weekday()]} {moment.day} {_MONTHS[moment.month - 1]}"


@dataclass(frozen=True)
class Guess:
    """A prediction beside its answer. `off` is the distance as a share of the question's range."""

    lesson: str
    question: str
    value: float
    answer: float
    off: float


CLOSE = 0.1  # of the range that the question allowed: "close"


def guesses(work):
    """The learner's predictions whose answers were shown, one a question (the first guess counts),
    oldest first.
    """
    found = {}
    for line in record.read(work):
        if line.get("kind") != "answer":
            continue
        key = (str(line.get("lesson")), str(line.get("question")))
        numbers = [line.get(name) for name in ("value", "answer", "low", "high")]
        if key in found or not all(type(each) in (int, float) for each in numbers):
            continue
        value, answer, low, high = numbers
        if high > low:
            found[key] = Guess(*key, value, answer, abs(value - answer) / (high - low))
    return list(found.values())


def calibration(all_guesses):
    """How well the learner guessed, in words; "" without a guess."""
    count = len(all_guesses)
    if not count:
        return ""
    close = sum(each.off <= CLOSE for each in all_guesses)
    middle = sorted(each.off for each in all_guesses)[count // 2]
    over = Counter((each.value > each.answer) - (each.value < each.answer) for each in all_guesses)
    said = (
        f"{close} of your {count} guess{'es' if count > 1 else ''}"
        f" {'was' if close == 1 else 'were'} close: within {CLOSE:.0%} of the range asked about."
    )
    if count < 5:
        return f"{said} That is too few to say more."
    said += f" Half of them were off by {middle:.0%} of the range or less."
    side, times = ("high", over[1]) if over[1] > over[-1] else ("low", over[-1])
    if times >= 0.75 * count:
        said += f" {times} of {count} were too {side}: you tend to guess {side}."
    return said
