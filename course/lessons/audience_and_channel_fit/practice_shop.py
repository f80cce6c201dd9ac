"""The practice shop's customers, its channels, and who of the population buys."""

from course.lessons.audience_and_channel_fit.scenario import Scenario
from course.market import places
from course.market.parameters import tideway
from course.market.rng import stream


def customers(seed=0, count=150):
    """Customers of a shop with three kinds of people: a DataFrame `orders` (a year) and `basket`
    ($).
    """
    return places.customers(tideway(), stream(seed, "audience", "customers"), count)


def channels(number):
    """The five channels of practice month `number` (0 to 4), a DataFrame."""
    return Scenario().observe(number)["channels"]


def earns(number, places):
    """Dollars that practice month `number` truly leaves with `places`, {channel: price or None}."""
    return Scenario().value(number, places)
