"""Who shops on Tideway: how often, on what device, how sensitive to price, and how loyal."""

import numpy as np
import pandas as pd
from scipy.stats import norm

from course.market.rng import stream

DEVICES = ("desktop", "phone")
TASTES = 5
CHANNELS = ("search", "social", "direct", "affiliate", "referral")


def user_tastes(p):
    """The users' price sensitivity: five equally likely quantiles of a log-normal, shape (5,).

    Five kinds of users instead of a continuum make the expected-value engine
    exact: it adds over kinds what the event engine draws from them.
    """
    values = np.exp(p.taste.user_sd * norm.ppf((np.arange(TASTES) + 0.5) / TASTES))
    return values / values.mean()


def bass_weights(p, weeks):
    """Share of the market that joins in each of `weeks` weeks.

    Bass (1969), A new product growth model.
    """
    joined, shares = 0.0, []
    for _ in range(weeks):
        new = (p.acquisition.p + p.acquisition.q * joined) / 4.0 * (1.0 - joined)
        shares.append(new)
        joined += new
    return np.array(shares)


def make_users(seed, p, count):
    """One row a user: what an operator knows, and what is never shown.

    Known: user, signup (week; 0 and below: before the quarter), first_channel, device, city_tier,
    member. Never shown: rate (sessions a week), taste (0 to 4), drop (chance of leaving after a
    purchase), extra (mean extra units an item).
    """
    rng = stream(seed, "people", "users")
    weights = bass_weights(p, 78)
    signup = rng.choice(np.arange(-64, 14), count, p=weights / weights.sum())
    device = (rng.random(count) < p.arrival.phone_share).astype(int)
    return pd.DataFrame(
        {
            "user": np.arange(count),
            "signup": signup,
            "first_channel": rng.choice(CHANNELS, count, p=[0.4, 0.25, 0.2, 0.1, 0.05]),
            "device": pd.Categorical.from_codes(device, DEVICES),
            "city_tier": rng.integers(1, 5, count),
            "member": rng.random(count) < 0.08,
            "rate": rng.gamma(p.arrival.shape, p.arrival.mean / p.arrival.shape, count),
            "taste": rng.integers(0, TASTES, count),
            "drop": rng.beta(p.lifetime.drop_a, p.lifetime.drop_b, count),
            "extra": rng.gamma(p.basket.shape, p.basket.extra / p.basket.shape, count),
        }
    )
