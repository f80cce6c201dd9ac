# %% right: the whole bank
why_wrong = {
    "Prices were raised on the days with most traffic. Dear days sold most, so a higher price sells more.": "demand set the price",
    "Slow sellers were marked down first. Cheap products sell badly, so low prices put people off.": "demand set the price",
    "The algorithm raises the price when searches rise. In its log price and sales rise together.": "demand set the price",
    "Hotels cost most when they are full. Does the price fill them?": "demand set the price",
    "Before the holidays we raised prices and sold twice as much.": "season",
    "Every December the price test says that the high price wins.": "season",
    "At the lower price we sold 40 a day, at the higher one 40 as well. We had 40 a day.": "stock-out",
    "In the cheap week 300 were sold, exactly the size of the delivery.": "stock-out",
    "We raised the price by 5% and sold 30% fewer. In the same week the shop next door halved its own.": "rival",
    "A cut of 10% brought nothing. The largest competitor had cut by 15% the day before.": "rival",
    "App users pay more and buy more often. Those who like us use the app.": "mix",
    "The members' price sells better than the normal one. Members were good customers before.": "mix",
    "Coffee at half price: everybody bought for three months.": "pulled forward",
    "Before the announced price rise sales jumped; afterwards they were low, so the rise cost half of our sales.": "pulled forward",
}

# %% right: slips among the practice items cost nothing
why_wrong |= {
    "Slow sellers were marked down first. Cheap products sell badly, so low prices put people off.": "pulled forward",
    "In the cheap week 300 were sold, exactly the size of the delivery.": "season",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
why_wrong |= {text: "?" for place, text in enumerate(why_wrong) if place not in (0, 4)}

# %% wrong: half left open
# score: 0
# says: `why_wrong` has no answer yet for
why_wrong |= dict.fromkeys(list(why_wrong)[7:], "?")

# %% wrong: a word of one's own
# score: 0
# says: choose one of
why_wrong |= {"Coffee at half price: everybody bought for three months.": "none of them"}

# %% wrong: season for everything that repeats
# score: 2
# says: people bought earlier, and are missing afterwards
why_wrong |= {text: "season" for text, kind in why_wrong.items() if kind == "pulled forward"}

# %% wrong: rivals overlooked
# score: 2
# says: a competitor changed something
why_wrong |= {text: "demand set the price" for text, kind in why_wrong.items() if kind == "rival"}

# %% wrong: one reason for all
# score: 0
# says: 1 of the 6 graded items are right
why_wrong = dict.fromkeys(why_wrong, "mix")
