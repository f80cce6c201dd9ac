"""Fourteen lines of product pages, the ten modules that a page can carry, and what an auditor
looks for.
"""

from course.market import town

# What a line is: the table of exercise 1.
KINDS = {
    "feature": "what the product has or is",
    "advantage": "what that does, compared with something else",
    "benefit": "what the shopper gets out of it",
    "proof": "why one should believe it",
    "hot air": "nothing that could be true or false, or that nobody can show",
}
LINES = (
    "4.6 of 5 stars from 1,240 verified buyers, all reviews shown",
    "Charges in half the time of the old plug",
    "Double wall of 18/8 steel, 0.4 mm each",
    "Dries faster than wool of the same thickness",
    "Ice cubes fit in, unlike in bottles with a narrow neck",
    "No more wet papers in the backpack",
    "One bag less to carry on the way to work",
    "Opening of 6 cm",
    "Photos of the worn sole after 800 km",
    "Revolutionary premium quality",
    "Tested by an independent laboratory: 64 °C after six hours, report linked below",
    "The best bottle in the world",
    "Weighs 310 grams",
    "Your tea is still hot when the meeting is over",
)
GIVEN = ("Double wall of 18/8 steel, 0.4 mm each", "Your tea is still hot when the meeting is over")
HINTS = {
    "feature": "it can be measured or seen at the product itself.",
    "advantage": "it compares with something.",
    "benefit": "it is about the shopper's day, not about the product.",
    "proof": "it is something that one can look up, count or send back.",
    "hot air": "nobody could say what would make it false.",
}
MODULES = town.names("modules")
FACTS = ("size", "material", "delivery", "returns")
CODES = {
    "SIZE": "no size or measure",
    "MATERIAL": "no material",
    "DELIVERY": "no time or cost of delivery",
    "RETURNS": "no terms of return",
    "UNPROVEN": "a claim without evidence",
    "URGENCY": "urgency that is not true",
    "REVIEWS": "reviews that were paid for or chosen, and it is not said",
}
CLAIMS = (
    "keeps tea hot for six hours",
    "does not leak upside down",
    "survives a fall from two metres",
    "holds its colour after fifty washes",
    "made without plastic",
)

# The ticket: two pages of the bottle, and what stands on the bold one.
TICKET_TEST = {
    "old page": {"views": 25_000, "orders": 1_250, "returns": 100},
    "bold page": {"views": 25_000, "orders": 1_400, "returns": 336},
}
TICKET_PAGE = {
    "facts": {"size": "stated", "material": "stated", "delivery": "stated"},
    "claims": [
        {"text": "the best bottle in the world", "evidence": None},
        {"text": "keeps tea hot all day", "evidence": None},
    ],
    "stock": 212,
    "says_left": 3,
    "countdown": None,
    "reviews": {"paid": False, "disclosed": False, "hidden_below": 0},
}

# Half of the bank is practice: {item: (label, why)}.
PRACTICE = {
    "Charges in half the time of the old plug": ("advantage", "It compares with something."),
    "Ice cubes fit in, unlike in bottles with a narrow neck": (
        "advantage",
        "It compares with something.",
    ),
    "One bag less to carry on the way to work": (
        "benefit",
        "It is about the shopper's day, not about the product.",
    ),
    "Opening of 6 cm": ("feature", "It can be measured or seen at the product itself."),
    "Revolutionary premium quality": ("hot air", "Nobody could say what would make it false."),
    "Tested by an independent laboratory: 64 °C after six hours, report linked below": (
        "proof",
        "It is something that one can look up, count or send back.",
    ),
}
