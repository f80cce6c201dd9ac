# %% right: drawn towards nine
# score: 5
def rates(categories, experiments):
    out = []
    for row in experiments.itertuples():
        raw = np.log(
            row.tried_during / row.tried_before * row.others_before / row.others_during
        ) / np.log((1 - row.rate) / 0.9)
        e = np.exp(0.7 * np.log(max(raw, 0.5)) + 0.3 * np.log(9.0))
        out.append(float((1 + 0.03 * e) / (1 + e)))
    return out


# %% right: tried out on a grid
# score: 4.7..5
def rates(categories, experiments):
    found = []
    for s, r in zip(categories["sales"], experiments.itertuples()):
        e = (
            np.log(r.tried_during / r.tried_before) - np.log(r.others_during / r.others_before)
        ) / np.log((1 - r.rate) / 0.9)
        t = np.arange(0, 0.4, 0.005)
        found.append(float(t[np.argmax((t - 0.03) * s * ((1 - t) / 0.9) ** e)]))
    return found


# %% wrong: the untouched stub
# score: 0
# says: `rates` still holds the line that raises NotImplementedError
def rates(categories, experiments):
    raise NotImplementedError


# %% wrong: 20% everywhere, as in the ticket
# score: 0
# says: On 60 fresh draws `rates` earns g = −
def rates(categories, experiments):
    return [0.2] * 8


# %% wrong: as today
# score: 0
# says: `rates` earns g = 0.00
def rates(categories, experiments):
    return [0.1] * 8


# %% wrong: one rate for all
# score: 0.8..2
# says: On 60 fresh draws `rates` earns g = 0.
def rates(categories, experiments):
    return [0.12] * 8


# %% wrong: without the other shops
# score: 0..3.5
# says: fresh draws `rates` earns g =
def rates(categories, experiments):
    e = np.log(experiments["tried_during"] / experiments["tried_before"]) / np.log(
        (1 - experiments["rate"]) / 0.9
    )
    e = e.clip(1, 40)
    return [float(min(0.4, x)) for x in (1 + 0.03 * e) / (1 + e)]


# %% wrong: serving costs nothing
# score: 0..4.9
# says: On 60 fresh draws `rates` earns g =
def rates(categories, experiments):
    e = (
        np.log(experiments["tried_during"] / experiments["tried_before"])
        - np.log(experiments["others_during"] / experiments["others_before"])
    ) / np.log((1 - experiments["rate"]) / 0.9)
    return [float(min(0.4, x)) for x in 1 / (1 + e)]


# %% wrong: percent
# score: 0
# says: a list of eight rates, each from 0 to 0.4
def rates(categories, experiments):
    return [12.0] * 8


# %% wrong: the larger the dearer
# score: 0
# says: `rates` earns g = −
def rates(categories, experiments):
    rank = categories["sales"].rank().to_numpy()
    return [float(0.05 + 0.03 * r) for r in rank]
