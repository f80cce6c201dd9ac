# %% right: two tables of means
def did(df):
    before = df[~df["after"]].groupby("merchant")["sales"].mean()
    after = df[df["after"]].groupby("merchant")["sales"].mean()
    joined = df.groupby("merchant")["joined"].first()
    change = after - before
    t, c = change[joined], change[~joined]
    return float(t.mean() - c.mean()), float(np.sqrt(t.var() / len(t) + c.var() / len(c)))


# %% right: by standard errors of the mean
def did(df):
    change = (
        df.assign(sign=np.where(df["after"], 1, -1))
        .groupby(["joined", "merchant", "after"])["sales"]
        .mean()
        .unstack()
        .diff(axis=1)[True]
    )
    groups = change.groupby("joined")
    return float(groups.mean()[True] - groups.mean()[False]), float(
        (groups.sem() ** 2).sum() ** 0.5
    )


# %% wrong: the untouched stub
# score: 0
# says: `did` still holds the line that raises NotImplementedError
def did(df):
    raise NotImplementedError


# %% wrong: only afterwards
# score: 0
# says: It looks as if only the weeks after the start were compared
def did(df):
    later = df[df["after"]].groupby(["merchant", "joined"])["sales"].mean().reset_index("joined")
    t, c = later.loc[later["joined"], "sales"], later.loc[~later["joined"], "sales"]
    return float(t.mean() - c.mean()), float((t.var() / len(t) + c.var() / len(c)) ** 0.5)


# %% wrong: rows for merchants
# score: 0
# says: Twelve weeks of one merchant are not twelve merchants
def did(df):
    cells = df.groupby(["joined", "after"])["sales"]
    m = cells.mean()
    return float((m[True, True] - m[True, False]) - (m[False, True] - m[False, False])), float(
        (cells.var() / cells.count()).sum() ** 0.5
    )


# %% wrong: without the root
# score: 0
# says: It looks as if the root is missing
def did(df):
    means = (
        df.groupby(["merchant", "joined", "after"])["sales"].mean().unstack().reset_index("joined")
    )
    change = means[True] - means[False]
    t, c = change[means["joined"]], change[~means["joined"]]
    return float(t.mean() - c.mean()), float(t.var() / len(t) + c.var() / len(c))


# %% wrong: without those outside
# score: 0
# says: the others by 3 and 10
def did(df):
    means = (
        df.groupby(["merchant", "joined", "after"])["sales"].mean().unstack().reset_index("joined")
    )
    change = means[True] - means[False]
    t = change[means["joined"]]
    return float(t.mean()), float((t.var() / len(t)) ** 0.5)


# %% wrong: only the estimate
# score: 0
# says: `did(tiny_merchants)`
def did(df):
    m = df.groupby(["joined", "after"])["sales"].mean()
    return float((m[True, True] - m[True, False]) - (m[False, True] - m[False, False]))


# %% wrong: the public answer typed in
# score: 0
# says: 40 fresh merchants
def did(df):
    if df["merchant"].nunique() == 5:
        return 47 / 3 - 6.5, (439 / 9 + 24.5 / 2) ** 0.5
    return 16.0, (12.5 / 2 + 24.5 / 2) ** 0.5


# %% wrong: each variance by the other group's number
# score: 0
# says: It looks as if the two numbers of merchants were swapped
def did(df):
    means = (
        df.groupby(["merchant", "joined", "after"])["sales"].mean().unstack().reset_index("joined")
    )
    change = means[True] - means[False]
    t, c = change[means["joined"]], change[~means["joined"]]
    return float(t.mean() - c.mean()), float((t.var() / len(c) + c.var() / len(t)) ** 0.5)
