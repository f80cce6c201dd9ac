"""The practice shop's customers: their orders, how a year of them looks, and what mail does."""

import pandas as pd

from course.lessons.user_operation.scenario import Scenario, purchases
from course.market.rng import stream

SEGMENTS = ("new", "regular", "silent")


def orders(seed=0, months=8, newcomers=40):
    """Orders of `months` months: DataFrame customer, month (0, 1, ...). Somebody may order twice in
    a month.
    """
    rng = stream(seed, "users", "orders")
    rows, number, stay = [], 0, rng.uniform(0.6, 0.9)
    for first in range(months):
        for _ in range(int(rng.poisson(newcomers * (1 + 0.1 * first)))):
            number += 1
            activity, month = rng.beta(2, 3), first
            while month < months:
                if month == first or rng.random() < activity:
                    rows += [(number, month)] * int(1 + rng.poisson(0.3))
                month += 1
                if rng.random() > stay:
                    break
    return pd.DataFrame(rows, columns=["customer", "month"])


def buyers(seed=0, count=500):
    """Customers of one shop: DataFrame x (repeat purchases), tx (week of the last), T (weeks since
    the first). Shops differ.
    """
    rng = stream(seed, "users", "buyers")
    weeks = rng.uniform(30, 60, count)
    rate = rng.gamma(rng.uniform(0.4, 1.2), 1 / rng.uniform(4, 12), count)
    leave = rng.beta(rng.uniform(0.7, 1.5), rng.uniform(2, 4), count)
    x, last, _ = purchases(rng, rate, leave, weeks)
    return pd.DataFrame({"x": x, "tx": last.round(2), "T": weeks.round(2)})


def mail_curves(seed=0):
    """What tests of mail showed: DataFrame segment, sends (a week, 0 to 7), profit ($ a subscriber
    and week), leaves (share unsubscribing in a week).
    """
    rng, rows = stream(seed, "users", "mail"), []
    for segment in SEGMENTS:
        first, fade, tired = (
            rng.uniform(0.01, 0.08),
            rng.uniform(0.4, 0.85),
            rng.uniform(0.0005, 0.006),
        )
        for sends in range(8):
            rows.append(
                (
                    segment,
                    sends,
                    round(float(first * (1 - fade**sends) / (1 - fade)), 4),
                    round(float(tired * sends**1.5), 5),
                )
            )
    return pd.DataFrame(rows, columns=["segment", "sends", "profit", "leaves"])


def last_year(number):
    """The customers of practice year `number` (0 to 4), as a policy gets them."""
    return Scenario().observe(number)["rfm"]
