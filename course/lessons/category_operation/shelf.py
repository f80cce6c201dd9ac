"""A shelf: put products on it, and see what each takes from the others."""

import numpy as np
import traitlets

from course.check.numbers import money, number, signed
from course.lessons.category_operation.scenario import VISITORS
from course.market.assortment import page_margin
from course.market.assortment import shelf as season
from course.market.choice import taken
from course.market.parameters import tideway
from course.market.rng import stream
from course.once import once
from course.widgets.chart import BLUE, INK, Axis, bars, table, told
from course.widgets.frame import Widget, ticks
from course.widgets.frame import practice as draws

NAMES = (
    "steel kettle",
    "glass teapot",
    "double-wall cup",
    "bamboo tray",
    "tea tin",
    "milk frother",
    "coffee press",
    "coffee scale",
    "tea strainer",
    "honey spoon",
)
SHOWN = 3  # switches that are listed
TABLE = 340  # px


@once
def practice(draw):
    """(appeal, margin) of the ten products of practice shelf `draw`."""
    shelf = season(tideway(), stream(draw, "category", "shelf"), NAMES)
    return shelf["appeal"].to_numpy(), shelf["margin"].to_numpy()


def nothing():
    """The appeal of going without: fewer products, so it is less of a rival than on the page."""
    return tideway().page.shelf_outside


def worth(draw, chosen):
    """Dollars of a thousand visitors with these places of NAMES on the shelf."""
    appeal, margin = practice(draw)
    places = [place for place, on in enumerate(chosen) if on]
    return VISITORS * page_margin(appeal[places], margin[places], nothing()) if places else 0.0


@once
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
        buyers = VISITORS * taken(np.where(on, appeal, 0.0), nothing())
        now, bought = worth(self.draw, on), float(buyers.sum())
        done = self.switched(self.draw, self.chosen, (now, bought))
        return {
            "told": told(
                (money(now), "margin of a thousand visitors", {"data-total": round(now)}),
                (number(VISITORS - bought), "of a thousand leave without buying"),
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
