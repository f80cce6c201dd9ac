"""Thirty products on one page; clicks depend on the product and on the place.

An old ranking knows relevance only roughly; in each batch twelve neighbours were swapped by lot.
"""

import numpy as np

from course.check import InvalidAction
from course.market import ranking, town
from course.market.parameters import tideway
from course.market.rng import stream

CATEGORY = "Drinkware"
COUNT, BATCHES, VIEWS, SWAPS = 30, 10, 1000, 12


class Scenario:
    """Order thirty products; it earns the clicks that a thousand views of the page bring."""

    UNIT = "clicks of a thousand views"
    DRAWS = 20
    G_FULL = 0.9

    def truth(self, seed):
        """(names of the products, their relevance, the old order: places in both)."""
        every = town.products(CATEGORY)["product"].to_numpy()
        names = every[stream(seed, "ranking", "names").permutation(len(every))[:COUNT]]
        return names, *ranking.draw_page(tideway(), stream(seed, "ranking", "relevance"), COUNT)

    def observe(self, seed):
        """What a policy receives.

        `log`: a row a batch and product: batch (1 to 10), product (its name), position (1 to
        30), attention (of that place, the first has 1), swapped (whether it changed places by
        lot), views, clicks.
        """
        names, relevance, old = self.truth(seed)
        log = ranking.swapped_log(
            tideway(),
            stream(seed, "ranking", "log"),
            relevance,
            old,
            batches=BATCHES,
            views=VIEWS,
            swaps=SWAPS,
        )
        log.insert(1, "product", names[log.pop("item")])
        return {"log": log.assign(attention=log["attention"].round(4))}

    def value(self, seed, order):
        """Clicks of a thousand views of `order`, a list of all thirty names, first place first.
        Raises InvalidAction.
        """
        names, relevance, _ = self.truth(seed)
        order = order.tolist() if isinstance(order, np.ndarray) else order
        if (
            type(order) is not list
            or not all(type(name) is str for name in order)
            or sorted(order) != sorted(names)
        ):
            raise InvalidAction(f"the order must be a list of all {COUNT} products, each once")
        place = {name: number for number, name in enumerate(names)}
        return ranking.clicks(tideway(), relevance[[place[name] for name in order]], VIEWS)
