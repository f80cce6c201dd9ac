# %% right: with between
def odr(df, today):
    window = df[df["day"].between(today - 89, today - 30)]
    bad = (window["feedback"] | window["claim"] | window["chargeback"]).sum()
    return {"orders": int(len(window)), "defects": int(bad), "odr": float(bad / len(window))}


# %% right: row by row
def odr(df, today):
    n = bad = 0
    for row in df.itertuples():
        if today - 90 < row.day <= today - 30:
            n += 1
            bad += 1 if row.feedback + row.claim + row.chargeback > 0 else 0
    return {"odr": bad / n, "orders": n, "defects": bad}


# %% wrong: the untouched stub
# score: 0
# says: `odr` still holds the line that raises NotImplementedError
def odr(df, today):
    raise NotImplementedError


# %% wrong: signs for orders
# score: 0
# says: `defects` is 3; it should be 2
def odr(df, today):
    window = df[(df["day"] > today - 90) & (df["day"] <= today - 30)]
    bad = window[["feedback", "claim", "chargeback"]].to_numpy().sum()
    return {"orders": len(window), "defects": int(bad), "odr": float(bad / len(window))}


# %% wrong: the newest too
# score: 0
# says: What goes wrong with them is not known yet
def odr(df, today):
    window = df[df["day"] > today - 90]
    bad = window[["feedback", "claim", "chargeback"]].max(axis=1).sum()
    return {"orders": len(window), "defects": int(bad), "odr": float(bad / len(window))}


# %% wrong: by all orders
# score: 0
# says: `orders` is 8; it should be 5
def odr(df, today):
    window = df[(df["day"] > today - 90) & (df["day"] <= today - 30)]
    bad = window[["feedback", "claim", "chargeback"]].max(axis=1).sum()
    return {"orders": len(df), "defects": int(bad), "odr": float(bad / len(df))}


# %% wrong: only bad reviews
# score: 0
# says: `defects` is 1; it should be 2
def odr(df, today):
    window = df[(df["day"] > today - 90) & (df["day"] <= today - 30)]
    bad = window["feedback"].sum()
    return {"orders": len(window), "defects": int(bad), "odr": float(bad / len(window))}


# %% wrong: a day too many
# score: 2..2.9
# says: days 11 to 70 count
def odr(df, today):
    window = (
        df[(df["day"] >= today - 90) & (df["day"] <= today - 30)]
        if len(df) < 100
        else df[(df["day"] > today - 90) & (df["day"] <= today - 30)]
    )
    bad = window[["feedback", "claim", "chargeback"]].max(axis=1).sum()
    return {"orders": len(window), "defects": int(bad), "odr": float(bad / len(window))}
