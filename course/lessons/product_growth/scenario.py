"""Eight steps of an onboarding: each loses some users, and makes those who stay more (or less)
likely to order.
"""

import numpy as np
import pandas as pd
from scipy.special import expit

from course.check import InvalidAction
from course.lessons.product_growth.bank import STEPS
from course.market.rng import stream

DROP, GAIN, BASE = (
    (0.01, 0.12),
    (0.25, 0.25),
    -1.5,
)  # uniform share; normal, in logits; logit of an order without any step
SEEN, GAIN_NOISE = 4_000, 0.10


def activation(drops, gains):
    """Users of 10,000 who go through all steps (with these shares lost) and order (logit −1.5 plus
    the gains).
    """
    return float(1e4 * np.prod(1 - np.asarray(drops, float)) * expit(BASE + np.sum(gains)))


class Scenario:
    """Choose the steps of the onboarding; it earns the users who come through and order."""

    UNIT = "users of 10,000 who order"
    DRAWS = 20
    G_FULL = 0.9

    def truth(self, seed):
        """(share lost, gain in logits) of the eight steps."""
        rng = stream(seed, "onboarding", "steps")
        return rng.uniform(*DROP, len(STEPS)), rng.normal(*GAIN, len(STEPS))

    def observe(self, seed):
        """What a policy receives.

        `step_tests`: step, drop_off (share of 4,000 users who left at it), gain
        (in logits of an order, from a test with and without it, error 0.10).
        """
        drops, gains = self.truth(seed)
        rng = stream(seed, "onboarding", "tests")
        return {
            "step_tests": pd.DataFrame(
                {
                    "step": STEPS,
                    "drop_off": rng.binomial(SEEN, drops) / SEEN,
                    "gain": (gains + GAIN_NOISE * rng.standard_normal(len(STEPS))).round(3),
                }
            )
        }

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
