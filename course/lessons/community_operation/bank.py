"""Fourteen things that a group manager does. Each belongs to one of six stages of a
group's life.
"""

STAGES = {
    "recruit": "find people who want to be in it",
    "welcome": "a newcomer's first hours: who, what for, which rules",
    "spark": "keep the talk alive",
    "moderate": "settle what went wrong, protect members",
    "trade": "sell, and take orders",
    "close": "split, merge, archive or end it",
}
ACTIONS = (
    "A list of who wants the joint order of flour, until Friday.",
    "A member posts another's phone number: delete it, write to both.",
    "A poll each Wednesday: which loaf shall we bake together?",
    "After the season: 'This group sleeps until March. Files stay here.'",
    "An invitation by mail to those who asked support three times about baking.",
    "At 500 members: one group for beginners, one for bakers.",
    "Group-buy: six friends, 20% off, one day.",
    "New members see the three rules before they can write.",
    "On the shop's page: 'Ask 300 home bakers', with a button to join.",
    "Photos of failures welcome: Friday is burnt-bread day.",
    "Pre-order for the new pan, members first, with price and stock.",
    "Private message on day one: how to mute, where to find recipes.",
    "Two argue about gluten: move it to a thread, remind them of rule 2.",
    "Two volunteers greet everybody who arrives this week.",
)
GIVEN = (
    "Group-buy: six friends, 20% off, one day.",
    "Two volunteers greet everybody who arrives this week.",
)
HINTS = {
    "recruit": "these people are not in it yet.",
    "welcome": "it is about a newcomer's first hours.",
    "spark": "without it there would be silence.",
    "moderate": "something went wrong, or might.",
    "trade": "something is sold.",
    "close": "the group as it was ends here.",
}

# Half of the bank is practice: {item: (label, why)}.
PRACTICE = {
    "A list of who wants the joint order of flour, until Friday.": ("trade", "Something is sold."),
    "A poll each Wednesday: which loaf shall we bake together?": (
        "spark",
        "Without it there would be silence.",
    ),
    "After the season: 'This group sleeps until March. Files stay here.'": (
        "close",
        "The group as it was ends here.",
    ),
    "New members see the three rules before they can write.": (
        "welcome",
        "It is about a newcomer's first hours.",
    ),
    "On the shop's page: 'Ask 300 home bakers', with a button to join.": (
        "recruit",
        "These people are not in it yet.",
    ),
    "Two argue about gluten: move it to a thread, remind them of rule 2.": (
        "moderate",
        "Something went wrong, or might.",
    ),
}
