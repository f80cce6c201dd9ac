# %% right: the whole bank
mechanic = {
    "All lamps 20% off until Sunday.": "price cut",
    "Free delivery from 49 dollars.": "threshold",
    "Ten dollars down today count for twenty on the eleventh.": "pre-sale",
    "200 phones for one dollar at ten o'clock; gone at ten and two seconds.": "flash sale",
    "Pot and lid together for 35 dollars; alone they cost 28 and 14.": "bundle or gift",
    "The crossed-out price is the lowest of the last thirty days.": "price cut",
    "Sent to those who put something into the cart and left it there.": "coupon",
    "300 − 40 across shops: put in more until it says 300.": "threshold",
    "Many baskets end just above 200, hardly any just below it.": "threshold",
    "第二件半价: the second one at half price.": "bundle or gift",
    "Of 10,000 that were given out 700 were used, half of them on the last day.": "coupon",
    "直降 30: the price falls by thirty, nothing to collect.": "price cut",
    "One piece a person, a thousand in all, from noon on.": "flash sale",
    "The factory knows three weeks before the day how many to make.": "pre-sale",
}

# %% right: slips among the practice items cost nothing
mechanic |= {
    "The crossed-out price is the lowest of the last thirty days.": "threshold",
    "Ten dollars down today count for twenty on the eleventh.": "coupon",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
mechanic |= {text: "?" for place, text in enumerate(mechanic) if place > 1}

# %% wrong: half left open
# score: 0
# says: `mechanic` has no answer yet for
mechanic |= dict.fromkeys(list(mechanic)[8:], "?")

# %% wrong: vouchers taken for cuts
# score: 1
# says: one has to have or enter it
mechanic |= {text: "price cut" for text, kind in mechanic.items() if kind == "coupon"}

# %% wrong: two for less taken for a threshold
# score: 1
# says: two things, or one on top
mechanic |= {text: "threshold" for text, kind in mechanic.items() if kind == "bundle or gift"}

# %% wrong: four of six
# score: 0
# says: 4 of the 6 graded items are right
mechanic |= {
    text: "threshold" for text, kind in mechanic.items() if kind in ("bundle or gift", "flash sale")
}

# %% wrong: one for all
# score: 0
# says: 1 of the 6 graded items are right
mechanic = dict.fromkeys(mechanic, "coupon")

# %% wrong: one's own
# score: 0
# says: choose one of
mechanic |= {"300 − 40 across shops: put in more until it says 300.": "sale"}
