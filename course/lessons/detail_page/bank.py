"""Twenty-six lines of product pages, the ten modules that a page can carry, and what an auditor looks for."""

# What a line is: the table of exercise 1.
KINDS = {
    "feature": "what the product has or is",
    "advantage": "what that does, compared with something else",
    "benefit": "what the shopper gets out of it",
    "proof": "why one should believe it",
    "hot air": "nothing that could be true or false, or that nobody can show",
}
LINES = {
    "Double wall of 18/8 steel, 0.4 mm each": "feature",
    "Weighs 310 grams": "feature",
    "Machine-washable at 60 °C": "feature",
    "Zip cover of organic cotton": "feature",
    "Opening of 6 cm": "feature",
    "Comes with a spare seal": "feature",
    "Keeps tea hot twice as long as a single-walled bottle": "advantage",
    "A third lighter than last year's model": "advantage",
    "Dries faster than wool of the same thickness": "advantage",
    "Ice cubes fit in, unlike in bottles with a narrow neck": "advantage",
    "Charges in half the time of the old plug": "advantage",
    "Your tea is still hot when the meeting is over": "benefit",
    "One bag less to carry on the way to work": "benefit",
    "Fall asleep without turning the pillow": "benefit",
    "The table looks like a restaurant's, and you cooked at home": "benefit",
    "No more wet papers in the backpack": "benefit",
    "Tested by an independent laboratory: 64 °C after six hours, report linked below": "proof",
    "4.6 of 5 stars from 1,240 verified buyers, all reviews shown": "proof",
    "Photos of the worn sole after 800 km": "proof",
    "Certified to OEKO-TEX Standard 100, number on the label": "proof",
    "30 days to send it back, we pay the parcel": "proof",
    "The best bottle in the world": "hot air",
    "Revolutionary premium quality": "hot air",
    "You will love it": "hot air",
    "Ultra-modern lifestyle design": "hot air",
    "Everybody wants one": "hot air",
}
GIVEN = ("Double wall of 18/8 steel, 0.4 mm each", "Your tea is still hot when the meeting is over")
HINTS = {
    "feature": "it can be measured or seen at the product itself.",
    "advantage": "it compares with something.",
    "benefit": "it is about the shopper's day, not about the product.",
    "proof": "it is something that one can look up, count or send back.",
    "hot air": "nobody could say what would make it false.",
}
MODULES = ("size chart", "photo in use", "video", "material close-up", "customer photos", "comparison table", "questions answered", "return promise",
           "bold claim", "story of the maker")
FACTS = ("size", "material", "delivery", "returns")
CODES = {
    "SIZE": "no size or measure", "MATERIAL": "no material", "DELIVERY": "no time or cost of delivery", "RETURNS": "no terms of return",
    "UNPROVEN": "a claim without evidence", "URGENCY": "urgency that is not true", "REVIEWS": "reviews that were paid for or chosen, and it is not said",
}
CLAIMS = ("keeps tea hot for six hours", "does not leak upside down", "survives a fall from two metres", "holds its colour after fifty washes",
          "made without plastic")
