"""The practice company's channels: a month, journeys, a test in regions, weeks of spend."""

import numpy as np
import pandas as pd

from course.lessons.channel_promotion.scenario import Scenario
from course.market.rng import stream

NAMES = ("search ads", "social ads", "creators", "affiliates", "email", "stand at the market")


def channel_month(seed=0):
    """A month by channel: a DataFrame channel, spend ($), new_buyers, monthly ($ of contribution a
    buyer and month), months (that a buyer stays).
    """
    rng = stream(seed, "channels", "month")
    count = len(NAMES)
    buyers = rng.integers(20, 900, count)
    return pd.DataFrame(
        {
            "channel": NAMES,
            "spend": (buyers * rng.uniform(8, 60, count)).round(2),
            "new_buyers": buyers,
            "monthly": rng.uniform(1.5, 9, count).round(2),
            "months": rng.uniform(4, 20, count).round(1),
        }
    )


def journeys(seed, channels=("search", "social", "email", "video")):
    """Fresh paths of one to three channels: a DataFrame path, journeys, conversions."""
    rng = stream(seed, "channels", "journeys")
    rows = {}
    for _ in range(9):
        path = " > ".join(rng.choice(channels, int(rng.integers(1, 4)), replace=False))
        count = int(rng.integers(100, 1500))
        rows[path] = (path, count, int(rng.binomial(count, rng.uniform(0.01, 0.12))))
    return pd.DataFrame(rows.values(), columns=["path", "journeys", "conversions"])


def geo_test(seed=0, regions=40, lift=None):
    """A channel switched on in half of the regions: a DataFrame region, treated (bool), before,
    during (sales a week, $).
    """
    rng = stream(seed, "channels", "regions")
    size = np.exp(rng.normal(8.3, 0.4, regions))
    treated = rng.permutation(np.arange(regions) % 2 == 0)
    true = float(rng.uniform(0, 600)) if lift is None else lift
    season = size * rng.uniform(0.02, 0.15)
    before = size + rng.normal(0, 250, regions)
    during = size + season + treated * true + rng.normal(0, 250, regions)
    return pd.DataFrame(
        {
            "region": [f"region {number + 1}" for number in range(regions)],
            "treated": treated,
            "before": before.round(2),
            "during": during.round(2),
        }
    )


def weeks(number):
    """(history, budget) of practice company `number` (0 to 4), as a policy gets them."""
    return tuple(Scenario().observe(number).values())
