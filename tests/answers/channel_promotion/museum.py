# What a learner repairs in the mistake museum and the other ungraded cells: each must then be right.

# cell: balance-answer
creators_get = 5


# cell: museum-average
def next_channel(channels):
    return max(channels, key=lambda name: channels[name]["sales_of_last_100"])


# cell: museum-last-click
def cut_channel(channels):
    return min(channels, key=lambda name: channels[name]["removal"])


# cell: museum-cash
def cash_needed(plan):
    out = plan["cac"] * plan["buyers_a_month"] * plan["months"]
    back = sum(
        plan["monthly"] * plan["buyers_a_month"] * month for month in range(1, plan["months"])
    )
    return out - back
