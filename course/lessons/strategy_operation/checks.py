"""What a learner may see being checked: tiny cases that can be worked out by hand."""

from functools import partial

import numpy as np
import pandas as pd

from course import check
from course.check import Slip, gives, mapping
from course.check.decision import practice, practice_values
from course.lessons.strategy_operation.attention import practice as practice_page
from course.lessons.strategy_operation.bank import BIASES, GIVEN, PRACTICE, STORIES
from course.lessons.strategy_operation.scenario import Scenario

SLUG = "strategy_operation"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)
given = check.given

NO_IDEAL = "That is DCG. NDCG divides it by the DCG of the best possible order of the same list."
PLACE_ITSELF = (
    "It looks as if grades were divided by the place. The discount is log2(place + 1): 1, 1.58,"
    " 2 ..."
)
IDEAL_CUT = (
    "It looks as if the best order was made of the first k only. It may use every item of the list:"
    " sort all, then cut."
)
NOT_CHAINED = (
    "Those are the steps from each place to the next. Attention of place 3 is step 1→2 times step"
    " 2→3."
)
ACROSS = (
    "It looks as if click rates of different products were compared. Only within a pair they are"
    " the same: step = rate at k + 1 ÷ rate at k, in pair k."
)
UPSIDE = (
    "It looks as if the steps were upside down: attention falls, so each step is rate below ÷ rate"
    " above."
)
NO_WASHOUT = (
    "It looks as if the first slots of each period were kept. In them orders still belong to the"
    " rule before."
)
SLOT_ERROR = (
    "The estimate is right, and its error is that of slots. Slots of one period belong together:"
    " one mean for each period, then count periods."
)


def bias():
    return [mapping("bias", dict.fromkeys(STORIES), set(BIASES), given=GIVEN, practice=PRACTICE)]


def ndcg():
    discount = 1 / np.log2(np.arange(2, 6))
    want = float(
        (np.array([3, 0, 1, 2]) * discount).sum() / (np.array([3, 2, 1, 0]) * discount).sum()
    )
    cut = float((3 * discount[0]) / (3 * discount[0] + 2 * discount[1]))
    return [
        gives(
            "ndcg",
            ([3, 0, 1, 2], 4),
            want,
            shown="ndcg([3, 0, 1, 2], 4)",
            slips=ndcg_slips(),
            why=(
                "3 + 0 + 1/2 + 2/2.32 is 4.36; the best order 3, 2, 1, 0 has 3 + 2/1.58 + 1/2 ="
                " 4.76"
            ),
        ),
        gives(
            "ndcg",
            ([3, 0, 1, 2], 2),
            cut,
            shown="ndcg([3, 0, 1, 2], 2)",
            slips=ndcg_slips(),
            why="among the first two 3; the best two are 3 and 2",
        ),
        gives(
            "ndcg",
            ([1, 2], 5),
            (1 + 2 * discount[1]) / (2 + discount[1]),
            shown="ndcg([1, 2], 5)",
            edge=True,
            why="k is longer than the list: 1 + 2/1.58 of 2 + 1/1.58",
        ),
    ]


def ndcg_slips():
    """The known mistakes with NDCG, as functions of (rel, k)."""

    def dcg(grades, discount=lambda place: np.log2(place + 1)):
        return float(sum(grade / discount(place) for place, grade in enumerate(grades, start=1)))

    return (
        Slip(lambda rel, k: dcg(rel[:k]), NO_IDEAL),
        Slip(
            lambda rel, k: (
                dcg(rel[:k], lambda place: place)
                / dcg(sorted(rel, reverse=True)[:k], lambda place: place)
            ),
            PLACE_ITSELF,
        ),
        Slip(
            lambda rel, k: (
                dcg(rel[:k]) / dcg(sorted(rel[:k], reverse=True)) if any(rel[:k]) else 0.0
            ),
            IDEAL_CUT,
        ),
    )


