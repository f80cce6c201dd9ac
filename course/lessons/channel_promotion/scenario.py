"""Four channels with saturating response, and one weekly budget to divide.

Past weeks say how much was spent on each and what came, with noise.
"""

import numpy as np
import pandas as pd

from course.check import InvalidAction
from course.lessons.channel_promotion.bank import CHANNELS
from course.market import media
from course.market.parameters import tideway
from course.market.rng import stream

BUDGET = tideway().channel.budget
WEEKS = 52
ROUNDING = 1e-9  # of a sum


class Scenario:
    """Divide the budget over four channels; it earns the sales that the curves give,
    without noise.
    """

    UNIT = "dollars of new buyers' sales in a week"
    DRAWS = 60
    G_FULL = 0.8

    def truth(self, seed):
        """(ceiling $ a week, spend $ that brings half of it, slope) of the four channels,
        arrays.
        """
        return media.draw_channels(tideway(), stream(seed, "channels", "curves"), len(CHANNELS))

    def observe(self, seed):
        """What a policy receives.

        `history`: a row a week and channel: week (1 to 52), channel, spend ($),
        sales ($ from new buyers). `budget`: dollars a week to divide.
        """
        rng = stream(seed, "channels", "weeks")
        spend, sales = media.draw_history(tideway(), rng, self.truth(seed), WEEKS)
        history = {
            "week": np.repeat(np.arange(1, WEEKS + 1), len(CHANNELS)),
            "channel": list(CHANNELS) * WEEKS,
            "spend": spend.ravel().round(2),
            "sales": sales.ravel().round(2),
        }
        return {"history": pd.DataFrame(history), "budget": BUDGET}

    def value(self, seed, spends):
        """Dollars of sales a week of `spends`, {channel: $ a week}. Raises InvalidAction."""
        if type(spends) is not dict or set(spends) != set(CHANNELS):
            raise InvalidAction(f"the spends must be a dictionary with {', '.join(CHANNELS)}")
        if not all(type(each) in (int, float) and 0 <= each <= BUDGET for each in spends.values()):
            raise InvalidAction(f"every spend must be a number of dollars from 0 to {BUDGET:,.0f}")
        if sum(spends.values()) > BUDGET * (1 + ROUNDING):
            raise InvalidAction(
                f"together they cost ${sum(spends.values()):,.2f}; there are {BUDGET:,.0f}"
            )
        each = np.array([spends[name] for name in CHANNELS], float)
        return float(media.channel_sales(each, self.truth(seed)).sum())
