# %% right: a table of counts
def bm25(docs, query, k1=1.2, b=0.75):
    N = len(docs)
    L = np.array([len(d) for d in docs], dtype=float)
    M = L.mean()
    C = np.array([[d.count(w) for w in query] for d in docs], dtype=float)
    n = (C > 0).sum(axis=0)
    idf = np.log(1 + (N - n + 0.5) / (n + 0.5))
    return (idf * C * (k1 + 1) / (C + k1 * (1 - b + b * L[:, None] / M))).sum(axis=1)


# %% right: plain Python loops
import math


def bm25(docs, query, k1=1.2, b=0.75):
    mean = sum(len(doc) for doc in docs) / len(docs)
    result = []
    for doc in docs:
        score = 0.0
        for word in query:
            c = doc.count(word)
            if c == 0:
                continue
            n = sum(1 for other in docs if word in other)
            score += (
                math.log(1 + (len(docs) - n + 0.5) / (n + 0.5))
                * c
                * (k1 + 1)
                / (c + k1 * (1 - b + b * len(doc) / mean))
            )
        result.append(score)
    return np.array(result)


# %% wrong: the untouched stub
# score: 0
# says: `bm25` still holds the line that raises NotImplementedError
def bm25(docs, query, k1=1.2, b=0.75):
    # Your code here; then remove the next line.
    raise NotImplementedError


# %% wrong: the public answer typed in
# score: 0
# says: gave 4 values; asked were 3
def bm25(docs, query, k1=1.2, b=0.75):
    if query == ["sofa"]:
        return np.zeros(4)
    if query == ["mouse"]:
        return (
            np.array([0, 0, 1.31126, 0])
            if docs[0][0] == "wireless"
            else np.array([0, 1.31126, 0, 0])
        )
    return np.array([1.28145, 0.754913, 0.754913, 0.0])


# %% wrong: a dictionary, not an array
# score: 0
# says: which is a dictionary, not a NumPy array
def bm25(docs, query, k1=1.2, b=0.75):
    return dict.fromkeys(range(len(docs)), 0.0)


# %% wrong: the length of the title left out
# score: 0
# says: gave [1.38629, 0.693147, 0.693147, 0]; it should be [1.2814, 0.7549, 0.7549, 0]. Long and short titles seem to count alike
def bm25(docs, query, k1=1.2, b=0.75):
    scores = np.zeros(len(docs))
    for word in query:
        c = np.array([doc.count(word) for doc in docs])
        n = (c > 0).sum()
        scores += np.log(1 + (len(docs) - n + 0.5) / (n + 0.5)) * c * (k1 + 1) / (c + k1)
    return scores


# %% wrong: the factor k1 + 1 left out
# score: 0
# says: gave [0.582477, 0.343142, 0.343142, 0]; it should be [1.2814, 0.7549, 0.7549, 0]. It is smaller by the factor k1 + 1
def bm25(docs, query, k1=1.2, b=0.75):
    lengths = np.array([len(doc) for doc in docs])
    scores = np.zeros(len(docs))
    for word in query:
        c = np.array([doc.count(word) for doc in docs])
        n = (c > 0).sum()
        scores += (
            np.log(1 + (len(docs) - n + 0.5) / (n + 0.5))
            * c
            / (c + k1 * (1 - b + b * lengths / lengths.mean()))
        )
    return scores


# %% wrong: the textbook's idf, ln(N / n)
# score: 0
# says: The rarity weight looks like ln(N / n)
def bm25(docs, query, k1=1.2, b=0.75):
    lengths = np.array([len(doc) for doc in docs])
    scores = np.zeros(len(docs))
    for word in query:
        c = np.array([doc.count(word) for doc in docs])
        n = (c > 0).sum()
        if n:
            scores += (
                np.log(len(docs) / n)
                * c
                * (k1 + 1)
                / (c + k1 * (1 - b + b * lengths / lengths.mean()))
            )
    return scores


