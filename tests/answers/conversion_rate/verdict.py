# %% right: statsmodels and a pivot
from statsmodels.stats.proportion import proportions_ztest


def verdict(exp):
    daily = exp["daily"]
    n = daily.groupby("arm")["sessions"].sum()
    k = daily.groupby("arm")["orders"].sum()
    if chisquare(n).pvalue < 0.001:
        return "invalid"
    if n.min() < exp["planned"]:
        return "extend"
    z, _ = proportions_ztest([k["B"], k["A"]], [n["B"], n["A"]])
    if z < 1.96:
        return "stop"

    def lift(part):
        s = part.groupby("arm")[["sessions", "orders"]].sum()
        return (s.loc["B", "orders"] / s.loc["B", "sessions"]) / (
            s.loc["A", "orders"] / s.loc["A", "sessions"]
        ) - 1

    first, last = (
        lift(daily[daily["day"] <= 7]),
        lift(daily[daily["day"] >= daily["day"].max() - 6]),
    )
    return "extend" if last < first / 2 else "ship"


# %% right: plain numbers
def verdict(exp):
    d = exp["daily"]
    a, b = d[d["arm"] == "A"], d[d["arm"] == "B"]
    na, nb, ka, kb = a["sessions"].sum(), b["sessions"].sum(), a["orders"].sum(), b["orders"].sum()
    half = (na + nb) / 2
    if 2 * (na - half) ** 2 / half > 10.8276:
        return "invalid"
    if min(na, nb) < exp["planned"]:
        return "extend"
    m = (ka + kb) / (na + nb)
    if (kb / nb - ka / na) / (m * (1 - m) * (1 / na + 1 / nb)) ** 0.5 < 1.96:
        return "stop"

    def lift(keep):
        x, y = a[keep(a["day"])], b[keep(b["day"])]
        return (
            y["orders"].sum() / y["sessions"].sum() / (x["orders"].sum() / x["sessions"].sum()) - 1
        )

    end = d["day"].max()
    return "ship" if lift(lambda t: t > end - 7) >= 0.5 * lift(lambda t: t <= 7) else "extend"


# %% wrong: the untouched stub
# score: 0
# says: `verdict` still holds the line that raises NotImplementedError
def verdict(exp):
    # Your code here; then remove the next line.
    raise NotImplementedError


# %% wrong: the public answers by their totals
# score: 0
# says: fresh cases are right
def verdict(exp):
    d = exp["daily"]
    b = d[d["arm"] == "B"]
    if b["sessions"].sum() == 12600:
        return "invalid"
    if exp["planned"] == 30000 or b["orders"].max() == 64:
        return "extend"
    return "stop" if b["orders"].max() == 41 else "ship"


# %% wrong: never looks at the split
# score: 0
# says: gave 'extend'; it should be 'invalid'
def verdict(exp):
    d = exp["daily"]
    t = d.groupby("arm")[["sessions", "orders"]].sum()
    n, k = t["sessions"], t["orders"]
    if n.min() < exp["planned"]:
        return "extend"
    m = k.sum() / n.sum()
    z = (k["B"] / n["B"] - k["A"] / n["A"]) / np.sqrt(m * (1 - m) * (1 / n["A"] + 1 / n["B"]))
    return "ship" if z >= 1.96 else "stop"


# %% wrong: ships whatever is significant
# score: 0
# says: gave 'ship'; it should be 'extend'. This case asks: significant, but read
def verdict(exp):
    d = exp["daily"]
    t = d.groupby("arm")[["sessions", "orders"]].sum()
    n, k = t["sessions"], t["orders"]
    if chisquare(n).pvalue < 0.001:
        return "invalid"
    m = k.sum() / n.sum()
    z = (k["B"] / n["B"] - k["A"] / n["A"]) / np.sqrt(m * (1 - m) * (1 / n["A"] + 1 / n["B"]))
    return "ship" if z >= 1.96 else "stop"


