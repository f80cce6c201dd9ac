"""The practice shop's week: sessions and orders, two weeks to compare, and a morning's tickets."""

import copy

from course.lessons.operations_map.bank import TWO_WEEKS
from course.lessons.operations_map.scenario import Scenario
from course.market import shopweek, town
from course.market.parameters import tideway
from course.market.rng import stream

SHOP = "Pawlenby"


def shop_week(seed=9, visitors=1500, rate=0.05):
    """(sessions, orders, items) of one week, as DataFrames.

    sessions: `visitor`, `day` (a visitor may come more than once). orders:
    `order`, `visitor`, `status` ("kept", "cancelled", "returned"), `amount` ($).
    items: `order`, `item`, `units`, `price`, `cost` (of one unit, $).
    """
    rng, sold = stream(seed, "map", "week"), town.products(shop=SHOP)
    return shopweek.week(tideway(), rng, sold, visitors, rate)


def two_weeks():
    """Two weeks' metric trees of the practice shop, as dictionaries."""
    return copy.deepcopy(TWO_WEEKS)


def tickets(number):
    """One practice morning's tickets, a DataFrame."""
    return Scenario().observe(number)["tickets"]


def saves(number, order):
    """Dollars that working through `order`, a list of ids, saves on practice morning `number`. Raises
    InvalidAction.
    """
    return Scenario().value(number, order)
