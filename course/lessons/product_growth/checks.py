"""What a learner may see being checked: tiny cases that can be worked out by hand."""

from functools import partial

import pandas as pd

from course import check
from course.check import Slip, gives, mapping
from course.check.decision import practice, practice_values
from course.lessons.product_growth.bank import CASES, GIVEN, PRACTICE, STEPS, USERS
from course.lessons.product_growth.scenario import Scenario, activation

SLUG = "product_growth"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)
given = check.given

WHO_CANNOT = (
    "It looks as if all users are below the line. Whose day k has not come yet can neither be"
    " active on it nor fail to be: leave them out."
)
UP_TO = (
    "It looks as if users were counted who were active on any day up to k. Day-k retention asks for"
    " day k itself."
)
ROWS = "It looks as if rows were counted. Each user is one, above and below the line."
DROPPED = (
    "It looks as if users without an order were dropped. They were watched too, and kept on not"
    " ordering: until the day we lost them they are at risk."
)
LEFT_EARLY = (
    "It looks as if users whose watching ended on the same day were taken out before the orders of"
    " that day. They were at risk on it."
)
HABIT = (
    "'{0}' is what those who order do; it need not be why. Compare all who were nudged with those"
    " left alone, whether or not they did it."
)
NO_CONTROL = (
    "That is the share of the nudged who ordered. Subtract the share of those who were left alone."
)
DID_IT = (
    "It looks as if only the nudged who did it were counted. They are the keen ones again: compare"
    " all who were nudged."
)


def case():
    return [mapping("case", dict.fromkeys(USERS), set(CASES), given=GIVEN, practice=PRACTICE)]


def tiny_activity():
    """Four users; the last one signed up on day 9."""
    return pd.DataFrame(
        {
            "user": [1, 1, 1, 2, 2, 3, 4],
            "signup": [0, 0, 0, 2, 2, 3, 9],
            "active": [0, 1, 7, 2, 5, 3, 9],
        }
    )


def retention():
    return [
        gives(
            "retention",
            (tiny_activity(), 7, 10),
            1 / 3,
            shown="retention(tiny_activity, 7, 10)",
            slips=retention_slips(),
            why="users 1, 2 and 3 have had their day 7 by day 10; user 1 was active on it",
        ),
        gives(
            "retention",
            (tiny_activity(), 1, 10),
            1 / 4,
            shown="retention(tiny_activity, 1, 10)",
            slips=retention_slips(),
            why="all four have had their day 1; user 1 was active",
        ),
    ]


def retention_slips():
    """The known mistakes with retention, as functions of (cohort, k, today)."""

    def share(
        cohort,
        k,
        today,
        at_risk=lambda c, k, today: c["signup"] + k <= today,
        active=lambda c, k: c["active"] - c["signup"] == k,
        users=True,
    ):
        there = cohort[at_risk(cohort, k, today)]
        hit = there[active(there, k)]
        above, below = (
            (hit["user"].nunique(), there["user"].nunique()) if users else (len(hit), len(there))
        )
        return above / below if below else 0.0

    return (
        Slip(partial(share, at_risk=lambda c, k, today: c["signup"] >= 0), WHO_CANNOT),
        Slip(
            partial(
                share,
                active=lambda c, k: (c["active"] > c["signup"]) & (c["active"] - c["signup"] <= k),
            ),
            UP_TO,
        ),
        Slip(partial(share, active=lambda c, k: c["active"] - c["signup"] <= k), UP_TO),
        Slip(partial(share, users=False), ROWS),
    )


GOLDEN = ([1, 2, 3, 3, 5, 6, 8, 8], [1, 0, 1, 1, 0, 1, 0, 0])


def curve(times, at_risk, events, survival):
    """The table that is asked for."""
    return pd.DataFrame({"time": times, "at_risk": at_risk, "events": events, "survival": survival})


def km():
    return [
        gives(
            "km",
            GOLDEN,
            curve([1, 3, 6], [8, 6, 3], [1, 2, 1], [7 / 8, 7 / 8 * 4 / 6, 7 / 8 * 4 / 6 * 2 / 3]),
            about=("survival",),
            shown="km(eight users)",
            slips=km_slips(),
            why=(
                "on day 1 one of 8 orders, on day 3 two of 6, on day 6 one of 3: 7/8, then × 4/6,"
                " then × 2/3"
            ),
        )
    ]


def km_slips():
    """The known mistakes with a survival curve, as functions of (t, d)."""

    def table(t, d, at_risk=lambda now, t, d: sum(each >= now for each in t)):
        rows, left = [], 1.0
        for now in sorted({time for time, ordered in zip(t, d, strict=True) if ordered}):
            risk, events = (
                at_risk(now, t, d),
                sum(time == now and ordered for time, ordered in zip(t, d, strict=True)),
            )
            left *= 1 - events / risk if risk else 1.0
            rows.append((int(now), int(risk), int(events), left))
        return curve(*map(list, zip(*rows, strict=True))) if rows else curve([], [], [], [])

    return (
        Slip(
            lambda t, d: table(
                [time for time, ordered in zip(t, d, strict=True) if ordered], [1] * sum(d)
            ),
            DROPPED,
        ),
        Slip(
            partial(
                table,
                at_risk=lambda now, t, d: sum(
                    time > now or (time == now and ordered)
                    for time, ordered in zip(t, d, strict=True)
                ),
            ),
            LEFT_EARLY,
        ),
    )


