"""What twelve tested offers say about all others."""

import numpy as np
import pandas as pd

from course.lessons.event_acquisition.scenario import MOST
from course.market.parameters import tideway

HALVES = 24


def predict_offers(offer_tests):
    """Every offer of a grid: a DataFrame reward ($, 0 to 60 by 2), share (to the inviter, 0 to 1 by
    .1), invites (a user), joins (share), fakes (share).

    Invitations rise with the inviter's dollars and joining with the friend's,
    both along saturating lines fitted by least squares; the share of fakes is
    1 − exp(−c · dollars²), c by maximum likelihood.
    """
    inviter, friend = (
        offer_tests["reward"] * offer_tests["share"],
        offer_tests["reward"] * (1 - offer_tests["share"]),
    )
    grid = pd.DataFrame(
        [(float(reward), step / 10) for reward in range(0, MOST + 1, 2) for step in range(11)],
        columns=["reward", "share"],
    )
    to_inviter, to_friend = grid["reward"] * grid["share"], grid["reward"] * (1 - grid["share"])
    sent = offer_tests["invites"] / offer_tests["users"]
    joined = offer_tests["joined"] / offer_tests["invites"].clip(lower=1)
    return grid.assign(
        invites=_saturating(inviter, sent, _range("invite_half"))(to_inviter),
        joins=_saturating(friend, joined, _range("convert_half"))(to_friend),
        fakes=1
        - np.exp(-_fraud(inviter, offer_tests["joined"], offer_tests["fakes"]) * to_inviter**2),
    )


def _saturating(dollars, found, halves):
    """The line a + b · x ÷ (half + x) with the least squares of relative errors."""
    best = None
    for half in np.linspace(*halves, HALVES):
        columns = np.column_stack([np.ones(len(dollars)), dollars / (half + dollars)])
        weight = 1 / found.to_numpy().clip(1e-3)
        numbers = np.linalg.lstsq(columns * weight[:, None], found.to_numpy() * weight, rcond=None)[
            0
        ]
        misfit = float((((columns @ numbers - found.to_numpy()) * weight) ** 2).sum())
        if best is None or misfit < best[0]:
            best = (misfit, half, numbers)
    _, half, (level, more) = best
    return lambda x: np.maximum(level + more * x / (half + x), 0.0)


def _fraud(dollars, joined, fakes):
    rates = np.concatenate([[0.0], np.geomspace(1e-5, 0.3, 80)])[:, None]
    share = np.clip(1 - np.exp(-rates * dollars.to_numpy() ** 2), 1e-9, 1 - 1e-9)
    likelihood = (
        fakes.to_numpy() * np.log(share) + (joined - fakes).to_numpy() * np.log(1 - share)
    ).sum(axis=1)
    return float(rates[likelihood.argmax(), 0])


def _range(name):
    """Between which $ half of a reward's effect is known to be reached."""
    law = tideway().law(f"referral.{name}")
    return law["from"], law["to"]