# %% wrong: a repeated word counts in full
# score: 0
# says: It looks as if a word that stands twice counted exactly twice
def bm25(docs, query, k1=1.2, b=0.75):
    lengths = np.array([len(doc) for doc in docs])
    scores = np.zeros(len(docs))
    for word in query:
        c = np.array([doc.count(word) for doc in docs])
        n = (c > 0).sum()
        scores += (
            np.log(1 + (len(docs) - n + 0.5) / (n + 0.5))
            * c
            * (k1 + 1)
            / (1 + k1 * (1 - b + b * lengths / lengths.mean()))
        )
    return scores


# %% wrong: a word asked twice is added once
# score: 3.6
# says: gave [0, 0, 1.31126, 1.11292]
# says: A word that stands twice in the query counts twice
def bm25(docs, query, k1=1.2, b=0.75):
    lengths = np.array([len(doc) for doc in docs])
    scores = np.zeros(len(docs))
    for word in sorted(set(query)):
        c = np.array([doc.count(word) for doc in docs])
        n = (c > 0).sum()
        scores += (
            np.log(1 + (len(docs) - n + 0.5) / (n + 0.5))
            * c
            * (k1 + 1)
            / (c + k1 * (1 - b + b * lengths / lengths.mean()))
        )
    return scores


# %% wrong: k1 and b typed in
# score: 3.2
# says: `bm25(docs, query, k1=1.2, b=0)` gave
def bm25(docs, query, k1=1.2, b=0.75):
    lengths = np.array([len(doc) for doc in docs])
    scores = np.zeros(len(docs))
    for word in query:
        c = np.array([doc.count(word) for doc in docs])
        n = (c > 0).sum()
        scores += (
            np.log(1 + (len(docs) - n + 0.5) / (n + 0.5))
            * c
            * 2.2
            / (c + 1.2 * (0.25 + 0.75 * lengths / lengths.mean()))
        )
    return scores


# %% wrong: the idf of the encyclopedias, without 1 +
# score: 0
# says: without the 1 +. It turns negative
def bm25(docs, query, k1=1.2, b=0.75):
    lengths = np.array([len(doc) for doc in docs])
    scores = np.zeros(len(docs))
    for word in query:
        c = np.array([doc.count(word) for doc in docs])
        n = (c > 0).sum()
        if n:
            idf = np.log((len(docs) - n + 0.5) / (n + 0.5))
            scores += idf * c * (k1 + 1) / (c + k1 * (1 - b + b * lengths / lengths.mean()))
    return scores


# %% wrong: the logarithm to the base of ten
# score: 0
# says: looks like log10
def bm25(docs, query, k1=1.2, b=0.75):
    lengths = np.array([len(doc) for doc in docs])
    scores = np.zeros(len(docs))
    for word in query:
        c = np.array([doc.count(word) for doc in docs])
        n = (c > 0).sum()
        if n:
            idf = np.log10(1 + (len(docs) - n + 0.5) / (n + 0.5))
            scores += idf * c * (k1 + 1) / (c + k1 * (1 - b + b * lengths / lengths.mean()))
    return scores


# %% wrong: length and mean length changed places
# score: 0
# says: It looks as if M / L was taken
def bm25(docs, query, k1=1.2, b=0.75):
    lengths = np.array([len(doc) for doc in docs])
    scores = np.zeros(len(docs))
    for word in query:
        c = np.array([doc.count(word) for doc in docs])
        n = (c > 0).sum()
        if n:
            idf = np.log(1 + (len(docs) - n + 0.5) / (n + 0.5))
            scores += (
                idf
                * c
                * (k1 + 1)
                / (c + k1 * (1 - b + b * lengths.mean() / np.maximum(lengths, 1)))
            )
    return scores


# %% wrong: the median length
# score: 0
# says: It looks as if M was the median length
def bm25(docs, query, k1=1.2, b=0.75):
    lengths = np.array([len(doc) for doc in docs])
    scores = np.zeros(len(docs))
    for word in query:
        c = np.array([doc.count(word) for doc in docs])
        n = (c > 0).sum()
        if n:
            idf = np.log(1 + (len(docs) - n + 0.5) / (n + 0.5))
            scores += idf * c * (k1 + 1) / (c + k1 * (1 - b + b * lengths / np.median(lengths)))
    return scores
