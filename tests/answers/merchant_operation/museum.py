# What a learner repairs in the mistake museum and the other ungraded cells: each must then be right.

# cell: funnel-answer
best_pull = 50


# cell: museum-ten
def judged_rate(shop, a, b):
    return (shop["defects"] + a) / (shop["orders"] + a + b)


# cell: museum-early
def shop_improved(counts):
    later, earlier = counts["later"], counts["earlier"]
    return later["days_old"] >= 30 and later["defects"] < earlier["defects"]


# cell: museum-cost
def costs_most(shops):
    return max(shops, key=lambda name: shops[name]["odr"] * shops[name]["orders"])
