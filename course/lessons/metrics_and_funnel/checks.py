"""What a learner may see being checked: tiny cases that can be worked out by hand."""

import itertools
import math

import pandas as pd

from course import check
from course.check import Slip, gives, mapping, relates
from course.check.decision import practice, practice_values
from course.lessons.metrics_and_funnel.bank import GIVEN, METRICS, PRACTICE, QUESTIONS
from course.lessons.metrics_and_funnel.mix import cvr
from course.lessons.metrics_and_funnel.mix import funnel as mix_funnel
from course.lessons.metrics_and_funnel.mix import practice as practice_mix
from course.lessons.metrics_and_funnel.practice_shop import STEPS
from course.lessons.metrics_and_funnel.scenario import Scenario

SLUG = "metrics_and_funnel"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)
given = check.given

EVENTS_AS_USERS = "It looks as if events were counted. Somebody who looks three times is one user."
NO_ORDER = (
    "It looks as if everybody with such an event was counted, whether or not the step before came"
    " first."
)
OF_ALL = (
    "The rates look as if they were taken of the first step. A step's rate is taken of the users"
    " who reached the step before it."
)
SAME_SECOND = "An event in the same second as the step before it counts: it is not earlier."
ONE_AT_A_TIME = (
    "It looks as if one leaf was changed at a time, the others left at last week's. Then the parts"
    " do not add up to the change of GMV."
)
IN_TURN = (
    "It looks as if the leaves were changed in turn. Then their order decides who is credited with"
    " what they did together."
)
THIRDS = "It looks as if the change was split into equal parts, whatever moved."
LOGS_ONLY = (
    "Those are log changes, without unit. Multiplied by the log-mean of the two GMVs they become"
    " dollars."
)
MIDDLE = (
    "It looks as if the plain mean of the two GMVs was taken. It is near the log-mean, but then the"
    " parts do not add up."
)
MEAN_OF_RATES = (
    "It looks as if rates were averaged. The total's rate is all orders ÷ all sessions: a large"
    " segment counts more than a small one."
)
ONE_WAY = "The paradox has two faces: all segments fall and the total rises is one too."
MOST_NOT_ALL = "Not every segment moved the same way here, so the total is no paradox."
LARGEST_SHARE = (
    "That is the segment with the largest share this week. Asked is the one whose share grew most."
)
MORE_SESSIONS = (
    "That is the segment with the most further sessions, not with the most further share: the total"
    " changed too."
)
ANY_TIME = "Where there is no paradox, no segment is to blame for one: give an empty text."


def metric():
    return [
        mapping("metric", dict.fromkeys(QUESTIONS), set(METRICS), given=GIVEN, practice=PRACTICE)
    ]


def tiny_events():
    """Seven users who fit on a napkin.

    ann goes all the way and looks twice. bo fills a cart and turns round. cy
    orders without a checkout. di filled her cart before she looked. ed only
    looks. flo goes on within the same second. gus has an order from nowhere.
    """
    rows = [
        ("ann", 10, "view"),
        ("ann", 40, "view"),
        ("ann", 60, "cart"),
        ("ann", 90, "checkout"),
        ("ann", 120, "order"),
        ("bo", 15, "view"),
        ("bo", 30, "cart"),
        ("cy", 20, "view"),
        ("cy", 50, "cart"),
        ("cy", 80, "order"),
        ("di", 5, "cart"),
        ("di", 25, "view"),
        ("ed", 35, "view"),
        ("ed", 70, "view"),
        ("flo", 45, "view"),
        ("flo", 45, "cart"),
        ("flo", 100, "checkout"),
        ("gus", 110, "order"),
    ]
    return pd.DataFrame(rows, columns=["user", "time", "step"])


def table(users):
    """The funnel with these users at each step."""
    rates = [
        1.0,
        *(after / before if before else 0.0 for before, after in itertools.pairwise(users)),
    ]
    return pd.DataFrame({"step": list(STEPS), "users": list(users), "rate": rates})


