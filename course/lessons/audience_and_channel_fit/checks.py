"""What a learner may see being checked: tiny cases that can be worked out by hand."""

import math
from functools import partial

import numpy as np
import pandas as pd

from course import check
from course.check import Slip, gives, mapping
from course.check.decision import practice, practice_values
from course.lessons.audience_and_channel_fit.bank import FACTS, GIVEN, KINDS, PRACTICE
from course.lessons.audience_and_channel_fit.groups import KS, cluster
from course.lessons.audience_and_channel_fit.practice_shop import customers
from course.lessons.audience_and_channel_fit.scenario import Scenario

SLUG = "audience_and_channel_fit"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)
given = check.given

COUNTS = (
    "It looks as if numbers of people were divided. Compare shares: the segment's part of the"
    " buyers with its part of the population."
)
TURNED = "The other way round: above 100 should mean more buyers than its share of the population."
NOT_HUNDRED = "An index is written with 100 as *just its share*: multiply by 100."
RETURNS_FREE = "The returns are missing: each unit sold costs return rate × 10 dollars on average."
ADS_FREE = "Ads are a share of the price here, like the fee."
FIXED_IN_UNIT = (
    "The fixed cost is paid once a month, not with each unit: it belongs into the profit."
)
FIXED_FREE = "The fixed cost is missing in the profit."
REVENUE_PRICE = (
    "It looks as if break-even was divided by the price. It takes as many units as it needs of what"
    " a unit **leaves**."
)


def fact_kind():
    return [mapping("fact_kind", dict.fromkeys(FACTS), set(KINDS), given=GIVEN, practice=PRACTICE)]


def affinity_index():
    buyers, people = (
        {"18-34": 30, "35-54": 60, "55+": 10},
        {"18-34": 1500, "35-54": 1500, "55+": 2000},
    )
    return [
        gives(
            "affinity_index",
            (buyers, people),
            {"18-34": 100.0, "35-54": 200.0, "55+": 25.0},
            shown="affinity_index(buyers, population)",
            why="30% of the buyers and 30% of the people; 60% and 30%; 10% and 40%",
            slips=index_slips(),
        )
    ]


def index_slips():
    """The known mistakes with an index, as functions of (buyers, population)."""

    def shares(counts):
        total = sum(counts.values())
        return {name: count / total for name, count in counts.items()}

    def index(buyers, people, of):
        return {
            name: float(
                of(
                    buyers.get(name, 0),
                    people[name],
                    shares(buyers).get(name, 0.0),
                    shares(people)[name],
                )
            )
            for name in people
        }

    return (
        Slip(lambda b, p: index(b, p, lambda n, m, s, t: 100 * n / m), COUNTS),
        Slip(lambda b, p: index(b, p, lambda n, m, s, t: n / m), COUNTS),
        Slip(lambda b, p: index(b, p, lambda n, m, s, t: 100 * t / s if s else 0.0), TURNED),
        Slip(lambda b, p: index(b, p, lambda n, m, s, t: s / t), NOT_HUNDRED),
    )


def two_channels():
    """Two channels whose sums fit on a napkin."""
    return pd.DataFrame(
        {
            "channel": ["marketplace", "own shop"],
            "units": [400.0, 150.0],
            "price": [40.0, 40.0],
            "fee": [0.15, 0.03],
            "ads": [0.05, 0.12],
            "fulfilment": [5.0, 6.0],
            "return_rate": [0.10, 0.20],
            "fixed": [900.0, 1500.0],
        }
    )


def pnl(channels, unit, profit, breakeven):
    """The table that is asked for."""
    return pd.DataFrame(
        {"channel": channels, "unit": unit, "profit": profit, "breakeven": breakeven}
    )


def channel_pnl():
    return [
        gives(
            "channel_pnl",
            (two_channels(),),
            pnl(["marketplace", "own shop"], [12.0, 12.0], [3900.0, 300.0], [75.0, 125.0]),
            slips=pnl_slips(),
            about=("unit",),
            shown="channel_pnl(two channels)",
            why="40 × 0.80 − 5 − 14 − 1 = 12; 400 × 12 − 900; 900 ÷ 12",
        )
    ]


def pnl_slips():
    """The known mistakes with a channel's profit and loss, as functions of the table."""

    def table(df, *, ads=True, returns=True, fixed_in=False, fixed=True, of_price=False):
        unit = (
            df["price"] * (1 - df["fee"] - (df["ads"] if ads else 0))
            - df["fulfilment"]
            - 14
            - (10 * df["return_rate"] if returns else 0)
        )
        unit = unit - (df["fixed"] / df["units"] if fixed_in else 0)
        profit = df["units"] * unit - (0 if fixed_in or not fixed else df["fixed"])
        breakeven = np.where(
            unit > 0, df["fixed"] / (df["price"] if of_price else unit.where(unit > 0, 1)), math.inf
        )
        return pnl(df["channel"], unit, profit, breakeven).sort_values(
            "profit", ascending=False, ignore_index=True
        )

    return (
        Slip(partial(table, ads=False), ADS_FREE),
        Slip(partial(table, returns=False), RETURNS_FREE),
        Slip(partial(table, fixed_in=True), FIXED_IN_UNIT),
        Slip(partial(table, fixed=False), FIXED_FREE),
        Slip(partial(table, of_price=True), REVENUE_PRICE),
    )


