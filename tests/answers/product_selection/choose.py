# %% right: dollars for each searcher
def choose(candidates):
    c = candidates
    score = c["searches"] / (1 + c["offers"]) * (0.875 * c["margin"] - 0.5) - 900 / (13 * 0.032)
    best = c.assign(score=score).sort_values("score", ascending=False).head(8)
    return best.loc[best["score"] > 0, "product"].tolist()


# %% right: shared demand times margin
def choose(candidates):
    c = candidates
    score = c["searches"] / (1 + c["offers"]) * c["margin"]
    return c.assign(score=score).sort_values("score", ascending=False)["product"].tolist()[:8]


# %% wrong: the untouched stub
# score: 0
# says: `choose` still holds the line that raises NotImplementedError
def choose(candidates):
    raise NotImplementedError


# %% wrong: the most searched
# score: 0
# says: It looks as if the most searched were taken
def choose(candidates):
    return candidates.sort_values("searches", ascending=False, kind="stable")["product"].tolist()[
        :8
    ]


# %% wrong: the highest margin
# score: 0
# says: It looks as if those with most margin were taken
def choose(candidates):
    return candidates.sort_values("margin", ascending=False)["product"].tolist()[:8]


# %% wrong: demand by crowd
# score: 2.1..3.8
# says: It looks as if searches ÷ offers was taken
# says: g =
def choose(candidates):
    score = candidates["searches"] / candidates["offers"]
    return (
        candidates.assign(score=score).sort_values("score", ascending=False)["product"].tolist()[:8]
    )


# %% wrong: demand times margin
# score: 2.5..4.6
# says: It looks as if searches × margin was taken
def choose(candidates):
    score = candidates["searches"] * candidates["margin"]
    return (
        candidates.assign(score=score).sort_values("score", ascending=False)["product"].tolist()[:8]
    )


# %% wrong: a ninth
# score: 0
# says: 9 launches were chosen, and there is money for 8
def choose(candidates):
    return candidates["product"].tolist()[:9]


# %% wrong: names of another list
# score: 0
# says: is no candidate
def choose(candidates):
    return [f"{name} of steel" for name in candidates["product"][:8]]


# %% wrong: one twice
# score: 0
# says: a candidate stands in the list more than once
def choose(candidates):
    return candidates["product"].tolist()[:1] * 2


# %% wrong: a table instead of a list
# score: 0
# says: the choice must be a list of products
def choose(candidates):
    return candidates.head(8)
