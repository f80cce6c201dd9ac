"""Twenty-six prices' terms, and twenty-four conclusions from past sales that were each spoiled by
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
    "A crossed-out price that nobody ever paid is a lie, and in many countries unlawful.",
    "A cut as large as the margin can never be earned back.",
    "After six sales in a row nobody believes the full price any more.",
    "After the rival's cut we stand at 115 without having done anything.",
    "Baskets of 44 grow to 49 since then.",
    "Bought for 8, sold for 12: that is fifty percent on top.",
    "Compare two price tests by what a visit brings, not by conversion.",
    "From 49 dollars on we pay for the parcel.",
    "Half of the offers are cheaper than ours: we stand at 100.",
    "How many more must we sell so that the discount costs nothing?",
    "If it is below 1, a higher price always brings more revenue.",
    "It costs 20 and sells for 30: a third of the price is ours.",
    "It is 2.6 on average over 1,851 studies' estimates.",
    "It was 19.90 for two years, so 24.90 feels like an insult.",
    "Of each 100 dollars in the till 42 are left after the goods.",
    "Shoppers of this brand hardly notice a higher price.",
    "Ten percent dearer, and a quarter fewer were sold.",
    "The category may not fall below 35 cents of a dollar of sales.",
    "The dearer lamp converts worse and still brings more from a hundred visits.",
    "The sale sold 20% more; it would have had to sell 33% more.",
    "The wholesaler advises to double the purchase price.",
    "We always add half of what we paid.",
    "We are at 108: eight percent above the others.",
    "Who is 30 dollars away from it does not try to reach it.",
    "With 40 cents of margin, ten off needs a third more units only to stand still.",
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
    (
        "After the cut sales stopped on Thursday, so the cut did not work. The last one went on"
        " Thursday at noon."
    ),
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
        "Large sizes were gone by Tuesday; the week's sales at the low price were no higher than"
        " usual."
    ),
    (
        "On the day of the coupons sales were five times as high; the days before and after were"
        " empty."
    ),
    "Our price rise cost no sales at all; the only other supplier had a fire.",
    (
        "Prices were raised on the days with most traffic. Dear days sold most, so a higher price"
        " sells more."
    ),
    "Sales doubled after our cut. A competitor had just left the market.",
    "Since the cheap line is in the shop, our average price is lower and we sell more pieces.",
    "Slow sellers were marked down first. Cheap products sell badly, so low prices put people off.",
    "Sunscreen became dearer in May and sold better than in March.",
    "The algorithm raises the price when searches rise. In its log price and sales rise together.",
    "The heater was reduced in April, and hardly anybody bought it.",
    "The mean price fell and units rose. Mostly the small pack was sold, which is cheaper.",
    "The members' price sells better than the normal one. Members were good customers before.",
    "The sale week sold three times as much. In the four weeks after it half as much.",
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
    "A cut as large as the margin can never be earned back.": (
        "break-even lift",
        "It compares a cut with the units that would pay for it.",
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
    "It is 2.6 on average over 1,851 studies' estimates.": (
        "elasticity",
        "It says how units answer to a price.",
    ),
    "Of each 100 dollars in the till 42 are left after the goods.": (
        "margin",
        "It is a part of the price.",
    ),
    "The dearer lamp converts worse and still brings more from a hundred visits.": (
        "revenue per visitor",
        "Conversion and basket count together.",
    ),
    "The sale sold 20% more; it would have had to sell 33% more.": (
        "break-even lift",
        "It compares a cut with the units that would pay for it.",
    ),
    "We always add half of what we paid.": ("markup", "It is what is put on top of the cost."),
    "We are at 108: eight percent above the others.": (
        "price index",
        "It compares with what others ask.",
    ),
}

# Half of the bank is practice: {item: (label, why)}.
PRACTICE_WHY_WRONG = {
    "A cut of 10% brought nothing. The largest competitor had cut by 15% the day before.": (
        "rival",
        "A competitor changed something at the same time.",
    ),
    "After the cut sales stopped on Thursday, so the cut did not work. The last one went on Thursday at noon.": (
        "stock-out",
        "The shelf was empty, so fewer were sold than asked for.",
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
    "On the day of the coupons sales were five times as high; the days before and after were empty.": (
        "pulled forward",
        "People bought earlier, and are missing afterwards.",
    ),
    "Sales doubled after our cut. A competitor had just left the market.": (
        "rival",
        "A competitor changed something at the same time.",
    ),
    "Slow sellers were marked down first. Cheap products sell badly, so low prices put people off.": (
        "demand set the price",
        "The price was changed because demand was expected to be high or low.",
    ),
    "The heater was reduced in April, and hardly anybody bought it.": (
        "season",
        "The time of year moved sales, not the price.",
    ),
    "The mean price fell and units rose. Mostly the small pack was sold, which is cheaper.": (
        "mix",
        "Other products or other shoppers were compared than before.",
    ),
}
