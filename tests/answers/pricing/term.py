# %% right: the whole bank
term = {
    "It costs 20 and sells for 30: a third of the price is ours.": "margin",
    "Of each 100 dollars in the till 42 are left after the goods.": "margin",
    "The category may not fall below 35 cents of a dollar of sales.": "margin",
    "We always add half of what we paid.": "markup",
    "Bought for 8, sold for 12: that is fifty percent on top.": "markup",
    "The wholesaler advises to double the purchase price.": "markup",
    "Ten percent dearer, and a quarter fewer were sold.": "elasticity",
    "Shoppers of this brand hardly notice a higher price.": "elasticity",
    "It is 2.6 on average over 1,851 studies' estimates.": "elasticity",
    "If it is below 1, a higher price always brings more revenue.": "elasticity",
    "With 40 cents of margin, ten off needs a third more units only to stand still.": "break-even lift",
    "The sale sold 20% more; it would have had to sell 33% more.": "break-even lift",
    "How many more must we sell so that the discount costs nothing?": "break-even lift",
    "A cut as large as the margin can never be earned back.": "break-even lift",
    "We are at 108: eight percent above the others.": "price index",
    "After the rival's cut we stand at 115 without having done anything.": "price index",
    "Half of the offers are cheaper than ours: we stand at 100.": "price index",
    "The dearer lamp converts worse and still brings more from a hundred visits.": "revenue per visitor",
    "3% of visitors order for 50 dollars: 1.50 each.": "revenue per visitor",
    "Compare two price tests by what a visit brings, not by conversion.": "revenue per visitor",
    "It was 19.90 for two years, so 24.90 feels like an insult.": "reference price",
    "After six sales in a row nobody believes the full price any more.": "reference price",
    "A crossed-out price that nobody ever paid is a lie, and in many countries unlawful.": "reference price",
    "Baskets of 44 grow to 49 since then.": "threshold",
    "From 49 dollars on we pay for the parcel.": "threshold",
    "Who is 30 dollars away from it does not try to reach it.": "threshold",
}

# %% right: two slips are allowed
term |= {
    "Of each 100 dollars in the till 42 are left after the goods.": "threshold",
    "Who is 30 dollars away from it does not try to reach it.": "margin",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
term |= {text: "?" for place, text in enumerate(term) if place not in (0, 6)}

# %% wrong: half left open
# score: 0
# says: `term` has no answer yet for
term |= dict.fromkeys(list(term)[12:], "?")

# %% wrong: a word of one's own
# score: 0
# says: choose one of
term |= {"The wholesaler advises to double the purchase price.": "none of them"}

# %% wrong: margin and markup swapped
# score: 1
# says: it is a part of the price
term |= {
    "Of each 100 dollars in the till 42 are left after the goods.": "markup",
    "The category may not fall below 35 cents of a dollar of sales.": "markup",
    "We always add half of what we paid.": "margin",
    "Bought for 8, sold for 12: that is fifty percent on top.": "margin",
    "The wholesaler advises to double the purchase price.": "margin",
}

# %% wrong: everything about units is elasticity
# score: 1
# says: it compares a cut with the units
term |= {
    "With 40 cents of margin, ten off needs a third more units only to stand still.": "elasticity",
    "The sale sold 20% more; it would have had to sell 33% more.": "elasticity",
    "How many more must we sell so that the discount costs nothing?": "elasticity",
    "A cut as large as the margin can never be earned back.": "elasticity",
    "The dearer lamp converts worse and still brings more from a hundred visits.": "elasticity",
    "3% of visitors order for 50 dollars: 1.50 each.": "elasticity",
    "Compare two price tests by what a visit brings, not by conversion.": "elasticity",
}

# %% wrong: one word for all
# score: 0
# says: 1 of the 12 graded items are right
term = dict.fromkeys(term, "margin")
