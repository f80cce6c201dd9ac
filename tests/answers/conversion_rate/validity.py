# %% right: by meaning, one list of sound ones
validity = {
    text: "sound" if place in (1, 4, 6, 10, 11, 12, 13) else "unsound"
    for place, text in enumerate(checks.STATEMENTS)
}

# %% right: slips among the practice items cost nothing
validity = {
    text: "sound" if place in (1, 4, 11, 12, 13) else "unsound"
    for place, text in enumerate(checks.STATEMENTS)
}

# %% wrong: the untouched stub
# score: 0
# says: `validity` still holds only question marks
validity = {text: "?" for text in checks.STATEMENTS}
validity.update(zip(list(checks.STATEMENTS)[:2], ["unsound", "sound"]))

# %% wrong: everything is unsound
# score: 0
# says: 3 of the 6 graded items are right. Look again at 'The interval for th
validity = dict.fromkeys(checks.STATEMENTS, "unsound")

# %% wrong: true and false instead of words
# score: 0
# says: is False; choose one of sound, unsound
validity = dict.fromkeys(checks.STATEMENTS, False)

# %% wrong: half done
# score: 0
# says: `validity` has no answer yet for
validity = dict.fromkeys(list(checks.STATEMENTS)[:7], "unsound")

# %% wrong: believes a tiny triumph
# score: 1
# says: how wide is the interval around 4 of 20
validity = {
    text: "sound"
    if place in (1, 4, 6, 10, 11, 12, 13) or text.startswith("20 visitors")
    else "unsound"
    for place, text in enumerate(checks.STATEMENTS)
}

# %% wrong: believes every number
# score: 0
# says: 3 of the 6 graded items are right
validity = dict.fromkeys(checks.STATEMENTS, "sound")
