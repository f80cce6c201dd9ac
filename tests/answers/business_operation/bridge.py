# %% right: written out
def bridge(plan, actual):
    n0, v0, t0, c0 = plan["orders"], plan["aov"], plan["take"], plan["cost"]
    n1, v1, t1, c1 = actual["orders"], actual["aov"], actual["take"], actual["cost"]
    return {
        "plan": float(n0 * (v0 * t0 - c0)),
        "orders": float((n1 - n0) * (v0 * t0 - c0)),
        "aov": float(n1 * (v1 - v0) * t0),
        "take": float(n1 * v1 * (t1 - t0)),
        "cost": float(-n1 * (c1 - c0)),
        "actual": float(n1 * (v1 * t1 - c1)),
    }


# %% right: a list of stations
def bridge(plan, actual):
    names = ["orders", "aov", "take", "cost"]
    values = []
    for k in range(5):
        f = {name: (actual if i < k else plan)[name] for i, name in enumerate(names)}
        values.append(float(f["orders"] * (f["aov"] * f["take"] - f["cost"])))
    out = {"plan": values[0], "actual": values[-1]}
    for i, name in enumerate(names):
        out[name] = values[i + 1] - values[i]
    return out


# %% wrong: the untouched stub
# score: 0
# says: `bridge` still holds the line that raises NotImplementedError
def bridge(plan, actual):
    raise NotImplementedError


# %% wrong: each from the plan alone
# score: 0.1..2
# says: Then the parts do not add up
def bridge(plan, actual):
    def c(f):
        return float(f["orders"] * (f["aov"] * f["take"] - f["cost"]))

    parts = {
        name: c({**plan, name: actual[name]}) - c(plan)
        for name in ("orders", "aov", "take", "cost")
    }
    return {"plan": c(plan), **parts, "actual": c(actual)}


# %% wrong: from the actual back
# score: 0.1..2
# says: Start with the plan
def bridge(plan, actual):
    def c(f):
        return float(f["orders"] * (f["aov"] * f["take"] - f["cost"]))

    now, out = dict(actual), {"plan": c(plan)}
    for name in ("orders", "aov", "take", "cost"):
        before = c(now)
        now[name] = plan[name]
        out[name] = before - c(now)
    out["actual"] = c(actual)
    return out


# %% wrong: no cost
# score: 0.1..1.34
# says: It looks as if the cost of orders was left out
def bridge(plan, actual):
    def c(f):
        return float(f["orders"] * f["aov"] * f["take"])

    now, out = dict(plan), {"plan": c(plan)}
    for name in ("orders", "aov", "take", "cost"):
        before = c(now)
        now[name] = actual[name]
        out[name] = c(now) - before
    out["actual"] = c(actual)
    return out


# %% wrong: another order
# score: 0.1..2
# says: `bridge(tiny_quarter)`
def bridge(plan, actual):
    def c(f):
        return float(f["orders"] * (f["aov"] * f["take"] - f["cost"]))

    now, out = dict(plan), {"plan": c(plan)}
    for name in ("cost", "take", "aov", "orders"):
        before = c(now)
        now[name] = actual[name]
        out[name] = c(now) - before
    out["actual"] = c(actual)
    return out


# %% wrong: the public answer typed in
# score: 0
# says: on a case that you have not seen
def bridge(plan, actual):
    return {
        "plan": 3000.0,
        "orders": 600.0,
        "aov": -1200.0,
        "take": 960.0,
        "cost": -1200.0,
        "actual": 2160.0,
    }
