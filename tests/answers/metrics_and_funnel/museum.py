# What a learner repairs in the mistake museum and the other ungraded cells: each must then be right.

# cell: mix-answer
tipping_share = 42


# cell: museum-mean
def overall_cvr(channels):
    return float(channels["orders"].sum() / channels["sessions"].sum())


# cell: museum-denominator
def cvr_change(last_week, this_week):
    return this_week["orders"] / this_week["sessions"] - last_week["orders"] / last_week["sessions"]


# cell: museum-total
def is_growing(launch):
    return launch["active this week"][-1] > launch["active this week"][0]
