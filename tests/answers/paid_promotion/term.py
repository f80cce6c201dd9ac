# %% right: the whole bank
term = {
    "Of a thousand times that the ad was shown it was clicked four times.": "CTR",
    "Each dollar of ads brought 4.20 in ad sales.": "ROAS",
    "The margin is 35%, so above 35% every ad order loses money.": "break-even ACOS",
    "It needs a group that does not see the ad.": "incremental ROAS",
    "24 cents of each dollar sold by ads went to the platform.": "ACOS",
    "If this falls while sales grow, people find us without ads.": "TACOS",
    "Of forty clicks on this word none bought. Is that enough to judge it?": "CVR",
    "With a better quality score the same place costs less.": "CPC",
    "It changes when the supplier raises his price, without a single bid having changed.": "break-even ACOS",
    "Ads are 6% of everything that the shop sells.": "TACOS",
    "The ads were paused in half of the regions, and sales fell there by 1%.": "incremental ROAS",
    "Shown often and hardly pressed: the word does not fit the product.": "CTR",
    "The agency reports a five, and does not say what would have been sold anyway.": "ROAS",
    "A click of a dollar and one order of 40 dollars in ten clicks: 25%.": "ACOS",
}

# %% right: one slip is allowed, and any in the practice half
term |= {
    "Ads are 6% of everything that the shop sells.": "ACOS",
    "If this falls while sales grow, people find us without ads.": "ACOS",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
term |= {text: "?" for place, text in enumerate(term) if place > 1}

# %% wrong: half left open
# score: 0
# says: `term` has no answer yet for
term |= dict.fromkeys(list(term)[8:], "?")

# %% wrong: all ratios of spend called ACOS
# score: 1
# says: all sales stand below the line
term |= {
    "Ads are 6% of everything that the shop sells.": "ACOS",
    "It changes when the supplier raises his price, without a single bid having changed.": "ACOS",
}

# %% wrong: incremental taken for reported, and one more
# score: 1
# says: it asks what would not have been sold
term |= {
    "The ads were paused in half of the regions, and sales fell there by 1%.": "ROAS",
    "With a better quality score the same place costs less.": "CTR",
}

# %% wrong: one figure for all
# score: 0
# says: 1 of the 7 graded items
term = dict.fromkeys(term, "CPC")

# %% wrong: a figure of one's own
# score: 0
# says: choose one of
term |= {"With a better quality score the same place costs less.": "CPM"}
