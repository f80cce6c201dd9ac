# What a learner repairs in the mistake museum and the other ungraded cells: each must then be right.

# cell: widget-answer
strong_hours = 8


# cell: faded
def myth_test(policy_a, policy_b, draws):
    differences = [policy_a(draw) - policy_b(draw) for draw in draws]
    return interval(differences)


# cell: museum-same
def what_is_known(tries):
    return tries.loc[tries["attempt"] == 1, "share"].mean()


# cell: museum-winners
def success(students):
    return students["raised_sales"].mean()


# cell: museum-crammed
def reviews(first):
    return [first + pause for pause in (1, 7, 21, 60)]
