# %% right: scipy's own distribution
def eb_fit(x, n):
    from scipy.stats import betabinom

    best = minimize(
        lambda v: -betabinom.logpmf(x, n, np.exp(v[0]), np.exp(v[1])).sum(),
        [0.0, 3.0],
        method="Nelder-Mead",
    )
    return float(np.exp(best.x[0])), float(np.exp(best.x[1]))


# %% right: mean and weight
def eb_fit(x, n):
    def f(v):
        mean, weight = 1 / (1 + np.exp(-v[0])), np.exp(v[1])
        a, b = mean * weight, (1 - mean) * weight
        return -(betaln(a + x, b + n - x) - betaln(a, b)).sum()

    best = minimize(f, np.array([-3.0, 3.5]), method="Powell")
    mean, weight = 1 / (1 + np.exp(-best.x[0])), np.exp(best.x[1])
    return float(mean * weight), float((1 - mean) * weight)


# %% wrong: the untouched stub
# score: 0
# says: `eb_fit` still holds the line that raises NotImplementedError
def eb_fit(x, n):
    raise NotImplementedError


# %% wrong: turned round
# score: 0
# says: It looks as if a and b were turned round
def eb_fit(x, n):
    best = minimize(
        lambda v: -(betaln(np.exp(v[0]) + x, np.exp(v[1]) + n - x) - betaln(*np.exp(v))).sum(),
        np.array([0.0, 3.0]),
        method="Nelder-Mead",
    )
    a, b = np.exp(best.x)
    return float(b), float(a)


# %% wrong: the practice quarter typed in
# score: 0
# says: Are the parameters of one case typed in?
def eb_fit(x, n):
    return 1.4025, 41.523


# %% wrong: totals of all shops
# score: 0
# says: `eb_fit(400 practice shops)`
def eb_fit(x, n):
    return float(x.sum()), float(n.sum() - x.sum())


# %% wrong: moments of raw rates
# score: 0
# says: it should be (1.4025, 41.523)
def eb_fit(x, n):
    rate = x / n
    mean, var = rate.mean(), rate.var()
    weight = mean * (1 - mean) / var - 1
    return float(mean * weight), float((1 - mean) * weight)


# %% wrong: mean and weight returned
# score: 0
# says: gave (
def eb_fit(x, n):
    return 0.0327, 42.93
