"""What a learner may see being checked: tiny cases that can be worked out by hand."""

from functools import partial

import pandas as pd

from course import check
from course.check import Slip, gives, mapping
from course.check.decision import practice, practice_values
from course.lessons.membership_operation.bank import BENEFITS, GIVEN, KINDS, PRACTICE
from course.lessons.membership_operation.scenario import MOST, Scenario
from course.lessons.membership_operation.threshold import FEES

SLUG = "membership_operation"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)
given = check.given

ALL_ORDERS = (
    "It looks as if all orders of members were credited to the programme. Most would have come"
    " anyway: subtract `orders_without`."
)
EXTRA_SHIPPED = (
    "It looks as if free shipping was paid for extra orders only. Members get it for all their"
    " orders, also for those that came before."
)
NO_FEE = "The fee is missing: each member pays it."
FEE_ORDERS = (
    "It looks as if the fee was divided by the margin of an order. A member looks at what an order"
    " saves: the shipping."
)
PLAIN_GAP = "That is members against all others, after. Members had spent more before they joined."
PLAIN_DID = (
    "That is the change of members less the change of all others. Who spent much before changes"
    " otherwise than who spent little: compare within a band."
)
OTHERS_WEIGHT = (
    "It looks as if bands were weighted by those who are no members, or by all. Asked is the effect"
    " on members: weight by members."
)
EVEN_WEIGHT = (
    "It looks as if each band counted the same. A band with two members then weighs like one with"
    " two hundred."
)
NETTED = (
    "It looks as if users were added up first. One user's points do not expire because another uses"
    " hers: clip at 0 for each user, then add."
)
ALL_COUNT = (
    "The liability is right but for breakage: some of these points will never be called for."
)
STILL_OPEN = (
    "It looks as if expired points were still counted as open. Last year's are gone on 31 December."
)
BROKEN_ALL = (
    "It looks as if expired points were divided by the points of both years. Only last year's could"
    " expire."
)
IN_POINTS = "That is the debt in points. A point is worth a cent."


def benefit_cost():
    return [
        mapping("benefit_cost", dict.fromkeys(BENEFITS), set(KINDS), given=GIVEN, practice=PRACTICE)
    ]


def tiny_members():
    """Two members: 10 instead of 6 orders at $40, 4 instead of 4 at $50."""
    return pd.DataFrame(
        {
            "member": [1, 2],
            "orders": [10.0, 4.0],
            "orders_without": [6.0, 4.0],
            "basket": [40.0, 50.0],
        }
    )


def member_pnl():
    want = {"extra_margin": 20.0, "shipping": 35.0, "profit": 45.0, "break_even_orders": 12.0}
    return [
        gives(
            "member_pnl",
            (tiny_members(), 60.0, 0.25, 5.0),
            want,
            about=("profit",),
            shown="member_pnl(tiny_members, fee 60, margin 0.25, shipping 5)",
            slips=pnl_slips(),
            why=(
                "4 extra orders × $40 × 0.25 are $40, so $20 a member; 14 orders × $5 are $35 a"
                " member; 20 − 35 + 60 = 45"
            ),
        )
    ]


def pnl_slips():
    """The known mistakes with a member's profit, as functions of (members, fee, margin,
    shipping).
    """

    def found(
        df,
        fee,
        margin,
        shipping,
        orders=lambda d: d["orders"] - d["orders_without"],
        shipped=lambda d: d["orders"],
        paid=1.0,
        below=None,
    ):
        extra, cost = (
            float((orders(df) * df["basket"] * margin).mean()),
            float((shipped(df) * shipping).mean()),
        )
        return {
            "extra_margin": extra,
            "shipping": cost,
            "profit": extra - cost + paid * fee,
            "break_even_orders": (
                fee / (shipping if below is None else float((df["basket"] * margin).mean()))
            ),
        }

    return (
        Slip(partial(found, orders=lambda d: d["orders"]), ALL_ORDERS),
        Slip(partial(found, shipped=lambda d: d["orders"] - d["orders_without"]), EXTRA_SHIPPED),
        Slip(partial(found, paid=0.0), NO_FEE),
        Slip(partial(found, below="margin"), FEE_ORDERS),
    )


