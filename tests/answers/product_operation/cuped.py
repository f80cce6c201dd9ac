# %% right: by a fitted line
def cuped(during, before, treated):
    slope, level = np.polyfit(before, during, 1)
    rest = during - slope * before
    a, b = rest[treated], rest[~treated]
    return float(a.mean() - b.mean()), float(
        np.sqrt(a.var(ddof=1) / len(a) + b.var(ddof=1) / len(b))
    )


# %% right: with a table
def cuped(during, before, treated):
    t = pd.DataFrame({"y": during, "x": before, "t": treated})
    theta = t["x"].cov(t["y"]) / t["x"].var()
    groups = (t["y"] - theta * (t["x"] - t["x"].mean())).groupby(t["t"])
    return float(groups.mean()[True] - groups.mean()[False]), float(
        (groups.sem() ** 2).sum() ** 0.5
    )


# %% wrong: the untouched stub
# score: 0
# says: `cuped` still holds the line that raises NotImplementedError
def cuped(during, before, treated):
    raise NotImplementedError


# %% wrong: the plain difference
# score: 0
# says: That is the plain difference
def cuped(during, before, treated):
    a, b = during[treated], during[~treated]
    return float(a.mean() - b.mean()), float(
        (a.var(ddof=1) / len(a) + b.var(ddof=1) / len(b)) ** 0.5
    )


# %% wrong: theta upside down
# score: 0
# says: It looks as if theta was upside down
def cuped(during, before, treated):
    theta = np.cov(before, during)[0, 1] / during.var(ddof=1)
    adjusted = during - theta * (before - before.mean())
    a, b = adjusted[treated], adjusted[~treated]
    return float(a.mean() - b.mean()), float(
        (a.var(ddof=1) / len(a) + b.var(ddof=1) / len(b)) ** 0.5
    )


# %% wrong: the old error
# score: 0
# says: The lift is right, and its error is that of the unadjusted dollars
def cuped(during, before, treated):
    theta = np.cov(before, during)[0, 1] / before.var(ddof=1)
    adjusted = during - theta * (before - before.mean())
    a, b = during[treated], during[~treated]
    return float(adjusted[treated].mean() - adjusted[~treated].mean()), float(
        (a.var(ddof=1) / len(a) + b.var(ddof=1) / len(b)) ** 0.5
    )


# %% wrong: growth for lift
# score: 0
# says: It looks as if the month before was taken off whole
def cuped(during, before, treated):
    growth = during - before
    a, b = growth[treated], growth[~treated]
    return float(a.mean() - b.mean()), float(
        (a.var(ddof=1) / len(a) + b.var(ddof=1) / len(b)) ** 0.5
    )


# %% wrong: only the lift
# score: 0
# says: `cuped(six users)`
def cuped(during, before, treated):
    theta = np.cov(before, during)[0, 1] / before.var(ddof=1)
    adjusted = during - theta * before
    return float(adjusted[treated].mean() - adjusted[~treated].mean())


# %% wrong: the public answers typed in
# score: 0
# says: 600 fresh users
def cuped(during, before, treated):
    return (2 / 3, (2 / 9) ** 0.5) if during[0] == 4 else (2.0, (2 / 3) ** 0.5)
