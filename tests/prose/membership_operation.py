"""What lesson 18 says of its data, built from these data."""

from itertools import pairwise

import numpy as np
import pytest

from course.check.numbers import percent

READ = ("ticket",)
PROGRAMME = 4  # of the ticket
FEE, MARGIN, SHIPPING = 60, 0.25, 5


def said(lesson):
    """The passages that lean on data; `lesson` holds the notebook's names."""
    return [
        *ann_and_ben(lesson),
        *leaves(lesson),
        *joined(lesson),
        *points(lesson),
        *terms(lesson),
        *mailed(lesson),
    ]


def ann_and_ben(lesson):
    member, shop = lesson.worth["the member"], lesson.worth["the shop"]
    both = np.flatnonzero((member >= -1e-9) & (shop >= -1e-9))
    return [
        (f"Ann does not join: 40 dollars of shipping for {FEE}.", member[6] == pytest.approx(-20)),
        (
            f"Ben joins, saves 160 dollars, and the shop **loses** {-shop[24]:.0f}, although he"
            " orders a third more.",
            member[24] == pytest.approx(100),
        ),
        f"Had Ann joined, the shop would have gained {shop[6]:.0f}.",
        f"Whoever orders {both[0]} to {both[-1]} times gains, and so does the shop; from"
        f" {both[-1]} on it loses.",
    ]


def drawn(way, table, times):
    """(value, low, high) of `way` as the notebook computes them."""
    again = [way(table.sample(frac=1, replace=True, random_state=each)) for each in range(times)]
    return (way(table), *np.quantile(again, [0.025, 0.975]))


def minus(value, form=".0f"):
    return f"{value:{form}}".replace("-", "−")


def leaves(lesson):
    table = lesson.members()
    mean = lesson.member_pnl(table, FEE, MARGIN, SHIPPING)

    def profit(group):
        return lesson.member_pnl(group, FEE, MARGIN, SHIPPING)["profit"]

    every = drawn(profit, table, 200)
    few = table[table["orders_without"] < 5]
    most = drawn(profit, table[table["orders_without"] >= 15], 200)
    less = (table["orders"] < table["orders_without"]).mean()
    return [
        f"A member leaves {mean['profit']:.0f} dollars a year on average:"
        f" {mean['extra_margin']:.0f} of extra margin, less {mean['shipping']:.0f} of shipping, plus"
        f" the fee of {FEE}.",
        "The ranges come from members drawn anew, 200 times",
        f"{every[1]:.0f} to {every[2]:.0f} for the average",
        f"Those who would order fewer than 5 times leave {profit(few):.0f}.",
        f"Those who would order 15 times or more leave {minus(most[0])}, from {minus(most[1])} to"
        f" {most[2]:.0f}",
        f"Of the {len(table)} members, {less:.0%} ordered less than people like them do",
    ]


def joined(lesson):
    table = lesson.customers()
    means = table.groupby("member")[["before", "after"]].mean()
    found = drawn(lesson.match_did, table, 50)
    top = table.loc[table["band"] == "over 300", "member"]
    gap = lesson.gap(table)
    return [
        f"Members spend {means['after'][True]:.0f} dollars in half a year, others"
        f" {means['after'][False]:.0f}.",
        f"members = {means['after'][True] / means['after'][False]:.1f} × revenue",
        (
            "Members spend three times as much as others.",
            2.5 < means["before"][True] / means["before"][False] < 3.5,
        ),
        f"{gap:.0f} dollars is what the ticket saw.",
        f"members had spent {means['before'][True]:.0f} dollars before the programme, the others"
        f" {means['before'][False]:.0f}.",
        f"Change against change says {minus(lesson.plain_change(table), '.1f')}",
        f"Within bands the programme brought {found[0]:.1f} dollars in half a year; customers drawn"
        f" anew give {found[1]:.1f} to {found[2]:.1f}.",
        (
            f"Look at the band over 300: {top.sum()} members, and one single other customer. A"
            " quarter of the weight rests on that one person.",
            (~top).sum() == 1 and 0.2 < top.sum() / table["member"].sum() < 0.3,
        ),
        f"joining adds {found[0]:.0f} dollars in half a year, from {found[1]:.1f} to {found[2]:.1f};"
        f" the rest of the {gap:.0f} was there before.",
    ]


def points(lesson):
    ledger = lesson.point_ledger()
    owed = lesson.points_liability(ledger)
    double = lesson.points_liability(ledger.assign(this_year=2 * ledger["this_year"]))["liability"]
    return [
        f"Of last year's {ledger['last_year'].sum():,} points {owed['breakage']:.0%} expired.",
        f"That leaves {owed['open']:,} open ones, and {owed['liability']:.0f} dollars that somebody"
        f" will call for, {owed['liability'] / len(ledger):.2f} a member.",
        f"Double points this year would have made it {double:.0f}.",
        f"they are {owed['liability']:.0f} dollars of debt, {double:.0f} if they are doubled",
    ]


def terms(lesson):
    users, tests, costs = lesson.programme(PROGRAMME)
    fee, back = lesson.design(users, tests, costs)
    mine = lesson.earns(PROGRAMME, (fee, back))
    nothing = tests["orders"][0]
    less, more = (
        lesson.earns(
            PROGRAMME,
            lesson.design(
                users, tests.assign(orders=nothing + each * (tests["orders"] - nothing)), costs
            ),
        )
        for each in (0.67, 1.5)
    )
    free = [lesson.earns(number, (0, 0.0)) for number in range(5)]
    right = [lesson.earns(number, lesson.design(*lesson.programme(number))) for number in range(5)]
    return [
        f"The programme is practice programme {PROGRAMME}.",
        (
            "Try programme 1, where shipping is expensive: no fee is high enough.",
            max(lesson.earns(1, (each, 0.0)) for each in range(0, 241, 10)) < 0,
        ),
        (f"Try cash back in programme {PROGRAMME}.", back > 0 and mine > 0),
        (
            f"Without cash back no fee earns a dollar in programme {PROGRAMME}",
            max(lesson.earns(PROGRAMME, (each, 0.0)) for each in range(0, 241, 10)) < 1,
        ),
        f"With {percent(back, 0)} back and a fee of {fee} dollars it leaves {mine:.1f} dollars a"
        " user and year.",
        "The lifts of the test are about 20% off",
        f"Terms made for such lifts would still leave {less:.1f} and {more:.1f}.",
        (
            f"+{mine:.1f} dollars a user and year with a fee of {fee} and {percent(back, 0)} back,"
            f" {less:.1f} to {mine:.1f} if the lifts of the test are a third off or more.",
            less < more < mine,
        ),
        f"Free for all costs {-free[PROGRAMME]:.1f}.",
        (
            f"it may lose {-min(free):.0f} or bring {max(free):.0f}; it never brings what the right"
            " terms do.",
            all(here < there for here, there in zip(free, right, strict=True)),
        ),
    ]


def mailed(lesson):
    rows = list(lesson.rows.values())
    values = [each[0] for each in rows]
    bands = lesson.bands
    gone, kept = bands["not mailed"].iloc[-2:], bands["not mailed"].iloc[:2]
    apart = sorted(rows, key=lambda each: each[0])
    return [
        (
            f"{values[0]:.1f} dollars, {values[1]:.1f}, or {values[2]:.1f}: the same households,"
            " three honest sums, and ranges that do not even overlap.",
            all(one[2] < other[1] for one, other in pairwise(apart)),
        ),
        (
            "the heaviest buyers without a mailing fell by four to eight dollars, while light ones"
            " rose",
            [round(each) for each in gone] == [-4, -8] and (kept > 0).all(),
        ),
    ]
