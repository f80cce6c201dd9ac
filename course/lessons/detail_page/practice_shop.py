"""The practice shop's page tests, and pages for the auditor."""

from copy import deepcopy
from itertools import combinations

import numpy as np
import pandas as pd
from scipy.special import expit

from course.lessons.detail_page.bank import CLAIMS, FACTS, MODULES, TICKET_PAGE, TICKET_TEST
from course.lessons.detail_page.scenario import MOST, Scenario
from course.market import pages as market
from course.market.parameters import tideway
from course.market.rng import stream


def page_tests(number):
    """The 24 tested pages of practice product `number` (0 to 19), a DataFrame."""
    return Scenario().observe(number)["tests"]


def earns(number, modules):
    """Dollars of 10,000 views of practice product `number` with these modules on its page."""
    return Scenario().value(number, list(modules))


def ticket_test():
    """The ticket's two pages, a DataFrame: views, orders, returns (of the orders)."""
    return pd.DataFrame(TICKET_TEST).T


def ticket_page():
    """The bold page of the ticket as an auditor gets it, a dict."""
    return deepcopy(TICKET_PAGE)


def audit_page(rng):
    """A page as an auditor gets it: facts, claims with their evidence, what is said of stock, time
    and reviews.
    """
    return market.draw_page(tideway(), rng, FACTS, CLAIMS)


def pages(seed=0, count=6):
    """`count` pages to look at, a list of dicts."""
    rng = stream(seed, "page", "audit")
    return [audit_page(rng) for _ in range(count)]


def sigmoid(odds):
    """Log-odds as a share: an array or a number."""
    return expit(np.asarray(odds, float))


def every_page(most=MOST):
    """All pages of at most `most` modules: (their modules, a list of lists; their rows, an array: a
    first column of 1, then a 0 or 1 for each module).
    """
    places = [page for size in range(most + 1) for page in combinations(range(len(MODULES)), size)]
    rows = np.zeros((len(places), len(MODULES) + 1))
    rows[:, 0] = 1
    for number, page in enumerate(places):
        rows[number, [place + 1 for place in page]] = 1
    return [[MODULES[place] for place in page] for page in places], rows
