"""Ten modules, twenty-four tested pages, and a claim that sells and comes back.

Every module moves the odds of an order, some pairs help or hinder each other,
and every module moves the share of orders that are returned. Only pages that
were tested are known; the best page was probably not among them.
"""

import numpy as np
import pandas as pd

from course.check import InvalidAction
from course.lessons.detail_page.bank import MODULES
from course.market import pages
from course.market.parameters import tideway
from course.market.rng import stream

PAGES, TEST_VIEWS, MOST, PAIRS = 24, 3000, 5, 4
VIEWS = 10_000


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

    def _modules(self, seed):
        """(what the modules do, the stream from which the tests are drawn)."""
        rng = stream(seed, "page", "modules")
        return pages.draw_modules(tideway(), rng, len(MODULES), PAIRS, self._returns), rng

    def observe(self, seed):
        """What a policy receives: `tests`, a DataFrame of 24 pages: ten columns of 0 and 1, views,
        orders, returns.
        """
        modules, rng = self._modules(seed)
        tested = pages.draw_tests(tideway(), rng, modules, PAGES, TEST_VIEWS)
        rows, orders, returns = tested
        tests = pd.DataFrame(rows, columns=list(MODULES))
        return {"tests": tests.assign(views=TEST_VIEWS, orders=orders, returns=returns)}

    def rates(self, seed, modules):
        """(CVR, share returned) of the page with `modules`, numbers."""
        row = np.array([[int(name in modules) for name in MODULES]])
        cvr, returned = pages.rates(tideway(), row, self._modules(seed)[0])
        return float(cvr[0]), float(returned[0])

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
        return pages.earns(tideway(), *self.rates(seed, modules), VIEWS)
