"""The practice platform's plans and what came of them, its months, its quarters, its categories."""

import numpy as np
import pandas as pd

from course.lessons.business_operation.scenario import Scenario
from course.market.rng import stream


def commercial_year(seed=0):
    """Twelve months: DataFrame month, gmv ($), revenue (what the platform got of it, $), forecast
    and actual (orders), of which some months may be 0.
    """
    rng = stream(seed, "business", "year")
    actual = rng.poisson(rng.uniform(20, 400) * np.exp(0.5 * rng.standard_normal(12)))
    actual[rng.choice(12, 2, replace=False)] = 0
    gmv = actual * rng.uniform(20, 60)
    return pd.DataFrame(
        {
            "month": np.arange(1, 13),
            "gmv": gmv.round(2),
            "revenue": (gmv * rng.uniform(0.06, 0.16, 12)).round(2),
            "forecast": (actual.mean() * np.exp(0.3 * rng.standard_normal(12))).round(),
            "actual": actual,
        }
    )


def monthly(seed=0, months=48):
    """Sales of one category by month, thousands of dollars: an array. It grows or shrinks, has a
    season of twelve months, and wanders.
    """
    rng = stream(seed, "business", "monthly")
    t = np.arange(months)
    season = np.exp(0.25 * rng.standard_normal(12))
    level = rng.uniform(80, 400) * np.exp(
        rng.uniform(-0.004, 0.02) * t + np.cumsum(0.02 * rng.standard_normal(months))
    )
    return (
        level
        * np.tile(season / season.mean(), months // 12 + 1)[:months]
        * np.exp(rng.uniform(0.05, 0.15) * rng.standard_normal(months))
    ).round(1)


def quarter(seed=0):
    """(plan, actual) of a quarter: two dictionaries orders, aov ($), take (share), cost ($ an
    order).
    """
    rng = stream(seed, "business", "quarter")
    plan = {
        "orders": int(rng.integers(5_000, 80_000)),
        "aov": round(float(rng.uniform(20, 90)), 2),
        "take": round(float(rng.uniform(0.06, 0.18)), 3),
        "cost": round(float(rng.uniform(0.5, 3)), 2),
    }
    up = np.exp(0.15 * rng.standard_normal(4))
    return plan, {
        "orders": int(plan["orders"] * up[0]),
        "aov": round(plan["aov"] * float(up[1]), 2),
        "take": round(plan["take"] * float(up[2]), 3),
        "cost": round(plan["cost"] * float(up[3]), 2),
    }


def history(number):
    """(categories, experiments) of practice platform `number` (0 to 4), as a policy gets them."""
    return tuple(Scenario().observe(number).values())