def tiny_swaps():
    """Two pairs; the second one's products are more wanted."""
    return pd.DataFrame(
        {
            "pair": [1, 1, 2, 2],
            "position": [1, 2, 2, 3],
            "views": [1000, 1000, 1000, 4000],
            "clicks": [200, 100, 400, 1200],
        }
    )


def risen_swaps():
    """Two pairs; in the second the lower place was clicked more."""
    return pd.DataFrame(
        {
            "pair": [1, 1, 2, 2],
            "position": [1, 2, 2, 3],
            "views": [1000, 2000, 500, 1000],
            "clicks": [200, 200, 150, 360],
        }
    )


def estimate_theta():
    return [
        gives(
            "estimate_theta",
            (tiny_swaps(),),
            np.array([1.0, 0.5, 0.375]),
            shown="estimate_theta(tiny_swaps)",
            slips=theta_slips(),
            why=(
                "pair 1: 10% below against 20% above, a step of 0.5; pair 2: 30% against 40%, 0.75;"
                " place 3 has 0.5 × 0.75"
            ),
        ),
        gives(
            "estimate_theta",
            (risen_swaps(),),
            np.array([1.0, 0.5, 0.6]),
            shown="estimate_theta(risen_swaps)",
            edge=True,
            why=(
                "pair 2: 36% below against 30% above, a step of 1.2: here place 3 is seen more than"
                " place 2"
            ),
        ),
    ]


def theta_slips():
    """The known mistakes with attention, as functions of the swap log."""

    def steps(log):
        rate = log.assign(rate=log["clicks"] / log["views"])
        return np.array(
            [
                float(
                    rows.sort_values("position")["rate"].iloc[1]
                    / rows.sort_values("position")["rate"].iloc[0]
                )
                for _, rows in rate.groupby("pair")
            ]
        )

    def across(log):
        sums = log.groupby("position")[["views", "clicks"]].sum()
        rate = (sums["clicks"] / sums["views"]).to_numpy()
        return rate / rate[0]

    return (
        Slip(lambda log: np.concatenate([[1.0], steps(log)]), NOT_CHAINED),
        Slip(across, ACROSS),
        Slip(lambda log: np.concatenate([[1.0], np.cumprod(1 / steps(log))]), UPSIDE),
    )


def tiny_periods():
    """Four periods of three slots; the first slot of each is to be washed out."""
    values = [
        (0, True, 90.0, 120.0, 122.0),
        (1, False, 118.0, 100.0, 104.0),
        (2, True, 101.0, 130.0, 132.0),
        (3, False, 131.0, 106.0, 110.0),
    ]
    return pd.DataFrame(
        [
            (period, on, slot, each)
            for period, on, *slots in values
            for slot, each in enumerate(slots, start=1)
        ],
        columns=["period", "on", "slot", "gmv"],
    )


def uneven_periods():
    """A fifth period, so that the rule was on three times and off twice."""
    fifth = pd.DataFrame({"period": 4, "on": True, "slot": [1, 2, 3], "gmv": [95.0, 110.0, 121.0]})
    return pd.concat([tiny_periods(), fifth], ignore_index=True)


def switchback():
    # Means without slot 1: 121, 102, 131, 108.
    return [
        gives(
            "switchback",
            (tiny_periods(), 1),
            (21.0, (50 / 2 + 18 / 2) ** 0.5),
            shown="switchback(tiny_periods, washout=1)",
            slips=switchback_slips(),
            why=(
                "on: 121 and 131, off: 102 and 108 without each first slot; 126 − 105 is 21, the"
                " variances are 50 and 18"
            ),
        ),
        gives(
            "switchback",
            (uneven_periods(), 2),
            (18.0, (37 / 3 + 18 / 2) ** 0.5),
            shown="switchback(uneven_periods, washout=2)",
            slips=switchback_slips(),
            why=(
                "the third slots alone: on 122, 132 and 121, off 104 and 110; 125 − 107 is 18, the"
                " variances are 37 of three periods and 18 of two"
            ),
        ),
    ]


