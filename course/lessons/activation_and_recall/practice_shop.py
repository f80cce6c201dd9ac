"""The practice shop's coupon tests and how long customers stay away."""

from course.lessons.activation_and_recall.scenario import Scenario
from course.market import retention
from course.market.parameters import tideway
from course.market.rng import stream


def coupon_test(number):
    """(train, users) of practice month `number` (0 to 4), as a policy gets them."""
    return tuple(Scenario().observe(number).values())


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