# %% wrong: forgets that a win may fade
# score: 0
# says: gave 'ship'; it should be 'extend'. This case asks: the win is fading
def verdict(exp):
    d = exp["daily"]
    t = d.groupby("arm")[["sessions", "orders"]].sum()
    n, k = t["sessions"], t["orders"]
    if chisquare(n).pvalue < 0.001:
        return "invalid"
    if n.min() < exp["planned"]:
        return "extend"
    m = k.sum() / n.sum()
    z = (k["B"] / n["B"] - k["A"] / n["A"]) / np.sqrt(m * (1 - m) * (1 / n["A"] + 1 / n["B"]))
    return "ship" if z >= 1.96 else "stop"


# %% wrong: reads the split at 20%
# score: 3..4
# says: yours said 'invalid'
def verdict(exp):
    d = exp["daily"]
    t = d.groupby("arm")[["sessions", "orders"]].sum()
    n, k = t["sessions"], t["orders"]
    if chisquare(n).pvalue < 0.2:
        return "invalid"
    if n.min() < exp["planned"]:
        return "extend"
    m = k.sum() / n.sum()
    z = (k["B"] / n["B"] - k["A"] / n["A"]) / np.sqrt(m * (1 - m) * (1 / n["A"] + 1 / n["B"]))
    if z < 1.96:
        return "stop"
    lift = lambda r: (
        r[r["arm"] == "B"]["orders"].sum()
        / r[r["arm"] == "B"]["sessions"].sum()
        / (r[r["arm"] == "A"]["orders"].sum() / r[r["arm"] == "A"]["sessions"].sum())
        - 1
    )
    return (
        "extend" if lift(d[d["day"] > d["day"].max() - 7]) < lift(d[d["day"] <= 7]) / 2 else "ship"
    )


# %% wrong: capital letters and a word of one's own
# score: 0
# says: gave 'Ship it'; it should be 'ship'
def verdict(exp):
    return "Ship it"


# %% wrong: seven rows for seven days
# score: 2..3.5
# says: seven days are fourteen rows
def verdict(exp):
    daily = exp["daily"]
    total = daily.groupby("arm")[["sessions", "orders"]].sum()
    seen, bought = total["sessions"], total["orders"]
    if chisquare(seen.to_numpy()).pvalue < 0.001:
        return "invalid"
    if seen.min() < exp["planned"]:
        return "extend"
    m = bought.sum() / seen.sum()
    error = np.sqrt(m * (1 - m) * (1 / seen["A"] + 1 / seen["B"]))
    if (bought["B"] / seen["B"] - bought["A"] / seen["A"]) / error < 1.96:
        return "stop"

    def lift(rows):
        part = rows.groupby("arm")[["sessions", "orders"]].sum()
        rate = part["orders"] / part["sessions"]
        return rate["B"] / rate["A"] - 1

    return "extend" if lift(daily.tail(7)) < 0.5 * lift(daily.head(7)) else "ship"


# %% wrong: both arms together against twice the plan
# score: 2..3.5
# says: the arm with fewer sessions decides
def verdict(exp):
    daily = exp["daily"]
    total = daily.groupby("arm")[["sessions", "orders"]].sum()
    seen, bought = total["sessions"], total["orders"]
    if chisquare(seen.to_numpy()).pvalue < 0.001:
        return "invalid"
    if seen.sum() < 2 * exp["planned"]:
        return "extend"
    m = bought.sum() / seen.sum()
    error = np.sqrt(m * (1 - m) * (1 / seen["A"] + 1 / seen["B"]))
    if (bought["B"] / seen["B"] - bought["A"] / seen["A"]) / error < 1.96:
        return "stop"

    def lift(rows):
        part = rows.groupby("arm")[["sessions", "orders"]].sum()
        rate = part["orders"] / part["sessions"]
        return rate["B"] / rate["A"] - 1

    last = daily["day"].max()
    first, end = lift(daily[daily["day"] <= 7]), lift(daily[daily["day"] > last - 7])
    return "extend" if end < 0.5 * first else "ship"
