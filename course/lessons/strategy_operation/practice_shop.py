"""The practice platform's result lists, swap tests, switchbacks and search pages."""

import numpy as np

from course.lessons.strategy_operation.scenario import VIEWS, Scenario
from course.market import ranking
from course.market.parameters import tideway
from course.market.rng import stream


def result_list(seed=0, count=12):
    """Grades of relevance (0 to 3) of a result list, first place first: a list."""
    return ranking.grades(tideway(), stream(seed, "ranking", "grades"), count)


def swaps(seed=0, places=8, views=20_000, exponent=None):
    """A swap test: in pair k the same products stood now at place k, now at k + 1, at random.
    DataFrame pair, position, views, clicks.
    """
    return ranking.swap_test(tideway(), stream(seed, "ranking", "swaps"), places, views, exponent)


def switchbacks(seed=0, periods=40, slots=6):
    """A rule switched on and off at random, period by period: DataFrame period, on (bool), slot (1 to
    6, ten minutes each), gmv ($).

    In the first two slots of a period orders still belong to the rule before.
    """
    return ranking.switchback(tideway(), stream(seed, "ranking", "switchback"), periods, slots)


def search_page(number):
    """The log of practice page `number` (0 to 4), as a policy gets it."""
    return Scenario().observe(number)["log"]


def earns(number, order):
    """Clicks that a thousand views of practice page `number` bring in `order`, a list of names."""
    return Scenario().value(number, order)


def night(number, order, count):
    """What night `count` of practice page `number` shows, in `order`: the columns of `search_page`,
    a row a product, a thousand views each.
    """
    names, relevance, _ = Scenario().truth(number)
    place = {name: at for at, name in enumerate(names)}
    log = ranking.swapped_log(
        tideway(),
        stream(number, "ranking", "night", count),
        relevance,
        np.array([place[name] for name in order]),
        batches=1,
        views=VIEWS,
        swaps=0,
    )
    log.insert(1, "product", names[log.pop("item")])
    return log


def newcomer(number):
    """(name, order): the product of practice page `number` that is wanted most, and the old order
    with it at the last place, as if it were new.
    """
    names, relevance, old = Scenario().truth(number)
    name = str(names[relevance.argmax()])
    return name, [*(str(each) for each in names[old] if each != name), name]