def funnel():
    return [
        gives(
            "funnel",
            (tiny_events(),),
            table([6, 4, 2, 1]),
            about=("users",),
            shown="funnel(tiny_events)",
            why=(
                "ann, bo, cy, di, ed and flo looked; ann, bo, cy and flo then filled a cart; ann"
                " and flo checked out; ann ordered"
            ),
            slips=funnel_slips(),
        )
    ]


def funnel_slips():
    """The known mistakes with a funnel, as functions of the events."""

    def walk(events, first=lambda time, before: time >= before):
        before, users = None, []
        for step in STEPS:
            reached = {}
            for event in events[events["step"] == step].sort_values("time").itertuples():
                if before is None or (
                    event.user in before and first(event.time, before[event.user])
                ):
                    reached.setdefault(event.user, event.time)
            users.append(len(reached))
            before = reached
        return users

    def of_all(events):
        users = walk(events)
        return table(users).assign(rate=[count / users[0] if users[0] else 0.0 for count in users])

    return (
        Slip(
            lambda events: table([int((events["step"] == step).sum()) for step in STEPS]),
            EVENTS_AS_USERS,
        ),
        Slip(
            lambda events: table(
                [events.loc[events["step"] == step, "user"].nunique() for step in STEPS]
            ),
            NO_ORDER,
        ),
        Slip(lambda events: table(walk(events, lambda time, before: True)), NO_ORDER),
        Slip(lambda events: table(walk(events, lambda time, before: time > before)), SAME_SECOND),
        Slip(of_all, OF_ALL),
    )


def doubling():
    """Two weeks whose parts can be told without a computer: GMV doubles, all of it by visitors."""
    return {"visitors": 1024.0, "cvr": 0.0625, "aov": 32.0}, {
        "visitors": 2048.0,
        "cvr": 0.0625,
        "aov": 32.0,
    }


def undone():
    """GMV stays: twice the visitors, half the conversion."""
    return {"visitors": 1024.0, "cvr": 0.0625, "aov": 32.0}, {
        "visitors": 2048.0,
        "cvr": 0.03125,
        "aov": 32.0,
    }


def decompose():
    ten, other = (
        {"visitors": 1000.0, "cvr": 0.02, "aov": 50.0},
        {"visitors": 1100.0, "cvr": 0.03, "aov": 40.0},
    )
    return [
        gives(
            "decompose",
            doubling(),
            {"visitors": 2048.0, "cvr": 0.0, "aov": 0.0},
            shown="decompose(a week, one with twice the visitors)",
            why="GMV rises by 2,048 dollars, and only visitors moved",
            slips=decompose_slips(),
            atol=1e-6,
        ),
        gives(
            "decompose",
            (ten, other),
            log_mean_parts(ten, other),
            shown="decompose(ten, other)",
            slips=decompose_slips(),
            atol=1e-6,
            why="visitors and conversion lift GMV, the basket lowers it; together 320 dollars",
        ),
        relates(
            "decompose",
            [(ten, other)],
            lambda parts: abs(sum(parts.values()) - 320.0) < 1e-8,
            "The parts add up to the change of GMV, 320 dollars.",
        ),
        gives(
            "decompose",
            undone(),
            {"visitors": 2048 * math.log(2), "cvr": -2048 * math.log(2), "aov": 0.0},
            atol=1e-6,
            edge=True,
            shown="decompose(undone)",
            why="GMV stays at 2,048, and two parts of 1,420 undo each other; they are not zero",
        ),
    ]


def log_mean_parts(t0, t1):
    """The parts worked out leaf by leaf, with the log-mean from its series where the two GMVs are
    the same.
    """
    gmv0, gmv1 = math.prod(t0.values()), math.prod(t1.values())
    weight = gmv0 if gmv0 == gmv1 else (gmv1 - gmv0) / (math.log(gmv1) - math.log(gmv0))
    return {leaf: weight * (math.log(t1[leaf]) - math.log(t0[leaf])) for leaf in t0}


