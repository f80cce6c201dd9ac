"""Twenty products, half a year of prices and sales, and a merchant who has always raised prices
when demand was high.

Whoever regresses sales on those prices finds that dear weeks sell well. The
category's index says how much of that was demand.
"""

import numpy as np
import pandas as pd

from course.check import InvalidAction
from course.lessons.pricing.bank import PRODUCTS, SHOP
from course.market import prices as market
from course.market import town
from course.market.parameters import tideway
from course.market.rng import stream

COUNT, WEEKS = len(PRODUCTS), 26
MOST = 0.40  # share by which a new price may differ from the present one
ROUNDING = 1e-6  # of a price


class Scenario:
    """Set the price of each of twenty products; they earn an ordinary week's margin: units × (price
    − cost).
    """

    UNIT = "dollars of margin in a week"
    DRAWS = 20
    G_FULL = 0.8

    def _truth(self, seed):
        p, rng = tideway(), stream(seed, "pricing", "products")
        price, cost, units, elasticity = market.draw_shop(p, rng, town.products(shop=SHOP)[:COUNT])
        history = market.draw_history(p, rng, PRODUCTS, price, units, elasticity, WEEKS)
        products = pd.DataFrame({"product": PRODUCTS, "price": price, "cost": cost})
        return history, products, elasticity, units

    def observe(self, seed):
        """What a policy receives.

        `history`: product, week, price ($), units, index (log of the category's
        demand against its mean), 26 weeks of 20 products. `products`: product,
        price (today's, $), cost ($).
        """
        history, products, _, _ = self._truth(seed)
        return {"history": history, "products": products}

    def value(self, seed, prices):
        """Dollars a week of the prices `prices`, {product: $}. Raises InvalidAction."""
        _, products, elasticity, units = self._truth(seed)
        if type(prices) is not dict or set(prices) != set(PRODUCTS):
            raise InvalidAction(f"the prices must be a dictionary with all {COUNT} products")
        for row in products.itertuples():
            new = prices[row.product]
            if (
                type(new) not in (int, float)
                or not (1 - MOST - ROUNDING) * row.price <= new <= (1 + MOST + ROUNDING) * row.price
            ):
                raise InvalidAction(
                    f"the price of the {row.product} must lie within 40% of today's"
                    f" {row.price:.2f}; yours is {new!r}"
                )
        new = np.array([prices[name] for name in products["product"]], float)
        old, cost = products["price"].to_numpy(), products["cost"].to_numpy()
        return float(market.week_margin(new, cost, units, old, elasticity).sum())
