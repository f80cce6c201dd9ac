"""Thirty products on one search page; clicks depend on the product and on the place.

Position-based model: chance of a click = attention of the place × relevance of
the product (Richardson and others, 2007; Joachims and others, 2017). An old ranking knows
relevance only roughly; in each batch twelve neighbours were swapped by lot.
"""

import numpy as np
import pandas as pd

from course.check import InvalidAction
from course.market.rng import stream

COUNT, BATCHES, VIEWS, SWAPS = 30, 10, 1_000, 12
RELEVANCE = (1.5, 6)  # Beta
OLD_ERROR = 0.18  # SD of what the old ranking believes
ATTENTION = 1.0  # attention of place k is k to the power of minus this


def attention(count=COUNT, exponent=ATTENTION):
    """Attention of the places 1 to `count`, an array; the first place has 1."""
    return np.arange(1, count + 1, dtype=float) ** -exponent


class Scenario:
    """Order thirty products; it earns the clicks that a thousand views of the page bring."""

    UNIT = "clicks of a thousand views"
    DRAWS = 20
    G_FULL = 0.8

    def truth(self, seed):
        """(relevance of the products 0 to 29, the old order as an array of products)."""
        rng = stream(seed, "ranking", "relevance")
        relevance = rng.beta(*RELEVANCE, COUNT)
        return relevance, np.argsort(-(relevance + OLD_ERROR * rng.standard_normal(COUNT)))

    def observe(self, seed):
        """What a policy receives.

        `log`: a row a batch and product: batch (1 to 10), item (0 to 29),
        position (1 to 30), swapped (whether it changed places by lot), views,
        clicks. Attention of position k is 1 ÷ k.
        """
        relevance, old = self.truth(seed)
        rng, rows = stream(seed, "ranking", "log"), []
        for batch in range(1, BATCHES + 1):
            order, swapped = old.copy(), np.zeros(COUNT, bool)
            for place in rng.permutation(COUNT - 1):
                if swapped.sum() == 2 * SWAPS:
                    break
                if not swapped[place] and not swapped[place + 1]:
                    order[[place, place + 1]] = order[[place + 1, place]]
                    swapped[[place, place + 1]] = True
            clicks = rng.binomial(VIEWS, attention() * relevance[order])
            rows.append(
                pd.DataFrame(
                    {
                        "batch": batch,
                        "item": order,
                        "position": np.arange(1, COUNT + 1),
                        "swapped": swapped,
                        "views": VIEWS,
                        "clicks": clicks,
                    }
                )
            )
        return {"log": pd.concat(rows, ignore_index=True)}

    def value(self, seed, order):
        """Clicks of a thousand views of `order`, a list of all thirty items, first place first.
        Raises InvalidAction.
        """
        order = order.tolist() if isinstance(order, np.ndarray) else order
        if (
            type(order) is not list
            or not all(type(item) is int for item in order)
            or sorted(order) != list(range(COUNT))
        ):
            raise InvalidAction(
                f"the order must be a list with each of the items 0 to {COUNT - 1} once"
            )
        relevance, _ = self.truth(seed)
        return float(1000 * (attention() * relevance[order]).sum())
