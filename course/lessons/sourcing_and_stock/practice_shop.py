"""The practice shop's quotes, sales with empty shelves, and seasons to buy for."""

import numpy as np
import pandas as pd

from course.lessons.sourcing_and_stock.scenario import Scenario
from course.market.rng import stream


def quotes():
    """Two factories' quotes for the same mug: a DataFrame (FOB $ a unit; freight, insurance,
    brokerage $ a shipment; duty share).
    """
    return pd.DataFrame(
        {
            "supplier": ["far and cheap", "near and dear"],
            "fob": [8.00, 9.60],
            "freight": [1200.0, 260.0],
            "insurance": [60.0, 15.0],
            "duty": [0.12, 0.0],
            "brokerage": [300.0, 40.0],
        }
    )


def sales_with_gaps(seed=0, days=120, mean=30.0, sd=9.0, stock_mean=34.0):
    """(sales, stock, demand) of a product by day, arrays: what was sold, what lay there in the
    morning, and what was asked for.
    """
    rng = stream(seed, "stock", "gaps")
    demand = np.maximum(0, mean + sd * rng.standard_normal(days))
    stock = np.maximum(5, stock_mean + 10 * rng.standard_normal(days)).round()
    return np.minimum(demand, stock).round(1), stock, demand.round(1)


def season(number):
    """(history, price, cost, salvage) of practice season `number` (0 to 4), as a policy
    gets them.
    """
    return tuple(Scenario().observe(number).values())
