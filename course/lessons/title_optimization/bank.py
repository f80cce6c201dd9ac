"""The word bank of the first exercise: one product, its data sheet, and the words of its draft
titles.
"""

PRODUCT = {
    "what it is": "an insulated drinking bottle, also called a flask",
    "brand": "Norrvale",
    "material": "steel",
    "size": "750ml",
    "colour": "black",
    "features": "insulated, leakproof, wide-mouth",
    "comes with": "straw, handle",
    "made for": "women",
    "used for": "gym, hiking, travel, commuting",
    "care": "hand wash only",
}
ROLES = ("noun", "attribute", "use", "audience", "brand", "promo", "symbol", "untrue")
WORDS = (
    "bottle",
    "steel",
    "hiking",
    "women",
    "Norrvale",
    "best-seller",
    "★★★",
    "glass",
    "750ml",
    "insulated",
    "gym",
    "free shipping",
    "kids",
    "black",
    "straw",
    "Brindlepeak",
    "!!!",
    "leakproof",
    "travel",
    "hot sale",
    "1l",
    "handle",
    "100% guaranteed",
    "~*~",
    "wide-mouth",
    "dishwasher-safe",
    "flask",
    "commuting",
)
# Done for the learner, as examples.
GIVEN = ("bottle", "steel")

# Half of the bank is practice: {item: (label, why)}.
PRACTICE = {
    "hiking": ("use", "The data sheet lists it under what the bottle is used for."),
    "women": ("audience", "The data sheet names them as those whom it is made for."),
    "best-seller": ("promo", "It praises; the data sheet holds nothing of the kind."),
    "★★★": ("symbol", "Signs that nobody types into a search box."),
    "750ml": ("attribute", "It is the size on the data sheet."),
    "kids": ("untrue", "The data sheet says made for women, not for children."),
    "black": ("attribute", "It is the colour on the data sheet."),
    "leakproof": ("attribute", "The data sheet lists it under features."),
    "travel": ("use", "The data sheet lists it under what the bottle is used for."),
    "hot sale": ("promo", "It is about an offer of the shop, not about the bottle."),
    "1l": ("untrue", "The data sheet says 750ml; one litre contradicts it."),
    "~*~": ("symbol", "Decoration that nobody types into a search box."),
    "wide-mouth": ("attribute", "The data sheet lists it under features."),
}
