"""One order for a season, sixty products: too few is a lost margin, too many is a clearance.

The newsvendor's question (Arrow, Harris and Marschak, 1951). What differs from
product to product is how much a missing unit costs, how much a spare one, and
how uncertain demand is; the history of half a year says something of each.
"""

import numpy as np
import pandas as pd

from course.check import InvalidAction
from course.market import supply, town
from course.market.parameters import tideway
from course.market.rng import stream
from course.market.supply import season_profit as expected_profit

COUNT, WEEKS = 60, 26
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
        goods = town.goods()
        goods = goods.iloc[stream(seed, "stock", "goods").permutation(len(goods))[:COUNT]]
        drawn = supply.draw_season(tideway(), rng, goods["price"].to_numpy())
        mu, sigma, *money = drawn
        history = supply.draw_demand(rng, mu, sigma, WEEKS)
        return goods["product"].tolist(), history, mu, sigma, *(each.round(2) for each in money)

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
