"""Fourteen stories about click data, each bent in one of six ways."""

BIASES = {
    "position": "what stands higher is seen more, whatever it is",
    "selection": "only what was shown, or who stayed, is in the data",
    "feedback": "what was shown much gets data, rank and again more showing",
    "interference": "treating some changes the outcome of the others",
    "proxy": "what is counted is not what is wanted",
    "timing": "groups are compared at different times",
}
FIRST = (
    "The first result is clicked ten times as often as the tenth; after a swap of the two, the"
    " other one is."
)
STORIES = (
    "An item moved from place 8 to place 1 and its click rate rose sixfold overnight.",
    "Clicks rose with the shrill pictures, and returns too.",
    "Couriers who were sent to the test area were missing in the other.",
    "In week 1 two equal lamps differ by chance; in week 10 one has all the sales.",
    "Only shops that survived the year are in the table.",
    "The team is paid by minutes on the page; the page became harder to read, and minutes rose.",
    "Reviews come from the delighted and the furious.",
    "The new rule ran in November, the old one in September.",
    FIRST,
    "The product looks weak because it has always stood on page three.",
    "The robot recommends what the robot recommended.",
    "The treated half bought the last pieces, so the other half found them sold out.",
    "Version B went on at noon, when office people look.",
    "We compared the week with the holiday to the week before.",
)
GIVEN = (FIRST, "The new rule ran in November, the old one in September.")
HINTS = {
    "position": "it would be clicked more or less in another place.",
    "selection": "something never gets into the data at all.",
    "feedback": "what was shown shapes what will be shown.",
    "interference": "the treated and the others touch each other.",
    "proxy": "the number improved, and what was wanted did not.",
    "timing": "the two were looked at at different times.",
}

# Six are practice: {item: (label, why)}.
PRACTICE = {
    "An item moved from place 8 to place 1 and its click rate rose sixfold overnight.": (
        "position",
        "The same item in another place: only how many see it has changed.",
    ),
    "Clicks rose with the shrill pictures, and returns too.": (
        "proxy",
        "Clicks were counted; wanted were purchases that stay.",
    ),
    "In week 1 two equal lamps differ by chance; in week 10 one has all the sales.": (
        "feedback",
        "A lucky start brought rank, rank brought sales, and sales brought rank.",
    ),
    "Reviews come from the delighted and the furious.": (
        "selection",
        "Whoever was merely content wrote nothing and is missing in the data.",
    ),
    "The treated half bought the last pieces, so the other half found them sold out.": (
        "interference",
        "What the treated took, the others could not get: they share a shelf.",
    ),
    "We compared the week with the holiday to the week before.": (
        "timing",
        "The two weeks differ by a holiday, whatever was changed.",
    ),
}
