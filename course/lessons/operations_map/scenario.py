"""A bad morning: twenty tickets, eight hours. Which first?

A rule of queueing, the c-mu rule (Cox and Smith, 1961), says: first what loses
most for each hour of work. Here losses also fade by themselves, reports are
wrong in ways that are known, and the day ends.
"""

import math

import numpy as np
import pandas as pd

from course.check import InvalidAction
from course.lessons.operations_map.bank import TICKETS
from course.market.rng import stream
from course.once import once

COUNT, HOURS = 20, 8
# Loss in $ an hour and hours of work are lognormal (median, SD of the log); losses halve within 3
# to 24 hours, log-uniform.
LOSS, WORK, HALVES = (40.0, 0.9), (1.5, 0.6), (3.0, 24.0)
# Who reports: share of tickets, how many times too high, SD of the log around that.
SOURCES = {"alarm": (0.3, 1.0, 0.1), "merchant": (0.4, 3.0, 0.5), "colleague": (0.3, 1.0, 0.35)}
WORK_NOISE = 0.25


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
    def _truth(seed):
        rng = stream(seed, "map", "tickets")
        names = list(SOURCES)
        source = rng.choice(len(names), COUNT, p=[SOURCES[name][0] for name in names])
        loss = LOSS[0] * np.exp(LOSS[1] * rng.standard_normal(COUNT))
        work = np.clip(WORK[0] * np.exp(WORK[1] * rng.standard_normal(COUNT)), 0.25, 6.0)
        halves = np.exp(rng.uniform(np.log(HALVES[0]), np.log(HALVES[1]), COUNT))
        told = loss * np.array(
            [
                SOURCES[names[each]][1] * math.exp(SOURCES[names[each]][2] * rng.standard_normal())
                for each in source
            ]
        )
        guess = work * np.exp(WORK_NOISE * rng.standard_normal(COUNT))
        texts = rng.choice(len(TICKETS), COUNT, replace=False)
        seen = pd.DataFrame(
            {
                "id": [f"T{number:02}" for number in range(1, COUNT + 1)],
                "ticket": [TICKETS[each] for each in texts],
                "source": [names[each] for each in source],
                "loss": told.round(1),
                "hours": guess.round(2),
                "halves_in": halves.round(1),
            }
        )
        return seen, loss, work, seen["halves_in"].to_numpy()

    def observe(self, seed):
        """What a policy receives: `tickets` (DataFrame in order of arrival: id, ticket, source,
        loss, hours, halves_in) and `hours` (8).
        """
        return {"tickets": self._truth(seed)[0], "hours": HOURS}

    def value(self, seed, order):
        """Dollars saved by working through the list of ids `order`. Raises InvalidAction."""
        seen, loss, work, halves = self._truth(seed)
        known = {ticket: place for place, ticket in enumerate(seen["id"])}
        if type(order) is not list or not all(type(ticket) is str for ticket in order):
            raise InvalidAction("the order must be a list of ticket ids, such as ['T07', 'T01']")
        if unknown := [ticket for ticket in order if ticket not in known]:
            raise InvalidAction(f"{unknown[0]!r} is no ticket of this morning")
        if len(set(order)) < len(order):
            raise InvalidAction("a ticket stands in the list more than once")
        now = saved = 0.0
        for place in (known[ticket] for ticket in order):
            now += work[place]
            if now > HOURS:
                break
            saved += loss[place] * halves[place] / math.log(2) * 2 ** (-now / halves[place])
        return float(saved)
