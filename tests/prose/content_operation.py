"""What lesson 12 says of its data, built from these data."""

import numpy as np

from course.charts import share_range
from course.lessons.content_operation.answers import MODEL_ANSWERS
from course.lessons.content_operation.rivals import EVEN

READ = ("ticket", "wild-moral", "answer")
WEEKS, LAST = 20, (6, 12, 18, 24)  # practice weeks; the last round of each set


def said(lesson):
    """The passages that lean on data; `lesson` holds the notebook's names."""
    return [
        *headlines(lesson),
        *posts(lesson),
        *log(lesson),
        *weeks(lesson),
        *ticket(lesson),
        *robot(lesson),
    ]


def headlines(lesson):
    a, b = lesson.best
    _, low, high = share_range(5, 50)
    shares = list(lesson.a_gets.values())
    return [
        f"5 of 50 fits a true rate of {low:.0%} and one of {high:.0%} (lesson 07).",
        (
            f"A's 10% shrink to {9 / 130:.1%}, just where B is.",
            round(9 / 130, 3) == round(144 / 2080, 3),
        ),
        f"the chance that each is truly the better one: {a:.0%} for A, {b:.0%} for B.",
        f"Nobody yet: {100 * a:.0f} to {100 * b:.0f}.",
        f"With 5 clicks of 50, A gets {shares[0]:.0%} of the screens.",
        (
            "If it still had its 10% after 200 screens, it would get 82%, and after 800 nearly all."
            " (B is seen 4 and 16 times as long as well.)",
            round(shares[1], 2) == 0.82 and shares[2] > 0.99,
        ),
        ("Headline A has 5 clicks of 50 screens, that is 10%!", 5 / 50 == 0.1),
    ]


def posts(lesson):
    found, sure = lesson.found, lesson.sure
    most, least, top = found["ctr"].idxmax(), found["gpm"].idxmin(), found["gpm"].idxmax()
    orders = lesson.sums["orders"]
    return [
        (
            f'"Five lunches for a week" is opened most, by {found.loc[most, "ctr"]:.1%}, and earns'
            f" least: {found.loc[least, 'gpm']:.2f} dollars from a thousand screens. The gift guide"
            f" earns {found.loc[top, 'gpm']:.2f} with a CTR of {found.loc[top, 'ctr']:.1%}.",
            most == least == "five lunches for a week" and top == "gift under 20 dollars",
        ),
        f"{orders[top]} for the gift guide: anything from {sure.loc[top, 'low']:.2f} to"
        f" {sure.loc[top, 'high']:.2f} dollars fits.",
        ("So the first three cannot be told apart", sure["high"].iloc[2] > sure["GPM"].iloc[0]),
        (
            "the ranges of the first two do not reach down to the mean of the last two",
            sure["low"].iloc[:2].min() > sure["GPM"].iloc[3:].max(),
        ),
    ]


def log(lesson):
    ours, theirs = lesson.judged.iloc[0], lesson.judged.iloc[1]
    clicked = lesson.log.groupby("item")["click"].mean().nlargest(2)
    plans = lesson.plans
    more = (plans["Berlin's plan"] / plans["our plan"]).max()
    return [
        (
            "Berlin would show items 1 and 2 more often, the very ones that are clicked most here.",
            set(clicked.index) == {1, 2}
            and (plans["Berlin's plan"] > plans["our plan"]).iloc[[1, 2]].all(),
        ),
        f"Judged from our log its plan would have had a click rate of {theirs['click rate']:.1%},"
        f" from {theirs['low']:.1%} to {theirs['high']:.1%} (rows drawn anew); ours had"
        f" {ours['click rate']:.1%}, from {ours['low']:.1%} to {ours['high']:.1%}. Our"
        f" {len(lesson.log):,} rows are worth {lesson.ess_of_berlin:,.0f} of Berlin's",
        ("when they are shown six times as often", round(more) == 6),
    ]


def weeks(lesson):
    last = lesson.best_share.loc[list(LAST)].mean()
    gains = lesson.gains
    told = {
        name: f"{row['clicks']:.0f} ({row['low']:.0f} to {row['high']:.0f})"
        for name, row in gains.iterrows()
    }
    mine = gains.loc["yours"]
    return [
        f"In the last round of a set the expert's plan shows the truly best headline on"
        f" {last['yours']:.0%} of the screens, Thompson throughout on"
        f" {last['Thompson throughout']:.0%}:",
        f"A week that is {mine['clicks']:.0f} clicks more than with even parts"
        f" ({mine['low']:.0f} to {mine['high']:.0f}) against {told['Thompson throughout']}; the"
        " ranges hold what 20 weeks leave open.",
        f"one round in even parts and then the best so far, does as well here:"
        f" {told['one even round']}.",
        ("With eight headlines and 250 screens a round", len(EVEN) == 8 and sum(EVEN) == 250),
    ]


def ticket(lesson):
    times, a = lesson.times, lesson.shown[0] / 10_000
    ours, theirs = lesson.judged.iloc[0], lesson.judged.iloc[1]
    model = MODEL_ANSWERS[2.0]
    return [
        f"A does not win: {100 * a:.0f} against {100 * (1 - a):.0f} of 100.",
        (
            "on 10,000 screens each it brought 900 clicks and 4 orders, the plain one 450 clicks and"
            " 15 orders.",
            list(lesson.orders["orders"]) == [4, 15],
        ),
        f"the plain headline brings {times[0]:.1f} times as many, from {times[1]:.1f} to"
        f" {times[2]:.1f}. The range is wide, since there are 19 orders in all, but all of it is"
        " above 1.",
        (
            f"Berlin's plan would have had about {theirs['click rate'] / ours['click rate']:.1f}"
            " times our clicks; the two ranges do not overlap.",
            theirs["low"] > ours["high"],
        ),
        (
            model,
            f"{times[0]:.1f} times the orders, and anything from {times[1]:.1f} to"
            f" {times[2]:.1f} times fits" in model,
        ),
    ]


def robot(lesson):
    rates, gain = lesson.rates, lesson.gain
    judged, really = rates.loc["the robot, from the random log"], rates.iloc[2]
    width = (judged["high"] - judged["low"]) / judged["click rate"]
    others = np.array([rates["click rate"].iloc[0], really["click rate"]])
    return [
        f"{gain.mean():.6f}, {gain.mean() / lesson.dice['click'].mean():.3f} times the random plan:",
        f"What the robot really brought was {really['click rate']:.4f}.",
        (
            f"Look at its range: from {judged['low']:.4f} to {judged['high']:.4f}, nearly twice as"
            " wide as the value itself, and it holds the other two.",
            1.5 < width < 2 and ((others > judged["low"]) & (others < judged["high"])).all(),
        ),
        f"worth {lesson.ess:,.0f} rows after weighting",
        ("the full log of 1.4 million rows would do", True),
    ]
