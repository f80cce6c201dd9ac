"""A page of ten modules: switch them on and off, and watch orders and returns move on two
needles.
"""

import traitlets

from course.check.numbers import money, percent, signed
from course.lessons.detail_page.bank import MODULES
from course.lessons.detail_page.scenario import VIEWS, Scenario
from course.market.pages import earns
from course.market.parameters import tideway
from course.widgets.chart import BLUE, GREEN, INK, ORANGE, Axis, bars, table, told
from course.widgets.frame import GAP, Widget, practice, ticks

MOST_CVR, MOST_BACK = 0.16, 0.5  # ends of the scales
SMALLEST = 165  # px: three pictures side by side from this width of one on
SHOWN = 4  # switches that are listed


def page(draw, modules):
    """(CVR, share returned, $ from 10,000 views) of a page of practice product `draw` with the set
    `modules`.
    """
    cvr, returned = Scenario().rates(draw, modules)
    return cvr, returned, earns(tideway(), cvr, returned, VIEWS)


class PageBuilder(Widget):
    """The modules of a page and what it brings.

    Traits: `draw` (practice product 0 to 4), `modules` (list of names that are
    on the page).
    """

    name = "Page builder"
    moves = ("draw", "modules")
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    modules = traitlets.List(traitlets.Unicode()).tag(sync=True)

    def controls(self):
        return [practice("Product", "product"), ticks("modules", "Modules on the page", MODULES)]

    def look(self):
        now, bare = page(self.draw, set(self.modules)), page(self.draw, set())
        done = self.switched(self.draw, self.modules, now)
        return {
            "told": told(
                (percent(now[0], 2), "of views order", {"data-cvr": round(100 * now[0], 4)}),
                (percent(now[1], 1), "of orders come back"),
                (money(now[2]), f"left by {VIEWS:,} views"),
                (signed(now[2] - bare[2], money), "against the empty page", {"data-more": ""}),
            ),
            "pictures": [*self._bars(now, bare), self._changes(done)],
        }

    def _bars(self, now, bare):
        wide = (self.room() - 2 * GAP) // 3
        wide = wide if wide >= SMALLEST else self.room()
        for title, place, top, unit, write, colour in (
            ("Views that order", 0, MOST_CVR, "% of views", lambda v: percent(v, 1), BLUE),
            ("Coming back", 1, MOST_BACK, "% of orders", percent, ORANGE),
            (f"Left by {VIEWS:,} views", 2, None, "$", money, GREEN),
        ):
            ends = [now[place], bare[place]]
            axis = Axis(
                min(0, *ends),
                top or max(*ends),
                unit,
                money if write is money else percent,
                count=2,
            )
            rows = [
                ("empty", bare[place], write(bare[place]), INK, ".35"),
                ("this page", now[place], write(now[place]), colour, ".9"),
            ]
            yield bars(title, rows, axis, wide, row=24).html()

    def _changes(self, done):
        rows = [
            [
                name,
                f"{signed(100 * cvr, digits=2)} points",
                f"{signed(100 * back, digits=1)} points",
                signed(earned, money),
            ]
            for name, (cvr, back, earned) in done[:SHOWN]
        ] or [["none yet", "", "", ""]]
        return table(["Your last switches", "Ordering", "Coming back", "Left"], rows)
