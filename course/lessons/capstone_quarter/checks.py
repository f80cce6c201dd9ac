"""What a learner may see being checked."""

import json
from functools import cache

import numpy as np
import pandas as pd

from course import check
from course.check import Case, Check, Finding, NotAttempted, cases, f1_by_code
from course.check.decision import practice, practice_values
from course.check.draws import practice_seeds
from course.check.plain import describe_type, show
from course.lessons.capstone_quarter.bank import PRACTICE, QUARTERS, SHOCKS
from course.lessons.capstone_quarter.scenario import Scenario
from course.market.quarter import Quarter, baseline, replay
from course.market.quarter import play as played

SLUG = "capstone_quarter"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)
given = check.given

# The weaknesses whose rule the learner writes; the others stand in the notebook.
TO_FIND = ("stuffed title", "stale ranking", "slow shelf", "wrong commission", "bad merchants")
VERDICTS = ("invalid", "wait", "ship", "stop")
NOTHING_DONE = (
    "It looks as if nothing is changed: that is the autopilot, which is where g = 0 lies."
)
ONE_LESSON = (
    "It looks as if the title alone is set. The other levers stay as somebody left them: which of"
    " your functions can come along?"
)
ONLY_FIRST_WEEK = (
    "In the first practice quarter all that it does, it does in week 1. Which levers want an answer"
    " every week? Stock that sells, a merchant who gets worse, a campaign that comes."
)
NEVER_TOUCHED = (
    "In the first practice quarter it never touches {}. An earlier lesson has a function for each."
)
WITHIN = 1  # weeks that a shock's first week may be off

NO_SPLIT = (
    "Were the two numbers of visitors compared at all? Where the split itself is broken, nothing"
    " that was counted in it can be read."
)
TOO_EARLY = (
    "Did both arms have the planned visitors? Whoever looks early and stops when it looks good"
    " ships what does nothing."
)
OTHER_METRIC = (
    "It looks as if another column decided. The plan named one metric before the test began; what"
    " else moved is not what was asked."
)
WORSE_SHIPS = "It looks as if any clear difference is shipped. Which of the two arms is better?"


def arms(old, new):
    """A table of two arms: (visitors, clicks, orders) of each."""
    rows = [("old", *old), ("new", *new)]
    return pd.DataFrame(rows, columns=["arm", "visitors", "clicks", "orders"])


def may_decide():
    by_orders, by_clicks = (
        {"metric": metric, "visitors": 10_000} for metric in ("orders", "clicks")
    )

    def case(plan, old, new, want, why):
        return Case((plan, arms(old, new)), want, f"may_decide(by {plan['metric']}, two arms)", why)

    tried = [
        case(
            by_orders,
            (10_050, 900, 300),
            (10_010, 910, 372),
            "ship",
            "orders rise from 2.99% to 3.72%; the interval of the difference lies above 0",
        ),
        case(
            by_orders,
            (10_900, 950, 300),
            (10_100, 930, 372),
            "invalid",
            "10,900 and 10,100 visitors are no even split",
        ),
        case(
            by_clicks,
            (12_000, 900, 300),
            (12_900, 1_250, 310),
            "invalid",
            "12,000 and 12,900 visitors are no even split",
        ),
        case(
            by_orders,
            (6_020, 500, 180),
            (5_990, 510, 246),
            "wait",
            "each arm was to have 10,000 visitors",
        ),
        case(
            by_clicks,
            (9_900, 700, 290),
            (10_020, 900, 300),
            "wait",
            "the old page has 100 visitors less than planned",
        ),
        case(
            by_orders,
            (10_020, 800, 300),
            (10_060, 1_000, 310),
            "stop",
            "orders were to decide, and their interval holds 0",
        ),
        case(by_clicks, (10_010, 800, 310), (10_000, 960, 306), "ship", "clicks were to decide"),
        case(by_orders, (10_000, 900, 372), (10_030, 905, 300), "stop", "the new page is worse"),
        case(by_clicks, (10_200, 990, 310), (10_150, 800, 312), "stop", "the new page is worse"),
        case(
            by_orders,
            (6_400, 500, 180),
            (5_800, 510, 246),
            "invalid",
            "6,400 and 5,800 visitors are no even split, and that comes before the plan",
        ),
        case(
            by_orders,
            (10_020, 900, 300),
            (10_010, 910, 344),
            "stop",
            "the difference is 1.78 standard errors; an interval of 95% reaches 1.96",
        ),
        case(
            by_orders,
            (10_020, 1_300, 300),
            (10_040, 1_000, 305),
            "stop",
            "orders a visitor did not move; fewer clicks make more orders a click",
        ),
    ]
    gap, least = ..., (..., ..., ...)
    slips = [
        (NO_SPLIT, (gap, "ship", "ship", gap, gap, gap, gap, gap, gap, "wait", gap, gap)),
        (TOO_EARLY, (gap, gap, gap, "ship", "ship", gap, gap, gap, gap, *least)),
        (OTHER_METRIC, (gap, gap, gap, gap, gap, "ship", "stop", gap, gap, *least)),
        (WORSE_SHIPS, (gap, gap, gap, gap, gap, gap, gap, "ship", "ship", *least)),
    ]
    return cases("may_decide", tried, slips)


