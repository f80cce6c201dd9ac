"""Fourteen things that shops did. Each breaks one of five rules of the platform, or none."""

RULES = {
    "fake": "goods or reviews that are not what they claim to be",
    "false_listing": "the page says what is not so",
    "late": "sent, answered or refunded later than promised",
    "away": "buyers are led away from the platform, or their data used elsewhere",
    "price_trick": "a price that misleads",
    "fine": "breaks no rule",
}
CASES = (
    "'Was $90, now $30'; it was never sold at $90.",
    "'Write to us on another app, there it is cheaper.'",
    "A card in the parcel: $5 for each five-star review.",
    "Buyers get adverts for a shop elsewhere by mail after their order.",
    "Copies of a well-known bag with its logo.",
    "Free shipping on the page, a 'handling fee' in the last step.",
    "In two of a hundred orders the wrong size was sent, and exchanged.",
    "Parcels leave after nine days; the page says two.",
    "Prices rise by 10% before the holidays, and the page says so.",
    "Refunds are paid after six weeks, the rule says five days.",
    "Sells the phone numbers of its buyers.",
    "Shipping numbers are typed in on day one and the parcel is handed over on day eight.",
    "The battery has 5,000 mAh on the page and 2,000 in the test.",
    "The page promises a steel blade; what comes is a blade of tin, from the same maker.",
)
GIVEN = (
    "Parcels leave after nine days; the page says two.",
    "Sells the phone numbers of its buyers.",
)
HINTS = {
    "fake": "the thing, or the praise, is not genuine.",
    "false_listing": "the page describes something else than what is sent.",
    "late": "a promised time was not kept.",
    "away": "buyers or their data are taken out of the platform.",
    "price_trick": "the price seems lower, or the hurry greater, than it is.",
    "fine": "there is nothing wrong with that.",
}

# Half of the bank is practice: {item: (label, why)}.
PRACTICE = {
    "'Was $90, now $30'; it was never sold at $90.": (
        "price_trick",
        "The price seems lower, or the hurry greater, than it is.",
    ),
    "'Write to us on another app, there it is cheaper.'": (
        "away",
        "Buyers or their data are taken out of the platform.",
    ),
    "Copies of a well-known bag with its logo.": (
        "fake",
        "The thing, or the praise, is not genuine.",
    ),
    "Prices rise by 10% before the holidays, and the page says so.": (
        "fine",
        "There is nothing wrong with that.",
    ),
    "Refunds are paid after six weeks, the rule says five days.": (
        "late",
        "A promised time was not kept.",
    ),
    "The page promises a steel blade; what comes is a blade of tin, from the same maker.": (
        "false_listing",
        "The page describes something else than what is sent.",
    ),
}
