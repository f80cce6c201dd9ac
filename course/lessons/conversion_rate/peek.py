"""The peek button: 400 tests of a page against itself, looked at every day."""

import numpy as np
import traitlets

from course.check.numbers import number, percent
from course.market.experiments import draw_aa_shop, false_wins
from course.market.parameters import tideway
from course.market.rng import stream
from course.once import once
from course.widgets.chart import BLUE, INK, Axis, Chart, told
from course.widgets.frame import Widget, button, choice, slider

TESTS, DAYS = 400, 40
PROMISED, HIGHEST = 0.05, 0.5  # shares of tests
HIGH, SQUARES = 220, 300  # px


@once
def _shop(draw):
    """Visitors a day and arm, CVR, and z after each day of every test: shape (TESTS, DAYS)."""
    visitors, cvr = draw_aa_shop(tideway(), stream(draw, "peek", "shop"))
    return visitors, cvr, false_wins(stream(draw, "peek", "tests"), TESTS, DAYS, visitors, cvr)


class PeekButton(Widget):
    """Press, and every A/A test gets one more day and one more look.

    Traits: `draw` (0 to 4, another shop), `day` (0 to 40), `every` (look only
    every so many days).
    """

    name = "Peek button"
    moves = ("draw", "day", "every")
    _esm = Widget.script()
    _css = Widget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    day = traitlets.Int(0, min=0, max=DAYS).tag(sync=True)
    every = traitlets.Int(1, min=1, max=10).tag(sync=True)

    def start(self):
        self._open(None)

    @traitlets.observe("draw")
    def _open(self, _change):
        self._visitors, self._cvr, self._z = _shop(self.draw)
        self.day = 0

    def controls(self):
        return [
            choice("draw", "Practice shop", [(place, f"Shop {place}") for place in range(5)]),
            slider(
                "every", "Look every", 1, 10, names=["day", *(f"{n} days" for n in range(2, 11))]
            ),
            button("Peek: one more day", main=True, add=("day", 1, DAYS)),
            button("Ten more days", add=("day", 10, DAYS)),
            button("Start again", day=0),
        ]

    def shares(self):
        """After each day: the share of tests that ever looked like a win (|z| above 1.96 at a
        look).
        """
        looked = (np.arange(1, DAYS + 1) % self.every) == 0
        return np.maximum.accumulate((np.abs(self._z) > 1.96) & looked, axis=1).mean(axis=0)

    def look(self):
        shares = [float(share) for share in self.shares()[: self.day]]
        share = shares[-1] if shares else 0.0
        now = float((np.abs(self._z[:, self.day - 1]) > 1.96).mean()) if self.day else 0.0
        return {
            "told": told(
                (
                    percent(share, 1),
                    "of the tests have shown a false win",
                    {"data-share": round(share, 4)},
                ),
                (number(self.day // self.every), f"looks in {self.day} days"),
                (percent(now, 1), "would be a false win if you looked only today"),
            ),
            "pictures": [self._curve(shares), self._squares(round(share * TESTS))],
        }

    def _curve(self, shares):
        x = Axis(0, DAYS, "days", number, fitted=True, count=4)
        y = Axis(0, HIGHEST, "tests with a false win", percent)
        chart = Chart("False wins so far", self.beside(SQUARES), HIGH, x, y)
        chart.rule(y=PROMISED, dash="5 4")
        points = [(0, 0.0), *enumerate(shares, start=1)]
        chart.line(points, BLUE)
        if shares:
            chart.dots([points[-1]], BLUE, size=6)
            chart.note(*points[-1], percent(shares[-1], 1), "middle", dy=-12, bold=True)
            step = max(1, len(shares) // 8)
            chart.say(", ".join(f"day {day}: {percent(share, 1)}" for day, share in points[::step]))
        chart.key("looked at again and again", BLUE)
        chart.key(f"{percent(PROMISED)}: what the test promises", INK, dash="5 4")
        return chart.html()

    def _squares(self, won):
        filled = round(won * 100 / TESTS)
        squares = "".join(
            f"<i class='{'won' if place < filled else ''}'></i>" for place in range(100)
        )
        return (
            "<figure class='course-figure' style='margin:0'><figcaption class='course-caption'>"
            f"{TESTS} tests of a page against itself</figcaption>"
            f"<div class='peek-dots' role='img' aria-label='{won} of {TESTS} tests have shown a"
            f" false win'>{squares}</div><div class='course-legend'>a square is {TESTS // 100}"
            f" tests; filled: a false win so far ({won})</div></figure>"
        )
