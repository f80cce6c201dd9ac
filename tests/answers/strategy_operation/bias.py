# %% right: the whole bank
bias = {
    "The first result is clicked ten times as often as the tenth; after a swap of the two, the other one is.": "position",
    "The product looks weak because it has always stood on page three.": "position",
    "An item moved from place 8 to place 1 and its click rate rose sixfold overnight.": "position",
    "Reviews come from the delighted and the furious.": "selection",
    "Only shops that survived the year are in the table.": "selection",
    "In week 1 two equal lamps differ by chance; in week 10 one has all the sales.": "feedback",
    "The robot recommends what the robot recommended.": "feedback",
    "The treated half bought the last pieces, so the other half found them sold out.": "interference",
    "Couriers who were sent to the test area were missing in the other.": "interference",
    "Clicks rose with the shrill pictures, and returns too.": "proxy",
    "The team is paid by minutes on the page; the page became harder to read, and minutes rose.": "proxy",
    "The new rule ran in November, the old one in September.": "timing",
    "We compared the week with the holiday to the week before.": "timing",
    "Version B went on at noon, when office people look.": "timing",
}

# %% right: slips among the practice items cost nothing
bias |= {
    "Reviews come from the delighted and the furious.": "feedback",
    "We compared the week with the holiday to the week before.": "selection",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
bias |= {text: "?" for place, text in enumerate(bias) if place not in (0, 11)}

# %% wrong: half left open
# score: 0
# says: `bias` has no answer yet for
bias |= dict.fromkeys(list(bias)[7:], "?")

# %% wrong: missing data taken for attention
# score: 1
# says: something never gets into the data at all
bias |= {text: "position" for text, kind in bias.items() if kind == "selection"}

# %% wrong: shared couriers taken for bad timing
# score: 1
# says: the treated and the others touch each other
bias |= {text: "timing" for text, kind in bias.items() if kind == "interference"}

# %% wrong: two of six
# score: 0
# says: 4 of the 6 graded items are right
bias |= {
    "Only shops that survived the year are in the table.": "feedback",
    "Version B went on at noon, when office people look.": "selection",
}

# %% wrong: one for all
# score: 0
# says: 1 of the 6 graded items are right
bias = dict.fromkeys(bias, "position")

# %% wrong: one's own
# score: 0
# says: choose one of
bias |= {"Reviews come from the delighted and the furious.": "luck"}
