"""Eight categories and the share that the platform takes of each: a higher rate earns more of each
sale, and shops leave.

Sales follow what shops keep: G ((1 − t) ÷ (1 − t0))^elasticity. How strongly
shops of a category react has been tried in each, on some of them.
"""

import numpy as np
import pandas as pd

from course.check import InvalidAction
from course.market.rng import stream

CATEGORIES = ("books", "fashion", "phones", "furniture", "grocery", "toys", "beauty", "tools")
NOW, SERVED, MOST = (
    0.10,
    0.03,
    0.40,
)  # today's rate, what serving a dollar of sales costs, the highest rate allowed
SALES = (442_000, 0.6)  # lognormal (median, SD of the log): $ a month at today's rate
ELASTICITY = (
    2,
    18,
)  # uniform; the curriculum's (3, 14), widened: with those one rate for all earns .71 of the expert
NOISE = 0.35


def earned(sales, elasticity, rate):
    """Dollars a month of each category at a rate (a number, or one each): what is taken less
    serving, of the sales that are left. An array.
    """
    return (rate - SERVED) * sales * ((1 - rate) / (1 - NOW)) ** elasticity


class Scenario:
    """Set the rate of each category; it earns commission less what serving the sales costs."""

    UNIT = "dollars a month"
    DRAWS = 60
    G_FULL = 0.8

    def truth(self, seed):
        """(sales at today's rate, elasticity) of the eight categories: arrays."""
        rng = stream(seed, "business", "categories")
        return (SALES[0] * np.exp(SALES[1] * rng.standard_normal(8))).round(-2), rng.uniform(
            *ELASTICITY, 8
        )

    def observe(self, seed):
        """What a policy receives.

        `categories`: category, sales ($ a month at today's rate of 0.10).
        `experiments`: one trial a category: category, rate (tried on some
        shops), tried_before, tried_during (sales of these shops, $),
        others_before, others_during (of shops that kept 0.10).
        """
        sales, elasticity = self.truth(seed)
        rng = stream(seed, "business", "experiments")
        rate = rng.choice([0.07, 0.08, 0.12, 0.13, 0.14], 8)
        measured = elasticity * np.exp(NOISE * rng.standard_normal(8))
        season = np.exp(0.15 * rng.standard_normal(8))
        tried, others = sales * rng.uniform(0.1, 0.2, 8), sales * rng.uniform(0.2, 0.4, 8)
        return {
            "categories": pd.DataFrame({"category": CATEGORIES, "sales": sales}),
            "experiments": pd.DataFrame(
                {
                    "category": CATEGORIES,
                    "rate": rate,
                    "tried_before": tried.round(),
                    "tried_during": (tried * season * ((1 - rate) / (1 - NOW)) ** measured).round(),
                    "others_before": others.round(),
                    "others_during": (others * season).round(),
                }
            ),
        }

    def value(self, seed, rates):
        """Dollars a month of `rates`, eight shares from 0 to 0.4. Raises InvalidAction."""
        if (
            type(rates) is not list
            or len(rates) != 8
            or not all(type(each) in (int, float) and 0 <= each <= MOST for each in rates)
        ):
            raise InvalidAction(f"the answer must be a list of eight rates, each from 0 to {MOST}")
        sales, elasticity = self.truth(seed)
        return float(earned(sales, elasticity, np.array(rates, dtype=float)).sum())
