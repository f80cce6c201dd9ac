# %% right: the whole bank
term = {
    "It costs 20 and sells for 30: a third of the price is ours.": "margin",
    "The category may not fall below 35 cents of a dollar of sales.": "margin",
    "Bought for 8, sold for 12: that is fifty percent on top.": "markup",
    "The wholesaler advises to double the purchase price.": "markup",
    "Ten percent dearer, and a quarter fewer were sold.": "elasticity",
    "If it is below 1, a higher price always brings more revenue.": "elasticity",
    "The sale sold 20% more; it would have had to sell 33% more.": "break-even lift",
    "How many more must we sell so that the discount costs nothing?": "break-even lift",
    "After the rival's cut we stand at 115 without having done anything.": "price index",
    "Half of the offers are cheaper than ours: we stand at 100.": "price index",
    "3% of visitors order for 50 dollars: 1.50 each.": "revenue per visitor",
    "Compare two price tests by what a visit brings, not by conversion.": "revenue per visitor",
    "After six sales in a row nobody believes the full price any more.": "reference price",
    "From 49 dollars on we pay for the parcel.": "threshold",
}

# %% right: slips among the practice items cost nothing
term |= {
    "From 49 dollars on we pay for the parcel.": "reference price",
    "3% of visitors order for 50 dollars: 1.50 each.": "elasticity",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
term |= {text: "?" for place, text in enumerate(term) if place not in (0, 4)}

# %% wrong: half left open
# score: 0
# says: `term` has no answer yet for
term |= dict.fromkeys(list(term)[7:], "?")

# %% wrong: a word of one's own
# score: 0
# says: choose one of
term |= {"The wholesaler advises to double the purchase price.": "none of them"}

# %% wrong: a margin taken for a markup
# score: 1
# says: it is a part of the price
term |= {"The category may not fall below 35 cents of a dollar of sales.": "markup"}

# %% wrong: margin and markup swapped
# score: 0
# says: 4 of the 6 graded items are right
term |= {
    text: {"margin": "markup", "markup": "margin"}[word]
    for text, word in term.items()
    if word in ("margin", "markup")
    and text != "It costs 20 and sells for 30: a third of the price is ours."
}

# %% wrong: everything about units is elasticity
# score: 1
# says: it compares a cut with the units
term |= {text: "elasticity" for text, word in term.items() if word == "break-even lift"}

# %% wrong: one word for all
# score: 0
# says: 1 of the 6 graded items are right
term = dict.fromkeys(term, "margin")
