"""What a learner may see being checked: tiny cases that can be worked out by hand."""

from functools import partial

import numpy as np
import pandas as pd

from course import check
from course.check import Case, Slip, cases, mapping
from course.check.decision import practice, practice_values
from course.lessons.category_operation.bank import ASKED, CLASSES, GIVEN, PRACTICE
from course.lessons.category_operation.scenario import Scenario
from course.lessons.category_operation.shelf import NAMES, best_shelf, worth

SLUG = "category_operation"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)
given = check.given
# How far a share of cannibalisation may be off, relative: other arithmetic, and not rounded units.
WITHIN = 1e-3

SALES_ABOVE = (
    "It looks as if sales were divided by the stock. GMROI asks what the money in the stock earned:"
    " gross margin, sales − cost."
)
END_STOCK = (
    "It looks as if only the stock at the end was taken. The money was tied up all year: take the"
    " mean of start and end."
)
START_STOCK = (
    "It looks as if only the stock at the start was taken. The money was tied up all year: take the"
    " mean of start and end."
)
STOCKS_ADDED = "It looks as if start and end were added. Their mean is half of that."
ZERO_IS_A_STOCK = (
    "Is a stock of 0 left out of the mean? Nothing in the warehouse is a stock too: the mean of 0"
    " and 80 is 40."
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
    "It looks as if lift was support ÷ the share of B alone. Divide by both shares: how often they"
    " come together against how often they would by chance."
)
ONE_WAY = (
    "It looks as if the lift is the confidence, the share of A's baskets that hold B. Divide it by"
    " how common B is anyway."
)
COUNTS_FOR_SHARES = (
    "It looks as if the baskets with both were divided by two counts. Shares stand in the formula:"
    " both × n ÷ (count of A × count of B)."
)
TWICE_IN_A_BASKET = (
    "Does a basket with two cups count twice for you? Two cups in a basket are one basket with"
    " cups: count in `sets`."
)
ROUNDED_LIFT = "It looks as if the lift was rounded. Give it as it is, and round where you read it."
ONE_BASKET_IS_NONE = (
    "It looks as if a pair in one single basket gets the lift 0. Its lift is computed as for every"
    " other pair; `min_support` decides whether it is shown."
)
NO_SEASON = (
    "It looks as if the siblings' fall was taken as it is. The season moved all categories: expect"
    " siblings × other_after ÷ other_before."
)
SEASON_TURNED = (
    "It looks as if the season was taken the wrong way round: others after stand above, others"
    " before below."
)
PROMOTED_TOO = (
    "It looks as if the promoted products were counted as season. They had a price cut of their"
    " own; the season shows where nothing else happened."
)
SEASON_ADDED = (
    "It looks as if the units that others gained were added. The season multiplies: what sells half"
    " as much gains half as much."
)
WHOLE_UNITS = (
    "It looks as if the expected units were made whole. They are an estimate, such as 154.375;"
    " round only what you read."
)
ALL_LOST = (
    "It looks as if the lost units were not divided by the new ones. Cannibalisation is the share"
    " of the newcomer's units that siblings lost."
)
OF_SIBLINGS = (
    "It looks as if the lost units were divided by the siblings' units. Asked is lost ÷ units of"
    " the newcomer."
)
NEVER_NEGATIVE = (
    "A newcomer may help its siblings: where they sold more than expected, the share is negative."
    " Is it cut off at 0?"
)
BUYERS_ONLY = "That is the share of those who *buy*. Some buy nothing: they stand below as well."
TWICE_ON_THE_PAGE = "The page already contains the product; does it stand below twice?"
ALONE = "Below stands the sum of all appeals on the page, not this product's alone."
MOST_BUYERS = "That one has the most buyers. How much do they leave: buyers × margin?"
HIGH_LIFT = "A lift from two or three baskets is an accident. A pair counts from 30 baskets on."
OWN_SALES = (
    "It brings something by itself. What do its siblings lose: lost units × margin of a sibling?"
)

