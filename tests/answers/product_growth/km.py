# %% right: one pass
def km(t, d):
    left, rows, at_risk = 1.0, [], len(t)
    for day in sorted(set(t)):
        ends = [ordered for time, ordered in zip(t, d) if time == day]
        if sum(ends):
            left *= (at_risk - sum(ends)) / at_risk
            rows.append((day, at_risk, sum(ends), left))
        at_risk -= len(ends)
    return pd.DataFrame(rows, columns=["time", "at_risk", "events", "survival"])


# %% right: by a table
def km(t, d):
    table = (
        pd.DataFrame({"time": t, "ordered": d})
        .groupby("time")["ordered"]
        .agg(["sum", "size"])
        .reset_index()
    )
    table["at_risk"] = table["size"][::-1].cumsum()[::-1]
    table = table[table["sum"] > 0].reset_index(drop=True)
    survival = (1 - table["sum"] / table["at_risk"]).cumprod()
    return pd.DataFrame(
        {
            "time": table["time"],
            "at_risk": table["at_risk"],
            "events": table["sum"],
            "survival": survival,
        }
    )


# %% wrong: the untouched stub
# score: 0
# says: `km` still holds the line that raises NotImplementedError
def km(t, d):
    raise NotImplementedError


# %% wrong: those without an order dropped
# score: 0
# says: It looks as if users without an order were dropped
def km(t, d):
    days = [time for time, ordered in zip(t, d) if ordered]
    left, rows = 1.0, []
    for day in sorted(set(days)):
        risk, events = sum(each >= day for each in days), sum(each == day for each in days)
        left *= 1 - events / risk
        rows.append((day, risk, events, left))
    return pd.DataFrame(rows, columns=["time", "at_risk", "events", "survival"])


# %% wrong: every end an order
# score: 0
# says: has 6 rows
def km(t, d):
    left, rows = 1.0, []
    for day in sorted(set(t)):
        risk, events = sum(each >= day for each in t), sum(each == day for each in t)
        left *= 1 - events / risk
        rows.append((day, risk, events, left))
    return pd.DataFrame(rows, columns=["time", "at_risk", "events", "survival"])


# %% wrong: lost on the day is not at risk
# score: 0..2.9
# says: who is lost on day 3 was at risk on day 3
def km(t, d):
    left, rows = 1.0, []
    for day in sorted({time for time, ordered in zip(t, d) if ordered}):
        risk = sum(time > day or (time == day and ordered == 1) for time, ordered in zip(t, d))
        events = sum(time == day and ordered == 1 for time, ordered in zip(t, d))
        left *= 1 - events / risk
        rows.append((day, risk, events, left))
    return pd.DataFrame(rows, columns=["time", "at_risk", "events", "survival"])


# %% wrong: never subtracted
# score: 0
# says: on day 1 one of 8 orders
def km(t, d):
    left, rows = 1.0, []
    for day in sorted({time for time, ordered in zip(t, d) if ordered}):
        events = sum(time == day and ordered == 1 for time, ordered in zip(t, d))
        left *= 1 - events / len(t)
        rows.append((day, len(t), events, left))
    return pd.DataFrame(rows, columns=["time", "at_risk", "events", "survival"])


# %% wrong: other columns
# score: 0
# says: has the columns
def km(t, d):
    return pd.DataFrame({"day": [1, 3, 6], "survival": [0.875, 0.583, 0.389]})


# %% wrong: the public answer typed in
# score: 0
# says: km(200 fresh users)
def km(t, d):
    return pd.DataFrame(
        {
            "time": [1, 3, 6],
            "at_risk": [8, 6, 3],
            "events": [1, 2, 1],
            "survival": [7 / 8, 7 / 12, 7 / 18],
        }
    )
