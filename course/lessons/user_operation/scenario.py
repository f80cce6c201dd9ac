"""Six thousand customers after a year: choose the fifth that gets a personal service. It keeps
people from leaving; it cannot raise the dead.

Purchases come at random at each customer's own rate until, after some purchase,
the customer leaves for good (Fader, Hardie and Lee, 2005, BG/NBD).
"""

import numpy as np
import pandas as pd

from course.check import InvalidAction
from course.market.rng import stream
from course.once import once

CUSTOMERS, CHOSEN = 6_000, 1_200
WEEKS = 52  # seen, and ahead
RATE, LEAVE = (
    (0.6, 6.0),
    (0.9, 2.6),
)  # gamma (shape, 1/scale in weeks): purchases a week; beta: chance to leave after each purchase
SERVICE, MARGIN = 0.6, 9.0  # the chance to leave is multiplied by it; $ a purchase


def purchases(rng, rate, leave, weeks):
    """(x, tx, alive) after so many weeks: repeat purchases, week of the last (0 if none), whether
    still a customer; arrays, one entry a customer.
    """
    count = len(rate)
    clock, x, last, buying = (
        np.zeros(count),
        np.zeros(count, dtype=int),
        np.zeros(count),
        np.ones(count, dtype=bool),
    )
    alive = buying.copy()
    while buying.any():
        clock += rng.exponential(1 / rate)
        bought = buying & (clock < weeks)
        x += bought
        last[bought] = clock[bought]
        left = bought & (rng.random(count) < leave)
        alive &= ~left
        buying = bought & ~left
    return x, last, alive


def ahead(rate, leave):
    """Expected purchases in the year ahead of somebody who has not left: (1 − e^(−rate · leave ·
    weeks)) ÷ leave.
    """
    return -np.expm1(-rate * leave * WEEKS) / leave


class Scenario:
    """Choose 1,200 customers; it earns the margin of purchases that the service saves in the year
    ahead.
    """

    UNIT = "dollars of margin saved"
    DRAWS = 20
    G_FULL = 0.8

    @staticmethod
    @once
    def _customers(seed):
        """(rate, leave, x, tx, alive) of the customers after a year: arrays."""
        rng = stream(seed, "users", "year")
        rate, leave = rng.gamma(RATE[0], 1 / RATE[1], CUSTOMERS), rng.beta(*LEAVE, CUSTOMERS)
        return rate, leave, *purchases(rng, rate, leave, WEEKS)

    def truth(self, seed):
        """Dollars that the service saves with each customer: array of 6,000."""
        rate, leave, _, _, alive = self._customers(seed)
        return MARGIN * alive * (ahead(rate, SERVICE * leave) - ahead(rate, leave))

    def observe(self, seed):
        """What a policy receives. `rfm`: customer (0 to 5,999), x (repeat purchases), tx (week of
        the last, 0 if none), T (weeks seen, 52).
        """
        _, _, x, last, _ = self._customers(seed)
        return {
            "rfm": pd.DataFrame(
                {"customer": range(CUSTOMERS), "x": x, "tx": last.round(2), "T": WEEKS}
            )
        }

    def value(self, seed, chosen):
        """Dollars of margin saved with `chosen`, a list of 1,200 customers. Raises
        InvalidAction.
        """
        if type(chosen) is not list or not all(
            type(each) is int and 0 <= each < CUSTOMERS for each in chosen
        ):
            raise InvalidAction(
                f"the answer must be a list of customers, whole numbers from 0 to {CUSTOMERS - 1}"
            )
        if len(chosen) != CHOSEN or len(set(chosen)) != CHOSEN:
            raise InvalidAction(
                f"{CHOSEN:,} different customers get the service; yours are {len(set(chosen)):,}"
            )
        return float(self.truth(seed)[chosen].sum())
