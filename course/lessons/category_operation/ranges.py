"""How sure a lift is: ranges by drawing the baskets anew (bootstrap; Efron, 1979)."""

import numpy as np
import pandas as pd

from course.charts.spread import middle

TRIES = 4000


def lift_range(both, with_a, with_b, baskets):
    """(low, high) that hold the lift of a pair 95 times in 100, as far as these baskets tell.

    All four are numbers of baskets: with both things, with each of them, and in all.
    """
    kinds = np.array([both, with_a - both, with_b - both, baskets - with_a - with_b + both])
    drawn = np.random.default_rng(0).multinomial(baskets, kinds / baskets, TRIES)
    a, b = drawn[:, 0] + drawn[:, 1], drawn[:, 0] + drawn[:, 2]
    lift = drawn[:, 0] * baskets / np.maximum(a * b, 1)
    return tuple(float(each) for each in middle(lift))


def with_ranges(found, baskets):
    """A table of pairs (a, b, lift ...) by name, such as "cup + teapot": lift, low, high (see
    `lift_range`), together (baskets that hold both).
    """
    sets, rows = [set(basket) for basket in baskets], {}
    for a, b, lift in zip(found["a"], found["b"], found["lift"], strict=True):
        held = [(a in each and b in each, a in each, b in each) for each in sets]
        both, with_a, with_b = (int(count) for count in np.sum(held, axis=0))
        rows[f"{a} + {b}"] = (lift, *lift_range(both, with_a, with_b, len(sets)), both)
    return pd.DataFrame(rows, index=["lift", "low", "high", "together"]).T
