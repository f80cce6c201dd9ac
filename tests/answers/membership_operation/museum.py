# What a learner repairs in the mistake museum and the other ungraded cells: each must then be right.

# cell: threshold-answer
best_fee = 120


# cell: museum-gap
def programme_brought(facts):
    return (facts["members_after"] - facts["members_before"]) - (
        facts["likes_after"] - facts["likes_before"]
    )


# cell: museum-free
def free_shipping_leaves(users):
    extra = users["orders_each"] - users["orders_each_before"]
    return users["joined"] * (
        extra * users["margin_an_order"] - users["orders_each"] * users["shipping"]
    )


# cell: museum-points
def cost_of_double_points(offer):
    return offer["points"] * offer["cent_each"] / 100 * offer["used_share"]
