"""What a learner may see being checked: tiny cases that can be worked out by hand."""

from functools import partial

import numpy as np
import pandas as pd

from course import check
from course.check import Slip, gives, mapping
from course.check.compare import type_problem
from course.check.decision import practice, practice_values
from course.lessons.business_operation.bank import CLAUSES, GIVEN, PRACTICE, TERMS
from course.lessons.business_operation.practice_shop import monthly
from course.lessons.business_operation.ranges import AHEAD, SERIES
from course.lessons.business_operation.rate_board import PERCENTS
from course.lessons.business_operation.scenario import MOST, Scenario
from course.market.parameters import tideway
from course.market.supply import commission

SLUG = "business_operation"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)
given = check.given

# The share of last year's WMAPE over all practice categories together that earns full points.
BETTER = 0.95

MEAN_RATES = (
    "It looks as if the months' rates were averaged. A month of $100 then weighs like one of"
    " $100,000: sums first."
)
MAPE = (
    "It looks as if percent errors were averaged (MAPE). Where the actual is small that explodes,"
    " and where it is 0 there is none: sum misses, then divide."
)
CANCELLED = (
    "It looks as if misses were added with their signs. That is the bias; in WMAPE each miss"
    " counts, up or down."
)
BY_FORECAST = "It looks as if the forecasts stand below the line. Divide by what came."
TURNED_BIAS = (
    "It looks as if the bias was turned round: forecast − actual, so that a forecast that is too"
    " high is positive."
)
TURNED_PLAN = (
    "It looks as if attainment was turned round: what came ÷ what was forecast, so that 0.8 says that"
    " a fifth is missing."
)
TWO_AT_ONCE = (
    "It looks as if each part was worked out from the plan alone. Then the parts do not add up to"
    " the whole: go on from where the last step ended."
)
FROM_ACTUAL = (
    "It looks as if you walked from the actual to the plan. Start with the plan and put in one"
    " actual number after the other."
)
NO_COST = (
    "It looks as if the cost of orders was left out. Contribution is orders × (AOV × take − cost)."
)


def term():
    return [mapping("term", dict.fromkeys(CLAUSES), set(TERMS), given=GIVEN, practice=PRACTICE)]


def tiny_year():
    """Four months, one of them without an order."""
    return pd.DataFrame(
        {
            "month": [1, 2, 3, 4],
            "gmv": [1000.0, 3000.0, 0.0, 6000.0],
            "revenue": [150.0, 300.0, 0.0, 550.0],
            "forecast": [30.0, 60.0, 10.0, 100.0],
            "actual": [40, 60, 0, 60],
        }
    )


def plan_kpis():
    want = {"take_rate": 0.1, "wmape": 0.375, "bias": 0.25, "attainment": 0.8}
    return [
        gives(
            "plan_kpis",
            (tiny_year(),),
            want,
            shown="plan_kpis(tiny_year)",
            slips=kpi_slips(),
            why=(
                "1,000 of 10,000 dollars; misses of 10, 0, 10 and 40 are 60, of 160 orders; 200 were"
                " forecast and 160 came, 40 too few and 80% of them"
            ),
        )
    ]


def kpi_slips():
    """The known mistakes with a plan's figures, as functions of the year."""

    def found(df, take=None, wmape=None, bias=None, attained=None):
        miss, came = df["forecast"] - df["actual"], df["actual"].sum()
        return {
            "take_rate": float(df["revenue"].sum() / df["gmv"].sum() if take is None else take(df)),
            "wmape": float(miss.abs().sum() / came if wmape is None else wmape(df, miss)),
            "bias": float(miss.sum() / came if bias is None else bias(miss, came)),
            "attainment": float(came / df["forecast"].sum() if attained is None else attained(df)),
        }

    return (
        Slip(
            partial(found, take=lambda d: (d["revenue"] / d["gmv"].where(d["gmv"] > 0)).mean()),
            MEAN_RATES,
        ),
        Slip(
            partial(
                found,
                wmape=lambda d, miss: (miss.abs() / d["actual"].where(d["actual"] > 0)).mean(),
            ),
            MAPE,
        ),
        Slip(partial(found, wmape=lambda d, miss: abs(miss.sum()) / d["actual"].sum()), CANCELLED),
        Slip(
            partial(found, wmape=lambda d, miss: miss.abs().sum() / d["forecast"].sum()),
            BY_FORECAST,
        ),
        Slip(partial(found, bias=lambda miss, came: -miss.sum() / came), TURNED_BIAS),
        Slip(
            partial(found, attained=lambda d: d["forecast"].sum() / d["actual"].sum()), TURNED_PLAN
        ),
    )


