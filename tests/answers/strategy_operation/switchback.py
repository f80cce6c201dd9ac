# %% right: period by period
def switchback(df, washout):
    on, off = [], []
    for period, rows in df[df["slot"] > washout].groupby("period"):
        (on if rows["on"].iloc[0] else off).append(rows["gmv"].mean())
    error = np.sqrt(np.var(on, ddof=1) / len(on) + np.var(off, ddof=1) / len(off))
    return float(np.mean(on) - np.mean(off)), float(error)


# %% right: by standard errors
def switchback(df, washout):
    means = (
        df.loc[df["slot"] > washout]
        .groupby(["period", "on"])["gmv"]
        .mean()
        .reset_index()
        .groupby("on")["gmv"]
    )
    return float(means.mean()[True] - means.mean()[False]), float((means.sem() ** 2).sum() ** 0.5)


# %% wrong: the untouched stub
# score: 0
# says: `switchback` still holds the line that raises NotImplementedError
def switchback(df, washout):
    raise NotImplementedError


# %% wrong: nothing washed out
# score: 0
# says: It looks as if the first slots of each period were kept
def switchback(df, washout):
    means = df.groupby(["on", "period"])["gmv"].mean()
    on, off = means[True], means[False]
    return float(on.mean() - off.mean()), float((on.var() / len(on) + off.var() / len(off)) ** 0.5)


# %% wrong: slots counted
# score: 0
# says: The estimate is right, and its error is that of slots
def switchback(df, washout):
    kept = df[df["slot"] > washout]
    on, off = kept.loc[kept["on"], "gmv"], kept.loc[~kept["on"], "gmv"]
    return float(on.mean() - off.mean()), float((on.var() / len(on) + off.var() / len(off)) ** 0.5)


# %% wrong: one slot too many washed out
# score: 0
# says: on: 121 and 131
def switchback(df, washout):
    means = df[df["slot"] > washout + 1].groupby(["on", "period"])["gmv"].mean()
    on, off = means[True], means[False]
    return float(on.mean() - off.mean()), float((on.var() / len(on) + off.var() / len(off)) ** 0.5)


# %% wrong: as many periods on as off
# score: 0
# says: the variances are 37 of three periods and 18 of two
def switchback(df, washout):
    means = df[df["slot"] > washout].groupby(["on", "period"])["gmv"].mean()
    on, off = means[True], means[False]
    return float(on.mean() - off.mean()), float(((on.var() + off.var()) / len(on)) ** 0.5)


# %% wrong: off minus on
# score: 0
# says: 126 − 105 is 21
def switchback(df, washout):
    means = df[df["slot"] > washout].groupby(["on", "period"])["gmv"].mean()
    on, off = means[True], means[False]
    return float(off.mean() - on.mean()), float((on.var() / len(on) + off.var() / len(off)) ** 0.5)


# %% wrong: the public answer typed in
# score: 0
# says: gave (21.0, 5.83095); it should be (18.0
def switchback(df, washout):
    return 21.0, 34.0**0.5
