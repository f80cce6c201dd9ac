"""What a learner may see being checked: tiny cases that can be worked out by hand."""

import math
from functools import partial

import pandas as pd

from course import check
from course.check import Slip, gives, mapping
from course.check.decision import practice, practice_values
from course.lessons.community_operation.bank import ACTIONS, GIVEN, PRACTICE, STAGES
from course.lessons.community_operation.group_fill import DEPTHS
from course.lessons.community_operation.scenario import Scenario

SLUG = "community_operation"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)
given = check.given

EVER = (
    "It looks as if everybody who ever spoke was counted. Active are those of the last seven days."
)
MESSAGES = (
    "It looks as if messages were counted. Active are members: somebody who writes fifty times is"
    " one."
)
REPLIES = (
    "It looks as if replies were counted. Asked is how many messages got one; a message with three"
    " replies is answered once."
)
TOP_SPEAKERS = (
    "It looks as if a tenth of the speakers was taken. Take a tenth of all members, also of the"
    " silent ones."
)
EXACTLY = "It looks as if exactly n − 1 joins were asked. More friends fill a group too."
STARTER = "It looks as if n friends were needed. The starter has a seat: n − 1 are enough."
ONE_SHORT = (
    "It looks as if n − 2 friends were enough. Take off the chances of 0, 1, ... n − 2 joins."
)
JUST_K = "It looks as if k stands below instead of k!. For 3 that is 3 × 2 × 1."
AFTER_ONLY = (
    "That is joined against waiting, after. A lot makes them alike only on average: take off what"
    " each spent before."
)
NO_CONTROL = (
    "That is how much those who joined rose. Those on the waiting list changed as well, without a"
    " group."
)
ONE_VARIANCE = (
    "The effect is right, its error is not: variance ÷ number of those who joined plus variance ÷"
    " number of those waiting, of the changes."
)
SD_ONLY = (
    "It looks as if the range was made of standard deviations. Divide variances by the numbers of"
    " people."
)


def stage():
    return [mapping("stage", dict.fromkeys(ACTIONS), set(STAGES), given=GIVEN, practice=PRACTICE)]


def tiny_chat():
    """Eight messages of four speakers; ten members."""
    return (
        pd.DataFrame(
            {
                "message": range(1, 9),
                "day": [1, 3, 20, 22, 23, 25, 27, 28],
                "member": [1, 2, 1, 1, 1, 1, 3, 4],
                "reply_to": [0, 1, 0, 3, 3, 0, 0, 7],
            }
        ),
        10,
    )


def active_rate():
    want = {"active_rate": 0.3, "reply_rate": 0.375, "top_tenth": 0.625}
    return [
        gives(
            "active_rate",
            tiny_chat(),
            want,
            shown="active_rate(tiny_chat, 10 members)",
            slips=active_slips(),
            why=(
                "on days 22 to 28 members 1, 3 and 4 spoke, 3 of 10; messages 1, 3 and 7 got a"
                " reply, 3 of 8; a tenth of the members is one, who wrote 5 of 8"
            ),
        ),
        gives(
            "active_rate",
            (tiny_chat()[0], 12),
            {"active_rate": 0.25, "reply_rate": 0.375, "top_tenth": 0.75},
            shown="active_rate(tiny_chat, 12 members)",
            slips=active_slips(),
            why="a tenth of 12 members, rounded up, is two, who wrote 6 of 8",
            edge=True,
        ),
    ]


def active_slips():
    """The known mistakes with activity, as functions of (messages, members)."""

    def found(df, members, active=None, replied=None, tenth=None):
        recent = df[df["day"] > df["day"].max() - 7]
        counts = df["member"].value_counts()
        top = math.ceil(members / 10) if tenth is None else tenth(df)
        return {
            "active_rate": float(
                recent["member"].nunique() / members
                if active is None
                else active(df, recent, members)
            ),
            "reply_rate": float(
                df["message"].isin(df["reply_to"]).mean() if replied is None else replied(df)
            ),
            "top_tenth": float(counts.head(top).sum() / len(df)),
        }

    return (
        Slip(
            partial(found, active=lambda df, recent, members: df["member"].nunique() / members),
            EVER,
        ),
        Slip(partial(found, active=lambda df, recent, members: len(recent) / members), MESSAGES),
        Slip(partial(found, replied=lambda df: (df["reply_to"] > 0).mean()), REPLIES),
        Slip(partial(found, tenth=lambda df: math.ceil(df["member"].nunique() / 10)), TOP_SPEAKERS),
    )


