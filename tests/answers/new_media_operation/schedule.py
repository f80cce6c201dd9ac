# %% right: fades drawn towards their mean
# score: 4.8..5
def schedule(history):
    first, fade = history["first"].to_numpy(), history["fade"].to_numpy()
    fade = 0.75 + 0.75 * (fade - 0.75)
    there = np.zeros(12, dtype=int)
    for _ in range(28):
        there[np.argmax(first * fade**there)] += 1
    return there.tolist()


# %% right: all single posts sorted
# score: 4.8..5
def schedule(history):
    rows = [(r.first * r.fade**k, i) for i, r in enumerate(history.itertuples()) for k in range(28)]
    best = [i for _, i in sorted(rows, reverse=True)[:28]]
    return [best.count(i) for i in range(12)]


# %% wrong: the untouched stub
# score: 0
# says: `schedule` still holds the line that raises NotImplementedError
def schedule(history):
    raise NotImplementedError


# %% wrong: all at the best hour, as in the ticket
# score: 0
# says: `schedule` earns g = −
def schedule(history):
    best = int(history["first"].to_numpy().argmax())
    return [28 if i == best else 0 for i in range(12)]


# %% wrong: the same everywhere
# score: 0
# says: `schedule` earns g = 0.00
def schedule(history):
    return [3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2]


# %% wrong: the four best slots
# score: 0..2
# says: On 60 fresh draws `schedule` earns g =
def schedule(history):
    best = np.argsort(-history["first"].to_numpy())[:4]
    return [7 if i in best else 0 for i in range(12)]


# %% wrong: by slowness alone
# score: 0..3
# says: fresh draws `schedule` earns g =
def schedule(history):
    best = np.argsort(-history["fade"].to_numpy())[:7]
    return [4 if i in best else 0 for i in range(12)]


# %% wrong: in proportion to the first post
# score: 3.2..4.6
# says: On 60 fresh draws `schedule` earns g = 0.
def schedule(history):
    exact = 28 * history["first"].to_numpy() / history["first"].sum()
    posts = np.floor(exact).astype(int)
    posts[np.argsort(-(exact - posts))[: 28 - posts.sum()]] += 1
    return posts.tolist()


# %% wrong: a post too few
# score: 0
# says: 28 posts are to be spread
def schedule(history):
    return [2] * 12


# %% wrong: halves of posts
# score: 0
# says: twelve whole numbers
def schedule(history):
    return [28 / 12] * 12
