"""Answers of the lesson: hidden checks, baseline, expert and keys. Never shipped to learners."""

import inspect

import numpy as np
import statsmodels.api as sm
from sklearn.metrics import ndcg_score

from course.check import fresh, gives, mapping, relates
from course.check.decision import hidden as hidden_decision
from course.check.decision import practice_values
from course.lessons.strategy_operation import checks
from course.lessons.strategy_operation.bank import BIASES, GIVEN, HINTS
from course.lessons.strategy_operation.practice_shop import result_list, swaps, switchbacks
from course.lessons.strategy_operation.scenario import Scenario

STORIES_KEY = {
    "Couriers who were sent to the test area were missing in the other.": "interference",
    "Only shops that survived the year are in the table.": "selection",
    "The team is paid by minutes on the page; the page became harder to read, and minutes rose.": "proxy",
    "The product looks weak because it has always stood on page three.": "position",
    "The robot recommends what the robot recommended.": "feedback",
    "Version B went on at noon, when office people look.": "timing",
}


def bias(draws):
    reasons = {text: HINTS[name] for text, name in STORIES_KEY.items()}
    return [
        mapping(
            "bias",
            STORIES_KEY,
            set(BIASES),
            tiers=[(1.0, 1.0), (0.8, 0.5)],
            reasons=reasons,
            given=GIVEN,
        )
    ]


def ndcg(draws):
    trials = []
    for seed in draws.seeds(5, "ndcg"):
        for k in (3, 5, 12):
            grades = [*result_list(seed, 11), 2]
            trials.append(
                gives(
                    "ndcg",
                    (grades, k),
                    reference_ndcg(grades, k),
                    shown=f"ndcg(a fresh list, {k})",
                    hidden=True,
                    slips=checks.ndcg_slips(),
                )
            )
    return [
        fresh(trials, "Fifteen fresh lists: the same as scikit-learn."),
        gives(
            "ndcg",
            ([0, 0, 0], 3),
            0.0,
            shown="ndcg([0, 0, 0], 3)",
            hidden=True,
            core=False,
            why="where nothing is relevant, 0",
        ),
        gives(
            "ndcg",
            ([2, 1], 10),
            1.0,
            shown="ndcg([2, 1], 10)",
            hidden=True,
            core=False,
            why="k may be longer than the list",
        ),
        gives(
            "ndcg",
            ([0, 1], 2),
            reference_ndcg([0, 1], 2),
            shown="ndcg([0, 1], 2)",
            hidden=True,
            core=False,
            why="a best order worth 1 is enough to divide by",
        ),
        gives(
            "ndcg",
            ([0, 0, 3], 1),
            0.0,
            shown="ndcg([0, 0, 3], 1)",
            hidden=True,
            core=False,
            why="nothing good in the first place, and something good below",
        ),
    ]


def reference_ndcg(grades, k):
    """By scikit-learn (Järvelin and Kekäläinen, 2002); scores only say in which order the list
    stands.
    """
    if not any(grades):
        return 0.0
    return float(ndcg_score([grades], [list(range(len(grades), 0, -1))], k=k))


def estimate_theta(draws):
    trials = []
    for seed in draws.seeds(5, "theta"):
        log = swaps(seed)
        trials.append(
            gives(
                "estimate_theta",
                (log,),
                reference_theta(log),
                shown="estimate_theta(a fresh swap test)",
                hidden=True,
                slips=checks.theta_slips(),
            )
        )
    shuffled = checks.tiny_swaps().iloc[[3, 0, 2, 1]].reset_index(drop=True)
    known = swaps("known", views=2_000_000, exponent=1.0)
    return [
        fresh(trials, "Five fresh swap tests of eight places: all right."),
        gives(
            "estimate_theta",
            (shuffled,),
            np.array([1.0, 0.5, 0.375]),
            shown="estimate_theta(tiny_swaps, shuffled)",
            hidden=True,
            core=False,
            why="rows may come in any order",
        ),
        gives(
            "estimate_theta",
            (checks.risen_swaps(),),
            np.array([1.0, 0.5, 0.6]),
            shown="estimate_theta(risen_swaps)",
            hidden=True,
            core=False,
            why="a step may be above 1",
        ),
        relates(
            "estimate_theta",
            [(known,)],
            lambda theta: np.allclose(theta, 1 / np.arange(1, 9), atol=0.03),
            "On a page where attention is 1 ÷ place, and very many views, it is found within 0.03.",
        ),
    ]


def reference_theta(log):
    """Pair by pair, in plain Python."""
    theta = [1.0]
    for pair in sorted(set(log["pair"])):
        rows = {
            row.position: row.clicks / row.views for row in log[log["pair"] == pair].itertuples()
        }
        theta.append(theta[-1] * rows[pair + 1] / rows[pair])
    return np.array(theta)


