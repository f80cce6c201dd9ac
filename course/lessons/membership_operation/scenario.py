"""A paid membership: free shipping and cash back for a yearly fee. Who joins, who orders more, and
who would have come anyway.

Order rates are very unequal (a gamma distribution), and the more somebody
orders, the more free shipping is worth to them: those who cost most join first.
"""

from course.check import InvalidAction
from course.market import retention
from course.market.parameters import tideway
from course.market.rng import stream

COUNT = 400
MOST = {"fee": 240, "cashback": 0.04}  # $ a year; share of the basket


class Scenario:
    """Set the fee and the cash back; it earns what joining changes, averaged over all users."""

    UNIT = "dollars a user and year"
    DRAWS = 60
    G_FULL = 0.8

    def truth(self, seed):
        """(users: orders a year, basket $; costs {margin, shipping}; more orders by membership,
        more by a percent of cash back).
        """
        p, rng = tideway(), stream(seed, "membership", "truth")
        users = retention.regulars(p, rng, COUNT)
        margin, shipping = p.draw(rng, "membership.margin"), p.draw(rng, "membership.shipping")
        costs = {"margin": round(margin, 3), "shipping": round(shipping, 2)}
        return users, costs, p.draw(rng, "membership.lift"), p.draw(rng, "membership.back")

    def observe(self, seed):
        """What a policy receives.

        `users`: orders (a year, without membership), basket ($). `tests`:
        three groups drawn by lot: group (nothing; free shipping; free shipping
        and 4% back), users, orders (in a year). `costs`: margin (share of the
        basket), shipping ($ an order).
        """
        users, costs, lift, more = self.truth(seed)
        rng, further = stream(seed, "membership", "tests"), 100 * MOST["cashback"] * more
        tests = retention.programme_test(tideway(), rng, users["orders"].mean(), lift, further)
        return {"users": users, "tests": tests, "costs": costs}

    def value(self, seed, terms):
        """Dollars a user and year of `terms`, (fee, cashback) or None for no programme. Raises
        InvalidAction.
        """
        if terms is None:
            return 0.0
        if (
            type(terms) is not tuple
            or len(terms) != len(MOST)
            or not all(type(each) in (int, float) for each in terms)
        ):
            raise InvalidAction(
                "the terms must be two numbers, (fee, cashback), or None for no programme"
            )
        fee, cashback = terms
        if not 0 <= fee <= MOST["fee"] or not 0 <= cashback <= MOST["cashback"]:
            raise InvalidAction(
                f"the fee must be 0 to {MOST['fee']} dollars and the cash back 0 to"
                f" {MOST['cashback']}; yours are {fee:g} and {cashback:g}"
            )
        users, costs, lift, more = self.truth(seed)
        lift += 100 * cashback * more
        joins, changes = retention.programme(tideway(), users, costs, terms, lift)
        return float((joins * changes).mean())
