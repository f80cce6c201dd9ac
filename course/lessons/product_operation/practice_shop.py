"""The practice platform's features, experiments, its holdout, and a year of tests."""

from course.lessons.product_operation.scenario import PLACES, Scenario
from course.market import features
from course.market.parameters import tideway
from course.market.rng import stream


def feature_use(seed=0, count=400):
    """A feature's first month: DataFrame user, eligible (bool), started, done (tasks begun and
    finished with it).
    """
    return features.use(tideway(), stream(seed, "product", "use"), count)


def experiment(seed=0, count=600):
    """A test: DataFrame treated (bool), before and during (dollars a user, in the month before and
    in the month of the test).
    """
    return features.spending_test(tideway(), stream(seed, "product", "experiment"), count)


def holdout(seed=0, count=500):
    """A year's holdout: (DataFrame held_out (bool), orders a user; the lifts that launches claimed,
    shares).
    """
    return features.holdout(tideway(), stream(seed, "product", "holdout"), count, PLACES)


def year(number):
    """The forty tests of practice year `number` (0 to 19), as a policy gets them."""
    return Scenario().observe(number)["tests"]


def brought(number, ideas):
    """Percent more orders that a list of eight ideas truly brought in practice year `number` (0 to
    19). At work nobody is told.
    """
    return Scenario().value(number, (ideas, 0.0))
