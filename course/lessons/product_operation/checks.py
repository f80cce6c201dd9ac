"""What a learner may see being checked: tiny cases that can be worked out by hand."""

import math
from dataclasses import replace
from functools import partial

import numpy as np
import pandas as pd

from course import check
from course.check import InvalidAction, Slip, gives, mapping
from course.check.decision import PICTURED, known_slip, practice_finding, practice_values, run_draws
from course.check.draws import practice_seeds
from course.lessons.product_operation.bank import GIVEN, KINDS, MESSAGES, PRACTICE
from course.lessons.product_operation.council import totals
from course.lessons.product_operation.scenario import COUNT, Scenario

SLUG = "product_operation"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)
given = check.given

EVENTS = (
    "It looks as if uses were counted. Adoption counts users: somebody who starts ten tasks is one."
)
EVERYBODY = (
    "It looks as if all users stand below the line. Who cannot use the feature cannot adopt it:"
    " divide by the eligible."
)
PER_USER = (
    "It looks as if task success was averaged over users. Sums first: tasks done ÷ tasks started."
)
ALL_DONE = (
    "It looks as if users who finished all their tasks were counted. Count tasks: those done ÷ those"
    " started."
)
NOT_ADJUSTED = (
    "That is the plain difference. Subtract from each user what was to be expected from the month"
    " before."
)
OWN_THETA = "It looks as if theta was upside down: it is cov(before, during) ÷ var(before)."
ERROR_RAW = (
    "The lift is right, and its error is that of the unadjusted dollars. Use the adjusted ones for"
    " both."
)
SUMMED = (
    "It looks as if claims were added. Lifts come on top of each other: multiply 1 + lift, then"
    " subtract 1."
)
GROWTH = (
    "It looks as if the month before was taken off whole. Only a part of it says what is to be"
    " expected: theta times how far a user was from the mean."
)
AGAINST_ALL = (
    "It looks as if everybody stands above the line. Compare two groups: those who got the launches"
    " with the held out."
)
IN_ORDERS = (
    "That is the difference in orders a user. A lift is relative: mean of the others ÷ mean of the"
    " held out − 1."
)
TURNED = (
    "It looks as if the gap was turned round: the held out are what it would be without the"
    " launches, so they stand below the line."
)
FIRST_EIGHT = "It looks as if the first eight of the list were launched. What do their tests say?"
SHARPEST = (
    "It looks as if the sharpest tests were taken. A small error makes a claim sure, not good."
)
AS_CLAIMED = (
    "It looks as if the sum of the claims was promised. The highest claims had good luck too: promise"
    " what is believable."
)
CLAIMED = "That is what was claimed. In past years only the share `came` of the claims came."
LOUDEST = (
    "Most ask for that one, and few orders hang on it. Those who could not buy left without a word."
)
GREW = (
    "That is what the year did, season and market included. What did those do who got nothing new?"
)
FULL_ERROR, NO_ERROR = (
    0.25,
    1.0,
)  # a forecast off by a quarter earns full points, one off by all of it none


def triage():
    return [mapping("triage", dict.fromkeys(MESSAGES), set(KINDS), given=GIVEN, practice=PRACTICE)]


def tiny_use():
    """Five users; one is not eligible, two used it."""
    return pd.DataFrame(
        {
            "user": [1, 2, 3, 4, 5],
            "eligible": [True, True, True, True, False],
            "started": [8, 2, 0, 0, 0],
            "done": [6, 0, 0, 0, 0],
        }
    )


def other_use():
    """Five users of another feature; one is not eligible, three used it."""
    return pd.DataFrame(
        {
            "user": [1, 2, 3, 4, 5],
            "eligible": [True, True, False, True, True],
            "started": [3, 1, 0, 0, 4],
            "done": [3, 0, 0, 0, 2],
        }
    )


def adoption():
    return [
        gives(
            "adoption",
            (tiny_use(),),
            {"adoption": 0.5, "task_success": 0.6},
            shown="adoption(tiny_use)",
            slips=adoption_slips(),
            why="2 of the 4 eligible used it; 6 of 10 tasks were finished",
        ),
        gives(
            "adoption",
            (other_use(),),
            {"adoption": 0.75, "task_success": 0.625},
            shown="adoption(other_use)",
            slips=adoption_slips(),
            why="3 of the 4 eligible used it; 5 of 8 tasks were finished",
        ),
    ]


