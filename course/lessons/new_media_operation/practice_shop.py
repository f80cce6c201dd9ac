"""The practice channel: live rooms, a town that was posted to and one that was not, last month's
slots.
"""

import numpy as np
import pandas as pd

from course.lessons.new_media_operation.scenario import Scenario
from course.market.rng import stream


def live_sessions(seed=0, count=20):
    """Live rooms: DataFrame session, views, viewers (different people), orders, gmv ($), refunded
    ($ of it, sent back within two weeks).
    """
    rng = stream(seed, "media", "live")
    viewers = rng.integers(200, 9000, count)
    views = (viewers * rng.uniform(1.1, 2.5, count)).astype(int)
    orders = rng.binomial(viewers, rng.uniform(0.004, 0.05, count))
    gmv = orders * rng.uniform(15, 60, count)
    return pd.DataFrame(
        {
            "session": np.arange(1, count + 1),
            "views": views,
            "viewers": viewers,
            "orders": orders,
            "gmv": gmv.round(2),
            "refunded": (gmv * rng.uniform(0.05, 0.5, count)).round(2),
        }
    )


def two_towns(seed=0, weeks=40):
    """(orders a week in a town, the same in one without our posts, first week with posts): two
    arrays and a number. Both grow, and share holidays.
    """
    rng = stream(seed, "media", "towns")
    start = int(rng.integers(15, 26))
    season = rng.normal(0, 25, weeks)
    growth = rng.uniform(0.5, 3.0) * np.arange(weeks)
    other = 180 + 0.6 * growth + season + rng.normal(0, 6, weeks)
    town = (
        260
        + growth
        + rng.uniform(0.8, 1.2) * season
        + rng.uniform(0, 40) * (np.arange(weeks) >= start)
        + rng.normal(0, 8, weeks)
    )
    return town.round(1), other.round(1), start


def last_month(number):
    """The twelve slots of practice month `number` (0 to 4), as a policy gets them."""
    return Scenario().observe(number)["history"]
