"""How sure a result is: the range that fits a count, or that holds what was drawn."""

import numpy as np

LEVEL = 0.95
OUTSIDE = (1 - LEVEL) / 2  # at each end
ENDS = [OUTSIDE, 1 - OUTSIDE]


def middle(results):
    """(low, high) that hold LEVEL of `results`; arrays where each result is one."""
    return tuple(np.quantile(np.asarray(results, float), ENDS, axis=0))


def share_range(count, of):
    """(share, low, high) of `count` things of `of`, numbers: what fits that count in 95 of 100
    cases (Wilson, 1927).
    """
    from scipy.stats import binomtest  # takes half a second: only where it is needed

    found = binomtest(int(count), int(of)).proportion_ci(LEVEL, method="wilson")
    return count / of, float(found.low), float(found.high)
