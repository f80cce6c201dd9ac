# %% right: a finer search of the fee
# score: 4.8..5
def design(users, tests, costs):
    r = (tests["orders"] / tests["users"]).to_numpy()
    lift, more = r[1] / r[0] - 1, (r[2] - r[1]) / r[0] / 4
    orders, basket = users["orders"].to_numpy(), users["basket"].to_numpy()
    found = [(0.0, None)]
    for percent in (0, 2, 4):
        up, benefit = lift + percent * more, costs["shipping"] + percent / 100 * basket
        for fee in range(0, 241, 6):
            join = 1 / (1 + np.exp(0.5 - (orders * (1 + up / 2) * benefit - fee) / 12))
            gain = fee + orders * (
                (1 + up) * (costs["margin"] * basket - benefit) - costs["margin"] * basket
            )
            found.append(((join * gain).mean(), (fee, percent / 100)))
    return max(found, key=lambda each: each[0])[1]


# %% right: cash back all or nothing
# score: 4.5..5
def design(users, tests, costs):
    o = tests["orders"]
    best, terms = 0.0, None
    for percent, rise in ((0, o[1] / o[0]), (4, o[2] / o[0])):
        saved = costs["shipping"] + percent / 100 * users["basket"]
        for fee in range(0, 241, 20):
            join = 1 / (1 + np.exp(0.5 - (users["orders"] * (1 + rise) / 2 * saved - fee) / 12))
            margin = costs["margin"] * users["basket"]
            value = (join * (fee + users["orders"] * (rise * (margin - saved) - margin))).mean()
            if value > best:
                best, terms = float(value), (fee, percent / 100)
    return terms


# %% wrong: the untouched stub
# score: 0
# says: `design` still holds the line that raises NotImplementedError
def design(users, tests, costs):
    raise NotImplementedError


# %% wrong: free for all
# score: 0
# says: earns g = −
def design(users, tests, costs):
    return 0, 0.0


# %% wrong: ninety dollars, as everybody has
# score: 0..0.6
# says: fresh draws `design` earns g =
def design(users, tests, costs):
    return 90, 0.0


# %% wrong: what the average user saves
# score: 0..1.5
# says: On 60 fresh draws `design` earns g =
def design(users, tests, costs):
    return min(240.0, float(users["orders"].mean() * costs["shipping"])), 0.0


# %% wrong: the dearest terms for all
# score: 1.8..4
# says: earns g = 0
def design(users, tests, costs):
    return 240, 0.04


# %% wrong: everybody joins, in this sum
# score: 0..3
# says: `design` earns g =
def design(users, tests, costs):
    o = tests["orders"]
    margin = costs["margin"] * users["basket"]
    gain = (users["orders"] * (o[1] / o[0] * (margin - costs["shipping"]) - margin)).mean()
    return (0, 0.0) if gain > 0 else (240, 0.0)


# %% wrong: percent for a share
# score: 0
# says: the cash back 0 to 0.04
def design(users, tests, costs):
    return 120, 4


# %% wrong: only a fee
# score: 0
# says: the terms must be two numbers
def design(users, tests, costs):
    return 120
