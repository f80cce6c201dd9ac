"""Twenty-six stories about click data, each bent in one of six ways."""

BIASES = {
    "position": "what stands higher is seen more, whatever it is",
    "selection": "only what was shown, or who stayed, is in the data",
    "feedback": "what was shown much gets data, rank and again more showing",
    "interference": "treating some changes the outcome of the others",
    "proxy": "what is counted is not what is wanted",
    "timing": "groups are compared at different times",
}
STORIES = (
    (
        "A coupon for half of the buyers raises the price that the others pay for the same"
        " auctioned place."
    ),
    (
        "A new product gets no clicks because it is not shown, and is not shown because it has no"
        " clicks."
    ),
    "An item moved from place 8 to place 1 and its click rate rose sixfold overnight.",
    "Best sellers are shown first because they are best sellers.",
    "Clicks rose with the shrill pictures, and returns too.",
    "Couriers who were sent to the test area were missing in the other.",
    "Half of the visitors never scroll; what is below is not unloved but unseen.",
    "In week 1 two equal lamps differ by chance; in week 10 one has all the sales.",
    "Mornings were treated and evenings not.",
    "Only shops that survived the year are in the table.",
    "The team is paid by minutes on the page; the page became harder to read, and minutes rose.",
    "Reviews come from the delighted and the furious.",
    "The big tile gets more taps, with any product in it.",
    (
        "The first result is clicked ten times as often as the tenth; after a swap of the two, the"
        " other one is."
    ),
    "The model was trained on products that the old ranking let through.",
    "The new rule ran in November, the old one in September.",
    "The product looks weak because it has always stood on page three.",
    "The robot recommends what the robot recommended.",
    "The survey was answered by buyers; who left in anger did not get it.",
    "The team is paid by conversions of searches, so hard searches are no longer answered.",
    "The treated half bought the last pieces, so the other half found them sold out.",
    "Time in the app rose, since nobody found the till.",
    "Two merchants share a warehouse; what one's sale does, the other feels.",
    "Version B went on at noon, when office people look.",
    "We compared the week with the holiday to the week before.",
    "We learn only from searches that showed something; those without a result are missing.",
)
GIVEN = (
    (
        "The first result is clicked ten times as often as the tenth; after a swap of the two, the"
        " other one is."
    ),
    "The new rule ran in November, the old one in September.",
)
HINTS = {
    "position": "it would be clicked more or less in another place.",
    "selection": "something never gets into the data at all.",
    "feedback": "what was shown shapes what will be shown.",
    "interference": "the treated and the others touch each other.",
    "proxy": "the number improved, and what was wanted did not.",
    "timing": "the two were looked at at different times.",
}

# Half of the bank is practice: {item: (label, why)}.
PRACTICE = {
    "A coupon for half of the buyers raises the price that the others pay for the same auctioned place.": (
        "interference",
        "The treated and the others touch each other.",
    ),
    "A new product gets no clicks because it is not shown, and is not shown because it has no clicks.": (
        "feedback",
        "What was shown shapes what will be shown.",
    ),
    "An item moved from place 8 to place 1 and its click rate rose sixfold overnight.": (
        "position",
        "It would be clicked more or less in another place.",
    ),
    "Clicks rose with the shrill pictures, and returns too.": (
        "proxy",
        "The number improved, and what was wanted did not.",
    ),
    "In week 1 two equal lamps differ by chance; in week 10 one has all the sales.": (
        "feedback",
        "What was shown shapes what will be shown.",
    ),
    "Mornings were treated and evenings not.": (
        "timing",
        "The two were looked at at different times.",
    ),
    "Reviews come from the delighted and the furious.": (
        "selection",
        "Something never gets into the data at all.",
    ),
    "The big tile gets more taps, with any product in it.": (
        "position",
        "It would be clicked more or less in another place.",
    ),
    "The survey was answered by buyers; who left in anger did not get it.": (
        "selection",
        "Something never gets into the data at all.",
    ),
    "The team is paid by conversions of searches, so hard searches are no longer answered.": (
        "proxy",
        "The number improved, and what was wanted did not.",
    ),
    "The treated half bought the last pieces, so the other half found them sold out.": (
        "interference",
        "The treated and the others touch each other.",
    ),
    "We compared the week with the holiday to the week before.": (
        "timing",
        "The two were looked at at different times.",
    ),
}
