"""Fourteen scenes that each belong to one of seven mechanics of an event, and four signs of a
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
    "After a hundred taps the pan costs nothing; each later tap cuts less than the one before.",
    "Half of all orders of the month came in its first hour.",
    "Half of those who got the small tube for nothing never came back.",
    "On the sixth day more people come than on the second.",
    "Only 0.30 dollars are missing; ask three more people to tap.",
    "Seven days in a row give a coupon of two dollars.",
    "Spin the wheel: one in a thousand wins a phone.",
    "Ten dollars for you and ten for the friend, once the friend has ordered.",
    "The chances of every prize must be shown next to the wheel.",
    "The first box costs one dollar, the second twenty.",
    "The friend's half of the reward was raised, and more of those who were asked said yes.",
    "The new bottle is to be had from Friday, ten o'clock, with a countdown on the first screen.",
    "Thirty days of walking, and each day's picture is posted.",
    "Who brings more than twenty friends in a day is looked at by a person.",
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
    "After a hundred taps the pan costs nothing; each later tap cuts less than the one before.": (
        "help to cut",
        "Friends tap and a price falls.",
    ),
    "Half of those who got the small tube for nothing never came back.": (
        "sample",
        "The first try is made cheap.",
    ),
    "Seven days in a row give a coupon of two dollars.": (
        "check-in",
        "One comes back for it day after day.",
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
}
