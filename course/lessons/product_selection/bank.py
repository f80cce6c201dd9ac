"""Twenty-six signals that a buyer meets."""

# What a signal tells a buyer: the table of exercise 1.
KINDS = {
    "demand": "how many people look for it",
    "competition": "how many others offer it, and how strongly",
    "margin": "what is left of a sale",
    "returns": "what comes back",
    "season": "when it sells, not how well",
    "vanity": "nothing that a decision should hang on",
}
SIGNALS = (
    "A famous person was seen with one, once",
    "Breakage on the way in the test shipment",
    "Commission of this category",
    "First day of the school year in its largest market",
    "Likes under the founder's picture of it",
    "Number of offers that answer the same search",
    "Page views since the beginning of the shop",
    "Parcels that came back, of those sent",
    "Price minus fee, goods and parcel",
    "Questions a week about it in the shop's own chat, for a product that is not in stock",
    "Reviews that the ten first offers have on average",
    "Searches in December divided by the year's mean",
    "Share of first-page places that are ads",
    "Share of orders in which two sizes of the same shirt were bought",
    "Share of reviews that say 'smaller than expected'",
    "Searches for it last month, those that ended without a click included",
    "Sign-ups for 'tell me when it is back'",
    "The carrier's surcharge for parcels longer than 60 cm",
    "The factory's price at 500 pieces",
    "The platform's own brand has joined the shelf",
    "The supplier calls it his best seller",
    "Trend of its searches over three years, months taken out",
    "Week of the year in which last year's stock was cleared",
    "Weekly searches for 'insulated lunch box'",
    "Weeks until a newcomer of last spring reached the first page",
    "What ads take of an average sale in this category",
)
GIVEN = (
    "Weekly searches for 'insulated lunch box'",
    "Number of offers that answer the same search",
)
HINTS = {
    "demand": "people who want it, whoever sells it to them.",
    "competition": "it says who else is there, and how hard it is to be seen beside them.",
    "margin": "it changes what is left of a sale.",
    "returns": "it says what comes back, or why it will.",
    "season": "it moves every year in the same way and says nothing of growth.",
    "vanity": "no launch would be decided otherwise if this number were twice as large.",
}

# Half of the bank is practice: {item: (label, why)}.
PRACTICE = {
    "A famous person was seen with one, once": (
        "vanity",
        "No launch would be decided otherwise if this number were twice as large.",
    ),
    "Breakage on the way in the test shipment": (
        "returns",
        "It says what comes back, or why it will.",
    ),
    "Commission of this category": ("margin", "It changes what is left of a sale."),
    "Page views since the beginning of the shop": (
        "vanity",
        "No launch would be decided otherwise if this number were twice as large.",
    ),
    "Questions a week about it in the shop's own chat, for a product that is not in stock": (
        "demand",
        "People who want it, whoever sells it to them.",
    ),
    "Reviews that the ten first offers have on average": (
        "competition",
        "It says who else is there, and how hard it is to be seen beside them.",
    ),
    "Searches in December divided by the year's mean": (
        "season",
        "It moves every year in the same way and says nothing of growth.",
    ),
    "Share of orders in which two sizes of the same shirt were bought": (
        "returns",
        "It says what comes back, or why it will.",
    ),
    "Sign-ups for 'tell me when it is back'": (
        "demand",
        "People who want it, whoever sells it to them.",
    ),
    "The carrier's surcharge for parcels longer than 60 cm": (
        "margin",
        "It changes what is left of a sale.",
    ),
    "The platform's own brand has joined the shelf": (
        "competition",
        "It says who else is there, and how hard it is to be seen beside them.",
    ),
    "What ads take of an average sale in this category": (
        "margin",
        "It changes what is left of a sale.",
    ),
}
