"""Fourteen sentences out of reports on posts, videos and live rooms. Each is about one of six
figures.
"""

METRICS = {
    "reach": "how many different people saw it",
    "completion": "how many of those who began got to the end",
    "engagement": "how many did something with it",
    "followers": "how many joined the channel, less those who left",
    "sales": "what was bought while or through it",
    "incremental": "what would not have been bought without it",
}
SENTENCES = (
    "3,100 accounts had the video on their screen.",
    "40% of the viewers were still there in the last second.",
    "Half of the listeners stop at minute nine.",
    "In towns without the campaign orders rose by 4%, in towns with it by 9%.",
    "It made $212 for a thousand views.",
    "Of each hundred viewers seven left a comment or passed it on.",
    "Saves and shares: 640.",
    "Since the give-away 900 joined, and 850 of them are gone again.",
    "The host sold 380 coats in two hours.",
    "The number of questions under the post doubled.",
    "The post was shown to 8,000 people, some of them twice.",
    "Two thirds of the town's phones met it this week.",
    "Unfollowed: 60; new: 75.",
    "We drew lots which half saw the ad; that half ordered 2% more.",
)
GIVEN = ("3,100 accounts had the video on their screen.", "Saves and shares: 640.")
HINTS = {
    "reach": "it counts people who saw it.",
    "completion": "it asks who got to the end.",
    "engagement": "people did something with it, short of buying.",
    "followers": "people came to the channel or left it.",
    "sales": "it counts what was bought along the way, whatever the cause.",
    "incremental": "it compares with what would have been without.",
}

# Half of the bank is practice: {item: (label, why)}.
PRACTICE = {
    "40% of the viewers were still there in the last second.": (
        "completion",
        "It asks who got to the end.",
    ),
    "In towns without the campaign orders rose by 4%, in towns with it by 9%.": (
        "incremental",
        "It compares with what would have been without.",
    ),
    "It made $212 for a thousand views.": (
        "sales",
        "It counts what was bought along the way, whatever the cause.",
    ),
    "Of each hundred viewers seven left a comment or passed it on.": (
        "engagement",
        "People did something with it, short of buying.",
    ),
    "Since the give-away 900 joined, and 850 of them are gone again.": (
        "followers",
        "People came to the channel or left it.",
    ),
    "The post was shown to 8,000 people, some of them twice.": (
        "reach",
        "It counts people who saw it.",
    ),
}
