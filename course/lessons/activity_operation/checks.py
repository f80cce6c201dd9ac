"""What a learner may see being checked: tiny cases that can be worked out by hand."""

from functools import partial

import numpy as np
import pandas as pd

from course import check
from course.check import Slip, gives, mapping
from course.check.decision import practice, practice_values
from course.lessons.activity_operation.bank import GIVEN, MECHANICS, PRACTICE, RULES
from course.lessons.activity_operation.bump import PromotionBump, last_paying
from course.lessons.activity_operation.scenario import Scenario

SLUG = "activity_operation"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)
given = check.given

ALL_SALES = (
    "It looks as if everything sold in the campaign was counted as its work. Subtract what an"
    " ordinary week earns: usual × price × margin."
)
NO_DIP = (
    "It looks as if what was pulled forward and taken from siblings was forgotten. Each such unit"
    " costs its full margin elsewhere."
)
HALF_CUT = (
    "It looks as if the cut was not taken off the margin: a unit sold in the campaign leaves price"
    " × (margin − depth)."
)
NO_FIXED = "It looks as if the fixed cost of the campaign was forgotten."
LAST_DAY = (
    "It looks as if the day before the campaign was carried on. Weekdays differ: take the same"
    " weekday of the week before."
)
NO_TREND = (
    "Those are last week's numbers. Business grows or shrinks: multiply with the trend, once for"
    " each week that you go back."
)
TREND_ONCE = (
    "It looks as if the trend was used once for all days. A day that lies two weeks after its"
    " pattern needs it twice."
)
ONLY_AFTER = (
    "It looks as if only the weeks after the start were compared. The two groups differed before;"
    " take each merchant's own change."
)
ROW_ERROR = (
    "The estimate is right, and its error is that of rows. Twelve weeks of one merchant are not"
    " twelve merchants: first one change for each merchant."
)
NUMBERS_SWAPPED = (
    "It looks as if the two numbers of merchants were swapped: each variance is divided by how many"
    " merchants its own group has."
)
NO_ROOT = (
    "It looks as if the root is missing: the error is the square root of the summed variances of"
    " the two means."
)


def mechanic():
    return [
        mapping("mechanic", dict.fromkeys(RULES), set(MECHANICS), given=GIVEN, practice=PRACTICE)
    ]


def tiny_result():
    """One product, cut by 20%: 300 sold instead of 100."""
    return pd.DataFrame(
        {
            "product": ["milk frother"],
            "sold": [300.0],
            "usual": [100.0],
            "price": [10.0],
            "margin": [0.5],
            "depth": [0.2],
            "pulled": [60.0],
            "stolen": [20.0],
        }
    )


def incremental_profit():
    return [
        gives(
            "incremental_profit",
            (tiny_result(), 50.0),
            900.0 - 500 - 400 - 50,
            shown="incremental_profit(tiny_result, 50)",
            slips=profit_slips(),
            why=(
                "300 units leave 3 dollars each, 900; a usual week leaves 500; 80 units are missing"
                " elsewhere, 400; and 50 for the banner: minus 50"
            ),
        ),
        gives(
            "incremental_profit",
            (two_products(), 30.0),
            -120.0,
            shown="incremental_profit(two products, 30)",
            slips=profit_slips(),
            why=(
                "the frother adds 0; the kettle leaves 50 × 9 = 450 instead of 480, and 5 units of"
                " 12 dollars are missing elsewhere: −90; with the banner −120"
            ),
        ),
    ]


def two_products():
    """The product of `tiny_result`, and a kettle whose cut of 10% moves hardly anybody."""
    kettle = tiny_result().assign(
        product="kettle",
        sold=50.0,
        usual=40.0,
        price=30.0,
        margin=0.4,
        depth=0.1,
        pulled=4.0,
        stolen=1.0,
    )
    return pd.concat([tiny_result(), kettle], ignore_index=True)


