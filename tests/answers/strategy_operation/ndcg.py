# %% right: place by place
def ndcg(grades, k):
    dcg = lambda order: sum(grade / np.log2(place + 2) for place, grade in enumerate(order[:k]))
    best = dcg(sorted(grades, reverse=True))
    return float(dcg(grades) / best) if best else 0.0


# %% right: as a product
def ndcg(grades, k):
    n = min(k, len(grades))
    discount = 1 / np.log2(np.arange(n) + 2)
    ideal = np.sort(np.array(grades, dtype=float))[::-1][:n] @ discount
    return float(np.array(grades[:n], dtype=float) @ discount / ideal) if ideal > 0 else 0.0


# %% wrong: the untouched stub
# score: 0
# says: `ndcg` still holds the line that raises NotImplementedError
def ndcg(grades, k):
    raise NotImplementedError


# %% wrong: not divided
# score: 0
# says: That is DCG
def ndcg(grades, k):
    top = np.array(grades[:k], dtype=float)
    return float((top / np.log2(np.arange(2, 2 + len(top)))).sum())


# %% wrong: divided by the place
# score: 0
# says: It looks as if grades were divided by the place
def ndcg(grades, k):
    dcg = lambda order: sum(grade / place for place, grade in enumerate(order[:k], start=1))
    return float(dcg(grades) / dcg(sorted(grades, reverse=True)))


# %% wrong: the best order of the first k
# score: 0
# says: gave 1; it should be 0
def ndcg(grades, k):
    dcg = lambda order: sum(grade / np.log2(place + 2) for place, grade in enumerate(order))
    best = dcg(sorted(grades[:k], reverse=True))
    return float(dcg(grades[:k]) / best) if best else 0.0


# %% wrong: zero by zero
# score: 2..2.9
# says: where nothing is relevant, 0
def ndcg(grades, k):
    top = np.array(grades[:k], dtype=float)
    ideal = np.sort(np.array(grades, dtype=float))[::-1][:k]
    discount = np.log2(np.arange(2, 2 + len(top)))
    return (
        float((top / discount).sum() / max((ideal / discount).sum(), 1e-300))
        if any(grades)
        else 1.0
    )


# %% wrong: the list must be as long as k
# score: 1.8..2.9
# says: `ndcg([1, 2], 5)` stopped
def ndcg(grades, k):
    discount = np.log2(np.arange(2, 2 + k))
    dcg = lambda order: float((np.array(order[:k], dtype=float) / discount).sum())
    best = dcg(sorted(grades, reverse=True))
    return dcg(grades) / best if best else 0.0


# %% wrong: the last place first
# score: 0
# says: the best order 3, 2, 1, 0 has
def ndcg(grades, k):
    dcg = lambda order: sum(grade / np.log2(place + 2) for place, grade in enumerate(order[:k]))
    return float(dcg(grades[::-1]) / dcg(sorted(grades, reverse=True)))


# %% wrong: the public answer typed in
# score: 0
# says: a fresh list
def ndcg(grades, k):
    if k == 4:
        return (3 + 0.5 + 2 / np.log2(5)) / (3 + 2 / np.log2(3) + 0.5)
    return 3 / (3 + 2 / np.log2(3))
