"""The practice app's new users: when they were active, when they ordered, what they were nudged to
do.
"""

import numpy as np
import pandas as pd
from scipy.special import expit

from course.lessons.product_growth.scenario import Scenario
from course.market.rng import stream

CANDIDATES = ("add three friends", "fill a wish list", "watch the tour", "allow messages")


def activity(seed=0, count=300, today=30):
    """Who was active when: a DataFrame user, signup, active (day numbers; one row a user and day,
    that of the sign-up included).
    """
    rng, rows = stream(seed, "growth", "activity"), []
    for user in range(1, count + 1):
        signup, habit = int(rng.integers(0, today + 1)), rng.beta(0.6, 3)
        later = np.arange(signup + 1, today + 1)
        rows += [
            (user, signup, signup),
            *(
                (user, signup, int(day))
                for day in later[rng.random(len(later)) < habit * (later - signup) ** -0.15]
            ),
        ]
    return pd.DataFrame(rows, columns=["user", "signup", "active"])


def times(seed=0, count=200):
    """Days until the first order, or until we stopped watching: (days, ordered) as two arrays."""
    rng = stream(seed, "growth", "times")
    order, end = (
        np.ceil(rng.weibull(0.7, count) * rng.uniform(10, 40)),
        np.ceil(rng.uniform(1, 40, count)),
    )
    return np.minimum(order, end).astype(int), (order <= end).astype(int)


def nudges(seed=0, count=4_000):
    """New users, one in five left alone and the others nudged by lot to one thing: a DataFrame
    user, nudge, a column for each thing (did it), ordered.
    """
    rng = stream(seed, "growth", "nudges")
    nudge = rng.choice(("none", *CANDIDATES), count)
    keen = rng.normal(0, 1, count)
    # On the chance to order, of doing it; and how much it is the keen ones who do it anyway: most
    # where it helps least.
    effects, habits = rng.permutation([(0.0, 3.0), (0.01, 1.2), (0.03, 0.5), (0.11, 0.0)]).T
    table = {"user": np.arange(1, count + 1), "nudge": nudge}
    chance = 0.20 + 0.18 * np.tanh(keen)
    for candidate, effect, habit in zip(CANDIDATES, effects, habits, strict=True):
        did = rng.random(count) < expit(habit * keen + 2.2 * (nudge == candidate) - 1.2)
        table[candidate] = did
        chance = chance + effect * did
    return pd.DataFrame({**table, "ordered": (rng.random(count) < chance).astype(int)})


def flow(number):
    """The step tests of practice flow `number` (0 to 4), as a policy gets them."""
    return Scenario().observe(number)["step_tests"]