def tiny_customers():
    """Three members of seven customers, in two bands."""
    return pd.DataFrame(
        {
            "member": [True, True, True, False, False, False, False],
            "band": ["high", "high", "low", "high", "low", "low", "low"],
            "before": [100.0, 120.0, 20.0, 110.0, 10.0, 20.0, 30.0],
            "after": [105.0, 125.0, 45.0, 90.0, 20.0, 30.0, 40.0],
        }
    )


def match_did():
    return [
        gives(
            "match_did",
            (tiny_customers(),),
            (2 * 25.0 + 15.0) / 3,
            shown="match_did(tiny_customers)",
            slips=did_slips(),
            why=(
                "high: +5 against −20 is 25; low: +25 against +10 is 15; two members of three are"
                " in the high band: (2 × 25 + 15) ÷ 3 = 21.67"
            ),
        )
    ]


def did_slips():
    """The known mistakes with members and others, as functions of the customers."""

    def within(df, weigh):
        change = (
            df.assign(change=df["after"] - df["before"])
            .groupby(["band", "member"])["change"]
            .mean()
            .unstack()
        )
        weight = weigh(df).reindex(change.index)
        gap = change[True] - change[False]
        return float((gap * weight).sum() / weight[gap.notna()].sum())

    def gap(df, values):
        means = values.groupby(df["member"]).mean()
        return float(means[True] - means[False])

    return (
        Slip(lambda df: gap(df, df["after"]), PLAIN_GAP),
        Slip(lambda df: gap(df, df["after"] - df["before"]), PLAIN_DID),
        Slip(lambda df: within(df, lambda d: d.groupby("band").size()), OTHERS_WEIGHT),
        Slip(
            lambda df: within(df, lambda d: (~d["member"]).groupby(d["band"]).sum()), OTHERS_WEIGHT
        ),
        Slip(lambda df: within(df, lambda d: d.groupby("band").size() * 0 + 1), EVEN_WEIGHT),
    )


def tiny_ledger():
    """Three users on 31 December: one used little, one all and more, one nothing."""
    return pd.DataFrame(
        {
            "user": [1, 2, 3],
            "last_year": [500, 300, 200],
            "this_year": [400, 600, 0],
            "used": [100, 700, 0],
        }
    )


def points_liability():
    want = {"expired": 600, "breakage": 0.6, "open": 600, "liability": 2.4}
    return [
        gives(
            "points_liability",
            (tiny_ledger(),),
            want,
            about=("liability",),
            shown="points_liability(tiny_ledger)",
            slips=ledger_slips(),
            why=(
                "400, 0 and 200 of last year's points expire, 600 of 1,000; open are 400, 600 − 400"
                " = 200 and 0; 600 × (1 − 0.6) × $0.01 = $2.40"
            ),
        )
    ]


def ledger_slips():
    """The known mistakes with points, as functions of the ledger."""

    def found(
        df,
        expired=None,
        still_open=None,
        broken=None,
        debt=lambda points, broken: points * (1 - broken) * 0.01,
    ):
        gone = (
            int((df["last_year"] - df["used"]).clip(lower=0).sum())
            if expired is None
            else expired(df)
        )
        left = (
            int((df["this_year"] - (df["used"] - df["last_year"]).clip(lower=0)).sum())
            if still_open is None
            else still_open(df)
        )
        breakage = float(gone / df["last_year"].sum()) if broken is None else broken(df, gone)
        return {
            "expired": gone,
            "breakage": breakage,
            "open": left,
            "liability": float(debt(left, breakage)),
        }

    def all_left(df):
        return int((df["last_year"] + df["this_year"] - df["used"]).sum())

    def sums(df):
        return {name: int(df[name].sum()) for name in ("last_year", "this_year", "used")}

    return (
        Slip(
            lambda df: found(
                df,
                lambda d: max(0, sums(d)["last_year"] - sums(d)["used"]),
                lambda d: sums(d)["this_year"] - max(0, sums(d)["used"] - sums(d)["last_year"]),
            ),
            NETTED,
        ),
        Slip(lambda df: found(df, debt=lambda points, broken: points * 0.01), ALL_COUNT),
        Slip(lambda df: found(df, still_open=all_left), STILL_OPEN),
        Slip(
            lambda df: found(
                df, broken=lambda d, gone: float(gone / (d["last_year"] + d["this_year"]).sum())
            ),
            BROKEN_ALL,
        ),
        Slip(lambda df: found(df, debt=lambda points, broken: points * (1 - broken)), IN_POINTS),
    )