EMPTY_PAGE = (
    "The page comes out empty, and nothing is sold. Is what a visitor leaves on average above every"
    " margin? Those who take nothing are visitors too."
)
WORTH_STAYS_0 = (
    "It looks as if appeal × margin was taken, which is the baseline. What would the buyers of a"
    " product have left without it?"
)
BEST_SELLERS = (
    "It looks as if the most wanted were taken. Many of them leave less than a visitor of the page"
    " leaves anyway."
)
MOST_MARGIN = (
    "It looks as if those with most margin were taken. What nobody wants brings nothing, however"
    " much it would leave."
)
PRICE_FOR_MARGIN = (
    "It looks as if the price was taken where the margin belongs. What a sale leaves is the margin."
)


def abc():
    return [mapping("abc", dict.fromkeys(ASKED), set(CLASSES), given=GIVEN, practice=PRACTICE)]


def _year(*rows):
    return pd.DataFrame(rows, columns=["group", "sales", "cost", "stock_start", "stock_end"])


def tiny_year():
    """Three groups; one had no stock at all (made to order), one had none at the start."""
    return _year(
        ("kettles", 1000.0, 600.0, 100.0, 300.0),
        ("engraved", 200.0, 100.0, 0.0, 0.0),
        ("jugs", 500.0, 300.0, 0.0, 80.0),
    )


def loss_year():
    """Two groups; one was sold below cost."""
    return _year(("teapots", 900.0, 650.0, 150.0, 50.0), ("trays", 300.0, 360.0, 40.0, 80.0))


def earned(groups, gmroi_, turns):
    """The table that is asked for."""
    return pd.DataFrame({"group": groups, "gmroi": gmroi_, "turns": turns})


def gmroi():
    made = partial(earned, ["kettles", "engraved", "jugs"])
    lost = partial(earned, ["teapots", "trays"])
    inf = np.inf
    tried = [
        Case(
            (tiny_year(),),
            made([2.0, inf, 5.0], [3.0, inf, 7.5]),
            "gmroi(tiny_year)",
            (
                "kettles: margin 400 on a mean stock of 200; 600 of cost turned that stock three"
                " times; without any stock both are infinite; jugs had none at the start, so that"
                " their mean stock is 40"
            ),
        ),
        Case(
            (loss_year(),),
            lost([2.5, -1.0], [6.5, 6.0]),
            "gmroi(loss_year)",
            (
                "teapots: margin 250 on a mean stock of 100; trays lost 60 on a mean stock of 60,"
                " and a loss makes GMROI negative"
            ),
        ),
    ]
    slips = [
        (SALES_ABOVE, (made([5.0, inf, 12.5], [3.0, inf, 7.5]), lost([9.0, 5.0], [6.5, 6.0]))),
        (END_STOCK, (made([4 / 3, inf, 2.5], [2.0, inf, 3.75]), lost([5.0, -0.75], [13.0, 4.5]))),
        (START_STOCK, (made([4.0, inf, inf], [6.0, inf, inf]), lost([5 / 3, -1.5], [13 / 3, 9.0]))),
        (STOCKS_ADDED, (made([1.0, inf, 2.5], [1.5, inf, 3.75]), lost([1.25, -0.5], [3.25, 3.0]))),
        (TURNS_BY_SALES, (made([2.0, inf, 5.0], [5.0, inf, 12.5]), lost([2.5, -1.0], [9.0, 5.0]))),
        (ZERO_IS_A_STOCK, (made([2.0, inf, 2.5], [3.0, inf, 3.75]), ...)),
    ]
    return cases("gmroi", tried, slips, about=("gmroi",))


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
        Slip(partial(table, stock=lambda d: d["stock_start"]), START_STOCK),
        Slip(partial(table, stock=lambda d: d["stock_start"] + d["stock_end"]), STOCKS_ADDED),
        Slip(partial(table, turned=lambda d: d["sales"]), TURNS_BY_SALES),
    )


