"""Answers of the lesson: hidden checks, baseline, expert and keys. Never shipped to learners."""

import inspect
import math

import numpy as np
import pandas as pd
import statsmodels.api as sm

from course.check import Check, Finding, fresh, gives, mapping, relates
from course.check.decision import hidden as hidden_decision
from course.check.decision import practice_values
from course.check.learner import Stumble
from course.lessons.pricing import checks
from course.lessons.pricing.bank import (
    CONFOUND_HINTS,
    CONFOUNDS,
    GIVEN_CASES,
    GIVEN_TERMS,
    TERM_HINTS,
    TERMS,
)
from course.lessons.pricing.practice_shop import backpack_weeks, baskets, threshold_profit
from course.lessons.pricing.scenario import Scenario
from course.market.rng import stream

CASES_KEY = {
    "At the lower price we sold 40 a day, at the higher one 40 as well. We had 40 a day.": "stock-out",
    "Coffee at half price: everybody bought for three months.": "pulled forward",
    "Hotels cost most when they are full. Does the price fill them?": "demand set the price",
    "The algorithm raises the price when searches rise. In its log price and sales rise together.": "demand set the price",
    "The members' price sells better than the normal one. Members were good customers before.": "mix",
    "We raised the price by 5% and sold 30% fewer. In the same week the shop next door halved its own.": "rival",
}
STATEMENTS_KEY = {
    "Compare two price tests by what a visit brings, not by conversion.": "revenue per visitor",
    "Half of the offers are cheaper than ours: we stand at 100.": "price index",
    "How many more must we sell so that the discount costs nothing?": "break-even lift",
    "If it is below 1, a higher price always brings more revenue.": "elasticity",
    "The category may not fall below 35 cents of a dollar of sales.": "margin",
    "The wholesaler advises to double the purchase price.": "markup",
}
# profit is flat around its top: one amount for all months earns nine tenths of the gain in sum, and
# this in few months
THRESHOLD_G = 0.98


def term(draws):
    reasons = {text: TERM_HINTS[name] for text, name in STATEMENTS_KEY.items()}
    return [
        mapping(
            "term",
            STATEMENTS_KEY,
            set(TERMS),
            tiers=[(0.9, 1.0), (0.7, 0.5)],
            reasons=reasons,
            given=GIVEN_TERMS,
        )
    ]


def breakeven_lift(draws):
    trials = []
    for seed in draws.seeds(5, "breakeven_lift"):
        rng = stream(seed, "cut")
        for _ in range(3):
            cm = round(float(rng.uniform(0.2, 0.7)), 3)
            d = round(cm * float(rng.uniform(0.1, 0.9)), 3)
            trials.append(
                gives(
                    "breakeven_lift",
                    (cm, d),
                    reference_lift(cm, d),
                    shown="breakeven_lift(a fresh cut)",
                    hidden=True,
                    slips=checks.lift_slips(),
                )
            )
    return [
        fresh(trials, "Fifteen fresh cuts, a thousand units each: all right."),
        gives(
            "breakeven_lift",
            (0.3, 0.3),
            math.inf,
            shown="breakeven_lift(0.3, 0.3)",
            hidden=True,
            core=False,
            why="the whole margin is gone: never, infinity",
        ),
        gives(
            "breakeven_lift",
            (0.3, 0.4),
            math.inf,
            shown="breakeven_lift(0.3, 0.4)",
            hidden=True,
            core=False,
            why="more than the margin is gone: never",
        ),
        gives(
            "breakeven_lift",
            (0.3, 0.0),
            0.0,
            shown="breakeven_lift(0.3, 0.0)",
            hidden=True,
            core=False,
            why="no cut, nothing to earn back",
        ),
    ]


def reference_lift(cm, d):
    """A thousand units at a price of 1: what they brought, over what one brings now."""
    return 1000 * cm / (1 - d - (1 - cm)) / 1000 - 1


def elasticity(draws):
    trials = []
    for number, seed in enumerate(draws.seeds(5, "elasticity")):
        true = float(stream(seed, "true").uniform(1.4, 4.0))
        weeks = backpack_weeks(seed, weeks=20 + 6 * number, elasticity=true)
        weeks["season"] = np.sin(np.arange(len(weeks)) / 4)
        names = ["index"] if number % 2 else ["index", "season"]
        trials.append(
            gives(
                "elasticity",
                (weeks, names),
                reference_elasticity(weeks, names),
                shown=f"elasticity(fresh weeks, {names})",
                hidden=True,
                rtol=1e-5,
                slips=checks.elasticity_slips(),
            )
        )
    tiny = checks.tiny_weeks()
    return [
        fresh(trials, "Five fresh products, regressed by statsmodels: all right."),
        gives(
            "elasticity",
            (tiny, []),
            reference_elasticity(tiny, []),
            shown="elasticity(tiny_weeks, no controls)",
            hidden=True,
            core=False,
            rtol=1e-5,
            why="without a control the list is empty",
        ),
        relates(
            "elasticity",
            [(tiny, ["index"]), (tiny.assign(price=tiny["price"] * 7.1), ["index"])],
            lambda one, other: abs(one - other) < 1e-6,
            "In another currency the elasticity is the same.",
        ),
        relates(
            "elasticity",
            [(tiny, ["index"]), (tiny.iloc[::-1].reset_index(drop=True), ["index"])],
            lambda one, other: abs(one - other) < 1e-6,
            "The order of the weeks changes nothing.",
        ),
    ]


