"""Sixty goods that could be launched, money for eight, and numbers that are not quite right.

What is seen of a product is its searches, its competing offers and its margin,
each read through a noisy tool. What it earns in its first quarter also hangs on
a conversion and a return rate that nobody knows beforehand.
"""

import pandas as pd

from course.check import InvalidAction
from course.market import selection, town
from course.market.parameters import tideway
from course.market.rng import stream

COUNT, LAUNCHES, WEEKS = 60, 8, 13


class Scenario:
    """Choose up to eight launches; they earn a quarter's contribution less the cost of launching.

    payoff = 13 × searches ÷ (1 + offers) × CVR × (margin × (1 − r) − 4 × r) − 900, in dollars.
    """

    UNIT = "dollars in the first quarter"
    DRAWS = 60
    G_FULL = 0.8

    def _truth(self, seed):
        p, rng = tideway(), stream(seed, "selection", "candidates")
        goods = town.goods()
        goods = goods.iloc[stream(seed, "selection", "goods").permutation(len(goods))[:COUNT]]
        drawn = selection.draw_goods(p, rng, goods["price"].to_numpy())
        searches, cvr, margin, offers, returned = drawn
        payoff = selection.payoff(p, searches, cvr, margin, offers, returned, WEEKS)
        seen = pd.DataFrame(
            {
                "product": goods["product"].to_numpy(),
                "searches": (searches * p.draw(rng, "error.searches", COUNT)).round(),
                "offers": (offers * p.draw(rng, "error.offers", COUNT)).round(1),
                "margin": (margin * p.draw(rng, "error.unit_margin", COUNT)).round(2),
            }
        )
        return seen, payoff

    def observe(self, seed):
        """What a policy receives: `candidates` (DataFrame of 60: product, searches a week,
        competing offers, margin in $ a unit kept).
        """
        return {"candidates": self._truth(seed)[0]}

    def payoffs(self, seed):
        """{product: dollars} that each product would really earn: for what is shown after a choice,
        never to a policy.
        """
        seen, payoff = self._truth(seed)
        return dict(zip(seen["product"], payoff.tolist(), strict=True))

    def value(self, seed, chosen):
        """Dollars that the launches in the list of products `chosen` earn in a quarter. Raises
        InvalidAction.
        """
        payoffs = self.payoffs(seed)
        if type(chosen) is not list or not all(type(each) is str for each in chosen):
            raise InvalidAction(
                "the choice must be a list of products, such as ['egg timer', 'head torch']"
            )
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
    cvr, returned = selection.usual(tideway())
    return selection.payoff(
        tideway(),
        candidates["searches"],
        cvr,
        candidates["margin"],
        candidates["offers"],
        returned,
        WEEKS,
    )
