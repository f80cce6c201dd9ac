"""Ten modules, twenty-four tested pages, and a claim that sells and comes back.

Every module moves the odds of an order, some pairs help or hinder each other,
and every module moves the share of orders that are returned. Only pages that
were tested are known; the best page was probably not among them.
"""

from itertools import combinations

import numpy as np
import pandas as pd
from scipy.special import expit

from course.check import InvalidAction
from course.lessons.detail_page.bank import MODULES
from course.market.rng import stream

PAGES, VIEWS, MOST = 24, 3000, 5
BASE, EFFECT, PAIRS, PAIR_EFFECT = (
    -3.0,
    (0.06, 0.10),
    4,
    (0.0, 0.12),
)  # log-odds of an order: mean and SD
RETURN_BASE, RETURN_EFFECT, RETURN_LIMITS = (
    0.12,
    0.05,
    (0.01, 0.60),
)  # share of orders that come back, and what a module adds (SD)
MARGIN, RETURN_COST = 12.0, 8.0  # $ of a kept order, $ of a returned one


class Scenario:
    """Choose up to five modules; the page earns its contribution from 10,000 views.

    10,000 × CVR × (12 × (1 − returned) − 8 × returned), in dollars. With
    `returns=False` nothing comes back: the curriculum's row without the penalty.
    """

    UNIT = "dollars from 10,000 views"
    DRAWS = 60
    G_FULL = 0.9  # page views alone, without returns, reach .77

    def __init__(self, returns=True):
        self._returns = returns

    def _truth(self, seed):
        rng, count = stream(seed, "page", "modules"), len(MODULES)
        effects = EFFECT[0] + EFFECT[1] * rng.standard_normal(count)
        every = list(combinations(range(count), 2))
        pairs = [every[place] for place in rng.choice(len(every), PAIRS, replace=False)]
        together = PAIR_EFFECT[1] * rng.standard_normal(PAIRS)
        back = RETURN_EFFECT * rng.standard_normal(count) * self._returns
        rows = rng.integers(
            0, 2, (PAGES, count)
        )  # in a test a page may be longer than what will fit in the end
        cvr, returned = _rates(rows, effects, pairs, together, back, RETURN_BASE * self._returns)
        orders = rng.binomial(VIEWS, cvr)
        tests = pd.DataFrame(rows, columns=list(MODULES)).assign(
            views=VIEWS, orders=orders, returns=rng.binomial(orders, returned)
        )
        return tests, effects, pairs, together, back

    def observe(self, seed):
        """What a policy receives: `tests`, a DataFrame of 24 pages: ten columns of 0 and 1, views,
        orders, returns.
        """
        return {"tests": self._truth(seed)[0]}

    def value(self, seed, modules):
        """Dollars from 10,000 views of the page with the list `modules`. Raises InvalidAction."""
        if type(modules) is not list or not all(type(each) is str for each in modules):
            raise InvalidAction(
                "the page must be a list of modules, such as ['size chart', 'video']"
            )
        if unknown := [each for each in modules if each not in MODULES]:
            raise InvalidAction(f"{unknown[0]!r} is no module")
        if len(set(modules)) < len(modules):
            raise InvalidAction("a module stands in the list more than once")
        if len(modules) > MOST:
            raise InvalidAction(
                f"{len(modules)} modules were chosen, and a page has room for {MOST}"
            )
        _, effects, pairs, together, back = self._truth(seed)
        row = np.array([[int(name in modules) for name in MODULES]])
        cvr, returned = _rates(row, effects, pairs, together, back, RETURN_BASE * self._returns)
        return float(10_000 * cvr[0] * (MARGIN * (1 - returned[0]) - RETURN_COST * returned[0]))


def _rates(rows, effects, pairs, together, back, base):
    """(CVR, share returned) of pages, arrays."""
    odds = (
        BASE
        + rows @ effects
        + sum(
            rows[:, a] * rows[:, b] * effect for (a, b), effect in zip(pairs, together, strict=True)
        )
    )
    returned = np.clip(base + rows @ back, *RETURN_LIMITS) if base else np.zeros(len(rows))
    return expit(odds), returned
