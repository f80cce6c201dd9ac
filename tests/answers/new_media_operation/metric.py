# %% right: the whole bank
metric = {
    "3,100 accounts had the video on their screen.": "reach",
    "40% of the viewers were still there in the last second.": "completion",
    "Half of the listeners stop at minute nine.": "completion",
    "In the live room 1.8% of the viewers ordered.": "sales",
    "In towns without the campaign orders rose by 4%, in towns with it by 9%.": "incremental",
    "It made $212 for a thousand views.": "sales",
    "Of 100 who opened the article 23 scrolled to its last line.": "completion",
    "Of each hundred viewers seven left a comment or passed it on.": "engagement",
    "One in six homes in the city got the leaflet-like story at least once.": "reach",
    "Orders from those kept without our posts for a month: 210; from as many others: 216.": "incremental",
    "People watched 11 of its 14 seconds on average.": "completion",
    "Saves and shares: 640.": "engagement",
    "Since the give-away 900 joined, and 850 of them are gone again.": "followers",
    "The channel had 12,400 on Monday and 12,950 on Sunday.": "followers",
    "The host sold 380 coats in two hours.": "sales",
    "The number of questions under the post doubled.": "engagement",
    "The paused weeks brought as many orders as the others.": "incremental",
    "The post was shown to 8,000 people, some of them twice.": "reach",
    "Thirty people less get our letter than last month.": "followers",
    "Three of four who press 'play' do not hear the offer at the end.": "completion",
    "Through the link in the post came 41 orders.": "sales",
    "Two thirds of the town's phones met it this week.": "reach",
    "Unfollowed: 60; new: 75.": "followers",
    "Votes in the poll: 2,300.": "engagement",
    "We drew lots which half saw the ad; that half ordered 2% more.": "incremental",
    "With the code from the podcast $5,400 were spent.": "sales",
}

# %% right: two slips are allowed
metric |= {
    "40% of the viewers were still there in the last second.": "reach",
    "Half of the listeners stop at minute nine.": "reach",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
metric |= {text: "?" for place, text in enumerate(metric) if place not in (0, 11)}

# %% wrong: half left open
# score: 0
# says: `metric` has no answer yet for
metric |= dict.fromkeys(list(metric)[13:], "?")

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
# says: 3 of the 12 graded items are right
metric = dict.fromkeys(metric, "sales")

# %% wrong: one's own
# score: 0
# says: choose one of
metric |= {"In towns without the campaign orders rose by 4%, in towns with it by 9%.": "views"}