def adoption_slips():
    """The known mistakes with adoption, as functions of the table."""

    def found(
        df,
        above=lambda d: (d["started"] > 0).sum(),
        below=lambda d: d["eligible"].sum(),
        success=lambda d: d["done"].sum() / d["started"].sum(),
    ):
        return {"adoption": float(above(df) / below(df)), "task_success": float(success(df))}

    return (
        Slip(partial(found, above=lambda d: d["started"].sum()), EVENTS),
        Slip(partial(found, below=len), EVERYBODY),
        Slip(
            partial(
                found, success=lambda d: (d["done"] / d["started"].where(d["started"] > 0)).mean()
            ),
            PER_USER,
        ),
        Slip(
            partial(
                found,
                success=lambda d: (
                    (d["done"] == d["started"]).where(d["started"] > 0, False).sum()
                    / (d["started"] > 0).sum()
                ),
            ),
            ALL_DONE,
        ),
    )


def tiny_test():
    """(during, before, treated) of six users; the treated had spent more before."""
    return (
        np.array([4.0, 5.0, 7.0, 1.0, 2.0, 5.0]),
        np.array([4.0, 8.0, 12.0, 0.0, 4.0, 8.0]),
        np.array([True, True, True, False, False, False]),
    )


def other_test():
    """(during, before, treated) of six other users."""
    return (
        np.array([6.0, 7.0, 8.0, 2.0, 2.0, 5.0]),
        np.array([1.0, 2.0, 3.0, 0.0, 1.0, 2.0]),
        np.array([True, True, True, False, False, False]),
    )


def cuped():
    return [
        gives(
            "cuped",
            tiny_test(),
            (2 / 3, (2 / 9) ** 0.5),
            shown="cuped(six users)",
            slips=cuped_slips(),
            why=(
                "theta is 44 ÷ 88 = 0.5; adjusted, the treated have 5, 4, 4 and the others 4, 3, 4:"
                " 0.67 dollars more, not 2.67, and the error is 0.47, not 1.49"
            ),
        ),
        gives(
            "cuped",
            other_test(),
            (2.0, (2 / 3) ** 0.5),
            shown="cuped(six other users)",
            slips=cuped_slips(),
            why=(
                "theta is 11 ÷ 5.5 = 2; adjusted, the treated have 7, 6, 5 and the others 5, 3, 4:"
                " 2 dollars more, not 4, and the error is 0.82, not 1.15"
            ),
        ),
    ]


def cuped_slips():
    """The known mistakes with CUPED, as functions of (y, x, t)."""

    def difference(values, treated):
        one, other = values[treated], values[~treated]
        return float(one.mean() - other.mean()), float(
            (one.var(ddof=1) / len(one) + other.var(ddof=1) / len(other)) ** 0.5
        )

    def without(y, x, t, below):
        return difference(y - np.cov(x, y)[0, 1] / below.var(ddof=1) * (x - x.mean()), t)

    return (
        Slip(lambda y, x, t: difference(y, t), NOT_ADJUSTED),
        Slip(lambda y, x, t: without(y, x, t, y), OWN_THETA),
        Slip(lambda y, x, t: (without(y, x, t, x)[0], difference(y, t)[1]), ERROR_RAW),
        Slip(lambda y, x, t: difference(y - x, t), GROWTH),
    )


def tiny_holdout():
    """Held out: 5 orders a user; the others: 6."""
    return pd.DataFrame({"held_out": [True, True, False, False, False], "orders": [4, 6, 5, 6, 7]})


def other_holdout():
    """Held out: 10 orders a user; the others: 13."""
    return pd.DataFrame({"held_out": [False, True, False, True], "orders": [11, 8, 15, 12]})


