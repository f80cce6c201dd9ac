"""A demand curve to drag a price along, and baskets to drag a free-delivery bar through."""

import numpy as np
import traitlets

from course.check.numbers import money, number
from course.lessons.pricing.practice_shop import baskets, threshold_profit
from course.market.parameters import tideway
from course.market.prices import draw_product
from course.market.rng import stream
from course.widgets.chart import GREEN, INK, ORANGE, Axis, Chart, told, trail
from course.widgets.frame import Widget, choice, slider
from course.widgets.frame import practice as draws

DELIVERY = tideway().delivery
FEE, PARCEL, MARGIN = DELIVERY.fee, DELIVERY.parcel, DELIVERY.margin
CHEAPEST, DEAREST = 10, 90  # $: the slider's ends
BASKET = 5  # $: a bar of the histogram
HIGH = 230  # px


def practice(draw):
    """Practice product `draw` (0 to 4): cost and reference price ($), units at the reference price,
    elasticity.
    """
    return draw_product(tideway(), stream(draw, "pricing", "curve"))


def week(product, price, elasticity):
    """(units, revenue, profit) of a week."""
    units = product["units"] * (price / product["price"]) ** -elasticity
    return units, units * price, units * (price - product["cost"])


class PriceCurve(Widget):
    """Two views: a product's revenue and profit by price, or a month's profit by free-delivery
    threshold.

    Traits: `draw` (practice product 0 to 4), `tab` ("price" or "delivery"),
    `price` ($, 10 to 90: the price, or the threshold), `elasticity` (tenths, 11
    to 50).
    """

    name = "Price curve"
    moves = ("draw", "tab", "price", "elasticity")
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    tab = traitlets.Enum(["price", "delivery"], "price").tag(sync=True)
    price = traitlets.Int(40, min=CHEAPEST, max=DEAREST).tag(sync=True)
    elasticity = traitlets.Int(25, min=11, max=50).tag(sync=True)

    def start(self):
        self._open(None)

    @traitlets.observe("draw")
    def _open(self, _change):
        product = practice(self.draw)
        self.price, self.elasticity = int(product["price"]), round(10 * product["elasticity"])

    def controls(self):
        delivery = self.tab == "delivery"
        label = "Delivery is free from" if delivery else "Price"
        shown = [
            draws("Product", "product"),
            choice(
                "tab", "Picture", [("price", "price of a product"), ("delivery", "free delivery")]
            ),
            slider("price", label, CHEAPEST, DEAREST, form="$#"),
        ]
        return shown + (
            [] if delivery else [slider("elasticity", "Elasticity", 11, 50, per=10, digits=1)]
        )

    def look(self):
        return self._delivery() if self.tab == "delivery" else self._week()

    def _week(self):
        product, e = practice(self.draw), self.elasticity / 10
        grid = np.arange(CHEAPEST, DEAREST + 1, dtype=float)
        _, revenues, profits = week(product, grid, e)
        units, revenue, profit = (float(each) for each in week(product, float(self.price), e))
        wide, setting = self.half(), (self.draw, self.elasticity)
        pictures = []
        for title, values, now, colour, shape in (
            ("Revenue by price", revenues, revenue, GREEN, "square"),
            ("Profit by price", profits, profit, None, "circle"),
        ):
            x = Axis(CHEAPEST, DEAREST, "price, $", money, fitted=True)
            y = Axis(min(0.0, float(values.min())), float(values.max()), "$ a week", money)
            chart = Chart(title, wide, HIGH, x, y)
            how = {"shape": shape} | ({"colour": colour} if colour else {})
            trail(chart, self.tried((title, *setting), self.price, now), self.price, **how)
            chart.key(
                title.split()[0].lower(), shape=shape, **({"colour": colour} if colour else {})
            )
            if not colour:
                chart.key("loss", ORANGE, "down")
            pictures.append(chart.html())
        return {
            "told": told(
                (number(units), "units a week"),
                (money(revenue), "revenue a week"),
                (money(profit), "profit a week"),
                (f"${product['cost']:.0f}", f"cost; sold so far at ${product['price']}"),
            ),
            "pictures": pictures,
        }

    def _delivery(self):
        month = baskets(self.draw)
        profit = threshold_profit(float(self.price), month, FEE, PARCEL, MARGIN)
        free = threshold_profit(0.0, month, FEE, PARCEL, MARGIN)
        every = [
            threshold_profit(float(at), month, FEE, PARCEL, MARGIN)
            for at in range(CHEAPEST, DEAREST + 1)
        ]
        wide = self.half()
        counts, starts = np.histogram(month, np.arange(CHEAPEST, DEAREST + 1, BASKET))
        x = Axis(CHEAPEST, DEAREST, "basket, $", money, fitted=True)
        bars = Chart(
            "Baskets of a month by value", wide, HIGH, x, Axis(0, int(counts.max()), "baskets")
        )
        bars.rule(x=self.price)
        for start, count in zip(starts, counts, strict=False):
            broad = bars.at_x(CHEAPEST + BASKET) - bars.at_x(CHEAPEST) - 1
            over = start >= self.price
            bars.bar(
                start + BASKET / 2,
                int(count),
                broad,
                GREEN if over else INK,
                ".8" if over else ".35",
            )
        bars.say(
            ", ".join(
                f"from {money(start)}: {number(count)}"
                for start, count in zip(starts, counts, strict=False)
            )
        )
        bars.key("delivered free", GREEN, "box", opacity=".8")
        bars.key("pays for delivery", INK, "box", opacity=".35")
        x = Axis(CHEAPEST, DEAREST, "free from, $", money, fitted=True)
        curve = Chart(
            "Profit by free-delivery bar", wide, HIGH, x, Axis(min(every), max(every), "$", money)
        )
        trail(curve, self.tried(("delivery", self.draw), self.price, profit), self.price)
        return {
            "told": told(
                (money(profit), f"profit a month, free from ${self.price} on"),
                (money(free), "profit a month, free for all"),
            ),
            "pictures": [bars.html(), curve.html()],
        }
