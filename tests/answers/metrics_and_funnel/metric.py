# %% right: the whole bank
metric = {
    "Of a hundred times that our offer was shown, how often was it pressed?": "clicks / impressions",
    "The new main picture went live on Monday. Do more of those who see it in the results press it?": "clicks / impressions",
    "What do we pay each time somebody presses an ad?": "ad cost / clicks",
    "Two search words bring equally good visitors. Which of them brings them cheaper?": "ad cost / clicks",
    "What did it cost us to win somebody who had never bought before?": "ad cost / new buyers",
    "A customer leaves 31 dollars over a year. Is the campaign that brought her too dear?": "ad cost / new buyers",
    "How many visits get as far as putting something into the cart?": "carts / sessions",
    "Does the page make people want the lamp, before any question of delivery or payment comes up?": "carts / sessions",
    "What share of filled carts is left standing?": "1 - orders / carts",
    "Delivery cost now appears only at the last moment. How many more turn round in front of the till?": "1 - orders / carts",
    "How many of a hundred visits end with an order?": "orders / sessions",
    "The server counts visits, not people. What can we say of conversion with that?": "orders / sessions",
    "Many people look three times before they buy. How many of the people buy in the end?": "buyers / visitors",
    "She came on the phone on Monday and ordered at her desk on Friday. Which rate counts that as one success of one?": "buyers / visitors",
    "How large is an ordinary basket, in dollars?": "revenue / orders",
    "Free delivery now starts at 49 dollars. Do people fill their baskets further?": "revenue / orders",
    "One channel converts better, the other sells larger baskets. Which visit is worth more?": "revenue / sessions",
    "What may a visit cost at most, if all of its revenue went into it?": "revenue / sessions",
    "How much of what we send comes back?": "returned orders / orders",
    "The page promised more than the parcel held. Where does that show?": "returned orders / orders",
    "Do people who bought once come again?": "buyers with 2+ orders / buyers",
    "Half of last year's buyers are known by name and bought only once. Which number says that?": "buyers with 2+ orders / buyers",
    "Is the app opened every day, or once a month?": "daily users / monthly users",
    "The check-in game should make a habit. Which number shows a habit?": "daily users / monthly users",
    "Of those who joined in March, how many are active in June?": "users still here / users at start",
    "Do newcomers of this spring stay longer than those of last spring?": "users still here / users at start",
}

# %% right: two slips are allowed
metric |= {
    "How many visits get as far as putting something into the cart?": "orders / sessions",
    "Do people who bought once come again?": "orders / sessions",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
metric |= {text: "?" for place, text in enumerate(metric) if place not in (0, 2)}

# %% wrong: six left open
# score: 0
# says: `metric` has no answer yet for
metric |= {
    "Do people who bought once come again?": "?",
    "Half of last year's buyers are known by name and bought only once. Which number says that?": "?",
    "Is the app opened every day, or once a month?": "?",
    "The check-in game should make a habit. Which number shows a habit?": "?",
    "Of those who joined in March, how many are active in June?": "?",
    "Do newcomers of this spring stay longer than those of last spring?": "?",
}

# %% wrong: people counted as visits, abandonment mistaken for its opposite
# score: 1
# says: asked is who turns round between cart and order
metric |= {
    "What share of filled carts is left standing?": "carts / sessions",
    "Delivery cost now appears only at the last moment. How many more turn round in front of the till?": "carts / sessions",
    "Many people look three times before they buy. How many of the people buy in the end?": "orders / sessions",
    "She came on the phone on Monday and ordered at her desk on Friday. Which rate counts that as one success of one?": "orders / sessions",
}

# %% wrong: CAC taken for CPC, stickiness for retention
# score: 1
# says: asked is the price of a person who buys for the first time
metric |= {
    "What did it cost us to win somebody who had never bought before?": "ad cost / clicks",
    "A customer leaves 31 dollars over a year. Is the campaign that brought her too dear?": "ad cost / clicks",
    "Is the app opened every day, or once a month?": "users still here / users at start",
    "The check-in game should make a habit. Which number shows a habit?": "users still here / users at start",
}

# %% wrong: one answer everywhere
# score: 0
# says: 1 of the 12 graded items are right
metric = dict.fromkeys(metric, "orders / sessions")

# %% wrong: a name instead of a fraction
# score: 0
# says: choose one of
metric |= {"What do we pay each time somebody presses an ad?": "CPC"}

# %% wrong: a step off everywhere
# score: 1
# says: asked is how many visits reach the cart, no further
metric |= {
    "How many visits get as far as putting something into the cart?": "clicks / impressions",
    "Does the page make people want the lamp, before any question of delivery or payment comes up?": "clicks / impressions",
    "How many of a hundred visits end with an order?": "carts / sessions",
    "The server counts visits, not people. What can we say of conversion with that?": "carts / sessions",
    "One channel converts better, the other sells larger baskets. Which visit is worth more?": "revenue / orders",
    "What may a visit cost at most, if all of its revenue went into it?": "revenue / orders",
}
