# What a learner repairs in the mistake museum and the other ungraded cells: each must then be right.

# cell: flow-answer
my_flow = [
    "say your size",
    "allow messages",
    "follow a shop",
    "open the welcome coupon",
    "save an address",
]


# cell: museum-friends
def more_orders_of_1000(facts):
    share = {group: numbers["orders"] / numbers["users"] for group, numbers in facts.items()}
    return round(1000 * (share["nudged"] - share["not_nudged"]), 6)


# cell: museum-censored
def median_at_least(days):
    return int(np.median(days))


# cell: museum-steps
def keep_step(step):
    return (1 - step["drop_off"]) * step["orders_with"] > step["orders_without"]
