"""What each function earned: alone, and by its share in what all earn together."""

import numpy as np
import pandas as pd

from course import operations
from course.market.quarter import PLUGS, baseline, chain, play

ORDERS = 1  # each is also taken backwards


def worth(functions, seed):
    """$ that a quarter is worth when these functions run, the other levers left alone."""
    return play(chain(functions) if functions else baseline, seed).value


def alone(functions, seed):
    """$ above the autopilot that each function earns when it is the only one: a Series, and what all
    earn together as its last entry, "all together".
    """
    low = worth({}, seed)
    earned = {name: worth({name: each}, seed) - low for name, each in functions.items()}
    earned = dict(sorted(earned.items(), key=lambda item: -item[1]))
    earned["sum of these"] = sum(earned.values())
    earned["all together"] = worth(functions, seed) - low
    return pd.Series(earned)


def parts_of(functions):
    """{part of the course: {name: function}}, in the course's order."""
    found = {}
    for name, each in functions.items():
        slug = operations.functions()[int(PLUGS[name].lesson) - 1].lesson
        found.setdefault(operations.PARTS[operations.part(slug)], {})[name] = each
    order = list(operations.PARTS.values())
    return dict(sorted(found.items(), key=lambda item: order.index(item[0])))


def account(functions, seed, orders=ORDERS):
    """$ above the autopilot that each part of the course earned: a Series that adds up to what all
    earn together.

    Shapley's value by a few orders (Castro, Gomez and Tejada, 2009): the parts come in one after
    the other, each gets what it adds to those who are there; each order is also taken backwards.
    """
    parts = parts_of(functions)
    known = {}

    def value(names):
        key = frozenset(names)
        if key not in known:
            together = {name: each for part in sorted(key) for name, each in parts[part].items()}
            known[key] = worth(together, seed)
        return known[key]

    rng, earned = np.random.default_rng(0), dict.fromkeys(parts, 0.0)
    for _ in range(orders):
        order = rng.permutation(list(parts)).tolist()
        for way in (order, order[::-1]):
            for place, part in enumerate(way):
                earned[part] += value(way[: place + 1]) - value(way[:place])
    return pd.Series(earned) / (2 * orders)
