# %% right: weights by random effects
# score: 4.7..5
def launch(tests):
    x, v = tests["lift"].to_numpy(), tests["error"].to_numpy() ** 2
    w = 1 / v
    mean = (w * x).sum() / w.sum()
    tau = max(
        0.01, ((w * (x - mean) ** 2).sum() - (len(x) - 1)) / (w.sum() - (w**2).sum() / w.sum())
    )
    believable = mean + (x - mean) * tau / (tau + v)
    best = np.argsort(-believable)[:8]
    return tests["idea"].iloc[best].tolist(), float(believable[best].sum())


# %% right: experience as a number
# score: 4.7..5
def launch(tests):
    believable = 0.3 + (tests["lift"] - 0.3) * 1.6 / (1.6 + tests["error"] ** 2)
    best = believable.sort_values(ascending=False).head(8)
    return tests.loc[best.index, "idea"].tolist(), float(best.sum())


# %% wrong: the untouched stub
# score: 0
# says: `launch` still holds the line that raises NotImplementedError
def launch(tests):
    raise NotImplementedError


# %% wrong: the eight highest claims
# score: 2.4..2.6
# says: It looks as if the sum of the claims was promised
# says: g =
def launch(tests):
    best = tests.nlargest(8, "lift")
    return best["idea"].tolist(), float(best["lift"].sum())


# %% wrong: the right ones, promised as claimed
# score: 2.5..4
# says: your forecasts are off by
def launch(tests):
    best = tests.loc[(tests["lift"] / tests["error"]).nlargest(8).index]
    return best["idea"].tolist(), float(best["lift"].sum())


# %% wrong: the first eight
# score: 0..3
# says: It looks as if the first eight of the list were launched
def launch(tests):
    return tests["idea"].tolist()[:8], float(tests["lift"].head(8).sum())


# %% wrong: the sharpest tests
# score: 0..3.5
# says: It looks as if the sharpest tests were taken
def launch(tests):
    best = tests.nsmallest(8, "error")
    return best["idea"].tolist(), float(best["lift"].sum())


# %% wrong: nine launches
# score: 0
# says: 8 different ideas of the 40 tested are launched
def launch(tests):
    return tests["idea"].tolist()[:9], 10.0


# %% wrong: no promise
# score: 0
# says: the answer must be (a list of eight ideas, a number: the forecast)
def launch(tests):
    return tests.nlargest(8, "lift")["idea"].tolist()
