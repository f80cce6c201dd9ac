# %% right: the whole bank
benefit_cost = {
    "5% of every purchase goes back to the member's balance.": "per_dollar",
    "A baker gives each member a free coffee, and pays for it: he wants to be found.": "partner",
    "A bank adds 1% on its own card, from its own money.": "partner",
    "A buyers' club magazine, written and laid out once a month.": "fixed",
    "A hotline for members, staffed by three people day and night.": "fixed",
    "An extra 3% off everything, always.": "per_dollar",
    "Free shipping on each order.": "per_order",
    "Gift wrapping with every order.": "per_order",
    "One free repair within two years.": "later",
    "Points: 100 for each order, worth $1 when they are used.": "later",
    "The lounge in the shop, rented by the year.": "fixed",
    "The member's price is 4% below the list price.": "per_dollar",
    "The right to vote on which colour comes next.": "free",
    "The wish list can be longer than 50 entries.": "free",
}

# %% right: slips among the practice items cost nothing
benefit_cost |= {
    "A baker gives each member a free coffee, and pays for it: he wants to be found.": "per_dollar",
    "One free repair within two years.": "per_order",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
benefit_cost |= {text: "?" for place, text in enumerate(benefit_cost) if place not in (0, 4)}

# %% wrong: half left open
# score: 0
# says: `benefit_cost` has no answer yet for
benefit_cost |= dict.fromkeys(list(benefit_cost)[7:], "?")

# %% wrong: promises taken for nothing
# score: 1
# says: nobody knows yet how many will call for it: that is a liability
benefit_cost |= {text: "free" for text, kind in benefit_cost.items() if kind == "later"}

# %% wrong: shares taken for orders
# score: 1
# says: it grows with what the member spends
benefit_cost |= {text: "per_order" for text, kind in benefit_cost.items() if kind == "per_dollar"}

# %% wrong: all costs of use alike
# score: 0
# says: 4 of the 6 graded items are right
benefit_cost |= {
    text: "per_order"
    for text, kind in benefit_cost.items()
    if kind.startswith("per_") or kind == "fixed"
}

# %% wrong: one for all
# score: 0
# says: 1 of the 6 graded items are right
benefit_cost = dict.fromkeys(benefit_cost, "per_order")

# %% wrong: one's own
# score: 0
# says: choose one of
benefit_cost |= {"A buyers' club magazine, written and laid out once a month.": "cheap"}