def profit_slips():
    """The known mistakes with a campaign's profit, as functions of (df, fixed)."""

    def total(df, fixed, usual=True, elsewhere=True, cut=True, banner=True):
        left = (
            df["sold"] * df["price"] * (df["margin"] - df["depth"] * cut)
            - usual * df["usual"] * df["price"] * df["margin"]
        )
        return float(
            (left - elsewhere * (df["pulled"] + df["stolen"]) * df["price"] * df["margin"]).sum()
            - banner * fixed
        )

    return (
        Slip(partial(total, usual=False), ALL_SALES),
        Slip(partial(total, elsewhere=False), NO_DIP),
        Slip(partial(total, cut=False), HALF_CUT),
        Slip(partial(total, banner=False), NO_FIXED),
        Slip(partial(total, usual=False, elsewhere=False), ALL_SALES),
    )


def two_weeks():
    """Two weeks that grow by a tenth, then three days of a campaign."""
    week = [10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0]
    return [*week, *[1.1 * each for each in week], 90.0, 95.0, 99.0]


def usual():
    return [
        gives(
            "usual",
            (two_weeks(), [14, 15, 16]),
            np.array([11 * 1.1, 22 * 1.1, 33 * 1.1]),
            shown="usual(two_weeks, [14, 15, 16])",
            slips=usual_slips(),
            why=(
                "the week before had 11, 22, 33 on these weekdays, and business grows by a tenth a"
                " week"
            ),
        ),
        gives(
            "usual",
            (two_weeks()[:14] + [99.0] * 9, list(range(14, 23))),
            np.array(
                [
                    11 * 1.1,
                    22 * 1.1,
                    33 * 1.1,
                    44 * 1.1,
                    55 * 1.1,
                    66 * 1.1,
                    77 * 1.1,
                    11 * 1.21,
                    22 * 1.21,
                ]
            ),
            shown="usual(two_weeks, nine days)",
            slips=usual_slips(),
            why="the eighth and ninth day go back two weeks, so the trend counts twice",
        ),
        gives(
            "usual",
            (later_campaign(), [17, 18]),
            np.array([12 * 1.1, 18 * 1.1]),
            shown="usual(seventeen days, then a campaign, [17, 18])",
            slips=usual_slips(),
            why=(
                "the seven days before the campaign had 308 units, the seven before those 280; the"
                " same weekdays had 12 and 18"
            ),
        ),
    ]


def later_campaign():
    """Three days, two weeks that grow by a tenth together, not day by day, and two days of a
    campaign.
    """
    before = [10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0]
    last = [12.0, 18.0, 33.0, 40.0, 55.0, 66.0, 84.0]
    return [5.0, 5.0, 5.0, *before, *last, 90.0, 95.0]


def usual_slips():
    """The known mistakes with a baseline, as functions of (series, event_days)."""

    def line(series, days, power=lambda back: back, same_weekday=True):
        first = days[0]
        trend = sum(series[first - 7 : first]) / sum(series[first - 14 : first - 7])
        found = []
        for day in days:
            back = (day - first) // 7 + 1
            found.append(
                (series[day - 7 * back] if same_weekday else series[first - 1])
                * trend ** power(back)
            )
        return np.array(found)

    return (
        Slip(partial(line, power=lambda back: 0, same_weekday=False), LAST_DAY),
        Slip(partial(line, power=lambda back: 0), NO_TREND),
        Slip(partial(line, power=lambda back: 1), TREND_ONCE),
    )


def tiny_merchants():
    """Four merchants, two weeks before and two after; two of them joined."""
    sales = {
        "a": (10, 12, 30, 32),
        "b": (100, 100, 124, 126),
        "c": (20, 20, 22, 24),
        "d": (50, 52, 60, 62),
    }
    rows = [
        (name, name in "ab", week, week > 2, float(each))
        for name, weeks in sales.items()
        for week, each in enumerate(weeks, start=1)
    ]
    return pd.DataFrame(rows, columns=["merchant", "joined", "week", "after", "sales"])


