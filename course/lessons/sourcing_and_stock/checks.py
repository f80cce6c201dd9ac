"""What a learner may see being checked: tiny cases that can be worked out by hand."""

import numpy as np
import pandas as pd
from scipy.stats import lognorm, norm

from course import check
from course.check import Slip, gives, mapping, relates
from course.check.decision import practice, practice_values
from course.lessons.sourcing_and_stock.balance import best
from course.lessons.sourcing_and_stock.balance import practice as practice_product
from course.lessons.sourcing_and_stock.bank import COSTS, GIVEN, KINDS, PRACTICE
from course.lessons.sourcing_and_stock.scenario import Scenario

SLUG = "sourcing_and_stock"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)
given = check.given

NO_SHARE = (
    "It looks as if the whole shipment's freight was put on one unit. Divide by the number of"
    " units."
)
DUTY_ON_FOB = (
    "Duty is taken here of the value at the border: goods, freight and insurance (CIF), not of the"
    " goods alone."
)
DUTY_ON_ALL = "The broker's fee comes after the border: no duty is paid on it."
FREIGHT_FREE = (
    "Freight and insurance are missing: the goods would still lie in the port of loading."
)
BROKER_FREE = "The broker's fee is missing: somebody has to declare the goods."
DUTY_ONCE = "It looks as if only the duty itself was taken, without what it is taken of."
MEAN_ORDERED = (
    "That is the mean. The mean is right only when a unit too few costs as much as a unit too many."
)
NO_SALVAGE = (
    "It looks as if what is left was worth nothing: the salvage value belongs below the line, price"
    " - salvage."
)
TURNED = (
    "That is the chance of the other side: the ratio is the share of seasons in which demand is"
    " met."
)
SALVAGE_ABOVE = "Above the line stands what a missing unit loses: price - cost."
SERVICE = (
    "It looks as if everybody was given 95% service. How often demand should be met depends on what"
    " a spare unit costs."
)
NORMAL_ALWAYS = (
    "It looks as if demand was taken as normal. A lognormal one is skewed: take its own quantile."
)
LOG_PARTS = "A lognormal's mu and sigma are those of the logs, not the mean and SD of the units."
SOLD_IS_ASKED = "That is the mean of what was sold. On days with an empty shelf more was asked for."
DAYS_DROPPED = (
    "It looks as if the days with an empty shelf were left out. They were the days of high demand,"
    " so the rest is too low."
)
SPREAD_GIVEN = (
    "That is how far the days differ. Asked is the mean of the demand: the first of the two."
)
MEAN_FOR_ALL = (
    "It looks as if the mean of the past was ordered. The mean is right only where a unit too few"
    " costs as much as one too many."
)
SERVICE_FOR_ALL = (
    "It looks as if mean + 1.645 SD was ordered for all: enough in 95 weeks of 100, whatever a spare"
    " unit costs."
)
NORMAL_FOR_ALL = (
    "It looks as if demand was taken as normal: mean + z × SD. Here it is lognormal: mean and SD of"
    " the logs."
)
MEDIAN_FOR_ALL = (
    "It looks as if the middle of the past was ordered. What a missing unit and a spare one cost"
    " differs from product to product."
)
LEFT_FOR_NOTHING = (
    "It looks as if what is left was worth nothing: price − salvage stands below the line."
)
NOBODY_WITHOUT = (
    "Mean plus 1.645 SD is enough in 95 of 100 weeks, whatever it costs. What does a unit too few"
    " lose, what a unit too many?"
)
FACTORY_PRICE = (
    "That one is cheapest at the factory's door. Add what each unit pays on its way to yours."
)
EMPTY_DAYS = (
    "On days without stock nobody could buy. That nobody bought says nothing about who would have."
)


def cost_kind():
    return [mapping("cost_kind", dict.fromkeys(COSTS), set(KINDS), given=GIVEN, practice=PRACTICE)]


GOLDEN = (8.0, 1200.0, 60.0, 0.12, 300.0, 1000)
OTHER = (5.0, 400.0, 20.0, 0.10, 80.0, 200)


def landed_cost():
    return [
        gives(
            "landed_cost",
            GOLDEN,
            10.6712,
            shown=(
                "landed_cost(8, freight 1200, insurance 60, duty 0.12, brokerage 300, 1000 units)"
            ),
            slips=landed_slips(),
            why="(8 + 1.26) × 1.12 + 0.30",
        ),
        gives(
            "landed_cost",
            OTHER,
            8.21,
            shown="landed_cost(5, freight 400, insurance 20, duty 0.10, brokerage 80, 200 units)",
            slips=landed_slips(),
            why="(5 + 2.10) × 1.10 + 0.40",
        ),
        relates(
            "landed_cost",
            [GOLDEN, (*GOLDEN[:5], 2000)],
            lambda few, many: many < few,
            "Twice the units carry the same ship: {0}, then {1}.",
        ),
    ]