def decompose_slips():
    """The known mistakes with a decomposition, as functions of two trees."""

    def gmv(tree):
        return math.prod(tree.values())

    def in_turn(t0, t1):
        parts, now = {}, dict(t0)
        for leaf in t0:
            then = now | {leaf: t1[leaf]}
            parts[leaf], now = gmv(then) - gmv(now), then
        return parts

    return (
        Slip(lambda t0, t1: {leaf: math.log(t1[leaf] / t0[leaf]) for leaf in t0}, LOGS_ONLY),
        Slip(
            lambda t0, t1: {
                leaf: (gmv(t0) + gmv(t1)) / 2 * math.log(t1[leaf] / t0[leaf]) for leaf in t0
            },
            MIDDLE,
        ),
        Slip(in_turn, IN_TURN),
        Slip(
            lambda t0, t1: {leaf: gmv(t0 | {leaf: t1[leaf]}) - gmv(t0) for leaf in t0},
            ONE_AT_A_TIME,
        ),
        Slip(lambda t0, t1: dict.fromkeys(t0, (gmv(t1) - gmv(t0)) / len(t0)), THIRDS),
    )


def devices(*rows):
    """A table of two weeks; a row is (segment, sessions0, orders0, sessions1, orders1)."""
    return pd.DataFrame(rows, columns=["segment", "sessions0", "orders0", "sessions1", "orders1"])


def paradox_week():
    """Both devices rise from 4% to 5% and from 1% to 2%; the total falls from 3.4% to 2.75%, for
    phones took over.
    """
    return devices(("desktop", 800, 32, 300, 15), ("phone", 200, 2, 900, 18))


def plain_week():
    """Desktop rises, phone falls, the total falls."""
    return devices(("desktop", 800, 32, 300, 15), ("phone", 200, 8, 900, 18))


def small_and_large():
    """All three devices rise, the total falls; the smallest grew by the largest factor."""
    return devices(
        ("desktop", 7_900, 395, 4_000, 220),
        ("phone", 2_000, 20, 5_500, 66),
        ("tablet", 100, 2, 500, 12),
    )


def is_simpson():
    return [
        gives(
            "is_simpson",
            (paradox_week(),),
            (True, "phone"),
            shown="is_simpson(paradox_week)",
            why="4% became 5% and 1% became 2%, but the total fell from 3.4% to 2.75%",
            slips=simpson_slips(),
        ),
        gives(
            "is_simpson",
            (plain_week(),),
            (False, ""),
            shown="is_simpson(plain_week)",
            why="phones fell from 4% to 2%, so a falling total is no paradox",
            slips=simpson_slips(),
        ),
        gives(
            "is_simpson",
            (small_and_large(),),
            (True, "phone"),
            shown="is_simpson(small_and_large)",
            edge=True,
            why=(
                "tablet grew fivefold, but by 4 points of all sessions, from 1% to 5%; phone's share"
                " grew by 35 points"
            ),
        ),
    ]


def simpson_slips():
    """The known mistakes with the paradox, as functions of the table."""

    def answer(
        df, *, all_of=lambda moved: moved.all(), mean=False, falls=True, blame=None, always=False
    ):
        before, after = df["orders0"] / df["sessions0"], df["orders1"] / df["sessions1"]
        one = before.mean() if mean else df["orders0"].sum() / df["sessions0"].sum()
        two = after.mean() if mean else df["orders1"].sum() / df["sessions1"].sum()
        found = (all_of(after > before) and two < one) or (
            falls and all_of(after < before) and two > one
        )
        grown = df["sessions1"] / df["sessions1"].sum() - df["sessions0"] / df["sessions0"].sum()
        culprit = df["segment"].iloc[int((blame(df) if blame else grown).to_numpy().argmax())]
        return (bool(found), str(culprit) if found or always else "")

    return (
        Slip(lambda df: answer(df, always=True), ANY_TIME),
        Slip(lambda df: answer(df, falls=False), ONE_WAY),
        Slip(lambda df: answer(df, mean=True), MEAN_OF_RATES),
        Slip(lambda df: answer(df, all_of=lambda moved: moved.any()), MOST_NOT_ALL),
        Slip(lambda df: answer(df, blame=lambda df: df["sessions1"]), LARGEST_SHARE),
        Slip(
            lambda df: answer(df, blame=lambda df: df["sessions1"] - df["sessions0"]), MORE_SESSIONS
        ),
    )


