"""The practice shop's customers, its channels, and who of the population buys."""

import numpy as np
import pandas as pd

from course.lessons.audience_and_channel_fit.scenario import Scenario
from course.market.rng import stream

# Groups of customers: share, orders a year and dollars a basket (median, SD of the log).
GROUPS = (
    (0.40, (14.0, 0.18), (28.0, 0.30)),
    (0.35, (3.0, 0.25), (45.0, 0.30)),
    (0.25, (2.4, 0.25), (210.0, 0.28)),
)


def customers(seed=0, count=150, groups=GROUPS):
    """Customers of a shop with `groups` kinds of people: a DataFrame `orders` (a year) and `basket`
    ($).
    """
    rng = stream(seed, "audience", "customers")
    kind = rng.choice(len(groups), count, p=[share for share, _, _ in groups])
    return pd.DataFrame(
        {
            name: [
                groups[each][place][0] * np.exp(groups[each][place][1] * rng.standard_normal())
                for each in kind
            ]
            for place, name in ((1, "orders"), (2, "basket"))
        }
    ).round(2)


def channels(number):
    """The five channels of practice month `number` (0 to 4), a DataFrame."""
    return Scenario().observe(number)["channels"]
