# What a learner repairs in the mistake museum and the other ungraded cells: each must then be right.

# cell: fill-answer
best_depth = 24


# cell: museum-bigger
def better_group(groups):
    return max(groups, key=lambda name: groups[name]["orders_caused"])


# cell: museum-loyal
def group_brought(facts):
    return (facts["members_after"] - facts["members_before"]) - (
        facts["waiting_after"] - facts["waiting_before"]
    )


# cell: museum-eight
def groups_filled(started, size, joins_on_average):
    return round(started * float(poisson.sf(size - 2, joins_on_average)))
