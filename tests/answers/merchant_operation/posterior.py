# %% right: shop by shop
def posterior(x, n, a, b):
    return np.array([(bad + a) / (count + a + b) for bad, count in zip(x, n)])


# %% right: a weighted mean
def posterior(x, n, a, b):
    weight = n / (n + a + b)
    return weight * (x / n) + (1 - weight) * a / (a + b)


# %% wrong: the untouched stub
# score: 0
# says: `posterior` still holds the line that raises NotImplementedError
def posterior(x, n, a, b):
    raise NotImplementedError


# %% wrong: the raw rate
# score: 0
# says: gave [0, 0.2, 0.04]; it should be [0
def posterior(x, n, a, b):
    return x / n


# %% wrong: only a below
# score: 0
# says: The prior has seen a + b orders
def posterior(x, n, a, b):
    return (x + a) / (n + a)


# %% wrong: the mean of all shops
# score: 0
# says: gave [0.04, 0.04, 0.04]; it should be [0
def posterior(x, n, a, b):
    return np.full(len(x), a / (a + b))


# %% wrong: the middle of the two
# score: 0
# says: `posterior(x [0, 2, 40]
def posterior(x, n, a, b):
    return (x / n + a / (a + b)) / 2


# %% wrong: nothing added above
# score: 0
# says: It looks as if a was not added
def posterior(x, n, a, b):
    return x / (n + a + b)
