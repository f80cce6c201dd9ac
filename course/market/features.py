"""A product team's features: what ideas are worth, what tests say of them, and what users do."""

import numpy as np
import pandas as pd


def ideas(p, rng, count):
    """True effects of `count` ideas on orders, shares: an array of shape (count,).

    A part of them helps; the others are like any idea of Tideway, most of them worth nothing.
    """
    good = rng.random(count) < p.ideas.good
    helps = p.draw(rng, "ideas.helps", count)
    return np.where(good, helps, rng.normal(p.ideas.mean, p.ideas.sd, count))


def tested(p, rng, true):
    """(lift, error) of a test of each idea, shares: what was measured and its standard error.

    Arrays of the shape of `true`, the ideas' effects.
    """
    error = p.draw(rng, "ideas.error", true.shape)
    return true + error * rng.standard_normal(true.shape), error


def use(p, rng, count):
    """A feature's first month: DataFrame user, eligible (bool), started, done (tasks)."""
    eligible = rng.random(count) < p.feature.eligible
    tries = rng.random(count) < p.draw(rng, "feature.adopted")
    started = np.where(eligible & tries, rng.poisson(p.feature.tasks, count) + 1, 0)
    done = rng.binomial(started, p.draw(rng, "feature.done"))
    users = np.arange(1, count + 1)
    return pd.DataFrame({"user": users, "eligible": eligible, "started": started, "done": done})


def spending_test(p, rng, count):
    """A test and what its users spent before: DataFrame treated (bool), before, during ($ a user).

    The month before tells much of the month of the test, so that it takes noise away: CUPED,
    Deng, Xu, Kohavi and Walker (2013).
    """
    before = rng.gamma(p.cuped.shape, p.cuped.scale, count)
    treated = rng.permutation(np.arange(count) % 2 == 0)
    kept, effect = p.draw(rng, "cuped.kept"), p.draw(rng, "cuped.effect")
    during = p.cuped.rest + kept * before + effect * treated + p.draw(rng, "cuped.noise", count)
    return pd.DataFrame({"treated": treated, "before": before.round(2), "during": during.round(2)})


def holdout(p, rng, count, launches):
    """A year's holdout: (DataFrame held_out (bool), orders; the lifts claimed, a list of shares).

    Of what all launches claimed together only a part is there in the end.
    """
    held = rng.random(count) < p.holdout.held
    claims = [round(float(each), 3) for each in p.draw(rng, "holdout.claim", launches)]
    true = float(np.prod(1 + np.array(claims)) - 1) * p.draw(rng, "holdout.true")
    orders = rng.poisson(p.holdout.orders * np.where(held, 1.0, 1 + true))
    return pd.DataFrame({"held_out": held, "orders": orders}), claims
