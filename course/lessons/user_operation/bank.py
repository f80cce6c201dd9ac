"""Fourteen customers in a line each: last purchase, number of purchases, spending. Each belongs
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
    "A school: once a year in August, for about $4,000.",
    "Bought a $9 cable with a newcomer's coupon 20 months ago.",
    "Bought a tent for $900 last summer and a canoe for $1,400 this spring.",
    "Each Monday for a year, until eleven weeks ago.",
    "Every ten days, last on Friday, about $25 each time.",
    "First order on Tuesday, $30.",
    "First order yesterday, through a friend's link.",
    "Nappies every other week, $22, the last pack five days ago.",
    "One order, $12, before the shop had its present name.",
    "She came in spring of last year, bought socks for $8, and never again.",
    "The biggest account: 60 orders this year for $21,000, the newest today.",
    "The first basket came three days ago; the parcel is still on its way.",
    "This quarter's best: 14 orders, $5,200, the last on Monday.",
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

# Six are practice: {item: (label, why)}.
PRACTICE = {
    "This quarter's best: 14 orders, $5,200, the last on Monday.": (
        "champion",
        "Lately, often and much: 14 orders in a quarter, 370 dollars each.",
    ),
    "Bought a $9 cable with a newcomer's coupon 20 months ago.": (
        "lost",
        "One small order, long ago, and only with a coupon.",
    ),
    "Every ten days, last on Friday, about $25 each time.": (
        "loyal",
        "Lately and often, at ordinary sums.",
    ),
    "A café: 40 sacks of beans in two years, every second week; the last one four months ago.": (
        "at_risk",
        "Every second week, then four months of silence: much longer than its own interval.",
    ),
    "Bought a tent for $900 last summer and a canoe for $1,400 this spring.": (
        "big_ticket",
        "Twice in a year, and much each time: for such things that is usual.",
    ),
    "First order yesterday, through a friend's link.": (
        "new",
        "It is the first purchase, and it is fresh.",
    ),
}
