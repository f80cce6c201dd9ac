# %% right: by a table
def estimate_theta(log):
    rate = (
        log.assign(rate=log["clicks"] / log["views"])
        .sort_values(["pair", "position"])
        .groupby("pair")["rate"]
    )
    return np.concatenate([[1.0], np.cumprod(rate.last() / rate.first())])


# %% right: from place to place
def estimate_theta(log):
    theta = [1.0]
    for pair in range(1, int(log["pair"].max()) + 1):
        rows = log[log["pair"] == pair].set_index("position")
        rate = rows["clicks"] / rows["views"]
        theta.append(float(theta[-1] * rate[pair + 1] / rate[pair]))
    return np.array(theta)


# %% wrong: the untouched stub
# score: 0
# says: `estimate_theta` still holds the line that raises NotImplementedError
def estimate_theta(log):
    raise NotImplementedError


# %% wrong: steps that were not multiplied
# score: 0
# says: gave [1, 0.5, 0.75]; it should be [1, 0
def estimate_theta(log):
    rate = (
        log.assign(rate=log["clicks"] / log["views"])
        .sort_values(["pair", "position"])
        .groupby("pair")["rate"]
    )
    return np.concatenate([[1.0], (rate.last() / rate.first()).to_numpy()])


# %% wrong: across products
# score: 0
# says: It looks as if click rates of different products were compared
def estimate_theta(log):
    sums = log.groupby("position")[["views", "clicks"]].sum()
    rate = (sums["clicks"] / sums["views"]).to_numpy()
    return rate / rate[0]


# %% wrong: steps upside down
# score: 0
# says: It looks as if the steps were upside down
def estimate_theta(log):
    rate = (
        log.assign(rate=log["clicks"] / log["views"])
        .sort_values(["pair", "position"])
        .groupby("pair")["rate"]
    )
    return np.concatenate([[1.0], np.cumprod(rate.first() / rate.last())])


# %% wrong: clicks for rates
# score: 0
# says: pair 2: 30% against 40%
def estimate_theta(log):
    clicks = log.sort_values(["pair", "position"]).groupby("pair")["clicks"]
    return np.concatenate([[1.0], np.cumprod(clicks.last() / clicks.first())])


# %% wrong: the rows as they come
# score: 2.5..3.9
# says: rows may come in any order
def estimate_theta(log):
    rate = log.assign(rate=log["clicks"] / log["views"]).groupby("pair")["rate"]
    return np.concatenate([[1.0], np.cumprod(rate.last() / rate.first())])


# %% wrong: no step above 1
# score: 2.5..3.9
# says: here place 3 is seen more than place 2
def estimate_theta(log):
    steps = []
    for pair, rows in log.groupby("pair"):
        rates = dict(zip(rows["position"], rows["clicks"] / rows["views"]))
        steps.append(min(1.0, rates[pair + 1] / rates[pair]))
    return np.concatenate([[1.0], np.cumprod(steps)])


# %% wrong: the first place left out
# score: 0
# says: gave 2 values; asked were 3
def estimate_theta(log):
    rate = (
        log.assign(rate=log["clicks"] / log["views"])
        .sort_values(["pair", "position"])
        .groupby("pair")["rate"]
    )
    return np.cumprod((rate.last() / rate.first()).to_numpy())


# %% wrong: the public answer typed in
# score: 0
# says: a fresh swap test
def estimate_theta(log):
    return np.array([1.0, 0.5, 0.375])
