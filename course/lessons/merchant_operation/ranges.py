"""How sure one can be of a shop's rate, and of what all shops together say."""

import numpy as np
import pandas as pd
from scipy.special import betaln
from scipy.stats import beta

from course.charts.spread import ENDS


def believable_range(defects, orders, a, b):
    """(rate, low, high) of a shop's rate, its record and what is known of all shops together."""
    good = orders - defects
    low, high = beta.ppf(ENDS, a + defects, b + good)
    return (defects + a) / (orders + a + b), float(low), float(high)


def prior_curve(x, n, a, b, weights):
    """How much less likely all records are with another pull: for each of `weights`, a + b with the
    mean a ÷ (a + b), the log-likelihood less that of (a, b); a Series.
    """
    mean = a / (a + b)

    def likelihood(weight):
        one, other = mean * weight, (1 - mean) * weight
        return (betaln(one + x, other + n - x) - betaln(one, other)).sum()

    below = [likelihood(weight) - likelihood(a + b) for weight in weights]
    return pd.Series(below, pd.Index(weights, name="a + b, orders"))


def prior_range(x, n, a, b):
    """(low, high) of the pulls a + b that fit the records (likelihood ratio; Wilks, 1938)."""
    weights = np.linspace((a + b) / 4, 4 * (a + b), 3001)
    curve = prior_curve(x, n, a, b, weights)
    fits = curve.index[curve > -FITS]
    return float(fits.min()), float(fits.max())


FITS = 1.92  # log-likelihood below the best that still fits: half of chi-squared's 95% point