def switchback(draws):
    trials = []
    for seed in draws.seeds(5, "switchback"):
        table = switchbacks(seed)
        trials.append(
            gives(
                "switchback",
                (table, 2),
                reference_switchback(table, 2),
                shown="switchback(40 fresh periods, washout=2)",
                hidden=True,
                slips=checks.switchback_slips(),
            )
        )
    tiny = checks.tiny_periods()
    return [
        fresh(
            trials,
            "Five fresh switchbacks: estimate and error are those of a regression of period means.",
        ),
        gives(
            "switchback",
            (tiny, 0),
            reference_switchback(tiny, 0),
            shown="switchback(tiny_periods, washout=0)",
            hidden=True,
            core=False,
            why="without washout all slots count",
        ),
        relates(
            "switchback",
            [(tiny, 1), (tiny.assign(gmv=tiny["gmv"] + 500), 1)],
            lambda one, other: np.allclose(one, other),
            "500 dollars more in every slot change nothing.",
        ),
    ]


def reference_switchback(table, washout):
    """Period means regressed on the rule, errors HC2 (MacKinnon and White, 1985), by
    statsmodels.
    """
    means = table[table["slot"] > washout].groupby(["period", "on"], as_index=False)["gmv"].mean()
    fit = sm.OLS(means["gmv"], sm.add_constant(means["on"].astype(float))).fit(cov_type="HC2")
    return float(fit.params["on"]), float(fit.bse["on"])


def rank(draws):
    return [hidden_decision("rank", Scenario(), draws, baseline, expert)]


def baseline(log):
    """The old order: each product's mean position."""
    return list(log.groupby("product")["position"].mean().sort_values(kind="stable").index)


def expert(log):
    """Clicks for each look, drawn a little towards the mean; a look is a view times the attention
    of its place.
    """
    looks = log["views"] * log["attention"]
    sums = log.assign(looks=looks).groupby("product")[["clicks", "looks"]].sum()
    wanted = (sums["clicks"] + 6) / (sums["looks"] + 30)
    return list(wanted.sort_values(ascending=False).index)


def debrief():
    """What a learner may read after submission: the expert's top of practice page 0, as
    Markdown.
    """
    scenario = Scenario()
    log = scenario.observe(0)["log"]
    order, old = expert(log), baseline(log)
    sums = (
        log.assign(looks=log["views"] * log["attention"])
        .groupby("product")[["clicks", "views", "looks"]]
        .sum()
    )
    rows = "\n".join(
        f"| {name} | {old.index(name) + 1} |"
        f" {sums.loc[name, 'clicks'] / sums.loc[name, 'views']:.1%} |"
        f" {sums.loc[name, 'clicks'] / sums.loc[name, 'looks']:.1%} |"
        for name in order[:8]
    )
    values = practice_values(checks.SLUG)
    earned, first = values["expert"], values["baseline"]
    return (
        "The expert counts looks, not views:\n\n```python\n"
        + EXPERT_CODE
        + "```\n\nThe new first eight of practice page 0:\n\n| Product | Old place | Clicks of"
        " views | Clicks of looks |\n"
        + "| --- " * 4
        + "|\n"
        + rows
        + f"\n\nOver the {len(earned)} practice pages it earns {sum(earned) / len(earned):,.0f} clicks"
        f" of a thousand views, the old order {sum(first) / len(first):,.0f}.\n\nA written answer that earned 2 of 2: "
        + MODEL_ANSWERS[2.0]
    )


EXPERT_CODE = inspect.getsource(expert).replace("def expert(", "def rank(")

MODEL_ANSWERS = {
    0.5: "New products should get a chance on the first page, because otherwise they never sell.",
    1.5: (
        "Each new product gets 2,000 views between places 4 and 8 in its first two weeks; that"
        " costs about 1% of the page's clicks, 0.7 to 1.2. Without views it has no clicks, and"
        " without clicks no place. Risk: bad products annoy people."
    ),
    2.0: (
        "Each new product gets 2,000 views between places 4 and 8 within two weeks, one newcomer a"
        " page at a time, drawn at random among the new ones. Without views it has no clicks and"
        " without clicks no place. 2,000 views there are about 640 looks, enough to tell 10% wanted"
        " (8 to 13) from 25% (22 to 28). It costs about 1% of the page's clicks, 0.7 to 1.2 over ten"
        " pages. Guardrails: returns and complaints of the new ones, share of exposure of the top"
        " tenth below 50%. If after three months fewer than one in twenty stays in the first ten"
        " places, I would halve the views."
    ),
}
