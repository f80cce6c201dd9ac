"""Answers of the lesson: hidden checks, baseline, expert and keys. Never shipped to learners."""

import inspect
import math

import numpy as np
import statsmodels.api as sm

from course.check import fresh, gives, mapping, relates
from course.check.decision import hidden as hidden_decision
from course.check.decision import practice_values
from course.lessons.channel_promotion import checks
from course.lessons.channel_promotion.bank import CHANNELS, GIVEN, HINTS, KINDS
from course.lessons.channel_promotion.curves import fit_curves
from course.lessons.channel_promotion.journeys import GOLDEN_PATHS, chain
from course.lessons.channel_promotion.practice_shop import channel_month, geo_test, journeys
from course.lessons.channel_promotion.scenario import Scenario

SCENES_KEY = {
    "A price comparison page sends buyers at the very last step and is paid for the sale.": "affiliate",
    "Our guide 'how to clean a flask' is found by 3,000 people a month.": "organic search",
    "Our name is typed, and the first result is our own advertisement.": "paid search",
    "The audience: women of 25 to 34 who like hiking, whether or not they look for a bottle.": "paid social",
    "砍价: ask friends to tap, and the price falls for you.": "referral",
    "达人 shows the pan in a live broadcast, for a fixed fee and a share.": "creator",
}


def kind(draws):
    reasons = {text: HINTS[name] for text, name in SCENES_KEY.items()}
    return [
        mapping(
            "kind",
            SCENES_KEY,
            set(KINDS),
            tiers=[(0.9, 1.0), (0.7, 0.5)],
            reasons=reasons,
            given=GIVEN,
        )
    ]


def cac_ltv_payback(draws):
    trials = []
    for seed in draws.seeds(5, "cac"):
        month = channel_month(seed)
        trials.append(
            gives(
                "cac_ltv_payback",
                (month,),
                reference_costs(month),
                shown="cac_ltv_payback(a fresh month)",
                hidden=True,
                slips=checks.cost_slips(),
            )
        )
    free = checks.tiny_month().assign(spend=[3000.0, 0.0, 0.0], new_buyers=[1, 20, 0])
    return [
        fresh(trials, "Five fresh months of six channels: all right."),
        gives(
            "cac_ltv_payback",
            (free,),
            reference_costs(free),
            shown="cac_ltv_payback(channels that cost nothing)",
            hidden=True,
            core=False,
            why=(
                "what costs nothing pays back at once: CAC 0, payback 0, LTV ÷ CAC infinite;"
                " without cost and buyers CAC stays infinite"
            ),
        ),
        relates(
            "cac_ltv_payback",
            [(checks.tiny_month(),), (checks.tiny_month().assign(spend=lambda t: 2 * t["spend"]),)],
            lambda one, other: (
                np.allclose(2 * one["cac"][:2], other["cac"][:2])
                and np.allclose(one["ltv_cac"][:2], 2 * other["ltv_cac"][:2])
            ),
            "Twice the spend for the same buyers doubles CAC and halves LTV ÷ CAC.",
        ),
    ]


def reference_costs(month):
    """Channel by channel, in plain Python."""
    rows = []
    for row in month.itertuples():
        if row.new_buyers == 0:
            rows.append((row.channel, math.inf, 0.0, math.inf))
            continue
        cac, life = row.spend / row.new_buyers, row.monthly * row.months
        rows.append((row.channel, cac, life / cac if cac else math.inf, cac / row.monthly))
    return checks.costs(*map(list, zip(*rows, strict=True)))


def markov_credit(draws):
    trials = []
    for seed in draws.seeds(5, "markov"):
        paths = journeys(seed)
        trials.append(
            gives(
                "markov_credit",
                (paths,),
                reference_credit(paths),
                shown="markov_credit(fresh paths)",
                hidden=True,
                rtol=1e-5,
                slips=checks.credit_slips(),
            )
        )
    lone = GOLDEN_PATHS.iloc[[0]].reset_index(drop=True)
    return [
        fresh(trials, "Five fresh sets of paths: all right."),
        gives(
            "markov_credit",
            (lone,),
            {"search": 40.0},
            shown="markov_credit(a single channel)",
            hidden=True,
            core=False,
            why="one channel gets everything",
        ),
        relates(
            "markov_credit",
            [
                (GOLDEN_PATHS,),
                (
                    GOLDEN_PATHS.assign(
                        journeys=2 * GOLDEN_PATHS["journeys"],
                        conversions=2 * GOLDEN_PATHS["conversions"],
                    ),
                ),
            ],
            lambda one, other: all(
                math.isclose(2 * one[name], other[name], rel_tol=1e-6) for name in one
            ),
            "Twice the traffic gives everybody twice the credit.",
        ),
        relates(
            "markov_credit",
            [(GOLDEN_PATHS,)],
            lambda credit: math.isclose(sum(credit.values()), 118, rel_tol=1e-6),
            "The credits add up to the conversions.",
        ),
    ]


def reference_credit(paths):
    """By the chain's fundamental matrix (Kemeny and Snell, 1960): chance of ever buying = (I − Q)⁻¹
    r. Removal effect: Anderl and others (2016).
    """
    odds = chain(paths)
    channels = list(dict.fromkeys(name for path in paths["path"] for name in path.split(" > ")))

    def bought(without=None):
        states = ["start", *[name for name in channels if name != without]]
        inside = np.array([[odds.get((one, other), 0.0) for other in states] for one in states])
        return np.linalg.solve(
            np.eye(len(states)) - inside, [odds.get((one, "buy"), 0.0) for one in states]
        )[0]

    whole = bought()
    effects = {name: 1 - bought(name) / whole for name in channels}
    return {
        name: float(paths["conversions"].sum() * effect / sum(effects.values()))
        for name, effect in effects.items()
    }


