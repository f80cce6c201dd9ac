"""What a learner may see being checked: tiny cases that can be worked out by hand."""

from functools import partial

import numpy as np
import pandas as pd

from course import check
from course.check import Slip, gives, mapping
from course.check.decision import practice, practice_values
from course.lessons.category_operation.bank import CLASSES, GIVEN, PRACTICE, SALES
from course.lessons.category_operation.scenario import Scenario
from course.lessons.category_operation.shelf import NAMES, best_shelf, worth

SLUG = "category_operation"
exercise = partial(check.exercise, SLUG)
tryout = partial(check.tryout, SLUG)
predict = partial(check.predict, SLUG)
guess = partial(check.guess, SLUG)
hint = partial(check.hint, SLUG)
given = check.given

SALES_ABOVE = (
    "It looks as if sales were divided by the stock. GMROI asks what the money in the stock earned:"
    " gross margin, sales − cost."
)
END_STOCK = (
    "It looks as if only the stock at the end was taken. The money was tied up all year: take the"
    " mean of start and end."
)
TURNS_BY_SALES = (
    "It looks as if turns were sales ÷ stock. The stock is counted at cost, so turns are cost of"
    " the goods sold ÷ mean stock."
)
SUPPORT_COUNT = (
    "It looks as if counts were given as support. Support is a share: baskets with both ÷ all"
    " baskets."
)
NO_BASE = (
    "It looks as if lift was support ÷ one of the shares. Divide by both: how often they come"
    " together against how often they would by chance."
)
ONE_WAY = (
    "It looks as if the lift is the confidence, the share of A's baskets that hold B. Divide it by"
    " how common B is anyway."
)
NO_SEASON = (
    "It looks as if the siblings' fall was taken as it is. The season moved all categories: expect"
    " siblings × other_after ÷ other_before."
)
ALL_LOST = (
    "It looks as if the lost units were not divided by the new ones. Cannibalisation is the share"
    " of the newcomer's units that siblings lost."
)
OF_SIBLINGS = (
    "It looks as if the lost units were divided by the siblings' units. Asked is lost ÷ units of"
    " the newcomer."
)


def abc():
    return [mapping("abc", dict.fromkeys(SALES), set(CLASSES), given=GIVEN, practice=PRACTICE)]


def tiny_year():
    """Two groups; one had no stock at all (made to order)."""
    return pd.DataFrame(
        {
            "group": ["kettles", "engraved"],
            "sales": [1000.0, 200.0],
            "cost": [600.0, 100.0],
            "stock_start": [100.0, 0.0],
            "stock_end": [300.0, 0.0],
        }
    )


def earned(groups, gmroi_, turns):
    """The table that is asked for."""
    return pd.DataFrame({"group": groups, "gmroi": gmroi_, "turns": turns})


def gmroi():
    return [
        gives(
            "gmroi",
            (tiny_year(),),
            earned(["kettles", "engraved"], [2.0, np.inf], [3.0, np.inf]),
            about=("gmroi",),
            shown="gmroi(tiny_year)",
            slips=gmroi_slips(),
            why=(
                "kettles: margin 400 on a mean stock of 200; 600 of cost turned that stock three"
                " times; without stock both are infinite"
            ),
        )
    ]


def gmroi_slips():
    """The known mistakes with stock, as functions of the year."""

    def table(
        df,
        above=lambda d: d["sales"] - d["cost"],
        stock=lambda d: (d["stock_start"] + d["stock_end"]) / 2,
        turned=lambda d: d["cost"],
    ):
        return earned(
            df["group"].tolist(),
            (above(df) / stock(df)).tolist(),
            (turned(df) / stock(df)).tolist(),
        )

    return (
        Slip(partial(table, above=lambda d: d["sales"]), SALES_ABOVE),
        Slip(partial(table, stock=lambda d: d["stock_end"]), END_STOCK),
        Slip(partial(table, turned=lambda d: d["sales"]), TURNS_BY_SALES),
    )


TINY_BASKETS = [
    ["cup", "tray"],
    ["cup"],
    ["cup", "teapot"],
    ["teapot", "strainer"],
    ["teapot", "strainer", "cup"],
]


def pairs(a, b, support, lift):
    """The table that is asked for."""
    return pd.DataFrame({"a": a, "b": b, "support": support, "lift": lift})


def rules():
    return [
        gives(
            "rules",
            (TINY_BASKETS, 0.4),
            pairs(
                ["cup", "strainer"],
                ["teapot", "teapot"],
                [0.4, 0.4],
                [0.4 / (0.8 * 0.6), 0.4 / (0.4 * 0.6)],
            ),
            about=("lift",),
            shown="rules(five baskets, 0.4)",
            slips=rule_slips(),
            why=(
                "cup and teapot are together in 2 of 5, by chance they would be in 0.8 × 0.6;"
                " strainer and teapot in 2 of 5, by chance in 0.4 × 0.6"
            ),
        )
    ]


