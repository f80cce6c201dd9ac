"""Four hundred shops before a quarter: keep, coach or suspend each, from few or many orders with
few or many defects.

Defect rates differ as a beta distribution. Old shops go on as they did; what a
young one sells next quarter has nothing to do with its first orders.
"""

import numpy as np
import pandas as pd

from course.check import InvalidAction
from course.market.rng import stream

SHOPS = 400
DEFECTS = (1.2, 40.0)  # beta: true defect rates
YOUNG = 0.5
OLD_PAST, YOUNG_PAST, YOUNG_AHEAD = (
    (181, 1.0),
    (10, 0.8),
    (99, 0.7),
)  # lognormal (median, SD of the log): orders
GOES_ON = 0.2  # an old shop's next quarter is the last one, give or take (SD of the log)
TAKE, DEFECT_COST = 1.4, 28.0  # $ an order brings the platform, $ a defect costs it
COACHED, COACH_COST = (
    0.7,
    20.0,
)  # coaching leaves 70% of the defects and costs $20; built here, the curriculum only names it
ACTIONS = ("keep", "coach", "suspend")


class Scenario:
    """Keep, coach or suspend each of 400 shops; it earns what that changes against keeping all of
    them.
    """

    UNIT = "dollars in a quarter against keeping everybody"
    DRAWS = 60
    G_FULL = 0.8

    def truth(self, seed):
        """(true defect rate, orders so far, defects so far, orders ahead, young) of each shop:
        arrays.
        """
        rng = stream(seed, "merchants", "shops")
        rate, young = rng.beta(*DEFECTS, SHOPS), rng.random(SHOPS) < YOUNG
        past = (
            np.where(young, self._lognormal(rng, YOUNG_PAST), self._lognormal(rng, OLD_PAST))
            .round()
            .clip(1)
            .astype(int)
        )
        ahead = np.where(
            young,
            self._lognormal(rng, YOUNG_AHEAD),
            past * np.exp(GOES_ON * rng.standard_normal(SHOPS)),
        )
        return rate, past, rng.binomial(past, rate), ahead, young

    @staticmethod
    def _lognormal(rng, shape):
        return shape[0] * np.exp(shape[1] * rng.standard_normal(SHOPS))

    def observe(self, seed):
        """What a policy receives. `merchants`: shop (0 to 399), orders, defects (so far), young
        (true or false).
        """
        _, past, defects, _, young = self.truth(seed)
        return {
            "merchants": pd.DataFrame(
                {"shop": range(SHOPS), "orders": past, "defects": defects, "young": young}
            )
        }

    def value(self, seed, actions):
        """Dollars that `actions`, {shop: "keep", "coach" or "suspend"}, change against keeping all.
        Raises InvalidAction.
        """
        if type(actions) is not dict or set(actions) != set(range(SHOPS)):
            raise InvalidAction(f"the answer must be a dictionary with all shops, 0 to {SHOPS - 1}")
        wrong = [each for each in actions.values() if type(each) is not str or each not in ACTIONS]
        if wrong:
            raise InvalidAction(
                f"a shop is kept, coached or suspended ({', '.join(ACTIONS)}), not {wrong[0]!r}"
            )
        rate, _, _, ahead, _ = self.truth(seed)
        chosen = np.array([ACTIONS.index(actions[shop]) for shop in range(SHOPS)])
        return float(
            np.choose(
                chosen,
                [
                    np.zeros(SHOPS),
                    ahead * rate * (1 - COACHED) * DEFECT_COST - COACH_COST,
                    ahead * (rate * DEFECT_COST - TAKE),
                ],
            ).sum()
        )
