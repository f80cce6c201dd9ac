"""The practice marketplace's events: who invited whom, friends to look at, tested offers."""

from course.lessons.event_acquisition.scenario import Scenario
from course.market import social
from course.market.parameters import tideway
from course.market.rng import stream


def event_users(seed=0, count=400):
    """Users of one week: a DataFrame user, invites (sent), joined (friends who signed up), ordered
    (friends with a first order that stayed).
    """
    return social.inviters(tideway(), stream(seed, "event", "users"), count)


def referrals(seed=0, count=400):
    """Friends who came by an event: a DataFrame referral and four signs (true or false). Which are
    fake is not in it.
    """
    return labelled_referrals(seed, count).drop(columns="fake")


def labelled_referrals(seed, count=400):
    """The same with `fake`, as somebody who looked into every case would have it."""
    return social.referrals(tideway(), stream(seed, "event", "referrals"), count)


def looked_into(seed=0):
    """The fakes among `referrals(seed)`, found by people who looked into every case: a set."""
    table = labelled_referrals(seed)
    return {int(name) for name in table.loc[table["fake"], "referral"]}


def offers(number):
    """(offer_tests, ltv) of practice event `number` (0 to 4), as a policy gets them."""
    return tuple(Scenario().observe(number).values())


def leaves(number, offer):
    """Dollars that practice event `number` leaves with `offer`, (reward, share to the inviter)."""
    return Scenario().value(number, offer)
