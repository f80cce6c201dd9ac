"""Fourteen benefits of memberships, each of one of six kinds of cost."""

KINDS = {
    "per_order": "costs the shop something with each order",
    "per_dollar": "costs a share of what the member spends",
    "fixed": "costs the same however many use it",
    "later": "is promised today and paid for later, if it is called for",
    "partner": "is paid by somebody else who wants these customers",
    "free": "costs next to nothing: order, time or attention",
}
BENEFITS = (
    "5% of every purchase goes back to the member's balance.",
    "A baker gives each member a free coffee, and pays for it: he wants to be found.",
    "A bank adds 1% on its own card, from its own money.",
    "A buyers' club magazine, written and laid out once a month.",
    "A hotline for members, staffed by three people day and night.",
    "An extra 3% off everything, always.",
    "Free shipping on each order.",
    "Gift wrapping with every order.",
    "One free repair within two years.",
    "Points: 100 for each order, worth $1 when they are used.",
    "The lounge in the shop, rented by the year.",
    "The member's price is 4% below the list price.",
    "The right to vote on which colour comes next.",
    "The wish list can be longer than 50 entries.",
)
GIVEN = (
    "5% of every purchase goes back to the member's balance.",
    "A hotline for members, staffed by three people day and night.",
)
HINTS = {
    "per_order": "ten orders cost ten times as much as one.",
    "per_dollar": "it grows with what the member spends.",
    "fixed": "the bill is the same for a hundred members and a thousand.",
    "later": "nobody knows yet how many will call for it: that is a liability.",
    "partner": "somebody else pays.",
    "free": "nothing is bought for it.",
}

# Half of the bank is practice: {item: (label, why)}.
PRACTICE = {
    "A baker gives each member a free coffee, and pays for it: he wants to be found.": (
        "partner",
        "Somebody else pays.",
    ),
    "A buyers' club magazine, written and laid out once a month.": (
        "fixed",
        "The bill is the same for a hundred members and a thousand.",
    ),
    "An extra 3% off everything, always.": ("per_dollar", "It grows with what the member spends."),
    "Free shipping on each order.": ("per_order", "Ten orders cost ten times as much as one."),
    "One free repair within two years.": (
        "later",
        "Nobody knows yet how many will call for it: that is a liability.",
    ),
    "The right to vote on which colour comes next.": ("free", "Nothing is bought for it."),
}
