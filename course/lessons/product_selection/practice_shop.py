"""The practice shop's candidates, what they earn, and searches by month."""

import pandas as pd

from course.lessons.product_selection.scenario import Scenario, forecast
from course.market import selection
from course.market.parameters import tideway
from course.market.rng import stream

SEASON = selection.gift_season(tideway())


def candidates(number):
    """The sixty candidates of practice draw `number`, a DataFrame."""
    return Scenario().observe(number)["candidates"]


def compared(number, chosen):
    """What the list of products `chosen` was forecast to earn in practice draw `number`, and what it
    earned: a DataFrame, a row a product, in $. Nobody knows this beforehand.
    """
    seen = candidates(number)
    table = pd.DataFrame({"forecast": forecast(seen).to_numpy()}, seen["product"])
    return table.assign(earned=pd.Series(Scenario().payoffs(number))).loc[list(chosen)]


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
