# %% right: pulled towards the mean of all studies
def set_prices(history, products):
    prices = {}
    for row in products.itertuples():
        weeks = history[history["product"] == row.product]
        X = np.column_stack([np.ones(len(weeks)), np.log(weeks["price"]), weeks["index"]])
        e = -np.linalg.lstsq(X, np.log(weeks["units"]), rcond=None)[0][1]
        e = max(1.1, 0.9 * e + 0.1 * 2.62)
        prices[row.product] = float(
            np.clip(row.cost * e / (e - 1), 0.6 * row.price, 1.4 * row.price)
        )
    return prices


# %% right: demand divided out first
def set_prices(history, products):
    prices = {}
    for row in products.itertuples():
        weeks = history[history["product"] == row.product]
        e = max(
            1.15, -np.polyfit(np.log(weeks["price"]), np.log(weeks["units"]) - weeks["index"], 1)[0]
        )
        prices[row.product] = float(
            np.clip(row.cost * e / (e - 1), 0.61 * row.price, 1.39 * row.price)
        )
    return prices


# %% wrong: the untouched stub
# score: 0
# says: `set_prices` still holds the line that raises NotImplementedError
def set_prices(history, products):
    raise NotImplementedError


# %% wrong: as it was
# score: 0
# says: earns g = 0.0
def set_prices(history, products):
    return {row.product: row.price for row in products.itertuples()}


# %% wrong: cost plus a half
# score: 0.2..1.6
# says: fresh draws `set_prices` earns g = 0.3
def set_prices(history, products):
    return {
        row.product: float(np.clip(1.5 * row.cost, 0.6 * row.price, 1.4 * row.price))
        for row in products.itertuples()
    }


# %% wrong: demand not held fixed
# score: 0
# says: fresh draws `set_prices` earns g = −1
def set_prices(history, products):
    prices = {}
    for row in products.itertuples():
        weeks = history[history["product"] == row.product]
        e = max(1.1, -np.polyfit(np.log(weeks["price"]), np.log(weeks["units"]), 1)[0])
        prices[row.product] = float(
            np.clip(row.cost * e / (e - 1), 0.6 * row.price, 1.4 * row.price)
        )
    return prices


# %% wrong: everything up by a fifth
# score: 0
# says: fresh draws `set_prices` earns g = −0
def set_prices(history, products):
    return {row.product: 1.2 * row.price for row in products.itertuples()}


# %% wrong: beyond forty percent
# score: 0
# says: must lie within 40% of today's
def set_prices(history, products):
    return {row.product: 2.0 * row.price for row in products.itertuples()}


# %% wrong: a product left out
# score: 0
# says: the prices must be a dictionary with all 20 products
def set_prices(history, products):
    return {row.product: row.price for row in products.head(19).itertuples()}
