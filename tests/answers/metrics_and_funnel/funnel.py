# %% right: the condition written out
def funnel(events):
    before, rows = None, []
    for step in STEPS:
        reached = {}
        for event in events[events["step"] == step].sort_values("time").itertuples():
            if before is None:
                counts = True
            else:
                counts = before.get(event.user, float("inf")) <= event.time
            if counts and event.user not in reached:
                reached[event.user] = event.time
        rate = 1.0 if before is None else 0.0 if not before else len(reached) / len(before)
        rows.append((step, len(reached), rate))
        before = reached
    return pd.DataFrame(rows, columns=["step", "users", "rate"])


# %% right: one user after the other
def funnel(events):
    users = dict.fromkeys(STEPS, 0)
    for _, own in events.sort_values("time").groupby("user"):
        now = -1
        for step in STEPS:
            times = [t for t, s in zip(own["time"], own["step"]) if s == step and t >= now]
            if not times:
                break
            now = min(times)
            users[step] += 1
    counts = list(users.values())
    rates = [1.0] + [b / a if a else 0.0 for a, b in zip(counts, counts[1:])]
    return pd.DataFrame({"step": STEPS, "users": counts, "rate": rates})


# %% wrong: the untouched stub
# score: 0
# says: `funnel` still holds the line that raises NotImplementedError
def funnel(events):
    raise NotImplementedError


# %% wrong: events counted
# score: 0
# says: It looks as if events were counted
def funnel(events):
    counts = [int((events["step"] == step).sum()) for step in STEPS]
    rates = [1.0] + [b / a for a, b in zip(counts, counts[1:])]
    return pd.DataFrame({"step": STEPS, "users": counts, "rate": rates})


# %% wrong: any order
# score: 0
# says: `users` is [6, 5, 2, 3]; it should be [6
def funnel(events):
    counts = [events.loc[events["step"] == step, "user"].nunique() for step in STEPS]
    rates = [1.0] + [b / a for a, b in zip(counts, counts[1:])]
    return pd.DataFrame({"step": STEPS, "users": counts, "rate": rates})


# %% wrong: the same second does not count
# score: 0
# says: An event in the same second
def funnel(events):
    before, rows = None, []
    for step in STEPS:
        reached = {}
        for event in events[events["step"] == step].sort_values("time").itertuples():
            counts = before is None or (event.user in before and event.time > before[event.user])
            if counts and event.user not in reached:
                reached[event.user] = event.time
        rate = 1.0 if before is None else len(reached) / len(before) if before else 0.0
        rows.append((step, len(reached), rate))
        before = reached
    return pd.DataFrame(rows, columns=["step", "users", "rate"])


# %% wrong: rates of the first step
# score: 0.1..1.5
# says: The rates look as if they were taken of the first step
def funnel(events):
    before, rows = None, []
    for step in STEPS:
        reached = {}
        for event in events[events["step"] == step].sort_values("time").itertuples():
            counts = before is None or (event.user in before and event.time >= before[event.user])
            if counts and event.user not in reached:
                reached[event.user] = event.time
        rows.append((step, len(reached), len(reached) / rows[0][1] if rows else 1.0))
        before = reached
    return pd.DataFrame(rows, columns=["step", "users", "rate"])


# %% wrong: an empty step is forgotten
# score: 1.8..2.9
# says: ZeroDivisionError
def funnel(events):
    before, rows = None, []
    for step in STEPS:
        reached = {}
        for event in events[events["step"] == step].sort_values("time").itertuples():
            counts = before is None or (event.user in before and event.time >= before[event.user])
            if counts and event.user not in reached:
                reached[event.user] = event.time
        rate = 1.0 if before is None else len(reached) / len(before)
        rows.append((step, len(reached), rate))
        before = reached
    return pd.DataFrame(rows, columns=["step", "users", "rate"])


# %% wrong: the public answer typed in
# score: 0
# says: on a case that you have not seen
def funnel(events):
    return pd.DataFrame({"step": STEPS, "users": [6, 4, 2, 1], "rate": [1.0, 4 / 6, 0.5, 0.5]})


# %% wrong: a dictionary instead of a table
# score: 0
# says: not a DataFrame
def funnel(events):
    return {"view": 6, "cart": 4, "checkout": 2, "order": 1}
