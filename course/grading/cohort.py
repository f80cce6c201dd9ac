"""What a class has learned: the grade book and the executed notebooks, as one page and three tables.

Difficulty is Moodle's facility index, the mean of points ÷ maximum. Discrimination is Moodle's
discrimination index, the correlation between the points of one exercise and those of the rest of
the same lesson; statistics calls it the corrected item-total correlation. Formulas and limits:
MoodleDocs, "Development:Quiz report statistics" and "Development:Quiz statistics calculations".
"""

import csv
import json
import math
import re
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape
from nbgrader.api import (
    Assignment,
    Grade,
    GradeCell,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    TaskCell,
)

from course import operations
from course.authoring import layout
from course.check.render import OUTCOME
from course.grading import charts

STATES = ("not attempted", "not yet", "passes here", "right")
TEMPLATES = Path(__file__).with_name("templates")

# When an exercise or a message is worth mending.
FEW = 20  # learners; with fewer, a correlation is mostly luck
CHANCE = 2.0  # standard errors (1 ÷ √n) below 0 from which a negative correlation is none by chance
LEAST = 3  # learners; what happened to fewer is no pattern
HARD, EASY = 0.30, 0.95  # share of the points
WEAK = 0.20  # Moodle: below 20% a question discriminates very weakly
BLANK = 0.25  # share of the class that left it untouched
REPEATED = 0.20  # share of the class that met the same sentence first
BELOW = 0.25  # share of decisions that earn less than the baseline
BEYOND = 0.25  # share of decisions that beat the expert by more than its margin
MARGIN = 0.05  # of g

NAMED = 6  # exercises to mend whose names stand in the picture

_GROUPS = ("weakest fifth", "second", "middle", "fourth", "strongest fifth")
_SENTENCE = 400  # characters of a sentence that are kept
_FINDINGS = 20  # sentences of one test cell that are kept
_ROWS = 100  # items of one sorting exercise that are kept
_CHUNK = 64  # notebooks that a process reads at a time
_ALONE = 256  # notebooks up to which one process is quicker
_DIGITS = 5  # an id of so many digits is a person's, a shorter number may be a value
_LETTERS = 3  # a part of a name with fewer letters is an ordinary word too


class NothingGraded(Exception):
    """There is no submission in the grade book; the message says what to do."""


@dataclass
class Cohort:
    """What was read of a class.

    `grades`: one row a learner and exercise (learner, lesson, item, points, maximum, waiting,
    untouched, written). `submissions`: one row a hand-in (learner, lesson, at, late in seconds).
    `learners`: {id: name to show}. `names`: words that belong to persons. `outcomes`:
    {(learner, lesson, item): Outcome} of test cells that told one.
    """

    grades: pd.DataFrame
    submissions: pd.DataFrame
    learners: dict
    names: set
    outcomes: dict
    unread: int = 0  # executed notebooks that are not there or cannot be read
    lessons: dict = field(default_factory=dict)  # {folder: Lesson}


@dataclass
class Outcome:
    """What a test cell told at grading: `sentences` of checks that failed, in order. The first
    `leading` of them come from the check that failed first: one, or the wrong items of a sorting.
    """

    state: str
    g: float | None
    sentences: list
    leading: int = 1


# Reading


def read(api, jobs=1):
    """The Cohort of the nbgrader course that `api` stands for. Raises NothingGraded."""
    with api.gradebook as book:
        learners, names = _people(book.db)
        submissions = _submissions(book.db)
        cells = graded_cells(book.db)
        grades = read_grades(book.db, cells)
    if not len(submissions):
        raise NothingGraded("nothing was graded yet: `course grade` first.")
    tested = {}
    for lesson, notebook, item, _, kind in cells.values():
        if kind == "code":
            tested.setdefault((lesson, notebook), set()).add(item)
    folders = api.coursedir
    places = [
        (
            folders.format_path(folders.autograded_directory, learner, lesson) + f"/{name}.ipynb",
            items,
            learner,
            lesson,
        )
        for learner, lesson in zip(submissions["learner"], submissions["lesson"], strict=True)
        for (of, name), items in tested.items()
        if of == lesson
    ]
    outcomes, unread = _outcomes(places, jobs)
    lessons = {lesson.folder: lesson for lesson in layout.lessons()}
    return Cohort(grades, submissions, learners, names, outcomes, unread, lessons)


