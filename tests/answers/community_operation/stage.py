# %% right: the whole bank
stage = {
    "A list of who wants the joint order of flour, until Friday.": "trade",
    "A member posts another's phone number: delete it, write to both.": "moderate",
    "A poll each Wednesday: which loaf shall we bake together?": "spark",
    "After the season: 'This group sleeps until March. Files stay here.'": "close",
    "An invitation by mail to those who asked support three times about baking.": "recruit",
    "At 500 members: one group for beginners, one for bakers.": "close",
    "Group-buy: six friends, 20% off, one day.": "trade",
    "New members see the three rules before they can write.": "welcome",
    "On the shop's page: 'Ask 300 home bakers', with a button to join.": "recruit",
    "Photos of failures welcome: Friday is burnt-bread day.": "spark",
    "Pre-order for the new pan, members first, with price and stock.": "trade",
    "Private message on day one: how to mute, where to find recipes.": "welcome",
    "Two argue about gluten: move it to a thread, remind them of rule 2.": "moderate",
    "Two volunteers greet everybody who arrives this week.": "welcome",
}

# %% right: two slips in the practice half
stage |= {"A list of who wants the joint order of flour, until Friday.": "recruit"}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
stage |= {text: "?" for place, text in enumerate(stage) if place not in (6, 13)}

# %% wrong: half left open
# score: 0
# says: `stage` has no answer yet for
stage |= dict.fromkeys(list(stage)[7:], "?")

# %% wrong: talk taken for trade
# score: 1
# says: without it there would be silence
stage |= {text: "trade" for text, kind in stage.items() if kind == "spark"}

# %% wrong: newcomers not yet in
# score: 1
# says: it is about a newcomer's first hours
stage |= {text: "recruit" for text, kind in stage.items() if kind == "welcome"}

# %% wrong: one for all
# score: 0
# says: 1 of the 6 graded items are right
stage = dict.fromkeys(stage, "moderate")

# %% wrong: one's own
# score: 0
# says: choose one of
stage |= {"A poll each Wednesday: which loaf shall we bake together?": "grow"}