def rule_slips():
    """The known mistakes with pairs, as functions of (baskets, min_support)."""

    def table(
        baskets,
        least,
        support=lambda both, n: both / n,
        lift=lambda both, a, b, n: both * n / (a * b),
    ):
        sets, n = [set(basket) for basket in baskets], len(baskets)
        things = sorted(set().union(*sets)) if sets else []
        count = {thing: sum(thing in each for each in sets) for thing in things}
        rows = []
        for place, a in enumerate(things):
            for b in things[place + 1 :]:
                both = sum(a in each and b in each for each in sets)
                if both and both / n >= least - 1e-12:
                    rows.append(
                        (a, b, float(support(both, n)), float(lift(both, count[a], count[b], n)))
                    )
        return pairs(*map(list, zip(*rows, strict=True))) if rows else pairs([], [], [], [])

    return (
        Slip(partial(table, support=lambda both, n: both), SUPPORT_COUNT),
        Slip(partial(table, lift=lambda both, a, b, n: both / a), ONE_WAY),
        Slip(partial(table, lift=lambda both, a, b, n: both / b), NO_BASE),
        Slip(partial(table, lift=lambda both, a, b, n: both / n / (a / n)), NO_BASE),
    )


def tiny_launch():
    """A newcomer sells 100; siblings fall from 200 to 190 while others rise by a tenth."""
    return pd.DataFrame(
        {
            "product": ["new", "s", "s", "o", "o"],
            "role": ["new", "sibling", "sibling", "other", "other"],
            "after": [True, False, True, False, True],
            "units": [100.0, 200.0, 190.0, 1000.0, 1100.0],
        }
    )


def cannibalisation():
    return [
        gives(
            "cannibalisation",
            (tiny_launch(),),
            0.3,
            shown="cannibalisation(tiny_launch)",
            slips=cannibal_slips(),
            rtol=0.02,
            why=(
                "siblings would have sold 200 × 1.1 = 220 and sold 190: 30 are lost, for 100 new"
                " ones"
            ),
        )
    ]


def cannibal_slips():
    """The known mistakes with cannibalisation, as functions of the launch."""

    def run(df, season=True, below="new"):
        units = df.groupby(["role", "after"])["units"].sum()
        factor = units["other", True] / units["other", False] if season else 1.0
        lost = units["sibling", False] * factor - units["sibling", True]
        return float(
            lost
            / {"new": units["new", True], "one": 1.0, "siblings": units["sibling", False] * factor}[
                below
            ]
        )

    return (
        Slip(partial(run, season=False), NO_SEASON),
        Slip(partial(run, below="one"), ALL_LOST),
        Slip(partial(run, below="siblings"), OF_SIBLINGS),
    )


def assort():
    return [practice("assort", Scenario(), practice_values(SLUG))]


def chosen_share():
    """The faded example: who is chosen from a page."""
    return [
        gives(
            "chosen_share",
            (2.0, [2.0, 3.0], 5.0),
            0.2,
            shown="chosen_share(appeal 2, on a page with 2 and 3, nothing 5)",
            slips=(
                Slip(
                    0.4, "2 of 5 of those who *buy*; but some buy nothing: 2 + 3 + 5 stand below."
                ),
                Slip(2.0 / 7.0, "The page already contains it: 2 + 3, and 5 for nothing."),
            ),
            why="2 ÷ (2 + 3 + 5)",
        )
    ]


SHELF_DRAW = 4


def take_off():
    """The question that only switching answers: the best of practice shelf 4, one percent off
    allowed.
    """
    best = worth(SHELF_DRAW, best_shelf(SHELF_DRAW))

    def run(learner):
        names = learner.value("my_shelf")
        if (
            type(names) not in (list, set, tuple)
            or not all(type(name) is str and name in NAMES for name in names)
            or len(set(names)) != len(names)
        ):
            return check.Finding(
                0.0,
                f"`my_shelf` is {names!r}; it should be a list of products, such as ['kettle',"
                " 'cup'], none twice.",
            )
        found = worth(SHELF_DRAW, [name in names for name in NAMES])
        if found < 0.99 * best:
            return check.Finding(
                0.0,
                f"These {len(names)} products leave {found:,.0f} dollars. Look at the last column:"
                " one change adds something.",
            )
        return check.Finding(
            1.0,
            f"{len(names)} products leave {found:,.0f} dollars; all ten"
            f" {worth(SHELF_DRAW, [True] * len(NAMES)):,.0f}. What was taken off sold well, and"
            " took buyers from what earns more.",
        )

    return [check.Check(run)]


def museum_volume():
    three = {
        "tin": {"buyers": 50, "margin": 2.0},
        "press": {"buyers": 20, "margin": 14.0},
        "cup": {"buyers": 30, "margin": 5.0},
    }
    return [
        gives(
            "best_product",
            (three,),
            "press",
            shown="best_product(tin 50 × 2, press 20 × 14, cup 30 × 5)",
            slips=(Slip("tin", "50 buyers leave 100 dollars, the press' 20 leave 280."),),
            why="280 dollars against 150 and 100",
        )
    ]


def museum_lift():
    two = {
        "honey + frother": {"lift": 8.0, "baskets": 3},
        "teapot + strainer": {"lift": 3.0, "baskets": 900},
    }
    return [
        gives(
            "pair_for_the_page",
            (two,),
            "teapot + strainer",
            shown="pair_for_the_page(lift 8 in 3 baskets; lift 3 in 900 baskets)",
            slips=(Slip("honey + frother", "A lift of 8 in three baskets is an accident."),),
            why="900 baskets that one can build on",
        )
    ]


def museum_newcomer():
    return [
        gives(
            "worth_launching",
            ({"new_units": 100, "new_margin": 6.0, "lost_units": 70, "sibling_margin": 9.0},),
            False,
            shown="worth_launching(100 new at 6 dollars, 70 lost at 9)",
            slips=(Slip(True, "It brings 600 dollars and takes 630."),),
            why="600 against 630",
        )
    ]
