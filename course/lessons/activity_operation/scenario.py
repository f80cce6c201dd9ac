"""Sixty products apply for a campaign with fifteen places; each is cut by 10% to 50%.

A cut raises sales along the product's elasticity, and the venue sends more
visitors. Part of the bump is pulled forward from later weeks, part is taken
from the same shop's other products; what was bought anyway is bought for less.
"""

import numpy as np
import pandas as pd

from course.check import InvalidAction
from course.market.rng import stream

COUNT, PLACES, DEPTHS = 60, 15, (0.10, 0.50)
# Lognormal (median, SD of the log) or uniform or normal (mean, SD).
BASE, PRICE, MARGIN = (55, 0.8), (30, 0.5), (0.2, 0.6)
ELASTICITY, LIMITS = (3.4, 1.2), (0.8, 7.0)
PULLED, STOLEN, VISIBILITY = (0.05, 0.5), (0.0, 0.3), (1.2, 2.2)
ELASTICITY_NOISE, SHARE_NOISE = 0.8, 0.1


def profit(depth, base, price, margin, elasticity, pulled, stolen, visibility):
    """Incremental profit ($) of a cut by `depth`; all arguments numbers or arrays.

    q = base × visibility × (1 − depth)^−elasticity; profit = q · price · (margin
    − depth) − base · price · margin − (pulled + stolen) · (q − base) · price · margin.
    """
    sold = base * visibility * (1 - depth) ** -elasticity
    return (
        sold * price * (margin - depth)
        - base * price * margin
        - (pulled + stolen) * (sold - base) * price * margin
    )


class Scenario:
    """Enrol up to fifteen of sixty products, each at a depth; it earns what the campaign adds."""

    UNIT = "dollars of incremental profit"
    DRAWS = 60
    G_FULL = 0.9

    def truth(self, seed):
        """{base, price, margin, elasticity, pulled, stolen, visibility}: arrays of sixty."""
        rng = stream(seed, "campaign", "items")

        def lognormal(median, sd):
            return median * np.exp(sd * rng.standard_normal(COUNT))

        return {
            "base": lognormal(*BASE).round(1),
            "price": lognormal(*PRICE).round(2),
            "margin": rng.uniform(*MARGIN, COUNT).round(3),
            "elasticity": np.clip(rng.normal(*ELASTICITY, COUNT), *LIMITS),
            "pulled": rng.uniform(*PULLED, COUNT),
            "stolen": rng.uniform(*STOLEN, COUNT),
            "visibility": rng.uniform(*VISIBILITY, COUNT),
        }

    def observe(self, seed):
        """What a policy receives.

        `items`: sku, base (units a week without the campaign), price ($), margin
        (share of the price), elasticity (from one past cut, error 0.8), pulled
        and stolen (shares of the extra units, error 0.1). How many visitors the
        venue sends is not known beforehand; 1.7 times as many is the mean.
        """
        truth, rng = self.truth(seed), stream(seed, "campaign", "estimates")

        def near(name, error):
            return (truth[name] + error * rng.standard_normal(COUNT)).round(2)

        return {
            "items": pd.DataFrame(
                {
                    "sku": [f"sku-{number:02}" for number in range(1, COUNT + 1)],
                    "base": truth["base"],
                    "price": truth["price"],
                    "margin": truth["margin"],
                    "elasticity": near("elasticity", ELASTICITY_NOISE),
                    "pulled": near("pulled", SHARE_NOISE).clip(0),
                    "stolen": near("stolen", SHARE_NOISE).clip(0),
                }
            )
        }

    def value(self, seed, enrolled):
        """Dollars that the campaign adds with `enrolled`, {sku: depth}. Raises InvalidAction."""
        if type(enrolled) is not dict:
            raise InvalidAction("the enrolment must be a dictionary {sku: depth}")
        if len(enrolled) > PLACES:
            raise InvalidAction(f"there are {PLACES} places; you enrolled {len(enrolled)}")
        places = {f"sku-{number:02}": number - 1 for number in range(1, COUNT + 1)}
        if unknown := [sku for sku in enrolled if sku not in places]:
            raise InvalidAction(f"there is no {unknown[0]!r}")
        if not all(
            type(depth) in (int, float) and DEPTHS[0] - 1e-9 <= depth <= DEPTHS[1] + 1e-9
            for depth in enrolled.values()
        ):
            raise InvalidAction(f"every depth must be a share from {DEPTHS[0]:g} to {DEPTHS[1]:g}")
        truth, chosen = self.truth(seed), [places[sku] for sku in enrolled]
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
