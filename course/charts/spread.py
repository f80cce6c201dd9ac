"""How sure a share is: the range that fits a count."""

LEVEL = 0.95


def share_range(count, of):
    """(share, low, high) of `count` things of `of`, numbers: what fits that count in 95 of 100
    cases (Wilson, 1927).
    """
    from scipy.stats import binomtest  # takes half a second: only where it is needed

    found = binomtest(int(count), int(of)).proportion_ci(LEVEL, method="wilson")
    return count / of, float(found.low), float(found.high)
