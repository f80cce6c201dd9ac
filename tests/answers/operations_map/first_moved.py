# %% right: a difference of logs
def first_moved(week1, week2):
    best = None
    for leaf in sorted(week1):
        if leaf == "gmv":
            continue
        move = abs(np.log(week2[leaf]) - np.log(week1[leaf]))
        if best is None or move > best[0]:
            best = (move, leaf)
    return best[1]


# %% right: the larger ratio
def first_moved(week1, week2):
    leaves = sorted(name for name in week1 if name != "gmv")
    return max(leaves, key=lambda name: max(week2[name] / week1[name], week1[name] / week2[name]))


# %% wrong: the untouched stub
# score: 0
# says: `first_moved` still holds the line that raises NotImplementedError
def first_moved(week1, week2):
    moves = {}
    for leaf in week1:
        raise NotImplementedError
    return max(sorted(moves), key=moves.get)


# %% wrong: the public answers typed in
# score: 0
# says: on a case that you have not seen
def first_moved(week1, week2):
    return "aov" if week2["aov"] == 25.0 else "cvr"


# %% wrong: differences compared
# score: 0
# says: gave 'visitors'; it should be 'cvr'
def first_moved(week1, week2):
    moves = {leaf: abs(week2[leaf] - week1[leaf]) for leaf in week1 if leaf != "gmv"}
    return max(sorted(moves), key=moves.get)


# %% wrong: the root is an answer
# score: 0
# says: gave 'gmv'; it should be 'cvr'
def first_moved(week1, week2):
    moves = {leaf: abs(np.log(week2[leaf] / week1[leaf])) for leaf in week1}
    return max(sorted(moves), key=moves.get)


# %% wrong: only rises count
# score: 0
# says: gave 'visitors'; it should be 'aov'
def first_moved(week1, week2):
    moves = {leaf: np.log(week2[leaf] / week1[leaf]) for leaf in week1 if leaf != "gmv"}
    return max(sorted(moves), key=moves.get)


# %% wrong: percent instead of logs
# score: 0
# says: halving is as large as doubling
def first_moved(week1, week2):
    moves = {leaf: abs(week2[leaf] / week1[leaf] - 1) for leaf in week1 if leaf != "gmv"}
    return max(sorted(moves), key=moves.get)


# %% wrong: ties by the order of the dictionary
# score: 2.4..3.9
# says: nothing moved: the first by the alphabet
def first_moved(week1, week2):
    moves = {leaf: abs(np.log(week2[leaf] / week1[leaf])) for leaf in week1 if leaf != "gmv"}
    return max(moves, key=moves.get)


# %% wrong: only the three leaves of the example
# score: 2.4..3.9
# says: stopped with KeyError
def first_moved(week1, week2):
    return max(["aov", "cvr", "visitors"], key=lambda leaf: abs(np.log(week2[leaf] / week1[leaf])))
