# %% right: three rounds of asking
# score: 4.4..5
def choose(history, now, turn, seed):
    ours = history[history["set"] == now]
    hits, misses = ours["clicks"].to_numpy(), (ours["shown"] - ours["clicks"]).to_numpy()
    if turn < 3:
        guesses = np.random.default_rng(seed).beta(4 + hits, 76 + misses, (250, 8))
        return np.bincount(guesses.argmax(axis=1), minlength=8)
    best = ((4 + hits) / (80 + hits + misses)).argmax()
    return [250 if place == best else 0 for place in range(8)]


# %% right: eight, three, one
# score: 4.4..5
def choose(history, now, turn, seed):
    ours = history[history["set"] == now]
    rates = ((4 + ours["clicks"]) / (80 + ours["shown"])).to_numpy()
    order = [int(place) for place in np.argsort(-rates)]
    parts = [0] * 8
    if turn == 0:
        return [32, 32, 31, 31, 31, 31, 31, 31]
    if turn == 1:
        for place, part in zip(order[:3], (84, 83, 83)):
            parts[place] = part
        return parts
    parts[order[0]] = 250
    return parts


# %% wrong: the untouched stub
# score: 0
# says: `choose` still holds the line that raises NotImplementedError
def choose(history, now, turn, seed):
    raise NotImplementedError


# %% wrong: even parts
# score: 0
# says: earns g = 0.00
def choose(history, now, turn, seed):
    return [32, 32, 31, 31, 31, 31, 31, 31]


# %% wrong: one winner for the whole week
# score: 1..3
# says: fresh draws `choose` earns g = 0.
def choose(history, now, turn, seed):
    sums = history.groupby("headline")[["shown", "clicks"]].sum()
    if sums["shown"].sum() < 500:
        return [32, 32, 31, 31, 31, 31, 31, 31]
    return 250 * (np.arange(8) == (sums["clicks"] / sums["shown"]).to_numpy().argmax())


# %% wrong: old sets never forgotten
# score: 2..4
# says: draws `choose` earns g = 0.
def choose(history, now, turn, seed):
    sums = history.groupby("headline")[["shown", "clicks"]].sum()
    hits, misses = sums["clicks"].to_numpy(), (sums["shown"] - sums["clicks"]).to_numpy()
    guesses = np.random.default_rng(seed).beta(4 + hits, 76 + misses, (250, 8))
    return np.bincount(guesses.argmax(axis=1), minlength=8)


# %% wrong: curious to the end
# score: 3.8..4.9
# says: `choose` earns g = 0.
def choose(history, now, turn, seed):
    ours = history[history["set"] == now]
    hits, misses = ours["clicks"].to_numpy(), (ours["shown"] - ours["clicks"]).to_numpy()
    guesses = np.random.default_rng(seed).beta(4 + hits, 76 + misses, (250, 8))
    return np.bincount(guesses.argmax(axis=1), minlength=8)


# %% wrong: a single headline's number
# score: 0
# says: a round needs eight whole numbers
def choose(history, now, turn, seed):
    return 3


# %% wrong: a hundred too many
# score: 0
# says: the eight numbers must add up to 250
def choose(history, now, turn, seed):
    return [50, 50, 50, 50, 50, 50, 25, 25]
