"""Fourteen messages from users and merchants, each of one of six kinds."""

KINDS = {
    "bug": "it does not do what it says",
    "missing": "something that one needs is not there",
    "usability": "it is there and works, and people do not find or understand it",
    "speed": "it works and takes too long",
    "rules": "a rule of the platform is disputed, or broken",
    "praise": "it works and somebody says so",
}
MESSAGES = (
    "After the update the cart shows 0 pieces, and I was charged for two.",
    "Every search takes eight seconds on my phone.",
    "I cannot pay by invoice.",
    "I did not know that the little clock means pre-sale.",
    "I pressed 'cancel' because I thought it closes the window; it cancelled my order.",
    "The coupon code is accepted and nothing is taken off.",
    "The fee for returns is unfair when the buyer simply changed her mind.",
    "The new filter for left-handed scissors is great.",
    "The page with 500 products takes half a minute to load.",
    "Three of our customers put things on the wish list and believed they had bought them.",
    "We sell in two languages, but a product can have one title only.",
    "Where has the button for invoices gone? It is under 'More', I know now.",
    "Why does a five-star shop with fake reviews stand above mine?",
    "Your total differs from the sum of the lines by one cent.",
)
GIVEN = (
    "After the update the cart shows 0 pieces, and I was charged for two.",
    "Every search takes eight seconds on my phone.",
)
HINTS = {
    "bug": "it is meant to work otherwise.",
    "missing": "what they want does not exist.",
    "usability": "it exists and works; they did not find or understand it.",
    "speed": "it takes too long.",
    "rules": "it is about what is allowed and what it costs.",
    "praise": "nothing is asked for.",
}

# Half of the bank is practice: {item: (label, why)}.
PRACTICE = {
    "I pressed 'cancel' because I thought it closes the window; it cancelled my order.": (
        "usability",
        "It exists and works; they did not find or understand it.",
    ),
    "The coupon code is accepted and nothing is taken off.": (
        "bug",
        "It is meant to work otherwise.",
    ),
    "The new filter for left-handed scissors is great.": ("praise", "Nothing is asked for."),
    "We sell in two languages, but a product can have one title only.": (
        "missing",
        "What they want does not exist.",
    ),
    "Where has the button for invoices gone? It is under 'More', I know now.": (
        "usability",
        "It exists and works; they did not find or understand it.",
    ),
    "Why does a five-star shop with fake reviews stand above mine?": (
        "rules",
        "It is about what is allowed and what it costs.",
    ),
}
