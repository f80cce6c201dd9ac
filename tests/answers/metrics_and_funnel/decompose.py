# %% right: with a helper
def decompose(t0, t1):
    gmv0, gmv1 = np.prod(list(t0.values())), np.prod(list(t1.values()))
    change = np.log(gmv1) - np.log(gmv0)
    L = (gmv1 - gmv0) / change if change != 0 else gmv0
    parts = {}
    for leaf in t0:
        parts[leaf] = float(L * (np.log(t1[leaf]) - np.log(t0[leaf])))
    return parts


# %% right: numpy numbers are numbers
def decompose(t0, t1):
    gmv0, gmv1 = np.prod(list(t0.values())), np.prod(list(t1.values()))
    L = gmv1 if gmv1 == gmv0 else (gmv0 - gmv1) / np.log(gmv0 / gmv1)
    return {leaf: -L * np.log(t0[leaf] / t1[leaf]) for leaf in t1}


# %% wrong: the untouched stub
# score: 0
# says: `decompose` still holds the line that raises NotImplementedError
def decompose(t0, t1):
    raise NotImplementedError


# %% wrong: log changes, no dollars
# score: 0
# says: Those are log changes, without unit
def decompose(t0, t1):
    return {leaf: float(np.log(t1[leaf] / t0[leaf])) for leaf in t0}


# %% wrong: the plain mean
# score: 0
# says: the plain mean of the two GMVs
def decompose(t0, t1):
    gmv0, gmv1 = np.prod(list(t0.values())), np.prod(list(t1.values()))
    return {leaf: float((gmv0 + gmv1) / 2 * np.log(t1[leaf] / t0[leaf])) for leaf in t0}


# %% wrong: changed in turn
# score: 0
# says: `cvr` is 550; it should be 467.342
def decompose(t0, t1):
    parts, now = {}, dict(t0)
    for leaf in t0:
        before = np.prod(list(now.values()))
        now[leaf] = t1[leaf]
        parts[leaf] = float(np.prod(list(now.values())) - before)
    return parts


# %% wrong: one at a time
# score: 0
# says: `cvr` is 500; it should be 467.342
def decompose(t0, t1):
    gmv0 = np.prod(list(t0.values()))
    return {leaf: float(gmv0 * (t1[leaf] / t0[leaf] - 1)) for leaf in t0}


# %% wrong: equal parts
# score: 0
# says: split into equal parts
def decompose(t0, t1):
    change = np.prod(list(t1.values())) - np.prod(list(t0.values()))
    return {leaf: float(change / 3) for leaf in t0}


# %% wrong: equal weeks forgotten
# score: 2.4..3.9
# says: `visitors` is nan on a case that you have not seen
def decompose(t0, t1):
    gmv0, gmv1 = np.prod(list(t0.values())), np.prod(list(t1.values()))
    L = (gmv1 - gmv0) / np.log(gmv1 / gmv0)
    return {leaf: float(L * np.log(t1[leaf] / t0[leaf])) for leaf in t0}


# %% wrong: three leaves by name
# score: 2.4..3.9
# says: KeyError
def decompose(t0, t1):
    gmv0, gmv1 = np.prod(list(t0.values())), np.prod(list(t1.values()))
    L = gmv0 if gmv0 == gmv1 else (gmv1 - gmv0) / np.log(gmv1 / gmv0)
    return {leaf: float(L * np.log(t1[leaf] / t0[leaf])) for leaf in ("visitors", "cvr", "aov")}


# %% wrong: logs of another base
# score: 0
# says: `visitors` is 889.435; it should be 2048
def decompose(t0, t1):
    gmv0, gmv1 = np.prod(list(t0.values())), np.prod(list(t1.values()))
    L = gmv0 if gmv0 == gmv1 else (gmv1 - gmv0) / np.log(gmv1 / gmv0)
    return {leaf: float(L * np.log10(t1[leaf] / t0[leaf])) for leaf in t0}


# %% wrong: nothing moved where GMV stayed
# score: 2.4..3.9
# says: two parts of 1,420 undo each other
def decompose(t0, t1):
    gmv0, gmv1 = np.prod(list(t0.values())), np.prod(list(t1.values()))
    if gmv0 == gmv1:
        return dict.fromkeys(t0, 0.0)
    L = (gmv1 - gmv0) / np.log(gmv1 / gmv0)
    return {leaf: float(L * np.log(t1[leaf] / t0[leaf])) for leaf in t0}
