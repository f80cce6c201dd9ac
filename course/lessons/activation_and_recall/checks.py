"""What a learner may see being checked: tiny cases that can be worked out by hand."""

from functools import partial

import numpy as np

from course import check
from course.check import Slip, gives, mapping
from course.check.decision import practice, practice_values
from course.lessons.activation_and_recall.bank import GIVEN, GROUPS, PEOPLE, PRACTICE
from course.lessons.activation_and_recall.quadrants import profits
from course.lessons.activation_and_recall.scenario import USERS, Scenario

SLUG = "activation_and_recall"
exercise = partial(check.exercise, SLUG)
tryout = partial(check.tryout, SLUG)
predict = partial(check.predict, SLUG)
guess = partial(check.guess, SLUG)
hint = partial(check.hint, SLUG)
given = check.given

FREE_COUPONS = "It looks as if coupons cost nothing. Everybody who buys with one brings c less."
EXTRA_ONLY = (
    "It looks as if only extra orders paid for the coupon. Sure things use theirs too: p1 × (m"
    " − c)."
)
ALL_PAID = "It looks as if each coupon sent was paid for. It costs when it is used: with p1."
PER_ORDER = "It looks as if the cost was divided by all orders. Divide by the extra ones, p1 − p0."
NO_CONTROL = (
    "It looks as if buyers with a coupon were counted. Take off what as many people without one"
    " buy."
)
NOT_SCALED = (
    "It looks as if control buyers were taken off as they are. There are not as many without as"
    " with a coupon: times treated ÷ control, so far."
)
NO_LINE = (
    "It looks as if the area under the curve was taken. Take off the straight line: what a lot"
    " would bring."
)
UPSIDE_DOWN = "It looks as if the lowest score came first."
NOT_PER_HEAD = "It looks as if the area was not divided by the number of treated."
ALL_AT_RISK = (
    "It looks as if everybody was at risk in each week. Who has returned, or is not seen so long,"
    " is not: count days above the week's start."
)
NO_CENSOR = (
    "It looks as if those who have not returned were left out. They were at risk for as long as"
    " they were seen."
)
FIRST_LOW = (
    "It looks as if the first low week was taken, before the peak. At first hardly anybody returns;"
    " wait for the peak."
)


def group():
    return [mapping("group", dict.fromkeys(PEOPLE), set(GROUPS), given=GIVEN, practice=PRACTICE)]


def net_gain():
    want = {"uplift": 0.1, "cost_per_extra_order": 16.0, "net": -0.4}
    return [
        gives(
            "net_gain",
            (0.4, 0.3, 12.0, 4.0),
            want,
            about=("net",),
            shown="net_gain(p1 0.4, p0 0.3, m 12, c 4)",
            slips=gain_slips(),
            why=(
                "10 of a hundred are moved; 40 use a coupon of $4, so an extra order costs $16; 0.4"
                " × 8 − 0.3 × 12 = −0.40"
            ),
        )
    ]


def gain_slips():
    """The known mistakes with a coupon, as functions of (p1, p0, m, c)."""

    def found(p1, p0, m, c, cost=None, net=None):
        return {
            "uplift": p1 - p0,
            "cost_per_extra_order": p1 * c / (p1 - p0) if cost is None else cost(p1, p0, m, c),
            "net": p1 * (m - c) - p0 * m if net is None else net(p1, p0, m, c),
        }

    return (
        Slip(partial(found, net=lambda p1, p0, m, c: (p1 - p0) * m), FREE_COUPONS),
        Slip(partial(found, net=lambda p1, p0, m, c: (p1 - p0) * (m - c)), EXTRA_ONLY),
        Slip(partial(found, net=lambda p1, p0, m, c: (p1 - p0) * m - c), ALL_PAID),
        Slip(partial(found, cost=lambda p1, p0, m, c: c / (p1 - p0)), ALL_PAID),
        Slip(partial(found, cost=lambda p1, p0, m, c: c), PER_ORDER),
    )


def tiny_test():
    """(bought, treated, score) of six customers: a good score."""
    return (
        np.array([1, 0, 1, 1, 0, 1]),
        np.array([1, 0, 1, 0, 1, 0]),
        np.array([0.9, 0.8, 0.7, 0.4, 0.2, 0.1]),
    )


def qini():
    y, t, score = tiny_test()
    return [
        gives(
            "qini",
            (y, t, score),
            5.5 / 6 / 3,
            shown="qini(six customers)",
            slips=qini_slips(),
            why=(
                "extra orders after 1 to 6 customers: 1, 1, 2, 1, 0.5, 0; the straight line ends at"
                " 0 too; the mean, 5.5 ÷ 6, by 3 treated is 0.306"
            ),
        )
    ]


def qini_slips():
    """The known mistakes with a Qini area, as functions of (y, t, score)."""

    def found(
        y,
        t,
        score,
        control=lambda bought, n1, n0: bought * n1 / np.maximum(n0, 1),
        line=True,
        sign=-1,
        heads=True,
    ):
        order = np.argsort(sign * np.asarray(score), kind="stable")
        y, t = np.asarray(y)[order], np.asarray(t)[order]
        n1, n0 = t.cumsum(), (1 - t).cumsum()
        curve = (y * t).cumsum() - control((y * (1 - t)).cumsum(), n1, n0)
        k = np.arange(1, len(y) + 1)
        area = (curve - (k / len(y) * curve[-1] if line else 0)).mean()
        return float(area / (t.sum() if heads else 1))

    return (
        Slip(partial(found, control=lambda bought, n1, n0: 0 * bought), NO_CONTROL),
        Slip(partial(found, control=lambda bought, n1, n0: bought), NOT_SCALED),
        Slip(partial(found, line=False), NO_LINE),
        Slip(partial(found, sign=1), UPSIDE_DOWN),
        Slip(partial(found, heads=False), NOT_PER_HEAD),
    )


