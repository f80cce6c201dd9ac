# %% right: counting pairs
def rules(baskets, min_support):
    from collections import Counter
    from itertools import combinations

    single, pair = Counter(), Counter()
    for basket in baskets:
        things = sorted(set(basket))
        single.update(things)
        pair.update(combinations(things, 2))
    n = len(baskets)
    rows = [
        (a, b, c / n, c * n / (single[a] * single[b]))
        for (a, b), c in sorted(pair.items())
        if c / n >= min_support
    ]
    return pd.DataFrame(rows, columns=["a", "b", "support", "lift"])


# %% right: with a table of zeros and ones
def rules(baskets, min_support):
    things = sorted({thing for basket in baskets for thing in basket})
    table = np.array([[thing in basket for thing in things] for basket in baskets], dtype=float)
    share, rows = table.mean(axis=0), []
    for i in range(len(things)):
        for j in range(i + 1, len(things)):
            support = float((table[:, i] * table[:, j]).mean())
            if support >= min_support - 1e-12 and support > 0:
                rows.append((things[i], things[j], support, support / float(share[i] * share[j])))
    return pd.DataFrame(rows, columns=["a", "b", "support", "lift"])


# %% wrong: the untouched stub
# score: 0
# says: `rules` still holds the line that raises NotImplementedError
def rules(baskets, min_support):
    raise NotImplementedError


# %% wrong: counts for shares
# score: 0.1..2
# says: It looks as if counts were given as support
def rules(baskets, min_support):
    sets, n, rows = [set(basket) for basket in baskets], len(baskets), []
    things = sorted(set().union(*sets))
    count = {thing: sum(thing in each for each in sets) for thing in things}
    for a in things:
        for b in things:
            both = sum(a in each and b in each for each in sets)
            if a < b and both and both / n >= min_support:
                rows.append((a, b, float(both), both * n / (count[a] * count[b])))
    return pd.DataFrame(rows, columns=["a", "b", "support", "lift"])


# %% wrong: confidence for lift
# score: 0
# says: It looks as if the lift is the confidence
def rules(baskets, min_support):
    sets, n, rows = [set(basket) for basket in baskets], len(baskets), []
    things = sorted(set().union(*sets))
    count = {thing: sum(thing in each for each in sets) for thing in things}
    for a in things:
        for b in things:
            both = sum(a in each and b in each for each in sets)
            if a < b and both and both / n >= min_support:
                rows.append((a, b, both / n, both / count[a]))
    return pd.DataFrame(rows, columns=["a", "b", "support", "lift"])


# %% wrong: divided by one share only
# score: 0
# says: It looks as if lift was support ÷ the share of B alone
def rules(baskets, min_support):
    sets, n, rows = [set(basket) for basket in baskets], len(baskets), []
    things = sorted(set().union(*sets))
    count = {thing: sum(thing in each for each in sets) for thing in things}
    for a in things:
        for b in things:
            both = sum(a in each and b in each for each in sets)
            if a < b and both and both / n >= min_support:
                rows.append((a, b, both / n, both / count[b]))
    return pd.DataFrame(rows, columns=["a", "b", "support", "lift"])


# %% wrong: two cups counted twice
# score: 0
# says: Does a basket with two cups count twice for you?
def rules(baskets, min_support):
    n, rows = len(baskets), []
    things = sorted({thing for basket in baskets for thing in basket})
    count = {thing: sum(basket.count(thing) for basket in baskets) for thing in things}
    for a in things:
        for b in things:
            both = sum(a in each and b in each for each in baskets)
            if a < b and both and both / n >= min_support:
                rows.append((a, b, both / n, both * n / (count[a] * count[b])))
    return pd.DataFrame(rows, columns=["a", "b", "support", "lift"])


# %% wrong: counts for shares in the lift
# score: 0
# says: It looks as if the baskets with both were divided by two counts
def rules(baskets, min_support):
    sets, n, rows = [set(basket) for basket in baskets], len(baskets), []
    things = sorted(set().union(*sets))
    count = {thing: sum(thing in each for each in sets) for thing in things}
    for a in things:
        for b in things:
            both = sum(a in each and b in each for each in sets)
            if a < b and both and both / n >= min_support:
                rows.append((a, b, both / n, both / (count[a] * count[b])))
    return pd.DataFrame(rows, columns=["a", "b", "support", "lift"])


