# %% right: a loop
def threshold(baskets, fee, cost, margin):
    best, highest = 0, -1e9
    for at in range(301):
        earned = threshold_profit(at, baskets, fee, cost, margin)
        if earned > highest:
            best, highest = at, earned
    return best


# %% right: every other dollar
def threshold(baskets, fee, cost, margin):
    grid = np.arange(0, 301, 2)
    return int(
        grid[np.argmax([threshold_profit(float(at), baskets, fee, cost, margin) for at in grid])]
    )


# %% wrong: the untouched stub
# score: 0
# says: `threshold` still holds the line that raises NotImplementedError
def threshold(baskets, fee, cost, margin):
    raise NotImplementedError


# %% wrong: the others' amount
# score: 0
# says: fresh months the amount earns at least 98%
def threshold(baskets, fee, cost, margin):
    return 49


# %% wrong: the mean basket
# score: 0
# says: In 2 of 20 fresh months
def threshold(baskets, fee, cost, margin):
    return round(float(np.mean(baskets)))


# %% wrong: free for all
# score: 0
# says: In 0 of 20 fresh months
def threshold(baskets, fee, cost, margin):
    return 0


# %% wrong: below zero
# score: 0
# says: it should be an amount of dollars from 0 to 1,000
def threshold(baskets, fee, cost, margin):
    return -5.0


# %% wrong: the profit instead of the amount
# score: 0
# says: asked are 19
def threshold(baskets, fee, cost, margin):
    return max(threshold_profit(at, baskets, fee, cost, margin) for at in range(301))
