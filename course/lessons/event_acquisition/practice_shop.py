"""The practice marketplace's events: who invited whom, friends to look at, tested offers."""

import numpy as np
import pandas as pd

from course.lessons.event_acquisition.bank import EVIDENCE, FAKES
from course.lessons.event_acquisition.scenario import Scenario
from course.market.rng import stream


def event_users(seed=0, count=400):
    """Users of one week: a DataFrame user, invites (sent), joined (friends who signed up), ordered
    (friends with a first order that stayed).
    """
    rng = stream(seed, "event", "users")
    invites = rng.negative_binomial(0.6, 0.6 / (0.6 + rng.uniform(1, 6)), count)
    joined = rng.binomial(invites, rng.uniform(0.1, 0.4))
    return pd.DataFrame(
        {
            "user": np.arange(1, count + 1),
            "invites": invites,
            "joined": joined,
            "ordered": rng.binomial(joined, rng.uniform(0.3, 0.8)),
        }
    )


def referrals(seed=0, count=400):
    """Friends who came by an event: a DataFrame referral and four signs (true or false). Which are
    fake is not in it.
    """
    return labelled_referrals(seed, count).drop(columns="fake")


def labelled_referrals(seed, count=400):
    """The same with `fake`, as somebody who looked into every case would have it."""
    rng = stream(seed, "event", "referrals")
    fake = rng.random(count) < FAKES
    signs = {sign: rng.random(count) < np.where(fake, *shares) for sign, shares in EVIDENCE.items()}
    return pd.DataFrame({"referral": np.arange(1, count + 1), **signs, "fake": fake})


def offers(number):
    """(offer_tests, ltv) of practice event `number` (0 to 4), as a policy gets them."""
    return tuple(Scenario().observe(number).values())
