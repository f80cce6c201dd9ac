"""What nobody on Tideway can see.

For graders, experts' debriefs and tests; never part of a table or an observation.
"""

from functools import cached_property

import numpy as np

from course.market import retention
from course.market.expectation import expected_week

# Columns of the world's DataFrames that are true and hidden.
HIDDEN = {
    "users": ("rate", "taste", "drop", "extra"),
    "products": ("quality", "appeal", "overpromise", "true_words"),
    "merchants": ("defect", "late", "cancel"),
    "categories": ("price_taste",),
}


class Truth:
    """The hidden side of a world."""

    def __init__(self, world):
        self._world = world

    def column(self, table, name):
        """A hidden column as an array; see HIDDEN."""
        if name not in HIDDEN[table]:
            raise KeyError(f"{name} of {table} is not hidden")
        return getattr(self._world, table)[name].to_numpy()

    @cached_property
    def expected(self):
        """The expected Week at list prices."""
        return expected_week(self._world)

    @cached_property
    def elasticities(self):
        """Own-price elasticity of every product at a fixed ranking, shape (products,).

        nan where nothing is sold.
        """
        world, pages = self._world, self._world.ranking()
        price = world.products["list_price"].to_numpy()
        found = np.full(len(price), np.nan)
        for j in np.flatnonzero(self.expected.units > 0):
            dearer = price.copy()
            dearer[j] *= 1.01
            units = expected_week(world, pages=pages, price=dearer).units
            found[j] = np.log(units[j] / self.expected.units[j]) / np.log(1.01)
        return found

    def coupon_outcomes(self, frequency, recency, price_taste):
        """(without, with, uplift): every user's potential chances to buy."""
        without, given = retention.coupon_chances(self._world.p, frequency, recency, price_taste)
        return without, given, given - without
