# %% right: the whole bank
line_kind = {
    "Double wall of 18/8 steel, 0.4 mm each": "feature",
    "Weighs 310 grams": "feature",
    "Opening of 6 cm": "feature",
    "Dries faster than wool of the same thickness": "advantage",
    "Ice cubes fit in, unlike in bottles with a narrow neck": "advantage",
    "Charges in half the time of the old plug": "advantage",
    "Your tea is still hot when the meeting is over": "benefit",
    "One bag less to carry on the way to work": "benefit",
    "No more wet papers in the backpack": "benefit",
    "Tested by an independent laboratory: 64 °C after six hours, report linked below": "proof",
    "4.6 of 5 stars from 1,240 verified buyers, all reviews shown": "proof",
    "Photos of the worn sole after 800 km": "proof",
    "The best bottle in the world": "hot air",
    "Revolutionary premium quality": "hot air",
}

# %% right: two slips in the practice half
line_kind |= {
    "Opening of 6 cm": "benefit",
    "Ice cubes fit in, unlike in bottles with a narrow neck": "feature",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
line_kind |= {text: "?" for place, text in enumerate(line_kind) if place not in (0, 6)}

# %% wrong: half left open
# score: 0
# says: `line_kind` has no answer yet for
line_kind |= dict.fromkeys(list(line_kind)[7:], "?")

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
# says: 1 of the 6 graded items are right
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
    "No more wet papers in the backpack": "proof",
    "Tested by an independent laboratory: 64 °C after six hours, report linked below": "benefit",
    "4.6 of 5 stars from 1,240 verified buyers, all reviews shown": "benefit",
    "Photos of the worn sole after 800 km": "benefit",
}
