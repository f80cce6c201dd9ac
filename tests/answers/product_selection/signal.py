# %% right: the whole bank
signal = {
    "Weekly searches for 'insulated lunch box'": "demand",
    "Number of offers that answer the same search": "competition",
    "Share of orders in which two sizes of the same shirt were bought": "returns",
    "Questions a week about it in the shop's own chat, for a product that is not in stock": "demand",
    "What ads take of an average sale in this category": "margin",
    "Searches in December divided by the year's mean": "season",
    "Page views since the beginning of the shop": "vanity",
    "The platform's own brand has joined the shelf": "competition",
    "Trend of its searches over three years, months taken out": "demand",
    "Share of first-page places that are ads": "competition",
    "The factory's price at 500 pieces": "margin",
    "Share of reviews that say 'smaller than expected'": "returns",
    "Week of the year in which last year's stock was cleared": "season",
    "The supplier calls it his best seller": "vanity",
}

# %% right: slips among the practice items cost nothing
signal |= {
    "The platform's own brand has joined the shelf": "demand",
    "Page views since the beginning of the shop": "demand",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
signal |= {text: "?" for place, text in enumerate(signal) if place > 1}

# %% wrong: half left open
# score: 0
# says: `signal` has no answer yet for
signal |= dict.fromkeys(list(signal)[7:], "?")

# %% wrong: the size of the crowd taken for the cost of ads
# score: 1
# says: it says who else is there
signal |= {"Share of first-page places that are ads": "margin"}

# %% wrong: returns taken for margin, season for demand
# score: 0
# says: it says what comes back, or why it will
signal |= {
    "Share of reviews that say 'smaller than expected'": "margin",
    "Share of orders in which two sizes of the same shirt were bought": "margin",
    "Searches in December divided by the year's mean": "demand",
    "Week of the year in which last year's stock was cleared": "demand",
}

# %% wrong: vanity taken for demand, season for vanity
# score: 0
# says: it moves every year in the same way
signal |= {
    "Searches in December divided by the year's mean": "vanity",
    "Week of the year in which last year's stock was cleared": "vanity",
    "Page views since the beginning of the shop": "demand",
    "The supplier calls it his best seller": "demand",
}

# %% wrong: everything is demand
# score: 0
# says: 1 of the 6 graded items are right
signal = dict.fromkeys(signal, "demand")

# %% wrong: a kind of its own
# score: 0
# says: choose one of
signal |= {"The factory's price at 500 pieces": "supply"}

# %% wrong: competition and demand swapped
# score: 0
# says: people who want it, whoever sells it to them
signal |= {
    "Questions a week about it in the shop's own chat, for a product that is not in stock": "competition",
    "Trend of its searches over three years, months taken out": "competition",
    "Share of first-page places that are ads": "demand",
    "The platform's own brand has joined the shelf": "demand",
}
