# %% right: with numpy
def points_liability(df):
    last, this, used = (df[name].to_numpy() for name in ("last_year", "this_year", "used"))
    expired = np.maximum(last - used, 0).sum()
    left = (this - np.maximum(used - last, 0)).sum()
    share = expired / last.sum()
    return {
        "expired": int(expired),
        "breakage": float(share),
        "open": int(left),
        "liability": float(left * (1 - share) / 100),
    }


# %% right: what expires is what is not open
def points_liability(df):
    rest = df["last_year"] + df["this_year"] - df["used"]
    expired = [max(0, row.last_year - row.used) for row in df.itertuples()]
    left = int(rest.sum()) - sum(expired)
    share = sum(expired) / df["last_year"].sum()
    return {
        "expired": int(sum(expired)),
        "breakage": float(share),
        "open": int(left),
        "liability": float(left * (1 - share) * 0.01),
    }


# %% wrong: the untouched stub
# score: 0
# says: `points_liability` still holds the line that raises NotImplementedError
def points_liability(df):
    raise NotImplementedError


# %% wrong: users netted
# score: 0
# says: `expired` is 200; it should be 600
def points_liability(df):
    last, this, used = df["last_year"].sum(), df["this_year"].sum(), df["used"].sum()
    expired, left = max(0, last - used), this - max(0, used - last)
    share = expired / last
    return {
        "expired": int(expired),
        "breakage": float(share),
        "open": int(left),
        "liability": float(left * (1 - share) * 0.01),
    }


# %% wrong: without breakage
# score: 0
# says: `liability` is 6; it should be 2.4
def points_liability(df):
    expired = (df["last_year"] - df["used"]).clip(lower=0).sum()
    left = (df["this_year"] - (df["used"] - df["last_year"]).clip(lower=0)).sum()
    return {
        "expired": int(expired),
        "breakage": float(expired / df["last_year"].sum()),
        "open": int(left),
        "liability": float(left * 0.01),
    }


# %% wrong: expired ones still open
# score: 0
# says: `open` is 1200; it should be 600
def points_liability(df):
    expired = (df["last_year"] - df["used"]).clip(lower=0).sum()
    left = (df["last_year"] + df["this_year"] - df["used"]).sum()
    share = expired / df["last_year"].sum()
    return {
        "expired": int(expired),
        "breakage": float(share),
        "open": int(left),
        "liability": float(left * (1 - share) * 0.01),
    }


# %% wrong: breakage of both years
# score: 0
# says: `breakage` is 0.3; it should be 0.6
def points_liability(df):
    expired = (df["last_year"] - df["used"]).clip(lower=0).sum()
    left = (df["this_year"] - (df["used"] - df["last_year"]).clip(lower=0)).sum()
    share = expired / (df["last_year"] + df["this_year"]).sum()
    return {
        "expired": int(expired),
        "breakage": float(share),
        "open": int(left),
        "liability": float(left * (1 - share) * 0.01),
    }


# %% wrong: points for dollars
# score: 0
# says: `liability` is 240; it should be 2.4
def points_liability(df):
    expired = (df["last_year"] - df["used"]).clip(lower=0).sum()
    left = (df["this_year"] - (df["used"] - df["last_year"]).clip(lower=0)).sum()
    share = expired / df["last_year"].sum()
    return {
        "expired": int(expired),
        "breakage": float(share),
        "open": int(left),
        "liability": float(left * (1 - share)),
    }


# %% wrong: the public answer typed in
# score: 0
# says: fresh users
def points_liability(df):
    return {"expired": 600, "breakage": 0.6, "open": 600, "liability": 2.4}
