"""Twenty-six observations on posts, each from one stage between being made and being
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
    "A mother posted it in her group, and that evening 2,000 came from there.",
    "A thousand reads brought eleven orders of the pan.",
    "Half of the followers never had it in their feed.",
    "It was published at four in the morning, and nobody was awake.",
    "It was saved 900 times and sent to friends 300 times.",
    "Of a hundred screens, five were tapped.",
    "One in forty readers sends it on.",
    "People read it to the end and buy at a rival.",
    "People see it and scroll on.",
    "Per 1,000 screens the post sold for 84 dollars.",
    "Seven of ten leave before the third second of the film.",
    "Somebody quoted the joke; the post was passed on without its link.",
    "The brief does not say which question the post should answer.",
    "The cover picture shows a face now, and more people open it.",
    "The mean reader gets to the second of six pictures.",
    "The platform shows it to a small circle first and to a larger one if that goes well.",
    "The post was on 40,000 screens.",
    "The second headline is opened half as often again as the first.",
    "The step-by-step pictures kept people twice as long.",
    "The writer needs three days for a guide and the photographer four.",
    "They opened it for a gift that the text does not mention, and closed it.",
    "Thirty posts were planned for November and nineteen are ready.",
    "Those who came from the guide return less often than those from the advertisement.",
    "Twelve creators got the lamp, and five have shown it.",
    "完播率 is 18%: so many watch to the end.",
    "封面 and 标题 decide in half a second.",
)
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
    "A mother posted it in her group, and that evening 2,000 came from there.": (
        "share",
        "Somebody passes it on.",
    ),
    "A thousand reads brought eleven orders of the pan.": (
        "order",
        "Money has changed hands, or has not.",
    ),
    "Half of the followers never had it in their feed.": (
        "impression",
        "It is about being on a screen at all.",
    ),
    "One in forty readers sends it on.": ("share", "Somebody passes it on."),
    "Per 1,000 screens the post sold for 84 dollars.": (
        "order",
        "Money has changed hands, or has not.",
    ),
    "The brief does not say which question the post should answer.": (
        "supply",
        "There is no post on a screen yet.",
    ),
    "The cover picture shows a face now, and more people open it.": (
        "click",
        "It is about being opened.",
    ),
    "The mean reader gets to the second of six pictures.": (
        "read",
        "It has been opened, and is read or left.",
    ),
    "The platform shows it to a small circle first and to a larger one if that goes well.": (
        "impression",
        "It is about being on a screen at all.",
    ),
    "They opened it for a gift that the text does not mention, and closed it.": (
        "read",
        "It has been opened, and is read or left.",
    ),
    "Thirty posts were planned for November and nineteen are ready.": (
        "supply",
        "There is no post on a screen yet.",
    ),
    "封面 and 标题 decide in half a second.": ("click", "It is about being opened."),
}
