"""The practice shop's weeks of one backpack, its baskets, and its twenty products."""

from course.lessons.pricing.scenario import Scenario
from course.market import prices, promotion
from course.market.parameters import Parameters, tideway
from course.market.rng import stream


def backpack_weeks(seed=0, weeks=26, **backpack):
    """Weeks of the olive backpack, whose price followed demand: a DataFrame price, units, index.
    `backpack`: its `elasticity`, where that is not the market's.
    """
    p = Parameters({f"backpack.{name}": value for name, value in backpack.items()})
    return prices.backpack_weeks(p, stream(seed, "pricing", "lamp"), weeks)


def baskets(seed=0, count=300, **basket):
    """Baskets of a month in dollars, an array. `basket`: their `value` (median), where that is not
    the market's.
    """
    p = Parameters({f"basket.{name}": value for name, value in basket.items()})
    return p.draw(stream(seed, "pricing", "baskets"), "basket.value", count).round(2)


def threshold_profit(threshold, baskets_, fee, cost, margin):
    """Expected $ of the baskets if delivery is free from `threshold` on and costs the shopper `fee`
    below.
    """
    return promotion.threshold_profit(tideway(), threshold, baskets_, fee, cost, margin)


def shop(number):
    """(history, products) of practice shop `number` (0 to 4), as a policy gets them."""
    return tuple(Scenario().observe(number).values())


def earns(number, prices):
    """Dollars of margin in an ordinary week of practice shop `number` (0 to 4) at `prices`,
    {product: $}. Raises InvalidAction where a price is not allowed.
    """
    return Scenario().value(number, prices)
