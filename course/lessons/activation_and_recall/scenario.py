"""A coupon for some of a thousand customers, after a test on ten thousand others: who buys because
of it?

Frequent customers buy anyway, and a coupon moves them least, some of them away;
those who watch prices are moved most.
"""

import numpy as np
import pandas as pd

from course.check import InvalidAction
from course.market import retention
from course.market.parameters import tideway
from course.market.rng import stream

TESTED, USERS = 10_000, 1_000
MARGIN, COUPON = tideway().coupon.margin, tideway().coupon.face  # $ an order, $ off
TRAITS = ("frequency", "recency", "price_sensitivity")
YES_OR_NO = (bool, np.bool_, int, np.integer)


class Scenario:
    """Choose who gets a coupon; it earns the month's margin."""

    UNIT = "dollars of margin from 1,000 customers"
    DRAWS = 20
    G_FULL = 0.95

    @staticmethod
    def chances(people):
        """(with, without): chance of an order with a coupon and without, two arrays."""
        each = (people[name].to_numpy() for name in TRAITS)
        return retention.coupon_chances(tideway(), *each)[::-1]

    def users(self, seed):
        """The thousand customers of a draw."""
        return retention.traits(stream(seed, "recall", "users"), USERS)

    def observe(self, seed):
        """What a policy receives.

        `train`: a randomised test, 10,000 rows: frequency, recency,
        price_sensitivity (standardised), treated, bought (0 or 1). `users`:
        the same three of the thousand who are to be chosen from.
        """
        rng = stream(seed, "recall", "test")
        train = retention.traits(rng, TESTED)
        each = (train[name].to_numpy() for name in TRAITS)
        treated, bought = retention.coupon_test(tideway(), rng, *each)
        return {"train": train.assign(treated=treated, bought=bought), "users": self.users(seed)}

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
        given, (with_it, without) = np.array(chosen, bool), self.chances(self.users(seed))
        return float(retention.coupon_margin(tideway(), given, without, with_it).sum())
