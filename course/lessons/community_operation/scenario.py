"""A group-buy: friends who fill a group get a discount. How large a group, how deep a discount?

Who sees the offer may start a group and tell friends; joins come as a Poisson
number. A group that does not fill is dissolved; some of the starters buy alone.
"""

import numpy as np
import pandas as pd
from scipy.special import expit
from scipy.stats import poisson

from course.check import InvalidAction
from course.market.rng import stream

VISITORS = 1_000
SIZES, MOST = (2, 8), 0.4
FRIENDS, JOIN, SLOPE = (
    (2, 9),
    (0.05, 0.22),
    (1.0, 8.0),
)  # uniform: friends told, share that joins without a discount, growth by discount
MARGIN, PRICE = (0.12, 0.5), (12, 50)
NEW_VALUE, SHARE_NEW, ALONE = (1, 9), (0.1, 0.5), (0.2, 0.6)
START = (-2.2, 9.0)  # log odds that a visitor starts a group: level, by discount
TEST_DEPTHS, TOLD, NOISE = (0.0, 0.1, 0.2, 0.3), 2_000, 0.12


def starts(depth):
    """Share of visitors who start a group at this discount."""
    return expit(START[0] + START[1] * depth)


def profit(offer, friends, share, size, depth):
    """Dollars from 1,000 visitors; `share` of the friends told join."""
    fill = poisson.sf(size - 2, friends * min(1.0, share))
    full = (
        size * offer["price"] * (offer["margin"] - depth)
        + (size - 1) * offer["share_new"] * offer["new_value"]
    )
    alone = offer["alone"] * offer["price"] * offer["margin"]
    return float(VISITORS * starts(depth) * (fill * full + (1 - fill) * alone))


class Scenario:
    """Set the size of the group and the discount; it earns the margin of groups and of those who
    buy alone, and the newcomers' worth.
    """

    UNIT = "dollars from 1,000 visitors"
    DRAWS = 60
    G_FULL = 0.8

    def truth(self, seed):
        """(offer: price $, margin, new_value $, share_new, alone; friends told; share that joins
        without discount; slope by discount).
        """
        rng = stream(seed, "community", "offer")
        friends, join, slope, margin, price, value, new, alone = (
            float(rng.uniform(*each))
            for each in (FRIENDS, JOIN, SLOPE, MARGIN, PRICE, NEW_VALUE, SHARE_NEW, ALONE)
        )
        offer = {
            "price": round(price, 2),
            "margin": round(margin, 3),
            "new_value": round(value, 2),
            "share_new": round(new, 3),
            "alone": round(alone, 3),
        }
        return offer, friends, join, slope

    def observe(self, seed):
        """What a policy receives.

        `tests`: four discounts, each shown to 2,000 friends: depth, told,
        joined. `offer`: friends (told by a starter, measured), price ($),
        margin (share of the price), new_value ($ that a newcomer is worth),
        share_new (of those who join), alone (share of starters who buy alone
        when the group does not fill).
        """
        offer, friends, join, slope = self.truth(seed)
        rng = stream(seed, "community", "tests")
        joined = [
            int(
                rng.binomial(
                    TOLD, min(1.0, join * np.exp(slope * depth + NOISE * rng.standard_normal()))
                )
            )
            for depth in TEST_DEPTHS
        ]
        tests = pd.DataFrame({"depth": TEST_DEPTHS, "told": TOLD, "joined": joined})
        return {
            "tests": tests,
            "offer": {
                "friends": round(friends * float(np.exp(NOISE * rng.standard_normal())), 2),
                **offer,
            },
        }

    def value(self, seed, terms):
        """Dollars of `terms`, (size, depth). Raises InvalidAction."""
        if (
            type(terms) is not tuple
            or len(terms) != 2
            or type(terms[0]) is not int
            or type(terms[1]) not in (int, float)
        ):
            raise InvalidAction("the terms must be (size, a whole number; depth, a share)")
        size, depth = terms
        if not SIZES[0] <= size <= SIZES[1] or not 0 <= depth <= MOST:
            raise InvalidAction(
                f"a group has {SIZES[0]} to {SIZES[1]} members and a discount of 0 to {MOST}; yours"
                f" are {size} and {depth:g}"
            )
        offer, friends, join, slope = self.truth(seed)
        return profit(offer, friends, join * np.exp(slope * depth), size, depth)
