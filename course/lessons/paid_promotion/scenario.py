"""Twelve search words, six rivals for each, one weekly budget.

Slots are sold in a generalised second-price auction with quality (Edelman,
Ostrovsky and Schwarz, 2007; Varian, 2007): who ranks by bid × quality pays for
a click what keeps the place. Clicks of one word are worth more than those of
another, and past clicks say only roughly how many become orders.
"""

import numpy as np
import pandas as pd

from course.check import InvalidAction
from course.lessons.paid_promotion.bank import WORDS
from course.market.rng import stream

COUNT, RIVALS, AUCTIONS = len(WORDS), 6, 120
SLOTS, RESERVE = (1.0, 0.62, 0.45, 0.34), 0.10
# Lognormal (median, SD of the log): impressions a week, CTR in the first slot, CVR, margin ($ an
# order), own quality, rivals' scores.
IMPRESSIONS, CTR, CVR, MARGIN, QUALITY, SCORES = (
    (2981, 0.8),
    (0.02, 0.4),
    (0.10, 0.5),
    (9, 0.1),
    (1.0, 0.25),
    (0.65, 0.45),
)
NOISE = 0.15  # SD of the log of a rival's score from auction to auction
BUDGET = 0.35  # share of what bidding the full value everywhere would cost
PAST = (30, 400)  # clicks on record, log-uniform
GRID = tuple(round(0.1 * step, 1) for step in range(1, 31))
MOST = 20.0


class Scenario:
    """Bid on twelve words; they earn the week's margin less what clicks cost. Beyond the budget the
    ads are shown less, all alike.
    """

    UNIT = "dollars of profit in a week"
    DRAWS = 20
    G_FULL = 0.8

    def _truth(self, seed):
        rng = stream(seed, "ads", "words")

        def lognormal(median, sd, *shape):
            return median * np.exp(sd * rng.standard_normal(shape or COUNT))

        impressions, ctr, cvr, margin, quality = (
            lognormal(*each) for each in (IMPRESSIONS, CTR, CVR, MARGIN, QUALITY)
        )
        cvr, scores = np.minimum(cvr, 0.6), lognormal(*SCORES, COUNT, RIVALS)
        auctions = scores[:, None, :] * lognormal(1, NOISE, COUNT, AUCTIONS, RIVALS)
        past = np.exp(rng.uniform(*np.log(PAST), COUNT)).astype(int)
        orders = rng.binomial(past, cvr)
        value = cvr * margin
        budget = round(
            float(BUDGET * self._cost(value, impressions, ctr, quality, auctions)[1].sum()), 2
        )
        return impressions, ctr, cvr, margin, quality, auctions, past, orders, budget

    @staticmethod
    def _cost(bids, impressions, ctr, quality, auctions):
        """(clicks, dollars) a week of each word at `bids`, means over its auctions."""
        own = (bids * quality)[:, None]
        above = (auctions > own[:, :, None]).sum(axis=2)
        ordered = -np.sort(-auctions, axis=2)
        following = np.take_along_axis(
            np.concatenate([ordered, np.zeros((*ordered.shape[:2], 1))], axis=2),
            above[:, :, None],
            axis=2,
        )[:, :, 0]
        shown = (above < len(SLOTS)) & (own >= RESERVE)
        clicks = (
            impressions[:, None]
            * ctr[:, None]
            * np.where(shown, np.array([*SLOTS, *[0.0] * (RIVALS + 1)])[above], 0.0)
        )
        price = np.maximum(following, RESERVE) / quality[:, None]
        return clicks.mean(axis=1), (clicks * price).mean(axis=1)

    def observe(self, seed):
        """What a policy receives.

        `keywords`: word, clicks and orders on record, margin ($ an order).
        `landscape`: word, bid ($), clicks and cost ($) that it would bring in a
        week, for bids from 0.10 to 3.00. `budget`: dollars a week.
        """
        impressions, ctr, _, margin, quality, auctions, past, orders, budget = self._truth(seed)
        rows = []
        for bid in GRID:
            clicks, cost = self._cost(np.full(COUNT, bid), impressions, ctr, quality, auctions)
            rows += [
                (WORDS[place], bid, round(float(clicks[place]), 2), round(float(cost[place]), 3))
                for place in range(COUNT)
            ]
        return {
            "keywords": pd.DataFrame(
                {"word": WORDS, "clicks": past, "orders": orders, "margin": margin.round(2)}
            ),
            "landscape": pd.DataFrame(rows, columns=["word", "bid", "clicks", "cost"]),
            "budget": budget,
        }

    def value(self, seed, bids):
        """Dollars a week of the `bids`, {word: $}. Raises InvalidAction."""
        impressions, ctr, cvr, margin, quality, auctions, _, _, budget = self._truth(seed)
        if type(bids) is not dict or set(bids) != set(WORDS):
            raise InvalidAction(f"the bids must be a dictionary with all {COUNT} words")
        if not all(type(each) in (int, float) and 0 <= each <= MOST for each in bids.values()):
            raise InvalidAction(f"every bid must be a number of dollars from 0 to {MOST:g}")
        clicks, cost = self._cost(
            np.array([bids[word] for word in WORDS], float), impressions, ctr, quality, auctions
        )
        shown = min(1.0, budget / cost.sum()) if cost.sum() else 1.0
        return float(shown * ((clicks * cvr * margin).sum() - cost.sum()))
