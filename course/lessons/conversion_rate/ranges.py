"""How sure a lift, a verdict and a season are."""

import numpy as np
import pandas as pd
from scipy.stats import norm

from course.charts.spread import LEVEL, middle
from course.market.experiments import expected_gain, experiment_log, posterior_mean
from course.market.parameters import tideway
from course.market.rng import stream

TESTS, TRIES = 100, 20_000
Z = norm.ppf((1 + LEVEL) / 2)
PLANNED = 40_000  # sessions an arm of a shop's tests: a lift of 10% can be seen


def lift_by_day(log):
    """B's relative lift up to each day of a test's log: DataFrame lift, low, high over the days.

    The range is that of a ratio of two rates, by the normal law on its logarithm.
    """
    seen = log.pivot(index="day", columns="arm", values="sessions").cumsum()
    bought = log.pivot(index="day", columns="arm", values="orders").cumsum()
    rate = bought / seen
    log_lift = np.log(rate["B"] / rate["A"])
    error = np.sqrt(((1 - rate) / bought).sum(axis=1))
    ends = {"lift": log_lift, "low": log_lift - Z * error, "high": log_lift + Z * error}
    return np.expm1(pd.DataFrame(ends))


def steady_tests(lift):
    """TESTS finished tests of a page whose lift is `lift` on each day, as `verdict` gets them."""
    p = tideway()
    size = {"days": p.abtest.days, "sessions_a_day": p.visit.sessions, "cvr": p.abtest.cvr}
    return [
        {
            "daily": experiment_log(
                p, stream(f"{lift}/{number}", "cvr", "steady"), lift=lift, **size
            ),
            "planned": PLANNED,
        }
        for number in range(TESTS)
    ]


def season_range(n, visitors, cvr, idea_mean, idea_sd):
    """(expected, low, high): extra orders of a season in which `n` visitors per arm are in the test
    and the page that is then believed to be better is shown to the others. One season in twenty lies outside.
    """
    rng = np.random.default_rng(0)
    effect = rng.normal(idea_mean, idea_sd, TRIES)
    noise = 2 * cvr * (1 - cvr) / n
    seen = effect + rng.normal(0, np.sqrt(noise), TRIES)
    shipped = posterior_mean(seen, noise, idea_mean, idea_sd) > 0
    gain = effect * (n + np.where(shipped, visitors - 2 * n, 0))
    value = float(expected_gain(n, visitors, cvr, idea_mean, idea_sd))
    return (value, *(float(end) for end in middle(gain)))
