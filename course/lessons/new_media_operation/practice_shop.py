"""The practice channel: live rooms, a town that was posted to and one that was not, last month's
slots.
"""

from course.lessons.new_media_operation.scenario import Scenario
from course.market import posting
from course.market.parameters import tideway
from course.market.rng import stream


def live_sessions(seed=0, count=20):
    """Live rooms: DataFrame session, room, views, viewers (different people), orders, gmv ($),
    refunded ($ of it, sent back within two weeks).
    """
    return posting.live_rooms(tideway(), stream(seed, "media", "live"), count)


def two_towns(seed=0, weeks=40):
    """(orders a week in a town, the same in one without our posts, first week with posts): two
    arrays and a number. Both grow, and share holidays.
    """
    return posting.two_towns(tideway(), stream(seed, "media", "towns"), weeks)


def last_month(number):
    """The twelve slots of practice month `number` (0 to 19), as a policy gets them."""
    return Scenario().observe(number)["history"]


def responses(number, posts):
    """Responses of a week of practice month `number` to `posts`, one number a slot."""
    return Scenario().value(number, posts)
