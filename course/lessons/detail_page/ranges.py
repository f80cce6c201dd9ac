"""How sure one can be of a page's rates, of its dollars, and of what a module does."""

import numpy as np
import pandas as pd
from scipy.stats import norm

from course.charts.spread import LEVEL, share_range

ERRORS = float(norm.ppf((1 + LEVEL) / 2))  # standard errors to each side


def around(value, error):
    """The table value, low, high of estimates and their standard errors."""
    return pd.DataFrame(
        {"value": value, "low": value - ERRORS * error, "high": value + ERRORS * error}
    )


def rate_ranges(count, of):
    """The shares `count` ÷ `of`, two Series, with their ranges: the table value, low, high."""
    rows = [share_range(*each) for each in zip(count, of, strict=True)]
    return pd.DataFrame(rows, index=count.index, columns=["value", "low", "high"])


def dollar_ranges(views, orders, returned, margin, cost):
    """Dollars of 1,000 views with their range: a view brings `margin`, −`cost` or nothing."""
    kept = orders - returned
    mean = (kept * margin - returned * cost) / views
    square = (kept * margin**2 + returned * cost**2) / views
    return 1000 * around(mean, np.sqrt((square - mean**2) / views))


def correlation_range(one, other):
    """(value, low, high) of a correlation of two Series (Fisher's z, 1915)."""
    value, error = one.corr(other), 1 / np.sqrt(len(one) - 3)
    z = np.arctanh(value)
    return value, float(np.tanh(z - ERRORS * error)), float(np.tanh(z + ERRORS * error))


def effect_ranges(X, n, y, lam, effects):
    """The effects of modules with their ranges, a row for each column of the table `X`.

    `effects` is the constant and one number a module, as fitted. Pages that differ more than
    chance allows (pairs of modules, for one) widen all ranges by the same factor (McCullagh and
    Nelder, 1989, overdispersion).
    """
    Z = np.column_stack([np.ones(len(X)), X])
    n, y = np.asarray(n, float), np.asarray(y, float)
    share = 1 / (1 + np.exp(-Z @ effects))
    chance = n * share * (1 - share)
    pull = lam * np.eye(Z.shape[1])
    pull[0, 0] = 0
    spread = ((y - n * share) ** 2 / chance).sum() / (len(Z) - Z.shape[1])
    error = np.sqrt(max(1.0, spread) * np.diag(np.linalg.inv(Z.T @ (Z * chance[:, None]) + pull)))
    found = around(pd.Series(effects[1:]), pd.Series(error[1:]))
    return found.set_axis(list(X.columns))
