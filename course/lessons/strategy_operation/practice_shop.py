"""The practice platform's result lists, swap tests, switchbacks and search pages."""

from course.lessons.strategy_operation.scenario import Scenario
from course.market import ranking
from course.market.parameters import tideway
from course.market.rng import stream


def result_list(seed=0, count=12):
    """Grades of relevance (0 to 3) of a result list, first place first: a list."""
    return ranking.grades(tideway(), stream(seed, "ranking", "grades"), count)


def swaps(seed=0, places=8, views=20_000, exponent=None):
    """A swap test: in pair k the same products stood now at place k, now at k + 1, by lot.
    DataFrame pair, position, views, clicks.
    """
    return ranking.swap_test(tideway(), stream(seed, "ranking", "swaps"), places, views, exponent)


def switchbacks(seed=0, periods=40, slots=6):
    """A rule switched on and off by lot, period by period: DataFrame period, on (bool), slot (1 to
    6, ten minutes each), gmv ($).

    In the first two slots of a period orders still belong to the rule before.
    """
    return ranking.switchback(tideway(), stream(seed, "ranking", "switchback"), periods, slots)


def search_page(number):
    """The log of practice page `number` (0 to 4), as a policy gets it."""
    return Scenario().observe(number)["log"]
