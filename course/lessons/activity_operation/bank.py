"""Fourteen lines from campaign rules, each from one of six mechanics."""

MECHANICS = {
    "price cut": "the price is lower while it lasts, for everybody who buys the thing",
    "threshold": "something off, or free, from an amount of the basket on (满减)",
    "flash sale": "few pieces at a very low price, for minutes (秒杀)",
    "bundle or gift": "two together for less, or something on top",
    "pre-sale": "a deposit now, the rest on the day (预售)",
    "coupon": "a voucher that one has to collect or enter",
}
RULES = (
    "200 phones for one dollar at ten o'clock; gone at ten and two seconds.",
    "300 − 40 across shops: put in more until it says 300.",
    "All lamps 20% off until Sunday.",
    "Free delivery from 49 dollars.",
    "Many baskets end just above 200, hardly any just below it.",
    "Of 10,000 that were given out 700 were used, half of them on the last day.",
    "One piece a person, a thousand in all, from noon on.",
    "Pot and lid together for 35 dollars; alone they cost 28 and 14.",
    "Sent to those who put something into the cart and left it there.",
    "Ten dollars down today count for twenty on the eleventh.",
    "The crossed-out price is the lowest of the last thirty days.",
    "The factory knows three weeks before the day how many to make.",
    "直降 30: the price falls by thirty, nothing to collect.",
    "第二件半价: the second one at half price.",
)
GIVEN = ("All lamps 20% off until Sunday.", "Free delivery from 49 dollars.")
HINTS = {
    "price cut": "the thing is simply cheaper, for everybody.",
    "threshold": "it begins at an amount.",
    "flash sale": "few pieces, gone in minutes.",
    "bundle or gift": "two things, or one on top.",
    "pre-sale": "part is paid before the day.",
    "coupon": "one has to have or enter it.",
}

# Half of the bank is practice: {item: (label, why)}.
PRACTICE = {
    "200 phones for one dollar at ten o'clock; gone at ten and two seconds.": (
        "flash sale",
        "Few pieces, gone in minutes.",
    ),
    "300 − 40 across shops: put in more until it says 300.": (
        "threshold",
        "It begins at an amount.",
    ),
    "Pot and lid together for 35 dollars; alone they cost 28 and 14.": (
        "bundle or gift",
        "Two things, or one on top.",
    ),
    "Sent to those who put something into the cart and left it there.": (
        "coupon",
        "One has to have or enter it.",
    ),
    "Ten dollars down today count for twenty on the eleventh.": (
        "pre-sale",
        "Part is paid before the day.",
    ),
    "The crossed-out price is the lowest of the last thirty days.": (
        "price cut",
        "The thing is simply cheaper, for everybody.",
    ),
}
