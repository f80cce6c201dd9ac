"""What a learner may see being checked: tiny cases that can be worked out by hand."""

import math
from functools import partial

import pandas as pd

from course import check
from course.check import Slip, gives, mapping
from course.check.decision import practice, practice_values
from course.lessons.channel_promotion.bank import GIVEN, KINDS, PRACTICE, SCENES
from course.lessons.channel_promotion.journeys import GOLDEN_PATHS
from course.lessons.channel_promotion.scenario import CHANNELS, Scenario

SLUG = "channel_promotion"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)
given = check.given

PAYBACK_TURNED = (
    "Payback is CAC ÷ what a buyer leaves in a month; turned round it is a share of the CAC a"
    " month."
)
NO_LIFE = (
    "It looks as if LTV was one month's contribution. A buyer stays `months` months: multiply."
)
PER_DOLLAR = "CAC is dollars for a buyer, spend ÷ new buyers; yours is buyers for a dollar."
LAST_CLICK = (
    "That is the last click: all credit to the channel before the order. 'Social' opened paths that"
    " others closed."
)
NOT_SCALED = (
    "Those are the removal effects as they are. They add up to more than one: divide by their sum,"
    " then multiply with the conversions."
)
NO_BEFORE = (
    "It looks as if only the weeks during the test were compared. Regions differed before it: take"
    " each region's change."
)
NO_CONTROL = (
    "It looks as if the change of the treated regions was taken alone. The season moved the others"
    " too: subtract their change."
)
POOLED_SE = (
    "The difference is right and its interval is not. Var ÷ n of each group, added; then the square"
    " root; 1.96 of them on each side."
)


def kind():
    return [mapping("kind", dict.fromkeys(SCENES), set(KINDS), given=GIVEN, practice=PRACTICE)]


def tiny_month():
    """Three channels; the last one found nobody."""
    return pd.DataFrame(
        {
            "channel": ["search ads", "email", "poster"],
            "spend": [3000.0, 120.0, 500.0],
            "new_buyers": [100, 20, 0],
            "monthly": [5.0, 4.0, 5.0],
            "months": [12.0, 6.0, 12.0],
        }
    )


def costs(channels, cac, ltv_cac, payback):
    """The table that is asked for."""
    return pd.DataFrame({"channel": channels, "cac": cac, "ltv_cac": ltv_cac, "payback": payback})


def cac_ltv_payback():
    return [
        gives(
            "cac_ltv_payback",
            (tiny_month(),),
            costs(
                ["search ads", "email", "poster"],
                [30.0, 6.0, math.inf],
                [2.0, 4.0, 0.0],
                [6.0, 1.5, math.inf],
            ),
            shown="cac_ltv_payback(tiny_month)",
            slips=cost_slips(),
            why=(
                "search: 3,000 ÷ 100 is 30 dollars, a buyer leaves 5 × 12 = 60, and 30 come back in"
                " 6 months; the poster found nobody: its CAC and payback are infinite and LTV ÷ CAC"
                " is 0"
            ),
        ),
        gives(
            "cac_ltv_payback",
            (tiny_month().head(1).assign(channel="word of mouth", spend=0.0),),
            costs(["word of mouth"], [0.0], [math.inf], [0.0]),
            shown="cac_ltv_payback(a channel that costs nothing)",
            why="0 dollars for a hundred buyers: any LTV is infinitely many times as much",
            edge=True,
        ),
    ]


def cost_slips():
    """The known mistakes with acquisition costs, as functions of the month."""

    def table(df, cac=None, ltv=None, payback=None):
        right = df["spend"] / df["new_buyers"]
        cac = right if cac is None else cac
        return costs(
            df["channel"].tolist(),
            cac.tolist(),
            ((df["monthly"] * df["months"] if ltv is None else ltv) / right).tolist(),
            (right / df["monthly"] if payback is None else payback).tolist(),
        )

    return (
        Slip(
            lambda df: table(df, payback=df["monthly"] * df["new_buyers"] / df["spend"]),
            PAYBACK_TURNED,
        ),
        Slip(lambda df: table(df, ltv=df["monthly"]), NO_LIFE),
        Slip(lambda df: table(df, cac=df["new_buyers"] / df["spend"]), PER_DOLLAR),
    )


