# %% right: the prior as a number
# score: 4.7..5
def act(merchants):
    out = {}
    for row in merchants.itertuples():
        rate = (row.defects + 1.2) / (row.orders + 41.2)
        ahead = 126 if row.young else row.orders
        value = {
            "keep": ahead * (1.4 - rate * 28),
            "coach": ahead * (1.4 - 0.7 * rate * 28) - 20,
            "suspend": 0.0,
        }
        out[row.shop] = max(value, key=value.get)
    return out


# %% right: a pull of fifty orders
# score: 4.5..5
def act(merchants):
    m = merchants
    mean = m["defects"].sum() / m["orders"].sum()
    rate = (m["defects"] + 50 * mean) / (m["orders"] + 50)
    ahead = m["orders"].where(~m["young"], 126)
    keep, coach = ahead * (1.4 - 28 * rate), ahead * (1.4 - 19.6 * rate) - 20
    action = (
        pd.Series("keep", index=m.index)
        .mask(coach > keep, "coach")
        .mask((keep <= 0) & (coach <= 0), "suspend")
    )
    return {int(s): a for s, a in zip(m["shop"], action)}


# %% wrong: the untouched stub
# score: 0
# says: `act` still holds the line that raises NotImplementedError
def act(merchants):
    raise NotImplementedError


# %% wrong: out above 1%, as in the ticket
# score: 0
# says: `act` earns g = −1
def act(merchants):
    rate = merchants["defects"] / merchants["orders"]
    return {int(s): "suspend" if r > 0.01 else "keep" for s, r in zip(merchants["shop"], rate)}


# %% wrong: raw rates
# score: 0
# says: `act` earns g = 0.00
def act(merchants):
    x, n = merchants["defects"].to_numpy(), merchants["orders"].to_numpy()
    ahead = np.where(merchants["young"], 126, n)
    keep, coach = ahead * (1.4 - x / n * 28), ahead * (1.4 - 0.7 * x / n * 28) - 20
    best = np.where(
        np.maximum(keep, coach) <= 0, "suspend", np.where(coach > keep, "coach", "keep")
    )
    return {int(s): str(a) for s, a in zip(merchants["shop"], best)}


# %% wrong: everybody is coached
# score: 0
# says: On 60 fresh draws `act` earns g = −0
def act(merchants):
    return {int(s): "coach" for s in merchants["shop"]}


# %% wrong: young shops stay as small as they are
# score: 0..2
# says: On 60 fresh draws `act` earns g =
def act(merchants):
    x, n = merchants["defects"].to_numpy(), merchants["orders"].to_numpy()
    rate = (x + 1.2) / (n + 41.2)
    keep, coach = n * (1.4 - rate * 28), n * (1.4 - 0.7 * rate * 28) - 20
    best = np.where(
        np.maximum(keep, coach) <= 0, "suspend", np.where(coach > keep, "coach", "keep")
    )
    return {int(s): str(a) for s, a in zip(merchants["shop"], best)}


# %% wrong: nobody is coached
# score: 0
# says: fresh draws `act` earns g = −
def act(merchants):
    rate = (merchants["defects"] + 1.2) / (merchants["orders"] + 41.2)
    return {int(s): "suspend" if r > 0.05 else "keep" for s, r in zip(merchants["shop"], rate)}


# %% wrong: a word of its own
# score: 0
# says: a shop is kept, coached or suspended
def act(merchants):
    return {int(s): "warn" for s in merchants["shop"]}


# %% wrong: only the suspended
# score: 0
# says: the answer must be a dictionary with all shops
def act(merchants):
    return {int(s): "suspend" for s, x in zip(merchants["shop"], merchants["defects"]) if x > 5}
