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
    "Bought her wedding dress here years ago; we sell nothing else.",
    "Bought monthly at full price; since the coupon he waits for the next one and buys less.",
    "Buys the same shampoo every six weeks, code or no code.",
    "Closed the account after moving abroad, where we do not deliver.",
    "Compares prices; orders here only when the coupon puts us below the other shop.",
    "Filled the cart, stopped at the shipping fee, came back within an hour of 'free shipping today'.",
    "Has already paid for the order that the coupon is about.",
    "Has an allergy to everything we make.",
    "Has her subscription paid a year ahead; the coupon makes her ask for a refund and cancel.",
    "Has not opened a message in four years, nor ordered.",
    "Has put off the bundle for weeks; the free sample in our letter makes the order.",
    "Hospital pharmacy: orders by contract each week.",
    "In the test, group D ordered 12% with a daily push and 18% without.",
    "In the test, none of 2,000 such customers ordered, with a coupon or without.",
    "In the test, women over 60 ordered 9% with the message, 2% without.",
    "New users of the app: 14% finish the first order alone, 27% with a reminder.",
    "Office kitchen: the order goes out each Monday, coupon or not.",
    "Orders each month and has asked twice not to be written to; the next letter would make her leave.",
    "Orders every Friday before the reminder goes out at noon.",
    "The address belongs to a company that closed.",
    "Those whose parcel was late: an offer reminds them of it, and they order less than those left alone.",
    "Wanted it for months, waited for a reason; $5 off was one.",
    "Was happy at full price until mails came daily; then left.",
    "When told that the sale ends tonight she orders; when not told she forgets.",
    "Would buy on the day of the launch at any price.",
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
    "Bought her wedding dress here years ago; we sell nothing else.": (
        "lost_cause",
        "She needs no second dress, so no message brings an order.",
    ),
    "Bought monthly at full price; since the coupon he waits for the next one and buys less.": (
        "sleeping_dog",
        "The coupon taught him to wait: left alone he bought more.",
    ),
    "Filled the cart, stopped at the shipping fee, came back within an hour of 'free shipping today'.": (
        "persuadable",
        "The cart stood still until the message came; the message made the order.",
    ),
    "Has already paid for the order that the coupon is about.": (
        "sure_thing",
        "The order is there; a coupon can only make it cheaper.",
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
    "Orders each month and has asked twice not to be written to; the next letter would make her leave.": (
        "sleeping_dog",
        "She orders when left alone, and the letter would end it.",
    ),
    "Orders every Friday before the reminder goes out at noon.": (
        "sure_thing",
        "The order is there before the reminder.",
    ),
    "The address belongs to a company that closed.": (
        "lost_cause",
        "There is nobody who could order.",
    ),
    "Wanted it for months, waited for a reason; $5 off was one.": (
        "persuadable",
        "Months without an order, and the offer brought it.",
    ),
}
