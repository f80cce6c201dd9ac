# %% right: period by period
def bass(p, q, M, T):
    def share(t):
        left = np.exp(-(p + q) * t)
        return (1 - left) / (1 + q / p * left)

    return np.array([M * (share(t) - share(t - 1)) for t in range(1, T + 1)])


# %% right: by the equation, in small steps
def bass(p, q, M, T):
    steps, n, totals = 2000, 0.0, [0.0]
    rate = lambda n: (p + q * n / M) * (M - n)
    for period in range(T):
        h = 1 / steps
        for _ in range(steps):
            a = rate(n)
            b = rate(n + h * a / 2)
            c = rate(n + h * b / 2)
            d = rate(n + h * c)
            n = n + h * (a + 2 * b + 2 * c + d) / 6
        totals.append(n)
    return np.diff(totals)


# %% wrong: the untouched stub
# score: 0
# says: `bass` still holds the line that raises NotImplementedError
def bass(p, q, M, T):
    raise NotImplementedError


# %% wrong: all who have it
# score: 0
# says: Those are all adopters up to each period
def bass(p, q, M, T):
    left = np.exp(-(p + q) * np.arange(1, T + 1))
    return M * (1 - left) / (1 + q / p * left)


# %% wrong: nobody imitates
# score: 0
# says: It looks as if nobody imitated
def bass(p, q, M, T):
    return M * np.diff(1 - np.exp(-p * np.arange(T + 1)))


# %% wrong: shares for people
# score: 0
# says: Those are shares of the people
def bass(p, q, M, T):
    left = np.exp(-(p + q) * np.arange(T + 1))
    return np.diff((1 - left) / (1 + q / p * left))


# %% wrong: whole periods as single steps
# score: 0
# says: of 100 people
def bass(p, q, M, T):
    n, new = 0.0, []
    for _ in range(T):
        more = (p + q * n / M) * (M - n)
        n = n + more
        new.append(more)
    return np.array(new)


# %% wrong: the period before the launch too
# score: 0
# says: gave 4 values; asked were 3
def bass(p, q, M, T):
    left = np.exp(-(p + q) * np.arange(T + 1))
    F = (1 - left) / (1 + q / p * left)
    return M * np.diff(F, prepend=0)


# %% wrong: p and q exchanged
# score: 0
# says: have adopted after one period
def bass(p, q, M, T):
    left = np.exp(-(p + q) * np.arange(T + 1))
    return M * np.diff((1 - left) / (1 + p / q * left))


# %% wrong: the public answer typed in
# score: 0
# says: M=200, T=2)` gave 3 values
def bass(p, q, M, T):
    return np.array([12.05078399, 15.83484484, 17.81399625])
