"""The practice shop's quotes, sales with empty shelves, and seasons to buy for."""

from course.lessons.sourcing_and_stock.scenario import Scenario
from course.market import supply
from course.market.parameters import Parameters, tideway
from course.market.rng import stream


def quotes():
    """Two factories' quotes for the same mug: a DataFrame (FOB $ a unit; freight, insurance,
    brokerage $ a shipment; duty share).
    """
    return supply.quotes(tideway())


def sales_with_gaps(seed=0, days=120, **shelf):
    """(sales, stock, demand) of a product by day, arrays: what was sold, what lay there in the
    morning, and what was asked for. `shelf`: `demand`, `spread` or `stock` (units a day) where they
    are not the market's.
    """
    p = Parameters({f"shelf.{name}": value for name, value in shelf.items()})
    return supply.shelf_days(p, stream(seed, "stock", "gaps"), days)


def season(number):
    """(history, price, cost, salvage) of practice season `number` (0 to 4), as a policy
    gets them.
    """
    return tuple(Scenario().observe(number).values())


def earns(number, quantities):
    """Expected $ of the list of 60 `quantities` in practice season `number`, on average over all the
    demand that may come. Nobody knows this beforehand.
    """
    return Scenario().value(number, quantities)
