# %% right: the whole bank
case = {
    "Signed up on Monday, first order on Thursday.": "event",
    "First order on day 29 of 30 that we watched, sent back on day 35.": "event",
    "Came back after a year of silence and ordered; we have the date.": "event",
    "Deleted the app on day 20, after an order on day 3.": "event",
    "Signed up last week and has looked twice.": "censored",
    "Has a full cart since Sunday, and today is Tuesday.": "censored",
    "The test was stopped on day 14; she had not ordered by then.": "censored",
    "Moved to a country where we track nothing, without having ordered.": "censored",
    "The account was merged with another on day 12, before any order; from then on we lose sight of it.": "censored",
    "Was already a customer when the event log was switched on.": "before the start",
    "Imported from the old shop with 'has ordered', without a date.": "before the start",
    "Blocked for fraud in the first minute.": "not at risk",
    "Lives where we do not deliver, and was told so.": "not at risk",
    "The sign-up was never finished, so there is no account.": "not at risk",
}

# %% right: slips among the practice items cost nothing
case |= {
    "First order on day 29 of 30 that we watched, sent back on day 35.": "censored",
    "Blocked for fraud in the first minute.": "censored",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
case |= {text: "?" for place, text in enumerate(case) if place not in (0, 4)}

# %% wrong: half left open
# score: 0
# says: `case` has no answer yet for
case |= dict.fromkeys(list(case)[7:], "?")

# %% wrong: whoever ordered before the log is unfit
# score: 1
# says: we know that it happened, not when
case |= {text: "not at risk" for text, kind in case.items() if kind == "before the start"}

# %% wrong: an order is forgotten when the app is
# score: 1
# says: what happened later does not matter
case |= {"Deleted the app on day 20, after an order on day 3.": "censored"}

# %% wrong: whoever cannot order waits
# score: 0
# says: 4 of the 6 graded items are right
case |= {text: "censored" for text, kind in case.items() if kind == "not at risk"}

# %% wrong: one for all
# score: 0
# says: 2 of the 6 graded items are right
case = dict.fromkeys(case, "censored")

# %% wrong: one's own
# score: 0
# says: choose one of
case |= {"Came back after a year of silence and ordered; we have the date.": "unknown"}
