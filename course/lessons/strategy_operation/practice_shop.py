"""The practice platform's result lists, swap tests, switchbacks and search pages."""

import numpy as np
import pandas as pd

from course.lessons.strategy_operation.scenario import Scenario, attention
from course.market.rng import stream


def result_list(seed=0, count=12):
    """Grades of relevance (0 to 3) of a result list, first place first: a list."""
    return [
        int(grade)
        for grade in stream(seed, "ranking", "grades").choice(4, count, p=[0.45, 0.25, 0.2, 0.1])
    ]


def swaps(seed=0, places=8, views=20_000, exponent=None):
    """A swap test: in pair k the same products stood now at place k, now at k + 1, by lot.
    DataFrame pair, position, views, clicks.
    """
    rng = stream(seed, "ranking", "swaps")
    exponent = float(rng.uniform(0.5, 1.4)) if exponent is None else exponent
    theta, rows = attention(places, exponent), []
    for pair in range(1, places):
        relevance = rng.uniform(0.2, 0.8)
        for position in (pair, pair + 1):
            rows.append(
                (pair, position, views, int(rng.binomial(views, theta[position - 1] * relevance)))
            )
    return pd.DataFrame(rows, columns=["pair", "position", "views", "clicks"])


def switchbacks(seed=0, periods=40, slots=6):
    """A rule switched on and off by lot, period by period: DataFrame period, on (bool), slot (1 to
    6, ten minutes each), gmv ($).

    In the first two slots of a period orders still belong to the rule before.
    """
    rng = stream(seed, "ranking", "switchback")
    on = rng.permutation(np.arange(periods) % 2 == 0)
    effect, rows = float(rng.uniform(20, 120)), []
    for period in range(periods):
        level = 1000 + 150 * np.sin(2 * np.pi * period / 8) + rng.normal(0, 60)
        for slot in range(1, slots + 1):
            rule = on[period] if slot > 2 else on[period - 1] if period else False
            rows.append(
                (
                    period,
                    bool(on[period]),
                    slot,
                    round(float(level + effect * rule + rng.normal(0, 30)), 2),
                )
            )
    return pd.DataFrame(rows, columns=["period", "on", "slot", "gmv"])


def search_page(number):
    """The log of practice page `number` (0 to 4), as a policy gets it."""
    return Scenario().observe(number)["log"]
