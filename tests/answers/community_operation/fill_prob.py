# %% right: scipy
def fill_prob(n, lam):
    return float(poisson.sf(n - 2, lam))


# %% right: terms one from the other
def fill_prob(n, lam):
    term, fails = math.exp(-lam), 0.0
    for k in range(n - 1):
        fails += term
        term *= lam / (k + 1)
    return 1.0 - fails


# %% wrong: the untouched stub
# score: 0
# says: `fill_prob` still holds the line that raises NotImplementedError
def fill_prob(n, lam):
    raise NotImplementedError


# %% wrong: exactly enough
# score: 0
# says: More friends fill a group too
def fill_prob(n, lam):
    return math.exp(-lam) * lam ** (n - 1) / math.factorial(n - 1)


# %% wrong: the starter forgotten
# score: 0
# says: The starter has a seat
def fill_prob(n, lam):
    return 1.0 - sum(math.exp(-lam) * lam**k / math.factorial(k) for k in range(n))


# %% wrong: the chance to fail
# score: 0
# says: That is the chance that the group fails
def fill_prob(n, lam):
    return float(sum(math.exp(-lam) * lam**k / math.factorial(k) for k in range(n - 1)))


# %% wrong: the average is enough
# score: 0
# says: `fill_prob(n 3, lam 2)`
def fill_prob(n, lam):
    return min(1.0, lam / (n - 1)) if n > 1 else 1.0


# %% wrong: no factorial
# score: 0
# says: `fill_prob(
def fill_prob(n, lam):
    return 1.0 - sum(math.exp(-lam) * lam**k for k in range(n - 1))


# %% wrong: a bell curve
# score: 0
# says: it should be 0.59
def fill_prob(n, lam):
    from scipy.stats import norm

    return float(norm.sf(n - 1.5, lam, lam**0.5)) if lam else 0.0


# %% wrong: k in place of its factorial
# score: 0
# says: For 3 that is 3 × 2 × 1
def fill_prob(n, lam):
    return 1.0 - sum(math.exp(-lam) * lam**k / max(k, 1) for k in range(n - 1))