def tiny_nudges():
    """Twelve users: keen ones add friends by themselves; the nudge to the wish list brings
    orders.
    """
    return pd.DataFrame(
        {
            "user": range(1, 13),
            "nudge": ["none"] * 4 + ["friends"] * 4 + ["wish list"] * 4,
            "friends": [
                True,
                False,
                False,
                False,
                True,
                True,
                True,
                False,
                True,
                False,
                False,
                True,
            ],
            "wish list": [
                False,
                False,
                False,
                False,
                False,
                False,
                False,
                False,
                True,
                True,
                True,
                False,
            ],
            "ordered": [1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 1],
        }
    )


def aha_causal():
    return [
        gives(
            "aha_causal",
            (tiny_nudges(),),
            ("wish list", 0.5),
            shown="aha_causal(tiny_nudges)",
            slips=aha_slips(),
            why=(
                "left alone 1 of 4 ordered, nudged to friends 1 of 4, nudged to the wish list 3 of"
                " 4: half of the users more"
            ),
        )
    ]


def aha_slips():
    """The known mistakes with an aha moment, as functions of the table."""

    def things(df):
        return [name for name in df.columns if name not in ("user", "nudge", "ordered")]

    def habit(df):
        found = {
            name: float(df.loc[df[name], "ordered"].mean() - df.loc[~df[name], "ordered"].mean())
            for name in things(df)
        }
        best = max(found, key=found.get)
        return best, found[best]

    def level(df):
        found = {name: float(df.loc[df["nudge"] == name, "ordered"].mean()) for name in things(df)}
        best = max(found, key=found.get)
        return best, found[best]

    def treated(df):
        found = {
            name: float(
                df.loc[(df["nudge"] == name) & df[name], "ordered"].mean()
                - df.loc[df["nudge"] == "none", "ordered"].mean()
            )
            for name in things(df)
        }
        best = max(found, key=found.get)
        return best, found[best]

    return (Slip(level, NO_CONTROL), Slip(treated, DID_IT), Slip(habit, HABIT.format("That")))


def onboarding():
    return [practice("onboarding", Scenario(), practice_values(SLUG))]


def come_through():
    """The faded example: who comes through three steps."""
    return [
        gives(
            "come_through",
            (10_000, [0.1, 0.2, 0.0]),
            7_200.0,
            shown="come_through(10,000 users; steps lose 10%, 20%, 0%)",
            slips=(
                Slip(
                    7_000.0,
                    "10% and 20% are not 30%: the second step loses 20% of the 9,000 who are left.",
                ),
                Slip(0.0, "Multiply what stays, 1 − loss, not what goes."),
            ),
            why="10,000 × 0.9 × 0.8 × 1",
        )
    ]


FLOW_DRAW = 1


def best_flow():
    """The question that only switching answers: the best steps of practice flow 1, one percent off
    allowed.
    """
    from course.lessons.product_growth.flow import best_flow as search

    _, most = search(FLOW_DRAW)

    def run(learner):
        steps = learner.value("my_flow")
        if (
            type(steps) not in (list, set, tuple)
            or not all(type(step) is str and step in STEPS for step in steps)
            or len(set(steps)) != len(steps)
        ):
            return check.Finding(
                0.0,
                f"`my_flow` is {steps!r}; it should be a list of steps, such as [{STEPS[0]!r},"
                f" {STEPS[1]!r}], none twice.",
            )
        drops, gains = Scenario().truth(FLOW_DRAW)
        places = [STEPS.index(step) for step in steps]
        found = activation(drops[places], gains[places])
        if found < 0.99 * most:
            return check.Finding(
                0.0,
                f"With these {len(steps)} steps {found:,.0f} of 10,000 order. There is a better"
                " flow: switch each step off and on, and look at the big number.",
            )
        return check.Finding(
            1.0,
            f"{len(steps)} steps, {found:,.0f} orders of 10,000. All eight bring"
            f" {activation(drops, gains):,.0f}, none at all {activation([], []):,.0f}.",
        )

    return [check.Check(run)]


def museum_friends():
    facts = {
        "did_it": {"users": 100, "orders": 60},
        "did_not": {"users": 900, "orders": 90},
        "nudged": {"users": 500, "orders": 76},
        "not_nudged": {"users": 500, "orders": 74},
    }
    return [
        gives(
            "more_orders_of_1000",
            (facts,),
            4.0,
            shown="more_orders_of_1000(friends)",
            slips=(
                Slip(
                    500.0,
                    "60% against 10% compares keen users with others. Nudged at random: 15.2% against"
                    " 14.8%.",
                ),
            ),
            why="15.2% − 14.8%, of a thousand users",
        )
    ]


def museum_censored():
    return [
        gives(
            "median_at_least",
            ([3, 5, 40, 40, 40],),
            40,
            shown="median_at_least(3, 5, and three without an order after 40 days)",
            slips=(
                Slip(
                    4.0,
                    "The median of the two who ordered. Three of five have not ordered after 40"
                    " days: half of the users take at least that long.",
                ),
            ),
            why="more than half have not ordered by day 40",
        )
    ]


def museum_steps():
    return [
        gives(
            "keep_step",
            ({"drop_off": 0.08, "orders_without": 0.20, "orders_with": 0.21},),
            False,
            shown="keep_step(loses 8%, lifts orders of those who stay from 20% to 21%)",
            slips=(
                Slip(
                    True,
                    "Those who stay order more, 21%, but only 92% stay: 0.92 × 0.21 = 0.193 of all,"
                    " below 0.20.",
                ),
            ),
            why="0.193 against 0.20",
        )
    ]