TINY_BASKETS = [
    ["cup", "tray"],
    ["cup", "cup"],
    ["cup", "teapot"],
    ["teapot", "strainer"],
    ["teapot", "strainer", "cup"],
]
MUG_BASKETS = [
    ["mug", "mug", "milk"],
    ["mug", "spoon"],
    ["spoon"],
    ["mug", "milk", "spoon"],
    ["jar"],
    ["milk", "milk"],
    ["mug"],
    ["jar"],
    ["mug", "milk"],
    ["mug"],
]
APART_BASKETS = [["cup"], ["tray", "tray"], ["cup"]]


def pairs(a, b, support, lift):
    """The table that is asked for."""
    return pd.DataFrame({"a": a, "b": b, "support": support, "lift": lift})


def rules():
    tea = partial(pairs, ["cup", "strainer"], ["teapot", "teapot"])
    mugs = partial(pairs, ["milk", "milk", "mug"], ["mug", "spoon", "spoon"])
    tried = [
        Case(
            (TINY_BASKETS, 0.4),
            tea([0.4, 0.4], [5 / 6, 5 / 3]),
            "rules(five baskets, 0.4)",
            (
                "cup and teapot are together in 2 of 5, by chance they would be in 0.8 × 0.6;"
                " strainer and teapot in 2 of 5, by chance in 0.4 × 0.6"
            ),
        ),
        Case(
            (MUG_BASKETS, 0.1),
            mugs([0.3, 0.1, 0.2], [1.25, 5 / 6, 10 / 9]),
            "rules(ten baskets, 0.1)",
            (
                "6 of 10 baskets hold a mug, 4 milk, 3 a spoon; milk and mug are together in 3, mug"
                " and spoon in 2, milk and spoon in 1, which is just enough"
            ),
        ),
    ]
    slips = [
        (
            SUPPORT_COUNT,
            (tea([2.0, 2.0], [5 / 6, 5 / 3]), mugs([3.0, 1.0, 2.0], [1.25, 5 / 6, 10 / 9])),
        ),
        (ONE_WAY, (tea([0.4, 0.4], [0.5, 1.0]), mugs([0.3, 0.1, 0.2], [0.75, 0.25, 1 / 3]))),
        (NO_BASE, (tea([0.4, 0.4], [2 / 3, 2 / 3]), mugs([0.3, 0.1, 0.2], [0.5, 1 / 3, 2 / 3]))),
        (
            COUNTS_FOR_SHARES,
            (tea([0.4, 0.4], [1 / 6, 1 / 3]), mugs([0.3, 0.1, 0.2], [1 / 8, 1 / 12, 1 / 9])),
        ),
        (
            TWICE_IN_A_BASKET,
            (tea([0.4, 0.4], [2 / 3, 5 / 3]), mugs([0.3, 0.1, 0.2], [6 / 7, 2 / 3, 20 / 21])),
        ),
        (ROUNDED_LIFT, (tea([0.4, 0.4], [0.83, 1.67]), mugs([0.3, 0.1, 0.2], [1.25, 0.83, 1.11]))),
        (ONE_BASKET_IS_NONE, (..., mugs([0.3, 0.1, 0.2], [1.25, 0.0, 10 / 9]))),
    ]
    return [
        *cases("rules", tried, slips, about=("lift",)),
        check.gives(
            "rules",
            (APART_BASKETS, 0.0),
            pairs([], [], [], []),
            shown="rules(three baskets, 0)",
            why="cup and tray are never together: an empty table with the four columns",
            edge=True,
        ),
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
        Slip(partial(table, lift=lambda both, a, b, n: both / (a * b)), COUNTS_FOR_SHARES),
        Slip(partial(table, lift=lambda both, a, b, n: round(both * n / (a * b), 2)), ROUNDED_LIFT),
    )


def _launch(new, siblings, others, promoted):
    """A launch: units of the newcomer, and (before, after) of each sibling, of each other category,
    and of each promoted one.
    """
    rows = [("new", "new", True, float(new))]
    for role, sold in (("sibling", siblings), ("other", others), ("promoted", promoted)):
        for number, units in enumerate(sold, start=1):
            rows += [
                (f"{role} {number}", role, after, float(count))
                for after, count in zip((False, True), units, strict=True)
            ]
    return pd.DataFrame(rows, columns=["product", "role", "after", "units"])