def shocks():
    return [named(PRACTICE, at_grading=False)]


def named(key, at_grading):
    """Check the dictionary `shocks` on the quarters of `key`, {quarter: (shock, week, why)}."""

    def run(learner):
        answer = learner.value("shocks")
        problem = _form(answer)
        if problem:
            return Finding(0.0, problem)
        rows = []
        for quarter, (shock, week, why) in key.items():
            said, when = answer[quarter]
            right = said == shock and abs(when - week) <= WITHIN
            rows.append((right, f"**{quarter}** · you said {said}, week {when}. {why}"))
        share = sum(right for right, _ in rows) / len(rows)
        count = f"{sum(right for right, _ in rows)} of {len(rows)}"
        if at_grading:
            return Finding(share, f"{count} graded quarters are right.", rows=tuple(rows))
        others = len(QUARTERS) - len(key)
        return Finding(
            share,
            f"{count} practice quarters are right. The other {others} are filled in and graded;"
            " nothing here tells whether they are right.",
            gate=1.0,
            rows=tuple(rows),
            head=f"{count} practice quarters",
        )

    return Check(run)


def _form(answer):
    """What is wrong with the form of `shocks`, a sentence, or "". Raises NotAttempted."""
    if type(answer) is not dict:
        return f"`shocks` should be a dictionary; it is {describe_type(answer)}."
    blank = [quarter for quarter in QUARTERS if answer.get(quarter, "?") in ("?", None, ())]
    if len(blank) == len(QUARTERS):
        raise NotAttempted("`shocks` still holds only question marks.")
    if blank:
        return f"`shocks` has no answer yet for {', '.join(blank)}."
    for quarter in QUARTERS:
        each = answer[quarter]
        fits = type(each) in (tuple, list) and len(each) == 2 and type(each[1]) is int
        if not fits or type(each[0]) is not str or each[0] not in SHOCKS:
            return (
                f"`shocks[{quarter!r}]` is {show(each)}; it should be a pair such as"
                f" ('competitor', 5), with one of {', '.join(SHOCKS)}."
            )
    return ""


@cache
def seen(seed):
    """(settings, records) of the first week of a quarter, as `diagnose` gets them."""
    obs = Quarter(seed).observe()
    asked = ("title", "order", "shelf", "commission", "merchants")
    return obs["settings"], {lever: obs["records"][lever] for lever in asked}


def to_diagnose(seeds):
    """[((settings, records), names of the weaknesses to find)] of quarters."""
    return [(seen(seed), set(Quarter(seed).truth()["weaknesses"]) & set(TO_FIND)) for seed in seeds]


# Mean F1 of the names: with four of five rules 0.8, and so on.
TIERS = [(0.95, 1.0), (0.78, 0.75), (0.58, 0.5), (0.38, 0.25)]


def diagnose():
    return [f1_by_code("diagnose", to_diagnose(range(20)), TO_FIND, TIERS)]


def policy():
    return [practice("policy", Scenario(), practice_values(SLUG), tell=left_alone)]


def left_alone(learner):
    """What a policy leaves undone in the first practice quarter, a sentence, or ""."""
    weeks = []

    def kept(obs):
        weeks.append((obs["settings"], learner.call("policy", (obs,), "policy(obs)")))
        return weeks[-1][1]

    played(kept, practice_seeds(Scenario())[0])
    if not any(actions for _, actions in weeks[1:]):
        return ONLY_FIRST_WEEK
    touched = set().union(*(actions for _, actions in weeks))
    idle = [lever for lever in weeks[0][0] if lever not in touched]
    return NEVER_TOUCHED.format(", ".join(f"`{lever}`" for lever in idle)) if idle else ""


# The log that is handed in is that of this quarter.
LOG_SEED, LONGEST = 3, 5_000_000


def my_log():
    """The log must be that of a whole quarter, and play again to the byte."""

    def run(learner):
        log = learner.value("my_log")
        if type(log) is not str:
            return Finding(
                0.0, f"`my_log` should be a text, the log itself; it is {describe_type(log)}."
            )
        problem = log_problem(log)
        if problem:
            return Finding(
                0.0, f"{problem} Take it from `play(policy, {LOG_SEED}).log`, unchanged."
            )
        return Finding(1.0, f"`my_log` is a whole quarter {LOG_SEED}, and plays again to the byte.")

    return [Check(run)]


