"""What can I do, what do I lack: a log of tries, three cards for each function, and the list of gaps
with the rows that speak for it.

A log is a DataFrame, a row a try: day, lesson, exercise, draw ("" in the lesson, else a drill on
fresh numbers), skill (the main one), kind, attempt (1 is the first on these numbers), share (of the
points), minutes, hints (asked for), slip (the sentence of a mistake, or "").
"""

import datetime

import numpy as np
import pandas as pd

from course.check import record
from course.lessons.growth_plan.hours import TASKS, names
from course.market.rng import stream
from course.practice import skills
from course.practice.mastery import LATER, UNKNOWN, Evidence, mastery, without_reruns
from course.practice.numbers import entries, limits, values

TODAY = datetime.date(2026, 9, 25)  # of the colleague's log, which is made up
COLUMNS = [
    "day", "lesson", "exercise", "draw", "skill", "kind", "attempt", "share", "minutes", "hints", "slip",
]  # fmt: skip
# What the colleague of the ticket can do, by function: chance of a right answer at the first try.
ABLE = {
    "activity_operation": 0.8,
    "merchant_operation": 0.2,
    "community_operation": 0.7,
    "activation_and_recall": 0.6,
    "metrics_and_funnel": 0.6,
    "detail_page": 0.85,
}
DRAWS = ("", "drill 1", "drill 2")
# What goes wrong, by kind of work.
SLIPS = {
    "recall": (
        "went by the name, not by what it does",
        "the rule of another platform",
        "the exception taken for the rule",
    ),
    "compute": ("a percentage for a share", "the wrong denominator", "money before fees"),
    "implement": (
        "rows counted twice",
        "a row at the border left out",
        "not sorted before it was counted",
    ),
    "diagnose": (
        "the first cause that fits taken",
        "what moved together taken for the cause",
        "one week judged alone",
    ),
    "decide": ("the costs left out", "the mean taken for each", "last week's best chosen again"),
}
# The slip that comes back in a function, in work with numbers of customers or orders.
OWN_SLIP = {
    "activation_and_recall": "people counted who would have bought anyway",
    "merchant_operation": "orders counted whose defects are not known yet",
}
COUNTING = ("compute", "implement", "decide")
USUAL_MINUTES = {
    "recall": 6, "compute": 9, "implement": 15, "diagnose": 14, "decide": 22, "written": 12,
}  # fmt: skip
HER = values("colleague")
PARTLY, PACE = entries()["colleague"]["partly"]["of"], limits("colleague", "pace")
OWN_FUNCTION, SAME_CHAIN = 0.80, 0.65  # mastery asked for in what the job does, and beside it
IDLE = 40.0  # minutes between two tries from which on somebody did something else


def colleague_log():
    """The ticket's writer in the course: twelve weeks of tries, a made-up log."""
    rng, rows = stream("c", "growth", "log"), []
    asked = [each for each in skills.exercises().values() if each.lesson in ABLE]
    for work in (each for each in asked if each.kind != "written"):
        for draw in DRAWS:
            rows += _tries(work, draw, rng)
    table = pd.DataFrame(rows, columns=COLUMNS)
    return table.assign(day=pd.to_datetime(table["day"])).sort_values("day", ignore_index=True)


def _tries(work, draw, rng):
    """Up to three tries of one exercise on one draw, until it is right."""
    week, share, rows = int(rng.integers(HER.weeks)), 0.0, []
    while share < 1.0 and len(rows) < HER.tries:
        right = rng.random() < ABLE[work.lesson] + HER.learned * len(rows)
        share = 1.0 if right else float(rng.choice(PARTLY))
        slip = str(rng.choice(SLIPS[work.kind]))
        if rng.random() < HER.own_slip and work.kind in COUNTING:
            slip = OWN_SLIP.get(work.lesson, slip)
        minutes = USUAL_MINUTES[work.kind] * (1 - HER.faster * week) * rng.uniform(*PACE)
        day = TODAY - datetime.timedelta(days=7 * (HER.weeks - week) - len(rows))
        hints = int(not right and rng.random() < HER.hint)
        rows.append(
            (day, work.lesson, work.exercise, draw, work.skills[0], work.kind, len(rows) + 1,
             share, round(minutes), hints, "" if right else slip)
        )  # fmt: skip
    return rows


