"""Eight steps of an onboarding: each loses some users, and makes those who stay more (or less)
likely to order.
"""

import pandas as pd

from course.check import InvalidAction
from course.lessons.product_growth.bank import STEPS
from course.market import onboarding
from course.market.parameters import tideway
from course.market.rng import stream

USERS, SEEN = 10_000, 4_000


def activation(drops, gains):
    """Users of 10,000 who go through all steps (with these shares lost) and order."""
    return onboarding.activated(tideway(), drops, gains, USERS)


class Scenario:
    """Choose the steps of the onboarding; it earns the users who come through and order."""

    UNIT = "users of 10,000 who order"
    DRAWS = 20
    G_FULL = 0.9

    def truth(self, seed):
        """(share lost, gain in logits) of the eight steps."""
        return onboarding.draw_steps(tideway(), stream(seed, "onboarding", "steps"), len(STEPS))

    def observe(self, seed):
        """What a policy receives.

        `step_tests`: step, drop_off (share of 4,000 users who left at it), gain
        (in logits of an order, from a test with and without it, error 0.10).
        """
        rng = stream(seed, "onboarding", "tests")
        lost, gain = onboarding.step_tests(tideway(), rng, *self.truth(seed), SEEN)
        table = {"step": STEPS, "drop_off": lost, "gain": gain.round(3)}
        return {"step_tests": pd.DataFrame(table)}

    def value(self, seed, chosen):
        """Users of 10,000 who order with the `chosen` steps, a list of names. Raises
        InvalidAction.
        """
        if type(chosen) not in (list, set, tuple) or not all(type(step) is str for step in chosen):
            raise InvalidAction("the steps must be a list of names")
        if unknown := set(chosen) - set(STEPS):
            raise InvalidAction(f"there is no step '{sorted(unknown)[0]}'")
        if len(set(chosen)) != len(chosen):
            raise InvalidAction("no step can be taken twice")
        drops, gains = self.truth(seed)
        places = [STEPS.index(step) for step in chosen]
        return activation(drops[places], gains[places])
