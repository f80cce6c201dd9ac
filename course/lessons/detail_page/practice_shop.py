"""The practice shop's page tests, and pages for the auditor."""

from itertools import combinations

import numpy as np
from scipy.special import expit

from course.lessons.detail_page.bank import CLAIMS, FACTS, MODULES
from course.lessons.detail_page.scenario import MOST, Scenario
from course.market import pages as market
from course.market.parameters import tideway
from course.market.rng import stream


def page_tests(number):
    """The 24 tested pages of practice product `number` (0 to 4), a DataFrame."""
    return Scenario().observe(number)["tests"]


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
