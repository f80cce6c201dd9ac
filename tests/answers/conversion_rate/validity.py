# %% right: by meaning, one list of sound ones
validity = {
    text: "sound" if place in (1, 4, 5, 8, 10, 13, 15, 16, 19, 21, 22) else "unsound"
    for place, text in enumerate(checks.STATEMENTS)
}

# %% right: two slips are within 90%
validity = {
    text: "sound" if place in (1, 5, 8, 10, 13, 15, 16, 19, 22) else "unsound"
    for place, text in enumerate(checks.STATEMENTS)
}

# %% wrong: the untouched stub
# score: 0
# says: `validity` still holds only question marks
validity = {text: "?" for text in checks.STATEMENTS}
validity.update(zip(list(checks.STATEMENTS)[:2], ["unsound", "sound"]))

# %% wrong: everything is unsound
# score: 0
# says: 6 of the 11 graded items are right. Look again at 'The interval for th
validity = dict.fromkeys(checks.STATEMENTS, "unsound")

# %% wrong: true and false instead of words
# score: 0
# says: is False; choose one of sound, unsound
validity = dict.fromkeys(checks.STATEMENTS, False)

# %% wrong: half done
# score: 0
# says: `validity` has no answer yet for
validity = dict.fromkeys(list(checks.STATEMENTS)[:12], "unsound")

# %% wrong: believes p-values, wins and shares
# score: 1
# says: 9 of the 11 graded items are right. Look again at 'The 95% interval ho
validity = {
    text: "sound"
    if place in (0, 1, 4, 5, 8, 10, 12, 13, 15, 16, 17, 18, 19, 20, 21, 22, 23)
    else "unsound"
    for place, text in enumerate(checks.STATEMENTS)
}
