# %% right: normal equations
def its(series, control, t0):
    n = len(series)
    X = np.array([[1, t, t >= t0, control[t]] for t in range(n)], dtype=float)
    inverse = np.linalg.inv(X.T @ X)
    beta = inverse @ X.T @ series
    s = np.sqrt(((series - X @ beta) ** 2).sum() / (n - 4) * inverse[2, 2])
    return float(beta[2]), float(beta[2] - 1.96 * s), float(beta[2] + 1.96 * s)


# %% right: what the others leave
def its(series, control, t0):
    n = len(series)
    t = np.arange(n)
    others = np.column_stack([np.ones(n), t, control])

    def rest(v):
        return v - others @ np.linalg.lstsq(others, v, rcond=None)[0]

    a, y = rest((t >= t0).astype(float)), rest(np.asarray(series, dtype=float))
    effect = (a @ y) / (a @ a)
    half = 1.96 * np.sqrt(((y - effect * a) ** 2).sum() / (n - 4) / (a @ a))
    return float(effect), float(effect - half), float(effect + half)


# %% wrong: the untouched stub
# score: 0
# says: `its` still holds the line that raises NotImplementedError
def its(series, control, t0):
    raise NotImplementedError


# %% wrong: before and after
# score: 0
# says: The town was growing anyway
def its(series, control, t0):
    n = len(series)
    X = np.column_stack([np.ones(n), np.arange(n) >= t0])
    inverse = np.linalg.inv(X.T @ X)
    beta = inverse @ X.T @ series
    s = (((series - X @ beta) ** 2).sum() / (n - 2) * inverse[1, 1]) ** 0.5
    return float(beta[1]), float(beta[1] - 1.96 * s), float(beta[1] + 1.96 * s)


# %% wrong: no trend
# score: 0
# says: add a column with the week's number
def its(series, control, t0):
    n = len(series)
    X = np.column_stack([np.ones(n), np.arange(n) >= t0, control])
    inverse = np.linalg.inv(X.T @ X)
    beta = inverse @ X.T @ series
    s = (((series - X @ beta) ** 2).sum() / (n - 3) * inverse[1, 1]) ** 0.5
    return float(beta[1]), float(beta[1] - 1.96 * s), float(beta[1] + 1.96 * s)


# %% wrong: no other town
# score: 0
# says: It looks as if the other town was left out
def its(series, control, t0):
    n = len(series)
    X = np.column_stack([np.ones(n), np.arange(n), np.arange(n) >= t0])
    inverse = np.linalg.inv(X.T @ X)
    beta = inverse @ X.T @ series
    s = (((series - X @ beta) ** 2).sum() / (n - 3) * inverse[2, 2]) ** 0.5
    return float(beta[2]), float(beta[2] - 1.96 * s), float(beta[2] + 1.96 * s)


# %% wrong: weeks instead of degrees of freedom
# score: 0
# says: The effect is right, its range is not
def its(series, control, t0):
    n = len(series)
    X = np.column_stack([np.ones(n), np.arange(n), np.arange(n) >= t0, control])
    inverse = np.linalg.inv(X.T @ X)
    beta = inverse @ X.T @ series
    s = (((series - X @ beta) ** 2).sum() / n * inverse[2, 2]) ** 0.5
    return float(beta[2]), float(beta[2] - 1.96 * s), float(beta[2] + 1.96 * s)


# %% wrong: from the week after
# score: 0
# says: `its(tiny_towns)`
def its(series, control, t0):
    n = len(series)
    X = np.column_stack([np.ones(n), np.arange(n), np.arange(n) > t0, control])
    inverse = np.linalg.inv(X.T @ X)
    beta = inverse @ X.T @ series
    s = (((series - X @ beta) ** 2).sum() / (n - 4) * inverse[2, 2]) ** 0.5
    return float(beta[2]), float(beta[2] - 1.96 * s), float(beta[2] + 1.96 * s)
