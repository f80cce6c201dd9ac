"""Answers of the lesson: hidden checks, baseline, expert and keys. Never shipped to learners."""

import inspect
import math

import numpy as np
import statsmodels.api as sm

from course.check import Check, Finding, fresh, gives, mapping, relates
from course.check.decision import points_share, score_g
from course.lessons.product_operation import checks
from course.lessons.product_operation.bank import GIVEN, HINTS, KINDS
from course.lessons.product_operation.practice_shop import experiment, feature_use, holdout
from course.lessons.product_operation.scenario import Scenario

TRIAGE = {
    "I cannot pay by invoice.": "missing",
    "I did not know that the little clock means pre-sale.": "usability",
    "The fee for returns is unfair when the buyer simply changed her mind.": "rules",
    "The page with 500 products takes half a minute to load.": "speed",
    "Three of our customers put things on the wish list and believed they had bought them.": "usability",
    "Your total differs from the sum of the lines by one cent.": "bug",
}


def triage(draws):
    reasons = {text: HINTS[name] for text, name in TRIAGE.items()}
    return [
        mapping(
            "triage",
            TRIAGE,
            set(KINDS),
            tiers=[(0.9, 1.0), (0.7, 0.5)],
            reasons=reasons,
            given=GIVEN,
        )
    ]


def adoption(draws):
    trials = []
    for seed in draws.seeds(5, "adoption"):
        table = feature_use(seed)
        trials.append(
            gives(
                "adoption",
                (table,),
                reference_adoption(table),
                shown="adoption(a fresh month)",
                hidden=True,
                slips=checks.adoption_slips(),
            )
        )
    nobody = checks.tiny_use().assign(started=0, done=0)
    return [
        fresh(trials, "Five fresh months of 400 users: all right."),
        gives(
            "adoption",
            (nobody,),
            {"adoption": 0.0, "task_success": 0.0},
            shown="adoption(a feature that nobody used)",
            hidden=True,
            core=False,
            why="without a task begun, task success is 0",
        ),
        gives(
            "adoption",
            (checks.tiny_use().assign(started=[1, 0, 0, 0, 0], done=[1, 0, 0, 0, 0]),),
            {"adoption": 0.25, "task_success": 1.0},
            shown="adoption(a single task)",
            hidden=True,
            core=False,
            why="one task begun and finished",
        ),
    ]


def reference_adoption(table):
    """User by user, in plain Python."""
    rows = list(table.itertuples())
    started = sum(row.started for row in rows)
    return {
        "adoption": sum(row.started > 0 for row in rows) / sum(row.eligible for row in rows),
        "task_success": sum(row.done for row in rows) / started if started else 0.0,
    }


def cuped(draws):
    trials = []
    for seed in draws.seeds(5, "cuped"):
        table = experiment(seed)
        case = tuple(table[name].to_numpy() for name in ("during", "before", "treated"))
        trials.append(
            gives(
                "cuped",
                case,
                reference_cuped(*case),
                shown="cuped(600 fresh users)",
                hidden=True,
                slips=checks.cuped_slips(),
            )
        )
    during, before, treated = checks.tiny_test()
    flat = (during, np.array([5.0, 5.0, 5.0, 5.0, 5.0, 6.0]), treated)
    return [
        fresh(
            trials,
            "Five fresh tests of 600 users: lift and error are those of regression residuals"
            " (statsmodels).",
        ),
        gives(
            "cuped",
            flat,
            reference_cuped(*flat),
            shown="cuped(a month before that says little)",
            hidden=True,
            core=False,
            why="theta follows from the data, whatever they are",
        ),
        relates(
            "cuped",
            [checks.tiny_test(), (during, 3 * before + 7, treated)],
            lambda one, other: np.allclose(one, other),
            "The month before may be counted in another currency: nothing changes.",
        ),
    ]


def reference_cuped(during, before, treated):
    """The residuals of a regression on the month before, compared (Deng, Xu, Kohavi and Walker,
    2013), by statsmodels.
    """
    rest = np.asarray(sm.OLS(during, sm.add_constant(before)).fit().resid)
    test = sm.OLS(rest, sm.add_constant(treated.astype(float))).fit(cov_type="HC2")
    return float(test.params[1]), float(test.bse[1])


def holdout_gap(draws):
    trials = []
    for seed in draws.seeds(5, "holdout"):
        table, claims = holdout(seed)
        trials.append(
            gives(
                "holdout_gap",
                (table, claims),
                reference_gap(table, claims),
                shown="holdout_gap(a fresh year)",
                hidden=True,
                slips=checks.gap_slips(),
            )
        )
    worse = checks.tiny_holdout().assign(orders=[5, 7, 4, 5, 6])
    return [
        fresh(trials, "Five fresh years of eight launches: all right."),
        gives(
            "holdout_gap",
            (worse, [0.1]),
            reference_gap(worse, [0.1]),
            shown="holdout_gap(a year that made it worse, [0.1])",
            hidden=True,
            core=False,
            why="the held out ordered more: a negative gap, and a negative share of the claim",
        ),
        relates(
            "holdout_gap",
            [(checks.tiny_holdout(), [0.1, 0.2]), (checks.tiny_holdout(), [0.2, 0.1])],
            lambda one, other: np.allclose(one, other),
            "The order of the claims changes nothing.",
        ),
    ]


