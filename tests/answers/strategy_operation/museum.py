# What a learner repairs in the mistake museum and the other ungraded cells: each must then be right.

# cell: attention-answer
exponent = 1.35


# cell: museum-raw
def first_item(rows):
    wanted = rows["clicks"] / (rows["views"] / rows["position"])
    return rows.loc[wanted.idxmax(), "item"]


# cell: museum-stock
def true_gain(facts):
    return facts["treated_sold"] + facts["control_sold"] - 2 * facts["before_each"]


# cell: museum-times
def who_was_better(runs):
    return max(("old", "new"), key=lambda rule: runs[rule]["morning"] + runs[rule]["evening"])