def compare_forecasts(learner, series):
    """(WMAPE of the learner's forecasts, that of last year's months) over all series, the last
    twelve months held back.
    """
    missed = last_year = came = 0.0
    for values in series:
        known, future = values[:-AHEAD], values[-AHEAD:]
        found = learner.call("forecast", (known, AHEAD), f"forecast({len(known)} months, {AHEAD})")
        problem = type_problem(found, future)
        if problem:
            raise check.Stumble(f"`forecast({len(known)} months, {AHEAD})` {problem}")
        numbers = np.asarray(found, dtype=float)
        if not np.isfinite(numbers).all() or (numbers < 0).any():
            raise check.Stumble(
                f"`forecast({len(known)} months, {AHEAD})` holds a number that is negative or not a"
                " number."
            )
        missed += float(np.abs(numbers - future).sum())
        last_year += float(np.abs(known[-AHEAD:] - future).sum())
        came += float(future.sum())
    return missed / came, last_year / came


def forecast():
    """Visible: it runs on the practice categories; both errors are shown. Other categories decide,
    so this gates nothing.
    """
    return [
        check.Check(
            lambda learner: better_than_last_year(learner, range(SERIES), gate=1.0),
            calls=((f"forecast(series, {AHEAD})", (monthly(0)[:-AHEAD], AHEAD)),),
        )
    ]


def better_than_last_year(learner, seeds, gate=None):
    """Full marks where the WMAPE over the series of `seeds` is at least 5% below that of last
    year's months; half where it is below at all.
    """
    mine, naive = compare_forecasts(learner, [monthly(seed) for seed in seeds])
    return check.Finding(
        1.0 if mine <= BETTER * naive else 0.5 if mine < naive else 0.0,
        f"On {len(seeds)} categories your WMAPE is {mine:.1%}, that of last year's months"
        f" {naive:.1%}, so yours is {mine / naive:.0%} of it (full points up to {BETTER:.0%}).",
        gate=gate,
    )


def tiny_quarter():
    """(plan, actual): more orders, smaller baskets, a higher rate, dearer service."""
    return {"orders": 1000, "aov": 50.0, "take": 0.1, "cost": 2.0}, {
        "orders": 1200,
        "aov": 40.0,
        "take": 0.12,
        "cost": 3.0,
    }


def bridge():
    want = {
        "plan": 3000.0,
        "orders": 600.0,
        "aov": -1200.0,
        "take": 960.0,
        "cost": -1200.0,
        "actual": 2160.0,
    }
    return [
        gives(
            "bridge",
            tiny_quarter(),
            want,
            shown="bridge(tiny_quarter)",
            slips=bridge_slips(),
            why=(
                "1,000 × (5 − 2) = 3,000; with 1,200 orders 3,600; with $40 2,400; with 12% 3,360;"
                " with a cost of $3 2,160"
            ),
        )
    ]


def bridge_slips():
    """The known mistakes with a bridge, as functions of (plan, actual)."""
    names = ("orders", "aov", "take", "cost")

    def contribution(facts, cost=True):
        return float(
            facts["orders"] * (facts["aov"] * facts["take"] - (facts["cost"] if cost else 0.0))
        )

    def alone(plan, actual):
        steps = {
            name: contribution({**plan, name: actual[name]}) - contribution(plan) for name in names
        }
        return {"plan": contribution(plan), **steps, "actual": contribution(actual)}

    def backward(plan, actual):
        now, steps = dict(actual), {}
        for name in names:
            before = contribution(now)
            now[name] = plan[name]
            steps[name] = before - contribution(now)
        return {"plan": contribution(plan), **steps, "actual": contribution(actual)}

    def without(plan, actual):
        now, steps = dict(plan), {}
        for name in names:
            before = contribution(now, cost=False)
            now[name] = actual[name]
            steps[name] = contribution(now, cost=False) - before
        return {
            "plan": contribution(plan, cost=False),
            **steps,
            "actual": contribution(actual, cost=False),
        }

    return Slip(alone, TWO_AT_ONCE), Slip(backward, FROM_ACTUAL), Slip(without, NO_COST)


