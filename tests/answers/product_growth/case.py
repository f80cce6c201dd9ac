# %% right: the whole bank
case = {
    "Signed up on Monday, first order on Thursday.": "event",
    "Ordered eleven minutes after signing up.": "event",
    "First order on day 29 of 30 that we watched, sent back on day 35.": "event",
    "Ordered on the very last day of our data.": "event",
    "Came back after a year of silence and ordered; we have the date.": "event",
    "Deleted the app on day 20, after an order on day 3.": "event",
    "Signed up last week and has looked twice.": "censored",
    "Thirty days without an order; then our data end.": "censored",
    "Uninstalled on day 5 without an order; he may install it again.": "censored",
    "Signed up yesterday.": "censored",
    "The account was merged with another on day 12, before any order; from then on we lose sight of it.": "censored",
    "Has a full cart since Sunday, and today is Tuesday.": "censored",
    "Moved to a country where we track nothing, without having ordered.": "censored",
    "Three months in the app, many likes, no order so far.": "censored",
    "The test was stopped on day 14; she had not ordered by then.": "censored",
    "Was already a customer when the event log was switched on.": "before the start",
    "Imported from the old shop with 'has ordered', without a date.": "before the start",
    "Her first order was in the shop's paper book of 2019.": "before the start",
    "Says 'buyer since ever' in the table; the column of dates begins later.": "before the start",
    "The cookie was lost; the earliest order that we see is certainly not his first, which lies before our log.": "before the start",
    "A robot that checks prices every hour.": "not at risk",
    "The account of our own tester.": "not at risk",
    "A merchant's account; it can sell only.": "not at risk",
    "Lives where we do not deliver, and was told so.": "not at risk",
    "The sign-up was never finished, so there is no account.": "not at risk",
    "Blocked for fraud in the first minute.": "not at risk",
}

# %% right: two slips are allowed
case |= {
    "Ordered eleven minutes after signing up.": "censored",
    "First order on day 29 of 30 that we watched, sent back on day 35.": "censored",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
case |= {text: "?" for place, text in enumerate(case) if place not in (0, 6)}

# %% wrong: half left open
# score: 0
# says: `case` has no answer yet for
case |= dict.fromkeys(list(case)[13:], "?")

# %% wrong: lost from sight taken for unfit
# score: 1
# says: we know that it happened, not when
case |= {text: "not at risk" for text, kind in case.items() if kind == "before the start"}

# %% wrong: whoever cannot order waits
# score: 1
# says: this one could not have ordered in any case
case |= {text: "censored" for text, kind in case.items() if kind == "not at risk"}

# %% wrong: one for all
# score: 0
# says: 4 of the 12 graded items are right
case = dict.fromkeys(case, "censored")

# %% wrong: one's own
# score: 0
# says: choose one of
case |= {"Came back after a year of silence and ordered; we have the date.": "unknown"}
