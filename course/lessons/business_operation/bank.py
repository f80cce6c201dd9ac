"""Fourteen sentences out of contracts between a platform and its shops. Each is about one of six
things.
"""

TERMS = {
    "commission": "a share of sales",
    "fixed_fee": "the same sum whatever is sold",
    "bonus": "money back for reaching something",
    "service": "what the platform or the shop promises to do, and by when",
    "security": "money or rights held in case something goes wrong",
    "restraint": "the shop may not do elsewhere what it could: often unlawful for a large platform",
}
CLAUSES = (
    "12% of the price without tax, when the parcel is delivered.",
    "A deposit of $2,000, paid back six months after the end of the contract.",
    "Advertising is billed at 3% of the sales that came through it.",
    "Half of the listing fee is refunded to shops that double their sales.",
    "If claims are open at the end, payouts of 90 days are retained.",
    "In categories with expensive goods 5%, with fashion 17%.",
    "It costs $39 a month to have a shop.",
    "Opening the shop costs $500, once.",
    "Parcels are handed over within 48 hours.",
    "Payouts arrive on the third working day.",
    "Sales in the festival above the plan bring back two points of commission.",
    "Shops that sell on a rival platform lose their place in the festival.",
    "The cheapest price must be here at all times.",
    "The photographs are made by the platform's studio, ten products within two weeks.",
)
GIVEN = (
    "12% of the price without tax, when the parcel is delivered.",
    "Parcels are handed over within 48 hours.",
)
HINTS = {
    "commission": "it grows with what is sold.",
    "fixed_fee": "it is the same whatever is sold.",
    "bonus": "money comes back when something is reached.",
    "service": "somebody promises to do something by a time.",
    "security": "it is held, or may be drawn on, if something goes wrong.",
    "restraint": "it forbids the shop something outside of this platform.",
}

# Half of the bank is practice: {item: (label, why)}.
PRACTICE = {
    "A deposit of $2,000, paid back six months after the end of the contract.": (
        "security",
        "It is held, or may be drawn on, if something goes wrong.",
    ),
    "Advertising is billed at 3% of the sales that came through it.": (
        "commission",
        "It grows with what is sold.",
    ),
    "It costs $39 a month to have a shop.": ("fixed_fee", "It is the same whatever is sold."),
    "Sales in the festival above the plan bring back two points of commission.": (
        "bonus",
        "Money comes back when something is reached.",
    ),
    "The cheapest price must be here at all times.": (
        "restraint",
        "It forbids the shop something outside of this platform.",
    ),
    "The photographs are made by the platform's studio, ten products within two weeks.": (
        "service",
        "Somebody promises to do something by a time.",
    ),
}