def fill_prob():
    return [
        gives(
            "fill_prob",
            (3, 2.0),
            1 - 3 * math.exp(-2),
            shown="fill_prob(n 3, lam 2)",
            slips=fill_slips(),
            why=(
                "two friends have to join; none comes with e⁻² = 0.135, one with 2e⁻² = 0.271; 1 −"
                " 0.406 = 0.594"
            ),
        ),
        gives(
            "fill_prob",
            (2, 0.5),
            1 - math.exp(-0.5),
            shown="fill_prob(n 2, lam 0.5)",
            slips=fill_slips(),
            why="one friend has to join: 1 − e^−0.5 = 0.393",
        ),
        gives(
            "fill_prob",
            (5, 2.0),
            1 - 19 / 3 * math.exp(-2),
            shown="fill_prob(n 5, lam 2)",
            slips=fill_slips(),
            why="four friends have to join: 1 − e⁻² × (1 + 2 + 4 ÷ 2 + 8 ÷ 6) = 0.143",
        ),
    ]


def fill_slips():
    """The known mistakes with a threshold, as functions of (n, lam)."""

    def chance(k, lam):
        return math.exp(-lam) * lam**k / math.factorial(k) if k >= 0 else 0.0

    def up_to(k, lam):
        return sum(chance(each, lam) for each in range(k + 1))

    return (
        Slip(lambda n, lam: chance(n - 1, lam), EXACTLY),
        Slip(lambda n, lam: 1 - up_to(n - 1, lam), STARTER),
        Slip(lambda n, lam: 1 - up_to(n - 3, lam), ONE_SHORT),
        Slip(
            lambda n, lam: 1 - sum(math.exp(-lam) * lam**k / max(k, 1) for k in range(n - 1)),
            JUST_K,
        ),
        Slip(lambda n, lam: up_to(n - 2, lam), "That is the chance that the group fails."),
    )


def tiny_waitlist():
    """Three who got in rise by 10, 20 and 30; three on the waiting list by 0, 5 and 10."""
    return pd.DataFrame(
        {
            "joined": [True, True, True, False, False, False],
            "before": [50.0, 40.0, 60.0, 30.0, 50.0, 40.0],
            "after": [60.0, 60.0, 90.0, 30.0, 55.0, 50.0],
        }
    )


def uneven_waitlist():
    """Two who got in rise by 10 and 30; four on the waiting list by 0, 4, 8 and 4."""
    return pd.DataFrame(
        {
            "joined": [True, False, False, True, False, False],
            "before": [20.0, 30.0, 40.0, 50.0, 10.0, 60.0],
            "after": [30.0, 30.0, 44.0, 80.0, 18.0, 64.0],
        }
    )


def group_effect():
    error = (100 / 3 + 25 / 3) ** 0.5
    uneven = (200 / 2 + 32 / 3 / 4) ** 0.5
    return [
        gives(
            "group_effect",
            (tiny_waitlist(),),
            (15.0, 15 - 1.96 * error, 15 + 1.96 * error),
            shown="group_effect(tiny_waitlist)",
            slips=effect_slips(),
            why=(
                "20 against 5 is 15; variances of the changes are 100 and 25, by three each: 33.3 +"
                " 8.3, the error is 6.45"
            ),
        ),
        gives(
            "group_effect",
            (uneven_waitlist(),),
            (16.0, 16 - 1.96 * uneven, 16 + 1.96 * uneven),
            shown="group_effect(two who got in, four on the waiting list)",
            slips=effect_slips(),
            why=(
                "20 against 4 is 16; variances 200 and 10.7, by two and by four: 100 + 2.7, the"
                " error is 10.13"
            ),
        ),
    ]


def effect_slips():
    """The known mistakes with a group's effect, as functions of the table."""

    def found(
        df,
        value=lambda d: d["after"] - d["before"],
        gap=lambda one, other: one.mean() - other.mean(),
        error=None,
    ):
        one, other = value(df[df["joined"]]), value(df[~df["joined"]])
        size = (
            (one.var() / len(one) + other.var() / len(other)) ** 0.5
            if error is None
            else error(one, other, df)
        )
        effect = gap(one, other)
        return float(effect), float(effect - 1.96 * size), float(effect + 1.96 * size)

    return (
        Slip(partial(found, value=lambda d: d["after"]), AFTER_ONLY),
        Slip(partial(found, gap=lambda one, other: one.mean()), NO_CONTROL),
        Slip(
            partial(
                found,
                error=lambda one, other, df: (
                    ((df["after"] - df["before"]).var() * (1 / len(one) + 1 / len(other))) ** 0.5
                ),
            ),
            ONE_VARIANCE,
        ),
        Slip(
            partial(found, error=lambda one, other, df: (one.var() + other.var()) ** 0.5), SD_ONLY
        ),
    )