def two_paths():
    """Half buy after search; half of those who come over social go on to search."""
    return pd.DataFrame(
        {"path": ["search", "social > search"], "journeys": [100, 100], "conversions": [50, 50]}
    )


def markov_credit():
    return [
        gives(
            "markov_credit",
            (two_paths(),),
            {"search": 100 * 1 / 1.5, "social": 100 * 0.5 / 1.5},
            shown="markov_credit(two_paths)",
            slips=credit_slips(),
            why=(
                "without search nobody buys, effect 1; without social half of the orders go, effect"
                " 0.5; together 1.5, and there are 100 conversions"
            ),
        ),
        gives(
            "markov_credit",
            (GOLDEN_PATHS,),
            {"search": 65.70, "social": 31.44, "email": 20.87},
            shown="markov_credit(GOLDEN_PATHS)",
            atol=0.006,
            slips=credit_slips(),
            why=(
                "118 conversions shared out, and 'social' gets three times what the last click"
                " gives it"
            ),
        ),
    ]


def credit_slips():
    """The known mistakes with credit, as functions of the paths."""

    def last(paths):
        found = dict.fromkeys([name for path in paths["path"] for name in path.split(" > ")], 0.0)
        for path, bought in zip(paths["path"], paths["conversions"], strict=True):
            found[path.split(" > ")[-1]] += float(bought)
        return found

    return (Slip(last, LAST_CLICK), Slip({"search": 1.0, "social": 0.5}, NOT_SCALED))


def tiny_regions():
    """Two regions with the channel and two without it."""
    return pd.DataFrame(
        {
            "region": ["a", "b", "c", "d"],
            "treated": [True, True, False, False],
            "before": [100.0, 200.0, 100.0, 300.0],
            "during": [128.0, 232.0, 108.0, 312.0],
        }
    )


def lift_geo():
    half, wide = (1.96 * math.sqrt(each) for each in (8 / 2 + 8 / 2, 4 / 3 + 8 / 2))
    third = pd.DataFrame({"region": ["e"], "treated": [True], "before": [150.0], "during": [180.0]})
    uneven = pd.concat([tiny_regions(), third], ignore_index=True)
    return [
        gives(
            "lift_geo",
            (tiny_regions(),),
            (20.0, 20.0 - half, 20.0 + half),
            shown="lift_geo(tiny_regions)",
            slips=geo_slips(),
            why=(
                "the treated changed by 28 and 32, mean 30; the others by 8 and 12, mean 10; the"
                " variance of each pair is 8, so the error is √(8/2 + 8/2)"
            ),
        ),
        gives(
            "lift_geo",
            (uneven,),
            (20.0, 20.0 - wide, 20.0 + wide),
            shown="lift_geo(tiny_regions and a third one with the channel)",
            why=(
                "three with the channel changed by 28, 32 and 30, variance 4; two without, variance"
                " 8: each variance by its own number of regions, √(4/3 + 8/2)"
            ),
        ),
    ]


def geo_slips():
    """The known mistakes with a test in regions, as functions of the table."""

    def run(
        df,
        change=lambda d: d["during"] - d["before"],
        control=True,
        variance=lambda t, c: t.var() / len(t) + c.var() / len(c),
        z=1.96,
    ):
        moved = change(df)
        with_it, without = moved[df["treated"]], moved[~df["treated"]]
        found = float(with_it.mean() - (without.mean() if control else 0.0))
        half = z * float(variance(with_it, without)) ** 0.5
        return found, found - half, found + half

    return (
        Slip(partial(run, change=lambda d: d["during"]), NO_BEFORE),
        Slip(partial(run, control=False), NO_CONTROL),
        Slip(partial(run, variance=lambda t, c: t.var() + c.var()), POOLED_SE),
        Slip(partial(run, z=1.0), POOLED_SE),
    )


