"""The practice shop's candidates, sales by month, and a first look at two of them."""

import numpy as np
import pandas as pd

from course.lessons.product_selection.scenario import Scenario
from course.market.rng import stream

# Searches of a gift-like product by month, January first, as a share of the year's mean (they
# average 1).
SEASON = (0.72, 0.74, 0.84, 0.90, 0.96, 0.94, 0.88, 0.90, 0.98, 1.10, 1.34, 1.70)


def candidates(number):
    """The sixty candidates of practice draw `number` (0 to 4), a DataFrame."""
    return Scenario().observe(number)["candidates"]


def monthly_searches(seed=0, years=3, growth=-0.012, noise=0.05):
    """Searches by month over whole years, January first: an array of 12 × `years` numbers whose log
    falls by -`growth` a month.
    """
    rng = stream(seed, "selection", "months")
    months = np.arange(12 * years)
    return (
        4_000
        * np.exp(growth * months + noise * rng.standard_normal(len(months)))
        * np.tile(SEASON, years)
    ).round()


def last_months():
    """What the buyer was sent: the last three months of a series, as a table."""
    series = monthly_searches()
    return pd.DataFrame({"month": ["October", "November", "December"], "searches": series[-3:]})
