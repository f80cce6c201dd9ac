# What a learner repairs in the mistake museum and the other ungraded cells: each must then be right.

# cell: heartbeat-answer
week_of_doubt = 28


# cell: museum-survivors
def retention_month_6(cohort):
    return cohort["active_month_6"] / cohort["started"]


# cell: museum-average
def who_is_late(people, average_days):
    return [
        name for name, each in people.items() if each["silent_days"] > 2 * each["usual_gap_days"]
    ]


# cell: museum-revenue
def worth_a_year(customer):
    return customer["orders"] * (customer["aov"] * customer["margin"] - customer["cost_to_serve"])
