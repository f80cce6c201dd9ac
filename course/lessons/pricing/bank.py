"""Fourteen sentences on prices, and fourteen conclusions from past sales that were each spoiled by
something.
"""

from course.market.town import products

TERMS = {
    "elasticity": "percent of units lost for one percent of price",
    "margin": "(price − cost) ÷ price",
    "markup": "(price − cost) ÷ cost",
    "break-even lift": "further units that a cut needs to earn what was earned before",
    "price index": "own price ÷ the market's median price × 100",
    "revenue per visitor": "conversion × basket",
    "reference price": "the price that a shopper remembers as normal",
    "threshold": "the basket from which on delivery is free",
}
STATEMENTS = (
    "3% of visitors order for 50 dollars: 1.50 each.",
    "After six sales in a row nobody believes the full price any more.",
    "After the rival's cut we stand at 115 without having done anything.",
    "Bought for 8, sold for 12: that is fifty percent on top.",
    "Compare two price tests by what a visit brings, not by conversion.",
    "From 49 dollars on we pay for the parcel.",
    "Half of the offers are cheaper than ours: we stand at 100.",
    "How many more must we sell so that the discount costs nothing?",
    "If it is below 1, a higher price always brings more revenue.",
    "It costs 20 and sells for 30: a third of the price is ours.",
    "Ten percent dearer, and a quarter fewer were sold.",
    "The category may not fall below 35 cents of a dollar of sales.",
    "The sale sold 20% more; it would have had to sell 33% more.",
    "The wholesaler advises to double the purchase price.",
)
GIVEN_TERMS = (
    "It costs 20 and sells for 30: a third of the price is ours.",
    "Ten percent dearer, and a quarter fewer were sold.",
)
TERM_HINTS = {
    "elasticity": "it says how units answer to a price.",
    "margin": "it is a part of the price.",
    "markup": "it is what is put on top of the cost.",
    "break-even lift": "it compares a cut with the units that would pay for it.",
    "price index": "it compares with what others ask.",
    "revenue per visitor": "conversion and basket count together.",
    "reference price": "it is in the shopper's memory.",
    "threshold": "it is about the basket from which delivery is free.",
}

# What spoiled the conclusion: the table of exercise 4.
CONFOUNDS = {
    "demand set the price": "the price was changed because demand was expected to be high or low",
    "season": "the time of year moved sales, not the price",
    "stock-out": "the shelf was empty, so fewer were sold than asked for",
    "rival": "a competitor changed something at the same time",
    "mix": "other products or other shoppers were compared than before",
    "pulled forward": "people bought earlier, and are missing afterwards",
}
CASES = (
    "A cut of 10% brought nothing. The largest competitor had cut by 15% the day before.",
    "App users pay more and buy more often. Those who like us use the app.",
    "At the lower price we sold 40 a day, at the higher one 40 as well. We had 40 a day.",
    (
        "Before the announced price rise sales jumped; afterwards they were low, so the rise cost"
        " half of our sales."
    ),
    "Before the holidays we raised prices and sold twice as much.",
    "Coffee at half price: everybody bought for three months.",
    "Every December the price test says that the high price wins.",
    "Hotels cost most when they are full. Does the price fill them?",
    "In the cheap week 300 were sold, exactly the size of the delivery.",
    (
        "Prices were raised on the days with most traffic. Dear days sold most, so a higher price"
        " sells more."
    ),
    "Slow sellers were marked down first. Cheap products sell badly, so low prices put people off.",
    "The algorithm raises the price when searches rise. In its log price and sales rise together.",
    "The members' price sells better than the normal one. Members were good customers before.",
    (
        "We raised the price by 5% and sold 30% fewer. In the same week the shop next door halved"
        " its own."
    ),
)
GIVEN_CASES = (
    (
        "Prices were raised on the days with most traffic. Dear days sold most, so a higher price"
        " sells more."
    ),
    "Before the holidays we raised prices and sold twice as much.",
)
CONFOUND_HINTS = {name: f"{text}." for name, text in CONFOUNDS.items()}

SHOP = "Fennmoor Bags"
PRODUCTS = tuple(products(shop=SHOP)["product"][:20])

# Half of the bank is practice: {item: (label, why)}.
PRACTICE_TERM = {
    "3% of visitors order for 50 dollars: 1.50 each.": (
        "revenue per visitor",
        "Conversion and basket count together.",
    ),
    "After six sales in a row nobody believes the full price any more.": (
        "reference price",
        "It is in the shopper's memory.",
    ),
    "After the rival's cut we stand at 115 without having done anything.": (
        "price index",
        "It compares with what others ask.",
    ),
    "Bought for 8, sold for 12: that is fifty percent on top.": (
        "markup",
        "It is what is put on top of the cost.",
    ),
    "From 49 dollars on we pay for the parcel.": (
        "threshold",
        "It is about the basket from which delivery is free.",
    ),
    "The sale sold 20% more; it would have had to sell 33% more.": (
        "break-even lift",
        "It compares a cut with the units that would pay for it.",
    ),
}

# Half of the bank is practice: {item: (label, why)}.
PRACTICE_WHY_WRONG = {
    "A cut of 10% brought nothing. The largest competitor had cut by 15% the day before.": (
        "rival",
        "A competitor changed something at the same time.",
    ),
    "App users pay more and buy more often. Those who like us use the app.": (
        "mix",
        "Other products or other shoppers were compared than before.",
    ),
    "Before the announced price rise sales jumped; afterwards they were low, so the rise cost half of our sales.": (
        "pulled forward",
        "People bought earlier, and are missing afterwards.",
    ),
    "Every December the price test says that the high price wins.": (
        "season",
        "The time of year moved sales, not the price.",
    ),
    "In the cheap week 300 were sold, exactly the size of the delivery.": (
        "stock-out",
        "The shelf was empty, so fewer were sold than asked for.",
    ),
    "Slow sellers were marked down first. Cheap products sell badly, so low prices put people off.": (
        "demand set the price",
        "The price was changed because demand was expected to be high or low.",
    ),
}
