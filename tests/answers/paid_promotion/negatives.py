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
# says: It looks as if orders ÷ clicks was taken as it is
def negatives(search_terms, target_acos):
    t = search_terms[search_terms["clicks"] > 0]
    acos = t["spend"] / t["clicks"] / (t["orders"] / t["clicks"] * t["basket"])
    return set(t.loc[acos > target_acos, "term"])


# %% wrong: no basket
# score: 0
# says: It looks as if the cost of an order was compared with the target
def negatives(search_terms, target_acos):
    t = search_terms[search_terms["clicks"] > 0]
    cost = t["spend"] / t["clicks"] / ((t["orders"] + 2) / (t["clicks"] + 20))
    return set(t.loc[cost > target_acos, "term"])


# %% wrong: a mean basket
# score: 0
# says: gave {'free bag', 'new word', 'spare strap'}; it should be {'free bag', 'spare strap'}
def negatives(search_terms, target_acos):
    t = search_terms[search_terms["clicks"] > 0]
    cost = t["spend"] / t["clicks"] / ((t["orders"] + 2) / (t["clicks"] + 20))
    return set(t.loc[cost / search_terms["basket"].mean() > target_acos, "term"])


# %% wrong: two orders of twenty further clicks
# score: 0
# says: it should be an empty set
# says: two orders of three clicks are believed as little as none of five
def negatives(search_terms, target_acos):
    t = search_terms[search_terms["clicks"] > 0]
    cost = t["spend"] / t["clicks"] / ((t["orders"] + 2) / (t["clicks"] + 22))
    return set(t.loc[cost / t["basket"] > target_acos, "term"])


# %% wrong: terms with few clicks left alone
# score: 0
# says: gave an empty set; it should be {'bag for a gift', 'bag repair'}
# says: two orders of three clicks are believed as little as none of five
def negatives(search_terms, target_acos):
    t = search_terms[search_terms["clicks"] >= 30]
    acos = t["spend"] / t["clicks"] / (t["orders"] / t["clicks"] * t["basket"])
    return set(t.loc[acos > target_acos, "term"])


# %% wrong: whatever never sold
# score: 0
# says: It looks as if every term without an order goes
def negatives(search_terms, target_acos):
    return set(search_terms.loc[search_terms["orders"] == 0, "term"])


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
# says: it should be {'bag for a gift', 'bag repair'}
def negatives(search_terms, target_acos):
    return {"spare strap", "free bag"}


# %% wrong: those at the target too
# score: 3..3.9
# says: only what is above the target goes
def negatives(search_terms, target_acos):
    t = search_terms[search_terms["clicks"] > 0]
    acos = t["spend"] / t["clicks"] / ((t["orders"] + 2) / (t["clicks"] + 20) * t["basket"])
    return set(t.loc[acos >= target_acos, "term"])


# %% wrong: a term without a click goes
# score: 3..3.9
# says: without a click there is no price of a click
def negatives(search_terms, target_acos):
    t = search_terms
    acos = t["spend"] / t["clicks"].clip(lower=1)
    acos = acos / ((t["orders"] + 2) / (t["clicks"] + 20) * t["basket"])
    return set(t.loc[(acos > target_acos) | (t["clicks"] == 0), "term"])
