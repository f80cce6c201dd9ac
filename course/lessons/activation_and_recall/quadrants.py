"""A thousand customers by what they do without and with a coupon: drag how many get one, in which
order.
"""

import numpy as np
import traitlets

from course.check.numbers import money, number, percent, signed
from course.lessons.activation_and_recall.scenario import USERS, Scenario
from course.market.retention import coupon_margin
from course.widgets.chart import BLUE, GREEN, INK, PURPLE, Axis, Chart, told, trail
from course.widgets.frame import Widget, choice, practice, slider

ORDERS = {
    "likely": "most likely to buy first",
    "uplift": "most moved first",
    "gain": "largest net gain first",
}
LOOKS = {"likely": (PURPLE, "square"), "uplift": (BLUE, "circle"), "gain": (GREEN, "up")}
SHOWN = 250
HIGH = 250  # px
BAND = 0.12  # of a scale: room for the names of the corners


def profits(draw):
    """{order: dollars won or lost when the first 0, 1, ... 1,000 of this order get a coupon}."""
    scenario = Scenario()
    with_it, without = scenario.chances(draw)
    market = scenario.market(draw)
    kept, given = (coupon_margin(market, each, without, with_it) for each in (False, True))
    gain = given - kept
    scores = {"likely": without, "uplift": with_it - without, "gain": gain}
    ranks = {name: np.argsort(-score, kind="stable") for name, score in scores.items()}
    return {
        name: np.concatenate([[0.0], gain[rank].cumsum()]) for name, rank in ranks.items()
    }, ranks


class Quadrants(Widget):
    """Dots by chance without (across) and with a coupon (up); those who get one are full.

    Traits: `draw` (practice month 0 to 4), `order` ("likely", "uplift" or
    "gain"), `share` (percent of customers).
    """

    name = "Quadrants"
    moves = ("draw", "order", "share")
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    order = traitlets.Enum(list(ORDERS), "likely").tag(sync=True)
    share = traitlets.Int(100, min=0, max=100).tag(sync=True)

    def controls(self):
        return [
            practice("Month", "month"),
            choice("order", "Order", list(ORDERS.items())),
            slider("share", "Get a coupon", 0, 100, step=2, form="#%"),
        ]

    def look(self):
        curves, ranks = profits(self.draw)
        count, terms = USERS * self.share // 100, Scenario().market(self.draw).coupon
        chosen = np.zeros(USERS, dtype=bool)
        chosen[ranks[self.order][:count]] = True
        won = float(curves[self.order][count])
        return {
            "told": told(
                (
                    signed(won, money),
                    f"against no coupon: {self.share}% get one, {ORDERS[self.order]}. An order leaves"
                    f" {money(terms.margin)}, the coupon takes {money(terms.face)} off.",
                )
            ),
            "pictures": [self._customers(chosen), self._dollars(curves, won)],
        }

    def _customers(self, chosen):
        scenario = Scenario()
        with_it, without = scenario.chances(self.draw)
        fifths = [0, 0.25, 0.5, 0.75, 1]
        x = Axis(0, 1, "chance of an order without a coupon", percent, fitted=True, ticks=fifths)
        y = Axis(-BAND, 1 + BAND, "with a coupon", percent, fitted=True, ticks=fifths)
        chart = Chart(f"{SHOWN} of the {number(USERS)} customers", self.half(), HIGH, x, y)
        chart.line([(0, 0), (1, 1)], INK, "4 3", 1.5)
        terms = scenario.market(self.draw).coupon
        even = (terms.margin - terms.face) / terms.margin
        chart.line([(0, 0), (even, 1)], BLUE, "1.5 3", 2)
        for on in (False, True):
            points = [
                (float(a), float(b))
                for a, b, c in zip(without[:SHOWN], with_it[:SHOWN], chosen[:SHOWN], strict=True)
                if c == on
            ]
            chart.dots(points, BLUE if on else INK, size=2.8, filled=on, opacity=".75")
        for across, up, text, anchor in (
            (0, 1, "persuadable", "start"),
            (1, 1, "sure thing", "end"),
            (0, -BAND, "lost cause", "start"),
            (1, -BAND, "sleeping dog", "end"),
        ):
            chart.note(across, up, text, anchor, dx=3 if anchor == "start" else -3, dy=-5)
        on = int(chosen[:SHOWN].sum())
        chart.key(f"gets a coupon ({on})", BLUE, "circle")
        chart.key(f"gets none ({SHOWN - on})", INK, "circle", filled=False)
        chart.key("above: a coupon moves them", INK, dash="4 3")
        chart.key("above: it pays", BLUE, dash="1.5 3")
        return chart.say(f"{on} of them get a coupon, {SHOWN - on} get none").html()

    def _dollars(self, curves, won):
        ends = np.concatenate(list(curves.values()))
        x = Axis(0, 100, "customers who get a coupon", lambda v: f"{v:.0f}%", fitted=True)
        y = Axis(float(ends.min()), float(ends.max()), "$ against no coupon", money)
        chart = Chart("Dollars by how many get one", self.half(), HIGH, x, y)
        chart.rule(x=self.share, dash="2 3")
        self.tried((self.draw, self.order), self.share, won)
        for order, (colour, shape) in LOOKS.items():
            points = sorted(self._tried.get((self.draw, order), {}).items())
            if not points:
                continue
            now = self.share if order == self.order else None
            chart.say(ORDERS[order])
            trail(chart, points, now, lambda v: signed(v, money), colour, shape)
            chart.key(ORDERS[order], colour, shape)
        chart.key("a loss", "var(--course-orange, #c85200)", "down")
        return chart.html()
