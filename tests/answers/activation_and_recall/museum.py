# What a learner repairs in the mistake museum and the other ungraded cells: each must then be right.

# cell: quadrants-answer
best_share = 40


# cell: museum-redeemed
def orders_won(facts):
    return facts["orders_with"] - facts["orders_without_equal_group"]


# cell: museum-likely
def gets_the_coupon(people):
    return max(people, key=lambda name: 8 * people[name]["with"] - 12 * people[name]["without"])


# cell: museum-season
def recall_brought(facts):
    return round(facts["november_written_to"] - facts["november_not_written_to"], 4)
