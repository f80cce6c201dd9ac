"""The practice shop's coupons, a test of them, and how long customers stay away."""

import numpy as np

from course.lessons.activation_and_recall.scenario import Scenario
from course.market import retention
from course.market.parameters import tideway
from course.market.rng import stream


def month(number):
    """(train, users, margin, coupon) of practice month `number` (0 to 19), as a policy gets them."""
    return tuple(Scenario().observe(number).values())


def earns(number, chosen):
    """Dollars of margin that practice month `number` leaves when `chosen` (a thousand true or
    false) get a coupon.
    """
    return Scenario().value(number, chosen)


def used(number, chosen):
    """The share of the `chosen` of practice month `number` that order with their coupon."""
    return float(Scenario().chances(number)[0][np.asarray(chosen, bool)].mean())


def coupon_test(number=0):
    """The randomised test before practice month `number`: DataFrame frequency, recency,
    price_sensitivity (standardised), treated, bought (0 or 1).
    """
    train = Scenario().observe(number)["train"]
    return train[train["how"] == "assigned"].drop(columns="how").reset_index(drop=True)


def scored(seed=0, count=400):
    """A randomised test that somebody has scored: DataFrame bought, treated (0 or 1), score (higher:
    more moved, they say).
    """
    return retention.scored_test(tideway(), stream(seed, "recall", "scored"), count)


def returns(seed=5, count=500):
    """How long customers took to order again: DataFrame days (until the next order, or until
    today), returned (1 if there was one). In the usual shop each known mistake with the day of a
    message gives another day than the right one.
    """
    return retention.absences(tideway(), stream(seed, "recall", "returns"), count)
