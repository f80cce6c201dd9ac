# %% right: user by user
def adoption(df):
    rows = df.to_dict("records")
    started = sum(row["started"] for row in rows)
    return {
        "adoption": sum(row["started"] > 0 for row in rows) / sum(row["eligible"] for row in rows),
        "task_success": sum(row["done"] for row in rows) / started if started else 0.0,
    }


# %% right: only those who could
def adoption(df):
    could = df[df["eligible"]]
    started = int(df["started"].sum())
    return {
        "adoption": float((could["started"] > 0).mean()),
        "task_success": float(df["done"].sum() / started) if started else 0.0,
    }


# %% wrong: the untouched stub
# score: 0
# says: `adoption` still holds the line that raises NotImplementedError
def adoption(df):
    raise NotImplementedError


# %% wrong: uses for users
# score: 0.1..1.5
# says: It looks as if uses were counted
def adoption(df):
    return {
        "adoption": float(df["started"].sum() / df["eligible"].sum()),
        "task_success": float(df["done"].sum() / df["started"].sum()),
    }


# %% wrong: everybody below the line
# score: 0.1..1.5
# says: It looks as if all users stand below the line
def adoption(df):
    return {
        "adoption": float((df["started"] > 0).mean()),
        "task_success": float(df["done"].sum() / df["started"].sum()),
    }


# %% wrong: success a user
# score: 0.1..1.5
# says: It looks as if task success was averaged over users
def adoption(df):
    used = df[df["started"] > 0]
    return {
        "adoption": float(len(used) / df["eligible"].sum()),
        "task_success": float((used["done"] / used["started"]).mean()),
    }


# %% wrong: users who finished everything
# score: 0.1..1.5
# says: It looks as if users who finished all their tasks were counted
def adoption(df):
    used = df[df["started"] > 0]
    return {
        "adoption": float(len(used) / df["eligible"].sum()),
        "task_success": float((used["done"] == used["started"]).mean()),
    }


# %% wrong: nobody, and no number
# score: 1.8..2.9
# says: without a task begun, task success is 0
def adoption(df):
    started = df["started"].sum()
    return {
        "adoption": float((df["started"] > 0).sum() / df["eligible"].sum()),
        "task_success": float(df["done"].sum() / started) if started else 1.0,
    }


# %% wrong: the public answers typed in
# score: 0
# says: a fresh month
def adoption(df):
    if df["started"].sum() == 10:
        return {"adoption": 0.5, "task_success": 0.6}
    return {"adoption": 0.75, "task_success": 0.625}
