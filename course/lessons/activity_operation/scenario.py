"""Sixty products apply for a campaign with fifteen places; each is cut by 10% to 50%.

A cut raises sales along the product's elasticity, and the venue sends more
visitors. Part of the bump is pulled forward from later weeks, part is taken
from the same shop's other products; what was bought anyway is bought for less.
"""

import numpy as np
import pandas as pd

from course.check import InvalidAction
from course.market import town
from course.market.parameters import tideway
from course.market.promotion import campaign_profit as profit
from course.market.promotion import draw_applicants
from course.market.rng import stream

COUNT, PLACES, DEPTHS = 60, 15, (0.10, 0.50)
ROUNDING = 1e-9  # of a depth


class Scenario:
    """Enrol up to fifteen of sixty products, each at a depth; it earns what the campaign adds."""

    UNIT = "dollars of incremental profit"
    DRAWS = 60
    G_FULL = 0.9

    def truth(self, seed):
        """{base, price, margin, elasticity, pulled, stolen, visibility}: arrays of sixty."""
        return self._drawn(seed)[1]

    @staticmethod
    def _drawn(seed):
        """(names of the products, their truth)."""
        return draw_applicants(tideway(), stream(seed, "campaign", "items"), town.products(), COUNT)

    def observe(self, seed):
        """What a policy receives.

        `items`: product, base (units a week without the campaign), price ($), margin
        (share of the price), elasticity (from one past cut, error 0.8), pulled
        and stolen (shares of the extra units, error 0.1). How many visitors the
        venue sends is not known beforehand; 1.7 times as many is the mean.
        """
        (names, truth), rng = self._drawn(seed), stream(seed, "campaign", "estimates")

        def near(name, error):
            return (truth[name] + tideway().draw(rng, f"error.{error}", COUNT)).round(2)

        return {
            "items": pd.DataFrame(
                {
                    "product": names,
                    "base": truth["base"],
                    "price": truth["price"],
                    "margin": truth["margin"],
                    "elasticity": near("elasticity", "cut"),
                    "pulled": near("pulled", "share").clip(0),
                    "stolen": near("stolen", "share").clip(0),
                }
            )
        }

    def value(self, seed, enrolled):
        """Dollars that the campaign adds with `enrolled`, {product: depth}. Raises InvalidAction."""
        if type(enrolled) is not dict:
            raise InvalidAction("the enrolment must be a dictionary {product: depth}")
        if len(enrolled) > PLACES:
            raise InvalidAction(f"there are {PLACES} places; you enrolled {len(enrolled)}")
        names, truth = self._drawn(seed)
        places = {name: place for place, name in enumerate(names)}
        if unknown := [each for each in enrolled if each not in places]:
            raise InvalidAction(f"there is no {unknown[0]!r}")
        if not all(
            type(depth) in (int, float) and DEPTHS[0] - ROUNDING <= depth <= DEPTHS[1] + ROUNDING
            for depth in enrolled.values()
        ):
            raise InvalidAction(f"every depth must be a share from {DEPTHS[0]:g} to {DEPTHS[1]:g}")
        chosen = [places[each] for each in enrolled]
        return (
            float(
                profit(
                    np.array(list(enrolled.values())),
                    **{name: values[chosen] for name, values in truth.items()},
                ).sum()
            )
            if enrolled
            else 0.0
        )
