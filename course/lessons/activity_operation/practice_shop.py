"""The practice platform's campaigns: a result, daily sales, merchants inside and outside,
applications.
"""

import numpy as np
import pandas as pd

from course.lessons.activity_operation.scenario import Scenario
from course.market.rng import stream


def campaign_result(seed=0, count=12):
    """What a campaign did, product by product: sku, sold, usual (units), price ($), margin, depth
    (shares), pulled, stolen (units).
    """
    rng = stream(seed, "campaign", "result")
    usual = np.exp(rng.normal(4, 0.8, count)).round()
    depth, lift = rng.choice([0.1, 0.2, 0.3, 0.4], count), rng.uniform(1.2, 4, count)
    sold = (usual * lift).round()
    return pd.DataFrame(
        {
            "sku": [f"sku-{number:02}" for number in range(1, count + 1)],
            "sold": sold,
            "usual": usual,
            "price": np.exp(rng.normal(3.4, 0.5, count)).round(2),
            "margin": rng.uniform(0.2, 0.6, count).round(2),
            "depth": depth,
            "pulled": ((sold - usual) * rng.uniform(0.05, 0.5, count)).round(),
            "stolen": ((sold - usual) * rng.uniform(0, 0.3, count)).round(),
        }
    )


def daily(seed=0, days=70, event=(56, 60), lift=2.5):
    """Units a day, a list: weekdays differ, business grows or shrinks a little, and on the days
    `event` (first, last) a campaign runs.
    """
    rng = stream(seed, "campaign", "days")
    weekday = rng.uniform(0.7, 1.4, 7)
    trend = 1 + rng.uniform(-0.06, 0.08)
    units = [
        200 * weekday[day % 7] * trend ** (day / 7) * float(np.exp(rng.normal(0, 0.04)))
        for day in range(days)
    ]
    return [
        round(each * (lift if event[0] <= day <= event[1] else 1.0), 1)
        for day, each in enumerate(units)
    ]


def merchants(seed=0, count=40, weeks=12):
    """Merchants week by week; half of them joined a campaign from week 7 on: merchant, joined
    (bool), week, after (bool), sales ($).
    """
    rng = stream(seed, "campaign", "merchants")
    joined = rng.permutation(np.arange(count) % 2 == 0)
    size, effect = np.exp(rng.normal(7, 0.6, count)), rng.uniform(0, 220)
    rows = []
    for merchant in range(count):
        drift = rng.normal(
            0, 90
        )  # what is special about this merchant's second half: its weeks are not independent
        for week in range(1, weeks + 1):
            after = week > weeks // 2
            sales = (
                size[merchant]
                + 25 * week
                + after * (drift + joined[merchant] * effect)
                + rng.normal(0, 60)
            )
            rows.append(
                (
                    f"m-{merchant + 1:02}",
                    bool(joined[merchant]),
                    week,
                    after,
                    round(float(sales), 2),
                )
            )
    return pd.DataFrame(rows, columns=["merchant", "joined", "week", "after", "sales"])


def venue(number):
    """The applications of practice campaign `number` (0 to 4), as a policy gets them."""
    return Scenario().observe(number)["items"]
