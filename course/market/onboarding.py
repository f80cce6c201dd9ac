"""The way of a new user: each step loses some and makes those who stay more (or less) likely to
order.
"""

import numpy as np
import pandas as pd
from scipy.special import expit


def draw_steps(p, rng, count):
    """(share lost, gain in logits of an order) of `count` steps, arrays."""
    return p.draw(rng, "onboarding.drop", count), p.draw(rng, "onboarding.gain", count)


def activated(p, drops, gains, users):
    """Users of `users` who go through all steps (with these shares lost) and order."""
    stay = np.prod(1 - np.asarray(drops, float))
    return float(users * stay * expit(p.onboarding.order + np.sum(gains)))


def step_tests(p, rng, drops, gains, seen):
    """(drop-off among `seen` users, measured gain) of each step, arrays."""
    lost = rng.binomial(seen, drops) / seen
    return lost, gains + p.draw(rng, "error.gain", len(gains))


def activity(p, rng, count, today):
    """Who was active when, of users who signed up on days 0 to `today`: user, signup, active (day
    numbers; one row a user and day, that of the sign-up included), a DataFrame.
    """
    rows = []
    for user in range(1, count + 1):
        signup = int(rng.integers(0, today + 1))
        habit = rng.beta(p.newuser.habit_a, p.newuser.habit_b)
        later = np.arange(signup + 1, today + 1)
        active = rng.random(len(later)) < habit * (later - signup) ** -p.newuser.fade
        rows += [(user, signup, signup), *((user, signup, int(day)) for day in later[active])]
    return pd.DataFrame(rows, columns=["user", "signup", "active"])


def first_orders(p, rng, count):
    """Days until the first order, or until nobody watched any more: (days, ordered), arrays."""
    order = np.ceil(rng.weibull(p.newuser.order_shape, count) * p.draw(rng, "newuser.order_scale"))
    end = np.ceil(p.draw(rng, "newuser.watched", count))
    return np.minimum(order, end).astype(int), (order <= end).astype(int)


def nudges(p, rng, things, count):
    """New users, each nudged by lot to one of four `things` or to none: user, nudge, a column for
    each thing (did it), ordered; a DataFrame. Some things help, and some are only done by those
    who are keen anyway: most where it helps least.
    """
    one = p.nudge
    nudge = rng.choice(("none", *things), count)
    keen = rng.normal(0, 1, count)
    kinds = [
        (getattr(one, f"{kind}_helps"), getattr(one, f"{kind}_keen"))
        for kind in ("idle", "weak", "useful", "strong")
    ]
    effects, habits = rng.permutation(kinds).T
    table = {"user": np.arange(1, count + 1), "nudge": nudge}
    chance = one.order + one.order_keen * np.tanh(keen)
    for thing, effect, habit in zip(things, effects, habits, strict=True):
        did = rng.random(count) < expit(habit * keen + one.works * (nudge == thing) - one.shy)
        table[thing] = did
        chance = chance + effect * did
    return pd.DataFrame({**table, "ordered": (rng.random(count) < chance).astype(int)})