def tiny_returns():
    """(days, returned) of ten customers: returns in week 1 and 2, few later."""
    return np.array([8, 9, 10, 11, 13, 15, 16, 24, 40, 60]), np.array(
        [1, 1, 1, 0, 1, 1, 1, 1, 0, 0]
    )


def best_gap():
    return [
        gives(
            "best_gap",
            tiny_returns(),
            28,
            shown="best_gap(ten customers)",
            slips=gap_slips(),
            why=(
                "of those at risk return: week 0 none of 10, week 1 four of 10, week 2 two of 5,"
                " week 3 one of 3, week 4 none of 2; the peak is 0.4, and week 4, from day 28, is"
                " the first after it below half of that"
            ),
        )
    ]


def gap_slips():
    """The known mistakes with the day of a message, as functions of (days, returned)."""

    def found(
        days,
        returned,
        at_risk=lambda d, r, low: (d > low).sum(),
        after_peak=True,
        keep=lambda r: np.ones(len(r), dtype=bool),
    ):
        days, returned = np.asarray(days)[keep(returned)], np.asarray(returned)[keep(returned)]
        hazard = []
        for low in range(0, 84, 7):
            n = at_risk(days, returned, low)
            hazard.append(
                ((days > low) & (days <= low + 7) & (returned == 1)).sum() / n if n else 0.0
            )
        peak = int(np.argmax(hazard))
        return next(
            (
                7 * week
                for week in range(peak if after_peak else 0, 12)
                if hazard[week] < hazard[peak] / 2
            ),
            84,
        )

    return (
        Slip(partial(found, at_risk=lambda d, r, low: len(d)), ALL_AT_RISK),
        Slip(partial(found, keep=lambda r: np.asarray(r) == 1), NO_CENSOR),
        Slip(partial(found, after_peak=False), FIRST_LOW),
    )


def target():
    return [practice("target", Scenario(), practice_values(SLUG))]


def coupon_pays():
    """The faded example: does a coupon pay for itself?"""
    return [
        gives(
            "coupon_pays",
            (0.30, 0.18, 12.0, 4.0),
            True,
            shown="coupon_pays(p1 0.30, p0 0.18, m 12, c 4)",
            slips=(Slip(False, "0.30 × 8 is 2.40, and 0.18 × 12 is 2.16."),),
            why="2.40 against 2.16",
        ),
        gives(
            "coupon_pays",
            (0.36, 0.30, 12.0, 4.0),
            False,
            shown="coupon_pays(p1 0.36, p0 0.30, m 12, c 4)",
            slips=(
                Slip(
                    True,
                    "Six more of a hundred order, and thirty-six use a coupon: 0.36 × 8 is 2.88,"
                    " 0.30 × 12 is 3.60.",
                ),
            ),
            why="2.88 against 3.60",
        ),
    ]


WIDGET_DRAW = 2


def best_share():
    """The question that only dragging answers: how many get a coupon, the most moved first?"""
    curve = profits(WIDGET_DRAW)[0]["uplift"]
    most = float(curve.max())

    def run(learner):
        share = learner.value("best_share")
        if type(share) not in (int, float) or not 0 <= share <= 100:
            return check.Finding(0.0, f"`best_share` is {share!r}; it should be percent, 0 to 100.")
        won = float(curve[round(USERS * share / 100)])
        if won < 0.98 * most:
            return check.Finding(
                0.0, f"With {share:g}% the month wins ${won:,.0f}. There is a share with more."
            )
        return check.Finding(
            1.0, f"{share:g}% win ${won:,.0f}. All of them would cost ${-float(curve[-1]):,.0f}."
        )

    return [check.Check(run)]


def museum_redeemed():
    facts = {
        "sent": 10_000,
        "redeemed": 1_200,
        "orders_with": 1_500,
        "orders_without_equal_group": 1_350,
    }
    return [
        gives(
            "orders_won",
            (facts,),
            150,
            shown=(
                "orders_won(10,000 sent, 1,200 redeemed; 1,500 orders, 1,350 in an equal group"
                " without)"
            ),
            slips=(
                Slip(1200, "1,200 used it. 1,350 of 10,000 order without any coupon."),
                Slip(1500, "1,350 of these come anyway."),
            ),
            why="1,500 − 1,350",
        )
    ]


def museum_likely():
    people = {
        "Ann": {"without": 0.8, "with": 0.82},
        "Ben": {"without": 0.1, "with": 0.3},
        "Cem": {"without": 0.02, "with": 0.02},
    }
    return [
        gives(
            "gets_the_coupon",
            (people,),
            "Ben",
            shown="gets_the_coupon(Ann 0.80 → 0.82, Ben 0.10 → 0.30, Cem 0.02 → 0.02)",
            slips=(
                Slip(
                    "Ann",
                    "Ann buys anyway. Her coupon costs 4 dollars in eight of ten cases and moves"
                    " two of a hundred.",
                ),
            ),
            why="Ben moves by 0.20",
        )
    ]


def museum_season():
    facts = {
        "november_written_to": 0.12,
        "october_written_to": 0.08,
        "november_not_written_to": 0.11,
    }
    return [
        gives(
            "recall_brought",
            (facts,),
            0.01,
            shown="recall_brought(8% in October, 12% in November; not written to: 11% in November)",
            slips=(
                Slip(
                    0.04,
                    "November brought three of the four points: those who got nothing have 11%.",
                ),
            ),
            why="12% against 11%",
            atol=1e-9,
        )
    ]
