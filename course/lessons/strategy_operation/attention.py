"""Measured attention and the order that follows from it: drag the exponent until the line runs
through the dots.
"""

import numpy as np
import traitlets

from course.lessons.strategy_operation.scenario import attention
from course.market.rng import stream
from course.widgets import CourseWidget, bar_svg

NAMES = ("kettle", "mug", "teapot", "strainer", "tray", "tin", "spoon", "cosy")
PLACES, VIEWS = len(NAMES), 4_000


def practice(draw):
    """Practice page `draw` (0 to 4): (true exponent, attention as swaps measured it, clicks of the
    eight products in their old order).
    """
    rng = stream(draw, "ranking", "attention")
    exponent = round(float(rng.uniform(0.5, 1.4)), 2)
    measured = attention(PLACES, exponent) * np.exp(rng.normal(0, 0.05, PLACES))
    measured = measured / measured[0]
    relevance = np.sort(rng.uniform(0.12, 0.5, PLACES))[::-1]
    relevance[-2] = 0.75  # one good product is buried
    clicks = rng.binomial(VIEWS, attention(PLACES, exponent) * relevance)
    return exponent, measured, clicks


class AttentionCurve(CourseWidget):
    """Attention by place, and the order by clicks ÷ (views × attention).

    Traits: `draw` (practice page 0 to 4), `exponent` (hundredths, 0 to 150; 0
    ranks by raw clicks), `view` (dict, what is drawn).
    """

    _esm = CourseWidget.script(__file__)
    _css = CourseWidget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    exponent = traitlets.Int(0, min=0, max=150).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, draw=0, **kwargs):
        super().__init__(draw=draw, **kwargs)
        self._answer(None)

    @traitlets.observe("draw", "exponent")
    def _answer(self, _change):
        _, measured, clicks = practice(self.draw)
        line = attention(PLACES, self.exponent / 100)
        wanted = clicks / (VIEWS * line)
        order = np.argsort(-wanted)
        self.view = {
            "measured": [round(float(each), 3) for each in measured],
            "line": [round(float(each), 3) for each in line],
            "miss": round(float(np.abs(np.log(measured / line)).mean()), 3),
            "order": [
                [NAMES[place], int(place) + 1, int(clicks[place]), round(float(wanted[place]), 3)]
                for place in order
            ],
        }

    def card(self):
        rows = "".join(
            f"<tr><td>{name}</td><td>{place}</td><td>{clicks:,}</td><td>{wanted:.2f}</td></tr>"
            for name, place, clicks, wanted in self.view["order"]
        )
        return (
            f"<p><b>Practice page {self.draw}</b>, attention ="
            f" place<sup>−{self.exponent / 100:.2f}</sup>: the order by clicks ÷ (views ×"
            " attention).</p><table><thead><tr><th>Product</th><th>Old place</th><th>Clicks of"
            f" {VIEWS:,} views</th><th>Wanted</th></tr></thead><tbody>{rows}</tbody></table>"
            + bar_svg(
                [(f"place {place + 1}", each) for place, each in enumerate(self.view["measured"])],
                "of the first place",
                "Attention, measured by swaps",
            )
        )
