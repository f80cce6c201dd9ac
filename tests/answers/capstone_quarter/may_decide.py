# %% right: with scipy, row by row
def may_decide(plan, arms):
    rows = {row["arm"]: row for row in arms.to_dict("records")}
    old, new = rows["old"], rows["new"]
    n = old["visitors"] + new["visitors"]
    if chisquare([old["visitors"], new["visitors"]], [n / 2, n / 2]).pvalue < 0.001:
        return "invalid"
    if min(old["visitors"], new["visitors"]) < plan["visitors"]:
        return "wait"
    a, b = (row[plan["metric"]] / row["visitors"] for row in (old, new))
    error = (a * (1 - a) / old["visitors"] + b * (1 - b) / new["visitors"]) ** 0.5
    return "ship" if b - a - 1.96 * error > 0 else "stop"


# %% right: the chi-square by hand, a pooled error
def may_decide(plan, arms):
    by = arms.set_index("arm")
    n = by["visitors"]
    if (n["old"] - n["new"]) ** 2 / n.sum() > 10.828:
        return "invalid"
    if (n < plan["visitors"]).any():
        return "wait"
    k = by[plan["metric"]]
    p = k.sum() / n.sum()
    error = np.sqrt(p * (1 - p) * (1 / n).sum())
    return "ship" if (k / n)["new"] - (k / n)["old"] > 1.96 * error else "stop"


# %% wrong: the untouched stub
# score: 0
# says: `may_decide` still holds the line that raises NotImplementedError
def may_decide(plan, arms):
    # Your code here; then remove the next line.
    raise NotImplementedError


# %% wrong: the split is not looked at
# score: 0
# says: Were the two numbers of visitors compared at all?
def may_decide(plan, arms):
    by = arms.set_index("arm")
    n, k = by["visitors"], by[plan["metric"]]
    if n.min() < plan["visitors"]:
        return "wait"
    r = k / n
    return "ship" if r["new"] - r["old"] > 1.96 * np.sqrt((r * (1 - r) / n).sum()) else "stop"


# %% wrong: stops when it looks good
# score: 0
# says: Whoever looks early and stops when it looks good
def may_decide(plan, arms):
    by = arms.set_index("arm")
    n, k = by["visitors"], by[plan["metric"]]
    if chisquare(n).pvalue < 0.001:
        return "invalid"
    r = k / n
    return "ship" if r["new"] - r["old"] > 1.96 * np.sqrt((r * (1 - r) / n).sum()) else "stop"


# %% wrong: whatever moved
# score: 0
# says: another column decided
def may_decide(plan, arms):
    by = arms.set_index("arm")
    n = by["visitors"]
    if chisquare(n).pvalue < 0.001:
        return "invalid"
    if n.min() < plan["visitors"]:
        return "wait"
    k = by["orders" if plan["metric"] == "clicks" else "clicks"]
    r = k / n
    return "ship" if r["new"] - r["old"] > 1.96 * np.sqrt((r * (1 - r) / n).sum()) else "stop"


# %% wrong: any clear difference is shipped
# score: 0
# says: Which of the two arms is better?
def may_decide(plan, arms):
    by = arms.set_index("arm")
    n, k = by["visitors"], by[plan["metric"]]
    if chisquare(n).pvalue < 0.001:
        return "invalid"
    if n.min() < plan["visitors"]:
        return "wait"
    r = k / n
    return "ship" if abs(r["new"] - r["old"]) > 1.96 * np.sqrt((r * (1 - r) / n).sum()) else "stop"


# %% wrong: a verdict of one's own
# score: 0
# says: gave 'perhaps'
def may_decide(plan, arms):
    return "perhaps"


# %% wrong: the plan comes before the split
# score: 0
# says: and that comes before the plan
def may_decide(plan, arms):
    by_arm = arms.set_index("arm")
    visitors = by_arm["visitors"]
    if visitors.min() < plan["visitors"]:
        return "wait"
    if chisquare(visitors).pvalue < 0.001:
        return "invalid"
    rate = by_arm[plan["metric"]] / visitors
    error = np.sqrt((rate * (1 - rate) / visitors).sum())
    return "ship" if rate["new"] - rate["old"] > 1.96 * error else "stop"


# %% wrong: an interval of nine tenths
# score: 0
# says: an interval of 95% reaches 1.96
def may_decide(plan, arms):
    by_arm = arms.set_index("arm")
    visitors = by_arm["visitors"]
    if chisquare(visitors).pvalue < 0.001:
        return "invalid"
    if visitors.min() < plan["visitors"]:
        return "wait"
    rate = by_arm[plan["metric"]] / visitors
    error = np.sqrt((rate * (1 - rate) / visitors).sum())
    return "ship" if rate["new"] - rate["old"] > 1.64 * error else "stop"


# %% wrong: orders of those who clicked
# score: 0
# says: fewer clicks make more orders a click
def may_decide(plan, arms):
    by_arm = arms.set_index("arm")
    visitors = by_arm["visitors"]
    if chisquare(visitors).pvalue < 0.001:
        return "invalid"
    if visitors.min() < plan["visitors"]:
        return "wait"
    of = by_arm["clicks"] if plan["metric"] == "orders" else visitors
    rate = by_arm[plan["metric"]] / of
    error = np.sqrt((rate * (1 - rate) / of).sum())
    return "ship" if rate["new"] - rate["old"] > 1.96 * error else "stop"
