"""What a learner may see being checked: tiny cases that can be worked out by hand."""

from functools import partial

import numpy as np
import pandas as pd

from course import check
from course.check import Slip, gives, mapping
from course.check.decision import practice, practice_values
from course.lessons.merchant_operation.bank import CASES, GIVEN, PRACTICE, RULES
from course.lessons.merchant_operation.funnel_plot import WEIGHTS, misjudged
from course.lessons.merchant_operation.practice_shop import shops
from course.lessons.merchant_operation.scenario import Scenario
from course.market.supply import STEPS

SLUG = "merchant_operation"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)
given = check.given

TWICE = (
    "It looks as if each sign was counted. An order with a bad review and a claim is one order with"
    " a defect."
)
TOO_EARLY = (
    "It looks as if the latest orders were counted. What goes wrong with them is not known yet:"
    " take orders up to 30 days old out."
)
ALL_ORDERS = "It looks as if all orders stand below the line. The same window above and below."
ONE_SIGN = (
    "It looks as if only one of the signs was counted. Bad feedback, a claim or a chargeback: each"
    " makes a defect."
)
TURNED = "It looks as if a and b were turned round: the mean is a ÷ (a + b), a few percent."
RAW = "That is the raw rate. Add a to the defects and a + b to the orders."
NO_B = "It looks as if only a was added below. The prior has seen a + b orders, a of them bad."
PRIOR_ONLY = "That is the mean of all shops. A shop's own orders count as well."
YOUNG_IN = (
    "It looks as if shops were counted that applied less than 30 days ago. They have not had their"
    " 30 days."
)
ALWAYS_ALL = (
    "It looks as if each step was compared with all applicants. Compare with those who got to the"
    " step before."
)
EVER = (
    "It looks as if first orders of any day were counted. Day-30 activation asks for one within 30"
    " days of applying."
)
PUBLIC_FIT = (
    1.4025,
    41.523,
)  # highest likelihood of the shops of practice quarter 0, found with scipy.stats.betabinom


def breach():
    return [mapping("breach", dict.fromkeys(CASES), set(RULES), given=GIVEN, practice=PRACTICE)]


def tiny_orders():
    """Eight orders; today is day 100."""
    return pd.DataFrame(
        {
            "order": range(1, 9),
            "day": [5, 12, 20, 30, 50, 65, 85, 95],
            "feedback": [1, 0, 1, 0, 0, 0, 1, 0],
            "claim": [0, 0, 1, 0, 0, 0, 0, 0],
            "chargeback": [0, 0, 0, 0, 1, 0, 0, 0],
        }
    )


def odr():
    return [
        gives(
            "odr",
            (tiny_orders(), 100),
            {"orders": 5, "defects": 2, "odr": 0.4},
            about=("odr",),
            shown="odr(tiny_orders, today 100)",
            slips=odr_slips(),
            why=(
                "orders of days 11 to 70 are those of 12, 20, 30, 50 and 65; day 20 has two signs"
                " and is one defect, day 50 another"
            ),
        ),
        gives(
            "odr",
            (tiny_orders().assign(day=[10, 11, 70, 71, 40, 70, 11, 71]), 100),
            {"orders": 5, "defects": 3, "odr": 0.6},
            about=("odr",),
            shown="odr(orders on the borders, today 100)",
            slips=odr_slips(),
            why=(
                "days 11 to 70 count: an order of day 10 is too old by a day, one of day 70 is just"
                " old enough"
            ),
            edge=True,
        ),
    ]


def odr_slips():
    """The known mistakes with a defect rate, as functions of (orders, today)."""

    def found(
        df,
        today,
        low=90,
        high=30,
        defects=lambda d: (d[["feedback", "claim", "chargeback"]].max(axis=1) > 0).sum(),
        below=None,
    ):
        window = df[(df["day"] > today - low) & (df["day"] <= today - high)]
        bad, orders = int(defects(window)), int(len(window) if below is None else len(df))
        return {"orders": orders, "defects": bad, "odr": bad / orders}

    return (
        Slip(
            partial(
                found, defects=lambda d: d[["feedback", "claim", "chargeback"]].to_numpy().sum()
            ),
            TWICE,
        ),
        Slip(partial(found, high=0), TOO_EARLY),
        Slip(partial(found, below="all"), ALL_ORDERS),
        Slip(partial(found, defects=lambda d: d["feedback"].sum()), ONE_SIGN),
        Slip(partial(found, defects=lambda d: d["claim"].sum()), ONE_SIGN),
    )


