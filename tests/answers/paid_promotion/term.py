# %% right: the whole bank
term = {
    "Of a thousand times that the ad was shown it was pressed four times.": "CTR",
    "The new picture is pressed twice as often as the old one.": "CTR",
    "Shown often and hardly pressed: the word does not fit the product.": "CTR",
    "A press cost 92 cents last week.": "CPC",
    "With a better quality score the same place costs less.": "CPC",
    "The second-highest score decides what we pay.": "CPC",
    "One press in ten ends in an order.": "CVR",
    "Many press and few order: look at the page.": "CVR",
    "Of forty clicks on this word none bought. Is that enough to judge it?": "CVR",
    "Each dollar of ads brought 4.20 in ad sales.": "ROAS",
    "The agency reports a five, and does not say what would have been sold anyway.": "ROAS",
    "It is one divided by the ACOS.": "ROAS",
    "24 cents of each dollar sold by ads went to the platform.": "ACOS",
    "A click of a dollar and one order of 40 dollars in ten clicks: 25%.": "ACOS",
    "We switch off what spends more than 30 cents for a dollar of ad sales.": "ACOS",
    "Ads are 6% of everything that the shop sells.": "TACOS",
    "If this falls while sales grow, people find us without ads.": "TACOS",
    "The free orders stand below the line too.": "TACOS",
    "The margin is 35%, so above 35% every ad order loses money.": "break-even ACOS",
    "It changes when the supplier raises his price, without a single bid having changed.": "break-even ACOS",
    "A product with 15% margin can afford little more than a click in seven.": "break-even ACOS",
    "The ads were paused in half of the regions, and sales fell there by 1%.": "incremental ROAS",
    "Who types our name would have come anyway.": "incremental ROAS",
    "It needs a group that does not see the ad.": "incremental ROAS",
    "eBay found it to be negative for most words.": "incremental ROAS",
    "Only a test with a control tells it.": "incremental ROAS",
}

# %% right: two slips are allowed
term |= {
    "It is one divided by the ACOS.": "ACOS",
    "The free orders stand below the line too.": "ACOS",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
term |= {text: "?" for place, text in enumerate(term) if place not in (0, 9)}

# %% wrong: half left open
# score: 0
# says: `term` has no answer yet for
term |= dict.fromkeys(list(term)[13:], "?")

# %% wrong: TACOS taken for ACOS
# score: 1
# says: all sales stand below the line
term |= {
    "Ads are 6% of everything that the shop sells.": "ACOS",
    "If this falls while sales grow, people find us without ads.": "ACOS",
    "The free orders stand below the line too.": "ACOS",
    "The margin is 35%, so above 35% every ad order loses money.": "ACOS",
    "It changes when the supplier raises his price, without a single bid having changed.": "ACOS",
    "A product with 15% margin can afford little more than a click in seven.": "ACOS",
}

# %% wrong: incremental taken for reported
# score: 1
# says: it asks what would not have been sold
term |= {text: "ROAS" for text, kind in term.items() if kind == "incremental ROAS"}

# %% wrong: one figure for all
# score: 0
# says: 2 of the 12 graded items are right
term = dict.fromkeys(term, "CPC")

# %% wrong: a figure of one's own
# score: 0
# says: choose one of
term |= {"The second-highest score decides what we pay.": "CPM"}
