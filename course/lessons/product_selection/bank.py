"""Fourteen signals that a buyer meets."""

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
    "Number of offers that answer the same search",
    "Page views since the beginning of the shop",
    "Questions a week about it in the shop's own chat, for a product that is not in stock",
    "Searches in December divided by the year's mean",
    "Share of first-page places that are ads",
    "Share of orders in which two sizes of the same shirt were bought",
    "Share of reviews that say 'smaller than expected'",
    "The factory's price at 500 pieces",
    "The platform's own brand has joined the shelf",
    "The supplier calls it his best seller",
    "Trend of its searches over three years, months taken out",
    "Week of the year in which last year's stock was cleared",
    "Weekly searches for 'insulated lunch box'",
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

# Half of what is asked is practice: {item: (label, why)}.
PRACTICE = {
    "Page views since the beginning of the shop": (
        "vanity",
        "No launch would be decided otherwise if this number were twice as large.",
    ),
    "Questions a week about it in the shop's own chat, for a product that is not in stock": (
        "demand",
        "People who want it, whoever sells it to them.",
    ),
    "Searches in December divided by the year's mean": (
        "season",
        "It moves every year in the same way and says nothing of growth.",
    ),
    "Share of orders in which two sizes of the same shirt were bought": (
        "returns",
        "It says what comes back, or why it will.",
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