def did():
    # Changes: a 20, b 25; c 3, d 10.
    return [
        gives(
            "did",
            (tiny_merchants(),),
            (16.0, (12.5 / 2 + 24.5 / 2) ** 0.5),
            shown="did(tiny_merchants)",
            slips=did_slips(),
            rtol=0.02,
            why=(
                "the joined changed by 20 and 25, mean 22.5, the others by 3 and 10, mean 6.5; the"
                " variances are 12.5 and 24.5, so √(12.5/2 + 24.5/2)"
            ),
        ),
        gives(
            "did",
            (five_merchants(),),
            (47 / 3 - 6.5, (439 / 9 + 24.5 / 2) ** 0.5),
            shown="did(three merchants joined, two did not)",
            slips=did_slips(),
            rtol=0.02,
            why=(
                "the joined changed by 20, 25 and 2, the others by 3 and 10; the variances are"
                " 146.3 of three and 24.5 of two, so √(146.3/3 + 24.5/2)"
            ),
        ),
    ]


def five_merchants():
    """The four of `tiny_merchants`, and one more who joined and hardly changed."""
    more = pd.DataFrame(
        {
            "merchant": "e",
            "joined": True,
            "week": [1, 2, 3, 4],
            "after": [False, False, True, True],
            "sales": [40.0, 40.0, 41.0, 43.0],
        }
    )
    return pd.concat([tiny_merchants(), more], ignore_index=True)


def did_slips():
    """The known mistakes with merchants inside and outside, as functions of the table."""

    def changes(df):
        means = df.groupby(["merchant", "joined", "after"])["sales"].mean().unstack()
        change = (means[True] - means[False]).reset_index("joined", name="change")
        return change.loc[change["joined"], "change"], change.loc[~change["joined"], "change"]

    def rows(df):
        cells = df.groupby(["joined", "after"])["sales"]
        return float((cells.var() / cells.count()).sum() ** 0.5)

    def right(df):
        inside, outside = changes(df)
        return float(inside.mean() - outside.mean()), float(
            (inside.var() / len(inside) + outside.var() / len(outside)) ** 0.5
        )

    def after(df):
        later = df[df["after"]].groupby(["joined", "merchant"])["sales"].mean()
        inside, outside = later[True], later[False]
        return float(inside.mean() - outside.mean()), float(
            (inside.var() / len(inside) + outside.var() / len(outside)) ** 0.5
        )

    def swapped(df):
        inside, outside = changes(df)
        error = (inside.var() / len(outside) + outside.var() / len(inside)) ** 0.5
        return right(df)[0], float(error)

    return (
        Slip(after, ONLY_AFTER),
        Slip(swapped, NUMBERS_SWAPPED),
        Slip(lambda df: (right(df)[0], rows(df)), ROW_ERROR),
        Slip(lambda df: (right(df)[0], right(df)[1] ** 2), NO_ROOT),
    )


def enrol():
    return [practice("enrol", Scenario(), practice_values(SLUG))]


def cut_unit():
    """The faded example: what a unit leaves in and out of the campaign."""
    return [
        gives(
            "cut_unit",
            (30.0, 0.4, 0.25),
            (12.0, 4.5),
            shown="cut_unit(price 30, margin 0.4, depth 0.25)",
            slips=(
                Slip(
                    (12.0, 9.0), "A quarter off the *price* is 7.50, not a quarter off the margin."
                ),
                Slip((12.0, 22.5), "22.50 is the price in the campaign; the goods still cost 18."),
            ),
            why=(
                "30 × 0.4 is 12; 30 × (0.4 − 0.25) is 4.50: it must sell more than two and a half"
                " times as much"
            ),
        )
    ]


BUMP_DRAW = 2