def reference_elasticity(df, names):
    x = sm.add_constant(pd.concat([np.log(df["price"]), df[names]], axis=1))
    return -float(sm.OLS(np.log(df["units"]), x).fit().params["price"])


def why_wrong(draws):
    reasons = {case: CONFOUND_HINTS[name] for case, name in CASES_KEY.items()}
    return [
        mapping(
            "why_wrong",
            CASES_KEY,
            set(CONFOUNDS),
            tiers=[(0.9, 1.0), (0.7, 0.5)],
            reasons=reasons,
            given=GIVEN_CASES,
        )
    ]


def set_prices(draws):
    return [hidden_decision("set_prices", Scenario(), draws, baseline, expert)]


def baseline(history, products):
    """Everything stays as it is."""
    return dict(zip(products["product"], products["price"], strict=True))


def expert(history, products):
    """Lerner's price from a regression that knows demand, within forty percent of today's."""
    prices = {}
    for row in products.itertuples():
        weeks = history[history["product"] == row.product]
        x = np.column_stack([np.ones(len(weeks)), np.log(weeks["price"]), weeks["index"]])
        elasticity = max(1.1, -np.linalg.lstsq(x, np.log(weeks["units"]), rcond=None)[0][1])
        price = row.cost * elasticity / (elasticity - 1)
        prices[row.product] = float(np.clip(price, 0.6 * row.price, 1.4 * row.price))
    return prices


def threshold(draws):
    """A month counts as right where the learner's amount earns at least 98% of what the best one
    earns beyond free delivery.
    """
    months = [_month(seed) for seed in draws.seeds(20, "threshold")]
    free = [threshold_profit(0.0, *month) for month in months]
    best = [max(threshold_profit(float(at), *month) for at in range(301)) for month in months]

    def run(learner):
        gains = [threshold_profit(_amount(learner, month), *month) for month in months]
        right = sum(
            (earned - low) / (high - low) >= THRESHOLD_G
            for earned, low, high in zip(gains, free, best, strict=True)
        )
        share = 1.0 if right >= 19 else 0.5 if right >= 14 else 0.0
        return Finding(
            share,
            f"In {right} of {len(months)} fresh months the amount earns at least {THRESHOLD_G:.0%}"
            " of what is to be earned; asked are 19.",
        )

    return [Check(run)]


def _month(seed):
    rng = stream(seed, "fees")
    middle = float(np.exp(rng.uniform(np.log(15), np.log(120))))
    return (
        baskets(seed, count=200, value=middle),
        *(round(float(rng.uniform(*limits)), 2) for limits in ((2.5, 6), (3, 7), (0.25, 0.5))),
    )


def _amount(learner, month):
    at = learner.call("threshold", month, "threshold(fresh baskets)")
    if type(at) not in (int, float):
        raise Stumble(f"`threshold(fresh baskets)` gave {at!r}; it should be an amount of dollars.")
    return float(at)


def debrief():
    """What a learner may read after submission: some of the expert's prices of practice shop 0, as
    Markdown.
    """
    scenario = Scenario()
    seen = scenario.observe(0)
    history, products = seen.values()
    prices = expert(history, products)

    def rate(name, controls):
        return reference_elasticity(history[history["product"] == name], controls)

    rows = "\n".join(
        f"| {row.product} | ${row.cost:.2f} | ${row.price:.2f} | {rate(row.product, []):+.1f} |"
        f" {rate(row.product, ['index']):.1f} | ${prices[row.product]:.2f} |"
        for row in products.head(6).itertuples()
    )
    values = practice_values(checks.SLUG)
    earned, first = values["expert"], values["baseline"]
    return (
        "The expert asks what demand was before asking what the price did:\n\n```python\n"
        + EXPERT_CODE
        + "```\n\nSix products of practice shop 0; a negative number in the fourth column says that"
        " dearer weeks sold more:\n\n| Product | Cost | Price | Elasticity without the index |"
        " with it | New price |\n"
        + "| --- " * 6
        + "|\n"
        + rows
        + f"\n\nOn the {len(earned)} practice shops it earns ${sum(earned) / len(earned):,.0f} a week; leaving"
        f" everything earns ${sum(first) / len(first):,.0f}. An observed control is luck: here the index"
        " names nearly all of demand. Where nothing does, only prices that were set by lot tell"
        " what a price does.\n\nA written answer that earned 2 of 2: " + MODEL_ANSWERS[2.0]
    )


EXPERT_CODE = inspect.getsource(expert).replace("def expert(", "def set_prices(")

MODEL_ANSWERS = {
    0.5: "We raise the olive backpack from 38 to 42 because costs went up.",
    1.5: (
        "The olive backpack goes from 38 to 42 dollars. Its elasticity is 2.2 (1.7 to 2.5), so we lose about"
        " a fifth of the units and keep 3% more margin. Sales of dear weeks looked better only"
        " because we raised prices when demand was high. Risk: the rival at 39."
    ),
    2.0: (
        "The olive backpack goes from 38 to 42 dollars. With its elasticity of 2.2 (1.7 to 2.5 by 26 weeks,"
        " demand held fixed) it loses 16% to 22% of its units; at a cost of 24 a unit brings 18"
        " instead of 14, so the week's margin grows by 3%, between 0% and +8%. Dear weeks sold"
        " more until now because we raised prices when demand was high. Guardrail: carts with the"
        " backpack that are left. If after four weeks units are down by more than 22% against the shops"
        " that kept 38, it goes back."
    ),
}
