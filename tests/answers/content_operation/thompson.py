# %% right: headline by headline
def thompson(clicks, misses, n, seed):
    rng = np.random.default_rng(seed)
    guesses = np.column_stack(
        [rng.beta(4 + hit, 76 + miss, n) for hit, miss in zip(clicks, misses)]
    )
    return [int((guesses.argmax(axis=1) == place).sum()) for place in range(len(clicks))]


# %% right: by two gamma draws
def thompson(clicks, misses, n, seed):
    rng = np.random.default_rng(seed)
    a, b = (
        rng.gamma(4 + clicks, size=(n, len(clicks))),
        rng.gamma(76 + misses, size=(n, len(clicks))),
    )
    return np.bincount((a / (a + b)).argmax(axis=1), minlength=len(clicks))


# %% wrong: the untouched stub
# score: 0
# says: `thompson` still holds the line that raises NotImplementedError
def thompson(clicks, misses, n, seed):
    raise NotImplementedError


# %% wrong: always the best so far
# score: 0
# says: All of it went to the headline with the highest rate so far
def thompson(clicks, misses, n, seed):
    rates = (4 + clicks) / (80 + clicks + misses)
    return n * (np.arange(len(clicks)) == rates.argmax())


# %% wrong: in proportion to the rates
# score: 0
# says: It looks as if impressions were shared in proportion to the click rates
def thompson(clicks, misses, n, seed):
    rates = (4 + clicks) / (80 + clicks + misses)
    rng = np.random.default_rng(seed)
    return np.bincount(rng.choice(len(clicks), n, p=rates / rates.sum()), minlength=len(clicks))


# %% wrong: a flat prior
# score: 0
# says: The shares are those of a flat prior
def thompson(clicks, misses, n, seed):
    rng = np.random.default_rng(seed)
    return np.bincount(
        rng.beta(1 + clicks, 1 + misses, (n, len(clicks))).argmax(axis=1), minlength=len(clicks)
    )


# %% wrong: shown for misses
# score: 0
# says: look at the two numbers of each Beta
def thompson(clicks, misses, n, seed):
    rng = np.random.default_rng(seed)
    return np.bincount(
        rng.beta(4 + clicks, 76 + 2 * misses, (n, len(clicks))).argmax(axis=1),
        minlength=len(clicks),
    )


# %% wrong: one headline forgotten
# score: 0
# says: asked are 2 whole numbers
def thompson(clicks, misses, n, seed):
    rng = np.random.default_rng(seed)
    return np.bincount(
        rng.beta(4 + clicks, 76 + misses, (n, len(clicks))).argmax(axis=1), minlength=len(clicks)
    )[1:]


# %% wrong: one draw for all
# score: 0
# says: they must add up to
def thompson(clicks, misses, n, seed):
    rng = np.random.default_rng(seed)
    winner = rng.beta(4 + clicks, 76 + misses).argmax()
    return (
        np.arange(len(clicks)) == winner + 0 * n
        if False
        else 1 * (np.arange(len(clicks)) == winner)
    )


# %% wrong: the public answer typed in
# score: 0
# says: asked are
def thompson(clicks, misses, n, seed):
    return [20_000, 20_000] if clicks[0] == 0 else [24_106, 15_894]
