"""Defect rates against orders: pull the shops towards the mean and watch who is misjudged."""

import numpy as np
import traitlets

from course.check.numbers import number, percent
from course.lessons.merchant_operation.scenario import Scenario
from course.market.parameters import tideway
from course.once import once
from course.widgets.chart import BLUE, INK, ORANGE, Axis, Chart, told, trail
from course.widgets.frame import Widget, practice, slider

MERCHANT = tideway().merchant
MEAN = MERCHANT.defect_a / (MERCHANT.defect_a + MERCHANT.defect_b)
LIMIT = MERCHANT.brings / MERCHANT.defect_cost
WEIGHTS = range(0, 201, 5)
TOP = 0.2  # the end of the scale of rates; what lies above is drawn at it, with a mark of its own
SURE = 1.96  # standard errors to both sides for 95 of 100
HIGH, RIGHT = 250, 215  # px


def misjudged(draw, weight):
    """(suspended though good, kept though bad): shops whose pulled rate is above the limit and
    whose true one is not, and the other way round.
    """
    rate, past, defects, _, _ = Scenario().truth(draw)
    pulled = (defects + weight * MEAN) / (past + weight)
    return int(((pulled > LIMIT) & (rate <= LIMIT)).sum()), int(
        ((pulled <= LIMIT) & (rate > LIMIT)).sum()
    )


@once
def _most(draw):
    """The greatest number of misjudged shops under any pull: the scale's end."""
    return max(sum(misjudged(draw, weight)) for weight in WEIGHTS)


class FunnelPlot(Widget):
    """Dots by orders (across) and defect rate (up), drawn towards the mean with the weight of so
    many orders.

    Traits: `draw` (practice quarter 0 to 4), `weight` (orders, 0 to 200).
    """

    name = "Funnel plot"
    moves = ("draw", "weight")
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    weight = traitlets.Int(0, min=0, max=200).tag(sync=True)

    def controls(self):
        return [
            practice("Quarter", "quarter"),
            slider("weight", "Pull to the mean", 0, 200, step=5, form="as much as # orders"),
        ]

    def look(self):
        good, bad = misjudged(self.draw, self.weight)
        return {
            "told": told(
                (number(good + bad), "shops are misjudged"),
                (number(good), "would be suspended though good"),
                (number(bad), "would be kept though bad"),
            ),
            "pictures": [self._funnel(good, bad), self._weights(good + bad)],
        }

    def _left(self):
        """Width in px of the left picture: what the right one leaves."""
        return self.beside(RIGHT)

    def _funnel(self, good, bad):
        rate, past, defects, _, _ = Scenario().truth(self.draw)
        pulled = (defects + self.weight * MEAN) / (past + self.weight)
        x = Axis(1, float(max(past.max(), 1_000)), "orders so far", number, log=True)
        y = Axis(0, TOP, "defect rate", percent, fitted=True, ticks=[0, 0.05, 0.1, 0.15, 0.2])
        chart = Chart("Every shop, drawn to the mean", self._left(), HIGH, x, y)
        grid = np.geomspace(1, x.high, 60)
        swing = SURE * np.sqrt(MEAN * (1 - MEAN) / grid)
        for side in (MEAN + swing, MEAN - swing):
            inside = (side >= 0) & (side <= TOP)
            points = list(zip(grid[inside].tolist(), side[inside].tolist(), strict=True))
            chart.line(points, INK, "2 3", 1.5, ".8")
        chart.rule(y=LIMIT, dash="", opacity="1")
        chart.rule(y=MEAN, dash="6 4")
        wrong, over = (pulled > LIMIT) != (rate > LIMIT), pulled > TOP
        shown = np.maximum(past, 1)
        for missed in (False, True):
            for high in (False, True):
                mine = (wrong == missed) & (over == high)
                points = [
                    (float(n), float(min(p, TOP)))
                    for n, p in zip(shown[mine], pulled[mine], strict=True)
                ]
                shape = "up" if high else "diamond" if missed else "circle"
                chart.dots(
                    points,
                    ORANGE if missed else BLUE,
                    shape,
                    4 if missed else 2.8,
                    opacity=".95" if missed else ".5",
                )
        count = int(over.sum())
        chart.say(
            f"{len(past)} shops; mean {percent(MEAN, 1)}, limit {percent(LIMIT)}; {good + bad}"
            f" misjudged: {good} good ones above the limit, {bad} bad ones below; {count} lie"
            f" above {percent(TOP)}"
        )
        chart.key("judged rightly", BLUE, "circle", opacity=".6")
        chart.key(f"misjudged ({good + bad})", ORANGE, "diamond")
        chart.key(f"above {percent(TOP)} ({count})", INK, "up")
        chart.key(f"limit {percent(LIMIT)}", INK)
        chart.key(f"mean {percent(MEAN, 1)}", INK, dash="6 4")
        chart.key("where chance alone scatters 95 of 100", INK, dash="2 3")
        return chart.html()

    def _weights(self, wrong):
        x = Axis(0, 200, "pull, orders", number, fitted=True, count=3)
        y = Axis(0, _most(self.draw), "misjudged shops")
        wide = RIGHT if self._left() < self.room() else self.half()
        chart = Chart("The pulls you tried", wide, HIGH, x, y)
        return trail(chart, self.tried(self.draw, self.weight, wrong), self.weight).html()