def reference_gap(table, claims):
    """Added up in plain Python; claims by their logarithms."""
    held = [orders for out, orders in zip(table["held_out"], table["orders"], strict=True) if out]
    others = [
        orders for out, orders in zip(table["held_out"], table["orders"], strict=True) if not out
    ]
    gap = (sum(others) / len(others)) / (sum(held) / len(held)) - 1
    together = math.exp(sum(math.log1p(each) for each in claims)) - 1
    return gap, together, gap / together


def launch(draws):
    """Half for the choice (g of the true sums), half for the promise: |sum of forecasts − sum of
    true lifts| ÷ true lifts, over all draws.
    """
    scenario = Scenario()

    def run(learner):
        seeds, low, high = draws.reference(scenario, baseline, expert)
        earned, forecasts, problem, _ = checks.launched(learner, seeds, low, high)
        g = score_g(earned, low, high)
        miss, told = checks.promise(earned, forecasts)
        return Finding(
            (points_share(g, scenario) + told) / 2,
            f"In {len(seeds)} fresh years your ideas bring g = {g:.2f} (full points from"
            f" {scenario.G_FULL}), and your forecasts are off by {miss:.0%} of what came (full"
            f" points up to {checks.FULL_ERROR:.0%}). {problem}".rstrip(),
            g=g,
        )

    return [Check(run)]


def baseline(tests):
    """The first eight that come."""
    first = tests.head(8)
    return first["idea"].tolist(), float(first["lift"].sum())


def believable(tests):
    """Claims drawn towards the mean of the sharper half, each by its error (Efron and Morris,
    1975).
    """
    sharp = tests[tests["error"] <= tests["error"].median()]
    mean, spread = (
        sharp["lift"].mean(),
        max(sharp["lift"].var() - (sharp["error"] ** 2).mean(), 0.05),
    )
    return mean + (tests["lift"] - mean) * spread / (spread + tests["error"] ** 2)


def expert(tests):
    """The eight best of what is believable, and their sum."""
    best = believable(tests).nlargest(8)
    return tests.loc[best.index, "idea"].tolist(), float(best.sum())


def _sharpest(tests):
    best = tests.nsmallest(8, "error")
    return best["idea"].tolist(), float(best["lift"].sum())


# What an action that is wrong in a known way earns: {sentence: policy}.
POLICY_SLIPS = {checks.FIRST_EIGHT: baseline, checks.SHARPEST: _sharpest}


def debrief():
    """What a learner may read after submission: the expert's launches of practice year 0, as
    Markdown.
    """
    scenario = Scenario()
    seen = scenario.observe(0)["tests"]
    (ideas, promised), lifts = expert(seen), believable(seen).to_numpy()
    tests = seen.assign(believable=lifts, true=scenario.truth(0)).set_index("idea")
    rows = "\n".join(
        f"| {row.Index} | {row.lift:.1f} ± {1.96 * row.error:.1f} | {row.believable:.1f} |"
        f" {row.true:.1f} |"
        for row in tests.loc[ideas].itertuples()
    )
    loud = tests.nlargest(8, "lift")
    return (
        "The expert believes a claim as far as its test is precise:\n\n```python\n"
        + EXPERT_CODE
        + "```\n\nPractice year 0, its eight launches in percent of orders:\n\n| Idea | Claim |"
        " Believable | True |\n"
        + "| --- " * 4
        + "|\n"
        + rows
        + f"\n\nPromised {promised:.1f}%, came {tests.loc[ideas, 'true'].sum():.1f}%. The eight loudest claims"
        f" promised {loud['lift'].sum():.1f}% and brought {loud['true'].sum():.1f}%.\n\nA"
        " written answer that earned 2 of 2: " + MODEL_ANSWERS[2.0]
    )


EXPERT_CODE = (
    inspect.getsource(believable)
    + "\n\n"
    + inspect.getsource(expert).replace("def expert(", "def launch(")
)

MODEL_ANSWERS = {
    0.5: "This quarter's launches brought 27% more orders, as the tests showed.",
    1.5: (
        "Eight launches this quarter. Their tests claim 27% together; we expect 5% from ours. The"
        " highest of forty results are partly luck, so we drew each towards the mean by its error."
        " Risk: one of them slows the app down."
    ),
    2.0: (
        "Eight features go live. The eight highest tests claim 27% more orders together; from"
        " ours we expect 5%, −2 to 12: in 19 of 20 practice years such a promise was less "
        "than 7 points off. The highest of forty results are good ideas with good luck, so "
        "each claim was drawn towards the mean by its error. One user in five keeps the old "
        "app for a year; in December we can say what really came. Guardrails: tickets per "
        "1,000 orders below 12, loading time below two seconds. If after half a year those "
        "with the launches order less than the held out, the features with the bluntest tests"
        " are taken out and tested anew."
    ),
}