def tiny_launch():
    """A newcomer sells 100; siblings fall from 200 to 190 while others rise by a tenth, and what
    had a price cut of its own sells twice as much.
    """
    return _launch(100, [(200, 190)], [(1000, 1100)], [(300, 600)])


def cannibalisation():
    tried = [
        Case(
            (tiny_launch(),),
            0.3,
            "cannibalisation(tiny_launch)",
            "siblings would have sold 200 × 1.1 = 220 and sold 190: 30 are lost, for 100 new ones",
        ),
        Case(
            (_launch(50, [(120, 130), (85, 79)], [(500, 450)], [(250, 400)]),),
            -0.49,
            "cannibalisation(a launch in a falling season)",
            (
                "two siblings would have sold 205 × 0.9 = 184.5 and sold 209, 24.5 more: the newcomer"
                " helps them, and the share is negative"
            ),
        ),
        Case(
            (_launch(50, [(130, 148)], [(240, 290), (160, 185)], [(400, 500)]),),
            0.1275,
            "cannibalisation(a launch with two other categories)",
            (
                "expected are 130 × 475 ÷ 400 = 154.375, sold were 148: 6.375 are lost, for 50 new"
                " ones"
            ),
        ),
    ]
    slips = [
        (NO_SEASON, (0.1, -0.08, -0.36)),
        (SEASON_TURNED, (-0.081818, 0.375556, -0.770526)),
        (ALL_LOST, (30.0, -24.5, 6.375)),
        (OF_SIBLINGS, (30 / 220, -24.5 / 184.5, 6.375 / 154.375)),
        (NEVER_NEGATIVE, (..., 0.0, ...)),
        (PROMOTED_TOO, (0.715385, 0.466667, 0.20875)),
        (SEASON_ADDED, (1.1, -1.08, 1.14)),
        (WHOLE_UNITS, (..., -0.5, 0.12)),
    ]
    return cases("cannibalisation", tried, slips, rtol=WITHIN)


def cannibal_slips():
    """The known mistakes with cannibalisation, as functions of the launch."""

    def run(df, season=1, below="new", like=("other",), whole=lambda units: units):
        units = df.groupby(["role", "after"])["units"].sum()
        after, before = (sum(units[role, when] for role in like) for when in (True, False))
        expected = whole(units["sibling", False] * (after / before) ** season)
        parts = {"new": units["new", True], "one": 1.0, "siblings": expected}
        return float((expected - units["sibling", True]) / parts[below])

    def added(df):
        units = df.groupby(["role", "after"])["units"].sum()
        moved = units["other", True] - units["other", False]
        lost = units["sibling", False] + moved - units["sibling", True]
        return float(lost / units["new", True])

    return (
        Slip(partial(run, season=0), NO_SEASON),
        Slip(partial(run, season=-1), SEASON_TURNED),
        Slip(partial(run, below="one"), ALL_LOST),
        Slip(partial(run, below="siblings"), OF_SIBLINGS),
        Slip(partial(run, like=("other", "promoted")), PROMOTED_TOO),
        Slip(partial(run, whole=int), WHOLE_UNITS),
        Slip(added, SEASON_ADDED),
    )


def assort():
    return [practice("assort", Scenario(), practice_values(SLUG))]


