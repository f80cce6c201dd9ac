# %% right: with groups
def group_effect(df):
    g = df.assign(d=df["after"] - df["before"]).groupby("joined")["d"]
    e = g.mean()[True] - g.mean()[False]
    s = (g.sem() ** 2).sum() ** 0.5
    return float(e), float(e - 1.96 * s), float(e + 1.96 * s)


# %% right: with numpy
def group_effect(df):
    d, j = (df["after"] - df["before"]).to_numpy(), df["joined"].to_numpy()
    a, b = d[j], d[~j]
    e, s = a.mean() - b.mean(), np.sqrt(a.var(ddof=1) / a.size + b.var(ddof=1) / b.size)
    return float(e), float(e - 1.96 * s), float(e + 1.96 * s)


# %% wrong: the untouched stub
# score: 0
# says: `group_effect` still holds the line that raises NotImplementedError
def group_effect(df):
    raise NotImplementedError


# %% wrong: only afterwards
# score: 0
# says: take off what each spent before
def group_effect(df):
    a, b = df.loc[df["joined"], "after"], df.loc[~df["joined"], "after"]
    e, s = a.mean() - b.mean(), (a.var() / len(a) + b.var() / len(b)) ** 0.5
    return float(e), float(e - 1.96 * s), float(e + 1.96 * s)


# %% wrong: no waiting list
# score: 0
# says: Those on the waiting list changed as well
def group_effect(df):
    d = df["after"] - df["before"]
    a, b = d[df["joined"]], d[~df["joined"]]
    e, s = a.mean(), (a.var() / len(a) + b.var() / len(b)) ** 0.5
    return float(e), float(e - 1.96 * s), float(e + 1.96 * s)


# %% wrong: one variance for both
# score: 0
# says: The effect is right, its error is not
def group_effect(df):
    d = df["after"] - df["before"]
    a, b = d[df["joined"]], d[~df["joined"]]
    e, s = a.mean() - b.mean(), (d.var() * (1 / len(a) + 1 / len(b))) ** 0.5
    return float(e), float(e - 1.96 * s), float(e + 1.96 * s)


# %% wrong: variances of numpy
# score: 0
# says: `group_effect(tiny_waitlist)`
def group_effect(df):
    d, j = (df["after"] - df["before"]).to_numpy(), df["joined"].to_numpy()
    a, b = d[j], d[~j]
    e, s = a.mean() - b.mean(), np.sqrt(a.var() / a.size + b.var() / b.size)
    return float(e), float(e - 1.96 * s), float(e + 1.96 * s)


# %% wrong: deviations for errors
# score: 0
# says: It looks as if the range was made of standard deviations
def group_effect(df):
    d = df["after"] - df["before"]
    a, b = d[df["joined"]], d[~df["joined"]]
    e, s = a.mean() - b.mean(), (a.var() + b.var()) ** 0.5
    return float(e), float(e - 1.96 * s), float(e + 1.96 * s)
