"""Six thousand customers after a year: choose the fifth that gets a personal service. It keeps
people from leaving; it cannot raise the dead.

Purchases come at random at each customer's own rate until, after some purchase,
the customer leaves for good (Fader, Hardie and Lee, 2005, BG/NBD).
"""

import pandas as pd

from course.check import InvalidAction
from course.market import retention
from course.market.parameters import tideway
from course.market.rng import stream
from course.once import once

COUNT, PLACES = 6_000, 1_200
WEEKS = 52  # seen, and ahead


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
        rate, leave = retention.customers(tideway(), rng, COUNT)
        return rate, leave, *retention.purchases(rng, rate, leave, WEEKS)

    def truth(self, seed):
        """Dollars that the service saves with each customer: array of 6,000."""
        (rate, leave, _, _, alive), p = self._customers(seed), tideway().buyer
        return p.margin * alive * retention.saved(rate, leave, p.service, WEEKS)

    def observe(self, seed):
        """What a policy receives. `rfm`: customer (0 to 5,999), x (repeat purchases), tx (week of
        the last, 0 if none), T (weeks seen, 52).
        """
        _, _, x, last, _ = self._customers(seed)
        rfm = {"customer": range(COUNT), "x": x, "tx": last.round(2), "T": WEEKS}
        return {"rfm": pd.DataFrame(rfm)}

    def value(self, seed, chosen):
        """Dollars of margin saved with `chosen`, a list of 1,200 customers. Raises
        InvalidAction.
        """
        if type(chosen) is not list or not all(
            type(each) is int and 0 <= each < COUNT for each in chosen
        ):
            raise InvalidAction(
                f"the answer must be a list of customers, whole numbers from 0 to {COUNT - 1}"
            )
        if len(chosen) != PLACES or len(set(chosen)) != PLACES:
            raise InvalidAction(
                f"{PLACES:,} different customers get the service; yours are {len(set(chosen)):,}"
            )
        return float(self.truth(seed)[chosen].sum())
