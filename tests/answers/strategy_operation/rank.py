# %% right: without the addition
# score: 4.7..5
def rank(log):
    sums = (
        log.assign(looks=log["views"] * log["attention"])
        .groupby("product")[["clicks", "looks"]]
        .sum()
    )
    return list((sums["clicks"] / sums["looks"]).sort_values(ascending=False).index)


# %% right: row by row
def rank(log):
    clicks, looks = {}, {}
    for row in log.itertuples():
        clicks[row.product] = clicks.get(row.product, 6) + row.clicks
        looks[row.product] = looks.get(row.product, 30) + row.views * row.attention
    return sorted(clicks, key=lambda name: -clicks[name] / looks[name])


# %% wrong: the untouched stub
# score: 0
# says: `rank` still holds the line that raises NotImplementedError
def rank(log):
    raise NotImplementedError


# %% wrong: by click rate
# score: 2..4
# says: fresh draws `rank` earns g = 0.6
def rank(log):
    sums = log.groupby("product")[["clicks", "views"]].sum()
    return list((sums["clicks"] / sums["views"]).sort_values(ascending=False).index)


# %% wrong: the old order
# score: 0
# says: earns g = 0.00
def rank(log):
    return list(log.groupby("product")["position"].mean().sort_values(kind="stable").index)


# %% wrong: the least wanted first
# score: 0
# says: fresh draws `rank` earns g = −
def rank(log):
    sums = (
        log.assign(looks=log["views"] * log["attention"])
        .groupby("product")[["clicks", "looks"]]
        .sum()
    )
    return list((sums["clicks"] / sums["looks"]).sort_values().index)


# %% wrong: only the first ten
# score: 0
# says: the order must be a list of all 30 products, each once
def rank(log):
    sums = log.groupby("product")["clicks"].sum()
    return list(sums.nlargest(10).index)


# %% wrong: 1 ÷ position for this page's attention
# score: 1..4.6
# says: fresh draws `rank` earns g = 0.3
def rank(log):
    looks = log["views"] / log["position"]
    sums = log.assign(looks=looks).groupby("product")[["clicks", "looks"]].sum()
    return list(((sums["clicks"] + 6) / (sums["looks"] + 30)).sort_values(ascending=False).index)
