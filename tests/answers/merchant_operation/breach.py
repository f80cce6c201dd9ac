# %% right: the whole bank
breach = {
    "'Was $90, now $30'; it was never sold at $90.": "price_trick",
    "'Write to us on another app, there it is cheaper.'": "away",
    "A card in the parcel: $5 for each five-star review.": "fake",
    "Buyers get adverts for a shop elsewhere by mail after their order.": "away",
    "Copies of a well-known bag with its logo.": "fake",
    "Free shipping on the page, a 'handling fee' in the last step.": "price_trick",
    "In two of a hundred orders the wrong size was sent, and exchanged.": "fine",
    "Parcels leave after nine days; the page says two.": "late",
    "Prices rise by 10% before the holidays, and the page says so.": "fine",
    "Refunds are paid after six weeks, the rule says five days.": "late",
    "Sells the phone numbers of its buyers.": "away",
    "Shipping numbers are typed in on day one and the parcel is handed over on day eight.": "late",
    "The battery has 5,000 mAh on the page and 2,000 in the test.": "false_listing",
    "The page promises a steel blade; what comes is a blade of tin, from the same maker.": "false_listing",
}

# %% right: two slips in the practice half
breach |= {
    "'Was $90, now $30'; it was never sold at $90.": "away",
    "'Write to us on another app, there it is cheaper.'": "price_trick",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
breach |= {text: "?" for place, text in enumerate(breach) if place not in (7, 10)}

# %% wrong: half left open
# score: 0
# says: `breach` has no answer yet for
breach |= dict.fromkeys(list(breach)[7:], "?")

# %% wrong: a wrong page is no fake
# score: 1
# says: the page describes something else than what is sent
breach |= {text: "fake" for text, kind in breach.items() if kind == "false_listing"}

# %% wrong: everything is a breach
# score: 1
# says: there is nothing wrong with that
breach |= {text: "false_listing" for text, kind in breach.items() if kind == "fine"}

# %% wrong: one for all
# score: 0
# says: 1 of the 6 graded items are right
breach = dict.fromkeys(breach, "fake")

# %% wrong: one's own
# score: 0
# says: choose one of
breach |= {"In two of a hundred orders the wrong size was sent, and exchanged.": "fraud"}
