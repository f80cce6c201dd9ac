# %% right: a loop with a running total
def coverage(title, queries):
    have = set(word.lower() for word in title)
    covered, total = 0, 0
    for text, volume in zip(queries["text"], queries["weekly_volume"]):
        total += volume
        if all(word in have for word in text.lower().split()):
            covered += volume
    return covered / total if total > 0 else 0.0


# %% right: pandas apply and a weighted mean
def coverage(title, queries):
    words = [word.lower() for word in title]
    if queries["weekly_volume"].sum() == 0:
        return 0
    hit = queries["text"].str.lower().str.split().apply(lambda asked: set(asked).issubset(words))
    return float(np.average(hit, weights=queries["weekly_volume"]))


# %% wrong: the untouched stub
# score: 0
# says: `coverage` still holds the line that raises NotImplementedError
def coverage(title, queries):
    have = {word.lower() for word in title}
    # Your code here; then remove the next line.
    raise NotImplementedError


# %% wrong: the public answer typed in
# score: 0
# says: gave 0.7; it should be 0
def coverage(title, queries):
    return 0.7


# %% wrong: the public answers looked up by the number of rows
# score: 0
# says: gave 0.5; it should be 0
def coverage(title, queries):
    if len(queries) == 2:
        return 0.5
    return 1.0 if "glass" in title and len(queries) == 3 else 0.7


# %% wrong: every query counts the same
# score: 0
# says: gave 0.666667; it should be 0.7. It looks as if every query counted the same
def coverage(title, queries):
    have = {word.lower() for word in title}
    hit = [set(text.lower().split()) <= have for text in queries["text"]]
    return sum(hit) / len(hit) if hit else 0.0


# %% wrong: one shared word is enough
# score: 0
# says: gave 1; it should be 0.7. It looks as if one shared word was enough
def coverage(title, queries):
    have = {word.lower() for word in title}
    hit = [bool(set(text.lower().split()) & have) for text in queries["text"]]
    total = queries["weekly_volume"].sum()
    return float(queries["weekly_volume"][hit].sum() / total) if total else 0.0


# %% wrong: a percentage
# score: 0
# says: gave 70; it should be 0.7. That is a percentage
def coverage(title, queries):
    have = {word.lower() for word in title}
    hit = [set(text.lower().split()) <= have for text in queries["text"]]
    total = queries["weekly_volume"].sum()
    return 100 * float(queries["weekly_volume"][hit].sum() / total) if total else 0.0


# %% wrong: number of searches, not their share
# score: 0
# says: gave 700; it should be 0.7. That is a number of searches
def coverage(title, queries):
    have = {word.lower() for word in title}
    hit = [set(text.lower().split()) <= have for text in queries["text"]]
    return int(queries["weekly_volume"][hit].sum())


# %% wrong: looks for text inside text
# score: 0
# says: gave 1; it should be 0
def coverage(title, queries):
    typed = " ".join(title).lower()
    hit = [all(word in typed for word in text.lower().split()) for text in queries["text"]]
    total = queries["weekly_volume"].sum()
    return float(queries["weekly_volume"][hit].sum() / total) if total else 0.0


# %% wrong: capital letters matter
# score: 0
# says: gave 0; it should be 0.7. Is 'Steel' the same as 'steel'
def coverage(title, queries):
    hit = [set(text.split()) <= set(title) for text in queries["text"]]
    total = queries["weekly_volume"].sum()
    return float(queries["weekly_volume"][hit].sum() / total) if total else 0.0


# %% wrong: divides by zero where nobody asks
# score: 2.7
# says: gave NaN
def coverage(title, queries):
    have = {word.lower() for word in title}
    hit = [set(text.lower().split()) <= have for text in queries["text"]]
    return float(queries["weekly_volume"][hit].sum() / queries["weekly_volume"].sum())


# %% wrong: prints instead of returning
# score: 0
# says: gave None. Is there a `return` in every branch?
def coverage(title, queries):
    print(0.7)


# %% wrong: takes one argument
# score: 0
# says: should take 2 arguments; yours is `coverage(title)`
def coverage(title):
    return 0.7


# %% wrong: never ends
# score: 0
# says: had not finished after 2 seconds of computing
def coverage(title, queries):
    while True:
        pass


# %% wrong: an object that equals everything
# score: 0
# says: gave an object of type Always
class Always(float):
    def __eq__(self, other):
        return True

    __hash__ = float.__hash__


def coverage(title, queries):
    return Always(0.7)


# %% wrong: a column name that is not there
# score: 0
# says: stopped with KeyError: 'volume' at your line `return queries["volume"].mean()`
def coverage(title, queries):
    return queries["volume"].mean()


# %% wrong: a dictionary, in which a query that stands twice is lost
# score: 0
# says: It looks as if a query that stands in two rows counted once
def coverage(title, queries):
    have = {word.lower() for word in title}
    volumes = dict(zip(queries["text"].str.lower(), queries["weekly_volume"]))
    total = sum(volumes.values())
    found = sum(volume for text, volume in volumes.items() if set(text.split()) <= have)
    return float(found / total) if total else 0.0
