# What a learner repairs in the mistake museum and the other ungraded cells: each must then be right.

# cell: bump-answer
deepest_cut = 27


# cell: museum-gmv
def good_campaign(week):
    return (
        week["gmv"] / (1 - week["depth"]) * (week["margin"] - week["depth"])
        > week["usual_gmv"] * week["margin"]
    )


# cell: museum-dip
def net_units(weeks):
    usual = weeks[0]
    return sum(each - usual for each in weeks[2:])


# cell: museum-threshold
def real_gain(basket):
    return (
        basket["basket_with"] - basket["sent_back"] - basket["discount"] - basket["basket_before"]
    )