def log_problem(log):
    """What keeps a text from being the log of a whole quarter LOG_SEED: a sentence, or ""."""
    if len(log) > LONGEST:
        return "`my_log` is far longer than the log of a quarter."
    try:
        lines = [json.loads(line) for line in log.splitlines()]
        kinds = [line["kind"] for line in lines]
        seed = lines[0]["seed"]
    except (ValueError, KeyError, TypeError, IndexError, RecursionError):
        return "`my_log` is no log: each line should be one of those that `play` writes."
    if seed != LOG_SEED or type(seed) is not int:
        return f"`my_log` is that of quarter {show(seed, 20)}, not of quarter {LOG_SEED}."
    weeks = kinds.count("week")
    if weeks < WEEKS or kinds[-1] != "end":
        return f"`my_log` has {weeks} of {WEEKS} weeks, or no last line."
    try:
        again = replay(log)
    except Exception:  # whatever a changed log makes the engine do
        return "`my_log` cannot be played again: an action in it is none that a lever takes."
    if again != log:
        pairs = zip(log.splitlines(), again.splitlines(), strict=False)
        where = next((at for at, (one, other) in enumerate(pairs, start=1) if one != other), 1)
        return f"`my_log` was changed: played again, line {where} comes out differently."
    return ""


def quarter_value():
    parts = {"contribution": 900.0, "customers": 1_200.0, "stock": 100.0, "overdraft": -50.0}
    tried = [
        Case((parts, 0, 2_000.0), 2_150.0, "quarter_value(parts, 0, 2000)", "nothing is broken"),
        Case(
            (parts, 2, 2_000.0),
            1_750.0,
            "quarter_value(parts, 2, 2000)",
            "two broken guardrails cost a tenth of 2,000 each",
        ),
        Case(
            ({"contribution": -300.0, "customers": 1_000.0}, 1, 1_500.0),
            550.0,
            "quarter_value(a quarter with a loss, 1, 1500)",
            "700 less a tenth of 1,500",
        ),
    ]
    slips = [
        (
            "Is the tenth taken of this quarter's own value? It is a tenth of what the quarter is"
            " worth on autopilot.",
            (..., 2_150.0 - 2 * 215.0, 630.0),
        ),
        ("Each broken guardrail costs a tenth, not all together.", (..., 1_950.0, ...)),
    ]
    return cases("quarter_value", tried, slips)


# The forecast: weeks that are known, weeks that are asked, and what earns its points.
KNOWN, WEEKS, PRACTISED = 6, 13, range(20)
SIMPLE_FROM = 4
PROMISE_TIERS = ((0.6, 1.0), (0.8, 0.5))  # (WMAPE relative to the simple forecast's, share)
PROMISE_PART = 2 / 3
INSIDE = (0.6, 0.95)
COLUMNS = ("low", "middle", "high")


@cache
def _autopilot(seed):
    return played(baseline, seed).weeks


def six_weeks(seed):
    """The weekly table of a quarter on autopilot, weeks 1 to 6."""
    return _autopilot(seed).iloc[:KNOWN].copy()


def practice_quarters():
    """Contribution in dollars of twenty practice quarters on autopilot: a row a week, from 1 on, a
    column a quarter.
    """
    table = {f"quarter {seed}": _autopilot(seed)["contribution"] for seed in PRACTISED}
    return pd.DataFrame(table).set_index(pd.Index(range(1, WEEKS + 1), name="week"))


def forecast():
    return [promise(PRACTISED, "practice quarters")]


def promise(seeds, told):
    """Check `forecast` on the quarters of `seeds`: the promise against the simple one, the range."""

    def run(learner):
        off = simple_off = inside = total = 0.0
        for seed in seeds:
            table = six_weeks(seed)
            true = _autopilot(seed)["contribution"].to_numpy()[KNOWN:]
            given = learner.call("forecast", (table,), "forecast(six weeks)")
            problem = _no_forecast(given)
            if problem:
                return Finding(0.0, f"`forecast(six weeks)` {problem}.")
            low, middle, high = (given[name].to_numpy(float) for name in COLUMNS)
            off += np.abs(true - middle).sum()
            simple = table["contribution"].iloc[SIMPLE_FROM - 1 :].mean()
            simple_off += np.abs(true - simple).sum()
            inside += ((low <= true) & (true <= high)).sum()
            total += np.abs(true).sum()
        ratio, covered = off / simple_off, inside / (len(seeds) * (WEEKS - KNOWN))
        share = PROMISE_PART * next((part for most, part in PROMISE_TIERS if ratio <= most), 0.0)
        holds = INSIDE[0] <= covered <= INSIDE[1]
        share += (1 - PROMISE_PART) * holds
        sentence = (
            f"On {len(seeds)} {told} the promise has a WMAPE of {off / total:.1%}, the simple"
            f" forecast {simple_off / total:.1%}: {ratio:.2f} of it. {covered:.0%} of the weeks lie"
            " in the range."
        )
        if not holds:
            sentence += f" {TOO_NARROW if covered < INSIDE[0] else TOO_WIDE}"
        if ratio > PROMISE_TIERS[0][0]:
            sentence += f" {NO_BETTER if ratio > PROMISE_TIERS[-1][0] else HALF_WAY}"
        return Finding(min(1.0, share), sentence)

    def first():
        return (("forecast(six weeks)", (six_weeks(seeds[0]),)),)

    return Check(run, calls=first)


