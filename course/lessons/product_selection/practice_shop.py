"""The practice shop's candidates, sales by month, and a first look at two of them."""

import pandas as pd

from course.lessons.product_selection.scenario import Scenario
from course.market import selection
from course.market.parameters import tideway
from course.market.rng import stream

SEASON = selection.gift_season(tideway())


def candidates(number):
    """The sixty candidates of practice draw `number` (0 to 4), a DataFrame."""
    return Scenario().observe(number)["candidates"]


def monthly_searches(seed=0, years=3, growth=None):
    """Searches by month over whole years, January first: an array of 12 × `years` numbers whose log
    grows by `growth` a month; without one, by the market's.
    """
    p, rng = tideway(), stream(seed, "selection", "months")
    return selection.gift_searches(p, rng, years, p.gift.growth if growth is None else growth)


def last_months():
    """What the buyer was sent: the last three months of a series, as a table."""
    series = monthly_searches()
    return pd.DataFrame({"month": ["October", "November", "December"], "searches": series[-3:]})
