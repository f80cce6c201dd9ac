"""Fourteen questions as colleagues ask them, and the fraction that answers each."""

# What each fraction is called, and what its mistake is: the table of exercise 1.
METRICS = {
    "clicks / impressions": "CTR, click-through rate",
    "ad cost / clicks": "CPC, cost of a click",
    "ad cost / new buyers": "CAC, cost of a new customer",
    "carts / sessions": "add-to-cart rate",
    "1 - orders / carts": "cart abandonment",
    "orders / sessions": "CVR by session",
    "buyers / visitors": "CVR by person",
    "revenue / orders": "AOV, average order value",
    "revenue / sessions": "revenue per session",
    "returned orders / orders": "return rate",
    "buyers with 2+ orders / buyers": "repeat rate",
    "daily users / monthly users": "stickiness, DAU/MAU",
    "users still here / users at start": "retention rate",
}
QUESTIONS = (
    "Do people who bought once come again?",
    "Does the page make people want the lamp, before any question of delivery or payment comes up?",
    "Free delivery now starts at 49 dollars. Do people fill their baskets further?",
    "How many of a hundred visits end with an order?",
    "Is the app opened every day, or once a month?",
    "Many people look three times before they buy. How many of the people buy in the end?",
    "Of a hundred times that our offer was shown, how often was it pressed?",
    "Of those who joined in March, how many are active in June?",
    "She came on the phone on Monday and ordered at her desk on Friday. Which rate counts that as one success of one?",
    "The page promised more than the parcel held. Where does that show?",
    "What did it cost us to win somebody who had never bought before?",
    "What do we pay each time somebody presses an ad?",
    "What may a visit cost at most, if all of its revenue went into it?",
    "What share of filled carts is left standing?",
)
GIVEN = (
    "Of a hundred times that our offer was shown, how often was it pressed?",
    "What do we pay each time somebody presses an ad?",
)
HINTS = {
    "clicks / impressions": "asked is what part of the showings is pressed.",
    "ad cost / clicks": "asked is the price of a press, whoever presses and whatever follows.",
    "ad cost / new buyers": "asked is the price of a person who buys for the first time.",
    "carts / sessions": "asked is how many visits reach the cart, no further.",
    "1 - orders / carts": "asked is who turns round between cart and order.",
    "orders / sessions": "visits are counted here, not people.",
    "buyers / visitors": "people are counted here, however often they came.",
    "revenue / orders": "asked is the size of a basket.",
    "revenue / sessions": "conversion and basket count together here: what one visit brings.",
    "returned orders / orders": "asked is what comes back, of what was ordered.",
    "buyers with 2+ orders / buyers": "asked is who buys again, of those who ever bought.",
    "daily users / monthly users": "asked is how often the same people come.",
    "users still here / users at start": (
        "one group of starters is followed here: how many are left."
    ),
}

# Six are practice: {item: (label, why)}.
PRACTICE = {
    "Does the page make people want the lamp, before any question of delivery or payment comes up?": (
        "carts / sessions",
        "Asked is how many visits reach the cart, no further.",
    ),
    "How many of a hundred visits end with an order?": (
        "orders / sessions",
        "Visits are counted here, not people.",
    ),
    "Many people look three times before they buy. How many of the people buy in the end?": (
        "buyers / visitors",
        "People are counted here, however often they came.",
    ),
    "Free delivery now starts at 49 dollars. Do people fill their baskets further?": (
        "revenue / orders",
        "Asked is the size of a basket.",
    ),
    "Is the app opened every day, or once a month?": (
        "daily users / monthly users",
        "Asked is how often the same people come.",
    ),
    "Do people who bought once come again?": (
        "buyers with 2+ orders / buyers",
        "Asked is who buys again, of those who ever bought.",
    ),
}

# The two weeks of the ticket, in all and by device.
TWO_WEEKS = (
    {"sessions": 20_000.0, "cvr": 0.0310, "aov": 48.0},
    {"sessions": 24_000.0, "cvr": 0.0276, "aov": 47.0},
)
DEVICE_WEEKS = {
    "segment": ["desktop", "phone", "tablet"],
    "sessions0": [11_000, 7_500, 1_500],
    "orders0": [473, 117, 30],
    "sessions1": [9_000, 13_600, 1_400],
    "orders1": [405, 228, 29],
}
