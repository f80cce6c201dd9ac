"""How sure a result is: the range that fits a count, or that holds what was drawn again."""

import numpy as np

LEVEL = 0.95
OUTSIDE = (1 - LEVEL) / 2  # at each end
TRIES = 1000
ENDS = [OUTSIDE, 1 - OUTSIDE]


def middle(results):
    """(low, high) that hold LEVEL of `results`; arrays where each result is one."""
    return tuple(np.quantile(np.asarray(results, float), ENDS, axis=0))


def drawn_again(rows, tries):
    """`tries` times as many of `rows` as there are, drawn with repetition: what might have been seen
    instead (bootstrap; Efron, 1979). `rows`: a DataFrame, whose index begins at 0 again, or an array.
    """
    rng, n = np.random.default_rng(0), len(rows)
    for _ in range(tries):
        places = rng.integers(0, n, n)
        is_table = hasattr(rows, "iloc")
        yield rows.iloc[places].reset_index(drop=True) if is_table else rows[places]


def anew(function, rows, *others, tries=TRIES):
    """(low, high) that hold `function(rows, *others)`, a number, 95 times in 100 where the rows are
    drawn anew (bootstrap; Efron, 1979).

    `rows`: a DataFrame or an array, of n rows; each of the `tries` draws n of them, some twice, some
    never.
    """
    found = [function(drawn, *others) for drawn in drawn_again(rows, tries)]
    return tuple(float(each) for each in middle(found))


def share_range(count, of):
    """(share, low, high) of `count` things of `of`, numbers: what fits that count in 95 of 100
    cases (Wilson, 1927).
    """
    from scipy.stats import binomtest  # takes half a second: only where it is needed

    found = binomtest(int(count), int(of)).proportion_ci(LEVEL, method="wilson")
    return count / of, float(found.low), float(found.high)
