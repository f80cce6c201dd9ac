"""How sure a measured attention is: what it would be if the clicks were drawn again."""

import numpy as np

from course.charts.spread import middle

TRIES = 300


def clicks_anew(estimate, log, tries=TRIES):
    """(low, high) that hold `estimate(log)`, a number or an array, 95 times in 100 where each row's
    clicks are drawn again: as many views, each clicked with the row's own rate.

    `log`: a DataFrame with views and clicks.
    """
    rng = np.random.default_rng(0)
    rate = log["clicks"] / log["views"]
    found = [estimate(log.assign(clicks=rng.binomial(log["views"], rate))) for _ in range(tries)]
    return middle(found)
