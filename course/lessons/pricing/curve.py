"""A demand curve to drag a price along, and baskets to drag a free-delivery bar through."""

import numpy as np
import traitlets

from course.lessons.pricing.practice_shop import baskets, threshold_profit
from course.market.rng import stream
from course.widgets import CourseWidget, bar_svg

FEE, PARCEL, MARGIN = 4.0, 5.0, 0.35


def practice(draw):
    """Practice product `draw` (0 to 4): cost and reference price ($), units at the reference price,
    elasticity.
    """
    rng = stream(draw, "pricing", "curve")
    cost = float(rng.integers(12, 30))
    price, units = round(cost * float(rng.uniform(1.5, 2.0))), int(rng.integers(80, 200))
    return {
        "cost": cost,
        "price": price,
        "units": units,
        "elasticity": round(float(rng.uniform(1.6, 3.6)), 1),
    }


def week(product, price, elasticity):
    """(units, revenue, profit) of a week."""
    units = product["units"] * (price / product["price"]) ** -elasticity
    return units, units * price, units * (price - product["cost"])


class PriceCurve(CourseWidget):
    """Two pictures: a product's units, revenue and profit by price, or a month's profit by
    free-delivery threshold.

    Traits: `draw` (practice product 0 to 4), `tab` ("price" or "delivery"),
    `price` ($, 10 to 90: the price, or the threshold), `elasticity` (tenths, 11
    to 50), `view` (dict, what is drawn).
    """

    _esm = CourseWidget.script(__file__)
    _css = CourseWidget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    tab = traitlets.Enum(["price", "delivery"], "price").tag(sync=True)
    price = traitlets.Int(40, min=10, max=90).tag(sync=True)
    elasticity = traitlets.Int(25, min=11, max=50).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, draw=0, **kwargs):
        product = practice(draw)
        super().__init__(
            draw=draw,
            price=int(product["price"]),
            elasticity=round(10 * product["elasticity"]),
            **kwargs,
        )
        self._answer(None)

    @traitlets.observe("draw", "tab", "price", "elasticity")
    def _answer(self, change):
        product = practice(self.draw)
        if change is not None and change["name"] == "draw":
            self.price, self.elasticity = int(product["price"]), round(10 * product["elasticity"])
        grid = np.arange(10, 91)
        if self.tab == "price":
            _, revenue, profit = week(product, grid.astype(float), self.elasticity / 10)
            units, money, left = week(product, float(self.price), self.elasticity / 10)
            self.view = {
                "tab": "price",
                "product": product,
                "lines": {"revenue": revenue.round(1).tolist(), "profit": profit.round(1).tolist()},
                "told": (
                    f"{units:,.0f} units a week, revenue ${money:,.0f}, profit ${left:,.0f}".replace(
                        "$-", "−$"
                    )
                ),
            }
        else:
            month = baskets(self.draw)
            profit = np.array(
                [threshold_profit(float(at), month, FEE, PARCEL, MARGIN) for at in grid]
            )
            free = threshold_profit(0.0, month, FEE, PARCEL, MARGIN)
            counts, _ = np.histogram(month, np.arange(0, 105, 5))
            self.view = {
                "tab": "delivery",
                "product": product,
                "lines": {"profit": profit.round(1).tolist()},
                "counts": counts.tolist(),
                "told": (
                    f"free from ${self.price} on: profit ${profit[self.price - 10]:,.0f} a month;"
                    f" free for all: ${free:,.0f}".replace("$-", "−$")
                ),
            }

    def card(self):
        product, view = practice(self.draw), self.view
        lines = view["lines"]
        shown = [
            (f"{name} at ${price}", max(0, lines[name][price - 10]))
            for name in lines
            for price in (20, 30, 40, 50, 60)
        ]
        return (
            f"<p><b>Practice product {self.draw}</b>: costs ${product['cost']:.0f}, sells"
            f" {product['units']} a week at ${product['price']}, elasticity"
            f" {self.elasticity / 10:.1f}. At ${self.price}: {view['told']}.</p>"
            + bar_svg(shown, "$", "What a week brings at five prices")
        )
