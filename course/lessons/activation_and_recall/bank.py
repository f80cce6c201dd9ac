"""Fourteen customers and a coupon: what each does with one and without. Each belongs to one of
four groups.
"""

GROUPS = {
    "persuadable": "buys with the message, not without it",
    "sure_thing": "buys either way; a coupon is a gift",
    "lost_cause": "buys in neither case",
    "sleeping_dog": "buys without it, and less with it",
}
PEOPLE = (
    "Always buys on the first of the month; last year's coupon only made it cheaper.",
    "Bought monthly at full price; since the coupon he waits for the next one and buys less.",
    "Buys the same shampoo every six weeks, code or no code.",
    "Compares prices; orders here only when the coupon puts us below the other shop.",
    "Filled the cart, stopped at the shipping fee, came back within an hour of 'free shipping today'.",
    "Has an allergy to everything we make.",
    "Has her subscription paid a year ahead; the coupon makes her ask for a refund and cancel.",
    "Has not opened a message in four years, nor ordered.",
    "In the test, group D ordered 12% with a daily push and 18% without.",
    "In the test, none of 2,000 such customers ordered, with a coupon or without.",
    "In the test, women over 60 ordered 9% with the message, 2% without.",
    "New users of the app: 14% finish the first order alone, 27% with a reminder.",
    "Office kitchen: the order goes out each Monday, coupon or not.",
    "Those whose parcel was late: an offer reminds them of it, and they order less than those left alone.",
)
GIVEN = (
    "Office kitchen: the order goes out each Monday, coupon or not.",
    "Has an allergy to everything we make.",
)

# Half of the bank is practice: {item: (label, why)}.
PRACTICE = {
    "Always buys on the first of the month; last year's coupon only made it cheaper.": (
        "sure_thing",
        "The order comes on the first in any case; the coupon only lowers what it leaves.",
    ),
    "Bought monthly at full price; since the coupon he waits for the next one and buys less.": (
        "sleeping_dog",
        "The coupon taught him to wait: left alone he bought more.",
    ),
    "Filled the cart, stopped at the shipping fee, came back within an hour of 'free shipping today'.": (
        "persuadable",
        "The cart stood still until the message came; the message made the order.",
    ),
    "Has not opened a message in four years, nor ordered.": (
        "lost_cause",
        "What is never opened moves nobody, and no order comes without it either.",
    ),
    "In the test, group D ordered 12% with a daily push and 18% without.": (
        "sleeping_dog",
        "The push costs six orders of a hundred: left alone they buy more.",
    ),
    "New users of the app: 14% finish the first order alone, 27% with a reminder.": (
        "persuadable",
        "The reminder adds 13 orders of a hundred.",
    ),
}
