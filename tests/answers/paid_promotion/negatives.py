# %% right: term by term
def negatives(search_terms, target_acos):
    found = set()
    for row in search_terms.itertuples():
        if row.clicks > 0:
            expected_orders = row.clicks * (row.orders + 2) / (row.clicks + 20)
            if row.spend / (expected_orders * row.basket) > target_acos:
                found.add(row.term)
    return found


# %% right: the highest CPC that is allowed
def negatives(search_terms, target_acos):
    t = search_terms.query("clicks > 0")
    allowed = target_acos * t["basket"] * (t["orders"] + 2) / (t["clicks"] + 20)
    return set(t["term"][t["spend"] / t["clicks"] > allowed])


# %% wrong: the untouched stub
# score: 0
# says: `negatives` still holds the line that raises NotImplementedError
def negatives(search_terms, target_acos):
    raise NotImplementedError


# %% wrong: the rate as it is
# score: 0
# says: gave {'free bag', 'new word', 'spare strap'}; it should be {'free bag', 'spare strap'}
def negatives(search_terms, target_acos):
    t = search_terms[search_terms["clicks"] > 0]
    acos = t["spend"] / t["clicks"] / (t["orders"] / t["clicks"] * t["basket"])
    return set(t.loc[acos > target_acos, "term"])


# %% wrong: no basket
# score: 0
# says: gave {'backpack', 'free bag', 'new word', 'spare strap'}; it should be {'free bag', 'spar
def negatives(search_terms, target_acos):
    t = search_terms[search_terms["clicks"] > 0]
    cost = t["spend"] / t["clicks"] / ((t["orders"] + 2) / (t["clicks"] + 20))
    return set(t.loc[cost > target_acos, "term"])


# %% wrong: those that are good
# score: 0
# says: two clicks condemn nobody
def negatives(search_terms, target_acos):
    t = search_terms[search_terms["clicks"] > 0]
    acos = t["spend"] / t["clicks"] / ((t["orders"] + 2) / (t["clicks"] + 20) * t["basket"])
    return set(t.loc[acos <= target_acos, "term"])


# %% wrong: a list
# score: 0
# says: which is a list
def negatives(search_terms, target_acos):
    return ["spare strap", "free bag"]


# %% wrong: the public answer typed in
# score: 0
# says: on a case that you have not seen
def negatives(search_terms, target_acos):
    return {"spare strap", "free bag"}


# %% wrong: those at the target too
# score: 3..3.9
# says: only what is above the target goes
def negatives(search_terms, target_acos):
    t = search_terms[search_terms["clicks"] > 0]
    acos = t["spend"] / t["clicks"] / ((t["orders"] + 2) / (t["clicks"] + 20) * t["basket"])
    return set(t.loc[acos >= target_acos, "term"])
