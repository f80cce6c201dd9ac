"""A quarter of one world: what was drawn for it once, for all tables that tell of it."""

from functools import cached_property

import numpy as np
import pandas as pd

from course.market.events import draw_weeks
from course.market.rng import stream

START = pd.Timestamp("2026-01-05")  # the Monday of week 1
WEEK = 7 * 86_400  # seconds


def date(week):
    """The Monday of a week (array or number); week 1 is the first of the quarter."""
    return START + pd.to_timedelta((np.asarray(week) - 1) * 7, unit="D")


class Quarter:
    """`weeks` weeks of `world`; `traps` (bool) asks for what makes real data dirty."""

    def __init__(self, world, weeks, traps):
        self.world, self.p, self.weeks, self.traps = world, world.p, weeks, traps

    def rng(self, *purpose):
        """A stream of random numbers of its own for every purpose."""
        return stream(self.world.seed, "records", *purpose)

    @cached_property
    def logs(self):
        """What happened, a WeekLog a week."""
        return draw_weeks(self.world, self.weeks)

    @cached_property
    def first_sessions(self):
        """The number of each week's first session, and one more: of the session after the last."""
        return np.cumsum([0] + [len(log.session_user) for log in self.logs])

    def weekly(self):
        """Pairs of a week's log and the number of its first session."""
        return zip(self.logs, self.first_sessions[:-1], strict=True)

    @cached_property
    def visits(self):
        """All sessions: session, user, ts and week, in order of time within each week."""
        parts = []
        for log in self.logs:
            seconds = np.sort(self.rng("time", log.week).integers(0, WEEK, len(log.session_user)))
            part = {
                "user": log.session_user,
                "ts": date(log.week) + pd.to_timedelta(seconds, unit="s"),
                "week": log.week,
            }
            parts.append(pd.DataFrame(part))
        visits = pd.concat(parts, ignore_index=True)
        visits["session"] = np.arange(len(visits))
        return visits

    @cached_property
    def items(self):
        """Paid items with their session: one order a session, one row a product of it."""
        parts = []
        for log, first in self.weekly():
            part = {
                "session": first + log.list_session[log.item_list],
                "product": log.item_product,
                "qty": log.item_units,
                "returned": log.item_returned,
                "stars": log.item_stars,
            }
            parts.append(pd.DataFrame(part))
        lines = pd.concat(parts, ignore_index=True)
        items = lines.groupby(["session", "product"], as_index=False).agg(
            {"qty": "sum", "returned": "max", "stars": "max"}
        )
        items["order"] = items.groupby("session").ngroup()
        products = self.world.products
        items["unit_price"] = products["list_price"].to_numpy()[items["product"]]
        items["unit_cost"] = products["cost"].to_numpy()[items["product"]]
        return items
