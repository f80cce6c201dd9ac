"""The practice platform's campaigns: a result, daily sales, merchants inside and outside,
applications.
"""

from course.lessons.activity_operation.scenario import Scenario
from course.market import promotion, town
from course.market.parameters import tideway
from course.market.rng import stream


def campaign_result(seed=0, count=12):
    """What a campaign did, product by product: product, sold, usual (units), price ($), margin,
    depth (shares), pulled, stolen (units).
    """
    rng, products = stream(seed, "campaign", "result"), town.products()
    return promotion.campaign_result(tideway(), rng, products, count)


def daily(seed=0, days=70, event=(56, 60)):
    """Units a day, a list: weekdays differ, business grows or shrinks a little, and on the days
    `event` (first, last) a campaign runs.
    """
    return promotion.campaign_days(tideway(), stream(seed, "campaign", "days"), days, event)


def merchants(seed=0, count=40, weeks=12):
    """Merchants week by week; half of them joined a campaign in the middle: merchant, joined
    (bool), week, after (bool), sales ($).
    """
    rng, products = stream(seed, "campaign", "merchants"), town.products()
    return promotion.campaign_merchants(tideway(), rng, products, count, weeks)


def venue(number):
    """The applications of practice campaign `number` (0 to 4), as a policy gets them."""
    return Scenario().observe(number)["items"]


def adds(number, enrolled):
    """Dollars that practice campaign `number` truly adds with `enrolled`, {product: depth}."""
    return Scenario().value(number, enrolled)
