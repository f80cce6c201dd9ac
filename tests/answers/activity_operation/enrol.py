# %% right: product by product
# score: 4.9..5
def enrol(items):
    found = []
    for row in items.itertuples():
        e, unit = 0.6 * row.elasticity + 0.4 * 3.4, row.price * row.margin
        options = []
        for depth in np.arange(0.10, 0.51, 0.05):
            sold = row.base * 1.7 * (1 - depth) ** -e
            options.append(
                (
                    sold * (unit - row.price * depth)
                    - row.base * unit
                    - (row.pulled + row.stolen) * (sold - row.base) * unit,
                    round(float(depth), 2),
                )
            )
        found.append((*max(options), row.product))
    return {product: depth for adds, depth, product in sorted(found, reverse=True)[:15] if adds > 0}


# %% right: always ten percent, for the right ones
# score: 4.9..5
def enrol(items):
    e, unit = 0.6 * items["elasticity"] + 0.4 * 3.4, items["price"] * items["margin"]
    sold = items["base"] * 1.7 * 0.9**-e
    adds = (
        sold * (unit - 0.1 * items["price"])
        - items["base"] * unit
        - (items["pulled"] + items["stolen"]) * (sold - items["base"]) * unit
    )
    top = adds[adds > 0].nlargest(15).index
    return {product: 0.10 for product in items.loc[top, "product"]}


# %% right: elasticities as measured
# score: 4.2..5
def enrol(items):
    unit, lost = items["price"] * items["margin"], items["pulled"] + items["stolen"]
    best = items[["product"]].assign(adds=0.0, depth=0.0)
    for depth in np.arange(0.10, 0.51, 0.05):
        sold = items["base"] * 1.7 * (1 - depth) ** -items["elasticity"]
        adds = (
            sold * (unit - items["price"] * depth)
            - items["base"] * unit
            - lost * (sold - items["base"]) * unit
        )
        better = adds > best["adds"]
        best.loc[better, "adds"], best.loc[better, "depth"] = adds[better], round(float(depth), 2)
    best = best[best["adds"] > 0].nlargest(15, "adds")
    return dict(zip(best["product"], best["depth"]))


# %% wrong: the untouched stub
# score: 0
# says: `enrol` still holds the line that raises NotImplementedError
def enrol(items):
    raise NotImplementedError


# %% wrong: the ticket's thirty percent
# score: 0
# says: fresh draws `enrol` earns g = −
def enrol(items):
    top = (items["base"] * items["price"]).nlargest(15).index
    return {product: 0.30 for product in items.loc[top, "product"]}


# %% wrong: ten percent off the best sellers
# score: 0
# says: earns g = 0.00
def enrol(items):
    top = (items["base"] * items["price"]).nlargest(15).index
    return {product: 0.10 for product in items.loc[top, "product"]}


# %% wrong: ten percent where the margin is
# score: 1..3
# says: full points from 0.9
def enrol(items):
    top = (items["base"] * items["price"] * items["margin"]).nlargest(15).index
    return {product: 0.10 for product in items.loc[top, "product"]}


# %% wrong: sixteen places
# score: 0
# says: there are 15 places; you enrolled 16
def enrol(items):
    return {product: 0.10 for product in items["product"].head(16)}


# %% wrong: percent for a share
# score: 0
# says: every depth must be a share
def enrol(items):
    return {product: 10.0 for product in items["product"].head(15)}
