# %% right: the expert's way
def fix_two(funnel, peers, cost):
    table = funnel.merge(peers, on="id").merge(cost, on="id")
    rate = table["passed"] / table["users"]
    orders = table.groupby("segment")["passed"].transform("last")
    trust = table["shops"] / (table["shops"] + 12)
    peer = trust * table["peer_rate"] + (1 - trust) * table["usual_rate"]
    score = 13 * 0.4 * (peer / rate - 1).clip(lower=0) * orders * table["margin"] - table["cost"]
    best = table.assign(score=score).sort_values("score", ascending=False).head(2)
    return best.loc[best["score"] > 0, "id"].tolist()


# %% right: dollars for each dollar, small panels half believed
# score: 4.6..5
def fix_two(funnel, peers, cost):
    table = funnel.merge(peers, on="id").merge(cost, on="id")
    rate = table["passed"] / table["users"]
    orders = table.groupby("segment")["passed"].transform("last")
    peer = table["peer_rate"].where(
        table["shops"] > 20, (table["peer_rate"] + table["usual_rate"]) / 2
    )
    gain = 13 * 0.4 * (peer / rate - 1).clip(lower=0) * orders * table["margin"]
    ranked = table.assign(score=gain - table["cost"]).sort_values("score", ascending=False)
    return ranked[ranked["score"] > 0]["id"].tolist()[:2]


# %% wrong: the untouched stub
# score: 0
# says: `fix_two` still holds the line that raises NotImplementedError
def fix_two(funnel, peers, cost):
    raise NotImplementedError


# %% wrong: the lowest rates
# score: 0
# says: earns g = 0.0
def fix_two(funnel, peers, cost):
    rate = funnel["passed"] / funnel["users"]
    return funnel.assign(rate=rate).sort_values("rate", kind="stable")["id"].tolist()[:2]


# %% wrong: the largest gaps
# score: 0..2.2
# says: fresh draws `fix_two` earns g = 0.0
def fix_two(funnel, peers, cost):
    table = funnel.merge(peers, on="id")
    gap = table["peer_rate"] - table["passed"] / table["users"]
    return table.assign(gap=gap).sort_values("gap", ascending=False)["id"].tolist()[:2]


# %% wrong: the gap in dollars, the repair for nothing
# score: 2.8..4.6
# says: fresh draws `fix_two` earns g = 0.6
def fix_two(funnel, peers, cost):
    table = funnel.merge(peers, on="id").merge(cost, on="id")
    rate = table["passed"] / table["users"]
    orders = table.groupby("segment")["passed"].transform("last")
    score = (table["peer_rate"] / rate - 1).clip(lower=0) * orders * table["margin"]
    return table.assign(score=score).sort_values("score", ascending=False)["id"].tolist()[:2]


# %% wrong: the most orders
# score: 0..1
# says: fresh draws `fix_two` earns g = −0
def fix_two(funnel, peers, cost):
    orders = funnel.groupby("segment")["passed"].transform("last")
    return (
        funnel.assign(orders=orders)
        .sort_values("orders", ascending=False, kind="stable")["id"]
        .tolist()[:2]
    )


# %% wrong: three repairs
# score: 0
# says: 3 repairs were chosen, and there is money for 2
def fix_two(funnel, peers, cost):
    return funnel["id"].tolist()[:3]


# %% wrong: one repair twice
# score: 0
# says: a step stands in the list more than once
def fix_two(funnel, peers, cost):
    return ["phone/cart", "phone/cart"]


# %% wrong: names of steps
# score: 0
# says: 'checkout' is no step of this funnel
def fix_two(funnel, peers, cost):
    return ["checkout", "cart"]


# %% wrong: a column instead of a list
# score: 0
# says: the choice must be a list of ids
def fix_two(funnel, peers, cost):
    return funnel["id"].head(2)
