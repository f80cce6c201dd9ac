# %% right: customer by customer
def qini(y, t, score):
    order = sorted(range(len(y)), key=lambda i: -score[i])
    n1 = n0 = y1 = y0 = 0
    curve = []
    for i in order:
        if t[i]:
            n1 += 1
            y1 += y[i]
        else:
            n0 += 1
            y0 += y[i]
        curve.append(y1 - (y0 * n1 / n0 if n0 else 0))
    n = len(curve)
    return float(sum(c - (k + 1) / n * curve[-1] for k, c in enumerate(curve)) / n / n1)


# %% right: with a table
def qini(y, t, score):
    d = (
        pd.DataFrame({"y": y, "t": t, "s": score})
        .sort_values("s", ascending=False, kind="stable")
        .reset_index(drop=True)
    )
    n1, n0 = d["t"].cumsum(), (1 - d["t"]).cumsum()
    extra = (d["y"] * d["t"]).cumsum() - (d["y"] * (1 - d["t"])).cumsum() * n1 / n0.clip(lower=1)
    line = (d.index + 1) / len(d) * extra.iloc[-1]
    return float((extra - line).mean() / d["t"].sum())


# %% wrong: the untouched stub
# score: 0
# says: `qini` still holds the line that raises NotImplementedError
def qini(y, t, score):
    raise NotImplementedError


# %% wrong: buyers instead of extra ones
# score: 0
# says: Take off what as many people without one buy
def qini(y, t, score):
    o = np.argsort(-score, kind="stable")
    curve = (y[o] * t[o]).cumsum()
    return float((curve - np.arange(1, len(y) + 1) / len(y) * curve[-1]).mean() / t.sum())


# %% wrong: the others not scaled
# score: 0
# says: There are not as many without as with a coupon
def qini(y, t, score):
    o = np.argsort(-score, kind="stable")
    curve = (y[o] * t[o]).cumsum() - (y[o] * (1 - t[o])).cumsum()
    return float((curve - np.arange(1, len(y) + 1) / len(y) * curve[-1]).mean() / t.sum())


# %% wrong: lowest first
# score: 0
# says: It looks as if the lowest score came first
def qini(y, t, score):
    o = np.argsort(score, kind="stable")
    y, t = y[o], t[o]
    curve = (y * t).cumsum() - (y * (1 - t)).cumsum() * t.cumsum() / np.maximum((1 - t).cumsum(), 1)
    return float((curve - np.arange(1, len(y) + 1) / len(y) * curve[-1]).mean() / t.sum())


# %% wrong: the line forgotten
# score: 0
# says: Take off the straight line
def qini(y, t, score):
    o = np.argsort(-score, kind="stable")
    y, t = y[o], t[o]
    curve = (y * t).cumsum() - (y * (1 - t)).cumsum() * t.cumsum() / np.maximum((1 - t).cumsum(), 1)
    return float(curve.mean() / t.sum())


# %% wrong: per customer
# score: 0
# says: It looks as if the area was divided by all customers
def qini(y, t, score):
    o = np.argsort(-score, kind="stable")
    y, t = y[o], t[o]
    curve = (y * t).cumsum() - (y * (1 - t)).cumsum() * t.cumsum() / np.maximum((1 - t).cumsum(), 1)
    return float((curve - np.arange(1, len(y) + 1) / len(y) * curve[-1]).mean() / len(y))


# %% wrong: not per treated
# score: 0
# says: It looks as if the area was not divided by the number of treated
def qini(y, t, score):
    o = np.argsort(-score, kind="stable")
    y, t = y[o], t[o]
    curve = (y * t).cumsum() - (y * (1 - t)).cumsum() * t.cumsum() / np.maximum((1 - t).cumsum(), 1)
    return float((curve - np.arange(1, len(y) + 1) / len(y) * curve[-1]).mean())


# %% wrong: by the sum of the running number of treated
# score: 0
# says: It looks as if the area was divided by `treated.sum()`
def qini(y, t, score):
    o = np.argsort(-score, kind="stable")
    y, t = y[o], t[o]
    treated, others = t.cumsum(), (1 - t).cumsum()
    curve = (y * t).cumsum() - (y * (1 - t)).cumsum() * treated / np.maximum(others, 1)
    line = np.arange(1, len(y) + 1) / len(y) * curve[-1]
    return float((curve - line).mean() / treated.sum())


# %% wrong: one ratio for all
# score: 0
# says: It looks as if treated ÷ others was taken once
def qini(y, t, score):
    o = np.argsort(-score, kind="stable")
    y, t = y[o], t[o]
    treated, others = t.cumsum(), (1 - t).cumsum()
    curve = (y * t).cumsum() - (y * (1 - t)).cumsum() * t.sum() / (1 - t).sum()
    line = np.arange(1, len(y) + 1) / len(y) * curve[-1]
    return float((curve - line).mean() / t.sum())


# %% wrong: the sum of the distances
# score: 0
# says: It looks as if the distances were added up
def qini(y, t, score):
    o = np.argsort(-score, kind="stable")
    y, t = y[o], t[o]
    treated, others = t.cumsum(), (1 - t).cumsum()
    curve = (y * t).cumsum() - (y * (1 - t)).cumsum() * treated / np.maximum(others, 1)
    line = np.arange(1, len(y) + 1) / len(y) * curve[-1]
    return float((curve - line).sum() / t.sum())


# %% wrong: a line that begins at 0
# score: 0
# says: It looks as if the line begins at 0
def qini(y, t, score):
    o = np.argsort(-score, kind="stable")
    y, t = y[o], t[o]
    treated, others = t.cumsum(), (1 - t).cumsum()
    curve = (y * t).cumsum() - (y * (1 - t)).cumsum() * treated / np.maximum(others, 1)
    line = np.linspace(0, 1, len(y)) * curve[-1]
    return float((curve - line).mean() / t.sum())
