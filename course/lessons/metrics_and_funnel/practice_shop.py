"""The practice shop's events, its weeks by device, and its funnel beside that of its peers."""

import copy

import pandas as pd

from course.lessons.metrics_and_funnel.bank import DEVICE_WEEKS, TWO_WEEKS
from course.lessons.metrics_and_funnel.scenario import Scenario
from course.market import shopweek
from course.market.parameters import tideway
from course.market.rng import stream

STEPS = shopweek.STEPS


def shop_events(seed=0, users=2000):
    """One day's events in the order in which they reached the server: a DataFrame with `user`,
    `time` (seconds since midnight), `step`.

    People look several times, come back, and repeat steps. Some events have no
    step before them: a cart filled yesterday, an order by phone.
    """
    return shopweek.day(tideway(), stream(seed, "funnel", "events"), users)


def two_weeks():
    """Two weeks' metric trees of the practice shop, as dictionaries without the root."""
    return copy.deepcopy(TWO_WEEKS)


def device_weeks():
    """Sessions and orders of two weeks by device: a DataFrame `segment`, `sessions0`, `orders0`,
    `sessions1`, `orders1`.
    """
    return pd.DataFrame(DEVICE_WEEKS)


def shop_funnel(number):
    """(funnel, peers, cost) of practice shop `number` (0 to 4), as a policy gets them."""
    return tuple(Scenario().observe(number).values())


def earns(number, chosen):
    """Dollars of a quarter that the repairs `chosen`, a list of ids, earn in practice shop
    `number`.
    """
    return Scenario().value(number, chosen)
