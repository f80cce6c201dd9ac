# %% right: the whole bank
metric = {
    "3,100 accounts had the video on their screen.": "reach",
    "40% of the viewers were still there in the last second.": "completion",
    "Half of the listeners stop at minute nine.": "completion",
    "In towns without the campaign orders rose by 4%, in towns with it by 9%.": "incremental",
    "It made $212 for a thousand views.": "sales",
    "Of each hundred viewers seven left a comment or passed it on.": "engagement",
    "Saves and shares: 640.": "engagement",
    "Since the give-away 900 joined, and 850 of them are gone again.": "followers",
    "The host sold 380 coats in two hours.": "sales",
    "The number of questions under the post doubled.": "engagement",
    "The post was shown to 8,000 people, some of them twice.": "reach",
    "Two thirds of the town's phones met it this week.": "reach",
    "Unfollowed: 60; new: 75.": "followers",
    "We drew lots which half saw the ad; that half ordered 2% more.": "incremental",
}

# %% right: two slips in the practice half
metric |= {
    "40% of the viewers were still there in the last second.": "reach",
    "It made $212 for a thousand views.": "reach",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
metric |= {text: "?" for place, text in enumerate(metric) if place not in (0, 6)}

# %% wrong: half left open
# score: 0
# says: `metric` has no answer yet for
metric |= dict.fromkeys(list(metric)[7:], "?")

# %% wrong: sold, so caused
# score: 1
# says: it compares with what would have been without
metric |= {text: "sales" for text, kind in metric.items() if kind == "incremental"}

# %% wrong: the end is no engagement
# score: 1
# says: it asks who got to the end
metric |= {text: "engagement" for text, kind in metric.items() if kind == "completion"}

# %% wrong: one for all
# score: 0
# says: 1 of the 6 graded items are right
metric = dict.fromkeys(metric, "sales")

# %% wrong: one's own
# score: 0
# says: choose one of
metric |= {"In towns without the campaign orders rose by 4%, in towns with it by 9%.": "views"}
