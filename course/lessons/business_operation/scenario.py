"""Eight categories and the share that the platform takes of each: a higher rate earns more of each
sale, and shops leave.

How strongly shops of a category react has been tried in each, on some of them.
"""

import numpy as np
import pandas as pd

from course.check import InvalidAction
from course.market import supply, town
from course.market.parameters import tideway
from course.market.rng import stream

CATEGORIES = town.categories()
COUNT, MOST = len(CATEGORIES), 0.40
NOW = tideway().platform.take


class Scenario:
    """Set the rate of each category; it earns commission less what serving the sales costs."""

    UNIT = "dollars a month"
    DRAWS = 60
    G_FULL = 0.8

    def truth(self, seed):
        """(sales at today's rate, elasticity) of the eight categories: arrays."""
        return supply.draw_categories(tideway(), stream(seed, "business", "categories"), COUNT)

    def observe(self, seed):
        """What a policy receives.

        `categories`: category, sales ($ a month at today's rate of 0.10).
        `experiments`: one trial a category: category, rate (tried on some
        shops), tried_before, tried_during (sales of these shops, $),
        others_before, others_during (of shops that kept 0.10).
        """
        (sales, elasticity), rng = self.truth(seed), stream(seed, "business", "experiments")
        trials = supply.commission_trials(tideway(), rng, CATEGORIES, sales, elasticity)
        categories = pd.DataFrame({"category": CATEGORIES, "sales": sales})
        return {"categories": categories, "experiments": trials}

    def value(self, seed, rates):
        """Dollars a month of `rates`, eight shares from 0 to 0.4. Raises InvalidAction."""
        if (
            type(rates) is not list
            or len(rates) != COUNT
            or not all(type(each) in (int, float) and 0 <= each <= MOST for each in rates)
        ):
            raise InvalidAction(f"the answer must be a list of eight rates, each from 0 to {MOST}")
        each = supply.commission(tideway(), *self.truth(seed), np.array(rates, dtype=float))
        return float(each.sum())
