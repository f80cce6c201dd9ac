"""Twelve slots of a week and twenty-eight posts: each further post in a slot reaches fewer new
people.
"""

import numpy as np
import pandas as pd

from course.check import InvalidAction
from course.market.rng import stream

SLOTS = (
    "Mon 8:00",
    "Mon 20:00",
    "Tue 20:00",
    "Wed 8:00",
    "Wed 20:00",
    "Thu 20:00",
    "Fri 8:00",
    "Fri 20:00",
    "Sat 11:00",
    "Sat 20:00",
    "Sun 11:00",
    "Sun 20:00",
)
POSTS = 28
FIRST, FADE = (
    (148, 0.6),
    (0.55, 0.95),
    # lognormal (median, SD of the log): responses to a slot's first post; uniform: share kept by
    # each further one
)
NOISE_FIRST, NOISE_FADE = 0.2, 0.06


def responses(first, fade, posts):
    """People who respond to 0, 1, 2 ... posts in a slot: first (1 − fade^posts) ÷ (1 − fade). An
    array like `posts`.
    """
    return first * (1 - fade ** np.asarray(posts)) / (1 - fade)


class Scenario:
    """Spread 28 posts over twelve slots; it earns the responses of a week."""

    UNIT = "responses in a week"
    DRAWS = 60
    G_FULL = 0.95

    def truth(self, seed):
        """(responses to the first post, share kept by each further one) of the twelve slots: two
        arrays.
        """
        rng = stream(seed, "media", "slots")
        return FIRST[0] * np.exp(FIRST[1] * rng.standard_normal(len(SLOTS))), rng.uniform(
            *FADE, len(SLOTS)
        )

    def observe(self, seed):
        """What a policy receives. `history`: slot, first (responses to its first post last month),
        fade (share that each further one kept), both noisy.
        """
        first, fade = self.truth(seed)
        rng = stream(seed, "media", "history")
        seen = first * np.exp(NOISE_FIRST * rng.standard_normal(len(SLOTS)))
        kept = np.clip(fade + NOISE_FADE * rng.standard_normal(len(SLOTS)), 0.3, 0.98)
        return {
            "history": pd.DataFrame({"slot": SLOTS, "first": seen.round(1), "fade": kept.round(3)})
        }

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
        return float(responses(*self.truth(seed), posts).sum())
