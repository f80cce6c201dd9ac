# What a learner repairs in the mistake museum and the other ungraded cells: each must then be right.

# cell: curve-answer
best_at_three = 40


# cell: museum-cost-plus
def price_of(product):
    return product["cost"] * product["elasticity"] / (product["elasticity"] - 1)


# cell: museum-discount
def was_it_worth_it(sale):
    return (1 + sale["lift"]) * (sale["margin"] - sale["cut"]) > sale["margin"]


# cell: museum-fake
def crossed_out(item):
    return min(item["prices_of_last_30_days"])
