"""The practice app's new users: when they were active, when they ordered, what they were nudged to
do.
"""

from course.lessons.product_growth.scenario import Scenario
from course.market import onboarding
from course.market.parameters import tideway
from course.market.rng import stream

CANDIDATES = ("add three friends", "fill a wish list", "watch the tour", "allow messages")


def activity(seed=0, count=300, today=30):
    """Who was active when: a DataFrame user, signup, active (day numbers; one row a user and day,
    that of the sign-up included).
    """
    return onboarding.activity(tideway(), stream(seed, "growth", "activity"), count, today)


def times(seed=0, count=200):
    """Days until the first order, or until we stopped watching: (days, ordered) as two arrays."""
    return onboarding.first_orders(tideway(), stream(seed, "growth", "times"), count)


def nudges(seed=12, count=4_000):
    """New users, one in five left alone and the others nudged at random to one thing: a DataFrame
    user, nudge, a column for each thing (did it), ordered. In the practice test the thing that the
    keen do most, adding friends, helps nobody.
    """
    return onboarding.nudges(tideway(), stream(seed, "growth", "nudges"), CANDIDATES, count)


def flow(number):
    """The step tests of practice flow `number` (0 to 4), as a policy gets them."""
    return Scenario().observe(number)["step_tests"]


def orders_of(number, chosen):
    """Users of 10,000 who order in practice flow `number` with the `chosen` steps."""
    return Scenario().value(number, chosen)
