"""Answers of the lesson: hidden checks, baseline, expert and keys. Never shipped to learners."""

import inspect

import numpy as np

from course.check import Check, fresh, gives, mapping, relates
from course.check.decision import hidden as hidden_decision
from course.check.decision import practice_values
from course.lessons.business_operation import checks
from course.lessons.business_operation.bank import GIVEN, HINTS, TERMS
from course.lessons.business_operation.practice_shop import commercial_year, quarter
from course.lessons.business_operation.scenario import CATEGORIES, NOW, Scenario

TERM_KEY = {
    "Half of the listing fee is refunded to shops that double their sales.": "bonus",
    "If claims are open at the end, payouts of 90 days are retained.": "security",
    "In categories with expensive goods 5%, with fashion 17%.": "commission",
    "Opening the shop costs $500, once.": "fixed_fee",
    "Payouts arrive on the third working day.": "service",
    "Shops that sell on a rival platform lose their place in the festival.": "restraint",
}


def term(draws):
    reasons = {text: HINTS[name] for text, name in TERM_KEY.items()}
    return [
        mapping(
            "term",
            TERM_KEY,
            set(TERMS),
            tiers=[(1.0, 1.0), (0.8, 0.5)],
            reasons=reasons,
            given=GIVEN,
        )
    ]


def plan_kpis(draws):
    trials = []
    for seed in draws.seeds(5, "year"):
        table = commercial_year(seed)
        trials.append(
            gives(
                "plan_kpis",
                (table,),
                reference_kpis(table),
                shown="plan_kpis(a fresh year)",
                hidden=True,
                slips=checks.kpi_slips(),
            )
        )
    high = checks.tiny_year().assign(forecast=lambda year: 2.0 * year["actual"])
    return [
        fresh(trials, "Five fresh years, each with months without an order: all right."),
        gives(
            "plan_kpis",
            (high,),
            reference_kpis(high),
            shown="plan_kpis(twice as much was forecast)",
            hidden=True,
            core=False,
            why="too high everywhere: the bias equals WMAPE, and half of the plan was attained",
        ),
        relates(
            "plan_kpis",
            [(checks.tiny_year(),), (checks.tiny_year().iloc[::-1].reset_index(drop=True),)],
            lambda one, other: all(np.isclose(one[name], other[name]) for name in one),
            "The order of the months changes nothing.",
        ),
    ]


def reference_kpis(table):
    """Month by month, in plain Python."""
    rows = list(table.itertuples())
    came, told = sum(row.actual for row in rows), sum(row.forecast for row in rows)
    return {
        "take_rate": sum(row.revenue for row in rows) / sum(row.gmv for row in rows),
        "wmape": float(sum(abs(row.forecast - row.actual) for row in rows) / came),
        "bias": float((told - came) / came),
        "attainment": float(came / told),
    }


def forecast(draws):
    """The same on fresh categories."""
    seeds = draws.seeds(checks.SERIES, "series")
    return [Check(lambda learner: checks.better_than_last_year(learner, seeds))]


def bridge(draws):
    trials = []
    for seed in draws.seeds(6, "quarter"):
        case = quarter(seed)
        trials.append(
            gives(
                "bridge",
                case,
                reference_bridge(*case),
                shown="bridge(a fresh quarter)",
                hidden=True,
                slips=checks.bridge_slips(),
            )
        )
    plan, actual = checks.tiny_quarter()
    return [
        fresh(trials, "Six fresh quarters: all right."),
        gives(
            "bridge",
            (plan, plan),
            {"plan": 3000.0, "orders": 0.0, "aov": 0.0, "take": 0.0, "cost": 0.0, "actual": 3000.0},
            shown="bridge(a quarter as planned)",
            hidden=True,
            core=False,
            why="nothing to explain",
        ),
        relates(
            "bridge",
            [(plan, actual)],
            lambda found: np.isclose(
                found["plan"] + found["orders"] + found["aov"] + found["take"] + found["cost"],
                found["actual"],
            ),
            "The parts add up to the actual figure.",
        ),
    ]


