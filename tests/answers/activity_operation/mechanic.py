# %% right: the whole bank
mechanic = {
    "All lamps 20% off until Sunday.": "price cut",
    "The crossed-out price is the lowest of the last thirty days.": "price cut",
    "直降 30: the price falls by thirty, nothing to collect.": "price cut",
    "From Friday to Monday the pan costs 24 instead of 30 dollars.": "price cut",
    "300 − 40 across shops: put in more until it says 300.": "threshold",
    "Free delivery from 49 dollars.": "threshold",
    "Many baskets end just above 200, hardly any just below it.": "threshold",
    "Ten dollars off every full hundred.": "threshold",
    "People return one of the three things that they took to reach the amount.": "threshold",
    "200 phones for one dollar at ten o'clock; gone at ten and two seconds.": "flash sale",
    "A queue on the screen, and the pieces left are counted down.": "flash sale",
    "It costs the platform little and fills the page for minutes; most who come get nothing.": "flash sale",
    "One piece a person, a thousand in all, from noon on.": "flash sale",
    "Pot and lid together for 35 dollars; alone they cost 28 and 14.": "bundle or gift",
    "A brush with every flask.": "bundle or gift",
    "第二件半价: the second one at half price.": "bundle or gift",
    "Buy three, pay two.": "bundle or gift",
    "Ten dollars down today count for twenty on the eleventh.": "pre-sale",
    "The factory knows three weeks before the day how many to make.": "pre-sale",
    "Who does not pay the rest by midnight loses the deposit.": "pre-sale",
    "定金 and 尾款 are two payments for one order.": "pre-sale",
    "Collect five dollars off here; valid for a week.": "coupon",
    "Of 10,000 that were given out 700 were used, half of them on the last day.": "coupon",
    "The code SPRING takes 10% off at the till.": "coupon",
    "Who would have paid in full finds it, too, if it lies on the first page.": "coupon",
    "Sent to those who put something into the cart and left it there.": "coupon",
}

# %% right: two slips are allowed
mechanic |= {
    "The crossed-out price is the lowest of the last thirty days.": "threshold",
    "直降 30: the price falls by thirty, nothing to collect.": "threshold",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
mechanic |= {text: "?" for place, text in enumerate(mechanic) if place not in (0, 5)}

# %% wrong: half left open
# score: 0
# says: `mechanic` has no answer yet for
mechanic |= dict.fromkeys(list(mechanic)[13:], "?")

# %% wrong: vouchers taken for cuts
# score: 1
# says: one has to have or enter it
mechanic |= {text: "price cut" for text, kind in mechanic.items() if kind == "coupon"}

# %% wrong: two for less taken for a threshold
# score: 1
# says: two things, or one on top
mechanic |= {text: "threshold" for text, kind in mechanic.items() if kind == "bundle or gift"}

# %% wrong: one for all
# score: 0
# says: 2 of the 12 graded items are right
mechanic = dict.fromkeys(mechanic, "coupon")

# %% wrong: one's own
# score: 0
# says: choose one of
mechanic |= {"300 − 40 across shops: put in more until it says 300.": "sale"}
