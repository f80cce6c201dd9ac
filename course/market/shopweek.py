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


def day(p, rng, users):
    """One day's events in the order in which they reached the server: a DataFrame with user, time
    (seconds since midnight), step.

    People look several times, come back, and repeat steps. Some events have no
    step before them: a cart filled yesterday, an order by phone.
    """
    rows = []
    for user in range(1, users + 1):
        time = int(p.draw(rng, "shopday.start"))
        for step in STEPS:
            if rng.random() > getattr(p.shopday, step):
                if rng.random() < p.shopday.ends:
                    break
                continue  # skipped, and went on
            for _ in range(int(p.draw(rng, "shopday.repeats"))):
                rows.append((user, time, step))
                time += int(p.draw(rng, "shopday.pause"))
        if rng.random() < p.shopday.late:  # yesterday's business is settled first
            rows.append((user, int(rng.integers(0, time + 1)), str(rng.choice(STEPS[1:]))))
    return pd.DataFrame(rows, columns=["user", "time", "step"]).sample(
        frac=1, random_state=int(rng.integers(1 << 31)), ignore_index=True
    )
