# %% right: the formula by hand
from scipy.stats import chi2


def srm_p(counts, expected):
    total = sum(counts)
    statistic = sum(
        (c - total * share) ** 2 / (total * share) for c, share in zip(counts, expected)
    )
    return float(chi2.sf(statistic, len(counts) - 1))


# %% right: a generator of planned counts
def srm_p(counts, expected):
    return chisquare(counts, [share * sum(counts) for share in expected])[1]


# %% wrong: the untouched stub
# score: 0
# says: `srm_p` still holds the line that raises NotImplementedError
def srm_p(counts, expected):
    # Your code here; then remove the next line.
    raise NotImplementedError


# %% wrong: the public answers typed in
# score: 0
# says: gave 0.205903; it should be 0.367879
def srm_p(counts, expected):
    return 1.0 if counts == [500, 500] else 0.205903


# %% wrong: the statistic
# score: 0
# says: gave 1.6; it should be 0
def srm_p(counts, expected):
    return float(chisquare(counts, np.array(expected) * sum(counts)).statistic)


# %% wrong: halved, as if one-sided
# score: 0
# says: gave 0.102952; it should be 0.205903. That is half of it
def srm_p(counts, expected):
    return float(chisquare(counts, np.array(expected) * sum(counts)).pvalue / 2)


# %% wrong: always an even split
# score: 0
# says: it should be 0.367879. This case asks: expected are 800, 100 and 100
def srm_p(counts, expected):
    return float(chisquare(counts).pvalue)


# %% wrong: shares against counts
# score: 0
# says: stopped with ValueError
def srm_p(counts, expected):
    return float(chisquare(counts, expected).pvalue)


# %% wrong: a percentage
# score: 0
# says: gave 20.5903; it should be 0.205903. That is a percentage
def srm_p(counts, expected):
    return 100 * float(chisquare(counts, np.array(expected) * sum(counts)).pvalue)
