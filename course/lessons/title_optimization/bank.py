"""The word bank of the first exercise: one product, its data sheet, and the words of its draft titles."""

PRODUCT = {
    "what it is": "an insulated drinking bottle, also called a flask",
    "brand": "Norrvale",
    "material": "steel", "size": "750ml", "colour": "black",
    "features": "insulated, leakproof, wide-mouth", "comes with": "straw, handle",
    "made for": "women", "used for": "gym, hiking, travel, commuting",
    "care": "hand wash only",
}
ROLES = ("noun", "attribute", "use", "audience", "brand", "promo", "symbol", "untrue")
WORDS = (
    "bottle", "steel", "hiking", "women", "Norrvale", "best-seller", "★★★", "glass", "750ml", "insulated",
    "gym", "free shipping", "kids", "black", "straw", "Brindlepeak", "!!!", "leakproof", "travel", "hot sale",
    "1l", "handle", "100% guaranteed", "~*~", "wide-mouth", "dishwasher-safe", "flask", "commuting",
)
# Done for the learner, as examples.
GIVEN = ("bottle", "steel")
# What to ask about a word that was put in the wrong place; none of them names the role.
HINTS = {
    "bottle": "what would a shopper call the thing itself?",
    "steel": "is it a fact on the data sheet, and of which kind?",
    "hiking": "does it say what the product is, who it is for, or what it is used for?",
    "women": "does it name a thing, an occasion or a person?",
    "Norrvale": "who makes it, says the data sheet?",
    "best-seller": "could a shopper check it on the product, or does it only cheer?",
    "★★★": "would anyone type it into a search box?",
    "glass": "compare it with the material on the data sheet.",
    "750ml": "is it a fact on the data sheet, and of which kind?",
    "insulated": "is it a fact on the data sheet, and of which kind?",
    "gym": "does it say what the product is, who it is for, or what it is used for?",
    "free shipping": "is it about the product, or about this week's offer?",
    "kids": "compare it with who the data sheet says it is made for.",
    "black": "is it a fact on the data sheet, and of which kind?",
    "straw": "is it a fact on the data sheet, and of which kind?",
    "Brindlepeak": "whose name is it? Not the maker's on our data sheet.",
    "!!!": "would anyone type it into a search box?",
    "leakproof": "is it a fact on the data sheet, and of which kind?",
    "travel": "does it say what the product is, who it is for, or what it is used for?",
    "hot sale": "is it about the product, or about this week's offer?",
    "1l": "compare it with the size on the data sheet.",
    "handle": "is it a fact on the data sheet, and of which kind?",
    "100% guaranteed": "could a shopper check it on the product, or does it only cheer?",
    "~*~": "would anyone type it into a search box?",
    "wide-mouth": "is it a fact on the data sheet, and of which kind?",
    "dishwasher-safe": "compare it with the care line of the data sheet.",
    "flask": "what would a shopper call the thing itself?",
    "commuting": "does it say what the product is, who it is for, or what it is used for?",
}
