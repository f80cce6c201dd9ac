"""A shop's funnel by device, a panel of its peers, and money for two repairs.

Which steps are worth a repair? The gap to the peers is only a part of it: a
gap counts as much as the orders that pass it, and as the margin on them; it
must pay for the repair; and a panel of three shops says little.
"""

from course.check import InvalidAction
from course.market import funnel
from course.market.parameters import tideway
from course.market.rng import stream
from course.once import once

PLACES, WEEKS = 2, 13  # repairs, in a quarter


class Scenario:
    """Choose up to two repairs; they earn the contribution of a quarter's further orders, less
    their cost.
    """

    UNIT = "dollars of contribution in a quarter"
    DRAWS = 60
    G_FULL = 0.9

    @staticmethod
    @once
    def truth(seed):
        """The shop as `funnel.draw_shop` gives it, a DataFrame of 12 rows."""
        return funnel.draw_shop(tideway(), stream(seed, "funnel", "shop"))

    def observe(self, seed):
        """What a policy receives, three DataFrames of 12 rows.

        `funnel`: id ("phone/checkout"), segment, step, users who reached the
        step before, passed (users who reached this one, a week), margin ($ an
        order). `peers`: id, peer_rate (share), shops (in the panel), usual_rate (median of all
        shops). `cost`: id, cost ($, once).
        """
        truth = self.truth(seed)
        return {
            "funnel": truth[["id", "segment", "step", "users", "passed", "margin"]],
            "peers": truth[["id", "peer_rate", "shops", "usual_rate"]],
            "cost": truth[["id", "cost"]],
        }

    def value(self, seed, chosen):
        """Dollars that the repairs in the list of ids `chosen` earn in a quarter. Raises
        InvalidAction.
        """
        truth = self.truth(seed)
        if type(chosen) is not list or not all(type(each) is str for each in chosen):
            raise InvalidAction(
                "the choice must be a list of ids, such as ['phone/checkout', 'app/cart']"
            )
        if unknown := [each for each in chosen if each not in set(truth["id"])]:
            raise InvalidAction(f"{unknown[0]!r} is no step of this funnel")
        if len(set(chosen)) < len(chosen):
            raise InvalidAction("a step stands in the list more than once")
        if len(chosen) > PLACES:
            raise InvalidAction(
                f"{len(chosen)} repairs were chosen, and there is money for {PLACES}"
            )
        return funnel.repaired(truth, truth["id"].isin(chosen), WEEKS)
