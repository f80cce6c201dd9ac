"""The size of a test: drag the visitors per arm and find where the profit peaks."""

import math

import traitlets

from course.check.numbers import number, percent, signed
from course.lessons.conversion_rate.scenario import Scenario
from course.market.experiments import expected_gain
from course.widgets.chart import Axis, Chart, told, trail
from course.widgets.frame import Widget, practice, slider

PLACES = 200
HIGH = 250  # px


class SampleSize(Widget):
    """One practice idea; each place of the slider is a size, and leaves its dot.

    Traits: `draw` (0 to 4), `place` (0 = no test, to 200 = half of all
    visitors).
    """

    name = "Size of a test"
    moves = ("draw", "place")
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    place = traitlets.Int(PLACES, min=0, max=PLACES).tag(sync=True)

    def start(self):
        self._open(None)

    @traitlets.observe("draw")
    def _open(self, _change):
        self._idea = Scenario().observe(self.draw)
        self._tried = {}
        self.place = PLACES

    def controls(self):
        names = ["none, no test", *(number(self.size(place)) for place in range(1, PLACES + 1))]
        return [
            practice("Idea", "idea"),
            slider("place", "Visitors per arm", 0, PLACES, names=names),
        ]

    def size(self, place):
        """Visitors per arm at a place of the slider: 0, then from 10 on a logarithmic scale
        to N/2.
        """
        half = self._idea["visitors"] / 2
        return 0 if place == 0 else round(10 * (half / 10) ** (place / PLACES))

    def look(self):
        idea, n = self._idea, self.size(self.place)
        gain = float(expected_gain(n, **idea))
        tried = self.tried(self.draw, self.place, round(gain, 2))
        shift, spread = idea["idea_mean"] / idea["cvr"], idea["idea_sd"] / idea["cvr"]
        return {
            "told": f"<p>{number(idea['visitors'])} visitors this season, CVR"
            f" {percent(idea['cvr'], 1)}: about {number(idea['visitors'] * idea['cvr'])} orders."
            f" Ideas like this one change the CVR by {signed(shift, percent, digits=1)} on average,"
            f" give or take {percent(spread, 1)}.</p>"
            + told(
                (
                    signed(gain, digits=1),
                    "expected extra orders",
                    {"data-gain": round(gain, 1), "data-place": self.place},
                ),
                (percent(n / idea["visitors"], 1), "of all visitors in each arm"),
                (signed(max(y for _, y in tried), digits=1), "best that you have found"),
            ),
            "pictures": [self._hill(tried)],
        }

    def _hill(self, tried):
        half = self._idea["visitors"] / 2
        sizes = [n for n in (10, 100, 1_000, 10_000, 100_000) if n < half]
        ticks = [0] + [PLACES * math.log(n / 10) / math.log(half / 10) for n in sizes[1:]]
        names = dict(zip(ticks, ["no test", *(number(n) for n in sizes[1:])], strict=True))
        x = Axis(
            0,
            PLACES,
            "visitors per arm, up to everybody",
            lambda place: names.get(place) or number(self.size(round(place))),
            fitted=True,
            ticks=ticks,
        )
        gains = [gain for _, gain in tried]
        y = Axis(min(0.0, *gains), max(1.0, *gains), "extra orders", lambda v: number(v))
        chart = Chart("The sizes you have tried", self.room(), HIGH, x, y)
        write = lambda v: signed(v, digits=1)  # noqa: E731
        return trail(chart, tried, self.place, write).html()
