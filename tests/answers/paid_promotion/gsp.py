# %% right: arrays
def gsp(bids, quality, alphas, reserve):
    score = np.array(bids) * np.array(quality)
    order = [int(place) for place in np.argsort(-score) if score[place] >= reserve]
    steps = [score[place] for place in order[1:]] + [reserve]
    rows = [
        (place, slot, max(step, reserve) / quality[place])
        for slot, (place, step) in enumerate(zip(order, steps), start=1)
    ]
    return pd.DataFrame(rows[: len(alphas)], columns=["bidder", "slot", "price"])


# %% right: slot by slot
def gsp(bids, quality, alphas, reserve):
    left = {
        bidder: bid * quality[bidder]
        for bidder, bid in enumerate(bids)
        if bid * quality[bidder] >= reserve
    }
    table = {"bidder": [], "slot": [], "price": []}
    for slot in range(len(alphas)):
        if left:
            winner = max(left, key=left.get)
            del left[winner]
            table["bidder"].append(winner)
            table["slot"].append(slot + 1)
            table["price"].append(max([reserve, *left.values()]) / quality[winner])
    return pd.DataFrame(table)


# %% wrong: the untouched stub
# score: 0
# says: `gsp` still holds the line that raises NotImplementedError
def gsp(bids, quality, alphas, reserve):
    raise NotImplementedError


# %% wrong: not divided by the own quality
# score: 0
# says: It looks as if the price was not divided by your own quality
def gsp(bids, quality, alphas, reserve):
    score = [b * q for b, q in zip(bids, quality)]
    ranked = sorted([i for i in range(len(bids)) if score[i] >= reserve], key=lambda i: -score[i])
    rows = [
        (i, slot + 1, max(score[ranked[slot + 1]] if slot + 1 < len(ranked) else reserve, reserve))
        for slot, i in enumerate(ranked[: len(alphas)])
    ]
    return pd.DataFrame(rows, columns=["bidder", "slot", "price"])


# %% wrong: one's own bid
# score: 0
# says: That is what you bid
def gsp(bids, quality, alphas, reserve):
    score = [b * q for b, q in zip(bids, quality)]
    ranked = sorted([i for i in range(len(bids)) if score[i] >= reserve], key=lambda i: -score[i])
    return pd.DataFrame(
        [(i, slot + 1, bids[i]) for slot, i in enumerate(ranked[: len(alphas)])],
        columns=["bidder", "slot", "price"],
    )


# %% wrong: ranked by bid
# score: 0
# says: It looks as if the ranking went by the bid alone
def gsp(bids, quality, alphas, reserve):
    ranked = sorted([i for i in range(len(bids)) if bids[i] >= reserve], key=lambda i: -bids[i])
    rows = [
        (
            i,
            slot + 1,
            max(bids[ranked[slot + 1]] if slot + 1 < len(ranked) else reserve, reserve)
            / quality[i],
        )
        for slot, i in enumerate(ranked[: len(alphas)])
    ]
    return pd.DataFrame(rows, columns=["bidder", "slot", "price"])


# %% wrong: who gets no slot sets no price
# score: 0
# says: on a case that you have not seen
def gsp(bids, quality, alphas, reserve):
    score = [b * q for b, q in zip(bids, quality)]
    ranked = sorted([i for i in range(len(bids)) if score[i] >= reserve], key=lambda i: -score[i])[
        : len(alphas)
    ]
    rows = [
        (
            i,
            slot + 1,
            max(score[ranked[slot + 1]] if slot + 1 < len(ranked) else reserve, reserve)
            / quality[i],
        )
        for slot, i in enumerate(ranked)
    ]
    return pd.DataFrame(rows, columns=["bidder", "slot", "price"])


# %% wrong: no reserve
# score: 0
# says: has 4 rows; asked were 2
def gsp(bids, quality, alphas, reserve):
    score = [b * q for b, q in zip(bids, quality)]
    ranked = sorted(range(len(bids)), key=lambda i: -score[i])
    rows = [
        (i, slot + 1, (score[ranked[slot + 1]] if slot + 1 < len(ranked) else 0.5) / quality[i])
        for slot, i in enumerate(ranked)
    ]
    return pd.DataFrame(
        rows if len(rows) == 4 else rows + rows[:1], columns=["bidder", "slot", "price"]
    )


# %% wrong: a list
# score: 0
# says: not a DataFrame
def gsp(bids, quality, alphas, reserve):
    return [8.0, 3.0, 5 / 3, 0.5]
