# %% right: all pairs
def gini(x):
    total = np.abs(x[:, None] - x[None, :]).sum()
    return float(total / (2 * len(x) * x.sum())) if x.sum() > 0 else 0.0


def pareto_share(x, top=0.2):
    count = max(1, round(top * len(x)))
    largest = sorted(x, reverse=True)[:count]
    return sum(largest) / x.sum() if x.sum() > 0 else 0.0


# %% right: the Lorenz curve
def gini(x):
    if x.sum() == 0:
        return 0.0
    lorenz = np.cumsum(np.sort(x)) / x.sum()
    return float(1 + 1 / len(x) - 2 * lorenz.mean())


def pareto_share(x, top=0.2):
    if x.sum() == 0:
        return 0.0
    lorenz = np.concatenate([[0], np.cumsum(np.sort(x)) / x.sum()])
    return float(1 - lorenz[len(x) - max(1, round(top * len(x)))])


# %% wrong: the untouched stub
# score: 0
# says: `gini` still holds the line that raises NotImplementedError
def gini(x):
    raise NotImplementedError


def pareto_share(x, top=0.2):
    raise NotImplementedError


# %% wrong: not sorted
# score: 0
# says: The formula needs the numbers in order
def gini(x):
    n, i = len(x), np.arange(1, len(x) + 1)
    return float(((2 * i - n - 1) * x).sum() / (n * x.sum())) if x.sum() else 0.0


def pareto_share(x, top=0.2):
    return float(np.sort(x)[-max(1, round(top * len(x))) :].sum() / x.sum()) if x.sum() else 0.0


# %% wrong: ranks from 0
# score: 0
# says: It looks as if the ranks began at 0
def gini(x):
    x, n = np.sort(x), len(x)
    return float(((2 * np.arange(n) - n - 1) * x).sum() / (n * x.sum())) if x.sum() else 0.0


def pareto_share(x, top=0.2):
    return float(np.sort(x)[-max(1, round(top * len(x))) :].sum() / x.sum()) if x.sum() else 0.0


# %% wrong: the smallest
# score: 0
# says: That is the share of the smallest
def gini(x):
    x, n = np.sort(x), len(x)
    i = np.arange(1, n + 1)
    return float(((2 * i - n - 1) * x).sum() / (n * x.sum())) if x.sum() else 0.0


def pareto_share(x, top=0.2):
    return float(np.sort(x)[: max(1, round(top * len(x)))].sum() / x.sum()) if x.sum() else 0.0


# %% wrong: the part of the products
# score: 0
# says: That is the part of the products
def gini(x):
    x, n = np.sort(x), len(x)
    i = np.arange(1, n + 1)
    return float(((2 * i - n - 1) * x).sum() / (n * x.sum())) if x.sum() else 0.0


def pareto_share(x, top=0.2):
    return max(1, round(top * len(x))) / len(x)


# %% wrong: nothing sold is forgotten
# score: 2.4..3.9
# says: NaN
def gini(x):
    x, n = np.sort(x), len(x)
    i = np.arange(1, n + 1)
    return float(((2 * i - n - 1) * x).sum() / (n * x.sum()))


def pareto_share(x, top=0.2):
    return float(np.sort(x)[-max(1, round(top * len(x))) :].sum() / x.sum())


# %% wrong: less than one product
# score: 2.4..3.9
# says: take at least one
def gini(x):
    x, n = np.sort(x), len(x)
    i = np.arange(1, n + 1)
    return float(((2 * i - n - 1) * x).sum() / (n * x.sum())) if x.sum() else 0.0


def pareto_share(x, top=0.2):
    return float(np.sort(x)[::-1][: round(top * len(x))].sum() / x.sum()) if x.sum() else 0.0
