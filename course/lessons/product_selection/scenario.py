"""Sixty goods that could be launched, money for eight, and numbers that are not quite right.

What is seen of a product is its searches, its competing offers and its margin,
each read through a noisy tool. What it earns in its first quarter also hangs on
a conversion and a return rate that nobody knows beforehand.
"""

import math

import numpy as np
import pandas as pd

from course.check import InvalidAction
from course.lessons.product_selection.bank import GOODS
from course.market.rng import stream

COUNT, LAUNCHES, WEEKS = 60, 8, 13
# Lognormal (median, SD of the log): searches a week, conversion, margin ($ a unit). Returns are
# Beta(2, 14).
SEARCHES, CVR, MARGIN, RETURNS = (2981, 1.0), (0.03, 0.35), (7.4, 0.5), (2, 14)
# competing offers: 1 + Gamma(2) × CROWD × ln(searches); the larger the demand, the larger the crowd
CROWD = 0.375
LAUNCH_COST, RETURN_COST = 900.0, 4.0
NOISE = {"searches": 0.35, "offers": 0.20, "margin": 0.12}  # SD of the log of what the tools show


class Scenario:
    """Choose up to eight launches; they earn a quarter's contribution less the cost of launching.

    payoff = 13 × searches ÷ (1 + offers) × CVR × (margin × (1 − r) − 4 × r) − 900, in dollars.
    """

    UNIT = "dollars in the first quarter"
    DRAWS = 60
    G_FULL = 0.8

    def _truth(self, seed):
        rng = stream(seed, "selection", "candidates")

        def lognormal(median, sd):
            return median * np.exp(sd * rng.standard_normal(COUNT))

        searches, cvr, margin = lognormal(*SEARCHES), lognormal(*CVR), lognormal(*MARGIN)
        offers = 1 + rng.gamma(2, 1, COUNT) * CROWD * np.log(searches)
        returned = rng.beta(*RETURNS, COUNT)
        payoff = (
            WEEKS
            * searches
            / (1 + offers)
            * cvr
            * (margin * (1 - returned) - RETURN_COST * returned)
            - LAUNCH_COST
        )
        seen = pd.DataFrame(
            {
                "id": [f"K{number:02}" for number in range(1, COUNT + 1)],
                "product": [GOODS[place] for place in rng.permutation(len(GOODS))[:COUNT]],
                "searches": (searches * lognormal(1, NOISE["searches"])).round(),
                "offers": (offers * lognormal(1, NOISE["offers"])).round(1),
                "margin": (margin * lognormal(1, NOISE["margin"])).round(2),
            }
        )
        return seen, payoff

    def observe(self, seed):
        """What a policy receives: `candidates` (DataFrame of 60: id, product, searches a week,
        competing offers, margin in $ a unit kept).
        """
        return {"candidates": self._truth(seed)[0]}

    def payoffs(self, seed):
        """{id: dollars} that each product would really earn: for what is shown after a choice,
        never to a policy.
        """
        seen, payoff = self._truth(seed)
        return dict(zip(seen["id"], payoff.tolist(), strict=True))

    def value(self, seed, chosen):
        """Dollars that the launches in the list of ids `chosen` earn in a quarter. Raises
        InvalidAction.
        """
        payoffs = self.payoffs(seed)
        if type(chosen) is not list or not all(type(each) is str for each in chosen):
            raise InvalidAction("the choice must be a list of ids, such as ['K07', 'K31']")
        if unknown := [each for each in chosen if each not in payoffs]:
            raise InvalidAction(f"{unknown[0]!r} is no candidate")
        if len(set(chosen)) < len(chosen):
            raise InvalidAction("a candidate stands in the list more than once")
        if len(chosen) > LAUNCHES:
            raise InvalidAction(
                f"{len(chosen)} launches were chosen, and there is money for {LAUNCHES}"
            )
        return float(sum(payoffs[each] for each in chosen))


def forecast(candidates):
    """Expected dollars in the first quarter from what is seen, conversion and returns at their
    means (Series).
    """
    cvr, returned = CVR[0] * math.exp(CVR[1] ** 2 / 2), RETURNS[0] / sum(RETURNS)
    orders = candidates["searches"] / (1 + candidates["offers"]) * cvr
    return (
        WEEKS * orders * (candidates["margin"] * (1 - returned) - RETURN_COST * returned)
        - LAUNCH_COST
    )