def switchback_slips():
    """The known mistakes with a switchback, as functions of (df, washout)."""

    def run(df, washout, kept=True, periods=True):
        df = df[df["slot"] > washout] if kept else df
        means = df.groupby(["on", "period"])["gmv"].mean()
        estimate = float(means[True].mean() - means[False].mean())
        values = means if periods else df.set_index("on")["gmv"]
        return estimate, float(
            (values[True].var() / len(values[True]) + values[False].var() / len(values[False]))
            ** 0.5
        )

    return (
        Slip(partial(run, kept=False), NO_WASHOUT),
        Slip(partial(run, periods=False), SLOT_ERROR),
    )


def rank():
    return [practice("rank", Scenario(), practice_values(SLUG))]


def wanted():
    """The faded example: how much a product is wanted, whatever its place."""
    return [
        gives(
            "wanted",
            (60, 1000, 5),
            0.3,
            shown="wanted(60 clicks of 1,000 views at place 5)",
            slips=(
                Slip(0.06, "6% of the views; but only a fifth of them looked at place 5."),
                Slip(0.012, "Divide by the attention, do not multiply with it."),
            ),
            why="attention at place 5 is 1/5, so 1,000 views are 200 looks",
        )
    ]


PAGE_DRAW = 2


def attention_exponent():
    """The question that only dragging answers: the exponent of practice page 2."""
    exponent, _, _ = practice_page(PAGE_DRAW)

    def run(learner):
        found = learner.value("exponent")
        if type(found) not in (int, float) or not 0 <= found <= 1.5:
            return check.Finding(
                0.0, f"`exponent` is {found!r}; it should be a number from 0 to 1.5."
            )
        if abs(found - exponent) > 0.1001:
            return check.Finding(
                0.0,
                f"With {found:g} the line runs {'below' if found > exponent else 'above'} most of"
                " the dots.",
            )
        return check.Finding(
            1.0,
            f"About {found:g}: with it the product that was buried at place 7 comes to the top.",
        )

    return [check.Check(run)]


def museum_raw():
    rows = pd.DataFrame(
        {"item": ["lamp", "kettle"], "position": [1, 6], "views": [1000, 1000], "clicks": [200, 90]}
    )
    return [
        gives(
            "first_item",
            (rows,),
            "kettle",
            shown="first_item(lamp: 20% at place 1; kettle: 9% at place 6)",
            slips=(
                Slip(
                    "lamp",
                    "The lamp stood at the top. At place 6 a sixth of the people look: 9% of the"
                    " views are 54% of the looks.",
                ),
            ),
            why="54% of those who looked",
        )
    ]


def museum_stock():
    facts = {"pieces": 100, "treated_sold": 70, "control_sold": 30, "before_each": 50}
    return [
        gives(
            "true_gain",
            (facts,),
            0,
            shown="true_gain(100 pieces; treated sell 70, control 30; before 50 each)",
            slips=(
                Slip(
                    40,
                    "The treated bought the others' pieces: 70 + 30 is 100, as before. A test that"
                    " shares a shelf counts the shift twice.",
                ),
            ),
            why="100 pieces before and after",
        )
    ]


def museum_times():
    return [
        gives(
            "who_was_better",
            (
                {
                    "old": {"morning": 40, "evening": 90},
                    "new": {"morning": 44, "evening": 97},
                    "ran": {"old": "evening", "new": "morning"},
                },
            ),
            "new",
            shown="who_was_better(old ran in the evening, 90; new in the morning, 44)",
            slips=(
                Slip(
                    "old",
                    "90 against 44 is evening against morning. At the same time of day the new rule"
                    " is better: 44 against 40, 97 against 90.",
                ),
            ),
            why="better in the morning and in the evening",
        )
    ]
