"""The practice shop's customers: their orders, how a year of them looks, and what mail does."""

import pandas as pd

from course.lessons.user_operation.scenario import Scenario
from course.market import retention, town
from course.market.parameters import tideway
from course.market.rng import stream

SEGMENTS = town.names("segments")[:3]  # regulars, new, sleepers


def orders(seed=0, months=8, newcomers=40):
    """Orders of `months` months: DataFrame customer, month (0, 1, ...). Somebody may order twice in
    a month.
    """
    rng = stream(seed, "users", "orders")
    return retention.monthly_orders(tideway(), rng, months, newcomers)


def buyers(seed=0, count=500):
    """Customers of one shop: DataFrame x (repeat purchases), tx (week of the last), T (weeks since
    the first). Shops differ.
    """
    rng = stream(seed, "users", "buyers")
    rate, leave, weeks = retention.clientele(tideway(), rng, count)
    x, last, _ = retention.purchases(rng, rate, leave, weeks)
    return pd.DataFrame({"x": x, "tx": last.round(2), "T": weeks.round(2)})


def mail_curves(seed=0, most=7):
    """What tests of mail showed: DataFrame segment, sends (a week, 0 to 7), profit ($ a subscriber
    and week), leaves (share unsubscribing in a week).
    """
    return retention.mail_test(tideway(), stream(seed, "users", "mail"), SEGMENTS, most)


def last_year(number):
    """The customers of practice year `number` (0 to 4), as a policy gets them."""
    return Scenario().observe(number)["rfm"]


def saves(number, chosen):
    """Dollars of margin that the service saves in practice year `number` with `chosen`, a list."""
    return Scenario().value(number, chosen)
