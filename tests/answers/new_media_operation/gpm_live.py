# %% right: column by column
def gpm_live(df):
    kept = (df["gmv"] - df["refunded"]).sum()
    return {
        "gpm": float(1000 * kept / df["views"].sum()),
        "live_cvr": float(df["orders"].sum() / df["viewers"].sum()),
        "refund_rate": float(1 - kept / df["gmv"].sum()),
    }


# %% right: weighted means
def gpm_live(df):
    return {
        "live_cvr": float(np.average(df["orders"] / df["viewers"], weights=df["viewers"])),
        "refund_rate": float(df["refunded"].sum() / df["gmv"].sum()),
        "gpm": float(
            np.average((df["gmv"] - df["refunded"]) / df["views"], weights=df["views"]) * 1000
        ),
    }


# %% wrong: the untouched stub
# score: 0
# says: `gpm_live` still holds the line that raises NotImplementedError
def gpm_live(df):
    raise NotImplementedError


# %% wrong: before returns
# score: 0
# says: `gpm` is 500; it should be 400
def gpm_live(df):
    t = df.sum()
    return {
        "gpm": float(t["gmv"] / t["views"] * 1000),
        "live_cvr": float(t["orders"] / t["viewers"]),
        "refund_rate": float(t["refunded"] / t["gmv"]),
    }


# %% wrong: means of ratios
# score: 0.1..2
# says: on a case that you have not seen
def gpm_live(df):
    t = df.sum()
    return {
        "gpm": float((t["gmv"] - t["refunded"]) / t["views"] * 1000),
        "live_cvr": float(t["orders"] / t["viewers"]),
        "refund_rate": 0.2,
    }


# %% wrong: each session's CVR averaged
# score: 0.1..2
# says: `live_cvr` is 0.0555556; it should be 0.02
def gpm_live(df):
    t = df.sum()
    return {
        "gpm": float((t["gmv"] - t["refunded"]) / t["views"] * 1000),
        "live_cvr": float((df["orders"] / df["viewers"]).mean()),
        "refund_rate": float(t["refunded"] / t["gmv"]),
    }


# %% wrong: per thousand viewers
# score: 0
# says: `gpm` is 800; it should be 400
def gpm_live(df):
    t = df.sum()
    return {
        "gpm": float((t["gmv"] - t["refunded"]) / t["viewers"] * 1000),
        "live_cvr": float(t["orders"] / t["viewers"]),
        "refund_rate": float(t["refunded"] / t["gmv"]),
    }


# %% wrong: orders by views
# score: 0.1..2
# says: people, not screens
def gpm_live(df):
    t = df.sum()
    return {
        "gpm": float((t["gmv"] - t["refunded"]) / t["views"] * 1000),
        "live_cvr": float(t["orders"] / t["views"]),
        "refund_rate": float(t["refunded"] / t["gmv"]),
    }
