# %% right: the whole bank
signal = {
    "Weekly searches for 'insulated lunch box'": "demand",
    "Questions a week about it in the shop's own chat, for a product that is not in stock": "demand",
    "Searches for it last month, those that ended without a click included": "demand",
    "Sign-ups for 'tell me when it is back'": "demand",
    "Trend of its searches over three years, months taken out": "demand",
    "Number of offers that answer the same search": "competition",
    "Reviews that the ten first offers have on average": "competition",
    "Share of first-page places that are ads": "competition",
    "The platform's own brand has joined the shelf": "competition",
    "Weeks until a newcomer of last spring reached the first page": "competition",
    "Price minus fee, goods and parcel": "margin",
    "The factory's price at 500 pieces": "margin",
    "The carrier's surcharge for parcels longer than 60 cm": "margin",
    "Commission of this category": "margin",
    "What ads take of an average sale in this category": "margin",
    "Share of reviews that say 'smaller than expected'": "returns",
    "Parcels that came back, of those sent": "returns",
    "Share of orders in which two sizes of the same shirt were bought": "returns",
    "Breakage on the way in the test shipment": "returns",
    "Searches in December divided by the year's mean": "season",
    "Week of the year in which last year's stock was cleared": "season",
    "First day of the school year in its largest market": "season",
    "Likes under the founder's picture of it": "vanity",
    "Page views since the beginning of the shop": "vanity",
    "A famous person was seen with one, once": "vanity",
    "The supplier calls it his best seller": "vanity",
}

# %% right: two slips are allowed
signal |= {
    "Share of first-page places that are ads": "margin",
    "The carrier's surcharge for parcels longer than 60 cm": "returns",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
signal |= {text: "?" for place, text in enumerate(signal) if place not in (0, 5)}

# %% wrong: half left open
# score: 0
# says: `signal` has no answer yet for
signal |= dict.fromkeys(list(signal)[13:], "?")

# %% wrong: returns taken for margin, season for demand
# score: 0
# says: it says what comes back, or why it will
signal |= {
    "Share of reviews that say 'smaller than expected'": "margin",
    "Parcels that came back, of those sent": "margin",
    "Share of orders in which two sizes of the same shirt were bought": "margin",
    "Breakage on the way in the test shipment": "margin",
    "Searches in December divided by the year's mean": "demand",
    "Week of the year in which last year's stock was cleared": "demand",
    "First day of the school year in its largest market": "demand",
}

# %% wrong: vanity taken for demand
# score: 0
# says: it moves every year in the same way
signal |= {
    "Searches in December divided by the year's mean": "vanity",
    "Week of the year in which last year's stock was cleared": "vanity",
    "First day of the school year in its largest market": "vanity",
    "Likes under the founder's picture of it": "demand",
    "Page views since the beginning of the shop": "demand",
    "A famous person was seen with one, once": "demand",
    "The supplier calls it his best seller": "demand",
}

# %% wrong: everything is demand
# score: 0
# says: 2 of the 12 graded items are right
signal = dict.fromkeys(signal, "demand")

# %% wrong: a kind of its own
# score: 0
# says: choose one of
signal |= {"Searches for it last month, those that ended without a click included": "supply"}

# %% wrong: competition and demand swapped
# score: 0
# says: people who want it, whoever sells it to them
signal |= {
    "Questions a week about it in the shop's own chat, for a product that is not in stock": "competition",
    "Searches for it last month, those that ended without a click included": "competition",
    "Sign-ups for 'tell me when it is back'": "competition",
    "Trend of its searches over three years, months taken out": "competition",
    "Reviews that the ten first offers have on average": "demand",
    "Share of first-page places that are ads": "demand",
    "The platform's own brand has joined the shelf": "demand",
    "Weeks until a newcomer of last spring reached the first page": "demand",
}
