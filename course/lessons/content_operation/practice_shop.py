"""The practice shop's posts day by day, logs of an older plan, and whole weeks to try a
policy on.
"""

from course.lessons.content_operation.scenario import Scenario
from course.market import social
from course.market.parameters import tideway
from course.market.rng import stream

POSTS = (
    "how to clean a flask",
    "five lunches for a week",
    "desk lamp compared",
    "gift under 20 dollars",
    "what broke, and how we mended it",
)


def post_days(seed=0, days=7):
    """Posts by day: a DataFrame post, day, impressions, clicks, reads (to the end), orders, gmv
    ($).
    """
    return social.draw_posts(tideway(), stream(seed, "content", "posts"), POSTS, days)


def logged(seed=0, count=3_000, items=6):
    """A log of what an older plan showed: a DataFrame item, propensity (chance with which it was
    shown), click (0 or 1).
    """
    return social.shown_log(tideway(), stream(seed, "content", "log"), count, items)


def run_week(number, policy):
    """Clicks of `policy` (a function history, now, turn, seed) in practice week `number` (0 to 4),
    6,000 impressions.
    """
    return Scenario().play(number, lambda observed: policy(**observed))


def best_headlines(number):
    """The headline (0 to 7) with the highest click rate in each of the four sets of practice week
    `number`, a list.
    """
    return Scenario().rates(number).argmax(axis=1).tolist()
