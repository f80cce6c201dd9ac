# %% right: plain lists
def explain_gap(log, k):
    rows = [row for row in log.to_dict("records") if row["skill"] == k]
    rows.sort(key=lambda row: row["day"])
    if len(rows) < 3:
        return "unknown"
    last = rows[-3:]
    slips = [row["slip"] for row in last if row["slip"]]
    if len(set(slips)) < len(slips):
        return "misconception"
    paces = sorted(row["minutes"] / row["usual"] for row in last)
    if min(row["share"] for row in last) >= 0.8 and paces[1] > 1.5:
        return "slow"
    away = (rows[-1]["day"] - rows[-2]["day"]).days
    if max(row["share"] for row in rows[:-1]) >= 0.8 and rows[-1]["share"] < 0.6 and away >= 60:
        return "forgot"
    return "unknown"


# %% right: counting with pandas
def explain_gap(log, k):
    tries = log.query("skill == @k").sort_values("day", ignore_index=True)
    if len(tries) < 3:
        return "unknown"
    last = tries.iloc[-3:]
    if last["slip"].replace("", np.nan).value_counts().ge(2).any():
        return "misconception"
    if last["share"].min() >= 0.8:
        return "slow" if (last["minutes"] / last["usual"]).median() > 1.5 else "unknown"
    pause = tries["day"].diff().iloc[-1]
    was_good, is_bad = tries["share"][:-1].max() >= 0.8, tries["share"].iloc[-1] < 0.6
    return "forgot" if was_good and is_bad and pause >= pd.Timedelta(days=60) else "unknown"


# %% wrong: the untouched stub
# score: 0
# says: `explain_gap` still holds the line that raises NotImplementedError
def explain_gap(log, k):
    tries = log[log["skill"] == k].sort_values("day")
    last = tries.tail(3)
    # Your code here; then remove the next line.
    raise NotImplementedError


# %% wrong: the public answers typed in
# score: 0
# says: fresh cases are right
def explain_gap(log, k):
    return (
        {5: "slow" if (log["skill"] == k).all() else "unknown", 7: "misconception"}.get(
            len(log), "unknown"
        )
        if len(log) != 7
        else (
            "forgot"
            if log.loc[log["skill"] == k, "share"].max() == 0.9
            and (log.loc[log["skill"] == k, "share"] == 0.4).any()
            else "misconception"
        )
    )


# %% wrong: the rows are taken as they stand
# score: 0
# says: `explain_gap(log 3, 'titles')` gave 'unknown'; it should be 'slow'
def explain_gap(log, k):
    tries = log[log["skill"] == k]
    last = tries.tail(3)
    if len(tries) < 3:
        return "unknown"
    if last.loc[last["slip"] != "", "slip"].duplicated().any():
        return "misconception"
    if (last["share"] >= 0.8).all() and (last["minutes"] / last["usual"]).median() > 1.5:
        return "slow"
    could = (tries["share"].iloc[:-1] >= 0.8).any() and tries["share"].iloc[-1] < 0.6
    if could and (tries["day"].iloc[-1] - tries["day"].iloc[-2]).days >= 60:
        return "forgot"
    return "unknown"


# %% wrong: rows of other skills count too
# score: 0
# says: `explain_gap(log 1, 'titles')` gave 'misconception'; it should be 'unknown'
def explain_gap(log, k):
    tries = log.sort_values("day")
    last = tries.tail(3)
    if len(tries) < 3:
        return "unknown"
    if last.loc[last["slip"] != "", "slip"].duplicated().any():
        return "misconception"
    return "slow"


# %% wrong: every slip of the past counts
# score: 0
# says: `explain_gap(log 3, 'titles')` gave 'misconception'; it should be 'slow'
def explain_gap(log, k):
    tries = log[log["skill"] == k].sort_values("day")
    last = tries.tail(3)
    if len(tries) < 3:
        return "unknown"
    if tries.loc[tries["slip"] != "", "slip"].duplicated().any():
        return "misconception"
    if (last["share"] >= 0.8).all() and (last["minutes"] / last["usual"]).median() > 1.5:
        return "slow"
    could = (tries["share"].iloc[:-1] >= 0.8).any() and tries["share"].iloc[-1] < 0.6
    if could and (tries["day"].iloc[-1] - tries["day"].iloc[-2]).days >= 60:
        return "forgot"
    return "unknown"


# %% wrong: forgetting takes no time
# score: 0
# says: `explain_gap(log 5, 'titles')` gave 'forgot'; it should be 'unknown'
def explain_gap(log, k):
    tries = log[log["skill"] == k].sort_values("day")
    last = tries.tail(3)
    if len(tries) < 3:
        return "unknown"
    if last.loc[last["slip"] != "", "slip"].duplicated().any():
        return "misconception"
    if (last["share"] >= 0.8).all() and (last["minutes"] / last["usual"]).median() > 1.5:
        return "slow"
    could = (tries["share"].iloc[:-1] >= 0.8).any() and tries["share"].iloc[-1] < 0.6
    return "forgot" if could else "unknown"


# %% wrong: a label of one's own
# score: 0
# says: gave 'lazy'
def explain_gap(log, k):
    return "lazy"


# %% wrong: the days since the last good try
# score: 0
# says: `explain_gap(log 6, 'titles')` gave 'forgot'; it should be 'unknown'
def explain_gap(log, k):
    tries = log[log["skill"] == k].sort_values("day")
    last = tries.tail(3)
    if len(tries) < 3:
        return "unknown"
    if last.loc[last["slip"] != "", "slip"].duplicated().any():
        return "misconception"
    if (last["share"] >= 0.8).all() and (last["minutes"] / last["usual"]).median() > 1.5:
        return "slow"
    good = tries["day"][:-1][tries["share"].iloc[:-1] >= 0.8]
    if len(good) and tries["share"].iloc[-1] < 0.6:
        if (tries["day"].iloc[-1] - good.iloc[-1]).days >= 60:
            return "forgot"
    return "unknown"


# %% wrong: forgetting looks at the try before the last alone
# score: 0
# says: `explain_gap(log 4, 'titles')` gave 'unknown'; it should be 'forgot'
def explain_gap(log, k):
    tries = log[log["skill"] == k].sort_values("day")
    last = tries.tail(3)
    if len(tries) < 3:
        return "unknown"
    if last.loc[last["slip"] != "", "slip"].duplicated().any():
        return "misconception"
    if (last["share"] >= 0.8).all() and (last["minutes"] / last["usual"]).median() > 1.5:
        return "slow"
    could = tries["share"].iloc[-2] >= 0.8 and tries["share"].iloc[-1] < 0.6
    if could and (tries["day"].iloc[-1] - tries["day"].iloc[-2]).days >= 60:
        return "forgot"
    return "unknown"
