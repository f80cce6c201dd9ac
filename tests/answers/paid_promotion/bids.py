# %% right: another prior
def bids(keywords, landscape, budget):
    rate = (keywords["orders"] + 2.6) / (keywords["clicks"] + 23)
    value = dict(zip(keywords["word"], rate * keywords["margin"]))
    worth = landscape["word"].map(value) * landscape["clicks"]
    for extra in np.arange(0, 8, 0.05):
        best = (
            landscape.assign(left=worth - (1 + extra) * landscape["cost"])
            .sort_values("left")
            .groupby("word")
            .tail(1)
        )
        best = best[best["left"] > 0]
        if best["cost"].sum() <= budget:
            break
    return {word: float(best.set_index("word")["bid"].get(word, 0.0)) for word in keywords["word"]}


# %% right: step by step, the best next dollar
# score: 4.6..5
def bids(keywords, landscape, budget):
    rate = (keywords["orders"] + 2) / (keywords["clicks"] + 20)
    value = dict(zip(keywords["word"], rate * keywords["margin"]))
    rows = {
        word: part.sort_values("bid").to_dict("records") for word, part in landscape.groupby("word")
    }
    at = {word: {"bid": 0.0, "clicks": 0.0, "cost": 0.0} for word in rows}
    spent = 0.0
    while True:
        steps = []
        for word, options in rows.items():
            for option in options:
                more = option["cost"] - at[word]["cost"]
                gain = value[word] * (option["clicks"] - at[word]["clicks"])
                if (
                    option["bid"] > at[word]["bid"]
                    and more > 0
                    and gain > more
                    and spent + more <= budget
                ):
                    steps.append((gain / more, word, option, more))
        if not steps:
            return {word: float(each["bid"]) for word, each in at.items()}
        _, word, option, more = max(steps, key=lambda step: step[0])
        at[word], spent = option, spent + more


# %% wrong: the untouched stub
# score: 0
# says: `bids` still holds the line that raises NotImplementedError
def bids(keywords, landscape, budget):
    raise NotImplementedError


# %% wrong: ninety cents
# score: 0
# says: earns g = 0.00
def bids(keywords, landscape, budget):
    return {word: 0.9 for word in keywords["word"]}


# %% wrong: the first place
# score: 0
# says: fresh draws `bids` earns g = −0.7
def bids(keywords, landscape, budget):
    return {word: 3.0 for word in keywords["word"]}


# %% wrong: the full value
# score: 0..1
# says: fresh draws `bids` earns g = 0.0
def bids(keywords, landscape, budget):
    rate = (keywords["orders"] + 2) / (keywords["clicks"] + 20)
    return {word: float(value) for word, value in zip(keywords["word"], rate * keywords["margin"])}


# %% wrong: the budget forgotten
# score: 0.5..4.7
# says: fresh draws `bids` earns g = 0.
def bids(keywords, landscape, budget):
    rate = (keywords["orders"] + 2) / (keywords["clicks"] + 20)
    value = dict(zip(keywords["word"], rate * keywords["margin"]))
    table = landscape.assign(
        left=landscape["word"].map(value) * landscape["clicks"] - landscape["cost"]
    )
    best = table.loc[table.groupby("word")["left"].idxmax()].set_index("word")
    return {word: float(best["bid"].get(word, 0.0)) for word in keywords["word"]}


# %% wrong: a word left out
# score: 0
# says: the bids must be a dictionary with all 12 words
def bids(keywords, landscape, budget):
    return {word: 0.5 for word in keywords["word"][:11]}


# %% wrong: below zero
# score: 0
# says: every bid must be a number of dollars from 0 to 20
def bids(keywords, landscape, budget):
    return {word: -0.5 for word in keywords["word"]}
