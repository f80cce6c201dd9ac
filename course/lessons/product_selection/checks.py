"""What a learner may see being checked: tiny cases that can be worked out by hand."""

import math
from functools import partial

import numpy as np
import pandas as pd

from course import check
from course.check import Slip, gives, mapping, relates
from course.check.decision import practice, practice_values
from course.lessons.product_selection.bank import GIVEN, KINDS, PRACTICE, SIGNALS
from course.lessons.product_selection.bubbles import chosen
from course.lessons.product_selection.scenario import Scenario

SLUG = "product_selection"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)
given = check.given

FEE_FORGOTTEN = "The platform's fee is missing: it is a share of the price."
RETURN_KEEPS = (
    "A returned unit's margin goes back too: only the part that is kept, 1 − return rate, earns"
    " price − fee − cost."
)
RETURNS_FREE = "It looks as if returns cost nothing. What comes back gives its margin back and must be handled."
HANDLING_FORGOTTEN = "The handling of what comes back is missing."
SHIPPING_KEPT = "The parcel is paid for every unit that is sent, returned or not."
FEE_OF_MARGIN = "It looks as if the fee was taken of the margin. It is taken of the price."
SEASON_IN = (
    "The season is still in it. Divide each month by its factor before you look for a trend."
)
SEASON_TIMES = (
    "It looks as if the series was multiplied by the season. December is high because of it:"
    " divide."
)
NO_LOG = "That is a slope in searches a month. Asked is the relative one: take the log first."
ENDS = (
    "It looks as if only the first and last month were used. Their chance is then your trend: fit a"
    " line through all."
)
FLIPPED = "The slope is taken the wrong way round: months lie on the x-axis, logs on the y-axis."
UNSORTED = "The formula needs the numbers in order, smallest first."
DIVIDED_N = "It looks as if the ranks began at 0. The smallest has rank 1."
SMALLEST = "That is the share of the smallest, not of the largest."
FIRST_TAKEN = (
    "It looks as if the first of the list were taken. Asked are the largest: sort before you count."
)
COUNT_NOT_SUM = "That is the part of the products. Asked is the part of the sales that they bring."


SEARCHES_ALONE = (
    "It looks as if the most searched were taken. Those searches are shared: how many others offer"
    " it?"
)
MARGIN_ALONE = (
    "It looks as if those with most margin were taken. A unit that nobody looks for leaves nothing."
)
NO_MARGIN = (
    "It looks as if searches ÷ (1 + offers) was taken as it is. What does each order leave: margin,"
    " returns, the cost of a launch?"
)
BY_OFFERS = (
    "It looks as if searches ÷ offers was taken. Your own offer is one more, and orders are not yet"
    " dollars: what does each leave?"
)
NO_CROWD = (
    "It looks as if searches × margin was taken. Searches are shared with all who offer the same:"
    " divide by 1 + offers."
)
SEARCHED_MOST = (
    "That one is searched most, and most offers share it. How many searches are yours: searches ÷"
    " (1 + offers)?"
)
ALL_KEPT = (
    "What comes back takes its margin with it: only 1 − return rate is kept. The parcel there stays"
    " paid."
)


def signal():
    return [mapping("signal", dict.fromkeys(SIGNALS), set(KINDS), given=GIVEN, practice=PRACTICE)]


def lunch_box():
    """A product whose sums fit on a napkin: a fifth comes back."""
    return {
        "price": 30.0,
        "fee": 0.10,
        "cost": 12.0,
        "shipping": 4.0,
        "return_rate": 0.20,
        "handling": 5.0,
    }


