# %% right: the whole bank
line_kind = {
    "Double wall of 18/8 steel, 0.4 mm each": "feature",
    "Weighs 310 grams": "feature",
    "Machine-washable at 60 °C": "feature",
    "Zip cover of organic cotton": "feature",
    "Opening of 6 cm": "feature",
    "Comes with a spare seal": "feature",
    "Keeps tea hot twice as long as a single-walled bottle": "advantage",
    "A third lighter than last year's model": "advantage",
    "Dries faster than wool of the same thickness": "advantage",
    "Ice cubes fit in, unlike in bottles with a narrow neck": "advantage",
    "Charges in half the time of the old plug": "advantage",
    "Your tea is still hot when the meeting is over": "benefit",
    "One bag less to carry on the way to work": "benefit",
    "Fall asleep without turning the pillow": "benefit",
    "The table looks like a restaurant's, and you cooked at home": "benefit",
    "No more wet papers in the backpack": "benefit",
    "Tested by an independent laboratory: 64 °C after six hours, report linked below": "proof",
    "4.6 of 5 stars from 1,240 verified buyers, all reviews shown": "proof",
    "Photos of the worn sole after 800 km": "proof",
    "Certified to OEKO-TEX Standard 100, number on the label": "proof",
    "30 days to send it back, we pay the parcel": "proof",
    "The best bottle in the world": "hot air",
    "Revolutionary premium quality": "hot air",
    "You will love it": "hot air",
    "Ultra-modern lifestyle design": "hot air",
    "Everybody wants one": "hot air",
}

# %% right: two slips are allowed
line_kind |= {
    "Comes with a spare seal": "benefit",
    "Dries faster than wool of the same thickness": "feature",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
line_kind |= {text: "?" for place, text in enumerate(line_kind) if place not in (0, 11)}

# %% wrong: half left open
# score: 0
# says: `line_kind` has no answer yet for
line_kind |= dict.fromkeys(list(line_kind)[13:], "?")

# %% wrong: advantages taken for features
# score: 1
# says: it compares with something
line_kind |= {text: "feature" for text, kind in line_kind.items() if kind == "advantage"}

# %% wrong: hot air taken for benefits
# score: 1
# says: nobody could say what would make it false
line_kind |= {text: "benefit" for text, kind in line_kind.items() if kind == "hot air"}

# %% wrong: everything is a feature
# score: 0
# says: 2 of the 12 graded items are right
line_kind = dict.fromkeys(line_kind, "feature")

# %% wrong: a kind of its own
# score: 0
# says: choose one of
line_kind |= {"Opening of 6 cm": "fact"}

# %% wrong: benefit and proof swapped
# score: 0
# says: it is about the shopper's day
line_kind |= {
    "One bag less to carry on the way to work": "proof",
    "Fall asleep without turning the pillow": "proof",
    "The table looks like a restaurant's, and you cooked at home": "proof",
    "No more wet papers in the backpack": "proof",
    "Tested by an independent laboratory: 64 °C after six hours, report linked below": "benefit",
    "4.6 of 5 stars from 1,240 verified buyers, all reviews shown": "benefit",
    "Photos of the worn sole after 800 km": "benefit",
    "Certified to OEKO-TEX Standard 100, number on the label": "benefit",
    "30 days to send it back, we pay the parcel": "benefit",
}
