# %% right: product by product
def buy(history, price, cost, salvage):
    quantities = []
    for name in history:
        logs = np.log(history[name])
        ratio = (price[name] - cost[name]) / (price[name] - salvage[name])
        quantities.append(float(np.exp(logs.mean() + norm.ppf(ratio) * logs.std())))
    return quantities


# %% right: uncertainty shared between the products
def buy(history, price, cost, salvage):
    ratio = (price - cost) / (price - salvage)
    logs = np.log(history)
    sigma = np.sqrt(0.7 * logs.var() + 0.3 * logs.var().mean())
    return np.exp(logs.mean() + norm.ppf(ratio) * sigma).tolist()


# %% wrong: the untouched stub
# score: 0
# says: `buy` still holds the line that raises NotImplementedError
def buy(history, price, cost, salvage):
    raise NotImplementedError


# %% wrong: the mean
# score: 0
# says: It looks as if the mean of the past was ordered
# says: g =
def buy(history, price, cost, salvage):
    return history.mean().tolist()


# %% wrong: the median
# score: 1.9..3.4
# says: It looks as if the middle of the past was ordered
def buy(history, price, cost, salvage):
    return history.median().tolist()


# %% wrong: 95% for all
# score: 0
# says: It looks as if mean + 1.645 SD was ordered for all
def buy(history, price, cost, salvage):
    return (history.mean() + 1.645 * history.std()).tolist()


# %% wrong: a normal demand
# score: 1.7..3.2
# says: It looks as if demand was taken as normal
def buy(history, price, cost, salvage):
    ratio = (price - cost) / (price - salvage)
    return (history.mean() + norm.ppf(ratio) * history.std()).clip(lower=0).tolist()


# %% wrong: leftovers are worth nothing
# score: 2.2..3.6
# says: It looks as if what is left was worth nothing
def buy(history, price, cost, salvage):
    logs = np.log(history)
    return np.exp(logs.mean() + norm.ppf((price - cost) / price) * logs.std()).tolist()


# %% wrong: one number for all
# score: 0
# says: the order must be a list of 60 quantities
def buy(history, price, cost, salvage):
    return [float(history.mean().mean())]


# %% wrong: below zero
# score: 0
# says: every quantity must be a number from 0
def buy(history, price, cost, salvage):
    return (history.mean() - 5 * history.std()).tolist()
