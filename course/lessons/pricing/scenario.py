"""Twenty products, half a year of prices and sales, and a merchant who has always raised prices
when demand was high.

Whoever regresses sales on those prices finds that dear weeks sell well. The
category's index says how much of that was demand.
"""

import numpy as np
import pandas as pd

from course.check import InvalidAction
from course.lessons.pricing.bank import PRODUCTS
from course.market.rng import stream

COUNT, WEEKS = len(PRODUCTS), 26
# Elasticity is normal, cut off; cost and weekly units are lognormal (median, SD of the log); the
# price so far is a multiple of the cost.
ELASTICITY, LIMITS = (2.6, 0.9), (1.3, 5.5)
COST, UNITS, MARKUP = (20, 0.4), (148, 0.5), (1.4, 2.0)
SHOCK, FOLLOWS = (
    0.35,
    0.175,
)  # SD of demand's log, and how much of it the merchant put into the price
PRICE_NOISE, SALES_NOISE, INDEX_NOISE = 0.06, 0.10, 0.03
CHANGE = 0.40  # a new price may differ from the present one by this share


class Scenario:
    """Set the price of each of twenty products; they earn an ordinary week's margin: units × (price
    − cost).
    """

    UNIT = "dollars of margin in a week"
    DRAWS = 20
    G_FULL = 0.8

    def _truth(self, seed):
        rng = stream(seed, "pricing", "products")
        elasticity = np.clip(ELASTICITY[0] + ELASTICITY[1] * rng.standard_normal(COUNT), *LIMITS)
        cost = (COST[0] * np.exp(COST[1] * rng.standard_normal(COUNT))).round(2)
        price = (cost * rng.uniform(*MARKUP, COUNT)).round(2)
        units = UNITS[0] * np.exp(UNITS[1] * rng.standard_normal(COUNT))
        shock = SHOCK * rng.standard_normal((WEEKS, COUNT))
        log_price = np.log(price) + FOLLOWS * shock + PRICE_NOISE * rng.standard_normal(shock.shape)
        log_units = (
            np.log(units)
            - elasticity * (log_price - np.log(price))
            + shock
            + SALES_NOISE * rng.standard_normal(shock.shape)
        )
        index = shock + INDEX_NOISE * rng.standard_normal(shock.shape)
        history = pd.DataFrame(
            {
                "product": np.tile(PRODUCTS, WEEKS),
                "week": np.repeat(np.arange(1, WEEKS + 1), COUNT),
                "price": np.exp(log_price).ravel().round(2),
                "units": np.exp(log_units).ravel().round(1),
                "index": index.ravel().round(4),
            }
        )
        return (
            history,
            pd.DataFrame({"product": PRODUCTS, "price": price, "cost": cost}),
            elasticity,
            units,
        )

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
                or not (1 - CHANGE - 1e-6) * row.price <= new <= (1 + CHANGE + 1e-6) * row.price
            ):
                raise InvalidAction(
                    f"the price of the {row.product} must lie within 40% of today's"
                    f" {row.price:.2f}; yours is {new!r}"
                )
        new = np.array([prices[name] for name in products["product"]], float)
        old, cost = products["price"].to_numpy(), products["cost"].to_numpy()
        return float((units * (new / old) ** -elasticity * (new - cost)).sum())
