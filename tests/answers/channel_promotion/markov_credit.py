# %% right: by the matrix
def markov_credit(paths):
    odds = chain(paths)
    channels = sorted({start for start, end in odds} - {"start"})

    def p_buy(names):
        states = ["start"] + list(names)
        step = np.array([[odds.get((a, b), 0.0) for b in states] for a in states])
        return float(
            np.linalg.solve(
                np.eye(len(states)) - step, [odds.get((a, "buy"), 0.0) for a in states]
            )[0]
        )

    effect = {c: 1 - p_buy([n for n in channels if n != c]) / p_buy(channels) for c in channels}
    return {
        c: float(paths["conversions"].sum()) * e / sum(effect.values()) for c, e in effect.items()
    }


# %% right: orders that are missing
def markov_credit(paths):
    odds = chain(paths)
    names = {a for a, b in odds} - {"start"}

    def p_buy(out=None):
        chance = dict.fromkeys(names | {"start"}, 0.0)
        for _ in range(200):
            chance = {
                a: sum(
                    p * (1.0 if b == "buy" else 0.0 if b == out else chance.get(b, 0.0))
                    for (x, b), p in odds.items()
                    if x == a
                )
                for a in chance
            }
        return chance["start"]

    missing = {n: p_buy() - p_buy(n) for n in names}
    return {
        n: float(paths["conversions"].sum() * missing[n] / sum(missing.values())) for n in names
    }


# %% wrong: the untouched stub
# score: 0
# says: `markov_credit` still holds the line that raises NotImplementedError
def markov_credit(paths):
    raise NotImplementedError


# %% wrong: the last click
# score: 0
# says: That is the last click
def markov_credit(paths):
    credit = {}
    for path, bought in zip(paths["path"], paths["conversions"]):
        for name in path.split(" > "):
            credit.setdefault(name, 0.0)
        credit[path.split(" > ")[-1]] += float(bought)
    return credit


# %% wrong: effects that were not scaled
# score: 0
# says: `search` is 1; it should be 66.6667
def markov_credit(paths):
    odds = chain(paths)
    channels = {start for start, end in odds} - {"start"}

    def p_buy(without=None):
        chance = {"buy": 1.0}
        for _ in range(60):
            for state in {start for start, end in odds}:
                chance[state] = sum(
                    p * chance.get(end, 0.0)
                    for (start, end), p in odds.items()
                    if start == state and end != without
                )
        return chance["start"]

    return {channel: 1 - p_buy(channel) / p_buy() for channel in channels}


# %% wrong: equal parts of each path
# score: 0
# says: without search nobody buys
def markov_credit(paths):
    credit = {}
    for path, bought in zip(paths["path"], paths["conversions"]):
        team = path.split(" > ")
        for name in team:
            credit[name] = credit.get(name, 0.0) + bought / len(team)
    return credit


# %% wrong: whole paths taken out
# score: 0
# says: conversions shared out
def markov_credit(paths):
    names = {name for path in paths["path"] for name in path.split(" > ")}
    lost = {
        name: float(
            sum(
                b
                for path, b in zip(paths["path"], paths["conversions"])
                if name in path.split(" > ")
            )
        )
        for name in names
    }
    return {
        name: float(paths["conversions"].sum()) * each / sum(lost.values())
        for name, each in lost.items()
    }


# %% wrong: the public answer typed in
# score: 0
# says: three times what the last click gives it
def markov_credit(paths):
    return {"search": 100 / 1.5, "social": 50 / 1.5}


# %% wrong: a share for credit
# score: 0
# says: conversions
def markov_credit(paths):
    odds = chain(paths)
    channels = {start for start, end in odds} - {"start"}

    def p_buy(without=None):
        chance = {"buy": 1.0}
        for _ in range(60):
            for state in {start for start, end in odds}:
                chance[state] = sum(
                    p * chance.get(end, 0.0)
                    for (start, end), p in odds.items()
                    if start == state and end != without
                )
        return chance["start"]

    effect = {channel: 1 - p_buy(channel) / p_buy() for channel in channels}
    return {channel: effect[channel] / sum(effect.values()) for channel in channels}
