"""The practice platform's features, experiments, its holdout, and a year of tests."""

import numpy as np
import pandas as pd

from course.lessons.product_operation.scenario import Scenario
from course.market.rng import stream


def feature_use(seed=0, count=400):
    """A feature's first month: DataFrame user, eligible (bool), started, done (tasks begun and
    finished with it).
    """
    rng = stream(seed, "product", "use")
    eligible = rng.random(count) < 0.7
    started = np.where(
        eligible & (rng.random(count) < rng.uniform(0.1, 0.6)), rng.poisson(3, count) + 1, 0
    )
    return pd.DataFrame(
        {
            "user": np.arange(1, count + 1),
            "eligible": eligible,
            "started": started,
            "done": rng.binomial(started, rng.uniform(0.4, 0.95)),
        }
    )


def experiment(seed=0, count=600):
    """A test: DataFrame treated (bool), before and during (dollars a user, in the month before and
    in the month of the test).
    """
    rng = stream(seed, "product", "experiment")
    before = rng.gamma(2.0, 20.0, count)
    treated = rng.permutation(np.arange(count) % 2 == 0)
    during = (
        10 + rng.uniform(0.5, 0.9) * before + rng.uniform(0, 4) * treated + rng.normal(0, 12, count)
    )
    return pd.DataFrame({"treated": treated, "before": before.round(2), "during": during.round(2)})


def holdout(seed=0, count=500):
    """A year's holdout: (DataFrame held_out (bool), orders a user; the lifts that launches claimed,
    shares).
    """
    rng = stream(seed, "product", "holdout")
    held = rng.random(count) < 0.2
    claims = [round(float(each), 3) for each in rng.uniform(0.005, 0.05, 8)]
    true = float(np.prod(1 + np.array(claims)) - 1) * rng.uniform(0.2, 0.7)
    return (
        pd.DataFrame({"held_out": held, "orders": rng.poisson(6 * np.where(held, 1.0, 1 + true))}),
        claims,
    )


def year(number):
    """The forty tests of practice year `number` (0 to 4), as a policy gets them."""
    return Scenario().observe(number)["tests"]
