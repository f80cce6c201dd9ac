# %% right: the largest of all single posts
def greedy_schedule(first, fade, posts):
    table = sorted(
        [(-a * r**k, i) for i, (a, r) in enumerate(zip(first, fade)) for k in range(posts)]
    )[:posts]
    return [sum(1 for _, place in table if place == i) for i in range(len(first))]


# %% right: remember what the next brings
def greedy_schedule(first, fade, posts):
    nxt, there = [float(a) for a in first], [0] * len(first)
    for _ in range(posts):
        i = nxt.index(max(nxt))
        there[i] += 1
        nxt[i] *= fade[i]
    return there


# %% wrong: the untouched stub
# score: 0
# says: `greedy_schedule` still holds the line that raises NotImplementedError
def greedy_schedule(first, fade, posts):
    raise NotImplementedError


# %% wrong: all in the best slot
# score: 0
# says: gave [5, 0, 0]; it should be [1, 4, 0]
def greedy_schedule(first, fade, posts):
    best = int(np.argmax(first))
    return [posts if i == best else 0 for i in range(len(first))]


# %% wrong: in proportion
# score: 0
# says: gave [2, 2, 1]; it should be [1, 4, 0]
def greedy_schedule(first, fade, posts):
    exact = posts * first / first.sum()
    there = np.floor(exact).astype(int)
    order = np.argsort(-(exact - there), kind="stable")
    there[order[: posts - there.sum()]] += 1
    return [int(each) for each in there]


# %% wrong: the posts there not counted
# score: 0
# says: gave [2, 3, 0]; it should be [1, 4, 0]
def greedy_schedule(first, fade, posts):
    there = np.zeros(len(first), dtype=int)
    for _ in range(posts):
        there[np.argmax(first * fade ** np.maximum(there - 1, 0))] += 1
    return [int(each) for each in there]


# %% wrong: by what all posts bring
# score: 0
# says: it should be [1, 4, 0]
def greedy_schedule(first, fade, posts):
    there = np.zeros(len(first), dtype=int)
    for _ in range(posts):
        there[np.argmax(first * (1 - fade ** (there + 1)) / (1 - fade))] += 1
    return [int(each) for each in there]


# %% right: an array instead of a list
def greedy_schedule(first, fade, posts):
    there = np.zeros(len(first), dtype=int)
    for _ in range(posts):
        there[np.argmax(first * fade**there)] += 1
    return there