def chosen_share():
    """The faded example: who is chosen from a page."""
    tried = [
        Case(
            (2.0, [2.0, 3.0], 5.0),
            0.2,
            "chosen_share(appeal 2, on a page with 2 and 3, nothing 5)",
            "2 ÷ (5 + 2 + 3)",
        ),
        Case(
            (1.5, [4.0, 1.5, 2.5], 2.0),
            0.15,
            "chosen_share(appeal 1.5, on a page with 4, 1.5 and 2.5, nothing 2)",
            "1.5 ÷ (2 + 4 + 1.5 + 2.5)",
        ),
    ]
    slips = [
        (BUYERS_ONLY, (0.4, 1.5 / 8)),
        (TWICE_ON_THE_PAGE, (2 / 12, 1.5 / 11.5)),
        (ALONE, (2 / 7, 1.5 / 3.5)),
    ]
    return cases("chosen_share", tried, slips)


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
                f"`my_shelf` is {names!r}; it should be a list of products, such as ['tea"
                " tin', 'bamboo tray'], none twice.",
            )
        found = worth(SHELF_DRAW, [name in names for name in NAMES])
        if found < 0.99 * best:
            return check.Finding(
                0.0,
                f"These {len(names)} products leave {found:,.0f} dollars. Switch one more on or off:"
                " some switch adds something.",
            )
        return check.Finding(
            1.0,
            f"{len(names)} products leave {found:,.0f} dollars; all ten"
            f" {worth(SHELF_DRAW, [True] * len(NAMES)):,.0f}. What was taken off sold well, and"
            " took buyers from what earns more.",
        )

    return [check.Check(run)]


def _products(**rows):
    return {name: {"buyers": buyers, "margin": margin} for name, (buyers, margin) in rows.items()}


def museum_volume():
    tried = [
        Case(
            (_products(tin=(50, 2.0), press=(20, 14.0), cup=(30, 5.0)),),
            "press",
            "best_product(tin 50 × 2, press 20 × 14, cup 30 × 5)",
            "280 dollars against 150 and 100",
        ),
        Case(
            (_products(saucer=(90, 1.0), scale=(5, 20.0), jug=(40, 4.5)),),
            "jug",
            "best_product(saucer 90 × 1, scale 5 × 20, jug 40 × 4.5)",
            "180 dollars against 100 and 90",
        ),
    ]
    return cases("best_product", tried, [(MOST_BUYERS, ("tin", "saucer"))])


def _known_pairs(known):
    return {name: {"lift": lift, "baskets": count} for name, (lift, count) in known.items()}


def museum_lift():
    tried = [
        Case(
            (_known_pairs({"honey + frother": (8.0, 3), "teapot + strainer": (3.0, 900)}),),
            "teapot + strainer",
            "pair_for_the_page(lift 8 in 3 baskets; lift 3 in 900 baskets)",
            "900 baskets that one can build on",
        ),
        Case(
            (
                _known_pairs(
                    {
                        "timer + tin": (12.0, 2),
                        "press + scale": (1.1, 1500),
                        "kettle + cup": (2.4, 700),
                    }
                ),
            ),
            "kettle + cup",
            "pair_for_the_page(lift 12 in 2 baskets; 1.1 in 1,500; 2.4 in 700)",
            "of the pairs with baskets enough it has the most lift; 1.1 is nearly chance",
        ),
        Case(
            (
                _known_pairs(
                    {"mug + spoon": (2.0, 4000), "scale + jug": (5.0, 30), "tray + tin": (9.0, 29)}
                ),
            ),
            "scale + jug",
            "pair_for_the_page(lift 2 in 4,000 baskets; 5 in 30; 9 in 29)",
            "30 baskets are just enough, 29 are not",
        ),
    ]
    return cases(
        "pair_for_the_page", tried, [(HIGH_LIFT, ("honey + frother", "timer + tin", "tray + tin"))]
    )


def _newcomer(new_units, new_margin, lost_units, sibling_margin):
    return {
        "new_units": new_units,
        "new_margin": new_margin,
        "lost_units": lost_units,
        "sibling_margin": sibling_margin,
    }


def museum_newcomer():
    tried = [
        Case(
            (_newcomer(100, 6.0, 70, 9.0),),
            False,
            "worth_launching(100 new at 6 dollars, 70 lost at 9)",
            "600 brought, 630 taken",
        ),
        Case(
            (_newcomer(80, 7.0, 30, 12.0),),
            True,
            "worth_launching(80 new at 7 dollars, 30 lost at 12)",
            "560 brought, 360 taken",
        ),
        Case(
            (_newcomer(50, 4.0, 20, 12.0),),
            False,
            "worth_launching(50 new at 4 dollars, 20 lost at 12)",
            "200 brought, 240 taken",
        ),
    ]
    return cases("worth_launching", tried, [(OWN_SALES, (True, ..., True))])
