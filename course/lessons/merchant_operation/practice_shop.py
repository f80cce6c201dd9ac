"""The practice platform's shops: their orders and what went wrong, newcomers on their way to a
first order, quarters to decide.
"""

import numpy as np
import pandas as pd

from course.lessons.merchant_operation.scenario import Scenario
from course.market.rng import stream

STEPS = ("approved", "listed", "viewed", "ordered")


def orders(seed=0, count=600, today=120):
    """One shop's orders: DataFrame order, day (of the order, 1 to today), feedback, claim,
    chargeback (1 if bad, as known today). Trouble takes weeks.
    """
    rng = stream(seed, "merchants", "orders")
    day = np.sort(rng.integers(1, today + 1, count))
    rate, lag = rng.uniform(0.01, 0.06), rng.gamma(3.0, 7.0, (3, count))
    trouble = rng.random(count) < rate
    shown = [
        trouble & (rng.random(count) < share) & (day + lag[place] <= today)
        for place, share in enumerate((0.7, 0.5, 0.3))
    ]
    return pd.DataFrame(
        {
            "order": np.arange(1, count + 1),
            "day": day,
            **{
                name: each.astype(int)
                for name, each in zip(("feedback", "claim", "chargeback"), shown, strict=True)
            },
        }
    )


def applicants(seed=0, count=400, today=180):
    """New shops: DataFrame shop, applied (day), and the day of approved, listed, viewed, ordered
    (the first one); NaN where it has not happened by today.
    """
    rng = stream(seed, "merchants", "applicants")
    applied = rng.integers(1, today + 1, count)
    shares, waits = rng.uniform(0.45, 0.95, len(STEPS)), rng.uniform(2, 7, len(STEPS))
    table, day, alive = (
        {"shop": np.arange(1, count + 1), "applied": applied},
        applied.astype(float),
        np.ones(count, dtype=bool),
    )
    for name, share, wait in zip(STEPS, shares, waits, strict=True):
        day = day + 1 + rng.exponential(wait, count).round()
        alive = alive & (rng.random(count) < share)
        table[name] = np.where(alive & (day <= today), day, np.nan)
    return pd.DataFrame(table)


def shops(number):
    """The shops of practice quarter `number` (0 to 4), as a policy gets them."""
    return Scenario().observe(number)["merchants"]
