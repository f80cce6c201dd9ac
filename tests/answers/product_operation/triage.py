# %% right: the whole bank
triage = {
    "After the update the cart shows 0 pieces, and I was charged for two.": "bug",
    "Every search takes eight seconds on my phone.": "speed",
    "I cannot pay by invoice.": "missing",
    "I did not know that the little clock means pre-sale.": "usability",
    "I pressed 'cancel' because I thought it closes the window; it cancelled my order.": "usability",
    "The coupon code is accepted and nothing is taken off.": "bug",
    "The fee for returns is unfair when the buyer simply changed her mind.": "rules",
    "The new filter for left-handed scissors is great.": "praise",
    "The page with 500 products takes half a minute to load.": "speed",
    "Three of our customers put things on the wish list and believed they had bought them.": "usability",
    "We sell in two languages, but a product can have one title only.": "missing",
    "Where has the button for invoices gone? It is under 'More', I know now.": "usability",
    "Why does a five-star shop with fake reviews stand above mine?": "rules",
    "Your total differs from the sum of the lines by one cent.": "bug",
}

# %% right: slips among the practice items cost nothing
triage |= {
    "The new filter for left-handed scissors is great.": "bug",
    "We sell in two languages, but a product can have one title only.": "usability",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
triage |= {text: "?" for place, text in enumerate(triage) if place not in (0, 1)}

# %% wrong: half left open
# score: 0
# says: `triage` has no answer yet for
triage |= dict.fromkeys(list(triage)[7:], "?")

# %% wrong: not found taken for broken
# score: 0
# says: it exists and works; they did not find or understand it
triage |= {text: "bug" for text, kind in triage.items() if kind == "usability"}

# %% wrong: rules taken for missing things
# score: 1
# says: it is about what is allowed and what it costs
triage |= {text: "missing" for text, kind in triage.items() if kind == "rules"}

# %% wrong: one for all
# score: 0
# says: 1 of the 6 graded items are right
triage = dict.fromkeys(triage, "bug")

# %% wrong: one's own
# score: 0
# says: choose one of
triage |= {"I cannot pay by invoice.": "wish"}
