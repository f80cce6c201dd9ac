# What a learner repairs in the mistake museum and the other ungraded cells: each must then be right.

# cell: board-answer
best_flat = 11


# cell: museum-mape
def forecast_error(items):
    return sum(abs(each["forecast"] - each["actual"]) for each in items.values()) / sum(
        each["actual"] for each in items.values()
    )


# cell: museum-gmv
def better_deal(deals):
    return max(
        deals, key=lambda name: deals[name]["gmv"] * deals[name]["take"] - deals[name]["subsidy"]
    )


# cell: museum-promise
def promise(facts):
    return facts["forecast"] - max(facts["errors_last_year"]), facts["forecast"] - min(
        facts["errors_last_year"]
    )
