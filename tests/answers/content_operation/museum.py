# What a learner repairs in the mistake museum and the other ungraded cells: each must then be right.

# cell: machine-answer
best_headline = "C"


# cell: museum-early
def headline_to_keep(headlines):
    return max(
        headlines,
        key=lambda name: (headlines[name]["clicks"] + 4) / (headlines[name]["shown"] + 80),
    )


# cell: museum-clicks
def better_post(posts):
    return max(posts, key=lambda name: posts[name]["orders"] / posts[name]["shown"])


# cell: museum-hours
def better_at_equal_hours(rows):
    return rows.assign(rate=rows["clicks"] / rows["shown"]).groupby("post")["rate"].mean().idxmax()
