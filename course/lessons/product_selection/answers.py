"""Answers of the lesson: hidden checks, baseline, expert and keys. Never shipped to learners."""

import inspect

import numpy as np

from course.check import fresh, gives, mapping, relates
from course.check.decision import hidden as hidden_decision
from course.lessons.product_selection import checks
from course.lessons.product_selection.bank import GIVEN, HINTS, KINDS
from course.lessons.product_selection.practice_shop import SEASON, monthly_searches
from course.lessons.product_selection.scenario import Scenario
from course.market.rng import stream

SIGNALS_KEY = {
    "Share of first-page places that are ads": "competition",
    "Share of reviews that say 'smaller than expected'": "returns",
    "The factory's price at 500 pieces": "margin",
    "The supplier calls it his best seller": "vanity",
    "Trend of its searches over three years, months taken out": "demand",
    "Week of the year in which last year's stock was cleared": "season",
}


def signal(draws):
    reasons = {text: HINTS[kind] for text, kind in SIGNALS_KEY.items()}
    return [
        mapping(
            "signal",
            SIGNALS_KEY,
            set(KINDS),
            tiers=[(0.9, 1.0), (0.7, 0.5)],
            reasons=reasons,
            given=GIVEN,
        )
    ]


def unit_contribution(draws):
    trials = []
    for seed in draws.seeds(5, "unit_contribution"):
        rng = stream(seed, "row")
        for _ in range(3):
            row = {
                name: round(float(rng.uniform(*limits)), 2)
                for name, limits in {
                    "price": (15, 90),
                    "fee": (0.05, 0.2),
                    "cost": (4, 30),
                    "shipping": (2, 8),
                    "return_rate": (0.02, 0.45),
                    "handling": (1, 8),
                }.items()
            }
            trials.append(
                gives(
                    "unit_contribution",
                    (row,),
                    reference_unit(row),
                    shown="unit_contribution(a fresh product)",
                    hidden=True,
                    atol=0.005,
                    slips=checks.unit_slips(),
                )
            )
    row = checks.lunch_box()
    return [
        fresh(trials, "Fifteen fresh products: all right to the cent."),
        gives(
            "unit_contribution",
            (row | {"return_rate": 1.0},),
            -9.0,
            shown="unit_contribution(a product that always comes back)",
            hidden=True,
            core=False,
            atol=0.005,
            why="nothing is kept; the parcel there and the handling back are paid",
        ),
        gives(
            "unit_contribution",
            (row | {"price": 10.0},),
            -7.4,
            shown="unit_contribution(a product below its cost)",
            hidden=True,
            core=False,
            atol=0.005,
            why="a unit may lose money, and then fewer kept ones lose less",
        ),
        relates(
            "unit_contribution",
            [(row,), (row | {"shipping": 5.0},)],
            lambda less, more: abs(less - more - 1) < 1e-9,
            "A dollar more of parcel is a dollar less, whatever comes back ({0}, then {1}).",
        ),
    ]


def reference_unit(row):
    """A hundred units, one kind after the other."""
    sent, back = 100.0, 100.0 * row["return_rate"]
    till = (sent - back) * row["price"]
    paid = (
        row["fee"] * till
        + (sent - back) * row["cost"]
        + sent * row["shipping"]
        + back * row["handling"]
    )
    return (till - paid) / 100


