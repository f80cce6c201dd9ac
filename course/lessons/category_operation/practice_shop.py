"""The practice platform's category: a year of stock, baskets, a launch, candidates for its page."""

import numpy as np
import pandas as pd

from course.lessons.category_operation.scenario import Scenario
from course.market.rng import stream

GROUPS = ("kettles", "teapots", "cups", "filters", "trays", "frothers")
THINGS = ("kettle", "teapot", "strainer", "cup", "tray", "honey", "frother", "descaler")


def category_year(seed=0):
    """A year by group: DataFrame group, sales ($), cost (of the goods sold, $), stock_start,
    stock_end (at cost, $).
    """
    rng = stream(seed, "category", "year")
    sales = np.exp(rng.normal(11, 0.8, len(GROUPS)))
    cost = sales * rng.uniform(0.45, 0.75, len(GROUPS))
    return pd.DataFrame(
        {
            "group": GROUPS,
            "sales": sales.round(2),
            "cost": cost.round(2),
            "stock_start": (cost * rng.uniform(0.05, 0.6, len(GROUPS))).round(2),
            "stock_end": (cost * rng.uniform(0.05, 0.6, len(GROUPS))).round(2),
        }
    )


def baskets(seed=0, count=300):
    """What was bought together: a list of lists of things, each thing once in a basket."""
    rng = stream(seed, "category", "baskets")
    chances, found = rng.uniform(0.05, 0.35, len(THINGS)), []
    for _ in range(count):
        has = rng.random(len(THINGS)) < chances
        if has[1] and rng.random() < 0.6:
            has[2] = True  # who takes a teapot often takes a strainer
        if has.any():
            found.append([thing for thing, taken in zip(THINGS, has, strict=True) if taken])
    return found


def launch(seed=0):
    """A new product beside its siblings, and other categories: DataFrame product, role ("new",
    "sibling" or "other"), after (bool), units.
    """
    rng = stream(seed, "category", "launch")
    season, share, new = (
        rng.uniform(0.8, 1.3),
        rng.uniform(0.05, 0.35),
        float(rng.integers(150, 500)),
    )
    rows = [("new kettle", "new", True, new)]
    before = rng.integers(150, 800, 4).astype(float)
    lost = share * new * before / before.sum()
    for number, (units, gone) in enumerate(zip(before, lost, strict=True), start=1):
        rows += [
            (f"kettle {number}", "sibling", False, units),
            (f"kettle {number}", "sibling", True, round(units * season - gone)),
        ]
    for number, units in enumerate(rng.integers(200, 2000, 6).astype(float), start=1):
        rows += [
            (f"other {number}", "other", False, units),
            (f"other {number}", "other", True, round(units * season)),
        ]
    return pd.DataFrame(rows, columns=["product", "role", "after", "units"])


def candidates(number):
    """(products, nothing, places) of practice category `number` (0 to 4), as a policy gets them."""
    return tuple(Scenario().observe(number).values())