def ladder():
    return [practice("ladder", Scenario(), practice_values(SLUG))]


def joins_expected():
    """The faded example: how many friends join."""
    return [
        gives(
            "joins_expected",
            (6.0, 0.1, 5.0, 0.2),
            6 * 0.1 * math.e,
            shown="joins_expected(friends 6, join 0.1, slope 5, depth 0.2)",
            rtol=1e-6,
            slips=(
                Slip(
                    6 * 0.1 * 2.0,
                    "That grows by slope × depth, in a straight line. Shares grow by e^(slope ×"
                    " depth) here.",
                ),
                Slip(0.1 * math.e, "That is the share that joins; times the friends told."),
                Slip(6 * 0.1 * math.exp(100), "A discount of 20% is 0.2."),
            ),
            why="5 × 0.2 is 1: the share of 0.1 grows to 0.27, of six friends 1.63",
        )
    ]


WIDGET_DRAW, WIDGET_SIZE = 1, 4


def best_depth():
    """The question that only dragging answers: the best discount for groups of four in one practice
    offer.
    """

    def run(learner):
        depth = learner.value("best_depth")
        if type(depth) not in (int, float) or not 0 <= depth <= 40:
            return check.Finding(0.0, f"`best_depth` is {depth!r}; it should be percent, 0 to 40.")
        scenario = Scenario()
        best = max(DEPTHS, key=lambda each: scenario.value(WIDGET_DRAW, (WIDGET_SIZE, each / 100)))
        value = scenario.value(WIDGET_DRAW, (WIDGET_SIZE, depth / 100))
        if abs(depth - best) > 2.001:
            return check.Finding(
                0.0,
                f"With {depth:g}% off, 1,000 visitors leave ${value:,.0f}. The top is further to"
                f" the {'left' if depth > best else 'right'}.",
            )
        return check.Finding(
            1.0,
            f"{best}% leave ${scenario.value(WIDGET_DRAW, (WIDGET_SIZE, best / 100)):,.0f}; 40%"
            " would fill nearly every group and leave"
            f" ${scenario.value(WIDGET_DRAW, (WIDGET_SIZE, 0.4)):,.0f}.",
        )

    return [check.Check(run)]


def museum_bigger():
    groups = {
        "everybody": {"members": 5000, "active": 60, "orders_caused": 10},
        "bakers": {"members": 300, "active": 120, "orders_caused": 45},
    }
    return [
        gives(
            "better_group",
            (groups,),
            "bakers",
            shown=(
                "better_group(everybody: 5,000 members, 60 active; bakers: 300, 120 active, 45"
                " orders caused)"
            ),
            slips=(
                Slip("everybody", "5,000 have joined and 60 speak. The bakers cause 45 orders."),
            ),
            why="45 orders against 10",
        )
    ]


def museum_loyal():
    facts = {
        "members_after": 80.0,
        "members_before": 70.0,
        "waiting_after": 76.0,
        "waiting_before": 69.0,
        "all_customers_after": 25.0,
    }
    return [
        gives(
            "group_brought",
            (facts,),
            3.0,
            shown="group_brought(members 70 → 80, waiting list 69 → 76, all customers 25)",
            slips=(
                Slip(55.0, "Members spent 70 before they joined: a group attracts the loyal."),
                Slip(10.0, "Those on the waiting list rose by 7 without a group."),
            ),
            why="10 less 7",
        )
    ]


def museum_eight():
    return [
        gives(
            "groups_filled",
            (1000, 8, 2.0),
            round(1000 * (1 - sum(math.exp(-2) * 2**k / math.factorial(k) for k in range(7)))),
            shown="groups_filled(1,000 started, 8 needed, 2 friends join on average)",
            slips=(
                Slip(1000, "Seven friends have to join, and on average two do."),
                Slip(250, "2 ÷ 8 is not the chance to reach seven: that is far out in the tail."),
            ),
            why="seven or more of an average of two come in 5 of 1,000 cases",
        )
    ]
