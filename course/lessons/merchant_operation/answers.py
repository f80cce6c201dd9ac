"""Answers of the lesson: hidden checks, baseline, expert and keys. Never shipped to learners."""

import inspect
from itertools import pairwise

import numpy as np
from scipy.optimize import minimize
from scipy.special import betaln
from scipy.stats import betabinom

from course.check import fresh, gives, likely, mapping, relates
from course.check.decision import hidden as hidden_decision
from course.check.decision import practice_values
from course.lessons.merchant_operation import checks
from course.lessons.merchant_operation.bank import GIVEN, HINTS, RULES
from course.lessons.merchant_operation.practice_shop import applicants, orders
from course.lessons.merchant_operation.scenario import Scenario
from course.market.supply import STEPS

BREACH_KEY = {
    "A card in the parcel: $5 for each five-star review.": "fake",
    "Buyers get adverts for a shop elsewhere by mail after their order.": "away",
    "Free shipping on the page, a 'handling fee' in the last step.": "price_trick",
    "In two of a hundred orders the wrong size was sent, and exchanged.": "fine",
    "Shipping numbers are typed in on day one and the parcel is handed over on day eight.": "late",
    "The battery has 5,000 mAh on the page and 2,000 in the test.": "false_listing",
}


def breach(draws):
    reasons = {text: HINTS[name] for text, name in BREACH_KEY.items()}
    return [
        mapping(
            "breach",
            BREACH_KEY,
            set(RULES),
            tiers=[(1.0, 1.0), (0.8, 0.5)],
            reasons=reasons,
            given=GIVEN,
        )
    ]


def odr(draws):
    trials = []
    for seed in draws.seeds(5, "orders"):
        table = orders(seed)
        trials.append(
            gives(
                "odr",
                (table, 120),
                reference_odr(table, 120),
                about=("odr",),
                shown="odr(600 fresh orders, 120)",
                hidden=True,
                slips=checks.odr_slips(),
            )
        )
    edge = checks.tiny_orders().assign(day=[10, 11, 70, 71, 11, 70, 10, 71])
    return [
        fresh(trials, "Five fresh shops of 600 orders: all right."),
        gives(
            "odr",
            (edge, 100),
            reference_odr(edge, 100),
            about=("odr",),
            shown="odr(orders of days 10, 11, 70 and 71; today 100)",
            hidden=True,
            core=False,
            why="days 11 to 70 count, 10 and 71 do not",
        ),
        relates(
            "odr",
            [
                (checks.tiny_orders(), 100),
                (checks.tiny_orders().iloc[::-1].reset_index(drop=True), 100),
            ],
            lambda one, other: one == other,
            "The order of the rows changes nothing.",
        ),
    ]


def reference_odr(table, today):
    """Order by order, in plain Python."""
    window = [row for row in table.itertuples() if today - 90 < row.day <= today - 30]
    bad = sum(bool(row.feedback or row.claim or row.chargeback) for row in window)
    return {"orders": len(window), "defects": bad, "odr": bad / len(window)}


def log_likelihood(parameters, x, n):
    """Of defects `x` of `n` orders, beta-binomial; the distribution of scipy."""
    return float(betabinom.logpmf(x, n, *parameters).sum())


def best_fit(x, n):
    """The (a, b) of greatest likelihood."""
    found = minimize(
        lambda logs: (
            -(betaln(np.exp(logs[0]) + x, np.exp(logs[1]) + n - x) - betaln(*np.exp(logs))).sum()
        ),
        np.array([0.0, 3.0]),
        method="Nelder-Mead",
    )
    return tuple(float(each) for each in np.exp(found.x))


def eb_fit(draws):
    trials = []
    for seed in draws.seeds(4, "shops"):
        _, past, defects, _, _ = Scenario().truth(seed)
        keep = np.arange(len(past)) % 2 == int(seed[0], 16) % 2
        case = (defects[keep].astype(float), past[keep].astype(float))
        trials.append(
            likely("eb_fit", case, best_fit(*case), log_likelihood, shown="eb_fit(200 fresh shops)")
        )
    return [
        fresh(trials, "Four fresh sets of 200 shops: the likelihood is within 0.5 of the highest.")
    ]


def posterior(draws):
    trials = []
    for seed in draws.seeds(4, "posterior"):
        _, past, defects, _, _ = Scenario().truth(seed)
        case = (defects[:50].astype(float), past[:50].astype(float), 1.5, 45.0)
        want = np.array([(x + 1.5) / (n + 46.5) for x, n in zip(case[0], case[1], strict=True)])
        trials.append(
            gives(
                "posterior",
                case,
                want,
                shown="posterior(50 fresh shops, 1.5, 45)",
                hidden=True,
                slips=checks.posterior_slips(),
            )
        )
    return [fresh(trials, "Four fresh sets of 50 shops: all right.")]


