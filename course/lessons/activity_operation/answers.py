"""Answers of the lesson: hidden checks, baseline, expert and keys. Never shipped to learners."""

import inspect

import numpy as np
import pandas as pd
import statsmodels.formula.api as smf

from course.check import fresh, gives, mapping, relates
from course.check.decision import hidden as hidden_decision
from course.check.decision import practice_values
from course.lessons.activity_operation import checks
from course.lessons.activity_operation.bank import GIVEN, HINTS, MECHANICS
from course.lessons.activity_operation.practice_shop import campaign_result, daily, merchants
from course.lessons.activity_operation.scenario import Scenario
from course.market.rng import stream

RULES_KEY = {
    "Many baskets end just above 200, hardly any just below it.": "threshold",
    "Of 10,000 that were given out 700 were used, half of them on the last day.": "coupon",
    "One piece a person, a thousand in all, from noon on.": "flash sale",
    "The factory knows three weeks before the day how many to make.": "pre-sale",
    "直降 30: the price falls by thirty, nothing to collect.": "price cut",
    "第二件半价: the second one at half price.": "bundle or gift",
}


def mechanic(draws):
    reasons = {text: HINTS[name] for text, name in RULES_KEY.items()}
    return [
        mapping(
            "mechanic",
            RULES_KEY,
            set(MECHANICS),
            tiers=[(1.0, 1.0), (0.8, 0.5)],
            reasons=reasons,
            given=GIVEN,
        )
    ]


def incremental_profit(draws):
    trials = []
    for seed in draws.seeds(5, "profit"):
        result = campaign_result(seed)
        fixed = float(stream(seed, "fixed").integers(100, 900))
        trials.append(
            gives(
                "incremental_profit",
                (result, fixed),
                reference_profit(result, fixed),
                shown="incremental_profit(a fresh campaign, fixed)",
                hidden=True,
                slips=checks.profit_slips(),
            )
        )
    tiny = checks.tiny_result()
    return [
        fresh(trials, "Five fresh campaigns of twelve products: right to the cent."),
        gives(
            "incremental_profit",
            (tiny.iloc[:0], 50.0),
            -50.0,
            shown="incremental_profit(no product, 50)",
            hidden=True,
            core=False,
            why="an empty venue still costs its banner",
        ),
        gives(
            "incremental_profit",
            (tiny.assign(depth=0.6), 0.0),
            -300.0 - 500 - 400,
            shown="incremental_profit(a cut deeper than the margin, 0)",
            hidden=True,
            core=False,
            why="below cost every unit sold makes it worse",
        ),
    ]


def reference_profit(result, fixed):
    """Product by product, in plain Python."""
    total = -fixed
    for row in result.itertuples():
        total += row.sold * (row.price * row.margin - row.price * row.depth)
        total -= (row.usual + row.pulled + row.stolen) * row.price * row.margin
    return total


def usual(draws):
    trials = []
    for seed in draws.seeds(5, "usual"):
        length = int(stream(seed, "length").integers(4, 11))
        series = daily(seed, event=(56, 55 + length))
        days = list(range(56, 56 + length))
        trials.append(
            gives(
                "usual",
                (series, days),
                reference_line(series, days),
                shown=f"usual(a fresh shop, {length} days)",
                hidden=True,
                slips=checks.usual_slips(),
            )
        )
    return [
        fresh(
            trials,
            "Five fresh shops: the line that the campaign is measured against is right, day by"
            " day.",
        ),
        gives(
            "usual",
            (checks.two_weeks(), [14]),
            np.array([11 * 1.1]),
            shown="usual(two_weeks, [14])",
            hidden=True,
            core=False,
            why="a single day",
        ),
        relates(
            "usual",
            [(daily(3), [56, 57, 58]), ([2 * each for each in daily(3)], [56, 57, 58])],
            lambda one, other: np.allclose(2 * np.asarray(one), other),
            "A shop twice the size has a line twice as high.",
        ),
    ]


