"""How sure a K and an offer are: users and counts drawn anew (bootstrap; Efron, 1979)."""

import numpy as np

from course.charts.spread import drawn_again

USER_TRIES, TEST_TRIES = 400, 20


def other_users(users):
    """USER_TRIES tables as long as `users`, its rows drawn anew with repetition: who might have
    come instead.
    """
    return list(drawn_again(users, USER_TRIES))


def other_tests(offer_tests):
    """TEST_TRIES tables like `offer_tests`, its counts drawn anew around what was counted: what the
    same test might have shown.
    """
    rng = np.random.default_rng(0)
    joins = offer_tests["joined"] / offer_tests["invites"].clip(lower=1)
    fakes = offer_tests["fakes"] / offer_tests["joined"].clip(lower=1)
    drawn = []
    for _ in range(TEST_TRIES):
        invites = rng.poisson(offer_tests["invites"])
        joined = rng.binomial(invites, joins)
        drawn.append(
            offer_tests.assign(invites=invites, joined=joined, fakes=rng.binomial(joined, fakes))
        )
    return drawn