def _people(db):
    rows = db.query(Student.id, Student.first_name, Student.last_name).all()
    learners = {
        who: ", ".join(filter(None, (last, first))) if last or first else who
        for who, first, last in rows
    }
    often = Counter(learners.values())
    for who, name in learners.items():
        if often[name] > 1:  # two people of one name
            learners[who] = f"{name} ({who})"
    names = set()
    for row in rows:
        for text in filter(None, row):
            names.add(text.lower())
            names.update(word for word in re.findall(r"\w+", text.lower()) if _is_name(word))
    return learners, names


def _is_name(word):
    return len(word) >= (_DIGITS if word.isdigit() else _LETTERS)


def _submissions(db):
    rows = (
        db.query(
            SubmittedAssignment.student_id,
            Assignment.name,
            SubmittedAssignment.timestamp,
            SubmittedAssignment.extension,
            Assignment.duedate,
        )
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .all()
    )

    def late(at, extension, due):
        if not at or not due:
            return 0.0
        return max((at - due - (extension or pd.Timedelta(0))).total_seconds(), 0.0)

    return pd.DataFrame(
        [(who, lesson, at, late(at, more, due)) for who, lesson, at, more, due in rows],
        columns=["learner", "lesson", "at", "late"],
    )


def graded_cells(db):
    """{cell id: (lesson, notebook, item, maximum, "code" or "markdown")} of everything graded."""
    found = {}
    for kind in (GradeCell, TaskCell):
        rows = (
            db.query(
                kind.id, Assignment.name, Notebook.name, kind.name, kind.max_score, kind.cell_type
            )
            .join(Notebook, kind.notebook_id == Notebook.id)
            .join(Assignment, Notebook.assignment_id == Assignment.id)
        )
        found |= {key: tuple(row) for key, *row in rows.all()}
    return found


def read_grades(db, cells):
    """One row a learner and exercise, as in Cohort; `cells` are those of `graded_cells`."""
    rows = (
        db.query(
            SubmittedAssignment.student_id, Grade.cell_id, Grade.auto_score,
            Grade.manual_score, Grade.extra_credit, Grade.needs_manual_grade,
        )
        .join(SubmittedNotebook, Grade.notebook_id == SubmittedNotebook.id)
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .all()
    )  # fmt: skip
    made = []
    for who, cell, auto, manual, extra, waiting in rows:
        if cell not in cells:
            continue
        lesson, _, item, most, kind = cells[cell]
        points = (manual if manual is not None else auto or 0.0) + (extra or 0.0)
        # nbgrader gives a written answer 0 by itself only where nothing was written.
        untouched = kind == "markdown" and manual is None and auto == 0
        made.append((who, lesson, item, points, most, bool(waiting), untouched, kind == "markdown"))
    columns = ["learner", "lesson", "item", "points", "maximum", "waiting", "untouched", "written"]
    return pd.DataFrame(made, columns=columns)


def _outcomes(places, jobs):
    """({(learner, lesson, item): Outcome}, how many notebooks could not be read)."""
    chunks = [places[start : start + _CHUNK] for start in range(0, len(places), _CHUNK)]
    if jobs > 1 and len(places) > _ALONE:
        with ProcessPoolExecutor(jobs) as pool:
            read_chunks = list(pool.map(_read_chunk, chunks))
    else:
        read_chunks = map(_read_chunk, chunks)
    outcomes, unread = {}, 0
    for found, missing in read_chunks:
        outcomes |= found
        unread += missing
    return outcomes, unread


def _read_chunk(places):
    found, missing = {}, 0
    for path, items, learner, lesson in places:
        try:
            cells = json.loads(Path(path).read_bytes())["cells"]
            told = {name: data for name, data in map(_told, cells) if name in items}
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            missing += 1
            continue
        for item, data in told.items():
            outcome = _outcome(data)
            if outcome:
                found[learner, lesson, item] = outcome
    return found, missing


def _told(cell):
    """(grade id, the last outcome among the outputs) of a cell, as far as there is one."""
    data = None
    for output in cell.get("outputs") or ():
        data = output.get("data", {}).get(OUTCOME, data)
    return cell["metadata"].get("nbgrader", {}).get("grade_id"), data


