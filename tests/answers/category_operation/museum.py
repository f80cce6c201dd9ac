# What a learner repairs in the mistake museum and the other ungraded cells: each must then be right.

# cell: shelf-answer
my_shelf = [
    "steel kettle",
    "glass teapot",
    "double-wall cup",
    "bamboo tray",
    "milk frother",
    "coffee press",
    "coffee scale",
]


# cell: museum-volume
def best_product(products):
    return max(products, key=lambda name: products[name]["buyers"] * products[name]["margin"])


# cell: museum-lift
def pair_for_the_page(pairs):
    return max(
        (name for name in pairs if pairs[name]["baskets"] >= 30),
        key=lambda name: pairs[name]["lift"],
    )


# cell: museum-newcomer
def worth_launching(facts):
    return facts["new_units"] * facts["new_margin"] > facts["lost_units"] * facts["sibling_margin"]