def unit_contribution():
    kept = lunch_box() | {"return_rate": 0.0}
    return [
        gives(
            "unit_contribution",
            (kept,),
            11.0,
            shown="unit_contribution(a lunch box that never comes back)",
            atol=0.005,
            slips=unit_slips(),
            why="30 less 3 of fee, 12 of goods and 4 of parcel",
        ),
        gives(
            "unit_contribution",
            (lunch_box(),),
            7.0,
            shown="unit_contribution(lunch_box)",
            atol=0.005,
            slips=unit_slips(),
            why="0.8 × (30 − 3 − 12) = 12, less 4 of parcel and 0.2 × 5 of handling",
        ),
        gives(
            "unit_contribution",
            (lunch_box() | {"cost": 25.0},),
            -3.4,
            shown="unit_contribution(a lunch box that costs 25)",
            atol=0.005,
            slips=unit_slips(),
            why="0.8 × (30 − 3 − 25) = 1.6, less 4 of parcel and 1 of handling: a loss is a loss",
        ),
    ]


def unit_slips():
    """The known mistakes with a unit's contribution, as functions of the row."""

    def worth(
        row, *, fee=lambda r: r["fee"] * r["price"], kept=True, handling=True, parcel_kept=False
    ):
        stays = 1 - row["return_rate"]
        sale = (row["price"] - fee(row) - row["cost"]) * (stays if kept else 1)
        return (
            sale
            - row["shipping"] * (stays if parcel_kept else 1)
            - (row["return_rate"] * row["handling"] if handling else 0)
        )

    return (
        Slip(partial(worth, fee=lambda r: 0.0), FEE_FORGOTTEN),
        Slip(partial(worth, fee=lambda r: r["fee"] * (r["price"] - r["cost"])), FEE_OF_MARGIN),
        Slip(partial(worth, kept=False), RETURN_KEEPS),
        Slip(partial(worth, handling=False), HANDLING_FORGOTTEN),
        Slip(partial(worth, parcel_kept=True), SHIPPING_KEPT),
        Slip(partial(worth, kept=False, handling=False), RETURNS_FREE),
    )


TINY_SEASON = (0.5, 1.5)


def trend():
    """Two "months" a year, so that a napkin is enough: searches double from year to year, and the
    second month is three times the first.
    """
    series = np.array([100.0, 300.0, 100.0, 300.0])
    rising = np.array([50.0, 300.0, 200.0, 1200.0])
    return [
        gives(
            "trend",
            (series, np.array(TINY_SEASON)),
            0.0,
            shown="trend([100, 300, 100, 300], season [0.5, 1.5])",
            atol=1e-9,
            slips=trend_slips(),
            why="without the season every month is 200",
        ),
        gives(
            "trend",
            (rising, np.array(TINY_SEASON)),
            math.log(2),
            shown="trend([50, 300, 200, 1200], season [0.5, 1.5])",
            atol=1e-9,
            slips=trend_slips(),
            why="without the season 100, 200, 400, 800: each month doubles, and ln 2 is 0.693",
        ),
        gives(
            "trend",
            (np.array([400.0, 600.0, 50.0, 300.0]), np.array(TINY_SEASON)),
            -0.8 * math.log(2),
            shown="trend([400, 600, 50, 300], season [0.5, 1.5])",
            atol=1e-9,
            slips=trend_slips(),
            why=(
                "without the season 800, 400, 100, 200: in doublings of 100 that is 3, 2, 0, 1, and"
                " the line through them falls by 0.8 a month"
            ),
        ),
    ]


def trend_slips():
    """The known mistakes with a trend, as functions of (series, season)."""

    def fit(y, x=None):
        x = np.arange(len(y)) if x is None else x
        return float(np.polyfit(x, y, 1)[0])

    def factors(series, season):
        return np.resize(season, len(series))

    return (
        Slip(lambda series, season: fit(np.log(series)), SEASON_IN),
        Slip(lambda series, season: fit(np.log(series * factors(series, season))), SEASON_TIMES),
        Slip(lambda series, season: fit(series / factors(series, season)), NO_LOG),
        Slip(
            lambda series, season: float(
                np.log(series[-1] * season[0] / (series[0] * factors(series, season)[-1]))
                / (len(series) - 1)
            ),
            ENDS,
        ),
        Slip(
            lambda series, season: fit(
                np.arange(len(series)), np.log(series / factors(series, season))
            ),
            FLIPPED,
        ),
    )


