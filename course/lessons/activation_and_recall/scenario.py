"""A coupon for some of a thousand customers, after a test on ten thousand others: who buys because
of it?

Frequent customers buy anyway, and a coupon moves them least, some of them away;
those who watch prices are moved most.
"""

import numpy as np
import pandas as pd
from scipy.special import expit

from course.check import InvalidAction
from course.market.rng import stream

TESTED, USERS = 10_000, 1_000
BASE = (-1.6, 0.9, -0.6)  # log odds of an order: level, frequency, weeks since the last order
MOVED = (0.15, 0.75, -0.55)  # what a coupon adds: level, sensitivity to price, frequency
MARGIN, COUPON = 12.0, 4.0  # $ an order, $ off
TRAITS = ("frequency", "recency", "price_sensitivity")


class Scenario:
    """Choose who gets a coupon; it earns the month's margin."""

    UNIT = "dollars of margin from 1,000 customers"
    DRAWS = 20
    G_FULL = 0.95

    @staticmethod
    def _people(rng, count):
        return pd.DataFrame(
            rng.standard_normal((count, len(TRAITS))).round(3), columns=list(TRAITS)
        )

    @staticmethod
    def chances(people):
        """(with, without): chance of an order with a coupon and without, two arrays."""
        base = BASE[0] + BASE[1] * people["frequency"] + BASE[2] * people["recency"]
        moved = MOVED[0] + MOVED[1] * people["price_sensitivity"] + MOVED[2] * people["frequency"]
        return expit((base + moved).to_numpy()), expit(base.to_numpy())

    def users(self, seed):
        """The thousand customers of a draw."""
        return self._people(stream(seed, "recall", "users"), USERS)

    def observe(self, seed):
        """What a policy receives.

        `train`: a randomised test, 10,000 rows: frequency, recency,
        price_sensitivity (standardised), treated, bought (0 or 1). `users`:
        the same three of the thousand who are to be chosen from.
        """
        rng = stream(seed, "recall", "test")
        train = self._people(rng, TESTED)
        with_it, without = self.chances(train)
        treated = rng.permutation(np.arange(TESTED) % 2)
        bought = rng.random(TESTED) < np.where(treated == 1, with_it, without)
        return {
            "train": train.assign(treated=treated, bought=bought.astype(int)),
            "users": self.users(seed),
        }

    def value(self, seed, chosen):
        """Dollars of expected margin when `chosen` (1,000 true or false, in an array, list, tuple or
        Series) get a coupon. Raises InvalidAction.
        """
        if (
            not isinstance(chosen, (list, tuple, np.ndarray, pd.Series))
            or getattr(chosen, "ndim", 1) != 1
            or len(chosen) != USERS
            or not all(isinstance(each, (bool, np.bool_)) for each in chosen)
        ):
            raise InvalidAction(
                f"the answer must be an array of {USERS:,} true or false, one for each user"
            )
        chosen = np.array(chosen, dtype=bool)
        with_it, without = self.chances(self.users(seed))
        return float(np.where(chosen, with_it * (MARGIN - COUPON), without * MARGIN).sum())