def _outcome(data):
    """An Outcome of what a notebook holds; None where that is none. Nothing in it is trusted."""
    if not isinstance(data, dict) or data.get("state") not in STATES:
        return None
    findings = data.get("findings")
    told = [
        _said(each)
        for each in (findings if isinstance(findings, list) else [])[:_FINDINGS]
        if isinstance(each, dict) and _is_wrong(each.get("share"))
    ]
    told = [sentences for sentences in told if sentences]
    leading = len(told[0]) if told else 1
    return Outcome(
        data["state"], _number(data.get("g")), [each for said in told for each in said], leading
    )


def _is_wrong(share):
    return _number(share) is not None and share < 1


def _said(finding):
    """The sentences of a check that failed: its own, or those of the items that are wrong."""
    rows = finding.get("rows")
    wrong = [
        row[1].replace("**", "")[:_SENTENCE]
        for row in (rows if isinstance(rows, list) else [])[:_ROWS]
        if isinstance(row, list) and len(row) == 2 and not row[0] and isinstance(row[1], str)
    ]
    sentence = finding.get("sentence")
    return wrong or ([sentence[:_SENTENCE]] if isinstance(sentence, str) else [])


def _number(value):
    real = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if real and math.isfinite(value) else None


# Sentences: the same sentence with other values is one sentence

# In order: what stands between the parentheses of a call, other code, quotations, brackets, numbers.
_VALUE = re.compile(
    r"(?<=\()[^`]*(?=\)`)|`[^`(]*`|'[^']*'|\"[^\"]*\"|[\[{][^\[\]{}]*[\]}]|[-−+]?\d[\d,]*(?:\.\d+)?(?:e[-+]?\d+)?%?"
)
_GAP = "…"


class Message:
    """One sentence of the checks, with the values that learners' work brought into it."""

    def __init__(self):
        self.count, self.first, self.lost = 0, 0, 0.0
        self._values = Counter()

    def add(self, values):
        self.count += 1
        self._values[values] += 1

    def text(self, pattern, names):
        """The sentence, with … where it differs from learner to learner or names a person."""
        every = list(zip(*self._values, strict=True))
        kept = [
            values[0] if len(set(values)) == 1 and not _told_name(values[0], names) else _GAP
            for values in every
        ]
        return _filled(pattern, kept)

    def example(self, pattern, names):
        """(the sentence as most of them met it, how many did); None where it names a person."""
        for values, count in self._values.most_common():
            if not any(_told_name(value, names) for value in values):
                return _filled(pattern, values), count
        return None


def split(sentence):
    """(the sentence's fixed parts, its values): "`f(2)` gave 3." is (("", " gave ", "."), ...)."""
    return tuple(_VALUE.split(sentence)), tuple(_VALUE.findall(sentence))


def _filled(pattern, values):
    parts = [pattern[0]]
    for value, text in zip(values, pattern[1:], strict=True):
        parts += [value, text]
    return "".join(parts)


def _told_name(value, names):
    words = re.findall(r"\w+", value.lower())
    return value.strip("`'\"").lower() in names or any(
        word in names for word in words if _is_name(word)
    )


# What the numbers say


@dataclass
class Item:
    """One exercise over the class. Shares run from 0 to 1; None where nothing can be said."""

    lesson: str
    name: str
    maximum: float
    learners: int
    facility: float | None
    discrimination: float | None
    attempted: int | None
    waiting: int
    states: dict
    g: list
    messages: list = field(default_factory=list)  # dicts: text, example, count, first, lost
    skills: tuple = ()

    @property
    def median(self):
        """The median of g."""
        return float(np.median(self.g)) if self.g else None

    @property
    def label(self):
        return self.name.removesuffix("_test")

    @property
    def anchor(self):
        return re.sub(r"\W+", "-", f"{self.lesson}-{self.label}")


def items(cohort):
    """The Items of a Cohort, in the order of lessons and exercises."""
    found = []
    for lesson, grades in cohort.grades.groupby("lesson", sort=True):
        table = grades.pivot_table(index="learner", columns="item", values="points", sort=False)
        waiting = grades.groupby("item")["waiting"].sum()
        read = [name for name in table.columns if not waiting[name]]
        known = cohort.lessons.get(lesson)
        skills = known.about["skills"] if known else {}
        for name, rows in grades.groupby("item", sort=False):
            given = rows[~rows["waiting"]]
            maximum = float(rows["maximum"].iloc[0])
            share = (given["points"] / maximum).clip(0, 1) if maximum else given["points"] * 0
            item = Item(
                lesson,
                name,
                maximum,
                len(rows),
                float(share.mean()) if len(share) and maximum else None,
                _correlation(
                    table[name], table[[each for each in read if each != name]].sum(axis=1)
                )
                if name in read
                else None,
                None,
                int(waiting[name]),
                {},
                [],
            )
            item.skills = tuple(skills.get(item.label, ()))
            _listen(item, rows, cohort)
            found.append(item)
    return found


