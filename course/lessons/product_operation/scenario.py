"""Forty finished tests of a year; eight ideas can be launched, and the sum of their lifts must be
promised.

A quarter of the ideas help (2% on average), the others do next to nothing or
harm. Tests are of very different precision: the highest results are good ideas
with good luck.
"""

import numpy as np
import pandas as pd

from course.check import InvalidAction
from course.market.rng import stream

IDEAS, LAUNCHES = 40, 8
GOOD, HELP, REST = 0.25, (2.0, 1.2), (-0.3, 0.6)  # share; normal (mean, SD), percent of orders
ERROR = (1.2, 0.7)  # lognormal (median, SD of the log): standard error of a test, percent of orders


class Scenario:
    """Choose eight ideas and promise the sum of their lifts; it earns the sum of their
    true lifts.
    """

    UNIT = "percent more orders from eight launches"
    DRAWS = 100
    G_FULL = 0.8

    def truth(self, seed):
        """True lifts of the forty ideas, percent."""
        rng = stream(seed, "council", "ideas")
        return np.where(
            rng.random(IDEAS) < GOOD, rng.normal(*HELP, IDEAS), rng.normal(*REST, IDEAS)
        )

    def observe(self, seed):
        """What a policy receives. `tests`: idea (0 to 39), lift (measured, percent of orders),
        error (standard error of it).
        """
        rng = stream(seed, "council", "tests")
        error = ERROR[0] * np.exp(ERROR[1] * rng.standard_normal(IDEAS))
        return {
            "tests": pd.DataFrame(
                {
                    "idea": range(IDEAS),
                    "lift": (self.truth(seed) + error * rng.standard_normal(IDEAS)).round(3),
                    "error": error.round(3),
                }
            )
        }

    def value(self, seed, action):
        """Percent more orders of `action`, (eight ideas, forecast of their sum). Raises
        InvalidAction.
        """
        if (
            type(action) is not tuple
            or len(action) != 2
            or type(action[0]) is not list
            or type(action[1]) not in (int, float)
            or not np.isfinite(action[1])
        ):
            raise InvalidAction(
                "the answer must be (a list of eight ideas, a number: the forecast)"
            )
        ideas = action[0]
        if (
            len(ideas) != LAUNCHES
            or len(set(ideas)) != LAUNCHES
            or not all(type(idea) is int and 0 <= idea < IDEAS for idea in ideas)
        ):
            raise InvalidAction(
                f"{LAUNCHES} different ideas from 0 to {IDEAS - 1} are launched; yours are {ideas}"
            )
        return float(self.truth(seed)[ideas].sum())
