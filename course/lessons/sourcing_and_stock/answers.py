"""Answers of the lesson: hidden checks, baseline, expert and keys. Never shipped to learners."""

import inspect

import numpy as np
from scipy.stats import lognorm, norm

from course.check import fresh, gives, mapping, relates
from course.check.decision import hidden as hidden_decision
from course.check.decision import practice_values
from course.lessons.sourcing_and_stock import checks
from course.lessons.sourcing_and_stock.bank import GIVEN, HINTS, KINDS
from course.lessons.sourcing_and_stock.practice_shop import sales_with_gaps
from course.lessons.sourcing_and_stock.scenario import Scenario
from course.market.rng import stream

COSTS_KEY = {
    "An inspector's day at the factory before loading, ordered by you": "shipment",
    "Anti-dumping duty on this kind of steel, a share of its value": "unit",
    "Export clearance in the country of origin": "seller",
    "Interest on the money that lies on the shelf": "holding",
    "Packing each cup into its own gift box at your warehouse": "unit",
    "The customs broker's fee for the declaration": "shipment",
}


def cost_kind(draws):
    reasons = {text: HINTS[kind] for text, kind in COSTS_KEY.items()}
    return [
        mapping(
            "cost_kind",
            COSTS_KEY,
            set(KINDS),
            tiers=[(0.9, 1.0), (0.7, 0.5)],
            reasons=reasons,
            given=GIVEN,
        )
    ]


def landed_cost(draws):
    trials = []
    for seed in draws.seeds(5, "landed_cost"):
        rng = stream(seed, "quote")
        for _ in range(3):
            quote = (
                round(float(rng.uniform(2, 30)), 2),
                round(float(rng.uniform(200, 4000)), 2),
                round(float(rng.uniform(10, 200)), 2),
                round(float(rng.uniform(0.02, 0.25)), 3),
                round(float(rng.uniform(50, 500)), 2),
                int(rng.integers(100, 5000)),
            )
            trials.append(
                gives(
                    "landed_cost",
                    quote,
                    reference_landed(*quote),
                    shown="landed_cost(a fresh quote)",
                    hidden=True,
                    slips=checks.landed_slips(),
                )
            )
    return [
        fresh(trials, "Fifteen fresh quotes, a shipment settled bill by bill: all right."),
        gives(
            "landed_cost",
            (*checks.GOLDEN[:3], 0.0, *checks.GOLDEN[4:]),
            9.56,
            shown="landed_cost(a quote without duty)",
            hidden=True,
            core=False,
            why="8 + 1.26 + 0.30",
        ),
        gives(
            "landed_cost",
            (*checks.GOLDEN[:5], 1),
            (8 + 1260) * 1.12 + 300,
            shown="landed_cost(a sample of one unit)",
            hidden=True,
            core=False,
            why="one unit carries the whole ship",
        ),
        relates(
            "landed_cost",
            [checks.GOLDEN, (9.0, *checks.GOLDEN[1:])],
            lambda one, other: abs(other - one - 1.12) < 1e-9,
            "A dollar more at the factory is a dollar and its duty more here ({0}, then {1}).",
        ),
    ]


def reference_landed(fob, freight, insurance, duty, brokerage, n):
    """All bills of the shipment, shared by its units."""
    at_border = fob * n + freight + insurance
    return (at_border + duty * at_border + brokerage) / n


