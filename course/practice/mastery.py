"""How well each skill is mastered, from the learner's own record; recomputable by hand.

    log = evidence(record.read(work))     # one Evidence for each exercise on each draw
    mastery(log, today)                   # {skill: Mastery}
    functions(mastery(log, today))        # {function: Mastery}

For a skill, over the evidence e that carries it,

    m     = (1 + sum of w s 2^(-age / 90)) / (2 + sum of w 2^(-age / 90))
    n_eff = sum of w 2^(-age / 90)

with w the weight of the kind of work (`skills.WEIGHTS`), s the share of the points, age in whole
days. The interval holds the middle 80% of the Beta distribution whose mean is m.

Of one exercise on the same numbers there is one piece of evidence, however often it is tried: the
first full attempt counts fully, a better one later counts for 0.7 of its share. A drill brings
new numbers, and with them a new first attempt.
"""

import datetime
import math
from dataclasses import dataclass

from course.practice import skills

HALF_LIFE_DAYS = 90.0  # evidence as old as this counts half
LATER = 0.7  # what a share is worth that was reached after the first full attempt
PRIOR_RIGHT, PRIOR_ALL = 1.0, 2.0  # before any evidence: one success in two
INTERVAL = 0.8
UNKNOWN, GAP, WORKING, SOLID = "unknown", "gap", "working", "solid"
KNOWN_FROM, SOLID_FROM = 3.0, 6.0  # n_eff below which nothing, and not yet solid, is said
WORKING_LEVEL, SOLID_LEVEL = 0.60, 0.80


@dataclass(frozen=True)
class Evidence:
    """One exercise on one draw: the `skills` it carries, its weight, the share of its points (0 to
    1, later attempts already at 0.7), and the day that it is from. `draw` is "" in a lesson.
    """

    lesson: str
    exercise: str
    draw: str
    skills: tuple
    weight: float
    share: float
    day: datetime.date
    attempts: int = 1

    def counts(self, today):
        """The weight that is left of it on the day `today`."""
        age = max(0, (today - self.day).days)
        return self.weight * 2.0 ** (-age / HALF_LIFE_DAYS)


@dataclass(frozen=True)
class Mastery:
    """What is known of a skill or a function: effective n, and a Beta(a, b) distribution with its
    mean `m` (0 to 1) and the interval from `low` to `high`.
    """

    n_eff: float
    a: float
    b: float

    @property
    def m(self):
        return self.a / (self.a + self.b)

    @property
    def low(self):
        return _quantile(self.a, self.b, (1 - INTERVAL) / 2)

    @property
    def high(self):
        return _quantile(self.a, self.b, (1 + INTERVAL) / 2)

    @property
    def state(self):
        """unknown, gap, working or solid."""
        if self.n_eff < KNOWN_FROM:
            return UNKNOWN
        if self.m < WORKING_LEVEL:
            return GAP
        return SOLID if self.m >= SOLID_LEVEL and self.n_eff >= SOLID_FROM else WORKING


def evidence(lines):
    """[Evidence] of a record's `lines` (dicts, see course.check.record), oldest first. Lines that
    are damaged, or of exercises that the course does not have, are passed over.
    """
    tries = {}
    for line in without_reruns(lines):
        read = _attempt(line)
        if read:
            key, share, day = read
            tries.setdefault(key, []).append((share, day))
    found = []
    for (lesson, exercise, draw), attempts in tries.items():
        work = skills.exercises()[lesson, exercise]
        share, day = attempts[0]
        for later, when in attempts[1:]:
            if LATER * later > share:
                share, day = LATER * later, when
        found.append(
            Evidence(lesson, exercise, draw, work.skills, work.weight, share, day, len(attempts))
        )
    return found


def without_reruns(lines):
    """`lines` without those of an unchanged answer that was run again, as Run All does. Such a line
    is no new try. (Lines of older versions do not name the answer: there, the same points with the
    same sentence are taken for a rerun.)
    """
    before = {}
    for line in lines:
        if line.get("kind") in ("exercise", "drill"):
            key = tuple(str(line.get(name)) for name in ("kind", "lesson", "exercise", "draw"))
            said = tuple(
                str(line.get(name))
                for name in ("outcome", "score", "maximum", "sentence", "answer")
            )
            if before.get(key) == said:
                continue
            before[key] = said
        yield line


def _attempt(line):
    """((lesson, exercise, draw), share, day) of a line of kind "exercise" or "drill", or None."""
    if line.get("kind") not in ("exercise", "drill"):
        return None
    if line.get("outcome") not in ("not yet", "passes here", "right"):
        return None
    where = (str(line.get("lesson")), str(line.get("exercise")))
    score, maximum = line.get("score"), line.get("maximum")
    if where not in skills.exercises() or not (_number(score) and _number(maximum) and maximum > 0):
        return None
    try:
        day = datetime.datetime.fromisoformat(str(line.get("at"))).date()
    except ValueError:
        return None
    # a drill on the lesson's own numbers is one more try of the lesson's exercise
    fresh = line["kind"] == "drill" and line.get("fresh", True)
    draw = str(line.get("draw", "")) if fresh else ""
    return (*where, draw), min(1.0, max(0.0, score / maximum)), day


def _number(value):
    return type(value) in (int, float) and math.isfinite(value)


def today():
    """The day it is, in UTC, as the record's times are."""
    return datetime.datetime.now(datetime.UTC).date()


def yesterday():
    """The day before: a plan begins on the day after the one it is given."""
    return today() - datetime.timedelta(days=1)


def mastery(log, today):
    """{skill: Mastery} of every skill of the course (and any other that `log` names), from `log`, a
    list of Evidence, as of the date `today`.
    """
    right = dict.fromkeys(skills.skills(), 0.0)
    n_eff = dict(right)
    for each in log:
        weight = each.counts(today)
        for key in each.skills:
            right[key] = right.get(key, 0.0) + weight * each.share
            n_eff[key] = n_eff.get(key, 0.0) + weight
    return {key: of(right[key], n_eff[key]) for key in n_eff}


def of(right, n_eff):
    """The Mastery that `right` of `n_eff` gives, both sums of weights."""
    return Mastery(n_eff, PRIOR_RIGHT + right, PRIOR_ALL - PRIOR_RIGHT + n_eff - right)


def functions(known):
    """{function: Mastery} from {skill: Mastery}: the mean over the function's skills.

    n_eff is the sum. The interval is that of the Beta distribution with this mean and the variance
    that a mean of independent Beta distributions has.
    """
    return {name: _mean([known[key] for key in keys]) for name, keys in skills.functions().items()}


def _mean(parts):
    count = len(parts)
    m = sum(each.m for each in parts) / count
    variance = sum(each.m * (1 - each.m) / (PRIOR_ALL + each.n_eff + 1) for each in parts)
    total = m * (1 - m) / (variance / count**2) - 1
    return Mastery(sum(each.n_eff for each in parts), m * total, (1 - m) * total)


def _quantile(a, b, chance):
    from scipy.special import betaincinv  # takes a while to load, and is not always wanted

    return float(betaincinv(a, b, chance))