def _correlation(one, rest):
    """Pearson's r; None where one of both does not vary."""
    if len(one) < 3 or one.std() < 1e-9 or rest.std() < 1e-9:
        return None
    return float(np.corrcoef(one, rest)[0, 1])


def _listen(item, rows, cohort):
    """Put what the test cells of one exercise told into its Item."""
    states, messages = Counter(), {}
    for learner, points in zip(rows["learner"], rows["points"], strict=True):
        outcome = cohort.outcomes.get((learner, item.lesson, item.name))
        if outcome is None:
            continue
        states[outcome.state] += 1
        # The sentence of a decision tells its g, which is no mistake.
        is_decided = outcome.g is not None
        if is_decided:
            item.g.append(outcome.g)
        met = set()
        for place, sentence in enumerate(outcome.sentences):
            pattern, values = split(sentence)
            if pattern in met:
                continue
            met.add(pattern)
            message = messages.setdefault(pattern, Message())
            message.add(values)
            if place < outcome.leading and not is_decided:
                message.first += 1
                message.lost += max(item.maximum - points, 0.0) / outcome.leading
    item.states = dict(states)
    if states:
        item.attempted = sum(states.values()) - states["not attempted"]
    elif rows["written"].all():
        item.attempted = int((~rows["untouched"]).sum())
    for pattern, message in sorted(messages.items(), key=lambda pair: -pair[1].count):
        example = message.example(pattern, cohort.names)
        item.messages.append(
            {
                "text": message.text(pattern, cohort.names),
                "example": example[0] if example else "",
                "times": example[1] if example else 0,
                "count": message.count,
                "first": message.first,
                "lost": message.lost,
            }
        )


@dataclass
class Mend:
    """An exercise to mend: `cost` is the points that its plainest fault takes from a learner."""

    item: Item
    rank: int  # 0: probably our mistake, 1: stops many, 2: teaches or tells little
    cost: float
    reasons: list  # [("exercise", "message" or "decision", why)]


def to_mend(found):
    """What an author mends first, most urgent first: a list of Mend."""
    mends = []
    for item in found:
        reasons = sorted(_reasons(item), key=lambda reason: (reason[0], -reason[3]))
        if reasons:
            rank = reasons[0][0]
            cost = max(each[3] for each in reasons if each[0] == rank)
            mends.append(Mend(item, rank, cost, [each[1:3] for each in reasons]))
    return sorted(mends, key=lambda mend: (mend.rank, -mend.cost))


def _reasons(item):
    """(rank, what, why, points lost a learner) of everything that speaks against an exercise."""
    n, facility, r = item.learners, item.facility, item.discrimination
    lost = item.maximum * (1 - (facility or 0.0))
    told = "" if r is None else f"{r:.2f}".replace("-", "−")

    def many(count, of, share):
        return count >= LEAST and count >= share * of

    if n >= FEW and r is not None:
        if r < -CHANCE / math.sqrt(n):
            yield (
                0,
                "exercise",
                f"Those who do well in the rest of the lesson do badly here (discrimination {told}):"
                " the question, its key or a check is probably wrong.",
                lost,
            )
        elif r < WEAK and facility < EASY:
            yield (
                2,
                "exercise",
                f"It hardly tells who knows the lesson (discrimination {told}).",
                lost,
            )
    for message in item.messages:
        if many(message["first"], n, REPEATED):
            yield (
                1,
                "message",
                f"{message['first']} of {n} handed it in with “{message['text']}” The sentence does"
                " not help them on, or the question leads there.",
                message["lost"] / n,
            )
    below, beyond = sum(g < 0 for g in item.g), sum(g > 1 + MARGIN for g in item.g)
    if many(below, len(item.g), BELOW):
        yield (
            1,
            "decision",
            f"{below} of {len(item.g)} policies earn less than the baseline: the lesson does not lead"
            " to a better decision than the naive one.",
            lost,
        )
    if many(beyond, len(item.g), BEYOND):
        why = f"{beyond} of {len(item.g)} policies beat the expert, who is no upper mark any more."
        yield 2, "decision", why, 0.0
    if item.attempted is not None and many(n - item.attempted, n, BLANK):
        blank = n - item.attempted
        yield (
            1,
            "exercise",
            f"{blank} of {n} left it untouched: it comes too late, is too long, or its stub gives no"
            " hold.",
            item.maximum * blank / n,
        )
    if facility is not None and n >= LEAST and facility < HARD:
        why = f"The class has {facility:.0%} of its points: too hard, or not prepared for."
        yield 1, "exercise", why, lost
    if facility is not None and n >= FEW and facility >= EASY:
        yield 2, "exercise", f"Nearly all have it ({facility:.0%}): it can ask for more.", lost