def fix_two():
    return [practice("fix_two", Scenario(), practice_values(SLUG))]


def extra_orders():
    """The faded example: what a better step is worth in orders."""
    return [
        gives(
            "extra_orders",
            (0.5, 0.6, 200),
            40.0,
            shown="extra_orders(0.5, 0.6, 200)",
            slips=(
                Slip(
                    20.0,
                    "Ten points more are a fifth more of what passes today: divide by the old"
                    " rate.",
                ),
                Slip(240.0, "That is the number of orders afterwards; asked are the further ones."),
            ),
            why="a fifth more people pass the step, so a fifth more of the 200 orders",
        )
    ]


MIX_SHOP, MIX_LIFT = 2, 0.10


def tipping_share():
    """The question that only dragging answers, for practice shop 2 and 10% better devices."""
    shop = practice_mix(MIX_SHOP)
    before = cvr(mix_funnel(shop, shop["share"])["total"])

    def run(learner):
        share = learner.value("tipping_share")
        if type(share) is not int or not 0 <= share <= 100:
            return check.Finding(
                0.0,
                f"`tipping_share` is {share!r}; it should be a whole number of percent, from 0 to"
                " 100.",
            )

        def falls(at):
            return cvr(mix_funnel(shop, at, MIX_LIFT)["total"]) < before

        if not falls(share):
            return check.Finding(
                0.0, f"With {share}% phones the total does not fall yet. Drag further to the right."
            )
        if falls(share - 2):
            return check.Finding(
                0.0,
                f"With {share}% phones the total falls, but it fell before that. Drag to the left.",
            )
        return check.Finding(
            1.0,
            f"From about {share}% phones on the total falls, although each device buys a tenth"
            " better.",
        )

    return [check.Check(run)]


def museum_mean():
    tiny = pd.DataFrame(
        {"channel": ["search", "mail"], "sessions": [9_000, 1_000], "orders": [180, 80]}
    )
    return [
        gives(
            "overall_cvr",
            (tiny,),
            0.026,
            shown="overall_cvr(channels)",
            why="260 orders of 10,000 sessions",
            slips=(
                Slip(
                    0.05,
                    "2% of 9,000 sessions and 8% of 1,000 are not 5% of 10,000: nine sessions in"
                    " ten came by search.",
                ),
            ),
        )
    ]


def museum_denominator():
    week = {"visitors": 4_000, "sessions": 6_000, "orders": 180}
    last = {"visitors": 3_500, "sessions": 5_000, "orders": 150}
    return [
        gives(
            "cvr_change",
            (last, week),
            0.0,
            shown="cvr_change(last_week, this_week)",
            why="3.0% of sessions in both weeks",
            slips=(
                Slip(
                    lambda a, b: b["orders"] / b["visitors"] - a["orders"] / a["sessions"],
                    "One week was divided by sessions, the other by visitors. The difference is"
                    " between two definitions, not two weeks.",
                ),
            ),
            atol=1e-9,
        )
    ]


def museum_total():
    launch = {"users ever": [1_000, 1_900, 2_600, 3_100], "active this week": [400, 420, 380, 310]}
    return [
        gives(
            "is_growing",
            (launch,),
            False,
            shown="is_growing(launch)",
            why="310 people were active in the last week, 400 in the first",
            slips=(
                Slip(
                    True, "A total of all who ever came can only grow. Ask how many came this week."
                ),
            ),
        )
    ]
