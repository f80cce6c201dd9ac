# %% right: the whole table searched
# score: 4.9..5
def allocate(history, budget):
    sales = fit_curves(history)
    best, ways = np.zeros(81), [()] * 81
    for channel in sales:
        brings = sales[channel].to_numpy()
        picks = [
            int(np.argmax([best[money - spend] + brings[spend] for spend in range(money + 1)]))
            for money in range(81)
        ]
        best, ways = (
            np.array([best[m - s] + brings[s] for m, s in enumerate(picks)]),
            [ways[m - s] + (s,) for m, s in enumerate(picks)],
        )
    return {channel: 500.0 * spend for channel, spend in zip(sales, ways[80])}


# %% right: two thousand at a time
# score: 4.5..5
def allocate(history, budget):
    sales, step = fit_curves(history), 2_000
    spend = {c: 10_000.0 for c in sales}
    for _ in range(60):
        moves = [
            (
                sales[a][spend[a] + step]
                - sales[a][spend[a]]
                + sales[b][spend[b] - step]
                - sales[b][spend[b]],
                a,
                b,
            )
            for a in spend
            for b in spend
            if a != b and spend[b] >= step and spend[a] + step <= 40_000
        ]
        gain, to, away = max(moves)
        if gain <= 0:
            break
        spend[to], spend[away] = spend[to] + step, spend[away] - step
    return spend


# %% wrong: the untouched stub
# score: 0
# says: `allocate` still holds the line that raises NotImplementedError
def allocate(history, budget):
    raise NotImplementedError


# %% wrong: equal parts
# score: 0
# says: earns g = 0.00
def allocate(history, budget):
    return {channel: budget / 4 for channel in history["channel"].unique()}


# %% wrong: all for the best mean
# score: 0
# says: fresh draws `allocate` earns g = −
def allocate(history, budget):
    sums = history.groupby("channel")[["spend", "sales"]].sum()
    best = (sums["sales"] / sums["spend"]).idxmax()
    return {channel: (budget if channel == best else 0.0) for channel in sums.index}


# %% wrong: in proportion to the mean
# score: 3..4.6
# says: fresh draws `allocate` earns g = 0.
def allocate(history, budget):
    sums = history.groupby("channel")[["spend", "sales"]].sum()
    mean = sums["sales"] / sums["spend"]
    return {channel: float(budget * mean[channel] / mean.sum()) for channel in mean.index}


# %% wrong: the budget twice
# score: 0
# says: together they cost
def allocate(history, budget):
    return {channel: budget / 2 for channel in history["channel"].unique()}


# %% wrong: a channel left out
# score: 0
# says: the spends must be a dictionary with
def allocate(history, budget):
    return {"search ads": budget}


# %% wrong: a table for a dictionary
# score: 0
# says: the spends must be a dictionary
def allocate(history, budget):
    return history.groupby("channel")["spend"].mean()
