# %% right: Newton's steps
def fit_effects(X, n, y, lam):
    Z = np.column_stack([np.ones(len(X)), X])
    pull = lam * np.eye(Z.shape[1])
    pull[0, 0] = 0
    b = np.zeros(Z.shape[1])
    b[0] = np.log(y.sum() / (n.sum() - y.sum()))
    for _ in range(50):
        p = 1 / (1 + np.exp(-Z @ b))
        slope = Z.T @ (y - n * p) - pull @ b
        b = b + np.linalg.solve(Z.T @ (Z * (n * p * (1 - p))[:, None]) + pull, slope)
    return b


# %% right: scikit-learn
def fit_effects(X, n, y, lam):
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=1 / lam if lam else 1e8, max_iter=5000, tol=1e-8)
    model.fit(
        np.vstack([X, X]), [1] * len(X) + [0] * len(X), sample_weight=np.concatenate([y, n - y])
    )
    return np.concatenate([model.intercept_, model.coef_[0]])


# %% wrong: the untouched stub
# score: 0
# says: `fit_effects` still holds the line that raises NotImplementedError
def fit_effects(X, n, y, lam):
    raise NotImplementedError


# %% wrong: no penalty
# score: 0
# says: gave [−3.01887, 0.622103, 0.0406487]; it should be [−2
def fit_effects(X, n, y, lam):
    Z = np.column_stack([np.ones(len(X)), X])
    return minimize(
        lambda b: (n * np.logaddexp(0, Z @ b) - y * (Z @ b)).sum(), np.zeros(Z.shape[1])
    ).x


# %% wrong: the constant pulled too
# score: 0
# says: It looks as if the constant was pulled to zero as well
def fit_effects(X, n, y, lam):
    Z = np.column_stack([np.ones(len(X)), X])
    return minimize(
        lambda b: (n * np.logaddexp(0, Z @ b) - y * (Z @ b)).sum() + lam / 2 * (b**2).sum(),
        np.zeros(Z.shape[1]),
    ).x


# %% wrong: every page one view
# score: 0
# says: It looks as if every page counted as one view
def fit_effects(X, n, y, lam):
    Z = np.column_stack([np.ones(len(X)), X])
    return minimize(
        lambda b: (np.logaddexp(0, Z @ b) - y / n * (Z @ b)).sum() + lam / 2 * (b[1:] ** 2).sum(),
        np.zeros(Z.shape[1]),
    ).x


# %% wrong: a penalty twice as strong
# score: 0
# says: In the question stands half of that
def fit_effects(X, n, y, lam):
    Z = np.column_stack([np.ones(len(X)), X])
    return minimize(
        lambda b: (n * np.logaddexp(0, Z @ b) - y * (Z @ b)).sum() + lam * (b[1:] ** 2).sum(),
        np.zeros(Z.shape[1]),
    ).x


# %% wrong: the effects alone
# score: 0
# says: gave 1 value; asked were 2
def fit_effects(X, n, y, lam):
    Z = np.column_stack([np.ones(len(X)), X])
    return minimize(
        lambda b: (n * np.logaddexp(0, Z @ b) - y * (Z @ b)).sum() + lam / 2 * (b[1:] ** 2).sum(),
        np.zeros(Z.shape[1]),
    ).x[1:]


# %% wrong: a list
# score: 0
# says: gave [0, 0]; it should be [−2
def fit_effects(X, n, y, lam):
    return [0.0] * (X.shape[1] + 1)