def landed_slips():
    """The known mistakes with a landed cost, as functions of its arguments."""
    return (
        Slip(
            lambda fob, freight, insurance, duty, brokerage, n: (
                (fob + freight + insurance) * (1 + duty) + brokerage
            ),
            NO_SHARE,
        ),
        Slip(
            lambda fob, freight, insurance, duty, brokerage, n: (
                fob * (1 + duty) + (freight + insurance + brokerage) / n
            ),
            DUTY_ON_FOB,
        ),
        Slip(
            lambda fob, freight, insurance, duty, brokerage, n: (
                (fob + (freight + insurance + brokerage) / n) * (1 + duty)
            ),
            DUTY_ON_ALL,
        ),
        Slip(
            lambda fob, freight, insurance, duty, brokerage, n: fob * (1 + duty) + brokerage / n,
            FREIGHT_FREE,
        ),
        Slip(
            lambda fob, freight, insurance, duty, brokerage, n: (
                (fob + (freight + insurance) / n) * (1 + duty)
            ),
            BROKER_FREE,
        ),
        Slip(
            lambda fob, freight, insurance, duty, brokerage, n: (
                (fob + (freight + insurance) / n) * duty + brokerage / n
            ),
            DUTY_ONCE,
        ),
    )


def order_qty():
    return [
        gives(
            "order_qty",
            (100.0, 30.0, 40.0, 24.0, 10.0, "normal"),
            102.5102,
            shown="order_qty(100, 30, 40, 24, 10, 'normal')",
            rtol=1e-5,
            slips=order_slips(),
            why="the ratio is 16 ÷ 30 = 0.533, a little above the middle",
        ),
        gives(
            "order_qty",
            (100.0, 60.0, 40.0, 20.0, 10.0, "lognormal"),
            lognorm.ppf(2 / 3, np.sqrt(np.log(1.36)), scale=100 / np.sqrt(1.36)),
            shown="order_qty(100, 60, 40, 20, 10, 'lognormal')",
            slips=order_slips(),
            why=(
                "the ratio is 20 ÷ 30; half of this demand lies below its median, 100 ÷ √1.36 ="
                " 85.7, and two thirds below the answer"
            ),
        ),
        gives(
            "order_qty",
            (10.0, 10.0, 20.0, 19.0, 0.0, "normal"),
            0.0,
            shown="order_qty(10, 10, 20, 19, 0, 'normal')",
            edge=True,
            why="the ratio is 1 ÷ 20, and 10 − 10 × 1.645 lies below zero: order nothing",
        ),
    ]


def order_slips():
    """The known mistakes with an order, as functions of (mean, sd, price, cost, salvage, dist)."""

    def quantile(mean, sd, ratio, dist):
        ratio = min(max(ratio, 1e-9), 1 - 1e-9)
        if dist == "normal":
            return float(max(0.0, mean + sd * norm.ppf(ratio)))
        s = np.sqrt(np.log(1 + (sd / mean) ** 2))
        return float(lognorm.ppf(ratio, s, scale=mean / np.exp(s * s / 2)))

    return (
        Slip(lambda m, sd, p, c, s, dist: float(m), MEAN_ORDERED),
        Slip(lambda m, sd, p, c, s, dist: quantile(m, sd, (p - c) / p, dist), NO_SALVAGE),
        Slip(lambda m, sd, p, c, s, dist: quantile(m, sd, (c - s) / (p - s), dist), TURNED),
        Slip(lambda m, sd, p, c, s, dist: quantile(m, sd, (p - s) / p, dist), SALVAGE_ABOVE),
        Slip(lambda m, sd, p, c, s, dist: quantile(m, sd, 0.95, dist), SERVICE),
        Slip(
            lambda m, sd, p, c, s, dist: quantile(m, sd, (p - c) / (p - s), "normal"), NORMAL_ALWAYS
        ),
        Slip(
            lambda m, sd, p, c, s, dist: (
                float(lognorm.ppf((p - c) / (p - s), np.log(sd), scale=m))
                if dist == "lognormal"
                else None
            ),
            LOG_PARTS,
        ),
    )


def tiny_days():
    """Six days: on four the shelf held out, on two it was empty by the evening."""
    return np.array([28.0, 31.0, 25.0, 30.0, 30.0, 22.0]), np.array(
        [40.0, 40.0, 40.0, 30.0, 30.0, 40.0]
    )


def unconstrain():
    whole = np.array([20.0, 30.0, 40.0, 30.0])
    return [
        gives(
            "unconstrain",
            (whole, np.full(4, 99.0)),
            30.0,
            shown="unconstrain(four days on which the shelf held out)",
            rtol=0.01,
            why="nothing was hidden, so the mean of the sales is the mean of the demand",
        ),
        gives(
            "unconstrain",
            tiny_days(),
            TINY_MEAN,
            shown="unconstrain(tiny_days)",
            rtol=0.005,
            slips=censor_slips(),
            why="on two of six days 30 were sold and more were asked for",
        ),
        gives(
            "unconstrain",
            tuple(2 * each for each in tiny_days()),
            2 * TINY_MEAN,
            shown="unconstrain(tiny_days, twice as many of everything)",
            rtol=0.005,
            slips=censor_slips(),
            why="twice the sales and twice the stock are twice the demand",
        ),
    ]


