"""A coupon for some of a thousand customers, after last month's coupons: who buys because of it?

Frequent customers buy anyway, and a coupon moves them least, some of them away;
those who watch prices are moved most. Who fetched a coupon last month meant to order.
"""

import numpy as np
import pandas as pd

from course.check import InvalidAction
from course.market import retention
from course.market.parameters import tideway
from course.market.rng import stream

TESTED, FETCHED, USERS = 10_000, 6_000, 1_000
TRAITS = ("frequency", "recency", "price_sensitivity")
DIFFERS = ("coupon.uplift", "coupon.margin", "coupon.face")
YES_OR_NO = (bool, np.bool_, int, np.integer)


class Scenario:
    """Choose who gets a coupon; it earns the month's margin."""

    UNIT = "dollars of margin from 1,000 customers"
    DRAWS = 40
    G_FULL = 0.95

    @staticmethod
    def market(seed):
        """The month's parameters: how far coupons move people, what an order leaves, and what a
        coupon takes off.
        """
        return tideway().slice(stream(seed, "recall", "take"), *DIFFERS)

    def chances(self, seed):
        """(with, without): the thousand customers' chances of an order with a coupon and without,
        two arrays.
        """
        users = self.users(seed)
        each = (users[name].to_numpy() for name in TRAITS)
        return retention.coupon_chances(self.market(seed), *each)[::-1]

    def users(self, seed):
        """The thousand customers of a draw."""
        return retention.traits(stream(seed, "recall", "users"), USERS)

    def observe(self, seed):
        """What a policy receives.

        `train`: last month's customers, 16,000 rows: frequency, recency, price_sensitivity
        (standardised), how ("assigned" at random to a coupon or none, or "fetched" by the
        customer), treated, bought (0 or 1). `users`: the same three traits of the thousand who are
        to be chosen from. `margin`, `coupon`: $ that an order leaves, and that a coupon takes off.
        """
        market, rng = self.market(seed), stream(seed, "recall", "test")
        return {
            "train": retention.coupon_record(market, rng, TESTED, FETCHED),
            "users": self.users(seed),
            "margin": market.coupon.margin,
            "coupon": market.coupon.face,
        }

    def value(self, seed, chosen):
        """Dollars of expected margin when `chosen` (1,000 true or false, or 1 and 0, in an array,
        list, tuple or Series) get a coupon. Raises InvalidAction.
        """
        if (
            not isinstance(chosen, (list, tuple, np.ndarray, pd.Series))
            or getattr(chosen, "ndim", 1) != 1
            or len(chosen) != USERS
            or not all(isinstance(each, YES_OR_NO) and each in (0, 1) for each in chosen)
        ):
            raise InvalidAction(
                f"the answer must be an array of {USERS:,} true or false (or 1 and 0), one for each"
                " user"
            )
        given, (with_it, without) = np.array(chosen, bool), self.chances(seed)
        return float(retention.coupon_margin(self.market(seed), given, without, with_it).sum())
