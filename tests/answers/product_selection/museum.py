# What a learner repairs in the mistake museum and the other ungraded cells: each must then be right.

# cell: map-answer
worst_pick = "shoe rack"


# cell: museum-volume
def better_launch(products):
    best = (products["searches"] / (1 + products["offers"]) * products["margin"]).idxmax()
    return products.loc[best, "product"]


# cell: museum-returns
def dress_contribution(dress):
    return (1 - dress["return_rate"]) * (dress["price"] - dress["cost"]) - dress["parcel"]


# cell: museum-december
def is_growing(year):
    return year["december"] / year["factor december"] > year["november"] / year["factor november"]
