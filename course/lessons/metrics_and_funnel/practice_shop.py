"""The practice shop's events, its weeks by device, and its funnel beside that of its peers."""

import pandas as pd

from course.lessons.metrics_and_funnel.scenario import Scenario
from course.market.rng import stream

STEPS = ("view", "cart", "checkout", "order")


def shop_events(seed=0, users=2000):
    """One day's events in the order in which they reached the server: a DataFrame with `user`,
    `time` (seconds since midnight), `step`.

    People look several times, come back, and repeat steps. Some events have no
    step before them: a cart filled yesterday, an order by phone.
    """
    rng = stream(seed, "funnel", "events")
    rows = []
    for user in range(1, users + 1):
        time = int(rng.integers(0, 80_000))
        for chance, step in zip((0.97, 0.30, 0.48, 0.58), STEPS, strict=True):
            if rng.random() > chance:
                if rng.random() < 0.9:
                    break
                continue  # skipped, and went on
            for _ in range(int(rng.choice([1, 1, 1, 2, 3]))):
                rows.append((user, time, step))
                time += int(rng.integers(0, 240))
        if rng.random() < 0.08:  # yesterday's business is settled first
            rows.append((user, int(rng.integers(0, time + 1)), str(rng.choice(STEPS[1:]))))
    return pd.DataFrame(rows, columns=["user", "time", "step"]).sample(
        frac=1, random_state=int(rng.integers(1 << 31)), ignore_index=True
    )


def two_weeks():
    """Two weeks' metric trees of the practice shop, as dictionaries without the root."""
    return {"sessions": 20_000.0, "cvr": 0.0310, "aov": 48.0}, {
        "sessions": 24_000.0,
        "cvr": 0.0276,
        "aov": 47.0,
    }


def device_weeks():
    """Sessions and orders of two weeks by device: a DataFrame `segment`, `sessions0`, `orders0`,
    `sessions1`, `orders1`.
    """
    return pd.DataFrame(
        {
            "segment": ["desktop", "phone", "tablet"],
            "sessions0": [11_000, 7_500, 1_500],
            "orders0": [473, 117, 30],
            "sessions1": [9_000, 13_600, 1_400],
            "orders1": [405, 228, 29],
        }
    )


def shop_funnel(number):
    """(funnel, peers, cost) of practice shop `number` (0 to 4), as a policy gets them."""
    return tuple(Scenario().observe(number).values())
