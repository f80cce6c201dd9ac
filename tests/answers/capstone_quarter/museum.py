# What a learner repairs in the mistake museum and the other ungraded cells: each must then be right.


# cell: museum-credit
def both_together(values):
    return values["both"] - values["autopilot"]


# cell: museum-late
def defect_rate(weeks, today):
    old = [week for week in weeks if today - week["week"] >= 3]
    return sum(week["defects"] for week in old) / sum(week["orders"] for week in old)


# cell: museum-harvest
def better_plan(plans):
    return max(plans, key=lambda name: sum(plans[name].values()))
