"""Four channels with saturating response, and one weekly budget to divide.

Sales that a channel brings follow a Hill curve of what is spent on it. Past
weeks say how much was spent on each and what came, with noise.
"""

import numpy as np
import pandas as pd

from course.check import InvalidAction
from course.lessons.channel_promotion.bank import CHANNELS
from course.market.media import hill
from course.market.rng import stream

BUDGET = 40_000.0
WEEKS = 52
# Lognormal (median, SD of the log): the most a channel can bring ($ a week), the spend that brings
# half of it ($ a week).
CEILING, HALF = (60_000, 0.5), (20_000, 0.5)
SLOPE = (0.7, 1.6)  # uniform
SPEND_SD, SALES_SD = 0.55, 0.12  # of the log: spend from week to week, sales around the curve


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
        rng = stream(seed, "channels", "curves")
        ceiling, half = (
            median * np.exp(sd * rng.standard_normal(len(CHANNELS)))
            for median, sd in (CEILING, HALF)
        )
        return ceiling, half, rng.uniform(*SLOPE, len(CHANNELS))

    def observe(self, seed):
        """What a policy receives.

        `history`: a row a week and channel: week (1 to 52), channel, spend ($),
        sales ($ from new buyers). `budget`: dollars a week to divide.
        """
        ceiling, half, slope = self.truth(seed)
        rng = stream(seed, "channels", "weeks")
        spend = (
            BUDGET / len(CHANNELS) * np.exp(SPEND_SD * rng.standard_normal((WEEKS, len(CHANNELS))))
        )
        sales = hill(spend, half, slope, ceiling) * np.exp(
            SALES_SD * rng.standard_normal(spend.shape)
        )
        return {
            "history": pd.DataFrame(
                {
                    "week": np.repeat(np.arange(1, WEEKS + 1), len(CHANNELS)),
                    "channel": list(CHANNELS) * WEEKS,
                    "spend": spend.ravel().round(2),
                    "sales": sales.ravel().round(2),
                }
            ),
            "budget": BUDGET,
        }

    def value(self, seed, spends):
        """Dollars of sales a week of `spends`, {channel: $ a week}. Raises InvalidAction."""
        if type(spends) is not dict or set(spends) != set(CHANNELS):
            raise InvalidAction(f"the spends must be a dictionary with {', '.join(CHANNELS)}")
        if not all(type(each) in (int, float) and 0 <= each <= BUDGET for each in spends.values()):
            raise InvalidAction(f"every spend must be a number of dollars from 0 to {BUDGET:,.0f}")
        if sum(spends.values()) > BUDGET * (1 + 1e-9):
            raise InvalidAction(
                f"together they cost ${sum(spends.values()):,.2f}; there are {BUDGET:,.0f}"
            )
        ceiling, half, slope = self.truth(seed)
        return float(
            hill(np.array([spends[name] for name in CHANNELS], float), half, slope, ceiling).sum()
        )
