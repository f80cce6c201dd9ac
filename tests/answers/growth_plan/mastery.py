# %% right: row by row, with dictionaries
def mastery(log, today):
    right, total = {}, {}
    for row in log.to_dict("records"):
        share = row["first"]
        if row["later"] == row["later"]:
            share = max(share, 0.7 * row["later"])
        weight = WEIGHTS[row["kind"]] / 2 ** ((today - row["day"]).days / 90)
        right[row["skill"]] = right.get(row["skill"], 0) + weight * share
        total[row["skill"]] = total.get(row["skill"], 0) + weight
    found = []
    for skill in sorted(total):
        m = (1 + right[skill]) / (2 + total[skill])
        if total[skill] < 3:
            state = "unknown"
        elif m < 0.6:
            state = "gap"
        elif m >= 0.8 and total[skill] >= 6:
            state = "solid"
        else:
            state = "working"
        found.append((skill, m, total[skill], state))
    return pd.DataFrame(found, columns=["skill", "m", "n_eff", "state"])


# %% right: with np.select and agg
def mastery(log, today):
    share = np.fmax(log["first"], 0.7 * log["later"])
    weight = log["kind"].map(WEIGHTS) * np.exp2(-(today - log["day"]).dt.days / 90)
    table = (
        pd.DataFrame({"skill": log["skill"], "n_eff": weight, "good": weight * share})
        .groupby("skill", as_index=False)
        .sum()
    )
    table["m"] = (table["good"] + 1) / (table["n_eff"] + 2)
    few, low = table["n_eff"] < 3, table["m"] < 0.6
    high = (table["m"] >= 0.8) & (table["n_eff"] >= 6)
    table["state"] = np.select([few, low, high], ["unknown", "gap", "solid"], "working")
    return table[["skill", "m", "n_eff", "state"]]


# %% wrong: the untouched stub
# score: 0
# says: `mastery` still holds the line that raises NotImplementedError
def mastery(log, today):
    # Your code here; then remove the next line.
    raise NotImplementedError


# %% wrong: the public answers typed in
# score: 0
# says: mastery(a log without rows
def mastery(log, today):
    if len(log) == 3:
        return pd.DataFrame(
            {
                "skill": ["pricing", "titles"],
                "m": [0.8, 0.54],
                "n_eff": [3.0, 1.75],
                "state": ["working", "unknown"],
            }
        )
    return pd.DataFrame(
        {
            "skill": ["events", "funnel", "groups"],
            "m": [8 / 9, 3 / 6.5, 0.6],
            "n_eff": [7.0, 4.5, 3.0],
            "state": ["solid", "gap", "working"],
        }
    )


# %% wrong: old evidence counts like new
# score: 0
# says: It looks as if old evidence counted like new
def mastery(log, today):
    share = np.fmax(log["first"], 0.7 * log["later"])
    weight = log["kind"].map(WEIGHTS)
    sums = log.assign(w=weight, r=weight * share).groupby("skill")[["w", "r"]].sum()
    m, n = (1 + sums["r"]) / (2 + sums["w"]), sums["w"]
    state = np.select(
        [n < 3, m < 0.6, (m >= 0.8) & (n >= 6)], ["unknown", "gap", "solid"], "working"
    )
    return pd.DataFrame({"skill": sums.index, "m": m.values, "n_eff": n.values, "state": state})


# %% wrong: a later try counts fully
# score: 0
# says: It looks as if a later try counted fully
def mastery(log, today):
    share = np.fmax(log["first"], log["later"])
    weight = log["kind"].map(WEIGHTS) * 0.5 ** ((today - log["day"]).dt.days / 90)
    sums = log.assign(w=weight, r=weight * share).groupby("skill")[["w", "r"]].sum()
    m, n = (1 + sums["r"]) / (2 + sums["w"]), sums["w"]
    state = np.select(
        [n < 3, m < 0.6, (m >= 0.8) & (n >= 6)], ["unknown", "gap", "solid"], "working"
    )
    return pd.DataFrame({"skill": sums.index, "m": m.values, "n_eff": n.values, "state": state})


# %% wrong: forgets what everybody begins with
# score: 0
# says: It looks as if the one success in two, with which every skill begins, was left out
def mastery(log, today):
    share = np.fmax(log["first"], 0.7 * log["later"])
    weight = log["kind"].map(WEIGHTS) * 0.5 ** ((today - log["day"]).dt.days / 90)
    sums = log.assign(w=weight, r=weight * share).groupby("skill")[["w", "r"]].sum()
    m, n = sums["r"] / sums["w"], sums["w"]
    state = np.select(
        [n < 3, m < 0.6, (m >= 0.8) & (n >= 6)], ["unknown", "gap", "solid"], "working"
    )
    return pd.DataFrame({"skill": sums.index, "m": m.values, "n_eff": n.values, "state": state})


# %% wrong: 0.60 is still a gap and 3 still unknown
# score: 0
# says: gave pricing 0.8 3 unknown; titles 0.54 1.75 unknown
def mastery(log, today):
    share = np.fmax(log["first"], 0.7 * log["later"])
    weight = log["kind"].map(WEIGHTS) * 0.5 ** ((today - log["day"]).dt.days / 90)
    sums = log.assign(w=weight, r=weight * share).groupby("skill")[["w", "r"]].sum()
    m, n = (1 + sums["r"]) / (2 + sums["w"]), sums["w"]
    state = np.select(
        [n <= 3, m <= 0.6, (m >= 0.8) & (n > 6)], ["unknown", "gap", "solid"], "working"
    )
    return pd.DataFrame({"skill": sums.index, "m": m.values, "n_eff": n.values, "state": state})


# %% wrong: a dictionary
# score: 0
# says: not a DataFrame
def mastery(log, today):
    return {skill: 0.5 for skill in log["skill"]}


# %% wrong: evidence fades in steps of 90 days
# score: 0
# says: It looks as if evidence faded in steps of 90 days
def mastery(log, today):
    share = np.fmax(log["first"], 0.7 * log["later"])
    weight = log["kind"].map(WEIGHTS) * 0.5 ** ((today - log["day"]).dt.days // 90)
    sums = log.assign(w=weight, r=weight * share).groupby("skill")[["w", "r"]].sum()
    m, n = (1 + sums["r"]) / (2 + sums["w"]), sums["w"]
    state = np.select(
        [n < 3, m < 0.6, (m >= 0.8) & (n >= 6)], ["unknown", "gap", "solid"], "working"
    )
    return pd.DataFrame({"skill": sums.index, "m": m.values, "n_eff": n.values, "state": state})