# %% wrong: more than the least support
# score: 0
# says: has 2 rows; asked were 3
def rules(baskets, min_support):
    sets, n, rows = [set(basket) for basket in baskets], len(baskets), []
    things = sorted(set().union(*sets))
    count = {thing: sum(thing in each for each in sets) for thing in things}
    for a in things:
        for b in things:
            both = sum(a in each and b in each for each in sets)
            if a < b and both and both / n > min_support:
                rows.append((a, b, both / n, both * n / (count[a] * count[b])))
    return pd.DataFrame(rows, columns=["a", "b", "support", "lift"])


# %% wrong: every pair in both directions
# score: 0
# says: has 4 rows
def rules(baskets, min_support):
    sets, n, rows = [set(basket) for basket in baskets], len(baskets), []
    things = sorted(set().union(*sets))
    count = {thing: sum(thing in each for each in sets) for thing in things}
    for a in things:
        for b in things:
            both = sum(a in each and b in each for each in sets)
            if a != b and both and both / n >= min_support:
                rows.append((a, b, both / n, both * n / (count[a] * count[b])))
    return pd.DataFrame(rows, columns=["a", "b", "support", "lift"])


# %% wrong: the public answer typed in
# score: 0
# says: `rules(ten baskets, 0.1)`
def rules(baskets, min_support):
    return pd.DataFrame(
        {
            "a": ["cup", "strainer"],
            "b": ["teapot", "teapot"],
            "support": [0.4, 0.4],
            "lift": [0.4 / 0.48, 0.4 / 0.24],
        }
    )


# %% wrong: a pair in one basket gets the lift 0
# score: 0
# says: It looks as if a pair in one single basket gets the lift 0
def rules(baskets, min_support):
    sets, n, rows = [set(basket) for basket in baskets], len(baskets), []
    things = sorted(set().union(*sets))
    count = {thing: sum(thing in each for each in sets) for thing in things}
    for a in things:
        for b in things:
            both = sum(a in each and b in each for each in sets)
            if a < b and both and both / n >= min_support:
                lift = both * n / (count[a] * count[b]) if both >= 2 else 0.0
                rows.append((a, b, both / n, lift))
    return pd.DataFrame(rows, columns=["a", "b", "support", "lift"])


# %% wrong: the lift rounded as it is read
# score: 0
# says: It looks as if the lift was rounded
def rules(baskets, min_support):
    sets, n, rows = [set(basket) for basket in baskets], len(baskets), []
    things = sorted(set().union(*sets))
    count = {thing: sum(thing in each for each in sets) for thing in things}
    for a in things:
        for b in things:
            both = sum(a in each and b in each for each in sets)
            if a < b and both and both / n >= min_support:
                rows.append((a, b, both / n, round(both * n / (count[a] * count[b]), 2)))
    return pd.DataFrame(rows, columns=["a", "b", "support", "lift"])


# %% wrong: pairs that are never together are listed
# score: 0..3.5
# says: rules(three baskets, 0)
def rules(baskets, min_support):
    sets, n, rows = [set(basket) for basket in baskets], len(baskets), []
    things = sorted(set().union(*sets))
    count = {thing: sum(thing in each for each in sets) for thing in things}
    for a in things:
        for b in things:
            both = sum(a in each and b in each for each in sets)
            if a < b and both / n >= min_support:
                rows.append((a, b, both / n, both * n / (count[a] * count[b])))
    return pd.DataFrame(rows, columns=["a", "b", "support", "lift"])


# %% wrong: only what lies together more often than by chance
# score: 0
# says: has 1 row; asked were 2
def rules(baskets, min_support):
    sets, n, rows = [set(basket) for basket in baskets], len(baskets), []
    things = sorted(set().union(*sets))
    count = {thing: sum(thing in each for each in sets) for thing in things}
    for a in things:
        for b in things:
            both = sum(a in each and b in each for each in sets)
            lift = both * n / (count[a] * count[b])
            if a < b and lift > 1 and both / n >= min_support:
                rows.append((a, b, both / n, lift))
    return pd.DataFrame(rows, columns=["a", "b", "support", "lift"])
