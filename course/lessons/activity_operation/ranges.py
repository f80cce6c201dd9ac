"""How sure a mean and an elasticity are: weeks drawn anew (bootstrap; Efron, 1979)."""

import numpy as np

from course.charts.spread import anew


def mean_range(values):
    """(mean, low, high) of `values`, a Series."""
    values = values.to_numpy(dtype=float)
    return values.mean(), *anew(np.mean, values)


def elasticity_range(weeks):
    """(elasticity, low, high) of `weeks`, a DataFrame with price ($) and units: the slope of a line
    through their logarithms.
    """
    logs = np.log(weeks[["price", "units"]].to_numpy(dtype=float))

    def slope(rows):
        return np.polyfit(rows[:, 0], rows[:, 1], 1)[0]

    return slope(logs), *anew(slope, logs)
