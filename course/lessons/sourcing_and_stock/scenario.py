"""One order for a season, sixty products: too few is a lost margin, too many is a clearance.

The newsvendor's question (Arrow, Harris and Marschak, 1951). What differs from
product to product is how much a missing unit costs, how much a spare one, and
how uncertain demand is; the history of half a year says something of each.
"""

import numpy as np
import pandas as pd
from scipy.stats import norm

from course.check import InvalidAction
from course.lessons.product_selection.bank import GOODS
from course.market.rng import stream

COUNT, WEEKS = 60, 26
# Mean weekly demand and price are lognormal (median, SD of the log); the rest is uniform.
DEMAND, VARIATION, PRICE = (55, 0.9), (0.25, 0.90), (27, 0.4)
COST, SALVAGE = (0.45, 0.75), (0.10, 0.60)  # shares of the price, and of the cost
LARGEST = 100_000


class Scenario:
    """Order a quantity of each of sixty products for one week of sale; it earns the expected
    profit.

    A unit sold brings its price, a unit left its salvage value, each costs what
    it cost. Demand is lognormal; the expectation is taken exactly, so that no
    luck is in the score.
    """

    UNIT = "dollars of expected profit"
    DRAWS = 20
    G_FULL = 0.9

    def _truth(self, seed):
        rng = stream(seed, "stock", "season")
        mean = DEMAND[0] * np.exp(DEMAND[1] * rng.standard_normal(COUNT))
        sigma = np.sqrt(np.log(1 + rng.uniform(*VARIATION, COUNT) ** 2))
        mu = np.log(mean) - sigma**2 / 2
        price = PRICE[0] * np.exp(PRICE[1] * rng.standard_normal(COUNT))
        cost = price * rng.uniform(*COST, COUNT)
        salvage = cost * rng.uniform(*SALVAGE, COUNT)
        history = np.maximum(1, np.exp(mu + sigma * rng.standard_normal((WEEKS, COUNT))).round())
        names = [GOODS[place] for place in rng.permutation(len(GOODS))[:COUNT]]
        return names, history, mu, sigma, price.round(2), cost.round(2), salvage.round(2)

    def observe(self, seed):
        """What a policy receives.

        `history`: DataFrame of 26 weeks by 60 products, units asked for (nothing
        was ever out of stock). `price`, `cost`, `salvage`: Series of 60, $ a unit.
        """
        names, history, _, _, price, cost, salvage = self._truth(seed)
        return {
            "history": pd.DataFrame(history, columns=names),
            "price": pd.Series(price, index=names),
            "cost": pd.Series(cost, index=names),
            "salvage": pd.Series(salvage, index=names),
        }

    def value(self, seed, quantities):
        """Dollars that the list of 60 `quantities` earns, in the order of the history's columns.
        Raises InvalidAction.
        """
        _, _, mu, sigma, price, cost, salvage = self._truth(seed)
        if type(quantities) is not list or len(quantities) != COUNT:
            raise InvalidAction(
                f"the order must be a list of {COUNT} quantities, one for each column of the"
                " history"
            )
        if not all(type(each) in (int, float) and 0 <= each <= LARGEST for each in quantities):
            raise InvalidAction(f"every quantity must be a number from 0 to {LARGEST:,}")
        return float(
            expected_profit(np.array(quantities, float), mu, sigma, price, cost, salvage).sum()
        )


def expected_profit(quantity, mu, sigma, price, cost, salvage):
    """Expected profit of `quantity` units when demand is lognormal(mu, sigma): arrays or numbers,
    $.

    E[min(D, q)] = m N(z - sigma) + q (1 - N(z)), z = (ln q - mu) / sigma and m the mean demand.
    """
    z = (np.log(np.maximum(quantity, 1e-9)) - mu) / sigma
    sold = np.exp(mu + sigma**2 / 2) * norm.cdf(z - sigma) + quantity * norm.sf(z)
    return price * sold + salvage * (quantity - sold) - cost * quantity
