"""What lesson 13 says of its data, built from these data."""

import math

from course.check.numbers import percent
from course.lessons.product_growth.answers import MODEL_ANSWERS
from course.lessons.product_growth.checks import FLOW_DRAW
from course.lessons.product_growth.flow import best_flow
from course.lessons.product_growth.scenario import SEEN

READ = ("wild-moral", "wild")
TODAY, DAY = 30, 7
FRIENDS, LIST = "add three friends", "fill a wish list"


def said(lesson):
    """The passages that lean on data; `lesson` holds the notebook's names."""
    return [
        *worked(lesson),
        *returns(lesson),
        *curves(lesson),
        *moments(lesson),
        *steps(lesson),
        *ticket(lesson),
        *children(lesson),
    ]


def worked(lesson):
    alone, those, every = lesson.of_hundred.values()
    chosen, _ = best_flow(FLOW_DRAW)
    return [
        f'"The steps help": those who came through order more, {those:.0f}% against {alone:.0f}%.',
        f"Whoever reports the {those:.0f}% has forgotten the {100 * (1 - lesson.stay):.0f} who left:"
        f" {every:.1f} of 100 order, and {alone:.0f} did without the steps.",
        (
            "if each of thirty steps added 4 points to the 18%, more than everybody would order",
            30 * (those - alone) + alone > 100,
        ),
        ("where 0 is half", 1 / (1 + math.exp(0)) == 0.5),
        (
            "share = 1 ÷ (1 + e^(−(−1.5 + sum of gains))), −1.5 being 18%",
            round(1 / (1 + math.exp(1.5)), 2) == 0.18,
        ),
        ("Neither zero nor eight.", 0 < len(chosen) < 8),
    ]


def returns(lesson):
    table = lesson.activity()
    last, first = (table[table["signup"] // 7 == week] for week in (3, 0))
    had = last[last["signup"] + DAY <= TODAY]["user"].nunique()
    everybody = last["user"].nunique()
    share = lesson.retention(last, DAY, TODAY)
    early, users = lesson.retention(first, DAY, TODAY), first["user"].nunique()
    half = 1.96 * math.sqrt(early * (1 - early) / users)
    ready = table[table["signup"] + DAY <= TODAY]["user"].nunique()
    return [
        f"Of the {everybody} who signed up in week 4, only {had} have had a day {DAY} by day"
        f" {TODAY}.",
        f"With all of them below the line the share is {share * had / everybody:.1%}; of the {had}"
        f" it is {share:.1%}.",
        f"Of {users} users, {early:.1%} is anything from {early - half:.0%} to {early + half:.0%}"
        " (the share ± 1.96 × √(share × (1 − share) ÷ users)).",
        f"And day {DAY} does not fall: {lesson.retention(table, DAY, TODAY):.1%} of all {ready} who"
        " have had one came back on it.",
    ]


def curves(lesson):
    t, d = lesson.times()
    band = lesson.survival_band(lesson.km(t.tolist(), d.tolist()))
    only = lesson.survival_band(lesson.km(t[d == 1].tolist(), d[d == 1].tolist()))
    half, low, high = (int((band[name] <= 0.5).idxmax()) for name in ("survival", "low", "high"))
    return [
        f"After {half} days half have ordered; with the band around the curve it may be {low} days"
        f" or {high} (errors: Greenwood, 1926).",
        f"Of the {len(t)} users, {int((d == 0).sum())} had not ordered when we lost sight of them.",
        "Without them half would have ordered within"
        f" {int((only['survival'] <= 0.5).idxmax())} days",
        ("too early with most of them", band.loc[7, "survival"] > 0.5),
    ]


def points(share):
    return percent(share, 1).removesuffix("%")


def moments(lesson):
    df = lesson.nudges()
    orders = df.groupby("nudge")["ordered"].mean()
    did, did_not = (df.loc[df[FRIENDS] == each, "ordered"].mean() for each in (True, False))
    effects = lesson.effect_ranges(df)
    friends, wishes = (effects.loc[name].map(points) for name in (FRIENDS, LIST))
    clear = effects.index[effects["low"] > 0]
    more = lesson.both["did it"]
    return [
        ("users who add three friends order nearly twice as often", 1.8 < did / did_not < 2),
        (
            f"those who add friends order {points(did - did_not)} points more, {did:.1%} against"
            f" {did_not:.1%}.",
            more.idxmax() == FRIENDS,
        ),
        f"Nudged to it, {orders[FRIENDS]:.1%} ordered; left alone, {orders['none']:.1%}.",
        f"The difference is {friends['effect']} points, from {friends['low']} to"
        f" {friends['high']}.",
        (
            f"The nudge to the wish list brought {wishes['effect']} points more, from"
            f" {wishes['low']} to {wishes['high']}, although those who fill one by themselves look"
            " less impressive.",
            list(clear) == [LIST] and more[LIST] < more[FRIENDS],
        ),
        ("picks the largest of four measured effects", len(effects) == 4),
    ]


def steps(lesson):
    flow = lesson.flow(0)
    chosen = lesson.onboarding(flow)
    worth = lesson.step_worth(flow, chosen)
    phone, coupon = worth.loc["verify the phone"], worth.loc["open the welcome coupon"]
    gains = flow.set_index("step")["gain"]
    return [
        (
            "The expert keeps four steps of flow 0: interests, size, tour, and following a shop.",
            set(chosen) == {"choose interests", "say your size", "watch the tour", "follow a shop"},
        ),
        (
            "Each of them adds hundreds of orders, and its range lies wholly above nothing.",
            worth.loc[chosen, "low"].min() > 100,
        ),
        f"The phone check costs {-phone['worth']:.0f} orders in the estimate, and anything from"
        f" −{-phone['low']:.0f} to {phone['high']:.0f} fits",
        (
            f"The welcome coupon gains a little among those who stay and still costs"
            f" {-coupon['worth']:.0f} orders",
            gains["open the welcome coupon"] > 0 and coupon["high"] < 0,
        ),
        f"were seen on {SEEN:,} users",
    ]


def ticket(lesson):
    none, every, asked, mine = lesson.earned.values()
    more, model = lesson.more.values(), MODEL_ANSWERS[2.0]
    return [
        f"The ticket's three steps would bring {asked:,.0f} orders of 10,000 new users, all eight"
        f" {every:,.0f}, the expert's four {mine:,.0f}.",
        (f"No steps at all is worst, {none:,.0f}", none < min(every, asked, mine)),
        f"Over five flows the expert brings {min(more):,.0f} to {max(more):,.0f} more orders than"
        " all eight steps.",
        (
            model,
            f"{mine:,.0f} orders of 10,000 in practice flow 0, all eight {every:,.0f}" in model,
        ),
        ("The steps are those of practice flow 0.", len(more) == 5),
    ]


def children(lesson):
    left = lesson.treated.set_index("time")["survival"]
    ended = [week for week, end in zip(lesson.weeks, lesson.ill, strict=True) if end]
    return [
        f"{', '.join(f'{each:.3f}' for each in left)}: the numbers in every textbook",
        f"After {left.index[-1]} weeks {left.iloc[-1]:.0%} were still well.",
        (
            f"gets a mean of {sum(ended) / len(ended):.0f} weeks",
            len(lesson.weeks) - len(ended) == 12,
        ),
        (f"Of the {len(lesson.weeks)} treated, twelve", len(lesson.weeks) == 21),
        "a trial published in 1963",
    ]
