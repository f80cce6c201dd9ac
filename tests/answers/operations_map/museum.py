# What a learner repairs in the mistake museum and the other ungraded cells: each must then be right.

# cell: map-answer
dear_step = "pay"


# cell: museum-gmv
def better_week(first, second):
    return "first" if first["contribution"] > second["contribution"] else "second"


# cell: museum-units
def largest_change(before, after):
    return max(before, key=lambda name: abs(np.log(after[name] / before[name])))


# cell: museum-owner
def target_of(function, kpis):
    return kpis[function]
