# What a learner repairs in the mistake museum and the other ungraded cells: each must then be right.

# cell: council-answer
how_many = 10


# cell: museum-sum
def honest_total(claims, came):
    return came * sum(claims)


# cell: museum-loudest
def first_to_fix(wishes):
    return max(wishes, key=lambda name: wishes[name]["orders_lost"])


# cell: museum-holdout
def what_launches_did(orders):
    return orders["this_year"] / orders["held_out_this_year"] - 1
