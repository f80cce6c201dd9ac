# What a learner repairs in the mistake museum and the other ungraded cells: each must then be right.

# cell: grid-answer
posts_in_best = 12


# cell: museum-hour
def hours_that_differ(hours):
    rate = sum(each["clicks"] for each in hours.values()) / sum(
        each["shows"] for each in hours.values()
    )
    return [
        name
        for name, each in hours.items()
        if abs(each["clicks"] / each["shows"] - rate)
        > 2 * (rate * (1 - rate) / each["shows"]) ** 0.5
    ]


# cell: museum-followers
def better_week(weeks):
    return max(weeks, key=lambda name: weeks[name]["orders_by_new"])


# cell: museum-holiday
def posts_brought(facts):
    return (facts["posting_weeks"] - facts["other_weeks"]) - (
        facts["posting_weeks_other_town"] - facts["other_weeks_other_town"]
    )
