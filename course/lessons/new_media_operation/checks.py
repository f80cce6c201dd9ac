"""What a learner may see being checked: tiny cases that can be worked out by hand."""

from functools import partial

import numpy as np
import pandas as pd

from course import check
from course.check import Slip, gives, mapping
from course.check.decision import practice, practice_values
from course.lessons.new_media_operation.bank import GIVEN, METRICS, PRACTICE, SENTENCES
from course.lessons.new_media_operation.scenario import SLOTS, Scenario

SLUG = "new_media_operation"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)
given = check.given

GROSS = (
    "It looks as if refunded sales were counted. Live rooms sell on impulse, and much of it comes"
    " back: take refunds off."
)
MEANS = (
    "It looks as if each session's ratio was averaged. A room with 200 viewers then weighs like one"
    " with 9,000: sums first."
)
BY_VIEWERS = "It looks as if GPM was taken per thousand viewers. It is per thousand views."
BY_VIEWS = (
    "It looks as if orders were divided by views. The live CVR is orders ÷ viewers: people, not"
    " screens."
)
ONE_SLOT = (
    "It looks as if all posts went where the first one brings most. Each further one there brings"
    " less: compare again after each."
)
BY_SHARE = (
    "It looks as if posts were spread in proportion to the first post. What counts is what the next"
    " post adds."
)
NO_FADE = (
    "It looks as if a post already there was not counted: the next one brings a × rho^(posts"
    " there)."
)
BEFORE_AFTER = "That is the mean after less the mean before. The town was growing anyway."
NO_TREND = "It looks as if the trend was left out: add a column with the week's number."
NO_OTHER = "It looks as if the other town was left out. Its column takes up holidays and weather."
ONE_COUNT = (
    "The effect is right, its range is not: s² is the sum of squared residuals ÷ (weeks − 4"
    " columns)."
)


def metric():
    return [
        mapping("metric", dict.fromkeys(SENTENCES), set(METRICS), given=GIVEN, practice=PRACTICE)
    ]


def tiny_live():
    """Two live rooms: a small one that sells well, a large one that does not."""
    return pd.DataFrame(
        {
            "session": [1, 2],
            "views": [1000, 9000],
            "viewers": [500, 4500],
            "orders": [50, 50],
            "gmv": [2000.0, 3000.0],
            "refunded": [500.0, 500.0],
        }
    )


def gpm_live():
    return [
        gives(
            "gpm_live",
            (tiny_live(),),
            {"gpm": 400.0, "live_cvr": 0.02, "refund_rate": 0.2},
            about=("gpm",),
            shown="gpm_live(tiny_live)",
            slips=live_slips(),
            why=(
                "$4,000 stay of $5,000; by 10,000 views that is $400 a thousand; 100 orders of"
                " 5,000 viewers; 1,000 of 5,000 dollars came back"
            ),
        )
    ]


def live_slips():
    """The known mistakes with live rooms, as functions of the sessions."""

    def found(df, gpm=None, cvr=None, refunds=None):
        return {
            "gpm": float(
                (df["gmv"].sum() - df["refunded"].sum()) / df["views"].sum() * 1000
                if gpm is None
                else gpm(df)
            ),
            "live_cvr": float(df["orders"].sum() / df["viewers"].sum() if cvr is None else cvr(df)),
            "refund_rate": float(
                df["refunded"].sum() / df["gmv"].sum() if refunds is None else refunds(df)
            ),
        }

    return (
        Slip(partial(found, gpm=lambda d: d["gmv"].sum() / d["views"].sum() * 1000), GROSS),
        Slip(
            partial(found, gpm=lambda d: ((d["gmv"] - d["refunded"]) / d["views"]).mean() * 1000),
            MEANS,
        ),
        Slip(partial(found, cvr=lambda d: (d["orders"] / d["viewers"]).mean()), MEANS),
        Slip(partial(found, refunds=lambda d: (d["refunded"] / d["gmv"]).mean()), MEANS),
        Slip(
            partial(
                found,
                gpm=lambda d: (d["gmv"].sum() - d["refunded"].sum()) / d["viewers"].sum() * 1000,
            ),
            BY_VIEWERS,
        ),
        Slip(partial(found, cvr=lambda d: d["orders"].sum() / d["views"].sum()), BY_VIEWS),
    )


