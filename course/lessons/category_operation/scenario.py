"""Forty products want twelve places of a category page; who chooses, chooses one of what is there,
or nothing.

Multinomial logit choice (McFadden, 1974): a product of appeal v is chosen with
chance v ÷ (15 + sum of the appeals on the page).
"""

import numpy as np
import pandas as pd

from course.check import InvalidAction
from course.market.rng import stream

COUNT, PLACES, NOTHING = 40, 12, 15.0
APPEAL_SD, MARGIN, AGAINST = (
    0.9,
    (10.0, 0.35),
    -0.25,
)  # log appeal N(0, .9); margin LN(10, .35) · appeal^−.25: what people want most is cheap
APPEAL_ERROR, MARGIN_ERROR = 0.2, 0.1


def category_margin(appeal, margin, nothing=NOTHING):
    """Dollars that a visitor of the page leaves on average; `appeal` and `margin` ($) of what
    stands on it.
    """
    appeal = np.asarray(appeal, float)
    return float((appeal * np.asarray(margin, float)).sum() / (nothing + appeal.sum()))


class Scenario:
    """Choose up to twelve of forty products; it earns the margin of a thousand visitors."""

    UNIT = "dollars of margin from a thousand visitors"
    DRAWS = 20
    G_FULL = 0.8

    def truth(self, seed):
        """(appeal, margin $) of the forty products."""
        rng = stream(seed, "category", "products")
        appeal = np.exp(APPEAL_SD * rng.standard_normal(COUNT))
        return appeal, MARGIN[0] * np.exp(MARGIN[1] * rng.standard_normal(COUNT)) * appeal**AGAINST

    def observe(self, seed):
        """What a policy receives.

        `products`: item (0 to 39), appeal (estimated, error 20%), margin ($ a
        sale, expected, error 10%). `nothing`: the appeal of leaving without.
        `places`: how many fit on the page.
        """
        appeal, margin = self.truth(seed)
        rng = stream(seed, "category", "estimates")
        seen = (
            appeal * np.exp(APPEAL_ERROR * rng.standard_normal(COUNT)),
            margin * np.exp(MARGIN_ERROR * rng.standard_normal(COUNT)),
        )
        return {
            "products": pd.DataFrame(
                {"item": range(COUNT), "appeal": seen[0].round(3), "margin": seen[1].round(2)}
            ),
            "nothing": NOTHING,
            "places": PLACES,
        }

    def value(self, seed, chosen):
        """Dollars of a thousand visitors with the `chosen` items on the page. Raises
        InvalidAction.
        """
        if type(chosen) not in (list, set, tuple) or not all(
            type(item) is int and 0 <= item < COUNT for item in chosen
        ):
            raise InvalidAction(
                f"the choice must be a set of items, whole numbers from 0 to {COUNT - 1}"
            )
        if len(set(chosen)) != len(chosen) or len(chosen) > PLACES:
            raise InvalidAction(f"at most {PLACES} different items fit; yours are {len(chosen)}")
        appeal, margin = self.truth(seed)
        places = list(chosen)
        return 1000 * category_margin(appeal[places], margin[places])
