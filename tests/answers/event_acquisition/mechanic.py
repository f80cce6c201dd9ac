# %% right: the whole bank
mechanic = {
    "Ten dollars for you and ten for the friend, once the friend has ordered.": "referral",
    "Her code brought eleven sign-ups; four of them ordered.": "referral",
    "Who brings more than twenty friends in a day is looked at by a person.": "referral",
    "The friend's half of the reward was raised, and more of those who were asked said yes.": "referral",
    "Only 0.30 dollars are missing; ask three more people to tap.": "help to cut",
    "After a hundred taps the pan costs nothing; each later tap cuts less than the one before.": "help to cut",
    "The family group is tired of being asked to tap for a blender.": "help to cut",
    "The rules must say how many taps bring the price to zero.": "help to cut",
    "Seven days in a row give a coupon of two dollars.": "check-in",
    "On the sixth day more people come than on the second.": "check-in",
    "签到: a coin a day, and the chain breaks if you miss one.": "check-in",
    "Most who collect the coin look at nothing else and leave within ten seconds.": "check-in",
    "Spin the wheel: one in a thousand wins a phone.": "lottery",
    "The chances of every prize must be shown next to the wheel.": "lottery",
    "Where a purchase is needed to take part, the law may call it gambling.": "lottery",
    "抽奖: the number of tickets grows with every order.": "lottery",
    "The new bottle is to be had from Friday, ten o'clock, with a countdown on the first screen.": "launch",
    "Half of all orders of the month came in its first hour.": "launch",
    "Twelve thousand had put a reminder for ten o'clock.": "launch",
    "A hundred servers more were rented for one morning.": "launch",
    "The first box costs one dollar, the second twenty.": "sample",
    "试用: report on it within two weeks and keep it.": "sample",
    "Half of those who got the small tube for nothing never came back.": "sample",
    "Show your desk with our lamp, with the same tag as everybody.": "challenge",
    "Thirty days of walking, and each day's picture is posted.": "challenge",
    "The best films of the week are shown on the first page; the tag was used 40,000 times.": "challenge",
}

# %% right: one slip is allowed
mechanic |= {
    "Who brings more than twenty friends in a day is looked at by a person.": "help to cut"
}

# %% wrong: the untouched stub
# score: 0
# says: still holds only question marks
mechanic |= {text: "?" for place, text in enumerate(mechanic) if place not in (0, 12)}

# %% wrong: half left open
# score: 0
# says: `mechanic` has no answer yet for
mechanic |= dict.fromkeys(list(mechanic)[13:], "?")

# %% wrong: daily coins taken for draws
# score: 1
# says: one comes back for it day after day
mechanic |= {
    "Seven days in a row give a coupon of two dollars.": "lottery",
    "On the sixth day more people come than on the second.": "lottery",
    "签到: a coin a day, and the chain breaks if you miss one.": "lottery",
    "Most who collect the coin look at nothing else and leave within ten seconds.": "lottery",
    "The first box costs one dollar, the second twenty.": "lottery",
    "试用: report on it within two weeks and keep it.": "lottery",
    "Half of those who got the small tube for nothing never came back.": "lottery",
}

# %% wrong: whatever has friends is a referral
# score: 1
# says: friends tap and a price falls
mechanic |= {
    "Only 0.30 dollars are missing; ask three more people to tap.": "referral",
    "After a hundred taps the pan costs nothing; each later tap cuts less than the one before.": "referral",
    "The family group is tired of being asked to tap for a blender.": "referral",
    "The rules must say how many taps bring the price to zero.": "referral",
    "Show your desk with our lamp, with the same tag as everybody.": "referral",
    "Thirty days of walking, and each day's picture is posted.": "referral",
    "The best films of the week are shown on the first page; the tag was used 40,000 times.": "referral",
}

# %% wrong: one for all
# score: 0
# says: 2 of the 12 graded items are right
mechanic = dict.fromkeys(mechanic, "lottery")

# %% wrong: one's own
# score: 0
# says: choose one of
mechanic |= {"Only 0.30 dollars are missing; ask three more people to tap.": "party"}
