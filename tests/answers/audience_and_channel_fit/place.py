# %% right: channel by channel
def place(channels):
    places = {}
    for row in channels.itertuples():
        keep = 1 - row.fee - row.ads
        unit_cost = 14 + row.fulfilment + 10 * row.return_rate
        price = unit_cost / keep * row.elasticity / (row.elasticity - 1)
        profit = (
            row.demand * (price / 34) ** -row.elasticity * (price * keep - unit_cost) - row.fixed
        )
        places[row.channel] = price if profit > 0 else None
    return places


# %% right: a grid of prices
def place(channels):
    places = {}
    grid = np.arange(20, 121, 1.0)
    for row in channels.itertuples():
        profit = (
            row.demand
            * (grid / 34) ** -row.elasticity
            * (grid * (1 - row.fee - row.ads) - 14 - row.fulfilment - 10 * row.return_rate)
            - row.fixed
        )
        places[row.channel] = float(grid[profit.argmax()]) if profit.max() > 0 else None
    return places


# %% wrong: the untouched stub
# score: 0
# says: `place` still holds the line that raises NotImplementedError
def place(channels):
    raise NotImplementedError


# %% wrong: the biggest channel
# score: 0
# says: earns g = 0.0
def place(channels):
    biggest = channels["demand"].idxmax()
    return {channels.loc[biggest, "channel"]: 34.0}


# %% wrong: everywhere, at one price
# score: 0..0.6
# says: On 20 fresh draws `place` earns g
def place(channels):
    return {name: 34.0 for name in channels["channel"]}


# %% wrong: the right channels at the old price
# score: 2.8..4.6
# says: earns g = 0.
def place(channels):
    c = channels
    profit = (
        c["demand"]
        * (34 * (1 - c["fee"] - c["ads"]) - 14 - c["fulfilment"] - 10 * c["return_rate"])
        - c["fixed"]
    )
    return {name: 34.0 for name, left in zip(c["channel"], profit) if left > 0}


# %% wrong: the cost without what the channel keeps
# score: 3..5
# says: fresh draws `place` earns g = 0
def place(channels):
    c = channels.set_index("channel")
    unit_cost = 14 + c["fulfilment"] + 10 * c["return_rate"]
    price = unit_cost * c["elasticity"] / (c["elasticity"] - 1)
    profit = (
        c["demand"]
        * (price / 34) ** -c["elasticity"]
        * (price * (1 - c["fee"] - c["ads"]) - unit_cost)
        - c["fixed"]
    )
    return {name: float(price[name]) if profit[name] > 0 else None for name in c.index}


# %% wrong: a channel of one's own
# score: 0
# says: is no channel
def place(channels):
    return {"flea market": 34.0}


# %% wrong: for nothing
# score: 0
# says: must be None or a number from 1 to 500
def place(channels):
    return {name: 0.0 for name in channels["channel"]}


# %% wrong: a list of names
# score: 0
# says: the places must be a dictionary
def place(channels):
    return channels["channel"].tolist()