def design():
    return [practice("design", Scenario(), practice_values(SLUG))]


def worth_joining():
    """The faded example: from how many orders a year a membership pays for the buyer, and what the
    shop has left of such a one.
    """
    return [
        gives(
            "worth_joining",
            (60.0, 5.0),
            12.0,
            shown="worth_joining(fee 60, shipping 5)",
            slips=(
                Slip(300.0, "Orders, not dollars: how often do 5 dollars go into 60?"),
                Slip(5 / 60, "Turned round: fee ÷ shipping."),
            ),
            why="twelve orders save 60 dollars of shipping",
        )
    ]


def left_of_a_member():
    return [
        gives(
            "left_of_a_member",
            (60.0, 5.0, 20.0),
            -40.0,
            shown="left_of_a_member(fee 60, shipping 5, orders 20)",
            slips=(
                Slip(40.0, "The shop gets the fee and pays the shipping."),
                Slip(55.0, "Shipping is paid for each of the 20 orders."),
            ),
            why=(
                "60 dollars come in, 100 go out: the best customers cost most, unless they order"
                " more"
            ),
        )
    ]


WIDGET_DRAW = 3


def best_fee():
    """The question that only dragging answers: the best fee of one practice programme without cash
    back.
    """

    def run(learner):
        fee = learner.value("best_fee")
        if type(fee) not in (int, float) or not 0 <= fee <= MOST["fee"]:
            return check.Finding(
                0.0, f"`best_fee` is {fee!r}; it should be dollars a year, 0 to {MOST['fee']}."
            )
        scenario = Scenario()
        best = max(FEES, key=lambda dollars: scenario.value(WIDGET_DRAW, (dollars, 0.0)))
        value = scenario.value(WIDGET_DRAW, (fee, 0.0))
        if abs(fee - best) > 10.001:
            return check.Finding(
                0.0,
                f"With ${fee:g} the programme changes profit by {value:.2f} dollars a user. The top"
                f" is further to the {'left' if fee > best else 'right'}.",
            )
        return check.Finding(
            1.0,
            f"${best} leave {scenario.value(WIDGET_DRAW, (best, 0.0)):.2f} dollars a user; a"
            f" programme for nothing would leave {scenario.value(WIDGET_DRAW, (0, 0.0)):.2f}.",
        )

    return [check.Check(run)]


def museum_gap():
    facts = {
        "members_after": 900.0,
        "members_before": 820.0,
        "likes_after": 840.0,
        "likes_before": 810.0,
        "others_after": 300.0,
    }
    return [
        gives(
            "programme_brought",
            (facts,),
            50.0,
            shown=(
                "programme_brought(members 820 → 900, people like them 810 → 840, all others 300)"
            ),
            slips=(
                Slip(
                    600.0,
                    "Members spent 820 before they were members. The programme has not made them"
                    " what they are.",
                ),
                Slip(80.0, "People like them went up by 30 without it."),
            ),
            why="80 less 30",
        )
    ]


def museum_free():
    users = {
        "joined": 1000,
        "orders_each": 24,
        "orders_each_before": 22,
        "margin_an_order": 9.0,
        "shipping": 6.0,
    }
    return [
        gives(
            "free_shipping_leaves",
            (users,),
            -126000.0,
            shown="free_shipping_leaves(1,000 join, 24 orders instead of 22, margin 9, shipping 6)",
            slips=(
                Slip(
                    72000.0,
                    "22 of the 24 orders came before, and their shipping was paid by the buyer.",
                ),
                Slip(
                    6000.0, "Shipping is given away on all 24 orders, not on the two that are new."
                ),
            ),
            why="2 × 9 − 24 × 6 = −126 dollars a member",
        )
    ]


def museum_points():
    return [
        gives(
            "cost_of_double_points",
            ({"points": 500_000, "cent_each": 1.0, "used_share": 0.7},),
            3500.0,
            shown="cost_of_double_points(500,000 points, one cent each, 70% will be used)",
            slips=(
                Slip(0.0, "Nothing is paid today; 3,500 dollars will be."),
                Slip(5000.0, "Three of ten points are never used."),
            ),
            why="500,000 × $0.01 × 0.7",
        )
    ]