def three_groups():
    """Eighteen customers of three kinds, two of which spend alike and order differently."""
    orders = np.repeat([2.0, 18.0, 10.0], 6) + np.tile([-0.4, 0.3, 0.1, -0.2, 0.4, -0.1], 3)
    dollars = np.repeat([110.0, 120.0, 480.0], 6) + np.tile([-12.0, 9.0, 4.0, -7.0, 14.0, 2.0], 3)
    return np.column_stack([orders, dollars])


def best_k():
    plain = np.column_stack(
        [
            np.repeat([1.0, 10.0], 6) + np.tile([0.0, 0.5, 1.0], 4),
            np.repeat([20.0, 90.0], 6) + np.tile([0.0, 4.0, 9.0, 2.0, 7.0, 5.0], 2),
        ]
    )
    return [
        gives(
            "best_k",
            (plain,),
            2,
            shown="best_k(twelve customers in two heaps)",
            why="two heaps, far apart",
        ),
        gives(
            "best_k",
            (three_groups(),),
            3,
            shown="best_k(eighteen customers, orders a year and dollars a year)",
            slips=(
                Slip(
                    _unscaled,
                    "It looks as if the features went in as they are. Dollars run to hundreds: the"
                    " distances see nothing else.",
                ),
            ),
            why="three kinds: the first two spend alike, but one orders nine times as often",
        ),
    ]


def _unscaled(x):
    return max(range(2, 7), key=lambda k: cluster(pd.DataFrame(x), k, scaled=False)[1])


def place():
    return [practice("place", Scenario(), practice_values(SLUG))]


def best_price():
    """The faded example: Lerner's price for a unit cost and an elasticity."""
    return [
        gives(
            "best_price",
            (20.0, 2.5),
            20.0 * 2.5 / 1.5,
            shown="best_price(20, 2.5)",
            slips=(
                Slip(50.0, "Cost times elasticity alone is too much: divide by elasticity − 1."),
                Slip(12.0, "The other way round: the price lies above the cost."),
            ),
            why="20 × 2.5 ÷ 1.5",
        )
    ]


GROUPS_SHOP = (
    3  # its best numbers stand clear of the next ones: .755 against .702, and .841 against .778
)


def two_answers():
    """The question that only dragging answers, for practice shop 3."""
    table = customers(GROUPS_SHOP)
    want = tuple(
        max(KS, key=lambda k, scaled=scaled: cluster(table, k, scaled)[1])
        for scaled in (True, False)
    )

    def run(learner):
        answer = learner.value("best_groups")
        if (
            type(answer) not in (list, tuple)
            or len(answer) != 2
            or not all(type(each) is int for each in answer)
        ):
            return check.Finding(
                0.0,
                f"`best_groups` is {answer!r}; it should be two whole numbers in brackets, such as"
                " (3, 3).",
            )
        if tuple(answer) == want:
            return check.Finding(
                1.0,
                f"{want[0]} groups with the same spread, {want[1]} without: the dollars, being"
                " larger numbers, drown the orders.",
            )
        which = "with" if answer[0] != want[0] else "without"
        return check.Finding(
            0.0,
            f"{which.capitalize()} the same spread another number of groups has a higher silhouette"
            f" in shop {GROUPS_SHOP}. Drag on.",
        )

    return [check.Check(run)]


def museum_fee():
    two = pd.DataFrame(
        {
            "channel": ["low fee", "high fee"],
            "fee": [0.05, 0.15],
            "units": [100.0, 300.0],
            "unit": [10.0, 6.0],
            "fixed": [1200.0, 300.0],
        }
    )
    return [
        gives(
            "choose_channel",
            (two,),
            "high fee",
            shown="choose_channel(two channels)",
            slips=(
                Slip(
                    "low fee",
                    "100 × 10 − 1,200 loses 200 dollars a month. The fee is one cost of six.",
                ),
            ),
            why="300 × 6 − 300 = 1,500 against −200",
        )
    ]


def museum_distance():
    ann, bo, cy = (
        {"orders": 2.0, "dollars": 300.0},
        {"orders": 20.0, "dollars": 310.0},
        {"orders": 3.0, "dollars": 360.0},
    )
    spread = {"orders": 6.0, "dollars": 120.0}
    return [
        gives(
            "nearest",
            (ann, {"bo": bo, "cy": cy}, spread),
            "cy",
            shown="nearest(ann, bo and cy)",
            slips=(
                Slip(
                    "bo",
                    "Eighteen orders more are three spreads away, ten dollars less than a tenth of"
                    " one. Divide each by its spread.",
                ),
            ),
            why="cy is a sixth and a half of a spread away, bo three",
        )
    ]


def museum_equal():
    shoppers = [{"phone": "expensive", "cart": 60.0}, {"phone": "simple", "cart": 60.0}]
    return [
        gives(
            "prices",
            (shoppers,),
            [60.0, 60.0],
            shown="prices(two shoppers with the same cart)",
            slips=(
                Slip(
                    [66.0, 60.0],
                    "Two people, one cart, two prices, and the difference is what the phone says"
                    " about its owner. That is unequal treatment.",
                ),
            ),
            why="the same cart has the same price",
        )
    ]
