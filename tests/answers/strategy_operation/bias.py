# %% right: the whole bank
bias = {
    "The first result is clicked ten times as often as the tenth; after a swap of the two, the other one is.": "position",
    "The product looks weak because it has always stood on page three.": "position",
    "Half of the visitors never scroll; what is below is not unloved but unseen.": "position",
    "An item moved from place 8 to place 1 and its click rate rose sixfold overnight.": "position",
    "The big tile gets more taps, with any product in it.": "position",
    "We learn only from searches that showed something; those without a result are missing.": "selection",
    "The survey was answered by buyers; who left in anger did not get it.": "selection",
    "The model was trained on products that the old ranking let through.": "selection",
    "Reviews come from the delighted and the furious.": "selection",
    "Only shops that survived the year are in the table.": "selection",
    "Best sellers are shown first because they are best sellers.": "feedback",
    "In week 1 two equal lamps differ by chance; in week 10 one has all the sales.": "feedback",
    "A new product gets no clicks because it is not shown, and is not shown because it has no clicks.": "feedback",
    "The robot recommends what the robot recommended.": "feedback",
    "The treated half bought the last pieces, so the other half found them sold out.": "interference",
    "Couriers who were sent to the test area were missing in the other.": "interference",
    "A coupon for half of the buyers raises the price that the others pay for the same auctioned place.": "interference",
    "Two merchants share a warehouse; what one's sale does, the other feels.": "interference",
    "Time in the app rose, since nobody found the till.": "proxy",
    "Clicks rose with the shrill pictures, and returns too.": "proxy",
    "The team is paid by conversions of searches, so hard searches are no longer answered.": "proxy",
    "The team is paid by minutes on the page; the page became harder to read, and minutes rose.": "proxy",
    "The new rule ran in November, the old one in September.": "timing",
    "Mornings were treated and evenings not.": "timing",
    "We compared the week with the holiday to the week before.": "timing",
    "Version B went on at noon, when office people look.": "timing",
}

# %% right: one slip is allowed
bias |= {"Half of the visitors never scroll; what is below is not unloved but unseen.": "selection"}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
bias |= {text: "?" for place, text in enumerate(bias) if place not in (0, 22)}

# %% wrong: half left open
# score: 0
# says: `bias` has no answer yet for
bias |= dict.fromkeys(list(bias)[13:], "?")

# %% wrong: missing data taken for attention
# score: 1
# says: something never gets into the data at all
bias |= {text: "position" for text, kind in bias.items() if kind == "selection"}

# %% wrong: shared shelves taken for bad timing
# score: 1
# says: the treated and the others touch each other
bias |= {text: "timing" for text, kind in bias.items() if kind == "interference"}

# %% wrong: one for all
# score: 0
# says: 2 of the 12 graded items are right
bias = dict.fromkeys(bias, "position")

# %% wrong: one's own
# score: 0
# says: choose one of
bias |= {"The big tile gets more taps, with any product in it.": "luck"}