def rates():
    return [practice("rates", Scenario(), practice_values(SLUG))]


def sales_left():
    """The faded example: what is left of sales, and what they earn."""
    return [
        gives(
            "sales_left",
            (0.2, 8.0),
            (0.8 / 0.9) ** 8,
            shown="sales_left(rate 0.2, elasticity 8)",
            slips=(
                Slip((0.8 / 0.9) * 8, "To the power of 8, not times 8."),
                Slip(0.8**8, "Compare with what shops keep today: divide by 1 − 0.10."),
            ),
            why="shops keep 80 instead of 90 cents: (0.8 ÷ 0.9)⁸ = 0.39",
        )
    ]


def month_earned():
    return [
        gives(
            "month_earned",
            (0.2, 100_000.0, 0.4),
            0.17 * 40_000,
            shown="month_earned(rate 0.2, sales 100,000, 40% left)",
            slips=(
                Slip(8000.0, "Serving a dollar of sales costs 3 cents: rate − 0.03."),
                Slip(17_000.0, "Only 40% of the sales are left."),
            ),
            why="0.17 × 40,000",
        )
    ]


WIDGET_DRAW = 2


def best_flat():
    """The question that only dragging answers: one rate for all, which?"""
    sales, elasticity = Scenario().truth(WIDGET_DRAW)
    earned = partial(commission, tideway())
    totals = [float(earned(sales, elasticity, percent / 100).sum()) for percent in PERCENTS]
    best = int(np.argmax(totals))

    def run(learner):
        percent = learner.value("best_flat")
        if type(percent) not in (int, float) or not 0 <= percent <= 100 * MOST:
            return check.Finding(
                0.0, f"`best_flat` is {percent!r}; it should be percent, 0 to {100 * MOST:g}."
            )
        if abs(percent - best) > 0.5:
            return check.Finding(
                0.0,
                f"At {percent:g}% all categories together earn"
                f" ${earned(sales, elasticity, percent / 100).sum():,.0f}. The top is further to"
                f" the {'left' if percent > best else 'right'}.",
            )
        own = sum(
            max(float(earned(s, e, each / 100)) for each in PERCENTS)
            for s, e in zip(sales, elasticity, strict=True)
        )
        return check.Finding(
            1.0,
            f"{best}% for all earn ${totals[best]:,.0f}; each category at its own best rate"
            f" ${own:,.0f}.",
        )

    return [check.Check(run)]


def museum_mape():
    items = {
        "shirts": {"forecast": 900, "actual": 1000},
        "spare_zips": {"forecast": 5, "actual": 1},
    }
    return [
        gives(
            "forecast_error",
            (items,),
            104 / 1001,
            shown="forecast_error(shirts 900 for 1,000; spare zips 5 for 1)",
            slips=(
                Slip(
                    2.05,
                    "205%: the zips, four pieces off, count as much as the shirts. Sum the misses:"
                    " 104 of 1,001.",
                ),
            ),
            why="(100 + 4) ÷ 1,001",
        )
    ]


def museum_gmv():
    deals = {
        "festival": {"gmv": 900_000, "take": 0.04, "subsidy": 45_000},
        "tools": {"gmv": 200_000, "take": 0.12, "subsidy": 2_000},
    }
    return [
        gives(
            "better_deal",
            (deals,),
            "tools",
            shown=(
                "better_deal(festival: $900,000 at 4%, $45,000 subsidy; tools: $200,000 at 12%,"
                " $2,000)"
            ),
            slips=(Slip("festival", "36,000 come in and 45,000 go out."),),
            why="24,000 − 2,000",
        )
    ]


def museum_season():
    facts = {"forecast": 1000, "errors_last_year": [-120, 80, -60, 150, -40, 30]}
    return [
        gives(
            "promise",
            (facts,),
            (850, 1120),
            shown="promise(forecast 1,000; forecast − actual was -120, 80, -60, 150, -40, 30)",
            slips=(
                Slip(
                    (1000, 1000),
                    "A forecast without a range is a promise that will be broken. Errors went from"
                    " −120 to 150.",
                ),
                Slip(
                    (880, 1150),
                    "Turned round: where the forecast was 150 too high, 150 less came. Actual ="
                    " forecast − error.",
                ),
            ),
            why="1,000 − 150 and 1,000 + 120",
        )
    ]
