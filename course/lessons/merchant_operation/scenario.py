"""Four hundred shops before a quarter: keep, coach or suspend each, from few or many orders with
few or many defects.
"""

import numpy as np
import pandas as pd

from course.check import InvalidAction
from course.market.parameters import tideway
from course.market.rng import stream
from course.market.supply import ACTIONS, action_worth, draw_shops

COUNT = 400


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
        return draw_shops(tideway(), stream(seed, "merchants", "shops"), COUNT)

    def observe(self, seed):
        """What a policy receives. `merchants`: shop (0 to 399), orders, defects (so far), young
        (true or false).
        """
        _, past, defects, _, young = self.truth(seed)
        shops = {"shop": range(COUNT), "orders": past, "defects": defects, "young": young}
        return {"merchants": pd.DataFrame(shops)}

    def value(self, seed, actions):
        """Dollars that `actions`, {shop: "keep", "coach" or "suspend"}, change against keeping all.
        Raises InvalidAction.
        """
        if type(actions) is not dict or set(actions) != set(range(COUNT)):
            raise InvalidAction(f"the answer must be a dictionary with all shops, 0 to {COUNT - 1}")
        wrong = [each for each in actions.values() if type(each) is not str or each not in ACTIONS]
        if wrong:
            raise InvalidAction(
                f"a shop is kept, coached or suspended ({', '.join(ACTIONS)}), not {wrong[0]!r}"
            )
        rate, _, _, ahead, _ = self.truth(seed)
        chosen = [ACTIONS.index(actions[shop]) for shop in range(COUNT)]
        return float(action_worth(tideway(), rate, ahead)[chosen, np.arange(COUNT)].sum())
