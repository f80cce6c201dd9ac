"""Fourteen statements about tests, as one hears them at work, and what to ask about each."""

STATEMENTS = {
    "p = 0.03, so the new page is better with a probability of 97%.": (
        "what is a p-value the probability of, and under which assumption?"
    ),
    "We planned 20,000 visitors per arm and read the result once, when they were reached.": (
        "was anything decided after looking?"
    ),
    "After three days it was significant, so we stopped and shipped it.": (
        "how often would an A/A test look like that at some moment?"
    ),
    "50,900 visitors saw A and 49,100 saw B in a 50:50 test; with this many that is a rounding matter.": (
        "how likely is such a split by chance? Compute it."
    ),
    "The interval for the lift runs from -1% to +9%: B may be better or slightly worse; we cannot tell yet.": (
        "does the sentence claim more than the interval says?"
    ),
    "The lift was +30% in the first week and 0% in the third; the average of +12% is what we will earn.": (
        "what will next month look like?"
    ),
    "We chose the metric, the size and the stopping day before the test began.": (
        "is anything left to choose after seeing the data?"
    ),
    "One of twenty metrics was significant at 5%; that one proves the page works.": (
        "how many of twenty would be significant if nothing worked?"
    ),
    "20 visitors, 4 orders on B against 2 on A: B doubles our conversion.": (
        "how wide is the interval around 4 of 20?"
    ),
    "Not significant means that the change has no effect.": (
        "could the test have seen a useful effect at all?"
    ),
    "A test with few visitors can miss a real effect; that is why we computed the power first.": (
        "is that what power means?"
    ),
    "Every visitor gets page A or B by a coin flip and keeps it on each return.": (
        "what is the unit that is randomised?"
    ),
    "With only 3,000 visitors left this season, a test of this small idea cannot pay; we leave the page alone.": (
        "is not testing a decision too?"
    ),
    "We compare revenue per visitor, because B sells more often but cheaper things.": (
        "is conversion the only thing that B may change?"
    ),
}
GIVEN = tuple(list(STATEMENTS)[:2])
VERDICTS = ("sound", "unsound")

# Half of the bank is practice: {item: (label, why)}.
PRACTICE = {
    "After three days it was significant, so we stopped and shipped it.": (
        "unsound",
        "How often would an A/A test look like that at some moment?",
    ),
    "We chose the metric, the size and the stopping day before the test began.": (
        "sound",
        "Is anything left to choose after seeing the data?",
    ),
    "One of twenty metrics was significant at 5%; that one proves the page works.": (
        "unsound",
        "How many of twenty would be significant if nothing worked?",
    ),
    "Not significant means that the change has no effect.": (
        "unsound",
        "Could the test have seen a useful effect at all?",
    ),
    "A test with few visitors can miss a real effect; that is why we computed the power first.": (
        "sound",
        "Is that what power means?",
    ),
    "With only 3,000 visitors left this season, a test of this small idea cannot pay; we leave the page alone.": (
        "sound",
        "Is not testing a decision too?",
    ),
}