def reference_bridge(plan, actual):
    """The four differences, written out."""
    n0, v0, t0, c0 = (plan[name] for name in ("orders", "aov", "take", "cost"))
    n1, v1, t1, c1 = (actual[name] for name in ("orders", "aov", "take", "cost"))
    return {
        "plan": float(n0 * (v0 * t0 - c0)),
        "orders": float((n1 - n0) * (v0 * t0 - c0)),
        "aov": float(n1 * (v1 - v0) * t0),
        "take": float(n1 * v1 * (t1 - t0)),
        "cost": float(n1 * (c0 - c1)),
        "actual": float(n1 * (v1 * t1 - c1)),
    }


def rates(draws):
    return [hidden_decision("rates", Scenario(), draws, baseline, expert)]


def baseline(categories, experiments):
    """Ten percent everywhere, as today."""
    return [0.1] * len(categories)


def expert(categories, experiments):
    """Elasticities from the trials, each category's best rate (the monopoly price of a platform:
    Rochet and Tirole, 2003; Armstrong, 2006).
    """
    tried = np.log(experiments["tried_during"] / experiments["tried_before"])
    others = np.log(experiments["others_during"] / experiments["others_before"])
    elasticity = (tried - others) / np.log((1 - experiments["rate"]) / 0.9)
    best = (1 + 0.03 * elasticity) / (1 + elasticity)
    return [float(min(0.4, rate)) for rate in best]


def debrief():
    """What a learner may read after submission: the expert's rates of practice platform 0, as
    Markdown.
    """
    scenario, values = Scenario(), practice_values(checks.SLUG)
    seen, (sales, elasticity) = scenario.observe(0), scenario.truth(0)
    found = expert(**seen)
    measured = (1 - np.array(found)) / (np.array(found) - 0.03)
    rows = "\n".join(
        f"| {name} | {s:,.0f} | {m:.1f} | {e:.1f} | {t:.1%} | {(1 + 0.03 * e) / (1 + e):.1%} |"
        for name, s, m, e, t in zip(CATEGORIES, sales, measured, elasticity, found, strict=True)
    )
    return (
        "The expert reads an elasticity off each trial and sets each rate by its"
        " own:\n\n```python\n" + EXPERT_CODE + "```\n\n"
        f"Practice platform 0, sales in dollars a month at today's {NOW:.0%}:\n\n"
        "| Category | Sales | Elasticity, measured | True | Rate | Best rate |\n"
        + "| --- " * 6
        + "|\n"
        + rows
        + f"\n\nAt 10% everywhere the platform earns {values['baseline'][0]:,.0f} dollars a month,"
        f" at these rates {values['expert'][0]:,.0f}. A small trial gives a rough elasticity;"
        " drawing the eight of them to their mean (lesson 17) earns a little more.\n\nA written"
        " answer that earned 2 of 2: " + MODEL_ANSWERS[2.0]
    )


EXPERT_CODE = inspect.getsource(expert).replace("def expert(", "def rates(")

MODEL_ANSWERS = {
    0.5: "A good quarter: GMV is up 20% and the team did a great job.",
    1.5: (
        "Contribution 19,715 dollars against a plan of 46,355. The take rate explains −18,682,"
        " fewer orders −8,741. Next quarter we expect 27,000, 22,000 to 32,000. Risk: shops leave"
        " because of the rates."
    ),
    2.0: (
        "Contribution was 19,715 dollars, plan 46,355. Bridge: take rate −18,682, orders −8,741, cost of an order −2,586, baskets +3,369. Shops of categories with high rates left after the last rise. Their orders went with them, and what stayed sells at lower rates. So no 20% everywhere: by our trials it earns 224,000 dollars a month, 160,000 to 298,000, and today's 10% earns 304,000. Each category gets its own rate. Next quarter 27,000 dollars, 22,000 to 32,000 (our yearly forecasts missed by up to a fifth). Guardrail: shops that stop selling, below 4%. If orders do not come back within two months in categories whose rate went down, the cause is another one."
    ),
}
