# %% right: row by row
def ips_value(log, policy):
    weights = [policy[item] / chance for item, chance in zip(log["item"], log["propensity"])]
    value = sum(w * c for w, c in zip(weights, log["click"])) / len(log)
    return float(value), sum(weights) ** 2 / sum(w * w for w in weights)


# %% right: with NumPy
def ips_value(log, policy):
    w = np.array([policy[item] for item in log["item"]]) / log["propensity"].to_numpy()
    return float(np.mean(w * log["click"].to_numpy())), float(w.sum() ** 2 / w.dot(w))


# %% wrong: the untouched stub
# score: 0
# says: `ips_value` still holds the line that raises NotImplementedError
def ips_value(log, policy):
    raise NotImplementedError


# %% wrong: the old plan's mean
# score: 0
# says: gave (0.5, 4.0); it should be (0
def ips_value(log, policy):
    return float(log["click"].mean()), float(len(log))


# %% wrong: the weight upside down
# score: 0
# says: It looks as if the weight was upside down
def ips_value(log, policy):
    w = log["propensity"] / log["item"].map(policy)
    return float((w * log["click"]).mean()), float(w.sum() ** 2 / (w**2).sum())


# %% wrong: divided by the weights
# score: 0
# says: That divides by the sum of the weights
def ips_value(log, policy):
    w = log["item"].map(policy) / log["propensity"]
    return float((w * log["click"]).sum() / w.sum()), float(w.sum() ** 2 / (w**2).sum())


# %% wrong: rows for the effective sample size
# score: 0
# says: The value is right. The effective sample size is
def ips_value(log, policy):
    w = log["item"].map(policy) / log["propensity"]
    return float((w * log["click"]).mean()), float(len(log))


# %% wrong: only rows that both would show
# score: 0
# says: item 0 weighs 2/3
def ips_value(log, policy):
    best = log[log["item"] == max(policy, key=policy.get)]
    return float(best["click"].mean()), float(len(best))


# %% wrong: rows with clicks only
# score: 0
# says: the weights 2/3, 2/3, 2/3, 2 are worth 3 equal rows
def ips_value(log, policy):
    w = (log["item"].map(policy) / log["propensity"])[log["click"] == 1]
    return float(w.mean()), float(w.sum() ** 2 / (w**2).sum())


# %% wrong: the public answer typed in
# score: 0
# says: a fresh plan
def ips_value(log, policy):
    if len(log) == 5:
        return 0.7, 3.0
    return (0.5 / 0.75 + 2) / 4, 16 / (3 * (0.5 / 0.75) ** 2 + 4)
