"""Twenty-six prices' terms, and twenty-four conclusions from past sales that were each spoiled by something."""

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
STATEMENTS = {
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
GIVEN_TERMS = ("It costs 20 and sells for 30: a third of the price is ours.", "Ten percent dearer, and a quarter fewer were sold.")
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
CASES = {
    "Prices were raised on the days with most traffic. Dear days sold most, so a higher price sells more.": "demand set the price",
    "Slow sellers were marked down first. Cheap products sell badly, so low prices put people off.": "demand set the price",
    "The algorithm raises the price when searches rise. In its log price and sales rise together.": "demand set the price",
    "Hotels cost most when they are full. Does the price fill them?": "demand set the price",
    "Before the holidays we raised prices and sold twice as much.": "season",
    "Sunscreen became dearer in May and sold better than in March.": "season",
    "The heater was reduced in April, and hardly anybody bought it.": "season",
    "Every December the price test says that the high price wins.": "season",
    "At the lower price we sold 40 a day, at the higher one 40 as well. We had 40 a day.": "stock-out",
    "After the cut sales stopped on Thursday, so the cut did not work. The last one went on Thursday at noon.": "stock-out",
    "In the cheap week 300 were sold, exactly the size of the delivery.": "stock-out",
    "Large sizes were gone by Tuesday; the week's sales at the low price were no higher than usual.": "stock-out",
    "We raised the price by 5% and sold 30% fewer. In the same week the shop next door halved its own.": "rival",
    "A cut of 10% brought nothing. The largest competitor had cut by 15% the day before.": "rival",
    "Our price rise cost no sales at all; the only other supplier had a fire.": "rival",
    "Sales doubled after our cut. A competitor had just left the market.": "rival",
    "The mean price fell and units rose. Mostly the small pack was sold, which is cheaper.": "mix",
    "App users pay more and buy more often. Those who like us use the app.": "mix",
    "The members' price sells better than the normal one. Members were good customers before.": "mix",
    "Since the cheap line is in the shop, our average price is lower and we sell more pieces.": "mix",
    "The sale week sold three times as much. In the four weeks after it half as much.": "pulled forward",
    "Coffee at half price: everybody bought for three months.": "pulled forward",
    "Before the announced price rise sales jumped; afterwards they were low, so the rise cost half of our sales.": "pulled forward",
    "On the day of the coupons sales were five times as high; the days before and after were empty.": "pulled forward",
}
GIVEN_CASES = ("Prices were raised on the days with most traffic. Dear days sold most, so a higher price sells more.",
               "Before the holidays we raised prices and sold twice as much.")
CONFOUND_HINTS = {name: f"{text}." for name, text in CONFOUNDS.items()}

PRODUCTS = (
    "steel lunch box", "desk lamp", "yoga mat", "pour-over set", "wool blanket", "dry bag", "kitchen scale", "bedside lamp", "head torch", "laptop stand",
    "foam roller", "knife block", "plant mister", "cat scratching post", "travel mug", "garment bags", "spice rack", "clothes steamer", "bird feeder",
    "milk frother",
)
