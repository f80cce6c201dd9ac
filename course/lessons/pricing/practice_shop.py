"""The practice shop's weeks of one backpack, its baskets, and its twenty products."""

import numpy as np
import pandas as pd

from course.lessons.pricing.scenario import Scenario
from course.market.rng import stream

# How shoppers answer to a delivery fee: who is `gap` dollars short fills up with chance TOP_UP ×
# e^(−gap ÷ (REACH × basket)), else pays or leaves.
TOP_UP, REACH, LEAVES = 0.6, 0.30, 0.05  # LEAVES: chance to leave for each dollar of fee


def backpack_weeks(seed=0, weeks=26, elasticity=2.4, follows=0.175, shock=0.35):
    """Weeks of the olive backpack, whose price followed demand: a DataFrame price, units, index."""
    rng = stream(seed, "pricing", "lamp")
    z = shock * rng.standard_normal(weeks)
    log_price = np.log(38) + follows * z + 0.06 * rng.standard_normal(weeks)
    log_units = (
        np.log(120) - elasticity * (log_price - np.log(38)) + z + 0.08 * rng.standard_normal(weeks)
    )
    return pd.DataFrame(
        {
            "price": np.exp(log_price).round(2),
            "units": np.exp(log_units).round(1),
            "index": (z + 0.02 * rng.standard_normal(weeks)).round(4),
        }
    )


def baskets(seed=0, count=300, middle=38.0):
    """Baskets of a month in dollars, an array: lognormal with median `middle`."""
    rng = stream(seed, "pricing", "baskets")
    return (middle * np.exp(0.55 * rng.standard_normal(count))).round(2)


def threshold_profit(threshold, baskets_, fee, cost, margin):
    """Expected $ of the baskets if delivery is free from `threshold` on and costs the shopper `fee`
    below.
    """
    gap = threshold - baskets_
    top_up = np.where(gap > 0, TOP_UP * np.exp(-np.maximum(gap, 0) / (REACH * baskets_)), 0.0)
    stay = np.maximum(0.0, 1 - LEAVES * fee)
    below = top_up * (margin * threshold - cost) + (1 - top_up) * stay * (
        margin * baskets_ + fee - cost
    )
    return float(np.where(gap > 0, below, margin * baskets_ - cost).sum())


def shop(number):
    """(history, products) of practice shop `number` (0 to 4), as a policy gets them."""
    return tuple(Scenario().observe(number).values())