def deepest_cut():
    """The question that only dragging answers: up to which cut does the week of practice item 2
    earn more than an ordinary one?
    """
    wanted = last_paying(PromotionBump.item(BUMP_DRAW))

    def run(learner):
        cut = learner.value("deepest_cut")
        if type(cut) not in (int, float) or not 0 <= cut <= 60:
            return check.Finding(
                0.0, f"`deepest_cut` is {cut!r}; it should be a percentage from 0 to 60."
            )
        if abs(cut - wanted) > 1.001:
            return check.Finding(
                0.0,
                f"At {cut:g}% the line is {'below' if cut > wanted else 'above'} zero. Drag until"
                " the dot changes its colour.",
            )
        return check.Finding(
            1.0,
            f"Up to {wanted}% the week earns more than an ordinary one. GMV grows on and on after"
            " that.",
        )

    return [check.Check(run)]


def museum_gmv():
    return [
        gives(
            "good_campaign",
            ({"gmv": 80_000, "usual_gmv": 30_000, "margin": 0.4, "depth": 0.3},),
            False,
            shown="good_campaign(GMV 80,000 instead of 30,000; margin 40%, cut 30%)",
            slips=(
                Slip(
                    True,
                    "GMV more than doubled. At list prices 80,000 are 114,286, and each dollar of"
                    " them leaves 0.10: 11,429. A usual week leaves 12,000.",
                ),
            ),
            why="571 dollars less, before the dip",
        ),
        gives(
            "good_campaign",
            ({"gmv": 60_000, "usual_gmv": 30_000, "margin": 0.5, "depth": 0.1},),
            True,
            shown="good_campaign(GMV 60,000 instead of 30,000; margin 50%, cut 10%)",
            why="66,667 at list prices leave 0.40 each, 26,667; a usual week leaves 15,000",
        ),
        gives(
            "good_campaign",
            ({"gmv": 64_000, "usual_gmv": 40_000, "margin": 0.5, "depth": 0.2},),
            True,
            shown="good_campaign(GMV 64,000 instead of 40,000; margin 50%, cut 20%)",
            why="80,000 at list prices leave 0.30 each, 24,000; a usual week leaves 20,000",
        ),
    ]


def museum_dip():
    return [
        gives(
            "net_units",
            ([100, 100, 400, 60, 80, 100],),
            240,
            shown="net_units(100, 100, campaign 400, then 60, 80, 100)",
            slips=(
                Slip(
                    300,
                    "300 more in the week of the campaign, and 40 and 20 fewer in the weeks after.",
                ),
                Slip(400, "100 would have been sold anyway."),
            ),
            why="300 − 40 − 20",
        ),
        gives(
            "net_units",
            ([50, 50, 90, 35, 45, 52],),
            22,
            shown="net_units(50, 50, campaign 90, then 35, 45, 52)",
            slips=(Slip(40, "15 and 5 fewer in the weeks after, then 2 more."),),
            why="40 − 15 − 5 + 2",
        ),
    ]


def museum_threshold():
    return [
        gives(
            "real_gain",
            ({"basket_before": 40.0, "basket_with": 52.0, "sent_back": 9.0, "discount": 5.0},),
            -2.0,
            shown=(
                "real_gain(basket 40, with the threshold 52, of which 9 are sent back and 5 are the"
                " discount)"
            ),
            slips=(
                Slip(12.0, "9 of the 12 dollars more come back as returns, and 5 were given away."),
                Slip(3.0, "And the discount was 5."),
            ),
            why="52 − 9 − 5 − 40",
        ),
        gives(
            "real_gain",
            ({"basket_before": 30.0, "basket_with": 45.0, "sent_back": 2.0, "discount": 4.0},),
            9.0,
            shown=(
                "real_gain(basket 30, with the threshold 45, of which 2 are sent back and 4 are the"
                " discount)"
            ),
            slips=(Slip(15.0, "2 of the 15 dollars more come back, and 4 were given away."),),
            why="45 − 2 − 4 − 30",
        ),
    ]
