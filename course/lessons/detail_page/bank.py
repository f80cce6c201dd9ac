"""Twenty-six lines of product pages, the ten modules that a page can carry, and what an auditor
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
    "30 days to send it back, we pay the parcel",
    "4.6 of 5 stars from 1,240 verified buyers, all reviews shown",
    "A third lighter than last year's model",
    "Certified to OEKO-TEX Standard 100, number on the label",
    "Charges in half the time of the old plug",
    "Comes with a spare seal",
    "Double wall of 18/8 steel, 0.4 mm each",
    "Dries faster than wool of the same thickness",
    "Everybody wants one",
    "Fall asleep without turning the pillow",
    "Ice cubes fit in, unlike in bottles with a narrow neck",
    "Keeps tea hot twice as long as a single-walled bottle",
    "Machine-washable at 60 °C",
    "No more wet papers in the backpack",
    "One bag less to carry on the way to work",
    "Opening of 6 cm",
    "Photos of the worn sole after 800 km",
    "Revolutionary premium quality",
    "Tested by an independent laboratory: 64 °C after six hours, report linked below",
    "The best bottle in the world",
    "The table looks like a restaurant's, and you cooked at home",
    "Ultra-modern lifestyle design",
    "Weighs 310 grams",
    "You will love it",
    "Your tea is still hot when the meeting is over",
    "Zip cover of organic cotton",
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

# Half of the bank is practice: {item: (label, why)}.
PRACTICE = {
    "30 days to send it back, we pay the parcel": (
        "proof",
        "It is something that one can look up, count or send back.",
    ),
    "Certified to OEKO-TEX Standard 100, number on the label": (
        "proof",
        "It is something that one can look up, count or send back.",
    ),
    "Charges in half the time of the old plug": ("advantage", "It compares with something."),
    "Comes with a spare seal": ("feature", "It can be measured or seen at the product itself."),
    "Fall asleep without turning the pillow": (
        "benefit",
        "It is about the shopper's day, not about the product.",
    ),
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
    "Ultra-modern lifestyle design": ("hot air", "Nobody could say what would make it false."),
    "Zip cover of organic cotton": ("feature", "It can be measured or seen at the product itself."),
}
