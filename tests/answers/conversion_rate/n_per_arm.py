# %% right: statsmodels
from statsmodels.stats.power import NormalIndPower
from statsmodels.stats.proportion import proportion_effectsize


def n_per_arm(p, rel, alpha=0.05, power=0.8):
    return float(
        NormalIndPower().solve_power(
            abs(proportion_effectsize(p * (1 + rel), p)), alpha=alpha, power=power
        )
    )


# %% right: the unpooled formula, rounded up
def n_per_arm(p, rel, alpha=0.05, power=0.8):
    q = p * (1 + rel)
    z = norm.ppf(1 - alpha / 2) + norm.ppf(power)
    return int(np.ceil(z**2 * (p * (1 - p) + q * (1 - q)) / (p - q) ** 2))


# %% wrong: the untouched stub
# score: 0
# says: `n_per_arm` still holds the line that raises NotImplementedError
def n_per_arm(p, rel, alpha=0.05, power=0.8):
    q = p * (1 + rel)
    # Your code here; then remove the next line.
    raise NotImplementedError


# %% wrong: the public answers typed in
# score: 0
# says: gave 8154.99; it should be 15460
def n_per_arm(p, rel, alpha=0.05, power=0.8):
    q = p * (1 + rel)
    z = norm.ppf(0.975) + norm.ppf(0.8)
    return float(z**2 * (p * (1 - p) + q * (1 - q)) / (p - q) ** 2)


# %% wrong: a literal
# score: 0
# says: Half the lift takes about four times the visitors (53210, then 53210)
def n_per_arm(p, rel, alpha=0.05, power=0.8):
    return 53210


# %% wrong: one-sided
# score: 0
# says: gave 41913.6; it should be 53210. It looks one-sided
def n_per_arm(p, rel, alpha=0.05, power=0.8):
    q = p * (1 + rel)
    m = (p + q) / 2
    top = norm.ppf(1 - alpha) * np.sqrt(2 * m * (1 - m)) + norm.ppf(power) * np.sqrt(
        p * (1 - p) + q * (1 - q)
    )
    return float(top**2 / (q - p) ** 2)


# %% wrong: both arms together
# score: 0
# says: gave 106421; it should be 53210. That is for both arms together
def n_per_arm(p, rel, alpha=0.05, power=0.8):
    q = p * (1 + rel)
    m = (p + q) / 2
    top = norm.ppf(1 - alpha / 2) * np.sqrt(2 * m * (1 - m)) + norm.ppf(power) * np.sqrt(
        p * (1 - p) + q * (1 - q)
    )
    return float(2 * top**2 / (q - p) ** 2)


# %% wrong: adds the lift
# score: 0
# says: it should be 53210. It looks as if the lift was added
def n_per_arm(p, rel, alpha=0.05, power=0.8):
    q = p + rel
    m = (p + q) / 2
    top = norm.ppf(1 - alpha / 2) * np.sqrt(2 * m * (1 - m)) + norm.ppf(power) * np.sqrt(
        p * (1 - p) + q * (1 - q)
    )
    return float(top**2 / (q - p) ** 2)


# %% wrong: takes power for the chance to miss
# score: 0
# says: it should be 53210. Was power used as beta
def n_per_arm(p, rel, alpha=0.05, power=0.8):
    q = p * (1 + rel)
    m = (p + q) / 2
    top = norm.ppf(1 - alpha / 2) * np.sqrt(2 * m * (1 - m)) + norm.ppf(1 - power) * np.sqrt(
        p * (1 - p) + q * (1 - q)
    )
    return float(top**2 / (q - p) ** 2)


# %% wrong: a text
# score: 0
# says: gave '53,210', which is a text, not a number
def n_per_arm(p, rel, alpha=0.05, power=0.8):
    return "53,210"
