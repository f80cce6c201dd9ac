"""The practice platform's shops: their orders and what went wrong, newcomers on their way to a
first order, quarters to decide.
"""

from course.lessons.merchant_operation.scenario import Scenario
from course.market import supply
from course.market.parameters import tideway
from course.market.rng import stream


def orders(seed=0, count=600, today=120):
    """One shop's orders: DataFrame order, day (of the order, 1 to today), feedback, claim,
    chargeback (1 if bad, as known today). Trouble takes weeks.
    """
    return supply.troubled_orders(tideway(), stream(seed, "merchants", "orders"), count, today)


def applicants(seed=0, count=400, today=180):
    """New shops: DataFrame shop, applied (day), and the day of approved, listed, viewed, ordered
    (the first one); NaN where it has not happened by today.
    """
    return supply.onboarding(tideway(), stream(seed, "merchants", "applicants"), count, today)


def shops(number):
    """The shops of practice quarter `number` (0 to 19), as a policy gets them."""
    return Scenario().observe(number)["merchants"]


def changes(number, actions):
    """Dollars that `actions`, {shop: "keep", "coach" or "suspend"}, change in practice quarter
    `number` against keeping everybody.
    """
    return Scenario().value(number, actions)
