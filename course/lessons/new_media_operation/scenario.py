"""Twelve slots of a week and twenty-eight posts: each further post in a slot reaches fewer new
people.
"""

import pandas as pd

from course.check import InvalidAction
from course.market import posting, town
from course.market.parameters import tideway
from course.market.rng import stream

SLOTS = town.names("slots")
POSTS = tideway().slot.posts


class Scenario:
    """Spread 28 posts over twelve slots; it earns the responses of a week."""

    UNIT = "responses in a week"
    DRAWS = 60
    G_FULL = 0.95

    def truth(self, seed):
        """(responses to the first post, share kept by each further one) of the twelve slots: two
        arrays.
        """
        return posting.draw_slots(tideway(), stream(seed, "media", "slots"), len(SLOTS))

    def observe(self, seed):
        """What a policy receives. `history`: slot, first (responses to its first post last month),
        fade (share that each further one kept), both noisy.
        """
        rng = stream(seed, "media", "history")
        first, fade = posting.slot_record(tideway(), rng, *self.truth(seed))
        seen = {"slot": SLOTS, "first": first.round(1), "fade": fade.round(3)}
        return {"history": pd.DataFrame(seen)}

    def value(self, seed, posts):
        """Responses to `posts`, twelve whole numbers of sum 28. Raises InvalidAction."""
        if (
            type(posts) is not list
            or len(posts) != len(SLOTS)
            or not all(type(each) is int and each >= 0 for each in posts)
        ):
            raise InvalidAction("the answer must be a list of twelve whole numbers, none negative")
        if sum(posts) != POSTS:
            raise InvalidAction(f"{POSTS} posts are to be spread; yours are {sum(posts)}")
        return float(posting.responses(*self.truth(seed), posts).sum())