def part(lesson):
    """The title of the part of the course that a Lesson belongs to; "" for None."""
    return operations.PARTS[operations.part(lesson.slug)] if lesson else ""


def learners(cohort):
    """One row a learner: a DataFrame with id, name, handed_in, points, maximum, share, one column a
    part of the course (points) with its maximum ("of <part>"), missing (lessons), late, waiting.
    """
    grades = cohort.grades
    given = sorted(cohort.submissions["lesson"].unique())
    parts = {lesson: part(cohort.lessons.get(lesson)) for lesson in given}
    most = grades.drop_duplicates(["lesson", "item"]).groupby("lesson")["maximum"].sum()
    points = grades.pivot_table(index="learner", columns="lesson", values="points", aggfunc="sum")
    points = points.reindex(index=sorted(cohort.learners), columns=given)
    handed = cohort.submissions.groupby("learner")["lesson"].agg(set)
    late = (
        cohort.submissions[cohort.submissions["late"] > 0].groupby("learner")["lesson"].agg(sorted)
    )
    waiting = grades.groupby("learner")["waiting"].sum()
    made = pd.DataFrame({"name": [cohort.learners[who] for who in points.index]}, points.index)
    made["handed_in"] = [len(handed.get(who, ())) for who in made.index]
    made["points"], made["maximum"] = points.sum(axis=1), float(most.reindex(given).sum())
    made["share"] = made["points"] / made["maximum"] if made["maximum"].iloc[0] else 0.0
    for name in dict.fromkeys(filter(None, parts.values())):
        chosen = [lesson for lesson in given if parts[lesson] == name]
        made[name] = points[chosen].sum(axis=1)
        made[f"of {name}"] = float(most.reindex(chosen).sum())
    made["missing"] = [
        [lesson for lesson in given if lesson not in handed.get(who, ())] for who in made.index
    ]
    made["late"] = [list(late.get(who, ())) for who in made.index]
    made["waiting"] = [int(waiting.get(who, 0)) for who in made.index]
    return made


