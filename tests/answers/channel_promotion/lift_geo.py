# %% right: by NumPy
def lift_geo(df):
    change = (df["during"] - df["before"]).to_numpy()
    t, c = change[df["treated"]], change[~df["treated"]]
    found = float(t.mean() - c.mean())
    half = 1.96 * float(np.sqrt(t.var(ddof=1) / len(t) + c.var(ddof=1) / len(c)))
    return found, found - half, found + half


# %% right: by standard errors
def lift_geo(df):
    groups = df.assign(change=df["during"] - df["before"]).groupby("treated")["change"]
    means, errors = groups.mean(), groups.sem()
    found = means[True] - means[False]
    half = 1.96 * (errors[True] ** 2 + errors[False] ** 2) ** 0.5
    return found, found - half, found + half


# %% wrong: the untouched stub
# score: 0
# says: `lift_geo` still holds the line that raises NotImplementedError
def lift_geo(df):
    raise NotImplementedError


# %% wrong: only the weeks during the test
# score: 0
# says: only the weeks during the test were compared
def lift_geo(df):
    t, c = df.loc[df["treated"], "during"], df.loc[~df["treated"], "during"]
    found = t.mean() - c.mean()
    half = 1.96 * (t.var() / len(t) + c.var() / len(c)) ** 0.5
    return found, found - half, found + half


# %% wrong: without the others
# score: 0
# says: the change of the treated regions was taken alone
def lift_geo(df):
    change = df["during"] - df["before"]
    t, c = change[df["treated"]], change[~df["treated"]]
    half = 1.96 * (t.var() / len(t) + c.var() / len(c)) ** 0.5
    return t.mean(), t.mean() - half, t.mean() + half


# %% wrong: an interval of single regions
# score: 0
# says: gave (20.0, 12.16, 27.84); it should be (20
def lift_geo(df):
    change = df["during"] - df["before"]
    t, c = change[df["treated"]], change[~df["treated"]]
    found = t.mean() - c.mean()
    half = 1.96 * (t.var() + c.var()) ** 0.5
    return found, found - half, found + half


# %% wrong: the error for the interval
# score: 0
# says: 1.96 of them on each side
def lift_geo(df):
    change = df["during"] - df["before"]
    t, c = change[df["treated"]], change[~df["treated"]]
    found = t.mean() - c.mean()
    half = (t.var() / len(t) + c.var() / len(c)) ** 0.5
    return found, found - half, found + half


# %% wrong: a spread that divides by n
# score: 0
# says: the variance of each pair is 8
def lift_geo(df):
    change = (df["during"] - df["before"]).to_numpy()
    t, c = change[df["treated"]], change[~df["treated"]]
    found = float(t.mean() - c.mean())
    half = 1.96 * float(np.sqrt(t.var() / len(t) + c.var() / len(c)))
    return found, found - half, found + half


# %% wrong: only the estimate
# score: 0
# says: `lift_geo(tiny_regions)`
def lift_geo(df):
    change = df["during"] - df["before"]
    return change[df["treated"]].mean() - change[~df["treated"]].mean()


# %% wrong: the public answer typed in
# score: 0
# says: fresh test of 40 regions
def lift_geo(df):
    half = 1.96 * (8 if len(df) == 4 else 16 / 3) ** 0.5
    return 20.0, 20.0 - half, 20.0 + half


# %% wrong: one number of regions for both groups
# score: 0
# says: each variance by its own number of regions
def lift_geo(df):
    change = df["during"] - df["before"]
    t, c = change[df["treated"]], change[~df["treated"]]
    half = 1.96 * ((t.var() + c.var()) / len(t)) ** 0.5
    return t.mean() - c.mean(), t.mean() - c.mean() - half, t.mean() - c.mean() + half
