"""Conversion rate: what the lesson's notebook works with."""

from course import charts
from course.charts import share_range
from course.data import open_bandit
from course.lessons.conversion_rate.peek import PeekButton
from course.lessons.conversion_rate.ranges import PLANNED, lift_by_day, season_range, steady_tests
from course.lessons.conversion_rate.scenario import Scenario
from course.lessons.conversion_rate.size import SampleSize
from course.market.experiments import expected_gain, finished_tests, shop_day
from course.market.parameters import tideway
from course.market.rng import stream
from course.once import once

__all__ = [
    "PLANNED",
    "PeekButton",
    "SampleSize",
    "charts",
    "expected_gain",
    "idea",
    "lift_by_day",
    "open_bandit",
    "season_range",
    "share_range",
    "shop_events",
    "steady_tests",
    "two_tests",
]


@once
def shop_events():
    """One day of raw events of the practice shop, traps included: a DataFrame, one row an event."""
    return shop_day(tideway(), stream(0, "cvr", "events"))


def idea(number):
    """One practice idea as a dictionary: visitors, cvr, idea_mean, idea_sd."""
    return Scenario().observe(number)


@once
def two_tests(seed=3):
    """Two finished A/B tests of the practice shop, as (name, daily log) pairs."""
    return finished_tests(tideway(), stream(seed, "cvr", "two tests"))
