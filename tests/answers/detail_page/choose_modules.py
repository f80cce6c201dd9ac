# %% right: all pages at once
def choose_modules(tests):
    X = tests[list(MODULES)].to_numpy(float)
    views, orders, back = (tests[name].to_numpy(float) for name in ["views", "orders", "returns"])
    a, r = fit_effects(X, views, orders, 40), fit_effects(X, orders, back, 40)
    from itertools import combinations

    sets = [page for size in range(6) for page in combinations(range(10), size)]
    rows = np.array([[1, *(place in page for place in range(10))] for page in sets], float)
    cvr, returned = sigmoid(rows @ a), sigmoid(rows @ r)
    best = sets[int(np.argmax(cvr * (12 - 20 * returned)))]
    return [MODULES[place] for place in best]


# %% right: dollars a module, the five best
# score: 4.5..5
def choose_modules(tests):
    X = tests[list(MODULES)].to_numpy(float)
    views, orders, back = (tests[name].to_numpy(float) for name in ["views", "orders", "returns"])
    a, r = fit_effects(X, views, orders, 50), fit_effects(X, orders, back, 20)
    mean_back = back.sum() / orders.sum()
    worth = a[1:] * (12 - 20 * mean_back) - 20 * r[1:] * mean_back * (1 - mean_back)
    return [MODULES[place] for place in np.argsort(-worth)[:5] if worth[place] > 0]


# %% wrong: the untouched stub
# score: 0
# says: `choose_modules` still holds the line that raises NotImplementedError
def choose_modules(tests):
    raise NotImplementedError


# %% wrong: the first five
# score: 0
# says: earns g = 0.0
def choose_modules(tests):
    return list(MODULES)[:5]


# %% wrong: the tested page with most orders
# score: 1.5..3.5
# says: fresh draws `choose_modules` earns g = 0.52
def choose_modules(tests):
    short = tests[tests[list(MODULES)].sum(axis=1) <= 5]
    best = short.loc[short["orders"].idxmax()]
    return [name for name in MODULES if best[name] == 1]


# %% wrong: orders alone
# score: 2.8..4.8
# says: fresh draws `choose_modules` earns g = 0.58
def choose_modules(tests):
    X = tests[list(MODULES)].to_numpy(float)
    effects = fit_effects(X, tests["views"].to_numpy(float), tests["orders"].to_numpy(float), 50)[
        1:
    ]
    return [MODULES[place] for place in np.argsort(-effects)[:5]]


# %% wrong: nothing on the page
# score: 0
# says: fresh draws `choose_modules` earns g = −0
def choose_modules(tests):
    return []


# %% wrong: six modules
# score: 0
# says: 6 modules were chosen, and a page has room for 5
def choose_modules(tests):
    return list(MODULES)[:6]


# %% wrong: places instead of names
# score: 0
# says: the page must be a list of modules
def choose_modules(tests):
    return [0, 1, 2]


# %% wrong: an invented module
# score: 0
# says: is no module
def choose_modules(tests):
    return ["golden frame"]
