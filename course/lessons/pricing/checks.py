"""What a learner may see being checked: tiny cases that can be worked out by hand."""

import numpy as np
import pandas as pd

from course import check
from course.check import Slip, gives, mapping
from course.check.decision import practice, practice_values
from course.lessons.pricing.bank import (
    CASES,
    CONFOUNDS,
    GIVEN_CASES,
    GIVEN_TERMS,
    PRACTICE_TERM,
    PRACTICE_WHY_WRONG,
    STATEMENTS,
    TERMS,
)
from course.lessons.pricing.curve import practice as practice_product
from course.lessons.pricing.practice_shop import threshold_profit
from course.lessons.pricing.scenario import Scenario

SLUG = "pricing"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)
given = check.given

CUT_OF_MARGIN = (
    "It looks as if the cut was divided by the old margin. Each unit now brings only the margin"
    " that is left: divide by cm − d."
)
NO_MINUS_ONE = "That is how many times as many units; asked are the **further** ones: take 1 off."
CUT_ONLY = "That is the cut itself."
NO_CONTROLS = (
    "It looks as if the controls were left out. Then the weeks of high demand, which had high"
    " prices, decide."
)
SIGN = (
    "That is the slope. An elasticity is written without the minus: how many percent are **lost**."
)
NO_LOGS = (
    "It looks as if units were regressed on prices as they are. Percent for percent means logs on"
    " both sides."
)
SEMI_LOG = "It looks as if only the units were logged: price belongs in logs too."
NO_CONSTANT = "It looks as if the line was forced through zero: a column of ones is missing."


def term():
    return [
        mapping(
            "term", dict.fromkeys(STATEMENTS), set(TERMS), given=GIVEN_TERMS, practice=PRACTICE_TERM
        )
    ]


def breakeven_lift():
    return [
        gives(
            "breakeven_lift",
            (0.40, 0.10),
            1 / 3,
            shown="breakeven_lift(0.40, 0.10)",
            slips=lift_slips(),
            why="0.40 ÷ 0.30 − 1: a third more units",
        ),
        gives(
            "breakeven_lift",
            (0.50, 0.25),
            1.0,
            shown="breakeven_lift(0.50, 0.25)",
            slips=lift_slips(),
            why="half of the margin gone: twice the units",
        ),
        gives(
            "breakeven_lift",
            (0.35, 0.14),
            2 / 3,
            shown="breakeven_lift(0.35, 0.14)",
            slips=lift_slips(),
            why="0.35 ÷ 0.21 − 1",
        ),
        gives(
            "breakeven_lift",
            (0.20, 0.20),
            np.inf,
            shown="breakeven_lift(0.20, 0.20)",
            why="the whole margin is gone: no number of units brings it back",
            edge=True,
        ),
    ]


def lift_slips():
    return (
        Slip(lambda cm, d: d / cm, CUT_OF_MARGIN),
        Slip(lambda cm, d: cm / (cm - d), NO_MINUS_ONE),
        Slip(lambda cm, d: d, CUT_ONLY),
    )


def tiny_weeks():
    """Six weeks without chance: elasticity 2, and each point of the index adds a hundred
    percent.
    """
    index = np.array([0.0, 0.2, -0.2, 0.1, -0.1, 0.3])
    price = np.array([10.0, 12.0, 9.0, 10.5, 10.0, 12.5])
    return pd.DataFrame(
        {"price": price, "units": 50_000 * price**-2.0 * np.exp(index), "index": index}
    )


def elasticity():
    plain = pd.DataFrame({"price": [10.0, 20.0, 40.0], "units": [800.0, 100.0, 12.5]})
    return [
        gives(
            "elasticity",
            (plain, []),
            3.0,
            shown="elasticity(three weeks, no controls)",
            slips=elasticity_slips(),
            rtol=1e-6,
            why="each doubling of the price leaves an eighth",
        ),
        gives(
            "elasticity",
            (tiny_weeks(), ["index"]),
            2.0,
            shown="elasticity(tiny_weeks, ['index'])",
            slips=elasticity_slips(),
            rtol=1e-6,
            why="made with an elasticity of 2, and demand that the index names",
        ),
    ]


def elasticity_slips():
    """The known mistakes with an elasticity, as functions of (table, names of controls)."""

    def slope(df, names, *, price=np.log, units=np.log, ones=True):
        columns = [np.ones(len(df))] * ones + [price(df["price"])] + [df[name] for name in names]
        return float(
            np.linalg.lstsq(np.column_stack(columns), units(df["units"]), rcond=None)[0][int(ones)]
        )

    def same(x):
        return x

    return (
        Slip(lambda df, names: -slope(df, []) if names else None, NO_CONTROLS),
        Slip(lambda df, names: slope(df, names), SIGN),
        Slip(lambda df, names: -slope(df, names, price=same, units=same), NO_LOGS),
        Slip(lambda df, names: -slope(df, names, price=same), SEMI_LOG),
        Slip(lambda df, names: -slope(df, names, ones=False), NO_CONSTANT),
    )


