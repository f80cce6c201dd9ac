"""Twelve search words, fourteen sentences about paid clicks, and what an ordinary word brings."""

from course.market import town

WORDS = town.names("search_words")
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
# An ordinary word has brought so many orders in so many clicks: where belief in a new word begins.
PRIOR_ORDERS, PRIOR_CLICKS = 2, 20
SENTENCES = (
    "A click of a dollar and one order of 40 dollars in ten clicks: 25%.",
    "Ads are 6% of everything that the shop sells.",
    "If this falls while sales grow, people find us without ads.",
    "Each dollar of ads brought 4.20 in ad sales.",
    "It changes when the supplier raises his price, without a single bid having changed.",
    "24 cents of each dollar sold by ads went to the platform.",
    "It needs a group that does not see the ad.",
    "Of a thousand times that the ad was shown it was clicked four times.",
    "The margin is 35%, so above 35% every ad order loses money.",
    "Of forty clicks on this word none bought. Is that enough to judge it?",
    "The ads were paused in half of the regions, and sales fell there by 1%.",
    "Shown often and hardly pressed: the word does not fit the product.",
    "The agency reports a five, and does not say what would have been sold anyway.",
    "With a better quality score the same place costs less.",
)
GIVEN = (
    "Of a thousand times that the ad was shown it was clicked four times.",
    "Each dollar of ads brought 4.20 in ad sales.",
)
HINTS = {
    "CTR": "it compares clicks with showings.",
    "CPC": "it is the price of one click.",
    "CVR": "it says what part of the clicks orders.",
    "ROAS": "it is what ads seem to bring for a dollar.",
    "ACOS": "it is what an ad dollar of sales costs.",
    "TACOS": "all sales stand below the line, not only those of ads.",
    "break-even ACOS": "it follows from the margin alone.",
    "incremental ROAS": "it asks what would not have been sold without the ad.",
}

# The practice half: {item: (label, why)}.
PRACTICE = {
    "24 cents of each dollar sold by ads went to the platform.": (
        "ACOS",
        "Spend for each dollar of ad sales; turned round it would be a ROAS of 4.2.",
    ),
    "If this falls while sales grow, people find us without ads.": (
        "TACOS",
        "All sales stand below the line, not only those of ads: free orders make it fall.",
    ),
    "It needs a group that does not see the ad.": (
        "incremental ROAS",
        "Only such a group shows what would have been sold anyway.",
    ),
    "Of forty clicks on this word none bought. Is that enough to judge it?": (
        "CVR",
        "It asks what part of the clicks orders, and how well forty clicks can tell.",
    ),
    "The margin is 35%, so above 35% every ad order loses money.": (
        "break-even ACOS",
        "It follows from the margin alone, not from what the ads did.",
    ),
}
