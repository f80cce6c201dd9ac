"""The way of a new user: each step loses some and makes those who stay more (or less) likely to
order.
"""

import numpy as np
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