def holdout_gap():
    return [
        gives(
            "holdout_gap",
            (tiny_holdout(), [0.1, 0.2, 0.1]),
            (0.2, 1.1 * 1.2 * 1.1 - 1, 0.2 / (1.1 * 1.2 * 1.1 - 1)),
            shown="holdout_gap(tiny_holdout, [0.1, 0.2, 0.1])",
            slips=gap_slips(),
            why=(
                "6 against 5 orders is 0.2; the claims make 1.1 × 1.2 × 1.1 − 1 = 0.452; 44% of"
                " them came"
            ),
        ),
        gives(
            "holdout_gap",
            (other_holdout(), [0.5, 0.2]),
            (0.3, 0.8, 0.375),
            shown="holdout_gap(other_holdout, [0.5, 0.2])",
            slips=gap_slips(),
            why=(
                "13 against 10 orders is 0.3; the claims make 1.5 × 1.2 − 1 = 0.8; three eighths of"
                " them came"
            ),
        ),
    ]


def gap_slips():
    """The known mistakes with a holdout, as functions of (df, claims)."""

    def run(
        df,
        claims,
        gap=lambda others, held: others / held - 1,
        together=lambda c: float(np.prod([1 + each for each in c]) - 1),
    ):
        means = df.groupby("held_out")["orders"].mean()
        found, claimed = float(gap(means[False], means[True])), float(together(claims))
        return found, claimed, found / claimed

    def against_all(df, claims):
        everybody = df.assign(held_out=False)
        return run(pd.concat([everybody, df[df["held_out"]]]), claims)

    return (
        Slip(partial(run, together=sum), SUMMED),
        Slip(partial(run, gap=lambda others, held: others - held), IN_ORDERS),
        Slip(partial(run, gap=lambda others, held: held / others - 1), TURNED),
        Slip(against_all, AGAINST_ALL),
    )


def launched(learner, seeds, low, high):
    """(true sums, forecasts, "" or the first problem, whether claims were promised) of the learner's
    launches on `seeds`, where baseline and expert earn `low` and `high`; a forecast is NaN on a draw
    on which it failed.
    """
    scenario, forecasts, claims = Scenario(), [], []

    def run(seed):
        forecasts.append(float("nan"))
        tests = scenario.observe(seed)["tests"]
        action = learner.call("launch", (tests,), "launch(tests)")
        try:
            value = scenario.value(seed, action)
        except InvalidAction as trouble:
            raise check.Stumble(
                f"`launch` gave an action that is not allowed: {trouble}."
            ) from None
        forecasts[-1] = float(action[1])
        claims.append(float(tests.set_index("idea").loc[action[0], "lift"].sum()))
        return value

    earned, problem = run_draws(scenario, seeds, low, high, run)
    promised = len(claims) == len(forecasts) and np.allclose(claims, forecasts)
    return earned, forecasts, problem, promised


def promise(earned, forecasts):
    """(how far the forecasts are off as a share of what came, the share of points for that); a year
    on which the policy failed takes the points away.
    """
    came = sum(earned)
    if any(map(math.isnan, forecasts)) or not came:
        return NO_ERROR, 0.0
    miss = abs(sum(forecasts) - came) / abs(came)
    told = (NO_ERROR - miss) / (NO_ERROR - FULL_ERROR)
    return miss, min(1.0, told) if told > 0.0 else 0.0


def launch():
    """Visible: the policy runs on the practice years; selection and forecast beside baseline and
    expert.
    """
    values = practice_values(SLUG)

    def run(learner, count):
        seeds = practice_seeds(Scenario)[:count]
        low, high = values["baseline"][:count], values["expert"][:count]
        earned, forecasts, problem, as_claimed = launched(learner, seeds, low, high)
        slips = {said: each[:count] for said, each in values["slips"].items()}
        said = known_slip(earned, low, high, slips, Scenario)
        chosen = practice_finding("launch", Scenario, earned, low, high, problem, said)
        miss, told = promise(earned, forecasts)
        return replace(
            chosen,
            share=(chosen.share + told) / 2,
            low=(chosen.low + told) / 2,
            high=(chosen.high + told) / 2,
            sentence=f"{chosen.sentence} That is half of the points. The other half is for the"
            f" promise: yours is off by {miss:.0%} of what came (full points up to"
            f" {FULL_ERROR:.0%})." + (f" {AS_CLAIMED}" if as_claimed and told < 1.0 else ""),
        )

    def first_call():
        observed = Scenario().observe(practice_seeds(Scenario)[0])
        return (("launch(tests)", tuple(observed.values())),)

    count = len(practice_seeds(Scenario))
    return [
        check.Check(partial(run, count=count), brief=partial(run, count=PICTURED), calls=first_call)
    ]


