"""How many to order: drag the quantity until a unit too few costs as much as a unit too many."""

import numpy as np
import traitlets
from scipy.stats import norm

from course.check.numbers import money, number, percent
from course.lessons.sourcing_and_stock.scenario import expected_profit
from course.market.parameters import tideway
from course.market.rng import stream
from course.market.supply import draw_order
from course.widgets.chart import BLUE, GREEN, INK, ORANGE, Axis, Chart, bars, told, trail
from course.widgets.frame import Widget, slider
from course.widgets.frame import practice as draws

MOST = 300  # units: the slider's end
HIGH = 190  # px
BIN = 10  # units: demand is shown as the chance of so many


def practice(draw):
    """Practice product `draw` (0 to 4): mu and sigma of its lognormal demand, price, cost and
    salvage ($ a unit).
    """
    return draw_order(tideway(), stream(draw, "stock", "balance"))


def best(product):
    """The quantity at the critical ratio (price - cost) / (price - salvage)."""
    ratio = (product["price"] - product["cost"]) / (product["price"] - product["salvage"])
    return float(np.exp(product["mu"] + product["sigma"] * norm.ppf(ratio)))


class OrderBalance(Widget):
    """Demand for one product, the quantity ordered, and what one unit more or less would cost.

    Traits: `draw` (practice product 0 to 4), `quantity` (units, 1 to 300),
    `salvage` (percent of the cost, 0 to 95).
    """

    name = "Order balance"
    moves = ("draw", "quantity", "salvage")
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    quantity = traitlets.Int(100, min=1, max=MOST).tag(sync=True)
    salvage = traitlets.Int(30, min=0, max=95).tag(sync=True)

    def controls(self):
        return [
            draws("Product", "product"),
            slider("quantity", "Units ordered", 1, MOST),
            slider("salvage", "What is left is cleared at", 0, 95, form="#% of its cost"),
        ]

    def look(self):
        product = practice(self.draw)
        salvage = product["cost"] * self.salvage / 100
        mu, sigma, price, cost = (product[each] for each in ("mu", "sigma", "price", "cost"))
        enough = float(norm.cdf((np.log(self.quantity) - mu) / sigma))
        few, many = (price - cost) * (1 - enough), (cost - salvage) * enough
        every = expected_profit(np.arange(1, MOST + 1.0), mu, sigma, price, cost, salvage)
        profit = float(every[self.quantity - 1])
        return {
            "told": told(
                (money(profit), "expected profit"),
                (percent(enough), "chance to have enough"),
                (money(price), f"price; cost {money(cost, 2)}, cleared {money(salvage, 2)}"),
            ),
            "pictures": [
                self._demand(mu, sigma, enough),
                self._profit(every, profit),
                self._next_unit(few, many, max(price - cost, cost)),
            ],
        }

    def _demand(self, mu, sigma, enough):
        edges = np.arange(0, MOST + 1, BIN)
        chances = np.diff(norm.cdf((np.log(np.maximum(edges, 1e-9)) - mu) / sigma))
        x = Axis(0, MOST, "units asked for", number, fitted=True, count=3)
        y = Axis(0, float(chances.max()), f"chance, {BIN} units a bar", percent, count=3)
        chart = Chart("Demand", self.half(), HIGH, x, y)
        wide = chart.at_x(BIN) - chart.at_x(0) - 1
        for start, chance in zip(edges, chances, strict=False):
            met = start + BIN / 2 <= self.quantity
            chart.bar(
                start + BIN / 2, float(chance), wide, GREEN if met else INK, ".8" if met else ".3"
            )
        chart.rule(x=self.quantity)
        chart.key("met by the order", GREEN, "box", opacity=".8").key(
            "more", INK, "box", opacity=".3"
        )
        mean = float(np.exp(mu + sigma**2 / 2))
        chart.say(f"{number(mean)} on average; {percent(enough)} is met by {self.quantity} units")
        return chart.html()

    def _profit(self, every, profit):
        x = Axis(0, MOST, "units ordered", number, fitted=True, count=3)
        y = Axis(min(0.0, float(every.min())), float(every.max()), "expected profit, $", money)
        chart = Chart("Profit of the orders you tried", self.half(), HIGH, x, y)
        tried = self.tried((self.draw, self.salvage), self.quantity, profit)
        return trail(chart, tried, self.quantity).html()

    def _next_unit(self, few, many, most):
        rows = [
            ("one too few", few, money(few, 2), BLUE, ".85"),
            ("one too many", many, money(many, 2), ORANGE, ".85"),
        ]
        axis = Axis(0, most, "$ on average", money, count=4)
        return bars("What the next unit costs either way", rows, axis, self.room(), row=22).html()