def greedy_schedule():
    case = (np.array([100.0, 80.0, 30.0]), np.array([0.5, 0.9, 0.5]), 5)
    return [
        gives(
            "greedy_schedule",
            case,
            [1, 4, 0],
            shown="greedy_schedule(first [100, 80, 30], fade [0.5, 0.9, 0.5], 5 posts)",
            slips=schedule_slips(),
            why=(
                "100 in the first slot, then 80, 72, 64.8 and 58.3 in the second; the second post"
                " in the first slot would bring 50"
            ),
        )
    ]


def schedule_slips():
    """The known mistakes with a schedule, as functions of (first, fade, posts)."""

    def share(first, posts):
        exact = posts * first / first.sum()
        counts = np.floor(exact).astype(int)
        counts[np.argsort(-(exact - counts), kind="stable")[: posts - counts.sum()]] += 1
        return [int(each) for each in counts]

    def late(first, fade, posts):
        counts = np.zeros(len(first), dtype=int)
        for _ in range(posts):
            counts[np.argmax(first * fade ** np.maximum(counts - 1, 0))] += 1
        return [int(each) for each in counts]

    return (
        Slip(
            lambda first, fade, posts: [
                posts if place == int(np.argmax(first)) else 0 for place in range(len(first))
            ],
            ONE_SLOT,
        ),
        Slip(lambda first, fade, posts: share(first, posts), BY_SHARE),
        Slip(late, NO_FADE),
    )


def tiny_towns():
    """Ten weeks: the town grows by 1 a week, moves with the other town, and has 5 more from week 5
    on, with small errors.
    """
    weeks, other = np.arange(10), np.array([10.0, 12, 9, 11, 10, 13, 9, 10, 12, 11])
    errors = np.array([0.5, -0.5, 0.0, 0.5, -0.5, 0.0, -0.5, 0.5, 0.0, 0.0])
    return 20 + weeks + 2 * other + 5.0 * (weeks >= 5) + errors, other, 5


def its():
    town, other, start = tiny_towns()
    return [
        gives(
            "its",
            (town, other, start),
            TINY_ITS,
            shown="its(tiny_towns)",
            rtol=1e-4,
            slips=its_slips(),
            why=(
                "built with 5 more from week 5 on, and small errors: a regression finds 5.13, with"
                " a range of 3.84 to 6.41; before and after alone would say 11.2"
            ),
        )
    ]


TINY_ITS = (
    5.128667,
    3.844885,
    6.412449,
)  # statsmodels 0.14.6, OLS(town ~ week + after + other); the normal quantile 1.96


def its_slips():
    """The known mistakes with an interrupted series, as functions of (series, control, t0)."""

    def fit(columns, series, free=None):
        X = np.column_stack(columns)
        beta = np.linalg.solve(X.T @ X, X.T @ series)
        rest = series - X @ beta
        s2 = (rest**2).sum() / (len(series) - X.shape[1] if free is None else free)
        half = 1.96 * (s2 * np.linalg.inv(X.T @ X)[1, 1]) ** 0.5
        return float(beta[1]), float(beta[1] - half), float(beta[1] + half)

    def columns(series, t0):
        weeks = np.arange(len(series))
        return np.ones(len(series)), (weeks >= t0).astype(float), weeks.astype(float)

    def only(series, control, t0, keep):
        one, after, weeks = columns(series, t0)
        return fit(
            [
                one,
                after,
                *[each for name, each in (("trend", weeks), ("other", control)) if name in keep],
            ],
            series,
        )

    return (
        Slip(lambda s, c, t0: only(s, c, t0, ()), BEFORE_AFTER),
        Slip(lambda s, c, t0: only(s, c, t0, ("other",)), NO_TREND),
        Slip(lambda s, c, t0: only(s, c, t0, ("trend",)), NO_OTHER),
        Slip(lambda s, c, t0: fit([*columns(s, t0), c], s, free=len(s)), ONE_COUNT),
    )


def schedule():
    return [practice("schedule", Scenario(), practice_values(SLUG))]


