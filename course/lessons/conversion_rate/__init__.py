"""Conversion rate: what the lesson's notebook works with."""

from course.data import open_bandit
from course.lessons.conversion_rate.peek import PeekButton
from course.lessons.conversion_rate.scenario import Scenario
from course.lessons.conversion_rate.size import SampleSize
from course.market.experiments import expected_gain, experiment_log, visit_events
from course.market.rng import stream
from course.once import once

__all__ = [
    "PeekButton",
    "SampleSize",
    "expected_gain",
    "idea",
    "open_bandit",
    "shop_events",
    "two_tests",
]

RATES = {
    ("desktop", "search"): 0.055,
    ("desktop", "email"): 0.075,
    ("phone", "search"): 0.025,
    ("phone", "social"): 0.012,
}


@once
def shop_events():
    """One day of raw events of the practice shop, traps included: a DataFrame, one row an event."""
    return visit_events(stream(0, "cvr", "events"), 4000, RATES)


def idea(number):
    """One practice idea as a dictionary: visitors, cvr, idea_mean, idea_sd; `number` is 0 to 4."""
    return Scenario().observe(number)


@once
def two_tests():
    """Two finished A/B tests of the practice shop, as (name, daily log) pairs."""
    rng = stream(3, "cvr", "two tests")
    return [
        (
            "shorter checkout",
            experiment_log(rng, days=21, sessions_a_day=4000, cvr=0.04, lift=0.12),
        ),
        (
            "new hero picture",
            experiment_log(rng, days=21, sessions_a_day=4000, cvr=0.04, lift=0.15, split=0.47),
        ),
    ]
