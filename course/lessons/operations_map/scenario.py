"""A bad morning of the marketplace: twenty tickets, eight hours. Which first?

A rule of queueing, the c-mu rule (Cox and Smith, 1961), says: first what loses
most for each hour of work. Here losses also fade by themselves, reports are
wrong in ways that are known, and the day ends.
"""

from course.check import InvalidAction
from course.lessons.operations_map.bank import TICKETS
from course.market import tickets
from course.market.parameters import tideway
from course.market.rng import stream
from course.once import once

COUNT = 20


class Scenario:
    """Order the tickets; it earns the dollars that are not lost.

    A ticket finished after t hours saves what would still have been lost:
    loss × half-life ÷ ln 2 × 2^(−t ÷ half-life). A ticket that is not finished
    when the day ends saves nothing.
    """

    UNIT = "dollars saved in a day"
    DRAWS = 60
    G_FULL = 0.9

    @staticmethod
    @once
    def truth(seed):
        """(the tickets as they are seen, true loss $ an hour, true hours of work)."""
        return tickets.draw_tickets(tideway(), stream(seed, "map", "tickets"), TICKETS, COUNT)

    def observe(self, seed):
        """What a policy receives: `tickets` (DataFrame in order of arrival: id, ticket, source,
        loss, hours, halves_in) and `hours` (8).
        """
        return {"tickets": self.truth(seed)[0], "hours": tideway().ticket.day}

    def value(self, seed, order):
        """Dollars saved by working through the list of ids `order`. Raises InvalidAction."""
        seen, loss, work = self.truth(seed)
        known = dict(zip(seen["id"], zip(loss, seen["halves_in"], work, strict=True), strict=True))
        if type(order) is not list or not all(type(ticket) is str for ticket in order):
            raise InvalidAction("the order must be a list of ticket ids, such as ['T07', 'T01']")
        if unknown := [ticket for ticket in order if ticket not in known]:
            raise InvalidAction(f"{unknown[0]!r} is no ticket of this morning")
        if len(set(order)) < len(order):
            raise InvalidAction("a ticket stands in the list more than once")
        return tickets.day([known[ticket] for ticket in order], tideway().ticket.day)