def lift_geo(draws):
    trials = []
    for seed in draws.seeds(5, "geo"):
        table = geo_test(seed)
        trials.append(
            gives(
                "lift_geo",
                (table,),
                reference_lift(table),
                shown="lift_geo(a fresh test of 40 regions)",
                hidden=True,
                slips=checks.geo_slips(),
            )
        )
    odd = geo_test("odd", regions=9)
    return [
        fresh(
            trials,
            "Five fresh tests: estimate and interval are those of a regression with robust errors.",
        ),
        gives(
            "lift_geo",
            (odd,),
            reference_lift(odd),
            shown="lift_geo(nine regions)",
            hidden=True,
            core=False,
            why="groups of different size",
        ),
        relates(
            "lift_geo",
            [
                (checks.tiny_regions(),),
                (
                    checks.tiny_regions().assign(
                        before=lambda t: t["before"] + 50, during=lambda t: t["during"] + 50
                    ),
                ),
            ],
            lambda one, other: np.allclose(one, other),
            "Fifty dollars more in every week and region change nothing.",
        ),
    ]


def reference_lift(table):
    """The change regressed on the treatment, with heteroscedasticity-robust errors HC2 (MacKinnon
    and White, 1985), by statsmodels.
    """
    fit = sm.OLS(
        table["during"] - table["before"], sm.add_constant(table["treated"].astype(float))
    ).fit(cov_type="HC2")
    found, error = float(fit.params["treated"]), float(fit.bse["treated"])
    return found, found - 1.96 * error, found + 1.96 * error


def allocate(draws):
    return [hidden_decision("allocate", Scenario(), draws, baseline, expert)]


def baseline(history, budget):
    """Equal parts."""
    return dict.fromkeys(CHANNELS, budget / len(CHANNELS))


def expert(history, budget):
    """From equal parts, move 500 dollars from the channel that loses least to the one that gains
    most, while that pays.
    """
    sales, step = fit_curves(history), 500
    spend = {channel: budget / len(sales.columns) for channel in sales.columns}
    while True:
        gain = {c: sales[c].get(spend[c] + step, 0) - sales[c][spend[c]] for c in spend}
        loss = {c: sales[c][spend[c]] - sales[c].get(spend[c] - step, -1e9) for c in spend}
        to, away = max(gain, key=gain.get), min(loss, key=loss.get)
        if to == away or gain[to] <= loss[away]:
            return spend
        spend[to], spend[away] = spend[to] + step, spend[away] - step


def debrief():
    """What a learner may read after submission: the expert's division of practice company 0, as
    Markdown.
    """
    scenario = Scenario()
    seen = scenario.observe(0)
    spend, curves = expert(**seen), fit_curves(seen["history"])
    sums = seen["history"].groupby("channel")[["spend", "sales"]].sum()
    rows = "\n".join(
        f"| {name} | ${sums.loc[name, 'sales'] / sums.loc[name, 'spend']:.2f} | ${spend[name]:,.0f}"
        f" | ${(curves[name][spend[name] + 500] - curves[name][spend[name]]) / 500:.2f} |"
        for name in CHANNELS
    )
    values = practice_values(checks.SLUG)
    earned, first = values["expert"], values["baseline"]
    return (
        "The expert moves 500 dollars at a time, from the flattest curve to the steepest, until no"
        " move pays:\n\n```python\n"
        + EXPERT_CODE
        + "```\n\nPractice company 0:\n\n| Channel | Mean sales of a dollar | Spend | Sales of the"
        " next dollar |\n"
        + "| --- " * 4
        + "|\n"
        + rows
        + "\n\nThe means differ, the next dollars hardly do: that is the sign of a good division."
        f" Over the {len(earned)} practice companies it brings ${np.mean(earned):,.0f} a week, equal parts"
        f" ${np.mean(first):,.0f}.\n\nA written answer that earned 2 of 2: " + MODEL_ANSWERS[2.0]
    )


EXPERT_CODE = inspect.getsource(expert).replace("def expert(", "def allocate(")

MODEL_ANSWERS = {
    0.5: "Search has the best mean return, 3.32 against 1.21 for creators, so the money goes there.",
    1.5: (
        "Not all into search: in company 2 that brings 57,104 dollars a week, my division"
        " 106,325. Search has the best mean, 3.32, but its first dollars are its best ones; its"
        " next dollar brings 1.4, like the others'. Search gets 11,000 (10,500 to 12,500 with"
        " other weeks). Risk: past weeks may not be like the next ones."
    ),
    2.0: (
        "Not all into search: in company 2 that brings 57,104 dollars a week, my division"
        " 106,325. Search has the best mean, 3.32, because its first dollars reach people who type"
        " the word anyway. More money buys ever fewer of them: its next dollar brings 1.4, like"
        " the others'. Search gets 11,000 (10,500 to 12,500 with other weeks). Goods cost half of"
        " the sales, so 26,000 a week leave most; I would spend no more. Social stays: it added"
        " 269 dollars a week and region, 58 to 481. Guardrail: payback stays below the months that"
        " buyers stay; creators fail. If the interval of the next test in regions holds zero,"
        " social goes."
    ),
}
