"""Where a product is sold, and to whom: places with their costs and shoppers, kinds of customers."""

import numpy as np
import pandas as pd

from course.market import town

GROUPS = ("often", "seldom", "dear")


def month(p, rng, rent=1.0):
    """A month of one product at the town's places: (true, seen), two DataFrames of channel, fee,
    ads (shares of the price), fulfilment ($ a parcel), return_rate, fixed ($ a month), elasticity
    and demand (units at the usual price).

    Costs are known, demand and elasticity only roughly. `rent` scales the fixed costs. An own shop
    pays a fee for payment alone; what it saves goes into ads, since nobody comes by themselves.
    """
    names = town.names("places")
    demand = p.draw(rng, "place.demand", len(names))
    costs = ("fee", "ads", "fulfilment", "return_rate", "fixed", "elasticity")
    true = {name: p.draw(rng, f"place.{name}", len(names)) for name in costs}
    true["fixed"] = rent * true["fixed"]
    true = pd.DataFrame({"channel": names} | true)
    true = true.round({"fee": 3, "ads": 3, "fulfilment": 2, "return_rate": 3, "fixed": 0})
    own = np.array([town.about("places", name)["kind"] == "own" for name in names])
    fee = true["fee"].where(~own, (p.place.own_fee * true["fee"]).round(3))
    true = true.assign(fee=fee, ads=(true["ads"] + true["fee"] - fee).round(3), demand=demand)
    about = (demand * p.draw(rng, "error.place", len(names))).round()
    bend = (true["elasticity"] * p.draw(rng, "error.place", len(names))).round(2)
    return true, true.assign(demand=about, elasticity=bend)


def contribution(p, place, price):
    """Dollars a month that a place of `month` leaves at `price` ($); `place` is one row, or columns.

    units × (price × (1 − fee − ads) − cost − fulfilment − return cost × return rate) − fixed, with
    units = demand × (price ÷ usual price)^(−elasticity).
    """
    units = place.demand * (price / p.place.price) ** -place.elasticity
    kept = price * (1 - place.fee - place.ads)
    unit = kept - p.place.cost - place.fulfilment - p.place.return_cost * place.return_rate
    return units * unit - place.fixed


def customers(p, rng, count):
    """Customers of a shop with three kinds of people: a DataFrame orders (a year), basket ($)."""
    shares = [getattr(p.crowd, f"{name}_share") for name in GROUPS]
    kinds = [GROUPS[each] for each in rng.choice(len(GROUPS), count, p=shares)]
    columns = {
        column: [p.draw(rng, f"crowd.{kind}_{column}") for kind in kinds]
        for column in ("orders", "basket")
    }
    return pd.DataFrame(columns).round(2)
