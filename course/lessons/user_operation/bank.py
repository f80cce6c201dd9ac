"""Twenty-six customers in a line each: last purchase, number of purchases, spending. Each belongs
to one of six segments.
"""

SEGMENTS = {
    "champion": "bought lately, often, and much",
    "loyal": "bought lately and often, at ordinary sums",
    "new": "bought lately, for the first time",
    "big_ticket": "bought seldom, and much each time",
    "at_risk": "bought often, and has been silent for much longer than usual",
    "lost": "bought once or twice, long ago and little",
}
CUSTOMERS = (
    "A café: 40 sacks of beans in two years, every second week; the last one four months ago.",
    "A gift for Christmas two years ago, $15. Nothing before or after.",
    "A school: once a year in August, for about $4,000.",
    "Bought a $9 cable with a newcomer's coupon 20 months ago.",
    "Bought a tent for $900 last summer and a canoe for $1,400 this spring.",
    "Each Monday for a year, until eleven weeks ago.",
    "Every ten days, last on Friday, about $25 each time.",
    "First order on Tuesday, $30.",
    "First order yesterday, through a friend's link.",
    "Monthly for three years; three missed months now.",
    "Nappies every other week, $22, the last pack five days ago.",
    "One order, $12, before the shop had its present name.",
    "One order last week; she has asked when the next delivery comes.",
    "Orders of $300 and more, every week, last on Thursday.",
    "Printer paper on the first of each month, $18, also this month.",
    "She came in spring of last year, bought socks for $8, and never again.",
    "Signed up in the app on Sunday and bought the starter box.",
    "Ten orders of coffee, one a month, none since the price went up five months ago.",
    "The biggest account: 60 orders this year for $21,000, the newest today.",
    "The first basket came three days ago; the parcel is still on its way.",
    "The second order ever, both over $2,000, nine months apart.",
    "This quarter's best: 14 orders, $5,200, the last on Monday.",
    "Three dresses each season for five years; this season none.",
    "Three orders this month, $20 to $30, as in each month.",
    "Tried us twice with sale items for $6, two years ago.",
    "Weekly flowers for the lobby, $600 a time, the newest this morning.",
)
GIVEN = ("First order on Tuesday, $30.", "One order, $12, before the shop had its present name.")
HINTS = {
    "champion": "lately, often, and much: thank them, and do not discount.",
    "loyal": "lately and often, at ordinary sums.",
    "new": "it is the first purchase, and it is fresh.",
    "big_ticket": "seldom is normal here; each time it is much.",
    "at_risk": "the silence is much longer than their own interval.",
    "lost": "once or twice, little, long ago: let go.",
}

# Half of the bank is practice: {item: (label, why)}.
PRACTICE = {
    "A café: 40 sacks of beans in two years, every second week; the last one four months ago.": (
        "at_risk",
        "The silence is much longer than their own interval.",
    ),
    "Bought a $9 cable with a newcomer's coupon 20 months ago.": (
        "lost",
        "Once or twice, little, long ago: let go.",
    ),
    "Bought a tent for $900 last summer and a canoe for $1,400 this spring.": (
        "big_ticket",
        "Seldom is normal here; each time it is much.",
    ),
    "Every ten days, last on Friday, about $25 each time.": (
        "loyal",
        "Lately and often, at ordinary sums.",
    ),
    "First order yesterday, through a friend's link.": (
        "new",
        "It is the first purchase, and it is fresh.",
    ),
    "Monthly for three years; three missed months now.": (
        "at_risk",
        "The silence is much longer than their own interval.",
    ),
    "Orders of $300 and more, every week, last on Thursday.": (
        "champion",
        "Lately, often, and much: thank them, and do not discount.",
    ),
    "Printer paper on the first of each month, $18, also this month.": (
        "loyal",
        "Lately and often, at ordinary sums.",
    ),
    "Signed up in the app on Sunday and bought the starter box.": (
        "new",
        "It is the first purchase, and it is fresh.",
    ),
    "This quarter's best: 14 orders, $5,200, the last on Monday.": (
        "champion",
        "Lately, often, and much: thank them, and do not discount.",
    ),
    "Three dresses each season for five years; this season none.": (
        "at_risk",
        "The silence is much longer than their own interval.",
    ),
    "Tried us twice with sale items for $6, two years ago.": (
        "lost",
        "Once or twice, little, long ago: let go.",
    ),
}
