"""How sure a week's profit is: its orders drawn anew (bootstrap; Efron, 1979)."""

import pandas as pd

from course.charts.spread import anew

TRIES = 300


def left_range(contribution, orders, items, costs):
    """(value, low, high): dollars of 100 of GMV that `contribution(orders, items, costs)` leaves, as
    far as one week's orders tell.

    `orders` has one row an order (order, status, amount), `items` one row an item (order ...).
    """

    def left(rows):
        named = pd.DataFrame({"order": rows["order"], "new": rows.index})  # an order may come twice
        lines = items.merge(named, on="order").assign(order=lambda each: each["new"])
        gmv = rows.loc[rows["status"] != "cancelled", "amount"].sum()
        now = rows.assign(order=rows.index)
        return 100 * contribution(now, lines.drop(columns="new"), costs) / gmv

    orders = orders.reset_index(drop=True)
    return float(left(orders)), *anew(left, orders, tries=TRIES)