def trend(draws):
    season = np.array(SEASON)
    trials = []
    for number, seed in enumerate(draws.seeds(5, "trend")):
        growth = float(stream(seed, "growth").uniform(-0.04, 0.04))
        series = monthly_searches(seed, years=2 + number % 3, growth=growth)
        trials.append(
            gives(
                "trend",
                (series, season),
                reference_trend(series, season),
                shown="trend(a fresh product's months)",
                hidden=True,
                slips=checks.trend_slips(),
            )
        )
    short = monthly_searches("short", years=2)[:19]
    pure = 500 * np.exp(-0.03 * np.arange(24)) * np.tile(season, 2)
    return [
        fresh(trials, "Five fresh series, fitted by the normal equations: all right."),
        gives(
            "trend",
            (pure, season),
            -0.03,
            shown="trend(a product that loses 3% a month)",
            hidden=True,
            core=False,
            why="without noise the slope is exact",
        ),
        gives(
            "trend",
            (short, season),
            reference_trend(short, season),
            shown="trend(nineteen months)",
            hidden=True,
            core=False,
            why=(
                "the last year is not whole: the season begins again in each January and stops"
                " where the series stops"
            ),
        ),
        relates(
            "trend",
            [(pure, season), (pure * 10, season)],
            lambda one, other: abs(one - other) < 1e-9,
            "Ten times the searches have the same trend.",
        ),
    ]


def reference_trend(series, season):
    """The least-squares slope from its sums."""
    y = np.log([value / season[month % len(season)] for month, value in enumerate(series)])
    x = np.arange(len(y)) - (len(y) - 1) / 2
    return float((x * y).sum() / (x * x).sum())


def gini(draws):
    shares, curves = [], []
    for number, seed in enumerate(draws.seeds(5, "gini")):
        rng = stream(seed, "sales")
        x = np.round(np.exp(rng.normal(4, 0.4 + 0.3 * number, 40 + 5 * number)), 2)
        x[: 3 * number] = 0.0
        x = rng.permutation(x)
        curves.append(
            gives(
                "gini",
                (x,),
                reference_gini(x),
                shown="gini(a fresh shop's sales)",
                hidden=True,
                slips=checks.gini_slips(),
            )
        )
        shares.append(
            gives(
                "pareto_share",
                (x, 0.2),
                reference_share(x, 0.2),
                shown="pareto_share(a fresh shop's sales, 0.2)",
                hidden=True,
                slips=checks.pareto_slips(),
            )
        )
    ties, nothing = np.array([3.0, 3.0, 1.0, 1.0, 2.0]), np.zeros(5)
    return [
        fresh(curves, "Five fresh shops, pair by pair: the Gini coefficients are right."),
        fresh(shares, "Five fresh shops: the shares of the largest are right."),
        gives(
            "gini",
            (ties,),
            reference_gini(ties),
            shown="gini([3, 3, 1, 1, 2])",
            hidden=True,
            core=False,
            why="ties change nothing",
        ),
        gives(
            "gini",
            (nothing,),
            0.0,
            shown="gini(a shop that sold nothing)",
            hidden=True,
            core=False,
            why="nothing is shared out equally: 0, not a division by 0",
        ),
        gives(
            "pareto_share",
            (nothing, 0.2),
            0.0,
            shown="pareto_share(a shop that sold nothing, 0.2)",
            hidden=True,
            core=False,
            why="no sales: the share is 0",
        ),
        gives(
            "pareto_share",
            (np.array([5.0, 1.0, 4.0]), 0.1),
            0.5,
            shown="pareto_share([5, 1, 4], 0.1)",
            hidden=True,
            core=False,
            why="a tenth of three products is less than one: take at least one",
        ),
    ]


def reference_gini(x):
    """The mean difference of all pairs over twice the mean (Gini, 1912)."""
    total = sum(abs(a - b) for a in x for b in x)
    return float(total / (2 * len(x) * x.sum())) if x.sum() else 0.0


def reference_share(x, top):
    best = sorted(x.tolist(), reverse=True)[: max(1, round(top * len(x)))]
    return sum(best) / float(x.sum())


def choose(draws):
    return [hidden_decision("choose", Scenario(), draws, baseline, expert)]


def baseline(candidates):
    """The eight with the most searches."""
    return candidates.sort_values("searches", ascending=False, kind="stable")["product"].tolist()[
        :8
    ]