def activation_bottleneck(draws):
    trials = []
    for seed in draws.seeds(6, "applicants"):
        table = applicants(seed)
        trials.append(
            gives(
                "activation_bottleneck",
                (table, 180),
                reference_bottleneck(table, 180),
                about=("step",),
                shown="activation_bottleneck(400 fresh applicants, 180)",
                hidden=True,
                slips=checks.bottleneck_slips(),
            )
        )
    edge = checks.tiny_applicants().assign(
        applied=[70, 70, 70, 70, 71, 70],
        approved=[72, 100, 101, 75, 73, 80],
        listed=[75, np.nan, np.nan, 90, 74, 99],
        viewed=[80, np.nan, np.nan, 95, 75, np.nan],
        ordered=[100, np.nan, np.nan, 101, 80, np.nan],
    )
    return [
        fresh(trials, "Six fresh half-years of 400 applicants: all right."),
        gives(
            "activation_bottleneck",
            (edge, 100),
            reference_bottleneck(edge, 100),
            about=("step",),
            shown="activation_bottleneck(steps on day 30 and 31)",
            hidden=True,
            core=False,
            why=(
                "day 30 counts, day 31 does not; who applied on day 70 has had 30 days, who applied"
                " on 71 has not"
            ),
        ),
    ]


def reference_bottleneck(table, today):
    """Shop by shop, in plain Python."""
    grown = [row for row in table.itertuples() if row.applied + 30 <= today]
    counts = [len(grown)] + [
        sum(getattr(row, step) - row.applied <= 30 for row in grown) for step in STEPS
    ]
    rates = [after / before if before else 1.0 for before, after in pairwise(counts)]
    return {
        "step": STEPS[rates.index(min(rates))],
        "rate": min(rates),
        "day30": counts[-1] / counts[0],
    }


def act(draws):
    return [hidden_decision("act", Scenario(), draws, baseline, expert)]


def best_action(ahead, rate):
    """Whichever of the three is expected to bring most: kept, coached or suspended (0)."""
    kept = ahead * (1.4 - rate * 28)
    coached = ahead * (1.4 - 0.7 * rate * 28) - 20
    return np.where(
        np.maximum(kept, coached) <= 0, "suspend", np.where(coached > kept, "coach", "keep")
    )


def baseline(merchants):
    """The same rule with raw rates, as if ten orders said all."""
    ahead = np.where(merchants["young"], 126, merchants["orders"])
    actions = best_action(ahead, (merchants["defects"] / merchants["orders"]).to_numpy())
    return {int(shop): str(action) for shop, action in zip(merchants["shop"], actions, strict=True)}


def expert(merchants):
    """Rates drawn to the mean of all shops, each by its orders (Robbins, 1956; Efron and Morris,
    1975).
    """
    x, n = merchants["defects"].to_numpy(), merchants["orders"].to_numpy()
    a, b = best_fit(x, n)
    ahead = np.where(merchants["young"], 126, n)
    actions = best_action(ahead, (x + a) / (n + a + b))
    return {int(shop): str(action) for shop, action in zip(merchants["shop"], actions, strict=True)}


def debrief():
    """What a learner may read after submission: what the expert does in the practice quarters, as
    Markdown.
    """
    scenario, values = Scenario(), practice_values(checks.SLUG)
    rows = []
    for seed, low, high in zip(range(5), values["baseline"], values["expert"], strict=False):
        seen = scenario.observe(seed)["merchants"]
        actions, raw = list(expert(seen).values()), list(baseline(seen).values())
        young = seen["young"].to_numpy()
        counts = [
            f"{sum(each == name for each in actions)} ({sum(each == name for each in raw)})"
            for name in ("keep", "coach", "suspend")
        ]
        suspended = [
            sum(each == "suspend" and is_young for each, is_young in zip(found, young, strict=True))
            for found in (actions, raw)
        ]
        rows.append(
            f"| {seed} | {' | '.join(counts)} | {suspended[0]} ({suspended[1]}) | {low:,.0f} |"
            f" {high:,.0f} |"
        )
    return (
        "The expert's rule, with rates drawn to the mean by `eb_fit` and"
        " `posterior`:\n\n```python\n"
        + EXPERT_CODE
        + "```\n\nThe first five practice quarters; in brackets the same rule with raw rates; dollars"
        " against keeping everybody:\n\n| Quarter | Keep | Coach | Suspend | Suspended young"
        " shops | Raw | Expert |\n"
        + "| --- " * 7
        + "|\n"
        + "\n".join(rows)
        + "\n\nRaw rates suspend young shops for one bad order and leave others uncoached for none."
        " Ten orders are no record.\n\nA written answer that earned 2 of 2: " + MODEL_ANSWERS[2.0]
    )


EXPERT_CODE = (
    inspect.getsource(best_action)
    + "\n\n"
    + inspect.getsource(expert).replace("def expert(", "def act(").replace("best_fit(", "eb_fit(")
)

MODEL_ANSWERS = {
    0.5: "Your shop has been suspended for breaking our rules. This decision is final.",
    1.5: (
        "Your shop is suspended from 1 March. Of your 212 orders from October to December, 19 had a defect"
        " (9%, limit 5%). You may object within 30 days; a person who did not decide this answers"
        " within a week. Risk: we are wrong about you."
    ),
    2.0: (
        "We suspend your shop from 1 March. Of your 212 orders from October to December, 19 had a defect"
        " (list attached): 9%, and with what we know of other shops 5% to 12%; the limit is 5%."
        " Coaching in January did not change it. Your open orders and your money are untouched. You"
        " may object within 30 days; somebody else decides within seven days, and if half of the"
        " listed defects are not yours, you are back at once. (To the team: claims lag, so the"
        " newest month is left out. Guardrail: objections upheld below 10%. Above that we suspend"
        " nobody until the count is checked.)"
    ),
}
