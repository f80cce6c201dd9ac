# %% right: another search, other formula
def bgnbd_fit(x, tx, T):
    from scipy.special import betaln

    def f(v):
        r, alpha, a, b = np.exp(v)
        here = betaln(a, b + x) - betaln(a, b) - (r + x) * np.log(alpha + T)
        left = np.where(
            x > 0,
            betaln(a + 1, b + np.maximum(x, 1) - 1) - betaln(a, b) - (r + x) * np.log(alpha + tx),
            -np.inf,
        )
        return -(gammaln(r + x) - gammaln(r) + r * np.log(alpha) + np.logaddexp(here, left)).mean()

    best = minimize(f, np.array([-0.5, 1.5, 0.0, 1.0]), method="L-BFGS-B", bounds=[(-6, 6)] * 4)
    return tuple(float(each) for each in np.exp(best.x))


# %% right: Powell's search
def bgnbd_fit(x, tx, T):
    some = x > 0

    def f(v):
        r, alpha, a, b = np.exp(np.clip(v, -8, 8))
        head = (
            gammaln(r + x)
            - gammaln(r)
            + r * np.log(alpha)
            + gammaln(a + b)
            + gammaln(b + x)
            - gammaln(b)
            - gammaln(a + b + x)
        )
        tail = -(r + x) * np.log(alpha + T)
        tail[some] = np.logaddexp(
            tail[some],
            np.log(a) - np.log(b + x[some] - 1) - (r + x[some]) * np.log(alpha + tx[some]),
        )
        return -(head + tail).sum()

    best = minimize(
        f, np.array([-1.0, 1.5, 0.0, 1.0]), method="Powell", options={"xtol": 1e-4, "ftol": 1e-8}
    )
    return tuple(float(each) for each in np.exp(np.clip(best.x, -8, 8)))


# %% wrong: the untouched stub
# score: 0
# says: `bgnbd_fit` still holds the line that raises NotImplementedError
def bgnbd_fit(x, tx, T):
    raise NotImplementedError


# %% wrong: the published numbers typed in
# score: 0
# says: Are the parameters of one case typed in?
def bgnbd_fit(x, tx, T):
    return 0.2426, 4.4135, 0.7929, 2.4258


# %% wrong: nobody leaves
# score: 0
# says: `bgnbd_fit(2,357 customers of a CD shop)`
def bgnbd_fit(x, tx, T):
    def f(v):
        r, alpha = np.exp(v)
        return -(
            gammaln(r + x) - gammaln(r) + r * np.log(alpha) - (r + x) * np.log(alpha + T)
        ).sum()

    best = minimize(f, np.zeros(2), method="Nelder-Mead")
    return tuple(float(each) for each in np.exp(best.x)) + (1.0, 1.0)


# %% wrong: logarithms returned
# score: 0
# says: Those are the logarithms of the parameters
def bgnbd_fit(x, tx, T):
    return tuple(float(np.log(each)) for each in (0.2426, 4.4135, 0.7929, 2.4258))


# %% wrong: the last purchase counted for those who have none
# score: 0
# says: it should be (0.2426, 4.4135, 0.7929, 2.4258)
def bgnbd_fit(x, tx, T):
    def f(v):
        r, alpha, a, b = np.exp(v)
        A1 = gammaln(r + x) - gammaln(r) + r * np.log(alpha)
        A2 = gammaln(a + b) + gammaln(b + x) - gammaln(b) - gammaln(a + b + x)
        A3 = -(r + x) * np.log(alpha + T)
        A4 = np.log(a) - np.log(b + np.maximum(x, 1) - 1) - (r + x) * np.log(alpha + tx)
        return -(A1 + A2 + np.logaddexp(A3, A4)).sum()

    best = minimize(f, np.zeros(4), method="Nelder-Mead", options={"maxiter": 1500})
    return tuple(float(each) for each in np.exp(best.x))


# %% wrong: a list
# score: 0
# says: asked is a tuple of 4 positive numbers
def bgnbd_fit(x, tx, T):
    return [0.2426, 4.4135, 0.7929, 2.4258]
