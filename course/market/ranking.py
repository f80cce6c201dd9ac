"""A page of ranked products: what is clicked where, and what its log and its tests say.

Position-based model: chance of a click = attention of the place x relevance of the product
(Richardson and others, 2007; Joachims and others, 2017). Attention is that of `course.market.search`.
"""

import numpy as np
import pandas as pd

from course.market.search import attention


def places(p, count):
    """Attention of the places 1 to `count`, an array; the first place has 1."""
    return attention(np.arange(1, count + 1), p.search.bias)


def clicks(p, relevance, views):
    """Expected clicks of `views` of a page whose products, first place first, have `relevance`."""
    return float(views * (places(p, len(relevance)) * relevance).sum())


def draw_page(p, rng, count):
    """(relevance of `count` products, the old order: places in that array, first place first).

    The old ranking knows relevance only roughly.
    """
    relevance = rng.beta(p.ranking.relevance_a, p.ranking.relevance_b, count)
    return relevance, np.argsort(-(relevance + p.draw(rng, "error.relevance", count)))


def swapped_log(p, rng, relevance, old, *, batches, views, swaps):
    """A log in which neighbours changed places by lot.

    A row a batch and product: batch (from 1), item (place in `relevance`), position (from 1),
    attention (of that place), swapped, views, clicks. In each batch `swaps` pairs of neighbours of
    the order `old` are swapped, no product twice.
    """
    count, rows = len(relevance), []
    seen = places(p, count)
    for batch in range(1, batches + 1):
        order, swapped = old.copy(), np.zeros(count, bool)
        for place in rng.permutation(count - 1):
            if swapped.sum() == 2 * swaps:
                break
            if not swapped[place] and not swapped[place + 1]:
                order[[place, place + 1]] = order[[place + 1, place]]
                swapped[[place, place + 1]] = True
        columns = {
            "batch": batch,
            "item": order,
            "position": np.arange(1, count + 1),
            "attention": seen,
            "swapped": swapped,
            "views": views,
            "clicks": rng.binomial(views, seen * relevance[order]),
        }
        rows.append(pd.DataFrame(columns))
    return pd.concat(rows, ignore_index=True)


def grades(p, rng, count):
    """Grades of relevance (0 to 3) of a result list, first place first: a list."""
    return [int(grade) for grade in p.draw(rng, "ranking.grade", count)]


def swap_test(p, rng, count, views, bias=None):
    """A swap test: in pair k the same product stood now at place k, now at k + 1, by lot.

    pair, position, views, clicks, a DataFrame. A page's `bias` is its own (`search.bias`).
    """
    bias = p.draw(rng, "search.bias") if bias is None else bias
    theta, rows = attention(np.arange(1, count + 1), bias), []
    for pair in range(1, count):
        relevance = p.draw(rng, "swap.relevance")
        for position in (pair, pair + 1):
            chance = theta[position - 1] * relevance
            rows.append((pair, position, views, int(rng.binomial(views, chance))))
    return pd.DataFrame(rows, columns=["pair", "position", "views", "clicks"])


def measured_page(p, rng, count, views, buried):
    """A page that stands still: (its bias; attention as swaps measured it, first place 1; clicks).

    The product at place `buried` is wanted most.
    """
    bias = round(p.draw(rng, "search.bias"), 2)
    theta = attention(np.arange(1, count + 1), bias)
    measured = theta * p.draw(rng, "error.attention", count)
    relevance = np.sort(p.draw(rng, "still.relevance", count))[::-1]
    relevance[buried - 1] = p.still.buried
    return bias, measured / measured[0], rng.binomial(views, theta * relevance)


def switchback(p, rng, periods, slots):
    """A rule switched on and off by lot, period by period: period, on (bool), slot (from 1), gmv
    ($), a DataFrame.

    In the first slots of a period orders still belong to the rule before.
    """
    on = rng.permutation(np.arange(periods) % 2 == 0)
    effect, rows = p.draw(rng, "switch.effect"), []
    for period in range(periods):
        wave = p.switch.wave * np.sin(2 * np.pi * period / p.switch.wave_length)
        level = p.switch.level + wave + p.draw(rng, "switch.period")
        for slot in range(1, slots + 1):
            late = slot > p.switch.carried
            rule = on[period] if late else on[period - 1] if period else False
            gmv = round(float(level + effect * rule + p.draw(rng, "switch.slot")), 2)
            rows.append((period, bool(on[period]), slot, gmv))
    return pd.DataFrame(rows, columns=["period", "on", "slot", "gmv"])
