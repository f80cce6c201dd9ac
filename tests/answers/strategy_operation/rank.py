# %% right: without the addition
# score: 4.7..5
def rank(log):
    sums = (
        log.assign(looks=log["views"] / log["position"]).groupby("item")[["clicks", "looks"]].sum()
    )
    return [
        int(item) for item in (sums["clicks"] / sums["looks"]).sort_values(ascending=False).index
    ]


# %% right: row by row
def rank(log):
    clicks, looks = {}, {}
    for row in log.itertuples():
        clicks[row.item] = clicks.get(row.item, 6) + row.clicks
        looks[row.item] = looks.get(row.item, 30) + row.views / row.position
    return sorted(clicks, key=lambda item: -clicks[item] / looks[item])


# %% wrong: the untouched stub
# score: 0
# says: `rank` still holds the line that raises NotImplementedError
def rank(log):
    raise NotImplementedError


# %% wrong: by click rate
# score: 2..4
# says: fresh draws `rank` earns g = 0.
def rank(log):
    sums = log.groupby("item")[["clicks", "views"]].sum()
    return [
        int(item) for item in (sums["clicks"] / sums["views"]).sort_values(ascending=False).index
    ]


# %% wrong: the old order
# score: 0
# says: earns g = 0.00
def rank(log):
    return [
        int(item)
        for item in log.groupby("item")["position"].mean().sort_values(kind="stable").index
    ]


# %% wrong: the least wanted first
# score: 0
# says: fresh draws `rank` earns g = -
def rank(log):
    sums = (
        log.assign(looks=log["views"] / log["position"]).groupby("item")[["clicks", "looks"]].sum()
    )
    return [int(item) for item in (sums["clicks"] / sums["looks"]).sort_values().index]


# %% wrong: only the first ten
# score: 0
# says: the order must be a list with each of the items 0 to 29 once
def rank(log):
    sums = log.groupby("item")["clicks"].sum()
    return [int(item) for item in sums.nlargest(10).index]
