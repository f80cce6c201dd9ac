"""A shop's logs as an operator gets them: a week of sessions and orders, a day of events."""

import pandas as pd

STATES = ("kept", "cancelled", "returned")
STEPS = ("view", "cart", "checkout", "order")


def week(p, rng, products, visitors, rate):
    """(sessions, orders, items) of one week of a shop that sells `products`, as DataFrames.

    `products` has product, price and cost ($); `rate` is the share of visitors who buy. sessions:
    visitor, day. orders: order, visitor, status, amount ($). items: order, item, units, price, cost.
    """
    visits = rng.integers(1, 1 + p.shopweek.visits, visitors)
    who = [number for number, count in enumerate(visits) for _ in range(count)]
    sessions = pd.DataFrame({"visitor": who, "day": rng.integers(1, 8, len(who))})
    buyers = [number for number in range(visitors) if rng.random() < rate]
    parcels = buyers + [buyer for buyer in buyers if rng.random() < p.shopweek.second]
    states = [getattr(p.shopweek, state) for state in STATES]
    known = {row.product: (row.price, row.cost) for row in products.itertuples()}
    orders, items = [], []
    for number, visitor in enumerate(parcels):
        status = str(rng.choice(STATES, p=states))
        amount = 0.0
        count = int(rng.integers(1, 1 + p.shopweek.things))
        for item in rng.choice(list(known), count, replace=False):
            price, cost = known[item]
            units = int(p.draw(rng, "shopweek.units"))
            items.append((number, str(item), units, price, cost))
            amount += units * price
        orders.append((number, visitor, status, amount))
    return (
        sessions,
        pd.DataFrame(orders, columns=["order", "visitor", "status", "amount"]),
        pd.DataFrame(items, columns=["order", "item", "units", "price", "cost"]),
    )