def next_post():
    """The faded example: what the next post brings, and what all of them bring together."""
    return [
        gives(
            "next_post",
            (100.0, 0.8, 2),
            64.0,
            shown="next_post(first 100, fade 0.8, 2 posts there)",
            slips=(
                Slip(
                    80.0,
                    "That is the second post. With two there, the next one is the third: 100 × 0.8"
                    " × 0.8.",
                ),
                Slip(60.0, "It fades by a share, not by 20 each time."),
            ),
            why="100 × 0.8²",
        )
    ]


def all_posts():
    return [
        gives(
            "all_posts",
            (100.0, 0.8, 3),
            244.0,
            shown="all_posts(first 100, fade 0.8, 3 posts)",
            slips=(
                Slip(300.0, "Only the first brings 100."),
                Slip(64.0, "That is the third post alone; add 100 and 80."),
            ),
            why="100 + 80 + 64",
        )
    ]


WIDGET_DRAW = 1


def posts_in_the_best_slot():
    """The question that only dragging answers: how many posts does the strongest slot take before
    another slot's first post brings more?
    """
    first, fade = Scenario().truth(WIDGET_DRAW)
    best, second = np.argsort(-first)[:2]
    right = int(np.argmax(first[best] * fade[best] ** np.arange(60) < first[second]))

    def run(learner):
        count = learner.value("posts_in_best")
        if type(count) is not int or not 0 <= count <= 28:
            return check.Finding(
                0.0, f"`posts_in_best` is {count!r}; it should be a whole number, 0 to 28."
            )
        if count != right:
            more = "still brings more than" if count < right else "brings less than"
            bars = (
                f"{first[best] * fade[best] ** (count if count < right else count - 1):.0f} against"
                f" {first[second]:.0f}"
            )
            return check.Finding(
                0.0,
                f"Not {count}: {'the next' if count < right else 'the last of these'} post on"
                f" {SLOTS[best]} {more} the first one on {SLOTS[second]}, {bars}.",
            )
        return check.Finding(
            1.0,
            f"{right} on {SLOTS[best]}; one more would bring"
            f" {first[best] * fade[best] ** right:.0f}, the first on {SLOTS[second]} brings"
            f" {first[second]:.0f}.",
        )

    return [check.Check(run)]


def museum_hour():
    tests = {
        "19:00": {"shows": 213, "clicks": 2},
        "9:00": {"shows": 14310, "clicks": 112},
        "18:00": {"shows": 309, "clicks": 0},
    }
    return [
        gives(
            "hours_that_differ",
            (tests,),
            [],
            shown=(
                "hours_that_differ(19:00: 2 of 213; 9:00: 112 of 14,310; 18:00: 0 of 309; all"
                " together 0.77%)"
            ),
            slips=(
                Slip(
                    ["19:00"],
                    "Two clicks. With 0.77% everywhere, 213 shows bring two or more in half of the"
                    " cases.",
                ),
                Slip(
                    ["19:00", "18:00"],
                    "None of 309 happens in one of ten cases at the same rate as everywhere.",
                ),
                Slip(
                    ["18:00"],
                    "None of 309 happens in one of ten cases at the same rate as everywhere.",
                ),
            ),
            why="no hour is more than two errors away from all together",
        )
    ]


def museum_followers():
    weeks = {
        "give_away": {"joined": 900, "left": 850, "orders_by_new": 1},
        "how_to_video": {"joined": 60, "left": 5, "orders_by_new": 9},
    }
    return [
        gives(
            "better_week",
            (weeks,),
            "how_to_video",
            shown=(
                "better_week(give-away: 900 joined, 850 left, 1 order; video: 60 joined, 5 left, 9"
                " orders)"
            ),
            slips=(Slip("give_away", "50 of the 900 are left, and one has ordered."),),
            why="55 stayed, nine orders",
        )
    ]


def museum_holiday():
    facts = {
        "posting_weeks": 130.0,
        "other_weeks": 100.0,
        "posting_weeks_other_town": 126.0,
        "other_weeks_other_town": 100.0,
    }
    return [
        gives(
            "posts_brought",
            (facts,),
            4.0,
            shown=(
                "posts_brought(with posts 130, without 100; a town we never post to: 126 and 100 in"
                " the same weeks)"
            ),
            slips=(
                Slip(
                    30.0,
                    "We post before holidays. The other town rises then too, by 26, without a"
                    " post.",
                ),
            ),
            why="30 less 26",
            atol=1e-9,
        )
    ]
