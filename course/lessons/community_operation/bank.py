"""Twenty-six things that a group manager does. Each belongs to one of six stages of a
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
    "A card in each parcel: 'Questions about sourdough? Here is the group.'",
    "A list of who wants the joint order of flour, until Friday.",
    "A member posts another's phone number: delete it, write to both.",
    "A poll each Wednesday: which loaf shall we bake together?",
    "A thread in which each newcomer says where and what they bake.",
    "After the season: 'This group sleeps until March. Files stay here.'",
    "An invitation by mail to those who asked support three times about baking.",
    "Answer the group's open questions each morning before nine.",
    "Ask two quiet experts to show their ovens this week.",
    "At 500 members: one group for beginners, one for bakers.",
    "Group-buy: six friends, 20% off, one day.",
    "Moderators look at a reported message within an hour.",
    "New members see the three rules before they can write.",
    "Nobody has written for two months: say so, and offer the other group.",
    "On the shop's page: 'Ask 300 home bakers', with a button to join.",
    "Photos of failures welcome: Friday is burnt-bread day.",
    "Pre-order for the new pan, members first, with price and stock.",
    "Private message on day one: how to mute, where to find recipes.",
    "Say thank you by name to the member of the week.",
    "Second link to a competitor after a warning: out for a month.",
    "Take the neighbour street's group in; both have the same pick-up point.",
    "Tell people before they join that the shop runs the group.",
    "Two argue about gluten: move it to a thread, remind them of rule 2.",
    "Two volunteers greet everybody who arrives this week.",
    "Unpack the delivery at the pick-up point and tick off 40 orders.",
    "What is said in the group about prices is false: correct it, with a source.",
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
    "A card in each parcel: 'Questions about sourdough? Here is the group.'": (
        "recruit",
        "These people are not in it yet.",
    ),
    "A list of who wants the joint order of flour, until Friday.": ("trade", "Something is sold."),
    "A poll each Wednesday: which loaf shall we bake together?": (
        "spark",
        "Without it there would be silence.",
    ),
    "After the season: 'This group sleeps until March. Files stay here.'": (
        "close",
        "The group as it was ends here.",
    ),
    "Ask two quiet experts to show their ovens this week.": (
        "spark",
        "Without it there would be silence.",
    ),
    "Moderators look at a reported message within an hour.": (
        "moderate",
        "Something went wrong, or might.",
    ),
    "New members see the three rules before they can write.": (
        "welcome",
        "It is about a newcomer's first hours.",
    ),
    "Nobody has written for two months: say so, and offer the other group.": (
        "close",
        "The group as it was ends here.",
    ),
    "On the shop's page: 'Ask 300 home bakers', with a button to join.": (
        "recruit",
        "These people are not in it yet.",
    ),
    "Say thank you by name to the member of the week.": (
        "spark",
        "Without it there would be silence.",
    ),
    "Two argue about gluten: move it to a thread, remind them of rule 2.": (
        "moderate",
        "Something went wrong, or might.",
    ),
    "Unpack the delivery at the pick-up point and tick off 40 orders.": (
        "trade",
        "Something is sold.",
    ),
}
