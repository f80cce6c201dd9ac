# %% right: the whole bank
term = {
    "12% of the price without tax, when the parcel is delivered.": "commission",
    "A deposit of $2,000, paid back six months after the end of the contract.": "security",
    "Advertising is billed at 3% of the sales that came through it.": "commission",
    "Half of the listing fee is refunded to shops that double their sales.": "bonus",
    "If claims are open at the end, payouts of 90 days are retained.": "security",
    "In categories with expensive goods 5%, with fashion 17%.": "commission",
    "It costs $39 a month to have a shop.": "fixed_fee",
    "Opening the shop costs $500, once.": "fixed_fee",
    "Parcels are handed over within 48 hours.": "service",
    "Payouts arrive on the third working day.": "service",
    "Sales in the festival above the plan bring back two points of commission.": "bonus",
    "Shops that sell on a rival platform lose their place in the festival.": "restraint",
    "The cheapest price must be here at all times.": "restraint",
    "The photographs are made by the platform's studio, ten products within two weeks.": "service",
}

# %% right: slips among the practice items cost nothing
term |= {
    "A deposit of $2,000, paid back six months after the end of the contract.": "commission",
    "Advertising is billed at 3% of the sales that came through it.": "security",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
term |= {text: "?" for place, text in enumerate(term) if place not in (0, 8)}

# %% wrong: half left open
# score: 0
# says: `term` has no answer yet for
term |= dict.fromkeys(list(term)[7:], "?")

# %% wrong: held money is no fee
# score: 1
# says: it is held, or may be drawn on, if something goes wrong
term |= {text: "fixed_fee" for text, kind in term.items() if kind == "security"}

# %% wrong: restraints read as service
# score: 1
# says: it forbids the shop something outside of this platform
term |= {text: "service" for text, kind in term.items() if kind == "restraint"}

# %% wrong: whatever is paid to shops is a bonus, whatever they pay a commission
# score: 0
# says: 3 of the 6 graded items are right
term |= {
    "Opening the shop costs $500, once.": "commission",
    "If claims are open at the end, payouts of 90 days are retained.": "bonus",
    "Payouts arrive on the third working day.": "bonus",
}

# %% wrong: one for all
# score: 0
# says: 1 of the 6 graded items are right
term = dict.fromkeys(term, "fixed_fee")

# %% wrong: one's own
# score: 0
# says: choose one of
term |= {"Half of the listing fee is refunded to shops that double their sales.": "tax"}
