# What a learner repairs in the mistake museum and the other ungraded cells: each must then be right.

# cell: groups-answer
best_groups = (3, 2)


# cell: museum-fee
def choose_channel(channels):
    best = (channels["units"] * channels["unit"] - channels["fixed"]).idxmax()
    return channels.loc[best, "channel"]


# cell: museum-distance
def nearest(person, others, spread):
    def distance(other):
        return (
            sum(((person[feature] - other[feature]) / spread[feature]) ** 2 for feature in person)
            ** 0.5
        )

    return min(others, key=lambda name: distance(others[name]))


# cell: museum-equal
def prices(shoppers):
    return [shopper["cart"] for shopper in shoppers]
