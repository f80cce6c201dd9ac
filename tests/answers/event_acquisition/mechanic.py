# %% right: the whole bank
mechanic = {
    "Ten dollars for you and ten for the friend, once the friend has ordered.": "referral",
    "Who brings more than twenty friends in a day is looked at by a person.": "referral",
    "The friend's half of the reward was raised, and more of those who were asked said yes.": "referral",
    "Only 0.30 dollars are missing; ask three more people to tap.": "help to cut",
    "After a hundred taps the pan costs nothing; each later tap cuts less than the one before.": "help to cut",
    "Seven days in a row give a coupon of two dollars.": "check-in",
    "On the sixth day more people come than on the second.": "check-in",
    "Spin the wheel: one in a thousand wins a phone.": "lottery",
    "The chances of every prize must be shown next to the wheel.": "lottery",
    "The new bottle is to be had from Friday, ten o'clock, with a countdown on the first screen.": "launch",
    "Half of all orders of the month came in its first hour.": "launch",
    "The first box costs one dollar, the second twenty.": "sample",
    "Half of those who got the small tube for nothing never came back.": "sample",
    "Thirty days of walking, and each day's picture is posted.": "challenge",
}

# %% right: slips among the practice items cost nothing
mechanic |= {
    "Thirty days of walking, and each day's picture is posted.": "check-in",
    "Seven days in a row give a coupon of two dollars.": "lottery",
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
mechanic |= {text: "?" for place, text in enumerate(mechanic) if place not in (0, 7)}

# %% wrong: half left open
# score: 0
# says: `mechanic` has no answer yet for
mechanic |= dict.fromkeys(list(mechanic)[7:], "?")

# %% wrong: daily visits taken for draws
# score: 1
# says: one comes back for it day after day
mechanic |= {
    "Seven days in a row give a coupon of two dollars.": "lottery",
    "On the sixth day more people come than on the second.": "lottery",
}

# %% wrong: whatever has friends is a referral
# score: 1
# says: friends tap and a price falls
mechanic |= {
    "Only 0.30 dollars are missing; ask three more people to tap.": "referral",
    "After a hundred taps the pan costs nothing; each later tap cuts less than the one before.": "referral",
}

# %% wrong: two of six
# score: 0
# says: 4 of the 6 graded items are right
mechanic |= {
    "On the sixth day more people come than on the second.": "lottery",
    "Only 0.30 dollars are missing; ask three more people to tap.": "referral",
}

# %% wrong: one for all
# score: 0
# says: 1 of the 6 graded items are right
mechanic = dict.fromkeys(mechanic, "lottery")

# %% wrong: one's own
# score: 0
# says: choose one of
mechanic |= {"Only 0.30 dollars are missing; ask three more people to tap.": "party"}