# The maximum of the likelihood of tiny_days, a test holds it against SciPy's minimiser.
TINY_MEAN = 28.675


def censor_slips():
    """The known mistakes with an empty shelf, as functions of (sales, stock)."""
    return (
        Slip(lambda sales, stock: float(sales.mean()), SOLD_IS_ASKED),
        Slip(lambda sales, stock: float(sales[sales < stock].mean()), DAYS_DROPPED),
        Slip(lambda sales, stock: float(sales.std()), SPREAD_GIVEN),
    )


def buy():
    return [practice("buy", Scenario(), practice_values(SLUG))]


def eoq():
    """The faded example: Harris's order quantity."""
    return [
        gives(
            "eoq",
            (1200.0, 50.0, 3.0),
            200.0,
            shown="eoq(1200, 50, 3)",
            slips=(
                Slip(
                    float(np.sqrt(1200 * 50 / 3)),
                    "A 2 is missing: on average only half an order lies on the shelf.",
                ),
                Slip(40_000.0, "The root is missing."),
            ),
            why="√(2 × 1200 × 50 ÷ 3)",
        )
    ]


BALANCE_PRODUCT, BALANCE_SALVAGE = 3, 80


def balanced_quantity():
    """The question that only dragging answers: practice product 3, cleared at 80% of its cost."""
    product = practice_product(BALANCE_PRODUCT)
    product["salvage"] = product["cost"] * BALANCE_SALVAGE / 100
    want = best(product)

    def run(learner):
        quantity = learner.value("balanced_quantity")
        if type(quantity) is not int or not 1 <= quantity <= 300:
            return check.Finding(
                0.0,
                f"`balanced_quantity` is {quantity!r}; it should be a whole number of units, from 1"
                " to 300.",
            )
        if abs(quantity - want) <= 2:
            return check.Finding(
                1.0,
                f"At about {want:.0f} units one too few costs as much as one too many, and the line"
                " of the profit is at its top.",
            )
        way = "left" if quantity > want else "right"
        return check.Finding(
            0.0,
            f"At {quantity} units the bars are not equal. With the salvage at {BALANCE_SALVAGE}%,"
            f" drag the quantity to the {way}.",
        )

    return [check.Check(run)]


def museum_fob():
    two = pd.DataFrame(
        {"supplier": ["Ningbo", "Lodz"], "fob": [8.0, 9.6], "per_unit_to_here": [2.67, 0.32]}
    )
    three = pd.DataFrame(
        {
            "supplier": ["Porto", "Haiphong", "Brno"],
            "fob": [7.0, 6.2, 8.9],
            "per_unit_to_here": [0.5, 2.1, 0.2],
        }
    )
    return [
        gives(
            "cheapest",
            (two,),
            "Lodz",
            shown="cheapest(two suppliers)",
            slips=(Slip("Ningbo", FACTORY_PRICE),),
            why="9.92 landed against 10.67",
        ),
        gives(
            "cheapest",
            (three,),
            "Porto",
            shown="cheapest(three suppliers)",
            slips=(Slip("Haiphong", FACTORY_PRICE),),
            why="7.50 landed against 8.30 and 9.10",
        ),
    ]


def museum_service():
    bread = {"mean": 100.0, "sd": 30.0, "price": 3.0, "cost": 2.4, "salvage": 0.2}
    lamp = {"mean": 100.0, "sd": 30.0, "price": 40.0, "cost": 12.0, "salvage": 10.0}
    return [
        gives(
            "order",
            (bread,),
            float(100 + 30 * norm.ppf(0.6 / 2.8)),
            shown="order(bread)",
            rtol=1e-4,
            slips=(Slip(149.35, NOBODY_WITHOUT),),
            why="a loaf too many loses 2.20, one too few 0.60: demand is met in one week of five",
        ),
        gives(
            "order",
            (lamp,),
            float(100 + 30 * norm.ppf(28 / 30)),
            shown="order(lamp)",
            rtol=1e-4,
            slips=(Slip(149.35, NOBODY_WITHOUT),),
            why="a lamp that is left loses 2 dollars, one that is missing 28",
        ),
    ]


def museum_shelf():
    days = pd.DataFrame(
        {"sold": [12.0, 0.0, 0.0, 11.0, 13.0], "in_stock": [True, False, False, True, True]}
    )
    other = pd.DataFrame({"sold": [0.0, 10.0, 0.0, 8.0], "in_stock": [True, True, False, True]})
    return [
        gives(
            "daily_demand",
            (days,),
            12.0,
            shown="daily_demand(five days)",
            slips=(Slip(7.2, EMPTY_DAYS),),
            why="36 units on the three days that had any",
        ),
        gives(
            "daily_demand",
            (other,),
            6.0,
            shown="daily_demand(four days)",
            slips=(Slip(4.5, EMPTY_DAYS),),
            why="18 units on the three days that had any; on one of them nobody came",
        ),
    ]