def reference_line(series, days):
    """By a table of weeks and weekdays counted from the campaign's first day."""
    past = np.array(series[days[0] - 14 : days[0]]).reshape(2, 7)
    trend = past[1].sum() / past[0].sum()
    ahead = np.arange(len(days))
    return np.tile(past[1], 1 + len(days) // 7)[: len(days)] * trend ** (1 + ahead // 7)


def did(draws):
    trials = []
    for seed in draws.seeds(5, "did"):
        table = merchants(seed)
        trials.append(
            gives(
                "did",
                (table,),
                reference_did(table),
                shown="did(40 fresh merchants)",
                hidden=True,
                slips=checks.did_slips(),
                rtol=0.02,
            )
        )
    shuffled = checks.tiny_merchants().sample(frac=1, random_state=4).reset_index(drop=True)
    return [
        fresh(
            trials,
            "Five fresh campaigns: the estimate, and the cluster-robust error of statsmodels.",
        ),
        gives(
            "did",
            (shuffled,),
            (16.0, (12.5 / 2 + 24.5 / 2) ** 0.5),
            shown="did(tiny_merchants, shuffled)",
            hidden=True,
            core=False,
            rtol=0.02,
            why="the order of the rows changes nothing",
        ),
        relates(
            "did",
            [
                (checks.tiny_merchants(),),
                (checks.tiny_merchants().assign(sales=lambda t: t["sales"] + 7.0 * t["week"]),),
            ],
            lambda one, other: np.allclose(one, other),
            "A season that moves all merchants alike changes nothing.",
        ),
    ]


def reference_did(table):
    """Difference in differences with errors clustered by merchant (Liang and Zeger, 1986; Bertrand,
    Duflo and Mullainathan, 2004), by statsmodels.
    """
    fit = smf.ols(
        "sales ~ joined * after",
        table.assign(joined=table["joined"].astype(int), after=table["after"].astype(int)),
    ).fit(cov_type="cluster", cov_kwds={"groups": pd.factorize(table["merchant"])[0]})
    return float(fit.params["joined:after"]), float(fit.bse["joined:after"])


def enrol(draws):
    return [hidden_decision("enrol", Scenario(), draws, baseline, expert)]


def baseline(items):
    """Ten percent off what sells most."""
    top = (items["base"] * items["price"]).nlargest(15).index
    return dict.fromkeys(items.loc[top, "product"], 0.10)


def expert(items):
    """What each cut adds, with elasticities drawn towards their mean; the fifteen that add most."""
    elasticity = 0.6 * items["elasticity"] + 0.4 * 3.4
    lost, unit = items["pulled"] + items["stolen"], items["price"] * items["margin"]
    best = items[["product"]].assign(adds=0.0, depth=0.0)
    for depth in np.arange(0.10, 0.51, 0.05):
        sold = items["base"] * 1.7 * (1 - depth) ** -elasticity
        adds = (
            sold * (unit - items["price"] * depth)
            - items["base"] * unit
            - lost * (sold - items["base"]) * unit
        )
        better = adds > best["adds"]
        best.loc[better, "adds"], best.loc[better, "depth"] = adds[better], depth
    best = best[best["adds"] > 0].nlargest(15, "adds")
    return {
        name: round(float(depth), 2)
        for name, depth in zip(best["product"], best["depth"], strict=True)
    }


def debrief():
    """What a learner may read after submission: the expert's enrolment of practice campaign 0, as
    Markdown.
    """
    scenario = Scenario()
    items = scenario.observe(0)["items"]
    chosen = expert(items)
    table = items.set_index("product").loc[list(chosen)].head(8)
    rows = "\n".join(
        f"| {row.Index} | {row.base:.0f} | ${row.price:.2f} | {row.margin:.0%} |"
        f" {row.elasticity:.1f} | {row.pulled + row.stolen:.0%} | {chosen[row.Index]:.0%} |"
        for row in table.itertuples()
    )
    values = practice_values(checks.SLUG)
    earned, first = values["expert"], values["baseline"]
    return (
        "The expert computes what each cut adds and takes the fifteen best:\n\n```python\n"
        + EXPERT_CODE
        + "```\n\nThe first eight of practice campaign 0:\n\n| Product | Units a week | Price |"
        " Margin | Elasticity, measured | Not new | Cut |\n"
        + "| --- " * 7
        + "|\n"
        + rows
        + f"\n\nOver the {len(earned)} practice campaigns it adds ${sum(earned) / len(earned):,.0f}; ten percent off"
        f" the best sellers ${sum(first) / len(first):,.0f}. Nearly all cuts are 10%: the visitors of the"
        " venue do most of the work, and each point of the cut is paid to those who would have"
        " bought, too.\n\nA written answer that earned 2 of 2: " + MODEL_ANSWERS[2.0]
    )


EXPERT_CODE = inspect.getsource(expert).replace("def expert(", "def enrol(")

MODEL_ANSWERS = {
    0.5: "The campaign was a great success, GMV was nearly three times that of a usual week.",
    1.5: (
        "GMV rose from 30,000 to 80,000 dollars, and the week lost 11,810, or 7,624 to 14,165, since"
        " a part was pulled forward. Everybody got 30% off, those too who would have paid in full."
        " Next time 10%. Risk: the rival goes deeper."
    ),
    2.0: (
        "The week lost money: 11,810 dollars with a third of the extra units pulled forward, "
        "7,624 to 14,165 with a fifth to two fifths. At 30% off, a margin of 40% leaves a "
        "quarter, and most buyers of best sellers would have paid in full. December at 50% is "
        "below cost: minus 28,000 at the same GMV. Instead fifteen products with a high margin "
        "and buyers who react, most at 10%: 13,621 dollars in campaign 0, where 30% off best "
        "sellers loses 53,384. Guardrail: units of the two weeks after, against their usual "
        "line. If a random half of the products earns more at 30% than the other "
        "half at 10%, we go deeper."
    ),
}
