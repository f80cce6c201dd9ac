# %% right: all five
shocks = {
    "quarter A": ("supplier delay", 7),
    "quarter B": ("competitor", 8),
    "quarter C": ("tracking outage", 5),
    "quarter D": ("supplier delay", 5),
    "quarter E": ("competitor", 6),
}

# %% right: a week off, and lists
shocks |= {"quarter D": ["supplier delay", 6], "quarter E": ["competitor", 7]}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
shocks = dict.fromkeys(shocks, "?")

# %% wrong: one left open
# score: 0
# says: has no answer yet for quarter D
shocks |= {"quarter D": "?"}

# %% wrong: the week in which the shortage shows
# score: 0.67
# says: you said supplier delay, week 8
shocks |= {"quarter D": ("supplier delay", 8)}

# %% wrong: no week
# score: 0
# says: it should be a pair
shocks |= {"quarter E": "competitor"}

# %% wrong: a shock of one's own
# score: 0
# says: is ('strike', 5)
shocks |= {"quarter C": ("strike", 5)}

# %% wrong: all take a competitor
# score: 0.33
# says: 1 of 3 graded quarters
shocks |= {"quarter C": ("competitor", 5), "quarter D": ("competitor", 5)}
