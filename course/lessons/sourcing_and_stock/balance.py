"""How many to order: drag the quantity until a unit too few costs as much as a unit too many."""

import numpy as np
import traitlets
from scipy.stats import norm

from course.lessons.sourcing_and_stock.scenario import expected_profit
from course.market.rng import stream
from course.widgets import CourseWidget, bar_svg


def practice(draw):
    """Practice product `draw` (0 to 4): mu and sigma of its lognormal demand, price, cost and
    salvage ($ a unit).
    """
    rng = stream(draw, "stock", "balance")
    mean, variation, price = (
        float(rng.uniform(60, 160)),
        float(rng.uniform(0.3, 0.8)),
        float(rng.integers(20, 60)),
    )
    sigma = float(np.sqrt(np.log(1 + variation**2)))
    cost = round(price * float(rng.uniform(0.45, 0.75)), 1)
    return {
        "mu": float(np.log(mean)) - sigma**2 / 2,
        "sigma": sigma,
        "price": price,
        "cost": cost,
        "salvage": round(cost * float(rng.uniform(0.1, 0.6)), 1),
    }


def best(product):
    """The quantity at the critical ratio (price - cost) / (price - salvage)."""
    ratio = (product["price"] - product["cost"]) / (product["price"] - product["salvage"])
    return float(np.exp(product["mu"] + product["sigma"] * norm.ppf(ratio)))


class OrderBalance(CourseWidget):
    """Demand for one product, the quantity ordered, and what one unit more or less would cost.

    Traits: `draw` (practice product 0 to 4), `quantity` (units, 1 to 300),
    `salvage` (percent of the cost, 0 to 95), `view` (dict, what is drawn).
    """

    _esm = CourseWidget.script(__file__)
    _css = CourseWidget.style(__file__)
    draw = traitlets.Int(0, min=0, max=4).tag(sync=True)
    quantity = traitlets.Int(100, min=1, max=300).tag(sync=True)
    salvage = traitlets.Int(30, min=0, max=95).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, draw=0, **kwargs):
        super().__init__(draw=draw, **kwargs)
        self._answer(None)

    @traitlets.observe("draw", "quantity", "salvage")
    def _answer(self, _change):
        product = practice(self.draw)
        product["salvage"] = round(product["cost"] * self.salvage / 100, 2)
        mu, sigma = product["mu"], product["sigma"]
        enough = float(norm.cdf((np.log(self.quantity) - mu) / sigma))
        grid = np.arange(1, 301, 3)
        density = norm.pdf((np.log(grid) - mu) / sigma) / grid
        args = mu, sigma, product["price"], product["cost"], product["salvage"]
        profits = expected_profit(grid.astype(float), *args)
        self.view = {
            "product": product | {"mean": round(float(np.exp(mu + sigma**2 / 2)))},
            "enough": round(enough, 4),
            "few": round((product["price"] - product["cost"]) * (1 - enough), 2),
            "many": round((product["cost"] - product["salvage"]) * enough, 2),
            "profit": round(float(expected_profit(float(self.quantity), *args))),
            "density": (density / density.max()).round(3).tolist(),
            "profits": profits.round(1).tolist(),
        }

    def card(self):
        view, product = self.view, self.view["product"]
        return (
            f"<p><b>Practice product {self.draw}</b>: sold for ${product['price']:.2f}, bought for"
            f" ${product['cost']:.2f}, cleared at ${product['salvage']:.2f}; about"
            f" {product['mean']} are asked for. With {self.quantity} ordered, demand is met with a"
            f" chance of {view['enough']:.0%} and the expected profit is ${view['profit']:,}.</p>"
            + bar_svg(
                [
                    ("cost of one unit too few", view["few"]),
                    ("cost of one unit too many", view["many"]),
                ],
                "$",
                "What the next unit costs either way",
            )
        )
