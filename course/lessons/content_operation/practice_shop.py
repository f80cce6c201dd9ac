"""The practice shop's posts day by day, logs of an older plan, and whole weeks to try a
policy on.
"""

import numpy as np
import pandas as pd

from course.lessons.content_operation.scenario import Scenario
from course.market.rng import stream

POSTS = (
    "how to clean a flask",
    "five lunches for a week",
    "desk lamp compared",
    "gift under 20 dollars",
    "what broke, and how we mended it",
)


def post_days(seed=0, days=7):
    """Posts by day: a DataFrame post, day, impressions, clicks, reads (to the end), orders, gmv
    ($).
    """
    rng = stream(seed, "content", "posts")
    rows = []
    for post in POSTS:
        ctr, through, cvr, basket = (
            rng.uniform(0.01, 0.12),
            rng.uniform(0.1, 0.7),
            rng.uniform(0.002, 0.05),
            rng.uniform(12, 60),
        )
        for day in range(1, days + 1):
            shown = int(np.exp(rng.uniform(np.log(200), np.log(20_000))))
            clicks = int(rng.binomial(shown, ctr))
            reads = int(rng.binomial(clicks, through))
            orders = int(rng.binomial(reads, cvr))
            rows.append((post, day, shown, clicks, reads, orders, round(orders * basket, 2)))
    return pd.DataFrame(
        rows, columns=["post", "day", "impressions", "clicks", "reads", "orders", "gmv"]
    )


def logged(seed=0, count=3_000, items=6):
    """A log of what an older plan showed: a DataFrame item, propensity (chance with which it was
    shown), click (0 or 1).
    """
    rng = stream(seed, "content", "log")
    chances, rates = rng.dirichlet(np.full(items, 2.0)), rng.beta(3, 40, items)
    shown = rng.choice(items, count, p=chances)
    return pd.DataFrame(
        {
            "item": shown,
            "propensity": chances[shown],
            "click": (rng.random(count) < rates[shown]).astype(int),
        }
    )


def run_week(number, policy):
    """Clicks of `policy` (a function history, now, turn, seed) in practice week `number` (0 to 4),
    6,000 impressions.
    """
    return Scenario().play(number, lambda observed: policy(**observed))
