"""Twenty-six customers and a coupon: what each does with one and without. Each belongs to one of
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
    (
        "Asked twice not to be written to, and has ordered all the same. The next letter would be"
        " the last."
    ),
    "Bought a wedding dress, once.",
    "Buys the same shampoo every six weeks, code or no code.",
    "Closed the account after moving abroad, where we do not deliver.",
    "Compares prices; orders here when we are a dollar below the other shop, as with the coupon.",
    (
        "Filled the cart, stopped at the shipping fee, came back within an hour of 'free shipping"
        " today'."
    ),
    "Has already paid for the order that the coupon is about.",
    "Has an allergy to everything we make.",
    "Has her subscription paid a year ahead; the coupon makes her ask for a refund and cancel.",
    "Has not opened a message in four years, nor ordered.",
    "Hospital pharmacy: orders by contract each week.",
    "In the test, group B ordered 31% with a coupon and 31% without.",
    "In the test, group C ordered 0.1% with a coupon and 0.1% without.",
    "In the test, group D ordered 12% with a daily push and 18% without.",
    "In the test, women over 60 ordered 9% with the message, 2% without.",
    "New users of the app: 14% finish the first order alone, 27% with a reminder.",
    "Orders every Friday before the reminder goes out at noon.",
    "Sits on the fence between two sizes of the bundle; a sample decides.",
    "The address belongs to a company that closed.",
    (
        "Those whose parcel was late: an offer reminds them of it, and they order less than those"
        " left alone."
    ),
    "Wanted it for months, waited for a reason; $5 off was one.",
    "Was about to buy at full price; the coupon taught him to wait for the next one.",
    "Was happy at full price until mails came daily; then left.",
    "When told that the sale ends tonight she orders; when not told she forgets.",
    "Would buy on the day of the launch at any price.",
)
GIVEN = (
    "In the test, group B ordered 31% with a coupon and 31% without.",
    "Has an allergy to everything we make.",
)
HINTS = {
    "persuadable": "it is the message that makes the order.",
    "sure_thing": "the order comes either way, and now it brings less.",
    "lost_cause": "there is no order to be had.",
    "sleeping_dog": "left alone they order more.",
}

# Half of the bank is practice: {item: (label, why)}.
PRACTICE = {
    "Always buys on the first of the month; last year's coupon only made it cheaper.": (
        "sure_thing",
        "The order comes either way, and now it brings less.",
    ),
    "Asked twice not to be written to, and has ordered all the same. The next letter would be the last.": (
        "sleeping_dog",
        "Left alone they order more.",
    ),
    "Bought a wedding dress, once.": ("lost_cause", "There is no order to be had."),
    "Filled the cart, stopped at the shipping fee, came back within an hour of 'free shipping today'.": (
        "persuadable",
        "It is the message that makes the order.",
    ),
    "Has already paid for the order that the coupon is about.": (
        "sure_thing",
        "The order comes either way, and now it brings less.",
    ),
    "Has not opened a message in four years, nor ordered.": (
        "lost_cause",
        "There is no order to be had.",
    ),
    "In the test, group D ordered 12% with a daily push and 18% without.": (
        "sleeping_dog",
        "Left alone they order more.",
    ),
    "New users of the app: 14% finish the first order alone, 27% with a reminder.": (
        "persuadable",
        "It is the message that makes the order.",
    ),
    "Orders every Friday before the reminder goes out at noon.": (
        "sure_thing",
        "The order comes either way, and now it brings less.",
    ),
    "The address belongs to a company that closed.": ("lost_cause", "There is no order to be had."),
    "Wanted it for months, waited for a reason; $5 off was one.": (
        "persuadable",
        "It is the message that makes the order.",
    ),
    "Was about to buy at full price; the coupon taught him to wait for the next one.": (
        "sleeping_dog",
        "Left alone they order more.",
    ),
}
