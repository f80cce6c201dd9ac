# %% right: the whole bank
breach = {
    "'Was $90, now $30'; it was never sold at $90.": "price_trick",
    "'Write to us on another app, there it is cheaper.'": "away",
    "A card in the parcel: $5 for each five-star review.": "fake",
    "A negative review is answered politely and stands.": "fine",
    "Buyers get adverts for a shop elsewhere by mail after their order.": "away",
    "Buyers' questions wait for eleven days.": "late",
    "Copies of a well-known bag with its logo.": "fake",
    "Discount of 60% on the last six pieces of a model, with the old price of last month.": "fine",
    "Forty reviews in one night from accounts a day old.": "fake",
    "Free shipping on the page, a 'handling fee' in the last step.": "price_trick",
    "In two of a hundred orders the wrong size was sent, and exchanged.": "fine",
    "One dollar for a phone case; in the list of choices it is for the cable tie, the case costs $20.": "price_trick",
    "Parcels leave after nine days; the page says two.": "late",
    "Photos of another maker's product.": "false_listing",
    "Prices rise by 10% before the holidays, and the page says so.": "fine",
    "Refunds are paid after six weeks, the rule says five days.": "late",
    "Sells the phone numbers of its buyers.": "away",
    "Shipping numbers are typed in on day one and the parcel is handed over on day eight.": "late",
    "Staff buys its own goods to climb in the ranking.": "fake",
    "The battery has 5,000 mAh on the page and 2,000 in the test.": "false_listing",
    "The invoice comes with a link to pay outside the platform.": "away",
    "The shop asks buyers for an honest review, good or bad, without a gift.": "fine",
    "The shop closes for two weeks and says so on each page.": "fine",
    "A timer says that the low price ends in 10 minutes; it starts again for everybody.": "price_trick",
    "The page promises a steel blade; what comes is a blade of tin, from the same maker.": "false_listing",
    "Waterproof, says the title; 'keep away from rain', says the leaflet.": "false_listing",
}

# %% right: two slips are allowed
breach |= {
    "'Was $90, now $30'; it was never sold at $90.": "away",
    "'Write to us on another app, there it is cheaper.'": "price_trick",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
breach |= {text: "?" for place, text in enumerate(breach) if place not in (12, 16)}

# %% wrong: half left open
# score: 0
# says: `breach` has no answer yet for
breach |= dict.fromkeys(list(breach)[13:], "?")

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
# says: 2 of the 12 graded items are right
breach = dict.fromkeys(breach, "fake")

# %% wrong: one's own
# score: 0
# says: choose one of
breach |= {"A negative review is answered politely and stands.": "fraud"}
