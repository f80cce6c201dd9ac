"""The practice shop's coupon tests and how long customers stay away."""

import numpy as np
import pandas as pd

from course.lessons.activation_and_recall.scenario import Scenario
from course.market.rng import stream


def coupon_test(number):
    """(train, users) of practice month `number` (0 to 4), as a policy gets them."""
    return tuple(Scenario().observe(number).values())


def scored(seed=0, count=400):
    """A randomised test that somebody has scored: DataFrame bought, treated (0 or 1), score (higher:
    more moved, they say).
    """
    rng = stream(seed, "recall", "scored")
    moved = rng.normal(0.05, 0.15, count)
    treated = (rng.random(count) < rng.uniform(0.4, 0.7)).astype(int)
    bought = rng.random(count) < np.clip(0.25 + moved * treated, 0, 1)
    return pd.DataFrame(
        {
            "bought": bought.astype(int),
            "treated": treated,
            "score": (moved + rng.normal(0, 0.15, count)).round(4),
        }
    )


def returns(seed=0, count=500):
    """How long customers took to order again: DataFrame days (until the next order, or until
    today), returned (1 if there was one).
    """
    rng = stream(seed, "recall", "returns")
    rhythm, spread = rng.uniform(20, 45), rng.uniform(0.2, 0.45)
    days = np.where(
        rng.random(count) < rng.uniform(0.4, 0.7),
        rhythm * np.exp(spread * rng.standard_normal(count)),
        rng.exponential(400, count),
    )
    seen = rng.integers(60, 200, count)
    return pd.DataFrame(
        {
            "days": np.minimum(days.astype(int) + 1, seen),
            "returned": (days.astype(int) + 1 <= seen).astype(int),
        }
    )