TOO_NARROW = (
    "The range is too narrow. How far were the weeks of the practice quarters from your promise?"
)
TOO_WIDE = "The range is so wide that it says nothing: four weeks in five should lie inside."
NO_BETTER = (
    "That is hardly better than repeating the mean. What does the campaign's week bring, in the"
    " practice quarters?"
)
HALF_WAY = "Half the way: do all weeks behave alike, or is the one after the campaign another?"


def _no_forecast(given):
    """What keeps a value from being a forecast, words that follow the call, or ""."""
    weeks = WEEKS - KNOWN
    if type(given) is not pd.DataFrame:
        return f"gave {describe_type(given)}; asked is a DataFrame with {', '.join(COLUMNS)}"
    if missing := [name for name in COLUMNS if name not in given]:
        return f"has no column `{missing[0]}`"
    if len(given) != weeks:
        return f"has {len(given)} rows; asked is one for each of weeks 7 to 13, {weeks} in all"
    try:
        low, middle, high = (given[name].to_numpy(float) for name in COLUMNS)
    except (TypeError, ValueError):
        return "holds something that is no number"
    if not np.isfinite([low, middle, high]).all():
        return "holds something that is no finite number"
    if (low > middle).any() or (middle > high).any():
        return "has a row in which `low`, `middle` and `high` do not rise"
    return ""


# The museum


ADDED = (
    "That adds what each earned alone. Together they earned more: the title sells what the stock"
    " now holds. Compare the quarter with both to the autopilot."
)
TOO_YOUNG = (
    "The last weeks' defects are not all known yet, so they look better than they are. Leave out"
    " weeks that are not three weeks old."
)
HARVEST = (
    "That is the month's contribution alone. What does each plan leave behind: customers,"
    " merchants, stock?"
)


def museum_credit():
    def case(auto, title, stock, both):
        values = {"autopilot": auto, "title alone": title, "stock alone": stock, "both": both}
        return Case((values,), both - auto, why=f"both: {both}, autopilot: {auto}")

    tried = [case(2_300, 2_360, 2_340, 2_440), case(2_000, 2_090, 2_010, 2_180)]
    return cases("both_together", tried, [(ADDED, (100, 100))])


def museum_late():
    def weeks(*rows):
        return [
            {"week": number, "orders": orders, "defects": defects}
            for number, (orders, defects) in enumerate(rows, start=1)
        ]

    first = weeks((100, 6), (100, 4), (100, 5), (100, 1), (100, 0))
    other = weeks((200, 8), (200, 12), (100, 1), (100, 1), (100, 0))
    tried = [
        Case((first, 6), 0.05, "defect_rate(five weeks, 6)", "weeks 1 to 3 are three weeks old"),
        Case((other, 5), 0.05, "defect_rate(five weeks, 5)", "weeks 1 and 2 are three weeks old"),
    ]
    return cases("defect_rate", tried, [(TOO_YOUNG, (16 / 500, 22 / 700))])


def museum_harvest():
    def plan(contribution, customers, merchants, stock):
        return {
            "contribution": contribution,
            "customers": customers,
            "merchants": merchants,
            "stock": stock,
        }

    tried = [
        Case(
            ({"go on": plan(300, 900, 50, 80), "harvest": plan(360, 840, 40, 30)},),
            "go on",
            why="1,330 against 1,270",
        ),
        Case(
            ({"go on": plan(280, 700, 60, 90), "build up": plan(250, 790, 60, 85)},),
            "build up",
            why="1,130 against 1,185",
        ),
        Case(
            ({"sell out": plan(400, 600, 20, 10), "go on": plan(330, 640, 30, 70)},),
            "go on",
            why="1,030 against 1,070",
        ),
    ]
    return cases("better_plan", tried, [(HARVEST, ("harvest", "go on", "sell out"))])