def order_qty(draws):
    trials = []
    for seed in draws.seeds(5, "order_qty"):
        rng = stream(seed, "order")
        for dist in ("normal", "lognormal"):
            mean, price = float(rng.uniform(40, 400)), float(rng.uniform(15, 80))
            sd, cost = mean * float(rng.uniform(0.15, 0.45)), price * float(rng.uniform(0.35, 0.8))
            case = (mean, sd, price, cost, cost * float(rng.uniform(0.1, 0.7)), dist)
            trials.append(
                gives(
                    "order_qty",
                    case,
                    reference_order(*case),
                    shown=f"order_qty(a fresh product, '{dist}')",
                    hidden=True,
                    slips=checks.order_slips(),
                )
            )
    return [
        fresh(trials, "Ten fresh products, quantiles compared with SciPy's: all right."),
        gives(
            "order_qty",
            (100.0, 30.0, 40.0, 24.0, 23.999, "normal"),
            reference_order(100.0, 30.0, 40.0, 24.0, 23.999, "normal"),
            hidden=True,
            core=False,
            shown="order_qty(a product whose leftovers cost a tenth of a cent)",
            why="almost every demand is worth meeting",
        ),
        gives(
            "order_qty",
            (100.0, 80.0, 40.0, 38.0, 5.0, "normal"),
            0.0,
            shown="order_qty(a product that hardly pays and may not sell)",
            hidden=True,
            core=False,
            why="the quantile lies below zero: order nothing",
        ),
        relates(
            "order_qty",
            [
                (100.0, 30.0, 40.0, 24.0, 10.0, "lognormal"),
                (200.0, 60.0, 40.0, 24.0, 10.0, "lognormal"),
            ],
            lambda one, two: abs(two - 2 * one) < 1e-6 * two,
            "Twice the demand in every respect is twice the order.",
        ),
    ]


def reference_order(mean, sd, price, cost, salvage, dist):
    ratio = (price - cost) / (price - salvage)
    if dist == "normal":
        return float(max(0.0, norm(mean, sd).ppf(ratio)))
    s = np.sqrt(np.log(1 + (sd / mean) ** 2))
    return float(lognorm(s, scale=mean * np.exp(-s * s / 2)).ppf(ratio))


def unconstrain(draws):
    trials = []
    for number, seed in enumerate(draws.seeds(5, "unconstrain")):
        mean = float(stream(seed, "mean").uniform(20, 60))
        sales, stock, _ = sales_with_gaps(
            seed, days=150, demand=mean, spread=0.3 * mean, stock=mean * (0.95 + 0.05 * number)
        )
        trials.append(
            gives(
                "unconstrain",
                (sales, stock),
                grid_mean(sales, stock),
                shown="unconstrain(a fresh product's days)",
                hidden=True,
                rtol=0.02,
                slips=checks.censor_slips(),
            )
        )
    sales, stock = checks.tiny_days()
    return [
        fresh(trials, "Five fresh products, compared with the likelihood on a grid: all right."),
        relates(
            "unconstrain",
            [(sales, stock), (sales[::-1].copy(), stock[::-1].copy())],
            lambda one, other: abs(one - other) < 0.02 * one,
            "The order of the days changes nothing.",
        ),
        relates(
            "unconstrain",
            [(sales, stock), (sales * 10, stock * 10)],
            lambda one, ten: abs(ten - 10 * one) < 0.3 * one,
            "Counted in single pieces instead of packs of ten, demand is ten times as large.",
        ),
    ]


def grid_mean(sales, stock):
    """The mean at the maximum of the censored normal likelihood, by looking at every point of a
    grid and then a finer one.
    """
    low, high, narrow, wide = sales.min(), 2 * sales.max(), 0.02 * sales.max(), sales.max()
    out = sales >= stock
    for _ in range(4):
        means, sds = (
            np.linspace(low, high, 60)[:, None, None],
            np.linspace(narrow, wide, 60)[None, :, None],
        )
        likelihood = norm.logpdf(sales[~out], means, sds).sum(-1) + norm.logsf(
            stock[out], means, sds
        ).sum(-1)
        i, j = np.unravel_index(likelihood.argmax(), likelihood.shape)
        mean, sd, step, jump = (
            float(means[i, 0, 0]),
            float(sds[0, j, 0]),
            (high - low) / 59,
            (wide - narrow) / 59,
        )
        low, high, narrow, wide = (
            mean - 2 * step,
            mean + 2 * step,
            max(1e-3, sd - 2 * jump),
            sd + 2 * jump,
        )
    return mean


def buy(draws):
    return [hidden_decision("buy", Scenario(), draws, baseline, expert)]


def baseline(history, price, cost, salvage):
    """The mean of the past."""
    return history.mean().tolist()


