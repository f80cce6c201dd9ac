# %% right: thing by thing
def aha_causal(df):
    alone = df.loc[df["nudge"] == "none", "ordered"].mean()
    effects = {
        thing: df.loc[df["nudge"] == thing, "ordered"].mean() - alone
        for thing in df["nudge"].unique()
        if thing != "none"
    }
    best = max(effects, key=effects.get)
    return best, float(effects[best])


# %% right: a table of sums
def aha_causal(df):
    t = df.pivot_table(index="nudge", values="ordered", aggfunc=["sum", "count"])
    share = (t["sum"] / t["count"])["ordered"]
    lift = (share - share["none"]).drop("none").sort_values()
    return lift.index[-1], float(lift.iloc[-1])


# %% wrong: the untouched stub
# score: 0
# says: `aha_causal` still holds the line that raises NotImplementedError
def aha_causal(df):
    raise NotImplementedError


# %% wrong: what stayers do
# score: 0
# says: gave ('friends', 0.5); it should be ('wish list', 0
def aha_causal(df):
    things = [name for name in df.columns if name not in ("user", "nudge", "ordered")]
    habit = {
        thing: df.loc[df[thing], "ordered"].mean() - df.loc[~df[thing], "ordered"].mean()
        for thing in things
    }
    best = max(habit, key=habit.get)
    return best, float(habit[best])


# %% wrong: without those left alone
# score: 0
# says: gave ('wish list', 0.75); it should be ('wish list', 0
def aha_causal(df):
    shares = df.groupby("nudge")["ordered"].mean().drop("none")
    return shares.idxmax(), float(shares.max())


# %% wrong: only those who followed
# score: 0
# says: It looks as if only the nudged who did it were counted
def aha_causal(df):
    alone = df.loc[df["nudge"] == "none", "ordered"].mean()
    things = [name for name in df.columns if name not in ("user", "nudge", "ordered")]
    found = {
        thing: df.loc[(df["nudge"] == thing) & df[thing], "ordered"].mean() - alone
        for thing in things
    }
    best = max(found, key=found.get)
    return best, float(found[best])


# %% wrong: in percent
# score: 0
# says: gave ('wish list', 50.0)
def aha_causal(df):
    shares = df.groupby("nudge")["ordered"].mean()
    effects = shares.drop("none") - shares["none"]
    return effects.idxmax(), 100 * float(effects.max())


# %% wrong: the smallest effect
# score: 0
# says: half of the users more
def aha_causal(df):
    shares = df.groupby("nudge")["ordered"].mean()
    effects = shares.drop("none") - shares["none"]
    return effects.idxmin(), float(effects.min())


# %% wrong: the public answer typed in
# score: 0
# says: 4,000 fresh users
def aha_causal(df):
    return "wish list", 0.5
