"""Forty finished tests of a year; eight ideas can be launched, and the sum of their lifts must be
promised.

A quarter of the ideas help (2% on average), the others do next to nothing or
harm. Tests are of very different precision: the highest results are good ideas
with good luck.
"""

import numpy as np
import pandas as pd

from course.check import InvalidAction
from course.market import features, town
from course.market.parameters import tideway
from course.market.rng import stream

IDEAS = town.names("ideas")
COUNT, PLACES = len(IDEAS), 8  # ideas, and how many are launched


class Scenario:
    """Choose eight ideas and promise the sum of their lifts; it earns the sum of their
    true lifts.
    """

    UNIT = "percent more orders from eight launches"
    DRAWS = 100
    G_FULL = 0.8

    def truth(self, seed):
        """True lifts of the forty ideas, percent."""
        return 100 * features.ideas(tideway(), stream(seed, "council", "ideas"), COUNT)

    def observe(self, seed):
        """What a policy receives. `tests`: idea (its name), lift (measured, percent of orders),
        error (standard error of it).
        """
        rng = stream(seed, "council", "tests")
        lift, error = features.tested(tideway(), rng, self.truth(seed) / 100)
        tests = {"idea": IDEAS, "lift": (100 * lift).round(3), "error": (100 * error).round(3)}
        return {"tests": pd.DataFrame(tests)}

    def value(self, seed, action):
        """Percent more orders of `action`, (eight ideas, forecast of their sum). Raises
        InvalidAction.
        """
        kinds = [type(each) for each in action] if type(action) is tuple else None
        if kinds not in ([list, int], [list, float]) or not np.isfinite(action[1]):
            raise InvalidAction(
                "the answer must be (a list of eight ideas, a number: the forecast)"
            )
        ideas = action[0]
        names = {idea for idea in ideas if type(idea) is str}
        if len(ideas) != PLACES or len(names) != PLACES or not names <= set(IDEAS):
            raise InvalidAction(
                f"{PLACES} different ideas of the {COUNT} tested are launched; yours are {ideas}"
            )
        return float(self.truth(seed)[[IDEAS.index(each) for each in ideas]].sum())