def expert(history, price, cost, salvage):
    """The critical ratio's quantile of a lognormal demand fitted to each product."""
    ratio = (price - cost) / (price - salvage)
    logs = np.log(history)
    return np.exp(logs.mean() + norm.ppf(ratio) * logs.std()).tolist()


def _lognormal(ratio):
    """A policy that orders the quantile `ratio` (a function of price, cost and salvage)."""

    def policy(history, price, cost, salvage):
        logs = np.log(history)
        return np.exp(logs.mean() + norm.ppf(ratio(price, cost, salvage)) * logs.std()).tolist()

    return policy


def _normal(history, price, cost, salvage):
    z = norm.ppf((price - cost) / (price - salvage))
    return (history.mean() + z * history.std()).clip(lower=0).tolist()


# What an action that is wrong in a known way earns: {sentence: policy}.
POLICY_SLIPS = {
    checks.MEAN_FOR_ALL: baseline,
    checks.SERVICE_FOR_ALL: lambda history, **_: (history.mean() + 1.645 * history.std()).tolist(),
    checks.NORMAL_FOR_ALL: _normal,
    checks.MEDIAN_FOR_ALL: lambda history, **_: history.median().tolist(),
    checks.LEFT_FOR_NOTHING: _lognormal(lambda price, cost, salvage: (price - cost) / price),
}


def debrief():
    """What a learner may read after submission: some of the expert's orders of practice season 0,
    as Markdown.
    """
    scenario = Scenario()
    seen = scenario.observe(0)
    history, price, cost, salvage = seen.values()
    ratio, orders = (price - cost) / (price - salvage), expert(**seen)
    places = sorted(range(len(orders)), key=lambda place: ratio.iloc[place])
    rows = "\n".join(
        f"| {history.columns[place]} | {history.iloc[:, place].mean():.0f} ±"
        f" {history.iloc[:, place].std():.0f} | ${price.iloc[place]:.2f} | ${cost.iloc[place]:.2f}"
        f" | ${salvage.iloc[place]:.2f} | {ratio.iloc[place]:.2f} | {orders[place]:.0f} |"
        for place in (*places[:3], *places[-3:])
    )
    values = practice_values(checks.SLUG)
    earned, first = values["expert"], values["baseline"]
    return (
        "The expert meets demand as often as it pays, product by product:\n\n```python\n"
        + EXPERT_CODE
        + "```\n\nThe three lowest and the three highest ratios of practice season 0:\n\n| Product"
        " | Demand | Price | Cost | Salvage | Ratio | Order |\n"
        + "| --- " * 7
        + "|\n"
        + rows
        + f"\n\nOver the {len(earned)} practice seasons it earns ${sum(earned) / len(earned):,.0f};"
        f" ordering the mean earns ${sum(first) / len(first):,.0f}. Five percent, for one line of arithmetic. *Mean plus"
        " 1.65 standard deviations* for everything would earn next to nothing: nearly all of the"
        " margin lies in the warehouse.\n\nA written answer that earned 2 of 2: "
        + MODEL_ANSWERS[2.0]
    )


EXPERT_CODE = inspect.getsource(expert).replace("def expert(", "def buy(")

MODEL_ANSWERS = {
    0.5: "I choose the near supplier because 9.92 is less than 10.67.",
    1.5: (
        "Near by: 9.92 dollars landed against 10.67 for 1,000 units, give or take 5% for freight."
        " With 1,000 pieces the sea freight is 1.20 a unit. The risk is that the near supplier"
        " cannot make more than 1,500 a month."
    ),
    2.0: (
        "For 1,000 mugs I buy near by: 9.92 dollars landed against 10.67. With freight a third"
        " cheaper or dearer it is 9.83 to 10.00 against 10.22 to 11.12. The far factory is cheaper"
        " at its door, but duty is taken of goods and freight, and only a thousand units share the"
        " whole shipment. It also takes eight weeks, so I would have to order before the season's"
        " first sales. Guardrail: the share that fails our drop test, at most 2%. From about 2,200"
        " units on, or if the duty falls below 3.8%, the far price wins and I ask again."
    ),
}
