"""The practice shop's members, customers who joined or did not, points, and tested programmes."""

from course.lessons.membership_operation.scenario import Scenario
from course.market import retention
from course.market.parameters import tideway
from course.market.rng import stream


def members(seed=0, count=300):
    """Members of one year: DataFrame member, orders, orders_without (what the likes of them order
    without it), basket ($ an order).
    """
    return retention.members(tideway(), stream(seed, "membership", "members"), count)


def customers(seed=0, count=600):
    """Customers, half a year before and after the programme began: DataFrame member (bool), band
    (of spending before), before, after ($).
    """
    return retention.joiners(tideway(), stream(seed, "membership", "customers"), count)


def point_ledger(seed=0, count=200):
    """Points on 31 December: DataFrame user, last_year and this_year (points given in those years),
    used (since the start of last year).
    """
    return retention.points(tideway(), stream(seed, "membership", "points"), count)


def programme(number):
    """(users, tests, costs) of practice programme `number` (0 to 4), as a policy gets them."""
    return tuple(Scenario().observe(number).values())


def earns(number, terms):
    """Dollars a user and year that `terms`, (fee, cash back) or None, leave in practice programme
    `number`.
    """
    return Scenario().value(number, terms)