def gini():
    equal, one, some = (
        np.array([5.0, 5.0, 5.0, 5.0]),
        np.array([0.0, 0.0, 0.0, 8.0]),
        np.array([4.0, 1.0, 3.0, 2.0]),
    )
    three, four = np.array([6.0, 0.0, 2.0]), np.array([2.0, 5.0, 1.0, 2.0])
    ten = np.array([1.0, 40.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 2.0, 30.0])
    return [
        gives("gini", (equal,), 0.0, shown="gini([5, 5, 5, 5])", why="all alike"),
        gives(
            "gini",
            (one,),
            0.75,
            shown="gini([0, 0, 0, 8])",
            why="one of four has everything: 1 − 1/4",
            slips=gini_slips(),
        ),
        gives(
            "gini",
            (some,),
            0.25,
            shown="gini([4, 1, 3, 2])",
            why="(−3 × 1 − 1 × 2 + 1 × 3 + 3 × 4) ÷ (4 × 10)",
            slips=gini_slips(),
        ),
        gives(
            "gini",
            (three,),
            0.5,
            shown="gini([6, 0, 2])",
            why="in order 0, 2, 6: (−2 × 0 + 0 × 2 + 2 × 6) ÷ (3 × 8)",
            slips=gini_slips(),
        ),
        gives(
            "pareto_share",
            (ten, 0.2),
            0.70,
            shown="pareto_share(ten products, 0.2)",
            why="the two largest of ten bring 70 of 100",
            slips=pareto_slips(),
        ),
        gives(
            "pareto_share",
            (four, 0.25),
            0.5,
            shown="pareto_share([2, 5, 1, 2], 0.25)",
            why="a quarter of four is one, and the largest brings 5 of 10",
            slips=pareto_slips(),
        ),
        gives(
            "gini",
            (np.zeros(3),),
            0.0,
            shown="gini([0, 0, 0])",
            why="nothing was sold: 0, not a division by 0",
            edge=True,
        ),
        gives(
            "pareto_share",
            (np.array([1.0, 3.0]), 0.1),
            0.75,
            shown="pareto_share([1, 3], 0.1)",
            why="a tenth of two products is less than one: take at least one",
            edge=True,
        ),
        relates(
            "gini",
            [(some,), (some * 7,)],
            lambda one, other: abs(one - other) < 1e-9,
            "In cents or in dollars, the inequality is the same.",
        ),
    ]


def gini_slips():
    def ranked(x, first=1):
        ranks = np.arange(first, first + len(x))
        return float(((2 * ranks - len(x) - 1) * x).sum() / (len(x) * x.sum()))

    return Slip(lambda x: ranked(x), UNSORTED), Slip(lambda x: ranked(np.sort(x), 0), DIVIDED_N)


def pareto_slips():
    def count(x, top):
        return max(1, round(top * len(x)))

    return (
        Slip(lambda x, top: float(np.sort(x)[: count(x, top)].sum() / x.sum()), SMALLEST),
        Slip(lambda x, top: count(x, top) / len(x), COUNT_NOT_SUM),
        Slip(lambda x, top: float(x[: count(x, top)].sum() / x.sum()), FIRST_TAKEN),
    )


def choose():
    return [practice("choose", Scenario(), practice_values(SLUG))]


def expected_orders():
    """The faded example: demand, divided by the crowd, times conversion."""
    return [
        gives(
            "expected_orders",
            (2000.0, 4.0, 0.03),
            12.0,
            shown="expected_orders(2000, 4, 0.03)",
            slips=(
                Slip(15.0, "Four competing offers and yours are five: divide by 1 + offers."),
                Slip(60.0, "All 2,000 searches do not come to you: others are there too."),
            ),
            why="400 of 2,000 searches are yours, and 3 of 100 buy",
        )
    ]


