"""Twenty-six scenes that each belong to one of seven mechanics of an event, and four signs of a
fake friend.
"""

from course.market.parameters import tideway
from course.market.social import evidence

MECHANICS = {
    "referral": "who brings a friend gets a reward, and often the friend does too",
    "help to cut": "friends tap, and with every tap the price falls (砍价)",
    "check-in": "come back every day and collect something",
    "lottery": "a draw decides who gets a prize",
    "launch": "one day on which something new goes on sale, for everybody at once",
    "sample": "try it free or for a token price, to lower the first hurdle",
    "challenge": "do or show something in public, under a common sign",
}
SCENES = (
    "A hundred servers more were rented for one morning.",
    "After a hundred taps the pan costs nothing; each later tap cuts less than the one before.",
    "Half of all orders of the month came in its first hour.",
    "Half of those who got the small tube for nothing never came back.",
    "Her code brought eleven sign-ups; four of them ordered.",
    "Most who collect the coin look at nothing else and leave within ten seconds.",
    "On the sixth day more people come than on the second.",
    "Only 0.30 dollars are missing; ask three more people to tap.",
    "Seven days in a row give a coupon of two dollars.",
    "Show your desk with our lamp, with the same tag as everybody.",
    "Spin the wheel: one in a thousand wins a phone.",
    "Ten dollars for you and ten for the friend, once the friend has ordered.",
    "The best films of the week are shown on the first page; the tag was used 40,000 times.",
    "The chances of every prize must be shown next to the wheel.",
    "The family group is tired of being asked to tap for a blender.",
    "The first box costs one dollar, the second twenty.",
    "The friend's half of the reward was raised, and more of those who were asked said yes.",
    "The new bottle is to be had from Friday, ten o'clock, with a countdown on the first screen.",
    "The rules must say how many taps bring the price to zero.",
    "Thirty days of walking, and each day's picture is posted.",
    "Twelve thousand had put a reminder for ten o'clock.",
    "Where a purchase is needed to take part, the law may call it gambling.",
    "Who brings more than twenty friends in a day is looked at by a person.",
    "抽奖: the number of tickets grows with every order.",
    "签到: a coin a day, and the chain breaks if you miss one.",
    "试用: report on it within two weeks and keep it.",
)
GIVEN = (
    "Ten dollars for you and ten for the friend, once the friend has ordered.",
    "Spin the wheel: one in a thousand wins a phone.",
)
HINTS = {
    "referral": "a friend is brought, and that is rewarded.",
    "help to cut": "friends tap and a price falls.",
    "check-in": "one comes back for it day after day.",
    "lottery": "chance decides.",
    "launch": "it happens for everybody at one moment.",
    "sample": "the first try is made cheap.",
    "challenge": "people show something in public.",
}
# Sign: (share of fakes that show it, share of honest friends that do). Measured by hand on cases
# that people had looked into.
EVIDENCE = evidence(tideway())

# Half of the bank is practice: {item: (label, why)}.
PRACTICE = {
    "A hundred servers more were rented for one morning.": (
        "launch",
        "It happens for everybody at one moment.",
    ),
    "After a hundred taps the pan costs nothing; each later tap cuts less than the one before.": (
        "help to cut",
        "Friends tap and a price falls.",
    ),
    "Half of those who got the small tube for nothing never came back.": (
        "sample",
        "The first try is made cheap.",
    ),
    "Most who collect the coin look at nothing else and leave within ten seconds.": (
        "check-in",
        "One comes back for it day after day.",
    ),
    "Seven days in a row give a coupon of two dollars.": (
        "check-in",
        "One comes back for it day after day.",
    ),
    "Show your desk with our lamp, with the same tag as everybody.": (
        "challenge",
        "People show something in public.",
    ),
    "The family group is tired of being asked to tap for a blender.": (
        "help to cut",
        "Friends tap and a price falls.",
    ),
    "The friend's half of the reward was raised, and more of those who were asked said yes.": (
        "referral",
        "A friend is brought, and that is rewarded.",
    ),
    "The new bottle is to be had from Friday, ten o'clock, with a countdown on the first screen.": (
        "launch",
        "It happens for everybody at one moment.",
    ),
    "Thirty days of walking, and each day's picture is posted.": (
        "challenge",
        "People show something in public.",
    ),
    "Where a purchase is needed to take part, the law may call it gambling.": (
        "lottery",
        "Chance decides.",
    ),
    "试用: report on it within two weeks and keep it.": ("sample", "The first try is made cheap."),
}
