# %% right: ranges instead of deviations
def best_k(X):
    spread = X.max(axis=0) - X.min(axis=0)
    Z = (X - X.min(axis=0)) / np.where(spread == 0, 1, spread)
    found = {
        k: silhouette_score(Z, KMeans(k, n_init=10, random_state=1).fit_predict(Z))
        for k in range(2, 7)
    }
    return max(found, key=found.get)


# %% right: scikit-learn's scaler
def best_k(X):
    from sklearn.preprocessing import StandardScaler

    Z = StandardScaler().fit_transform(X)
    best, highest = 2, -1.0
    for k in (2, 3, 4, 5, 6):
        score = silhouette_score(Z, KMeans(n_clusters=k, n_init=5, random_state=3).fit(Z).labels_)
        if score > highest:
            best, highest = k, score
    return best


# %% wrong: the untouched stub
# score: 0
# says: `best_k` still holds the line that raises NotImplementedError
def best_k(X):
    raise NotImplementedError


# %% wrong: features as they are
# score: 0
# says: gave 2; it should be 3
def best_k(X):
    found = {
        k: silhouette_score(X, KMeans(k, n_init=4, random_state=0).fit_predict(X))
        for k in range(2, 7)
    }
    return max(found, key=found.get)


# %% wrong: always the public answer
# score: 0
# says: it should be 2
def best_k(X):
    return 3


# %% wrong: the lowest silhouette
# score: 0
# says: two heaps, far apart
def best_k(X):
    Z = (X - X.mean(axis=0)) / np.where(X.std(axis=0) == 0, 1, X.std(axis=0))
    found = {
        k: silhouette_score(Z, KMeans(k, n_init=4, random_state=0).fit_predict(Z))
        for k in range(2, 7)
    }
    return (
        min(found, key=found.get)
        if len(X) < 13
        else max(found, key=found.get)
        if found[2] > 2
        else min(found, key=found.get)
    )


# %% wrong: three at most
# score: 0
# says: on a case that you have not seen
def best_k(X):
    Z = (X - X.mean(axis=0)) / np.where(X.std(axis=0) == 0, 1, X.std(axis=0))
    found = {
        k: silhouette_score(Z, KMeans(k, n_init=4, random_state=0).fit_predict(Z)) for k in (2, 3)
    }
    return max(found, key=found.get)


# %% wrong: a feature without spread
# score: 2.4..3.9
# says: ValueError
def best_k(X):
    with np.errstate(invalid="ignore"):
        Z = (X - X.mean(axis=0)) / X.std(axis=0)
    found = {
        k: silhouette_score(Z, KMeans(k, n_init=4, random_state=0).fit_predict(Z))
        for k in range(2, 7)
    }
    return max(found, key=found.get)


# %% wrong: the silhouette instead of the number
# score: 0
# says: not a whole number
def best_k(X):
    Z = (X - X.mean(axis=0)) / np.where(X.std(axis=0) == 0, 1, X.std(axis=0))
    return max(
        float(silhouette_score(Z, KMeans(k, n_init=4, random_state=0).fit_predict(Z)))
        for k in range(2, 7)
    )
