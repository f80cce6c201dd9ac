"""The practice shop's week: sessions and orders, two weeks to compare, and a morning's tickets."""

import pandas as pd

from course.lessons.operations_map.scenario import Scenario
from course.market.rng import stream

ITEMS = {
    "desk lamp": (39.0, 21.0),
    "steel bottle": (24.0, 9.5),
    "yoga mat": (32.0, 17.0),
    "kettle": (45.0, 30.0),
}


def shop_week(seed=0, visitors=1500, rate=0.05):
    """(sessions, orders, items) of one week, as DataFrames.

    sessions: `visitor`, `day` (a visitor may come more than once). orders:
    `order`, `visitor`, `status` ("kept", "cancelled", "returned"), `amount` ($).
    items: `order`, `item`, `units`, `price`, `cost` (of one unit, $).
    """
    rng = stream(seed, "map", "week")
    visits = rng.integers(1, 4, visitors)
    sessions = pd.DataFrame(
        {"visitor": [number for number, count in enumerate(visits) for _ in range(count)]}
    )
    sessions["day"] = rng.integers(1, 8, len(sessions))
    buyers = [number for number in range(visitors) if rng.random() < rate]
    orders, items = [], []
    for number, visitor in enumerate(buyers + [buyer for buyer in buyers if rng.random() < 0.1]):
        status = str(rng.choice(["kept", "cancelled", "returned"], p=[0.75, 0.10, 0.15]))
        amount = 0.0
        for item in rng.choice(list(ITEMS), int(rng.integers(1, 3)), replace=False):
            price, cost = ITEMS[item]
            units = int(rng.choice([1, 1, 1, 2]))
            items.append((number, str(item), units, price, cost))
            amount += units * price
        orders.append((number, visitor, status, amount))
    return (
        sessions,
        pd.DataFrame(orders, columns=["order", "visitor", "status", "amount"]),
        pd.DataFrame(items, columns=["order", "item", "units", "price", "cost"]),
    )


def two_weeks():
    """Two weeks' metric trees of the practice shop, as dictionaries."""
    return (
        {"visitors": 1500.0, "cvr": 0.0500, "aov": 46.0, "gmv": 3450.0},
        {"visitors": 1680.0, "cvr": 0.0400, "aov": 47.5, "gmv": 3192.0},
    )


def tickets(number):
    """One practice morning's tickets, a DataFrame; `number` is 0 to 4."""
    return Scenario().observe(number)["tickets"]
