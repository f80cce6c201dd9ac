# %% right: the whole bank
group = {
    "Always buys on the first of the month; last year's coupon only made it cheaper.": "sure_thing",
    "Bought her wedding dress here years ago; we sell nothing else.": "lost_cause",
    "Bought monthly at full price; since the coupon he waits for the next one and buys less.": "sleeping_dog",
    "Buys the same shampoo every six weeks, code or no code.": "sure_thing",
    "Closed the account after moving abroad, where we do not deliver.": "lost_cause",
    "Compares prices; orders here only when the coupon puts us below the other shop.": "persuadable",
    "Filled the cart, stopped at the shipping fee, came back within an hour of 'free shipping today'.": "persuadable",
    "Has already paid for the order that the coupon is about.": "sure_thing",
    "Has an allergy to everything we make.": "lost_cause",
    "Has her subscription paid a year ahead; the coupon makes her ask for a refund and cancel.": "sleeping_dog",
    "Has not opened a message in four years, nor ordered.": "lost_cause",
    "Has put off the bundle for weeks; the free sample in our letter makes the order.": "persuadable",
    "Hospital pharmacy: orders by contract each week.": "sure_thing",
    "In the test, group D ordered 12% with a daily push and 18% without.": "sleeping_dog",
    "In the test, none of 2,000 such customers ordered, with a coupon or without.": "lost_cause",
    "In the test, women over 60 ordered 9% with the message, 2% without.": "persuadable",
    "New users of the app: 14% finish the first order alone, 27% with a reminder.": "persuadable",
    "Office kitchen: the order goes out each Monday, coupon or not.": "sure_thing",
    "Orders each month and has asked twice not to be written to; the next letter would make her leave.": "sleeping_dog",
    "Orders every Friday before the reminder goes out at noon.": "sure_thing",
    "The address belongs to a company that closed.": "lost_cause",
    "Those whose parcel was late: an offer reminds them of it, and they order less than those left alone.": "sleeping_dog",
    "Wanted it for months, waited for a reason; $5 off was one.": "persuadable",
    "Was happy at full price until mails came daily; then left.": "sleeping_dog",
    "When told that the sale ends tonight she orders; when not told she forgets.": "persuadable",
    "Would buy on the day of the launch at any price.": "sure_thing",
}

# %% right: two slips are allowed
group |= {
    "Always buys on the first of the month; last year's coupon only made it cheaper.": "sleeping_dog",
    "Orders each month and has asked twice not to be written to; the next letter would make her leave.": "sure_thing",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
group |= {text: "?" for place, text in enumerate(group) if place not in (8, 17)}

# %% wrong: half left open
# score: 0
# says: `group` has no answer yet for
group |= dict.fromkeys(list(group)[13:], "?")

# %% wrong: good customers for moved ones
# score: 1
# says: The rhythm is six weeks with a code and without
group |= {text: "persuadable" for text, kind in group.items() if kind == "sure_thing"}

# %% wrong: asleep taken for lost
# score: 1
# says: The year was paid; it is the coupon that ends it
group |= {text: "lost_cause" for text, kind in group.items() if kind == "sleeping_dog"}

# %% wrong: one for all
# score: 0
# says: 4 of the 12 graded items are right
group = dict.fromkeys(group, "persuadable")

# %% wrong: one's own
# score: 0
# says: choose one of
group |= {"Buys the same shampoo every six weeks, code or no code.": "vip"}
