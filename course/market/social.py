"""What users do together: referrals, group purchases, topics and content."""

import numpy as np
from scipy.special import expit
from scipy.stats import poisson


def invitations(p, reward):
    """Invitations a user for an inviter's reward in $."""
    reward = np.asarray(reward, dtype=float)
    return p.referral.invite + p.referral.invite_gain * reward / (p.referral.invite_half + reward)


def friend_conversion(p, reward):
    """Share of invited friends who buy, for a friend's reward in $."""
    reward = np.asarray(reward, dtype=float)
    return np.minimum(
        1.0,
        p.referral.convert
        * (1.0 + p.referral.convert_gain * reward / (p.referral.convert_half + reward)),
    )


def fraud_share(p, reward):
    """Share of rewarded referrals that are made up: 1 - exp(-phi reward^2)."""
    return -np.expm1(-p.referral.fraud * np.asarray(reward, dtype=float) ** 2)


def referral_waves(p, inviters, reward, friend_reward, waves=6):
    """Expected new customers of each wave, shape (waves,).

    A branching process that meets those who are customers already.
    """
    rate = invitations(p, reward) * friend_conversion(p, friend_reward)
    left, now, new = float(p.referral.pool), float(inviters), []
    for _ in range(waves):
        joined = left * -np.expm1(-rate * now / p.referral.pool)
        left -= joined
        now = joined
        new.append(joined)
    return np.array(new)


def draw_referral_waves(p, rng, inviters, reward, friend_reward, waves=6):
    """One run of `referral_waves`: counts of new customers, shape (waves,)."""
    rate = invitations(p, reward) * friend_conversion(p, friend_reward)
    left, now, new = int(p.referral.pool), int(inviters), []
    for _ in range(waves):
        joined = int(rng.binomial(left, -np.expm1(-rate * now / p.referral.pool)))
        left, now = left - joined, joined
        new.append(joined)
    return np.array(new)


def group_fill(p, size, depth):
    """Chance that a group purchase of `size` people at `depth` off fills.

    The starter needs size - 1 friends, Poisson.
    """
    joins = p.groups.join * np.exp(p.groups.join_slope * np.asarray(depth, dtype=float))
    return poisson.sf(np.asarray(size) - 2, p.groups.friends * np.minimum(1.0, joins))


def group_start(p, depth):
    """Chance that a user starts a group at `depth` off."""
    return expit(p.groups.start + p.groups.start_slope * np.asarray(depth, dtype=float))


def topic_interest(p, weeks):
    """Interest in a topic after so many weeks, 1 at the start."""
    return 0.5 ** (np.asarray(weeks, dtype=float) / p.groups.half_life)


def headline_ctr(p, rng, count):
    """True click-through rates of `count` headlines."""
    return rng.beta(p.content.ctr_a, p.content.ctr_b, count)


def tired_ctr(p, ctr, exposures):
    """CTR of a headline for someone who has seen it `exposures` times."""
    return ctr * p.content.fatigue ** np.asarray(exposures, dtype=float)