def eb_fit():
    """Visible: the shops of practice quarter 0."""
    table = shops(0)
    case = (table["defects"].to_numpy(dtype=float), table["orders"].to_numpy(dtype=float))
    return [
        gives(
            "eb_fit",
            case,
            PUBLIC_FIT,
            shown="eb_fit(400 practice shops)",
            rtol=0.02,
            slips=(
                Slip(PUBLIC_FIT[::-1], TURNED),
                Slip(
                    tuple(float(np.log(each)) for each in PUBLIC_FIT),
                    "Those are logarithms. Return np.exp of them.",
                ),
            ),
            why=(
                "scipy's beta-binomial distribution is likeliest with a = 1.40 and b = 41.5: a mean"
                " of 3.3% defects"
            ),
        )
    ]


def posterior():
    case = (np.array([0.0, 2.0, 40.0]), np.array([4.0, 10.0, 1000.0]), 2.0, 48.0)
    return [
        gives(
            "posterior",
            case,
            np.array([2 / 54, 4 / 60, 42 / 1050]),
            shown="posterior(x [0, 2, 40], n [4, 10, 1000], a 2, b 48)",
            slips=posterior_slips(),
            why="2 ÷ 54, 4 ÷ 60 and 42 ÷ 1,050: ten orders with two defects say 6.7%, not 20%",
        )
    ]


def posterior_slips():
    """The known mistakes with a posterior mean, as functions of (x, n, a, b)."""
    return (
        Slip(lambda x, n, a, b: x / n, RAW),
        Slip(lambda x, n, a, b: (x + a) / (n + a), NO_B),
        Slip(lambda x, n, a, b: np.full(len(x), a / (a + b)), PRIOR_ONLY),
        Slip(lambda x, n, a, b: x / (n + a + b), "It looks as if a was not added to the defects."),
    )


def tiny_applicants():
    """Six shops that applied; today is day 100, one came last week."""
    none = np.nan
    return pd.DataFrame(
        {
            "shop": [1, 2, 3, 4, 5, 6],
            "applied": [10, 10, 20, 30, 40, 95],
            "approved": [12, 13, 22, 33, 43, 97],
            "listed": [15, 20, 25, 40, none, none],
            "viewed": [18, 25, none, none, none, none],
            "ordered": [25, 60, none, none, none, none],
        }
    )


def activation_bottleneck():
    return [
        gives(
            "activation_bottleneck",
            (tiny_applicants(), 100),
            {"step": "viewed", "rate": 0.5, "day30": 0.2},
            about=("step",),
            shown="activation_bottleneck(tiny_applicants, 100)",
            slips=bottleneck_slips(),
            why=(
                "five shops have had their 30 days; within them all were approved, 4 of 5 listed, 2"
                " of 4 viewed, 1 of 2 ordered (shop 2 took 50 days): the first of the two lowest is"
                " 'viewed', and 1 of 5 is active by day 30"
            ),
        )
    ]


def bottleneck_slips():
    """The known mistakes with a bottleneck, as functions of (table, today)."""

    def found(df, today, mature=lambda d, t: d["applied"] <= t - 30, within=30, against="before"):
        part = df[mature(df, today)]
        counts = [
            len(part),
            *[int((part[step] - part["applied"] <= within).sum()) for step in STEPS],
        ]
        rates = [
            (
                counts[place + 1] / (counts[place] if against == "before" else counts[0])
                if counts[place]
                else 1.0
            )
            for place in range(len(STEPS))
        ]
        worst = int(np.argmin(rates))
        return {"step": STEPS[worst], "rate": float(rates[worst]), "day30": counts[-1] / counts[0]}

    return (
        Slip(partial(found, mature=lambda d, t: d["applied"] <= t), YOUNG_IN),
        Slip(partial(found, within=10_000), EVER),
        Slip(partial(found, against="all"), ALWAYS_ALL),
    )


