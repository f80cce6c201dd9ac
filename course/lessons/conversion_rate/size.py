"""The size of a test: drag the visitors per arm and find where the profit peaks."""

import numpy as np
import traitlets

from course.lessons.conversion_rate.scenario import Scenario
from course.market.experiments import expected_gain
from course.widgets import CourseWidget, bar_svg

PLACES = 200


class SampleSize(CourseWidget):
    """One practice idea; each place of the slider is a size, and leaves its dot.

    Traits: `draw` (0 to 4), `place` (0 = no test, to 200 = half of all
    visitors), `view` (dict, what is drawn).
    """

    _esm = CourseWidget.script(__file__)
    _css = CourseWidget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    place = traitlets.Int(PLACES, min=0, max=PLACES).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, draw=0, **kwargs):
        super().__init__(draw=draw, **kwargs)
        self._open_idea()

    @traitlets.observe("draw")
    def _on_draw(self, _change):
        self._open_idea()

    @traitlets.observe("place")
    def _on_place(self, _change):
        self._answer()

    def _open_idea(self):
        self._idea = Scenario().observe(self.draw)
        self._trail = {}
        if self.place == PLACES:
            self._answer()
        self.place = PLACES

    def size(self, place):
        """Visitors per arm at a place of the slider: 0, then from 10 on a logarithmic scale
        to N/2.
        """
        half = self._idea["visitors"] / 2
        return 0 if place == 0 else round(10 * (half / 10) ** (place / PLACES))

    def _answer(self):
        n = self.size(self.place)
        gain = float(expected_gain(n, **self._idea))
        self._trail[self.place] = round(gain, 2)
        idea = self._idea
        self.view = {
            "visitors": idea["visitors"],
            "cvr": idea["cvr"],
            "mean": round(100 * idea["idea_mean"] / idea["cvr"], 1),
            "sd": round(100 * idea["idea_sd"] / idea["cvr"], 1),
            "n": n,
            "share": round(n / idea["visitors"], 4),
            "gain": round(gain, 1),
            "percent": round(100 * gain / (idea["visitors"] * idea["cvr"]), 3),
            "now": round(idea["visitors"] * idea["cvr"]),
            "trail": sorted([place, value] for place, value in self._trail.items()),
            "places": PLACES,
            "best": max(self._trail.values()),
        }

    def card(self):
        idea = self._idea
        places = np.linspace(0, PLACES, 9).astype(int).tolist()
        rows = [
            (
                f"{self.size(place):,} per arm",
                max(0.0, float(expected_gain(self.size(place), **idea))),
            )
            for place in places
        ]
        return (
            f"<p><b>{idea['visitors']:,} visitors this season</b>, CVR {idea['cvr']:.1%}; ideas"
            f" like this one change it by {idea['idea_mean'] / idea['cvr']:+.0%} on average, with a"
            f" spread of {idea['idea_sd'] / idea['cvr']:.0%}. Expected extra orders by the size of"
            " the test (losses are shown as 0):</p>"
            + bar_svg(rows, "orders", "Expected extra orders")
        )
