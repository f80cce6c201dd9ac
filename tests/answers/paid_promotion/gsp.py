# %% right: arrays
def gsp(bids, quality, places, reserve):
    score = np.array(bids) * np.array(quality)
    order = [int(each) for each in np.argsort(-score, kind="stable") if score[each] >= reserve]
    steps = [score[each] for each in order[1:]] + [reserve]
    rows = [
        (bidder, place, step / quality[bidder])
        for place, (bidder, step) in enumerate(zip(order, steps), start=1)
    ]
    return pd.DataFrame(rows[:places], columns=["bidder", "place", "price"])


# %% right: place by place
def gsp(bids, quality, places, reserve):
    left = {
        bidder: bid * quality[bidder]
        for bidder, bid in enumerate(bids)
        if bid * quality[bidder] >= reserve
    }
    table = {"bidder": [], "place": [], "price": []}
    for place in range(places):
        if left:
            winner = max(left, key=left.get)
            del left[winner]
            table["bidder"].append(winner)
            table["place"].append(place + 1)
            table["price"].append(max([reserve, *left.values()]) / quality[winner])
    return pd.DataFrame(table)


# %% wrong: the untouched stub
# score: 0
# says: `gsp` still holds the line that raises NotImplementedError
def gsp(bids, quality, places, reserve):
    raise NotImplementedError


# %% wrong: not divided by the own quality
# score: 0
# says: It looks as if the price was not divided by your own quality
def gsp(bids, quality, places, reserve):
    score = [b * q for b, q in zip(bids, quality)]
    ranked = sorted([i for i in range(len(bids)) if score[i] >= reserve], key=lambda i: -score[i])
    rows = [
        (i, place, score[ranked[place]] if place < len(ranked) else reserve)
        for place, i in enumerate(ranked[:places], start=1)
    ]
    return pd.DataFrame(rows, columns=["bidder", "place", "price"])


# %% wrong: one's own bid
# score: 0
# says: That is what was bid
def gsp(bids, quality, places, reserve):
    score = [b * q for b, q in zip(bids, quality)]
    ranked = sorted([i for i in range(len(bids)) if score[i] >= reserve], key=lambda i: -score[i])
    return pd.DataFrame(
        [(i, place, bids[i]) for place, i in enumerate(ranked[:places], start=1)],
        columns=["bidder", "place", "price"],
    )


# %% wrong: ranked by bid
# score: 0
# says: It looks as if the ranking went by the bid alone
def gsp(bids, quality, places, reserve):
    ranked = sorted([i for i in range(len(bids)) if bids[i] >= reserve], key=lambda i: -bids[i])
    rows = [
        (i, place, (bids[ranked[place]] if place < len(ranked) else reserve) / quality[i])
        for place, i in enumerate(ranked[:places], start=1)
    ]
    return pd.DataFrame(rows, columns=["bidder", "place", "price"])


# %% wrong: whoever gets no place sets no price
# score: 0
# says: It looks as if the last one placed pays the reserve, although another score follows
def gsp(bids, quality, places, reserve):
    score = [b * q for b, q in zip(bids, quality)]
    ranked = sorted([i for i in range(len(bids)) if score[i] >= reserve], key=lambda i: -score[i])[
        :places
    ]
    rows = [
        (i, place, (score[ranked[place]] if place < len(ranked) else reserve) / quality[i])
        for place, i in enumerate(ranked, start=1)
    ]
    return pd.DataFrame(rows, columns=["bidder", "place", "price"])


# %% wrong: the next bid
# score: 0
# says: It looks as if the next bid was taken for the price
def gsp(bids, quality, places, reserve):
    score = [b * q for b, q in zip(bids, quality)]
    ranked = sorted([i for i in range(len(bids)) if score[i] >= reserve], key=lambda i: -score[i])
    rows = [
        (i, place, bids[ranked[place]] if place < len(ranked) else reserve)
        for place, i in enumerate(ranked[:places], start=1)
    ]
    return pd.DataFrame(rows[:places], columns=["bidder", "place", "price"])


# %% wrong: whoever is below the reserve sets a price
# score: 0
# says: It looks as if someone below the reserve sets a price
def gsp(bids, quality, places, reserve):
    score = [b * q for b, q in zip(bids, quality)]
    ranked = sorted(range(len(bids)), key=lambda i: -score[i])
    rows = [
        (i, place, (score[ranked[place]] if place < len(ranked) else reserve) / quality[i])
        for place, i in enumerate(ranked[:places], start=1)
        if score[i] >= reserve
    ]
    return pd.DataFrame(rows, columns=["bidder", "place", "price"])


# %% wrong: the reserve decides by the bid
# score: 0
# says: on a case that you have not seen
def gsp(bids, quality, places, reserve):
    score = [b * q for b, q in zip(bids, quality)]
    ranked = sorted([i for i in range(len(bids)) if bids[i] >= reserve], key=lambda i: -score[i])
    rows = [
        (i, place, (score[ranked[place]] if place < len(ranked) else reserve) / quality[i])
        for place, i in enumerate(ranked[:places], start=1)
    ]
    return pd.DataFrame(rows, columns=["bidder", "place", "price"])


# %% wrong: of equal scores the later one first
# score: 2.4..3.9
# says: of equal scores the one earlier in the list stands first
def gsp(bids, quality, places, reserve):
    score = [b * q for b, q in zip(bids, quality)]
    ranked = sorted([i for i in range(len(bids)) if score[i] >= reserve], key=lambda i: score[i])
    ranked = ranked[::-1]
    rows = [
        (i, place, (score[ranked[place]] if place < len(ranked) else reserve) / quality[i])
        for place, i in enumerate(ranked[:places], start=1)
    ]
    return pd.DataFrame(rows, columns=["bidder", "place", "price"])


# %% wrong: a score equal to the reserve left out
# score: 2.4..3.9
# says: `gsp(a score equal to the reserve)` has 1 row; asked were 2
def gsp(bids, quality, places, reserve):
    score = [b * q for b, q in zip(bids, quality)]
    ranked = sorted([i for i in range(len(bids)) if score[i] > reserve], key=lambda i: -score[i])
    rows = [
        (i, place, (score[ranked[place]] if place < len(ranked) else reserve) / quality[i])
        for place, i in enumerate(ranked[:places], start=1)
    ]
    return pd.DataFrame(rows, columns=["bidder", "place", "price"])


# %% wrong: a list
# score: 0
# says: not a DataFrame
def gsp(bids, quality, places, reserve):
    return [8.0, 3.0, 5 / 3]
