"""The practice platform's plans and what came of them, its months, its quarters, its categories."""

from course.lessons.business_operation.scenario import Scenario
from course.market import plans
from course.market.parameters import tideway
from course.market.rng import stream


def commercial_year(seed=0):
    """Twelve months: DataFrame month, gmv ($), revenue (what the platform got of it, $), forecast
    and actual (orders), of which some months may be 0.
    """
    return plans.year(tideway(), stream(seed, "business", "year"))


def monthly(seed=0, months=48):
    """Sales of one category by month, thousands of dollars: an array. It grows or shrinks, has a
    season of twelve months, and wanders.
    """
    return plans.monthly(tideway(), stream(seed, "business", "monthly"), months)


def quarter(seed=0):
    """(plan, actual) of a quarter: two dictionaries orders, aov ($), take (share), cost ($ an
    order).
    """
    return plans.quarter(tideway(), stream(seed, "business", "quarter"))


def history(number):
    """(categories, experiments) of practice platform `number`, as a policy gets them."""
    return tuple(Scenario().observe(number).values())


def earns(number, rates):
    """Dollars a month that practice platform `number` brings at `rates`, a list of eight shares.
    Raises InvalidAction where a rate is not allowed.
    """
    return Scenario().value(number, rates)
