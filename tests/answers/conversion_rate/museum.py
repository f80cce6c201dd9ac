# What a learner repairs in the mistake museum and the other ungraded cells: each must then be right.

# cell: size-answer
best_size = 6000


# cell: museum-mean
def shop_cvr(table):
    return float(table["orders"].sum() / table["sessions"].sum())


# cell: museum-peek
def decide(p_values, planned_looks):
    return "ship B" if p_values[planned_looks - 1] < 0.05 else "keep A"


# cell: museum-tiny
def claim(orders, sessions):
    from statsmodels.stats.proportion import proportion_confint

    low, high = proportion_confint(orders, sessions, method="wilson")
    return f"between {low:.0%} and {high:.0%}"
