"""Users who queue through eight steps: switch steps on and off, and see who is left and who
orders.
"""

from itertools import combinations

import numpy as np
import traitlets

from course.check.numbers import number, percent, signed
from course.lessons.product_growth.bank import STEPS
from course.lessons.product_growth.scenario import Scenario, activation
from course.widgets.chart import BLUE, INK, Axis, bars, table, told
from course.widgets.frame import Widget, practice, ticks

USERS = 10_000
SHOWN = 3  # switches that are listed
TABLE = 405  # px


def best_flow(draw):
    """(steps, users of 10,000 who order) of the best flow of practice flow `draw`, by trying all
    256.
    """
    drops, gains = Scenario().truth(draw)
    best = max(
        (
            subset
            for size in range(len(STEPS) + 1)
            for subset in combinations(range(len(STEPS)), size)
        ),
        key=lambda subset: activation(drops[list(subset)], gains[list(subset)]),
    )
    return [STEPS[place] for place in best], activation(drops[list(best)], gains[list(best)])


class OnboardingQueue(Widget):
    """Bars of who is still there after each step, and the share of them that orders.

    Traits: `draw` (practice flow 0 to 4), `chosen` (names of the steps that are on).
    """

    name = "Onboarding queue"
    moves = ("draw", "chosen")
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    chosen = traitlets.List(traitlets.Unicode(), list(STEPS)).tag(sync=True)

    def controls(self):
        return [practice("Flow", "flow"), ticks("chosen", "Steps", STEPS)]

    def look(self):
        drops, gains = Scenario().truth(self.draw)
        on = np.array([step in self.chosen for step in STEPS])
        left = USERS * np.cumprod(np.where(on, 1 - drops, 1.0))
        through, orders = float(left[-1]), float(activation(drops[on], gains[on]))
        done = self.switched(self.draw, self.chosen, (through, orders / through, orders))
        return {
            "told": told(
                (f"{number(orders)} of {number(USERS)}", "order", {"data-orders": round(orders)}),
                (number(through), "come through the steps"),
                (percent(orders / through, 1), "of those who come through order"),
                (
                    f"{number(activation(drops, gains))}, {number(activation([], []))}",
                    "order with all eight steps, with none",
                ),
            ),
            "pictures": [self._queue(on, left), self._changes(done)],
        }

    def _queue(self, on, left):
        rows, before = [], float(USERS)
        for step, shown, now in zip(STEPS, on, left, strict=True):
            lost = f", lost {number(round(before) - round(now))}" if shown else " (off)"
            rows.append(
                (
                    step,
                    float(now),
                    f"{number(now)}{lost}",
                    BLUE if shown else INK,
                    ".85" if shown else ".2",
                )
            )
            before = float(now)
        keys = [
            {"name": "step is on", "colour": BLUE, "shape": "box", "opacity": ".85"},
            {"name": "off", "colour": INK, "shape": "box", "opacity": ".2"},
        ]
        axis = Axis(0, USERS, "users", number, count=2)
        wide = self.beside(TABLE)
        return bars("Who is still there after each step", rows, axis, wide, 20, keys).html()

    def _changes(self, done):
        rows = [
            [name, signed(through), f"{signed(100 * share, digits=1)} points", signed(orders)]
            for name, (through, share, orders) in done[:SHOWN]
        ] or [["none yet", "", "", ""]]
        return table(["Your last switches", "Through", "Ordering", "Orders"], rows)
