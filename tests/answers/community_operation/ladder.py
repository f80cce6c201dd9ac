# %% right: a model of its own
# score: 4.8..5
def ladder(tests, offer):
    x, y = tests["depth"].to_numpy(), np.log(tests["joined"].to_numpy() / tests["told"].to_numpy())
    slope = ((x - x.mean()) * (y - y.mean())).sum() / ((x - x.mean()) ** 2).sum()
    level = y.mean() - slope * x.mean()
    found = []
    for n in range(2, 9):
        for d in np.arange(0, 0.401, 0.01):
            lam = offer["friends"] * min(1, math.exp(level + slope * d))
            p = poisson.sf(n - 2, lam)
            win = (
                n * offer["price"] * (offer["margin"] - d)
                + (n - 1) * offer["share_new"] * offer["new_value"]
            )
            lose = offer["alone"] * offer["price"] * offer["margin"]
            found.append(
                ((p * win + (1 - p) * lose) / (1 + math.exp(2.2 - 9 * d)), (n, float(round(d, 2))))
            )
    return max(found)[1]


# %% right: joins read off the table
# score: 4..5
def ladder(tests, offer):
    best, terms = -1e9, (2, 0.1)
    for n in range(2, 9):
        for d in np.arange(0, 0.31, 0.03):
            share = np.interp(d, tests["depth"], tests["joined"] / tests["told"])
            p = poisson.sf(n - 2, offer["friends"] * share)
            value = (
                p
                * (
                    n * offer["price"] * (offer["margin"] - d)
                    + (n - 1) * offer["share_new"] * offer["new_value"]
                )
                + (1 - p) * offer["alone"] * offer["price"] * offer["margin"]
            ) / (1 + np.exp(2.2 - 9 * d))
            if value > best:
                best, terms = value, (n, float(d))
    return terms


# %% wrong: the untouched stub
# score: 0
# says: `ladder` still holds the line that raises NotImplementedError
def ladder(tests, offer):
    raise NotImplementedError


# %% wrong: eight at 30%, as in the ticket
# score: 0.5..3.2
# says: On 60 fresh draws `ladder` earns g = 0.
def ladder(tests, offer):
    return 8, 0.3


# %% wrong: as everybody does it
# score: 0
# says: `ladder` earns g = 0.00
def ladder(tests, offer):
    return 2, 0.1


# %% wrong: one offer for all
# score: 2..3.7
# says: On 60 fresh draws `ladder` earns g =
def ladder(tests, offer):
    return 4, 0.24


# %% wrong: the fullest groups
# score: 0..2.5
# says: `ladder` earns g =
def ladder(tests, offer):
    return 2, 0.4


# %% wrong: half the margin, three friends
# score: 0..3.9
# says: 60 fresh draws `ladder` earns g =
def ladder(tests, offer):
    return 3, round(min(0.4, offer["margin"] / 2), 2)


# %% wrong: percent
# score: 0
# says: a discount of 0 to 0.4
def ladder(tests, offer):
    return 3, 20


# %% wrong: depth first
# score: 0
# says: the terms must be (size, a whole number; depth, a share)
def ladder(tests, offer):
    return 0.2, 3
