"""A group-buy: friends who fill a group get a discount. How large a group, how deep a discount?

Who sees the offer may start a group and tell friends; joins come as a Poisson
number. A group that does not fill is dissolved; some of the starters buy alone.
"""

from course.check import InvalidAction
from course.market import social
from course.market.parameters import tideway
from course.market.rng import stream

VISITORS, TOLD = 1_000, 2_000
SIZES, MOST = (2, 8), 0.4
GRID = (0.0, 0.1, 0.2, 0.3)  # discounts that were tested


class Scenario:
    """Set the size of the group and the discount; it earns the margin of groups and of those who
    buy alone, and the newcomers' worth.
    """

    UNIT = "dollars from 1,000 visitors"
    DRAWS = 60
    G_FULL = 0.8

    def truth(self, seed):
        """The market's parameters with those of `groups` drawn for this offer."""
        return social.draw_offer(tideway(), stream(seed, "community", "offer"))

    def observe(self, seed):
        """What a policy receives.

        `tests`: four discounts, each shown to 2,000 friends: depth, told,
        joined. `offer`: friends (told by a starter, measured), price ($),
        margin (share of the price), new_value ($ that a newcomer is worth),
        share_new (of those who join), alone (share of starters who buy alone
        when the group does not fill).
        """
        p, rng = self.truth(seed), stream(seed, "community", "tests")
        tests = social.join_test(p, rng, GRID, TOLD)
        return {"tests": tests, "offer": social.told_offer(p, rng)}

    def value(self, seed, terms):
        """Dollars of `terms`, (size, depth). Raises InvalidAction."""
        kinds = [type(each) for each in terms] if type(terms) is tuple else None
        if kinds not in ([int, int], [int, float]):
            raise InvalidAction("the terms must be (size, a whole number; depth, a share)")
        size, depth = terms
        if not SIZES[0] <= size <= SIZES[1] or not 0 <= depth <= MOST:
            raise InvalidAction(
                f"a group has {SIZES[0]} to {SIZES[1]} members and a discount of 0 to {MOST}; yours"
                f" are {size} and {depth:g}"
            )
        return float(social.group_profit(self.truth(seed), size, depth, VISITORS))
