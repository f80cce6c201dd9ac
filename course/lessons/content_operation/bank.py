"""Fourteen observations on posts, each from one stage between being made and being
ordered from.
"""

STAGES = {
    "supply": "posts are planned, written, filmed, briefed",
    "impression": "the post is on a screen",
    "click": "somebody opens it",
    "read": "it is read or watched to the point",
    "order": "somebody buys because of it",
    "share": "somebody passes it on",
}
OBSERVATIONS = (
    "Half of the followers never had it in their feed.",
    "It was saved 900 times and sent to friends 300 times.",
    "Of a hundred screens, five were tapped.",
    "One in forty readers sends it on.",
    "People read it to the end and buy at a rival.",
    "Per 1,000 screens the post sold for 84 dollars.",
    "Seven of ten leave before the third second of the film.",
    "The cover picture shows a face now, and more people open it.",
    "The mean reader gets to the second of six pictures.",
    "The platform shows it to a small circle first and to a larger one if that goes well.",
    "The post was on 40,000 screens.",
    "The second headline is opened half as often again as the first.",
    "The writer needs three days for a guide and the photographer four.",
    "Thirty posts were planned for November and nineteen are ready.",
)
# The plan of the Berlin team: the chance with which it shows each item.
BERLIN = {0: 0.10, 1: 0.35, 2: 0.25, 3: 0.10, 4: 0.05, 5: 0.15}
GIVEN = ("The post was on 40,000 screens.", "Of a hundred screens, five were tapped.")
HINTS = {
    "supply": "there is no post on a screen yet.",
    "impression": "it is about being on a screen at all.",
    "click": "it is about being opened.",
    "read": "it has been opened, and is read or left.",
    "order": "money has changed hands, or has not.",
    "share": "somebody passes it on.",
}

# Half of the bank is practice: {item: (label, why)}.
PRACTICE = {
    "Half of the followers never had it in their feed.": (
        "impression",
        "It is about being on a screen at all.",
    ),
    "One in forty readers sends it on.": ("share", "Somebody passes it on."),
    "Per 1,000 screens the post sold for 84 dollars.": (
        "order",
        "Money has changed hands, or has not.",
    ),
    "The cover picture shows a face now, and more people open it.": (
        "click",
        "It is about being opened.",
    ),
    "The mean reader gets to the second of six pictures.": (
        "read",
        "It has been opened, and is read or left.",
    ),
    "Thirty posts were planned for November and nineteen are ready.": (
        "supply",
        "There is no post on a screen yet.",
    ),
}
