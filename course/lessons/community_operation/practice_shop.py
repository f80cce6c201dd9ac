"""The practice shop's groups: what is said in them, who got in, what was tested."""

from course.lessons.community_operation.scenario import Scenario
from course.market import social
from course.market.parameters import tideway
from course.market.rng import stream


def chat(seed=0, members=75, days=28):
    """A group's messages: (DataFrame message, day (1 to 28), member, reply_to (a message, 0 for
    none); number of members).
    """
    return social.chat(tideway(), stream(seed, "community", "chat"), members, days), members


def waitlist(seed=0, count=300):
    """Who asked for a place in a group; a lot decided: DataFrame joined (bool), before, after ($
    spent in the month before and after).
    """
    return social.waitlist(tideway(), stream(seed, "community", "waitlist"), count)


def offer(number):
    """(tests, offer) of practice offer `number` (0 to 19), as a policy gets them."""
    return tuple(Scenario().observe(number).values())


def earns(number, terms):
    """Dollars from 1,000 visitors of practice offer `number` with these terms, (size, discount)."""
    return Scenario().value(number, terms)