def shrink():
    """The faded example: one claim drawn towards the mean."""
    return [
        gives(
            "shrink",
            (5.0, 2.0, 0.5, 1.5),
            0.5 + 4.5 * 2.25 / 6.25,
            shown="shrink(claim 5, error 2, mean 0.5, spread 1.5)",
            slips=(
                Slip(0.5 + 4.5 * 1.5 / 3.5, "Squares: spread² ÷ (spread² + error²)."),
                Slip(4.5 * 2.25 / 6.25, "Add the mean again: mean + weight × (claim − mean)."),
                Slip(
                    0.5 + 4.5 * 4 / 6.25,
                    "That weight grows with the error. A claim with a large error is believed less:"
                    " spread² stands above.",
                ),
            ),
            why="the weight is 2.25 ÷ (2.25 + 4) = 0.36: of a claim of 5 about 2.1 are believable",
        )
    ]


COUNCIL_DRAW = 3


def best_count():
    """The question that only dragging answers: how many launches by claim bring most in practice
    year 3?
    """
    _, _, true = totals(COUNCIL_DRAW, "claim")
    most = float(true.max())

    def run(learner):
        count = learner.value("how_many")
        if type(count) is not int or not 1 <= count <= COUNT:
            return check.Finding(
                0.0, f"`how_many` is {count!r}; it should be a whole number from 1 to {COUNT}."
            )
        if true[count - 1] < most - 0.15:
            return check.Finding(
                0.0,
                f"With {count} launches {true[count - 1]:.1f}% came; there is a number with more.",
            )
        return check.Finding(
            1.0,
            f"{count} launches bring {true[count - 1]:.1f}%. All forty bring {true[-1]:.1f}%: what"
            " comes after is noise, and costs upkeep.",
        )

    return [check.Check(run)]


def museum_sum():
    return [
        gives(
            "honest_total",
            ([3.0, 2.5, 4.0, 2.0], 0.45),
            5.175,
            shown="honest_total(claims 3, 2.5, 4, 2 percent; in past years 45% of claims came)",
            slips=(Slip(11.5, CLAIMED),),
            why="11.5 × 0.45",
        ),
        gives(
            "honest_total",
            ([6.0, 4.0], 0.3),
            3.0,
            shown="honest_total(claims 6 and 4 percent; in past years 30% of claims came)",
            slips=(Slip(10.0, CLAIMED),),
            why="10 × 0.3",
        ),
    ]


def museum_loudest():
    two = {
        "dark mode": {"tickets": 900, "orders_lost": 5},
        "wrong total": {"tickets": 40, "orders_lost": 300},
    }
    others = {
        "coupon refused": {"tickets": 90, "orders_lost": 410},
        "a late parcel": {"tickets": 60, "orders_lost": 30},
        "larger pictures": {"tickets": 350, "orders_lost": 20},
    }
    return [
        gives(
            "first_to_fix",
            (two,),
            "wrong total",
            shown="first_to_fix(dark mode: 900 tickets; wrong total: 40 tickets, 300 orders lost)",
            slips=(Slip("dark mode", LOUDEST),),
            why="300 orders against 5",
        ),
        gives(
            "first_to_fix",
            (others,),
            "coupon refused",
            shown="first_to_fix(larger pictures: 350 tickets; coupon refused: 410 orders lost; ...)",
            slips=(Slip("larger pictures", LOUDEST),),
            why="410 orders against 30 and 20",
        ),
    ]


def museum_no_holdout():
    facts = {"last_year": 100.0, "this_year": 118.0, "held_out_this_year": 115.0}
    return [
        gives(
            "what_launches_did",
            (facts,),
            118 / 115 - 1,
            shown="what_launches_did(100 last year, 118 now, 115 among the held out)",
            slips=(Slip(0.18, GREW),),
            why="118 against 115, 2.6%",
        ),
        gives(
            "what_launches_did",
            ({"last_year": 80.0, "this_year": 77.0, "held_out_this_year": 70.0},),
            0.1,
            shown="what_launches_did(80 last year, 77 now, 70 among the held out)",
            slips=(Slip(77 / 80 - 1, GREW),),
            why="77 against 70: the market fell, the launches did not make it fall",
        ),
    ]
