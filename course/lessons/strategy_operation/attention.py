"""Measured attention and the order that follows from it: drag the exponent until the line runs
through the dots.
"""

import numpy as np
import traitlets

from course.check.numbers import number
from course.market import ranking, search
from course.market.parameters import tideway
from course.market.rng import stream
from course.widgets.chart import BLUE, INK, Axis, Chart, table, told
from course.widgets.frame import Widget, slider
from course.widgets.frame import practice as draws

NAMES = ("kettle", "mug", "teapot", "strainer", "tray", "tin", "spoon", "cosy")
PLACES, VIEWS = len(NAMES), 4_000
BURIED = 7  # place of the good product
RISEN = 3  # places; who rises by more is marked
HIGH, TABLE = 230, 285  # px


def practice(draw):
    """Practice page `draw` (0 to 4): (true exponent, attention as swaps measured it, clicks of the
    eight products in their old order).
    """
    rng = stream(draw, "ranking", "attention")
    return ranking.measured_page(tideway(), rng, PLACES, VIEWS, BURIED)


def attention(exponent):
    """Attention of the page's places at an exponent, an array."""
    return search.attention(np.arange(1, PLACES + 1), exponent)


class AttentionCurve(Widget):
    """Attention by place, and the order by clicks ÷ (views × attention).

    Traits: `draw` (practice page 0 to 4), `exponent` (hundredths, 0 to 150; 0
    ranks by raw clicks).
    """

    name = "Attention curve"
    moves = ("draw", "exponent")
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    exponent = traitlets.Int(0, min=0, max=150).tag(sync=True)

    def controls(self):
        return [
            draws("Page", "page"),
            slider("exponent", "Exponent", 0, 150, step=5, per=100, digits=2),
        ]

    def look(self):
        _, measured, clicks = practice(self.draw)
        line = attention(self.exponent / 100)
        wanted = clicks / (VIEWS * line)
        order = [int(place) for place in np.argsort(-wanted)]
        miss = float(np.exp(np.abs(np.log(measured / line)).mean()))
        return {
            "told": told(
                (number(miss, 2), "times: how far line and dots are apart, on average"),
                (NAMES[order[0]], f"is first now; it stood at place {order[0] + 1}"),
            ),
            "pictures": [self._attention(measured, line), self._order(order, clicks, wanted)],
        }

    def _attention(self, measured, line):
        places = range(1, PLACES + 1)
        x = Axis(0.7, PLACES + 0.3, "place", number, fitted=True, ticks=list(places))
        top = max(1.0, float(measured.max()))
        y = Axis(0, top, "first place = 1", lambda v: number(v, 1), count=4)
        chart = Chart("Attention by place", self.beside(TABLE), HIGH, x, y)
        chart.line(list(zip(places, map(float, line), strict=True)), BLUE)
        chart.dots(list(zip(places, map(float, measured), strict=True)), INK, "diamond", 4)
        chart.say(
            "; ".join(
                f"place {place}: measured {number(seen, 2)}, line {number(said, 2)}"
                for place, seen, said in zip(places, measured, line, strict=True)
            )
        )
        chart.key("place to the power of minus the exponent", BLUE)
        chart.key("measured by swaps", INK, "diamond")
        return chart.html()

    def _order(self, order, clicks, wanted):
        rows = [
            [
                f"{NAMES[old]} ↑" if old + 1 - place > RISEN else NAMES[old],
                number(place),
                number(old + 1),
                number(clicks[old]),
                number(wanted[old], 2),
            ]
            for place, old in enumerate(order, start=1)
        ]
        return table(
            ["Product", "New", "Old", "Clicks", "Wanted"],
            rows,
            "Order by clicks ÷ (views × attention)",
        )