def my_log():
    """Your own tries, from the record in your work folder; without one, an empty table. Minutes are
    counted from one try to the next of the same lesson, and are missing after a break. The same
    answer run again is no new try.
    """
    rows, before, hints, count = [], {}, {}, {}
    for line in without_reruns(record.read()):
        where = (str(line.get("lesson")), str(line.get("exercise")))
        if where not in skills.exercises():
            continue
        if line.get("kind") == "hint":
            hints[where] = hints.get(where, 0) + 1
        if line.get("kind") != "exercise" or line.get("outcome") == "not attempted":
            continue
        at = datetime.datetime.fromisoformat(line["at"])
        since = at - before.get(where[0], at)
        minutes = since.total_seconds() / 60
        before[where[0]], count[where] = at, count.get(where, 0) + 1
        work = skills.exercises()[where]
        share = line["score"] / line["maximum"] if line.get("maximum") else 0.0
        slip = str(line.get("sentence") or "")
        rows.append(
            (at.date(), *where, "", work.skills[0], work.kind, count[where], share,
             minutes if 0 < minutes < IDLE else np.nan, hints.pop(where, 0), slip)
        )  # fmt: skip
    table = pd.DataFrame(rows, columns=COLUMNS)
    return table.assign(day=pd.to_datetime(table["day"]))


def my_guesses():
    """Your guesses beside their answers, the first of each question: DataFrame lesson, question,
    value, answer.
    """
    columns = ["lesson", "question", "value", "answer"]
    lines = [line for line in record.read() if line.get("kind") == "answer"]
    return pd.DataFrame(lines, columns=columns).drop_duplicates(
        ["lesson", "question"], ignore_index=True
    )


def cards(log):
    """Three cards for each function. DataFrame function, better (mean share at the first try, 0 to
    1), faster (median minutes of the second half of the tries ÷ the first half, by kind of work;
    below 1 is faster), more_efficient (tries and hints for an exercise; 1 is the least), exercises.
    """
    rows, known = [], names()
    for lesson, part in log.groupby("lesson", sort=False):
        pace = part["minutes"] / part["kind"].map(USUAL_MINUTES)
        half = len(part) // 2
        later, earlier = pace.iloc[half:].median(), pace.iloc[:half].median()
        exercises = len(part.groupby(["exercise", "draw"]))
        rows.append(
            (
                known.get(lesson, lesson),
                part.loc[part["attempt"] == 1, "share"].mean(),
                later / earlier if half else np.nan,
                (len(part) + part["hints"].sum()) / exercises,
                exercises,
            )
        )
    columns = ["function", "better", "faster", "more_efficient", "exercises"]
    return pd.DataFrame(rows, columns=columns).sort_values("better", ignore_index=True)


def colleague_rating():
    """What she said of herself before she saw a result, {function: 0 to 10}."""
    return {
        "Activity operation": 7,
        "Merchant operation": 7,
        "Community operation": 5,
        "Activation and recall": 7,
        "Metrics and funnel": 6,
        "Detail page": 5,
    }


def calibration(rating, log):
    """Self-rating beside what the log says. DataFrame function, said, measured (both 0 to 1), apart
    (said − measured).
    """
    measured = cards(log).set_index("function")["better"]
    rows = [
        (name, said / 10, measured[name], said / 10 - measured[name])
        for name, said in rating.items()
        if name in measured
    ]
    return pd.DataFrame(rows, columns=["function", "said", "measured", "apart"])


def gaps(log, hours, today=TODAY):
    """The gap list, largest first: a row a skill that the hours ask for. DataFrame skill, function,
    mastery, low, high (the middle 80%), n_eff, asked, demand (share of the hours), gap (demand ×
    what is missing), rows (of evidence).
    """
    slugs = pd.Series(hours, dtype=float).groupby(lambda task: TASKS[task]).sum()
    demand = (slugs / slugs.sum()).to_dict()
    seen, rows = _evidence(log), []
    table, count = skills.skills(), log.groupby("skill").size()
    for key, known in mastery(seen, pd.Timestamp(today).date()).items():
        skill = table.get(key)
        if skill is None or skill.function not in demand or key not in count:
            continue
        missing = max(0.0, OWN_FUNCTION - known.m)
        rows.append(
            (
                skill.name,
                names()[skill.function],
                known.m,
                known.low,
                known.high,
                known.n_eff,
                "not enough to say" if known.state == UNKNOWN else known.state,
                demand[skill.function],
                demand[skill.function] * missing,
                int(count[key]),
            )
        )
    columns = [
        "skill", "function", "mastery", "low", "high", "n_eff", "state", "demand", "gap", "rows",
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns).sort_values(
        "gap", ascending=False, ignore_index=True
    )


def _evidence(log):
    """The log as course.practice.mastery reads it: one piece for each exercise."""
    found = []
    for (lesson, exercise, draw), part in log.groupby(["lesson", "exercise", "draw"]):
        part = part.sort_values("attempt")
        first, later = part["share"].iloc[0], LATER * part["share"].iloc[1:].max()
        best = max(first, later) if len(part) > 1 else first
        work = skills.exercises()[lesson, exercise]
        day = part["day"].iloc[-1].date()
        found.append(
            Evidence(lesson, exercise, draw, work.skills, work.weight, float(best), day, len(part))
        )
    return found
