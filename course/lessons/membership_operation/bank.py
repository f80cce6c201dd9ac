"""Twenty-six benefits of memberships, each of one of six kinds of cost."""

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
    "A birthday coupon over $10, which four of ten forget.",
    "A buyers' club magazine, written and laid out once a month.",
    "A free gift box is put into each parcel.",
    "A hotline for members, staffed by three people day and night.",
    "A month of a film service, given by the film service.",
    "A voucher that the hotel chain pays for.",
    "An extra 3% off everything, always.",
    "Colleagues at a museum let members in at the museum's expense.",
    "Free alterations: each pair of trousers is shortened once.",
    "Free returns: the label of each return is paid.",
    "Free shipping on each order.",
    "Gift wrapping with every order.",
    "Members' names are shown with a small crown.",
    "Members see a sale one hour before everybody else.",
    "One free repair within two years.",
    "Points: 100 for each order, worth $1 when they are used.",
    "Price guarantee: whoever finds it cheaper within 60 days gets the difference.",
    "Refund of 2% of the year's purchases, in January, on request.",
    "The lounge in the shop, rented by the year.",
    "The member's price is 4% below the list price.",
    "The members' app, built and kept up by a team.",
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
    "A month of a film service, given by the film service.": ("partner", "Somebody else pays."),
    "An extra 3% off everything, always.": ("per_dollar", "It grows with what the member spends."),
    "Colleagues at a museum let members in at the museum's expense.": (
        "partner",
        "Somebody else pays.",
    ),
    "Free alterations: each pair of trousers is shortened once.": (
        "per_order",
        "Ten orders cost ten times as much as one.",
    ),
    "Free shipping on each order.": ("per_order", "Ten orders cost ten times as much as one."),
    "Members' names are shown with a small crown.": ("free", "Nothing is bought for it."),
    "One free repair within two years.": (
        "later",
        "Nobody knows yet how many will call for it: that is a liability.",
    ),
    "Price guarantee: whoever finds it cheaper within 60 days gets the difference.": (
        "later",
        "Nobody knows yet how many will call for it: that is a liability.",
    ),
    "The members' app, built and kept up by a team.": (
        "fixed",
        "The bill is the same for a hundred members and a thousand.",
    ),
    "The right to vote on which colour comes next.": ("free", "Nothing is bought for it."),
}