def expert(candidates):
    """Expected dollars: demand shared with the crowd, ordinary conversion, margin net of ordinary
    returns, less the launch.
    """
    c = candidates
    orders = c["searches"] / (1 + c["offers"]) * 0.032
    score = 13 * orders * (c["margin"] * (1 - 0.125) - 4 * 0.125) - 900
    best = c.assign(score=score).sort_values("score", ascending=False).head(8)
    return best.loc[best["score"] > 0, "product"].tolist()


def _eight(score):
    """A policy that launches the eight with the highest `score` (a function of the table)."""

    def policy(candidates):
        ranked = candidates.assign(score=score).sort_values("score", ascending=False)
        return ranked["product"].tolist()[:8]

    return policy


# What an action that is wrong in a known way earns: {sentence: policy}.
POLICY_SLIPS = {
    checks.SEARCHES_ALONE: baseline,
    checks.MARGIN_ALONE: _eight(lambda c: c["margin"]),
    checks.NO_MARGIN: _eight(lambda c: c["searches"] / (1 + c["offers"])),
    checks.BY_OFFERS: _eight(lambda c: c["searches"] / c["offers"]),
    checks.NO_CROWD: _eight(lambda c: c["searches"] * c["margin"]),
}


def debrief():
    """What a learner may read after submission: the expert's eight of practice draw 0, as
    Markdown.
    """
    from course.lessons.product_selection.scenario import forecast

    scenario = Scenario()
    seen = scenario.observe(0)["candidates"]
    table, payoffs = seen.assign(said=forecast(seen)).set_index("product"), scenario.payoffs(0)
    picked = expert(seen)
    rows = "\n".join(
        f"| {each} | {table.loc[each, 'searches']:,.0f} |"
        f" {table.loc[each, 'offers']:.0f} | ${table.loc[each, 'margin']:.2f} |"
        f" ${table.loc[each, 'said']:,.0f} | ${payoffs[each]:,.0f} |"
        for each in picked
    )
    said, earned = table.loc[picked, "said"].sum(), sum(payoffs[each] for each in picked)
    return (
        "The expert asks what each product would earn, and nothing else:\n\n```python\n"
        + EXPERT_CODE
        + "```\n\nIts eight of practice draw 0:\n\n| Product | Searches | Offers | Margin |"
        " Forecast | Earned |\n"
        + "| --- " * 6
        + "|\n"
        + rows
        + f"\n\nTogether they were forecast to earn ${said:,.0f} and earned ${earned:,.0f}. Over"
        " many draws the forecast of what is chosen lies above what it earns: of sixty noisy"
        " numbers the highest are high by luck too. That is the winner's curse. It lowers all of"
        " the best by about the same share, so their order stays, and here shrinking each number"
        " first would choose the same products. It matters when you promise the sum to"
        " somebody.\n\nA written answer that earned 2 of 2: " + MODEL_ANSWERS[2.0]
    )


EXPERT_CODE = inspect.getsource(expert).replace("def expert(", "def choose(")

MODEL_ANSWERS = {
    0.5: "If it does not sell well within three months, we stop it.",
    1.5: (
        "The pizza stone is stopped if it has not earned back 900 dollars after 13 weeks; forecast"
        " 5,791, from 600 to 12,800. It shares its searches with two others and starts without"
        " reviews, so its first weeks will be slow. Guardrail: returns below 18%."
    ),
    2.0: (
        "The pizza stone is forecast at 5,791 dollars in 13 weeks; by the spread of a hundred lists"
        " 600 to 12,800. It starts without reviews, so few of those who search see it in the first"
        " month; I therefore read its add-to-cart rate from week 5 on, not its sales from week 1. It"
        " is stopped at week 8 if that rate stays below 5% of 400 sessions: then the page is seen"
        " and not wanted. Guardrail: returns, 12.5% expected, stop at 20%. If the rivals' prices"
        " fell by a tenth meanwhile, the number says nothing about the product, and it gets four"
        " weeks at the new price."
    ),
}
