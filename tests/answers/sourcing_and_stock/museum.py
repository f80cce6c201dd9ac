# What a learner repairs in the mistake museum and the other ungraded cells: each must then be right.

# cell: balance-answer
balanced_quantity = 114


# cell: museum-fob
def cheapest(suppliers):
    best = (suppliers["fob"] + suppliers["per_unit_to_here"]).idxmin()
    return suppliers.loc[best, "supplier"]


# cell: museum-service
def order(item):
    ratio = (item["price"] - item["cost"]) / (item["price"] - item["salvage"])
    return item["mean"] + norm.ppf(ratio) * item["sd"]


# cell: museum-shelf
def daily_demand(days):
    return float(days.loc[days["in_stock"], "sold"].mean())
