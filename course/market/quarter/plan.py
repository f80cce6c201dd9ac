"""What a quarter's weeks are like whatever is done: the season, the event week, the shock."""

from dataclasses import dataclass

import numpy as np

from course.market import season

SHOCKS = ("supplier delay", "competitor", "tracking outage")


@dataclass(frozen=True)
class Plan:
    """`demand` (weeks,): demand relative to a usual week; `event`: the event week, from 1.

    `shock`: one of SHOCKS, from week `hits` on for `lasts` weeks. `before`: demand of the weeks
    before the first.
    """

    demand: np.ndarray
    event: int
    shock: str
    hits: int
    lasts: int
    before: np.ndarray = ()

    def struck(self, week, shock):
        """Whether `shock` is felt in `week`."""
        return shock == self.shock and self.hits <= week < self.hits + self.lasts


def draw_plan(p, rng):
    """The plan of a quarter that begins in any week of the year."""
    q, draw = p.run, rng("plan")
    weeks = int(q.weeks)
    year = season.weekly_index(int(draw.integers(2**31)), p)
    first = int(draw.integers(len(year)))
    known = int(q.history)
    demand = np.take(year, range(first - known, first + weeks), mode="wrap")
    # Event weeks of the year are not this quarter's: it has one of its own.
    demand = np.minimum(demand, 1 + p.season.fourier_1 + p.season.fourier_2)
    before, demand = demand[:known], demand[known:]
    event = int(q.event_week)
    demand[event - 1] *= q.event_demand
    shock = SHOCKS[int(draw.integers(len(SHOCKS)))]
    hits = int(draw.integers(int(q.shock_from), int(q.shock_to) + 1))
    return Plan(demand, event, shock, hits, int(q.shock_weeks), before)
