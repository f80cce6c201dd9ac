# %% right: with a table
def best_gap(days, returned):
    d = pd.DataFrame({"days": days, "back": returned})
    rates = []
    for low in range(0, 84, 7):
        risk = d[d["days"] > low]
        rates.append(((risk["days"] <= low + 7) & (risk["back"] == 1)).mean() if len(risk) else 0.0)
    peak = rates.index(max(rates))
    late = [week for week in range(peak, 12) if rates[week] < rates[peak] / 2]
    return 7 * late[0] if late else 84


# %% right: counting down
def best_gap(days, returned):
    week = (days - 1) // 7
    came = np.array([((week == w) & (returned == 1)).sum() for w in range(12)])
    left = np.array([(week >= w).sum() for w in range(12)])
    hazard = np.where(left > 0, came / np.maximum(left, 1), 0.0)
    peak = hazard.argmax()
    low = np.flatnonzero((hazard < hazard[peak] / 2) & (np.arange(12) >= peak))
    return int(7 * low[0]) if len(low) else 84


# %% wrong: the untouched stub
# score: 0
# says: `best_gap` still holds the line that raises NotImplementedError
def best_gap(days, returned):
    raise NotImplementedError


# %% wrong: everybody at risk for ever
# score: 0
# says: count days above the week's start
def best_gap(days, returned):
    hazard = [
        ((days > 7 * w) & (days <= 7 * w + 7) & (returned == 1)).sum() / len(days)
        for w in range(12)
    ]
    peak = int(np.argmax(hazard))
    return next((7 * w for w in range(peak, 12) if hazard[w] < hazard[peak] / 2), 84)


# %% wrong: those who did not return left out
# score: 0
# says: They were at risk for as long as they were seen
def best_gap(days, returned):
    days = days[returned == 1]
    hazard = []
    for w in range(12):
        risk = (days > 7 * w).sum()
        hazard.append(((days > 7 * w) & (days <= 7 * w + 7)).sum() / risk if risk else 0.0)
    peak = int(np.argmax(hazard))
    return next((7 * w for w in range(peak, 12) if hazard[w] < hazard[peak] / 2), 84)


# %% wrong: before the peak
# score: 0
# says: wait for the peak
def best_gap(days, returned):
    hazard = []
    for w in range(12):
        risk = (days > 7 * w).sum()
        hazard.append(
            ((days > 7 * w) & (days <= 7 * w + 7) & (returned == 1)).sum() / risk if risk else 0.0
        )
    return next((7 * w for w in range(12) if hazard[w] < max(hazard) / 2), 84)


# %% wrong: returns not told from today
# score: 0
# says: Where `returned` is 0 the days only end today
def best_gap(days, returned):
    hazard = []
    for w in range(12):
        risk = (days > 7 * w).sum()
        hazard.append(((days > 7 * w) & (days <= 7 * w + 7)).sum() / risk if risk else 0.0)
    peak = int(np.argmax(hazard))
    return next((7 * w for w in range(peak, 12) if hazard[w] < hazard[peak] / 2), 84)


# %% wrong: day 7 in the second week
# score: 0
# says: Does day 7 belong to week 0 for you
def best_gap(days, returned):
    hazard = []
    for w in range(12):
        risk = days >= 7 * w
        came = risk & (days < 7 * w + 7) & (returned == 1)
        hazard.append(came.sum() / risk.sum() if risk.any() else 0.0)
    peak = int(np.argmax(hazard))
    return next((7 * w for w in range(peak, 12) if hazard[w] < hazard[peak] / 2), 84)


# %% wrong: thirty days, as always
# score: 0
# says: gave 30
def best_gap(days, returned):
    return 30


# %% wrong: divided by those at risk who return
# score: 0
# says: It looks as if only those who return were counted as at risk
def best_gap(days, returned):
    hazard = []
    for week in range(12):
        at_risk = days > 7 * week
        came = at_risk & (days <= 7 * week + 7) & (returned == 1)
        hazard.append(came.sum() / (at_risk & (returned == 1)).sum() if at_risk.any() else 0.0)
    peak = int(np.argmax(hazard))
    for week in range(peak, 12):
        if hazard[week] < max(hazard) / 2:
            return 7 * week
    return 84


# %% wrong: no guard for a week without anybody at risk
# score: 0..2
# says: 0 ÷ 0 gives NaN
def best_gap(days, returned):
    hazard = []
    for week in range(12):
        at_risk = days > 7 * week
        came = at_risk & (days <= 7 * week + 7) & (returned == 1)
        hazard.append(came.sum() / at_risk.sum())
    peak = int(np.argmax(hazard))
    for week in range(peak, 12):
        if hazard[week] < max(hazard) / 2:
            return 7 * week
    return 84


# %% wrong: day 7 is waited for in week 1
# score: 0
# says: is still waited for in week 1, which begins on day 8
def best_gap(days, returned):
    hazard = []
    for week in range(12):
        at_risk = days >= 7 * week
        came = at_risk & (days <= 7 * week + 7) & (returned == 1)
        hazard.append(came.sum() / at_risk.sum() if at_risk.any() else 0.0)
    peak = int(np.argmax(hazard))
    return next((7 * week for week in range(peak, 12) if hazard[week] < max(hazard) / 2), 84)


# %% wrong: those whose waiting ends in the week left out
# score: 0
# says: They were waited for when the week began
def best_gap(days, returned):
    hazard = []
    for week in range(12):
        came = (days > 7 * week) & (days <= 7 * week + 7) & (returned == 1)
        at_risk = came | (days > 7 * week + 7)
        hazard.append(came.sum() / at_risk.sum() if at_risk.any() else 0.0)
    peak = int(np.argmax(hazard))
    return next((7 * week for week in range(peak, 12) if hazard[week] < max(hazard) / 2), 84)
