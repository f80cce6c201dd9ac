"""The practice shop's members, customers who joined or did not, points, and tested programmes."""

import numpy as np
import pandas as pd
from scipy.special import expit

from course.lessons.membership_operation.scenario import Scenario
from course.market.rng import stream


def members(seed=0, count=300):
    """Members of one year: DataFrame member, orders, orders_without (what the likes of them order
    without it), basket ($ an order).
    """
    rng = stream(seed, "membership", "members")
    without = rng.gamma(1.5, 6.0, count).round(1)
    return pd.DataFrame(
        {
            "member": np.arange(1, count + 1),
            "orders": (without * rng.uniform(0.9, 1.8, count)).round(1),
            "orders_without": without,
            "basket": rng.uniform(20, 60, count).round(2),
        }
    )


def customers(seed=0, count=600):
    """Customers, half a year before and after the programme began: DataFrame member (bool), band
    (of spending before), before, after ($).
    """
    rng = stream(seed, "membership", "customers")
    before = rng.gamma(1.2, 120.0, count)
    member = rng.random(count) < expit((before - rng.uniform(120, 220)) / 60)
    trend = (
        30 - rng.uniform(0.05, 0.35) * before
    )  # those who spent much fall back, those who spent little rise, with or without programme
    after = np.maximum(0.0, before + trend + rng.uniform(5, 50) * member + rng.normal(0, 25, count))
    band = pd.cut(
        before,
        [-1, 50, 100, 200, 300, np.inf],
        labels=["0-50", "50-100", "100-200", "200-300", "over 300"],
    ).astype(str)
    return pd.DataFrame(
        {"member": member, "band": band, "before": before.round(2), "after": after.round(2)}
    )


def point_ledger(seed=0, count=200):
    """Points on 31 December: DataFrame user, last_year and this_year (points given in those years),
    used (since the start of last year).
    """
    rng = stream(seed, "membership", "points")
    last, this = rng.poisson(rng.uniform(0, 900, count)), rng.poisson(rng.uniform(0, 900, count))
    used = rng.binomial(
        last + this, np.where(rng.random(count) < 0.4, 0.02, rng.uniform(0.1, 0.95, count))
    )
    return pd.DataFrame(
        {"user": np.arange(1, count + 1), "last_year": last, "this_year": this, "used": used}
    )


def programme(number):
    """(users, tests, costs) of practice programme `number` (0 to 4), as a policy gets them."""
    return tuple(Scenario().observe(number).values())