def skills(cohort, found, table):
    """(names of the groups, rows): what each fifth of the class has of each skill's points.

    A row: skill, lessons, learners, share of all, and one share a group (None where nobody of the
    group handed it in), weakest skill first. `table` is that of `learners`.
    """
    of_item = {(item.lesson, item.name): item.skills for item in found if item.skills}
    present = table[table["handed_in"] > 0].sort_values("share", kind="stable")
    count = min(len(_GROUPS), len(present))
    if not of_item or not count:
        return [], []
    groups = np.minimum(np.arange(len(present)) * count // len(present), count - 1)
    group_of = dict(zip(present.index, groups, strict=True))
    rows = cohort.grades[~cohort.grades["waiting"]].copy()
    rows["skill"] = [of_item.get(key, ()) for key in zip(rows["lesson"], rows["item"], strict=True)]
    rows = rows.explode("skill").dropna(subset="skill")
    rows["group"] = rows["learner"].map(group_of)
    sums = rows.groupby(["skill", "group"])[["points", "maximum"]].sum()
    shares = (sums["points"] / sums["maximum"]).unstack("group")
    total = rows.groupby("skill")[["points", "maximum"]].sum()
    lessons = rows.groupby("skill")["lesson"].agg(lambda each: sorted(set(each)))
    made = [
        {
            "skill": skill.replace("_", " "),
            "lessons": lessons[skill],
            "share": total["points"][skill] / total["maximum"][skill],
            "groups": [
                float(shares[group][skill])
                if group in shares and not math.isnan(shares[group][skill])
                else None
                for group in range(count)
            ],
        }
        for skill in total.index
    ]
    names = _GROUPS if count == len(_GROUPS) else [f"{place + 1}." for place in range(count)]
    return list(names), sorted(made, key=lambda row: row["share"])


def lesson_rows(cohort, table):
    """One dict a lesson that somebody handed in: name, title, handed_in, share, shares, waiting,
    late.
    """
    rows = []
    grades = cohort.grades
    for lesson, handed in cohort.submissions.groupby("lesson", sort=True):
        own = grades[grades["lesson"] == lesson]
        by_learner = own.groupby("learner")[["points", "maximum"]].sum()
        shares = (by_learner["points"] / by_learner["maximum"].replace(0, np.nan)).dropna()
        known = cohort.lessons.get(lesson)
        rows.append(
            {
                "name": lesson,
                "title": f"{known.number:02d} {known.about['title']}" if known else lesson,
                "handed_in": len(handed),
                "missing": len(table) - len(handed),
                "share": float(shares.mean()) if len(shares) else None,
                "shares": list(shares),
                "waiting": int(own["waiting"].sum()),
                "late": int((handed["late"] > 0).sum()),
            }
        )
    return rows


# The page and the tables


def write(cohort, folder):
    """Write report.html, exercises.csv, messages.csv and learners.csv into `folder`; gives the
    page's path.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    found = items(cohort)
    table = learners(cohort)
    _tables(folder, cohort, found, table)
    group_names, skill_rows = skills(cohort, found, table)
    short = {name: name.split("_")[0] for name in cohort.lessons}
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["share"] = lambda value: "–" if value is None else f"{value:.0%}"
    environment.filters["number"] = lambda value: (
        "–" if value is None else f"{value:.2f}".replace("-", "−")
    )
    environment.filters["code"] = _code
    environment.filters["lesson"] = lambda name: short.get(name, name)
    mend = to_mend(found)
    page = environment.get_template("cohort.html.j2").render(
        cohort=cohort,
        items=found,
        mend=mend,
        lessons=lesson_rows(cohort, table),
        table=table,
        parts=[name for name in operations.PARTS.values() if name in table],
        group_names=group_names,
        skills=skill_rows,
        charts=charts,
        few=FEW,
        worst={each.item.anchor for each in mend[:NAMED]},
        decisions=[item for item in found if item.g],
        days=_days(cohort.submissions),
    )
    target = folder / "report.html"
    target.write_text(page, encoding="utf-8")
    return target


def _code(sentence):
    """Escaped text in which `code` between backticks is set as code."""
    parts = str(escape(sentence)).split("`")
    if len(parts) % 2 == 0:  # a sentence that was cut within its code
        return Markup("`".join(parts))
    return Markup(
        "".join(f"<code>{part}</code>" if at % 2 else part for at, part in enumerate(parts))
    )


def _days(submissions):
    """[(day, hand-ins)] where the times are known, oldest first."""
    at = submissions["at"].dropna()
    return sorted(Counter(moment.date() for moment in at).items())


def _tables(folder, cohort, found, table):
    _csv(
        folder / "exercises.csv",
        [
            "lesson", "exercise", "maximum", "learners", "attempted", "waiting", "difficulty",
            "discrimination", "g_median", "below_baseline", "skills",
        ],
        [
            [
                item.lesson, item.label, item.maximum, item.learners, item.attempted,
                item.waiting, item.facility, item.discrimination,
                item.median,
                sum(g < 0 for g in item.g) if item.g else None, " ".join(item.skills),
            ]
            for item in found
        ],
    )  # fmt: skip
    _csv(
        folder / "messages.csv",
        ["lesson", "exercise", "sentence", "learners", "first", "points_lost", "example"],
        [
            [item.lesson, item.label, *(message[key] for key in ("text", "count", "first", "lost")),
             message["example"]]
            for item in found
            for message in item.messages
        ],
    )  # fmt: skip
    parts = [name for name in operations.PARTS.values() if name in table]
    _csv(
        folder / "learners.csv",
        ["learner", "name", "points", "maximum", "handed_in", *parts, "missing", "late", "waiting"],
        [
            [
                who, row["name"], row["points"], row["maximum"], row["handed_in"],
                *(row[name] for name in parts), " ".join(row["missing"]), " ".join(row["late"]),
                row["waiting"],
            ]
            for who, row in table.iterrows()
        ],
    )  # fmt: skip


def _csv(path, header, rows):
    with open(path, "w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows([safe_cell(value) for value in row] for row in rows)


def safe_cell(value):
    """A value for a spreadsheet: a text that it would take for a formula begins with an
    apostrophe.
    """
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{value}"
    return "" if value is None else value