BLUNDER_DRAW = 3


def worst_pick():
    """The question that only dragging answers: of the eight that a margin cubed chooses in practice
    draw 3, the one that loses money.
    """
    scenario = Scenario()
    picked = chosen(scenario.observe(BLUNDER_DRAW)["candidates"], 0.0, 3.0)["product"].tolist()
    payoffs = scenario.payoffs(BLUNDER_DRAW)
    worst = min(picked, key=payoffs.get)

    def run(learner):
        answer = learner.value("worst_pick")
        if type(answer) is not str or answer not in payoffs:
            return check.Finding(
                0.0, f"`worst_pick` is {answer!r}; it should be a product such as 'egg timer'."
            )
        if answer == worst:
            return check.Finding(
                1.0,
                f"{worst} loses ${-payoffs[worst]:,.0f}: a fine margin on a product that too few"
                " people look for.",
            )
        if answer in picked:
            return check.Finding(
                0.0, f"{answer} earns ${payoffs[answer]:,.0f}; another of the eight does not."
            )
        return check.Finding(
            0.0,
            f"{answer} is not among the eight when the crowd weighs nothing and the margin 3.0."
            " Drag both.",
        )

    return [check.Check(run)]


def museum_volume():
    two = pd.DataFrame(
        {
            "product": ["travel mug", "bamboo cutting board"],
            "searches": [20_000, 3_000],
            "offers": [79.0, 2.0],
            "margin": [6.0, 8.0],
        }
    )
    three = pd.DataFrame(
        {
            "product": ["egg timer", "shoe rack", "wool blanket"],
            "searches": [2_000, 9_000, 90],
            "offers": [3.0, 59.0, 1.0],
            "margin": [4.0, 9.0, 20.0],
        }
    )
    return [
        gives(
            "better_launch",
            (two,),
            "bamboo cutting board",
            shown="better_launch(two products)",
            slips=(Slip("travel mug", SEARCHED_MOST),),
            why="1,000 searches of its own against 250",
        ),
        gives(
            "better_launch",
            (three,),
            "egg timer",
            shown="better_launch(three products)",
            slips=(Slip("shoe rack", SEARCHED_MOST),),
            why="500 searches of its own at 4 dollars; the rack has 150 at 9, the blanket 45 at 20",
        ),
    ]


def museum_returns():
    dress = {"price": 60.0, "cost": 24.0, "parcel": 5.0, "return_rate": 0.40}
    return [
        gives(
            "dress_contribution",
            (dress,),
            16.6,
            shown="dress_contribution(dress)",
            slips=(Slip(31.0, ALL_KEPT),),
            atol=0.005,
            why="0.6 × 36 less 5 of parcel",
        ),
        gives(
            "dress_contribution",
            ({"price": 50.0, "cost": 20.0, "parcel": 4.0, "return_rate": 0.25},),
            18.5,
            shown="dress_contribution(another dress)",
            slips=(Slip(26.0, ALL_KEPT),),
            atol=0.005,
            why="0.75 × 30 less 4 of parcel",
        ),
    ]


def museum_december():
    year = {
        "november": 5_360.0,
        "december": 6_120.0,
        "factor november": 1.34,
        "factor december": 1.70,
    }
    return [
        gives(
            "is_growing",
            (year,),
            False,
            shown="is_growing(two months)",
            slips=(
                Slip(
                    True,
                    "December is always higher. Divided by their factors, 4,000 searches became"
                    " 3,600.",
                ),
            ),
            why="4,000 became 3,600 once the season is out",
        ),
        gives(
            "is_growing",
            (year | {"november": 2_010.0, "december": 3_060.0},),
            True,
            shown="is_growing(two months of another set)",
            why="1,500 became 1,800 once the season is out",
        ),
    ]
