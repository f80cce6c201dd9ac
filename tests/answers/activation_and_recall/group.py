# %% right: the whole bank
group = {
    "Always buys on the first of the month; last year's coupon only made it cheaper.": "sure_thing",
    "Bought monthly at full price; since the coupon he waits for the next one and buys less.": "sleeping_dog",
    "Buys the same shampoo every six weeks, code or no code.": "sure_thing",
    "Compares prices; orders here only when the coupon puts us below the other shop.": "persuadable",
    "Filled the cart, stopped at the shipping fee, came back within an hour of 'free shipping today'.": "persuadable",
    "Has an allergy to everything we make.": "lost_cause",
    "Has her subscription paid a year ahead; the coupon makes her ask for a refund and cancel.": "sleeping_dog",
    "Has not opened a message in four years, nor ordered.": "lost_cause",
    "In the test, group D ordered 12% with a daily push and 18% without.": "sleeping_dog",
    "In the test, none of 2,000 such customers ordered, with a coupon or without.": "lost_cause",
    "In the test, women over 60 ordered 9% with the message, 2% without.": "persuadable",
    "New users of the app: 14% finish the first order alone, 27% with a reminder.": "persuadable",
    "Office kitchen: the order goes out each Monday, coupon or not.": "sure_thing",
    "Those whose parcel was late: an offer reminds them of it, and they order less than those left alone.": "sleeping_dog",
}

# %% right: two slips in the practice half
group |= {
    "Always buys on the first of the month; last year's coupon only made it cheaper.": "sleeping_dog",
    "New users of the app: 14% finish the first order alone, 27% with a reminder.": "sure_thing",
}

# %% wrong: one slip
# score: 1
# says: The rhythm is six weeks with a code and without
group |= {"Buys the same shampoo every six weeks, code or no code.": "persuadable"}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
group |= {
    text: "?"
    for text in group
    if text
    not in (
        "Office kitchen: the order goes out each Monday, coupon or not.",
        "Has an allergy to everything we make.",
    )
}

# %% wrong: half left open
# score: 0
# says: `group` has no answer yet for
group |= dict.fromkeys(list(group)[7:], "?")

# %% wrong: whoever buys anyway is moved
# score: 1
# says: The rhythm is six weeks with a code and without
# says: of the 6 graded items are right
group |= {text: "persuadable" for text, kind in group.items() if kind == "sure_thing"}

# %% wrong: asleep taken for lost
# score: 0
# says: The year was paid; it is the coupon that ends it
group |= {text: "lost_cause" for text, kind in group.items() if kind == "sleeping_dog"}

# %% wrong: one for all
# score: 0
# says: 2 of the 6 graded items are right
group = dict.fromkeys(group, "persuadable")

# %% wrong: one's own
# score: 0
# says: choose one of
group |= {"Buys the same shampoo every six weeks, code or no code.": "vip"}
