"""Conversion rate: what the lesson's notebook works with."""

from course.data import open_bandit
from course.lessons.conversion_rate.peek import PeekButton
from course.lessons.conversion_rate.scenario import Scenario
from course.lessons.conversion_rate.size import SampleSize
from course.market.experiments import expected_gain, finished_tests, shop_day
from course.market.parameters import tideway
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


@once
def shop_events():
    """One day of raw events of the practice shop, traps included: a DataFrame, one row an event."""
    return shop_day(tideway(), stream(0, "cvr", "events"))


def idea(number):
    """One practice idea as a dictionary: visitors, cvr, idea_mean, idea_sd; `number` is 0 to 4."""
    return Scenario().observe(number)


@once
def two_tests(seed=3):
    """Two finished A/B tests of the practice shop, as (name, daily log) pairs."""
    return finished_tests(tideway(), stream(seed, "cvr", "two tests"))