def allocate():
    return [practice("allocate", Scenario(), practice_values(SLUG))]


def average_and_next():
    """The faded example: the mean dollar and the next one."""
    return [
        gives(
            "average_and_next",
            (10_000, 24_000, 15_000, 27_000),
            (2.4, 0.6),
            shown="average_and_next(24,000 for 10,000; 27,000 for 15,000)",
            slips=(
                Slip(
                    (2.4, 1.8),
                    "27,000 ÷ 15,000 is the mean of all dollars again. The further 5,000 brought"
                    " 3,000.",
                ),
                Slip((2.4, 3000.0), "3,000 dollars more, for 5,000 dollars more: divide."),
            ),
            why="the first ten thousand brought 2.40 each, the next five thousand 0.60 each",
        )
    ]


def best_creators():
    """The question that only dragging answers: what creators get in practice company 2."""
    from course.lessons.channel_promotion.balance import best_spends, total

    def run(learner):
        spend = learner.value("creators_get")
        if type(spend) not in (int, float) or not 0 <= spend <= 40:
            return check.Finding(
                0.0, f"`creators_get` is {spend!r}; it should be thousands of dollars, 0 to 40."
            )
        best = best_spends(BALANCE_DRAW)
        wanted = best[CHANNELS.index("creators")]
        if abs(spend - wanted) > 2.001:
            way = "less" if spend > wanted else "more"
            return check.Finding(
                0.0,
                f"With {spend:g} thousand for creators the slopes do not match yet: give them"
                f" {way}. Look for the channel with the steepest line and the one with the"
                " flattest, and move money.",
            )
        return check.Finding(
            1.0,
            f"Creators get about {wanted:g} thousand; the four together then bring"
            f" {total(BALANCE_DRAW, best):,.0f} thousand, against"
            f" {total(BALANCE_DRAW, [10] * 4):,.0f} with equal parts.",
        )

    return [check.Check(run)]


BALANCE_DRAW = 2


def museum_average():
    two = {
        "search ads": {"spend": 1000, "sales": 5000, "sales_of_last_100": 110},
        "creators": {"spend": 1000, "sales": 3000, "sales_of_last_100": 260},
    }
    return [
        gives(
            "next_channel",
            (two,),
            "creators",
            shown="next_channel(search: mean 5.0, last dollars 1.1; creators: mean 3.0, last 2.6)",
            slips=(
                Slip(
                    "search ads",
                    "5 dollars is the mean of all dollars. The last hundred on search brought 110,"
                    " those on creators 260.",
                ),
            ),
            why="2.60 for the next dollar",
        )
    ]


def museum_last_click():
    return [
        gives(
            "cut_channel",
            (
                {
                    "social": {"last_click": 10, "removal": 31.4, "spend": 20},
                    "email": {"last_click": 18, "removal": 20.9, "spend": 20},
                },
            ),
            "email",
            shown="cut_channel(social and email, 20 each)",
            slips=(
                Slip(
                    "social",
                    "Social closes few orders and opens many: without it 31 would be missing,"
                    " without email 21.",
                ),
            ),
            why="20.9 lost against 31.4",
        )
    ]


def museum_cash():
    return [
        gives(
            "cash_needed",
            ({"cac": 30.0, "monthly": 5.0, "buyers_a_month": 100, "months": 6},),
            10_500.0,
            shown="cash_needed(CAC 30, 5 a month, 100 buyers a month, six months)",
            slips=(
                Slip(
                    0.0,
                    "Even the buyers of the first month have paid five times by then, not six, and"
                    " those of the sixth not once: 3,000 go out each month, and from the second on"
                    " 500, 1,000, 1,500 ... come back.",
                ),
                Slip(
                    18_000.0,
                    "Money also comes back: 500 in the second month, 1,000 in the third ...",
                ),
            ),
            why=(
                "18,000 out; 500 + 1,000 + 1,500 + 2,000 + 2,500 = 7,500 back by the end of the"
                " sixth month"
            ),
        )
    ]
