"""Twenty-six things that shops did. Each breaks one of five rules of the platform, or none."""

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
    "A negative review is answered politely and stands.",
    "Buyers get adverts for a shop elsewhere by mail after their order.",
    "Buyers' questions wait for eleven days.",
    "Copies of a well-known bag with its logo.",
    "Discount of 60% on the last six pieces of a model, with the old price of last month.",
    "Forty reviews in one night from accounts a day old.",
    "Free shipping on the page, a 'handling fee' in the last step.",
    "In two of a hundred orders the wrong size was sent, and exchanged.",
    (
        "One dollar for a phone case; in the list of choices it is for the cable tie, the case"
        " costs $20."
    ),
    "Parcels leave after nine days; the page says two.",
    "Photos of another maker's product.",
    "Prices rise by 10% before the holidays, and the page says so.",
    "Refunds are paid after six weeks, the rule says five days.",
    "Sells the phone numbers of its buyers.",
    "Shipping numbers are typed in on day one and the parcel is handed over on day eight.",
    "Staff buys its own goods to climb in the ranking.",
    "The battery has 5,000 mAh on the page and 2,000 in the test.",
    "The invoice comes with a link to pay outside the platform.",
    "The shop asks buyers for an honest review, good or bad, without a gift.",
    "The shop closes for two weeks and says so on each page.",
    "A timer says that the low price ends in 10 minutes; it starts again for everybody.",
    "The page promises a steel blade; what comes is a blade of tin, from the same maker.",
    "Waterproof, says the title; 'keep away from rain', says the leaflet.",
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
    "Discount of 60% on the last six pieces of a model, with the old price of last month.": (
        "fine",
        "There is nothing wrong with that.",
    ),
    "One dollar for a phone case; in the list of choices it is for the cable tie, the case costs $20.": (
        "price_trick",
        "The price seems lower, or the hurry greater, than it is.",
    ),
    "Photos of another maker's product.": (
        "false_listing",
        "The page describes something else than what is sent.",
    ),
    "Prices rise by 10% before the holidays, and the page says so.": (
        "fine",
        "There is nothing wrong with that.",
    ),
    "Refunds are paid after six weeks, the rule says five days.": (
        "late",
        "A promised time was not kept.",
    ),
    "Staff buys its own goods to climb in the ranking.": (
        "fake",
        "The thing, or the praise, is not genuine.",
    ),
    "The invoice comes with a link to pay outside the platform.": (
        "away",
        "Buyers or their data are taken out of the platform.",
    ),
    "The shop closes for two weeks and says so on each page.": (
        "fine",
        "There is nothing wrong with that.",
    ),
    "The page promises a steel blade; what comes is a blade of tin, from the same maker.": (
        "false_listing",
        "The page describes something else than what is sent.",
    ),
}
