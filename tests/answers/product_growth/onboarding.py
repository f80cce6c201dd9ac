# %% right: with logarithms
def onboarding(step_tests):
    rows = step_tests.to_dict("records")

    def orders(chosen):
        stay = np.exp(sum(np.log(1 - row["drop_off"]) for row in chosen))
        return stay / (1 + np.exp(1.5 - sum(row["gain"] for row in chosen)))

    flows = [chosen for size in range(9) for chosen in combinations(rows, size)]
    return [row["step"] for row in max(flows, key=orders)]


# %% right: gains drawn towards their mean
# score: 4.6..5
def onboarding(step_tests):
    stays, gains = (
        1 - step_tests["drop_off"].to_numpy(),
        0.25 + 0.86 * (step_tests["gain"].to_numpy() - 0.25),
    )
    flows = [list(chosen) for size in range(9) for chosen in combinations(range(8), size)]
    best = max(
        flows, key=lambda chosen: stays[chosen].prod() / (1 + np.exp(1.5 - gains[chosen].sum()))
    )
    return list(step_tests["step"].iloc[best])


# %% wrong: the untouched stub
# score: 0
# says: `onboarding` still holds the line that raises NotImplementedError
def onboarding(step_tests):
    raise NotImplementedError


# %% wrong: everything helps
# score: 0
# says: earns g = 0.00
def onboarding(step_tests):
    return step_tests["step"].tolist()


# %% wrong: nothing at all
# score: 0
# says: `onboarding` earns g = −
def onboarding(step_tests):
    return []


# %% wrong: the four with most gain
# score: 3..4.7
# says: full points from 0.9
def onboarding(step_tests):
    return step_tests.sort_values("gain")["step"].tail(4).tolist()


# %% wrong: whatever gains
# score: 2.6..4.6
# says: fresh draws `onboarding` earns g = 0.
def onboarding(step_tests):
    return step_tests.loc[step_tests["gain"] > 0, "step"].tolist()


# %% wrong: a step of one's own
# score: 0
# says: there is no step
def onboarding(step_tests):
    return ["dance"]


# %% wrong: places for names
# score: 0
# says: the steps must be a list of names
def onboarding(step_tests):
    return [0, 1, 2]