def act():
    return [practice("act", Scenario(), practice_values(SLUG))]


def expected_loss():
    """The faded example: what a shop brings or costs in the quarter ahead, kept and coached."""
    return [
        gives(
            "kept",
            (100.0, 0.03),
            56.0,
            shown="kept(100 orders ahead, 3% defects)",
            slips=(
                Slip(140.0, "A defect costs 28 dollars: 3 of the 100 orders."),
                Slip(-84.0, "And each order brings 1.40."),
            ),
            why="100 × (1.40 − 0.03 × 28)",
        )
    ]


def expected_coached():
    return [
        gives(
            "coached",
            (100.0, 0.03),
            100 * (1.4 - 0.021 * 28) - 20,
            shown="coached(100 orders ahead, 3% defects)",
            rtol=1e-6,
            slips=(
                Slip(100 * (1.4 - 0.021 * 28), "Coaching costs 20 dollars."),
                Slip(100 * (1.4 - 0.009 * 28) - 20, "70% of the defects are left, not taken away."),
            ),
            why="100 × (1.40 − 0.7 × 0.03 × 28) − 20 = 61.20: five more than uncoached",
        )
    ]


WIDGET_DRAW = 4


def best_pull():
    """The question that only dragging answers: with which pull are the fewest shops misjudged?"""
    counts = {weight: sum(misjudged(WIDGET_DRAW, weight)) for weight in WEIGHTS}
    fewest = min(counts.values())

    def run(learner):
        weight = learner.value("best_pull")
        if type(weight) is not int or weight not in counts:
            return check.Finding(
                0.0,
                f"`best_pull` is {weight!r}; it should be a number of orders from the slider, 0 to"
                " 200.",
            )
        if counts[weight] > fewest + 2:
            return check.Finding(
                0.0,
                f"With a pull of {weight} orders {counts[weight]} shops are misjudged; there is a"
                " pull with fewer.",
            )
        return check.Finding(
            1.0,
            f"{counts[weight]} misjudged with a pull of {weight} orders, {counts[0]} with none. a +"
            " b, the prior's weight, is 41 here.",
        )

    return [check.Check(run)]


def museum_ten():
    shop = {"orders": 10, "defects": 1}
    return [
        gives(
            "judged_rate",
            (shop, 1.2, 38.8),
            2.2 / 50,
            shown="judged_rate(1 defect of 10 orders; prior a 1.2, b 38.8)",
            slips=(
                Slip(
                    0.1,
                    "One of ten. A good shop has one bad order among its first ten in one of four"
                    " cases.",
                ),
            ),
            why="(1 + 1.2) ÷ (10 + 40): 4.4%",
        )
    ]


def museum_early():
    def counts(later, days, earlier):
        return {
            "later": {"orders": 1000, "defects": later, "days_old": days},
            "earlier": {"orders": 1000, "defects": earlier, "days_old": 75},
        }

    return [
        gives(
            "shop_improved",
            (counts(8, 2, 31),),
            False,
            shown="shop_improved(8 defects, newest order 2 days old; 31 earlier)",
            slips=(
                Slip(
                    True,
                    "These parcels are hardly there. Claims take weeks: after 30 days a count can"
                    " be compared.",
                ),
            ),
            why="8 so far says nothing yet",
        ),
        gives(
            "shop_improved",
            (counts(12, 34, 31),),
            True,
            shown="shop_improved(12 defects, newest order 34 days old; 31 earlier)",
            why="both counts are older than 30 days, and the later one is lower",
        ),
        gives(
            "shop_improved",
            (counts(33, 34, 31),),
            False,
            shown="shop_improved(33 defects, newest order 34 days old; 31 earlier)",
            why="comparable, and not lower",
        ),
    ]


def museum_best_customers():
    table = {"A": {"orders": 5000, "odr": 0.011}, "B": {"orders": 8, "odr": 0.125}}
    return [
        gives(
            "costs_most",
            (table,),
            "A",
            shown="costs_most(A: 5,000 orders, 1.1% defects; B: 8 orders, one defect)",
            slips=(Slip("B", "B had one bad order. A had fifty-five, at 28 dollars each."),),
            why="55 defects against one",
        )
    ]