def why_wrong():
    return [
        mapping(
            "why_wrong",
            dict.fromkeys(CASES),
            set(CONFOUNDS),
            given=GIVEN_CASES,
            practice=PRACTICE_WHY_WRONG,
        )
    ]


def set_prices():
    return [practice("set_prices", Scenario(), practice_values(SLUG))]


def tiny_baskets():
    return np.array([12.0, 25.0, 30.0, 41.0, 47.0, 60.0, 95.0])


def threshold():
    args = tiny_baskets(), 4.0, 5.0, 0.35
    text = "threshold(seven baskets, 4, 5, 0.35)"

    def run(learner):
        at = learner.call("threshold", args, text)
        if type(at) is bool or type(at) not in (int, float) or not 0 <= at <= 1000:
            return check.Finding(
                0.0, f"`{text}` gave {at!r}; it should be an amount of dollars from 0 to 1,000."
            )
        earned, free = (threshold_profit(each, *args) for each in (at, 0.0))
        return check.Finding(
            1.0,
            f"Free from ${at:g} on, seven baskets bring ${earned:.2f}; free for all they bring"
            f" ${free:.2f}.",
        )

    return [check.Check(run, calls=((text, args),))]


def best_price():
    """The faded example: Lerner's price."""
    return [
        gives(
            "best_price",
            (20.0, 2.6),
            32.5,
            shown="best_price(20, 2.6)",
            slips=(
                Slip(52.0, "Cost times elasticity alone is too much: divide by elasticity − 1."),
                Slip(20.0 * 1.6 / 2.6, "The other way round: the price lies above the cost."),
            ),
            why="20 × 2.6 ÷ 1.6",
        )
    ]


CURVE_PRODUCT, CURVE_ELASTICITY = 2, 3.0


def best_at_three():
    """The question that only dragging answers: practice product 2 with shoppers of
    elasticity 3.0.
    """
    cost = practice_product(CURVE_PRODUCT)["cost"]
    want = cost * CURVE_ELASTICITY / (CURVE_ELASTICITY - 1)

    def run(learner):
        price = learner.value("best_at_three")
        if type(price) is not int or not 10 <= price <= 90:
            return check.Finding(
                0.0,
                f"`best_at_three` is {price!r}; it should be a whole number of dollars, from 10"
                " to 90.",
            )
        if abs(price - want) <= 1:
            return check.Finding(
                1.0,
                f"About ${want:.2f}. With the elasticity that it has, 1.7, the same product is best"
                " sold at $66.",
            )
        return check.Finding(
            0.0,
            f"At ${price} the profit is not at its top when the elasticity is 3.0. Drag the"
            " elasticity first, then the price.",
        )

    return [check.Check(run)]


def museum_cost_plus():
    loyal, careful = {"cost": 20.0, "elasticity": 1.5}, {"cost": 20.0, "elasticity": 5.0}
    return [
        gives(
            "price_of",
            (loyal,),
            60.0,
            shown="price_of(a product whose shoppers hardly look at the price)",
            slips=(
                Slip(
                    30.0,
                    "Half on top of the cost, whoever buys? These shoppers would stay at twice"
                    " that.",
                ),
            ),
            why="20 × 1.5 ÷ 0.5",
        ),
        gives(
            "price_of",
            (careful,),
            25.0,
            shown="price_of(a product whose shoppers compare)",
            why="20 × 5 ÷ 4",
        ),
    ]


def museum_discount():
    sale = {"margin": 0.40, "cut": 0.20, "lift": 0.60}
    return [
        gives(
            "was_it_worth_it",
            (sale,),
            False,
            shown="was_it_worth_it(a sale)",
            slips=(
                Slip(
                    True,
                    "Sales rose by 60%, and each unit brings half of what it brought: 1.6 × 0.20 is"
                    " less than 0.40.",
                ),
            ),
            why="twice the units were needed",
        )
    ]


def museum_fake():
    item = {"price": 30.0, "prices_of_last_30_days": [34.0, 32.0, 36.0], "wish": 60.0}
    return [
        gives(
            "crossed_out",
            (item,),
            32.0,
            shown="crossed_out(item)",
            slips=(
                Slip(
                    60.0,
                    "Nobody was ever asked 60. An invented old price is a lie, and unlawful in many"
                    " countries.",
                ),
                Slip(
                    36.0,
                    "The European Union asks for the lowest price of the last 30 days, not the"
                    " highest.",
                ),
            ),
            why="the lowest price of the last 30 days",
        )
    ]
