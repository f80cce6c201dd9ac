"""Twelve search words, and twenty-six sentences about paid clicks."""

WORDS = (
    "laptop backpack",
    "backpack 25l",
    "school backpack",
    "travel backpack",
    "leather tote",
    "gym bag",
    "belt bag",
    "weekender bag",
    "olive backpack",
    "laptop sleeve",
    "packing cubes",
    "camera bag",
)
TERMS = {
    "CTR": "clicks ÷ impressions",
    "CPC": "spend ÷ clicks",
    "CVR": "orders ÷ clicks",
    "ROAS": "ad revenue ÷ spend",
    "ACOS": "spend ÷ ad revenue",
    "TACOS": "spend ÷ all revenue",
    "break-even ACOS": "the ACOS that eats the whole contribution margin",
    "incremental ROAS": "(revenue with ads − revenue without) ÷ spend",
}
SENTENCES = (
    "24 cents of each dollar sold by ads went to the platform.",
    "A click of a dollar and one order of 40 dollars in ten clicks: 25%.",
    "A press cost 92 cents last week.",
    "A product with 15% margin can afford little more than a click in seven.",
    "Ads are 6% of everything that the shop sells.",
    "Each dollar of ads brought 4.20 in ad sales.",
    "If this falls while sales grow, people find us without ads.",
    "It changes when the supplier raises his price, without a single bid having changed.",
    "It is one divided by the ACOS.",
    "It needs a group that does not see the ad.",
    "Many press and few order: look at the page.",
    "Of a thousand times that the ad was shown it was pressed four times.",
    "Of forty clicks on this word none bought. Is that enough to judge it?",
    "One press in ten ends in an order.",
    "Only a test with a control tells it.",
    "Shown often and hardly pressed: the word does not fit the product.",
    "The ads were paused in half of the regions, and sales fell there by 1%.",
    "The agency reports a five, and does not say what would have been sold anyway.",
    "The free orders stand below the line too.",
    "The margin is 35%, so above 35% every ad order loses money.",
    "The new picture is pressed twice as often as the old one.",
    "The second-highest score decides what we pay.",
    "We switch off what spends more than 30 cents for a dollar of ad sales.",
    "Who types our name would have come anyway.",
    "With a better quality score the same place costs less.",
    "eBay found it to be negative for most words.",
)
GIVEN = (
    "Of a thousand times that the ad was shown it was pressed four times.",
    "Each dollar of ads brought 4.20 in ad sales.",
)
HINTS = {
    "CTR": "it compares presses with showings.",
    "CPC": "it is the price of one press.",
    "CVR": "it says what part of the presses orders.",
    "ROAS": "it is what ads seem to bring for a dollar.",
    "ACOS": "it is what an ad dollar of sales costs.",
    "TACOS": "all sales stand below the line, not only those of ads.",
    "break-even ACOS": "it follows from the margin alone.",
    "incremental ROAS": "it asks what would not have been sold without the ad.",
}

# Half of the bank is practice: {item: (label, why)}.
PRACTICE = {
    "24 cents of each dollar sold by ads went to the platform.": (
        "ACOS",
        "It is what an ad dollar of sales costs.",
    ),
    "A product with 15% margin can afford little more than a click in seven.": (
        "break-even ACOS",
        "It follows from the margin alone.",
    ),
    "If this falls while sales grow, people find us without ads.": (
        "TACOS",
        "All sales stand below the line, not only those of ads.",
    ),
    "It is one divided by the ACOS.": ("ROAS", "It is what ads seem to bring for a dollar."),
    "It needs a group that does not see the ad.": (
        "incremental ROAS",
        "It asks what would not have been sold without the ad.",
    ),
    "Of forty clicks on this word none bought. Is that enough to judge it?": (
        "CVR",
        "It says what part of the presses orders.",
    ),
    "Shown often and hardly pressed: the word does not fit the product.": (
        "CTR",
        "It compares presses with showings.",
    ),
    "The ads were paused in half of the regions, and sales fell there by 1%.": (
        "incremental ROAS",
        "It asks what would not have been sold without the ad.",
    ),
    "The margin is 35%, so above 35% every ad order loses money.": (
        "break-even ACOS",
        "It follows from the margin alone.",
    ),
    "The second-highest score decides what we pay.": ("CPC", "It is the price of one press."),
    "We switch off what spends more than 30 cents for a dollar of ad sales.": (
        "ACOS",
        "It is what an ad dollar of sales costs.",
    ),
    "eBay found it to be negative for most words.": (
        "incremental ROAS",
        "It asks what would not have been sold without the ad.",
    ),
}
