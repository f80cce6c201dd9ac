"""A shelf: put products on it, and see what each takes from the others."""

import numpy as np
import traitlets

from course.lessons.category_operation.scenario import Scenario, category_margin
from course.widgets.chart import BLUE, INK, Axis, bars, table, told
from course.widgets.frame import Widget, ticks
from course.widgets.frame import practice as draws
from course.widgets.numbers import money, number, signed

NAMES = ("kettle", "teapot", "cup", "tray", "tin", "frother", "press", "scale", "strainer", "spoon")
NOTHING = 4.0  # fewer products, so leaving is less of a rival than on the page of forty


SHOWN = 3  # switches that are listed
TABLE = 340  # px


def practice(draw):
    """(appeal, margin) of the ten products of practice shelf `draw`."""
    appeal, margin = Scenario().truth(draw)
    return appeal[: len(NAMES)], margin[: len(NAMES)]


def worth(draw, chosen):
    """Dollars of a thousand visitors with these places of NAMES on the shelf."""
    appeal, margin = practice(draw)
    places = [place for place, on in enumerate(chosen) if on]
    return 1000 * category_margin(appeal[places], margin[places], NOTHING) if places else 0.0


def best_shelf(draw):
    """Which of the ten make the best shelf, by trying all 1,024."""
    return max(
        (
            [bool(number >> place & 1) for place in range(len(NAMES))]
            for number in range(2 ** len(NAMES))
        ),
        key=lambda chosen: worth(draw, chosen),
    )


class ShelfPlan(Widget):
    """Ten products to put on or take off.

    Traits: `draw` (practice shelf 0 to 4), `chosen` (names of the products that are on).
    """

    name = "Shelf plan"
    moves = ("draw", "chosen")
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    chosen = traitlets.List(traitlets.Unicode(), list(NAMES)).tag(sync=True)

    def controls(self):
        return [draws("Shelf", "shelf"), ticks("chosen", "Products on the shelf", NAMES)]

    def look(self):
        appeal, margin = practice(self.draw)
        on = np.array([name in self.chosen for name in NAMES])
        below = NOTHING + appeal[on].sum()
        buyers = np.where(on, 1000 * appeal / below, 0.0)
        now, leave = worth(self.draw, on), 1000 * NOTHING / below
        done = self.switched(self.draw, self.chosen, (now, 1000 - leave))
        return {
            "told": told(
                (money(now), "margin of a thousand visitors", {"data-total": round(now)}),
                (number(leave), "of a thousand leave without buying"),
                (money(worth(self.draw, [True] * len(NAMES))), "with all ten on the shelf"),
            ),
            "pictures": [self._buyers(on, buyers, margin), self._changes(done)],
        }

    def _buyers(self, on, buyers, margin):
        rows = [
            (
                f"{name}, {money(each, 2)}",
                float(count),
                f"{number(count)}: {money(count * each)}" if shown else "off",
                BLUE if shown else INK,
                ".85",
            )
            for name, shown, count, each in zip(NAMES, on, buyers, margin, strict=True)
        ]
        axis = Axis(0, max(1.0, float(buyers.max())), "buyers of a thousand", number, count=3)
        title = "Who buys, and the margin that it leaves"
        return bars(title, rows, axis, self.beside(TABLE), 20).html()

    def _changes(self, done):
        rows = [
            [name, signed(dollars, money), signed(buyers)]
            for name, (dollars, buyers) in done[:SHOWN]
        ] or [["none yet", "", ""]]
        return table(["Your last switches", "Margin", "Buyers"], rows)
