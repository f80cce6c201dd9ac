"""Forty tests, the highest claims first: drag how many are launched, and see what was promised and
what came.
"""

import numpy as np
import traitlets

from course.check.numbers import number
from course.lessons.product_operation.scenario import COUNT, IDEAS, Scenario
from course.widgets.chart import BLUE, INK, ORANGE, Axis, Chart, told
from course.widgets.frame import Widget, choice, practice, slider

HIGH = 240  # px
MEAN, SPREAD = 0.5, 1.5  # what ideas did last year, percent: the numbers of the worked example


def believable(tests):
    """Measured lifts drawn towards last year's mean, each by its error (Efron and Morris, 1975). An
    array, percent.
    """
    lift, noise = tests["lift"].to_numpy(), tests["error"].to_numpy() ** 2
    return MEAN + (lift - MEAN) * SPREAD**2 / (SPREAD**2 + noise)


def totals(draw, order):
    """(names of the ideas in this order, promised and true sums of the first 1, 2, ... 40 of them);
    `order` is "claim" or "believable".
    """
    scenario = Scenario()
    tests, truth = scenario.observe(draw)["tests"], scenario.truth(draw)
    score = tests["lift"].to_numpy() if order == "claim" else believable(tests)
    ranked = np.argsort(-score, kind="stable")
    return [IDEAS[place] for place in ranked], score[ranked].cumsum(), truth[ranked].cumsum()


class LaunchCouncil(Widget):
    """Launch the first k ideas.

    Traits: `draw` (practice year 0 to 4), `count` (ideas launched, 1 to 40),
    `order` ("claim" or "believable").
    """

    name = "Launch council"
    moves = ("draw", "order", "count")
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    count = traitlets.Int(COUNT, min=1, max=COUNT).tag(sync=True)
    order = traitlets.Enum(["claim", "believable"], "claim").tag(sync=True)

    def controls(self):
        orders = [("claim", "highest claims first"), ("believable", "believable lifts first")]
        return [
            practice("Year", "year"),
            choice("order", "Order", orders),
            slider("count", "Launched", 1, COUNT, form="the first #"),
        ]

    def look(self):
        names, promised, true = totals(self.draw, self.order)
        place = self.count - 1
        return {
            "told": told(
                (f"{number(promised[place], 1)}%", "change in orders that was promised"),
                (f"{number(true[place], 1)}%", "change in orders that came"),
                (number(self.count), f"of {COUNT} ideas launched"),
            ),
            "pictures": [self._ideas(names, promised, true)],
        }

    def _ideas(self, names, promised, true):
        claims, truths = (np.diff(np.concatenate([[0.0], each])) for each in (promised, true))
        low, high = (f(f(claims), f(truths)) for f in (min, max))
        x = Axis(
            0.3,
            COUNT + 0.7,
            "ideas in this order",
            number,
            fitted=True,
            ticks=[1, *range(10, COUNT + 1, 10)],
        )
        y = Axis(float(min(low, 0)), float(high), "change in orders", lambda v: f"{number(v)}%")
        chart = Chart("Each idea: claimed and true", self.room(), HIGH, x, y)
        gap = chart.at_x(2) - chart.at_x(1)
        for place, (claim, truth) in enumerate(zip(claims, truths, strict=True), start=1):
            on = place <= self.count
            colour = ORANGE if truth < 0 else BLUE
            chart.bar(place, float(truth), gap * 0.5, colour, ".9" if on else ".2")
            chart.bar(place, float(claim), gap * 0.8, INK, ".9" if on else ".25", filled=False)
        chart.rule(x=self.count + 0.5)
        chart.say(
            "; ".join(
                f"{place}. {name}: claimed {number(claim, 1)}%, true {number(truth, 1)}%"
                for place, (name, claim, truth) in enumerate(
                    zip(names, claims, truths, strict=True), start=1
                )
                if place <= self.count
            )
        )
        chart.key("what its test claimed", INK, "box", filled=False)
        chart.key("what it truly does", BLUE, "box", opacity=".9")
        chart.key("what truly harms, below zero", ORANGE, "box", opacity=".9")
        chart.key("pale: not launched", INK, "box", opacity=".2")
        return chart.html()
