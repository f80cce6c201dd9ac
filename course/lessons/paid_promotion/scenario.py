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
from course.market import ads
from course.market.parameters import tideway
from course.market.rng import stream
from course.once import once

COUNT, AUCTIONS = len(WORDS), 120
GRID = tuple(round(0.1 * step, 1) for step in range(1, 31))  # bids in $ that a landscape shows
MOST = 20.0


class Scenario:
    """Bid on twelve words; they earn the week's margin less what clicks cost. Beyond the budget the
    ads are shown less, all alike.
    """

    UNIT = "dollars of profit in a week"
    DRAWS = 20
    G_FULL = 0.9

    @staticmethod
    @once
    def truth(seed):
        """(keywords as `ads.draw_keywords` has them, rivals' scores, what a shop has on record of
        each word: a DataFrame, its budget $).
        """
        p, rng = tideway(), stream(seed, "ads", "words")
        keywords = ads.draw_keywords(p, rng, COUNT)
        rivals = ads.draw_scores(p, rng, keywords["rivals"], AUCTIONS)
        clicks = p.draw(rng, "keyword.clicks_on_record", COUNT).astype(int)
        orders = rng.binomial(clicks, keywords["cvr"])
        record = pd.DataFrame({"word": WORDS, "clicks": clicks, "orders": orders})
        _, cost = ads.expected_clicks(p, keywords["cvr"] * keywords["margin"], keywords, rivals)
        return keywords, rivals, record, round(float(p.ads.budget * cost.sum()), 2)

    def observe(self, seed):
        """What a policy receives.

        `keywords`: word, clicks and orders on record, margin ($ an order).
        `landscape`: word, bid ($), clicks and cost ($) that it would bring in a
        week, for bids from 0.10 to 3.00. `budget`: dollars a week.
        """
        keywords, rivals, record, budget = self.truth(seed)
        bids = np.repeat(np.array(GRID)[:, None], COUNT, axis=1)
        clicks, cost = ads.expected_clicks(tideway(), bids, keywords, rivals)
        landscape = {
            "word": WORDS * len(GRID),
            "bid": bids.ravel(),
            "clicks": clicks.ravel().round(2),
            "cost": cost.ravel().round(3),
        }
        return {
            "keywords": record.assign(margin=keywords["margin"].round(2)),
            "landscape": pd.DataFrame(landscape),
            "budget": budget,
        }

    def value(self, seed, bids):
        """Dollars a week of the `bids`, {word: $}. Raises InvalidAction."""
        if type(bids) is not dict or set(bids) != set(WORDS):
            raise InvalidAction(f"the bids must be a dictionary with all {COUNT} words")
        if not all(type(each) in (int, float) and 0 <= each <= MOST for each in bids.values()):
            raise InvalidAction(f"every bid must be a number of dollars from 0 to {MOST:g}")
        keywords, rivals, _, budget = self.truth(seed)
        return ads.week_profit(tideway(), [bids[word] for word in WORDS], keywords, rivals, budget)
