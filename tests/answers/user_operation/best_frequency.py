# %% right: by the sum of a geometric row
def best_frequency(curves, worth, weeks):
    out = {}
    for segment in curves["segment"].unique():
        part = curves[curves["segment"] == segment]
        s = 1 - part["leaves"].to_numpy()
        sums = np.where(s < 1, (1 - s**weeks) / np.where(s < 1, 1 - s, 1), weeks)
        value = part["profit"].to_numpy() * sums + s**weeks * worth
        out[segment] = int(part["sends"].to_numpy()[value.argmax()])
    return out


# %% right: week by week
def best_frequency(curves, worth, weeks):
    best = {}
    for r in curves.to_dict("records"):
        here, value = 1.0, 0.0
        for _ in range(weeks):
            value += here * r["profit"]
            here *= 1 - r["leaves"]
        value += here * worth
        if r["segment"] not in best or value > best[r["segment"]][0]:
            best[r["segment"]] = (value, r["sends"])
    return {name: int(sends) for name, (value, sends) in best.items()}


# %% wrong: the untouched stub
# score: 0
# says: `best_frequency` still holds the line that raises NotImplementedError
def best_frequency(curves, worth, weeks):
    raise NotImplementedError


# %% wrong: this week's best
# score: 0
# says: `a` is 2; it should be 1
def best_frequency(curves, worth, weeks):
    return {
        name: int(part.loc[part["profit"].idxmax(), "sends"])
        for name, part in curves.groupby("segment")
    }


# %% wrong: a list without worth
# score: 0
# says: `b` is 2; it should be 0
def best_frequency(curves, worth, weeks):
    t = np.arange(weeks)
    value = [((1 - r.leaves) ** t * r.profit).sum() for r in curves.itertuples()]
    table = curves.assign(value=value)
    return {
        name: int(part.loc[part["value"].idxmax(), "sends"])
        for name, part in table.groupby("segment")
    }


# %% wrong: one number for all
# score: 0
# says: It looks as if one number was chosen for all segments
def best_frequency(curves, worth, weeks):
    t = np.arange(weeks)
    value = [
        ((1 - r.leaves) ** t * r.profit).sum() + (1 - r.leaves) ** weeks * worth
        for r in curves.itertuples()
    ]
    best = curves.assign(value=value).groupby("sends")["value"].sum().idxmax()
    return {name: int(best) for name in curves["segment"].unique()}


# %% wrong: nobody leaves before the end
# score: 0..4
# says: In week t there are (1 − leaves)^t left
def best_frequency(curves, worth, weeks):
    value = weeks * curves["profit"] + (1 - curves["leaves"]) ** weeks * worth
    table = curves.assign(value=value)
    return {
        name: int(part.loc[part["value"].idxmax(), "sends"])
        for name, part in table.groupby("segment")
    }


# %% wrong: a mail a day
# score: 0
# says: `best_frequency(tiny_curves, worth 6, weeks 2)`
def best_frequency(curves, worth, weeks):
    return {name: 7 for name in curves["segment"].unique()}


# %% wrong: a week later
# score: 0
# says: one week: no mail leaves 4, one 0.9 + 0.8 × 4 = 4.1
def best_frequency(curves, worth, weeks):
    t = np.arange(1, weeks + 1)
    value = [
        ((1 - r.leaves) ** t * r.profit).sum() + (1 - r.leaves) ** weeks * worth
        for r in curves.itertuples()
    ]
    table = curves.assign(value=value)
    return {
        name: int(part.loc[part["value"].idxmax(), "sends"])
        for name, part in table.groupby("segment")
    }
