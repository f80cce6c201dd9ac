"""How sure a week's profit is: its orders drawn anew (bootstrap; Efron, 1979)."""

import pandas as pd

from course.charts.spread import drawn_again, middle

TRIES = 300


def left_range(contribution, orders, items, costs):
    """(value, low, high): dollars of 100 of GMV that `contribution(orders, items, costs)` leaves, as
    far as one week's orders tell.

    `orders` has one row an order (order, status, amount), `items` one row an item (order ...).
    """

    def left(rows, lines):
        gmv = rows.loc[rows["status"] != "cancelled", "amount"].sum()
        return 100 * contribution(rows, lines, costs) / gmv

    drawn = []
    for rows in drawn_again(orders.reset_index(drop=True), TRIES):
        named = pd.DataFrame({"order": rows["order"], "new": rows.index})  # an order may come twice
        lines = items.merge(named, on="order").assign(order=lambda each: each["new"])
        drawn.append(left(rows.assign(order=rows.index), lines.drop(columns="new")))
    return (float(left(orders, items)), *(float(end) for end in middle(drawn)))
