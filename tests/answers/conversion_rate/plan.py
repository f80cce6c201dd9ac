# %% right: scipy looks for the top
from scipy.optimize import minimize_scalar


def plan(visitors, cvr, idea_mean, idea_sd):
    gain = lambda x: -float(expected_gain(np.exp(x), visitors, cvr, idea_mean, idea_sd))
    starts = [
        minimize_scalar(gain, bounds=(lo, lo + 2), method="bounded")
        for lo in np.arange(0, np.log(visitors / 2) - 2, 1)
    ]
    best = min(starts, key=lambda s: s.fun)
    return int(np.exp(best.x)) if best.fun < 0 else 0


# %% right: a coarse list of shares, no test among them
# score: 4.5..5
def plan(visitors, cvr, idea_mean, idea_sd):
    sizes = [0] + [
        int(visitors * share)
        for share in (0.001, 0.002, 0.004, 0.006, 0.01, 0.015, 0.02, 0.03, 0.045, 0.07, 0.1)
    ]
    return max(sizes, key=lambda n: expected_gain(n, visitors, cvr, idea_mean, idea_sd))


# %% wrong: the untouched stub
# score: 0
# says: `plan` still holds the line that raises NotImplementedError
def plan(visitors, cvr, idea_mean, idea_sd):
    # Your code here; then remove the next line.
    raise NotImplementedError


# %% wrong: good for practice idea 2 alone
# score: 0
# says: n per arm is 6,078; it must lie between 0 and half of
def plan(visitors, cvr, idea_mean, idea_sd):
    return 6078


# %% wrong: half of everybody
# score: 0
# says: fresh draws `plan` earns g = −
def plan(visitors, cvr, idea_mean, idea_sd):
    return visitors // 2


# %% wrong: the textbook's size, capped
# score: 0
# says: earns g = −1
def plan(visitors, cvr, idea_mean, idea_sd):
    return min(16 * (1 - cvr) / cvr / 0.05**2, visitors / 2)


# %% wrong: one percent of everybody
# score: 1..4
# says: fresh draws `plan` earns g = 0.
def plan(visitors, cvr, idea_mean, idea_sd):
    return int(0.01 * visitors)


# %% wrong: never tests
# score: 0
# says: fresh draws `plan` earns g = 0.00
def plan(visitors, cvr, idea_mean, idea_sd):
    return 0


# %% wrong: tests everything at the symmetric Test & Roll size
# score: 0..1
# says: fresh draws `plan` earns
def plan(visitors, cvr, idea_mean, idea_sd):
    ratio = cvr * (1 - cvr) / idea_sd**2
    return int((visitors / 4 * ratio + (0.75 * ratio) ** 2) ** 0.5 - 0.75 * ratio)


# %% wrong: a share instead of visitors
# score: 0
# says: fresh draws `plan` earns g =
def plan(visitors, cvr, idea_mean, idea_sd):
    return 0.05


# %% wrong: more than half
# score: 0
# says: it must lie between 0 and half of the
def plan(visitors, cvr, idea_mean, idea_sd):
    return visitors
