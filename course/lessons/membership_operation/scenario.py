"""A paid membership: free shipping and cash back for a yearly fee. Who joins, who orders more, and
who would have come anyway.

Order rates are very unequal (a gamma distribution), and the more somebody
orders, the more free shipping is worth to them: those who cost most join first.
"""

import numpy as np
import pandas as pd
from scipy.special import expit

from course.check import InvalidAction
from course.market.rng import stream

USERS, TESTED = 400, 5_000
SHAPE, ORDERS = 0.8, (4, 22)  # gamma: shape; mean, orders a year
BASKET, BASKET_SPREAD, MARGIN = (25, 55), 0.35, (0.22, 0.34)
SHIPPING, LIFT = (
    (2, 10),
    (0.1, 1.0),
    # the curriculum's (3, 9) and (.2, .9), widened: with those one fee for all earned .62 of the
    # expert
)
LIFT_A_PERCENT = (
    0.0,
    0.2,
)  # more orders for each percent of cash back; with none of it cash back never pays
NOISE = 0.2
MOST_FEE, MOST_CASHBACK = 240, 0.04
FEELING, INERTIA = 12.0, 0.5  # dollars that change the odds of joining by e; what holds people back


def joins(users, fee, cashback, shipping, lift):
    """Probability that each user joins: expected benefit against fee. An array."""
    benefit = users["orders"] * (1 + lift / 2) * (shipping + cashback * users["basket"])
    return expit((benefit - fee) / FEELING - INERTIA)


def gain(users, fee, cashback, costs, lift):
    """Dollars a year by which each user's joining changes the shop's profit. An array."""
    order = users["basket"] * costs["margin"]
    member = order - costs["shipping"] - cashback * users["basket"]
    return fee + users["orders"] * (1 + lift) * member - users["orders"] * order


class Scenario:
    """Set the fee and the cash back; it earns what joining changes, averaged over all users."""

    UNIT = "dollars a user and year"
    DRAWS = 60
    G_FULL = 0.8

    def truth(self, seed):
        """(users: orders a year, basket $; costs {margin, shipping}; more orders by membership,
        more by a percent of cash back).
        """
        rng = stream(seed, "membership", "truth")
        mean = rng.uniform(*ORDERS)
        users = pd.DataFrame(
            {
                "orders": rng.gamma(SHAPE, mean / SHAPE, USERS).round(2),
                "basket": (
                    (
                        rng.uniform(*BASKET) * np.exp(BASKET_SPREAD * rng.standard_normal(USERS))
                    ).round(2)
                ),
            }
        )
        costs = {
            "margin": round(float(rng.uniform(*MARGIN)), 3),
            "shipping": round(float(rng.uniform(*SHIPPING)), 2),
        }
        return users, costs, float(rng.uniform(*LIFT)), float(rng.uniform(*LIFT_A_PERCENT))

    def observe(self, seed):
        """What a policy receives.

        `users`: orders (a year, without membership), basket ($). `tests`:
        three groups drawn by lot: group (nothing; free shipping; free shipping
        and 4% back), users, orders (in a year). `costs`: margin (share of the
        basket), shipping ($ an order).
        """
        users, costs, lift, more = self.truth(seed)
        rng = stream(seed, "membership", "tests")
        base = TESTED * users["orders"].mean()
        shipped = lift * np.exp(NOISE * rng.standard_normal())
        back = shipped + 100 * MOST_CASHBACK * more * np.exp(NOISE * rng.standard_normal())
        tests = pd.DataFrame(
            {
                "group": ["nothing", "free shipping", "free shipping and 4% back"],
                "users": TESTED,
                "orders": [round(base), round(base * (1 + shipped)), round(base * (1 + back))],
            }
        )
        return {"users": users, "tests": tests, "costs": costs}

    def value(self, seed, terms):
        """Dollars a user and year of `terms`, (fee, cashback) or None for no programme. Raises
        InvalidAction.
        """
        if terms is None:
            return 0.0
        if (
            type(terms) is not tuple
            or len(terms) != 2
            or not all(type(each) in (int, float) for each in terms)
        ):
            raise InvalidAction(
                "the terms must be two numbers, (fee, cashback), or None for no programme"
            )
        fee, cashback = terms
        if not 0 <= fee <= MOST_FEE or not 0 <= cashback <= MOST_CASHBACK:
            raise InvalidAction(
                f"the fee must be 0 to {MOST_FEE} dollars and the cash back 0 to {MOST_CASHBACK};"
                f" yours are {fee:g} and {cashback:g}"
            )
        users, costs, lift, more = self.truth(seed)
        lift += 100 * cashback * more
        return float(
            (
                joins(users, fee, cashback, costs["shipping"], lift)
                * gain(users, fee, cashback, costs, lift)
            ).mean()
        )
