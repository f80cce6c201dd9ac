"""Eight steps of an onboarding, and fourteen users of whom something is known about the time to
their first order.
"""

from course.market import town

STEPS = town.names("onboarding_steps")
CASES = {
    "event": "the first order was seen, and when",
    "censored": "no order yet when the watching ended, and it may still come",
    "before the start": "the first order came before the watching began; when is not known",
    "not at risk": "cannot order, so does not belong in the table",
}
USERS = (
    "Blocked for fraud in the first minute.",
    "Came back after a year of silence and ordered; we have the date.",
    "Deleted the app on day 20, after an order on day 3.",
    "First order on day 29 of 30 that we watched, sent back on day 35.",
    "Has a full cart since Sunday, and today is Tuesday.",
    "Imported from the old shop with 'has ordered', without a date.",
    "Lives where we do not deliver, and was told so.",
    "Moved to a country where we track nothing, without having ordered.",
    "Signed up last week and has looked twice.",
    "Signed up on Monday, first order on Thursday.",
    (
        "The account was merged with another on day 12, before any order; from then on we lose"
        " sight of it."
    ),
    "The sign-up was never finished, so there is no account.",
    "The test was stopped on day 14; she had not ordered by then.",
    "Was already a customer when the event log was switched on.",
)
GIVEN = (
    "Signed up on Monday, first order on Thursday.",
    "Signed up last week and has looked twice.",
)
HINTS = {
    "event": "the first order and its day are in the data; what happened later does not matter.",
    "censored": "no order yet, but one may still come: 'at least so long' is knowledge too.",
    "before the start": "the first order lies before the data; we know that it happened, not when.",
    "not at risk": "this one could not have ordered in any case.",
}

# Half of the bank is practice: {item: (label, why)}.
PRACTICE = {
    "Blocked for fraud in the first minute.": (
        "not at risk",
        "This one could not have ordered in any case.",
    ),
    "Came back after a year of silence and ordered; we have the date.": (
        "event",
        "The first order and its day are in the data; what happened later does not matter.",
    ),
    "First order on day 29 of 30 that we watched, sent back on day 35.": (
        "event",
        "The first order and its day are in the data; what happened later does not matter.",
    ),
    "Imported from the old shop with 'has ordered', without a date.": (
        "before the start",
        "The first order lies before the data; we know that it happened, not when.",
    ),
    "Moved to a country where we track nothing, without having ordered.": (
        "censored",
        "No order yet, but one may still come: 'at least so long' is knowledge too.",
    ),
    "The account was merged with another on day 12, before any order; from then on we lose sight of it.": (
        "censored",
        "No order yet, but one may still come: 'at least so long' is knowledge too.",
    ),
}
