# %% right: the whole bank
metric = {
    "Of a hundred times that our offer was shown, how often was it pressed?": "clicks / impressions",
    "What do we pay each time somebody presses an ad?": "ad cost / clicks",
    "Do people who bought once come again?": "buyers with 2+ orders / buyers",
    "Does the page make people want the lamp, before any question of delivery or payment comes up?": "carts / sessions",
    "Free delivery now starts at 49 dollars. Do people fill their baskets further?": "revenue / orders",
    "How many of a hundred visits end with an order?": "orders / sessions",
    "Is the app opened every day, or once a month?": "daily users / monthly users",
    "Many people look three times before they buy. How many of the people buy in the end?": "buyers / visitors",
    "Of those who joined in March, how many are active in June?": "users still here / users at start",
    "She came on the phone on Monday and ordered at her desk on Friday. Which rate counts that as one success of one?": "buyers / visitors",
    "The page promised more than the parcel held. Where does that show?": "returned orders / orders",
    "What did it cost us to win somebody who had never bought before?": "ad cost / new buyers",
    "What may a visit cost at most, if all of its revenue went into it?": "revenue / sessions",
    "What share of filled carts is left standing?": "1 - orders / carts",
}

# %% right: slips among the practice items cost nothing
metric |= {
    "Do people who bought once come again?": "orders / sessions",
    "Is the app opened every day, or once a month?": "users still here / users at start",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
metric |= {text: "?" for place, text in enumerate(metric) if place not in (0, 1)}

# %% wrong: three left open
# score: 0
# says: `metric` has no answer yet for
metric |= {
    "Do people who bought once come again?": "?",
    "Is the app opened every day, or once a month?": "?",
    "Of those who joined in March, how many are active in June?": "?",
}

# %% wrong: abandonment mistaken for its opposite
# score: 1
# says: asked is who turns round between cart and order
metric |= {"What share of filled carts is left standing?": "carts / sessions"}

# %% wrong: people counted as visits
# score: 1
# says: people are counted here, however often they came
metric |= {
    "She came on the phone on Monday and ordered at her desk on Friday. Which rate counts that as one success of one?": "orders / sessions"
}

# %% wrong: CAC taken for CPC, stickiness for retention
# score: 1
# says: asked is the price of a person who buys for the first time
metric |= {
    "What did it cost us to win somebody who had never bought before?": "ad cost / clicks",
    "Is the app opened every day, or once a month?": "users still here / users at start",
}

# %% wrong: a basket for a visit, and stickiness for retention
# score: 0
# says: 4 of the 6 graded items are right
metric |= {
    "What may a visit cost at most, if all of its revenue went into it?": "revenue / orders",
    "Of those who joined in March, how many are active in June?": "daily users / monthly users",
}

# %% wrong: one answer everywhere
# score: 0
# says: 0 of the 6 graded items are right
metric = dict.fromkeys(metric, "orders / sessions")

# %% wrong: a name instead of a fraction
# score: 0
# says: choose one of
metric |= {"What do we pay each time somebody presses an ad?": "CPC"}
