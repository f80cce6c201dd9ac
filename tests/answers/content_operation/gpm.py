# %% right: post by post
def gpm(rows):
    table = []
    for post, part in rows.groupby("post"):
        shown, clicks, reads, orders, gmv = (
            part[name].sum() for name in ["impressions", "clicks", "reads", "orders", "gmv"]
        )
        table.append(
            (
                post,
                clicks / shown if shown else 0.0,
                orders / reads if reads else 0.0,
                1000 * gmv / shown if shown else 0.0,
            )
        )
    return pd.DataFrame(table, columns=["post", "ctr", "cvr", "gpm"])


# %% right: fill what is not a number
def gpm(rows):
    t = rows.groupby("post", as_index=False).sum(numeric_only=True)
    return pd.DataFrame(
        {
            "post": t["post"],
            "ctr": (t["clicks"] / t["impressions"]).fillna(0.0),
            "cvr": (t["orders"] / t["reads"]).fillna(0.0),
            "gpm": (t["gmv"] / t["impressions"] * 1000).fillna(0.0),
        }
    )


# %% wrong: the untouched stub
# score: 0
# says: `gpm` still holds the line that raises NotImplementedError
def gpm(rows):
    raise NotImplementedError


# %% wrong: a thousand reads
# score: 0
# says: It looks as if GMV was divided by reads
def gpm(rows):
    t = rows.groupby("post", as_index=False).sum(numeric_only=True)
    return pd.DataFrame(
        {
            "post": t["post"],
            "ctr": t["clicks"] / t["impressions"],
            "cvr": (t["orders"] / t["reads"]).fillna(0.0),
            "gpm": (1000 * t["gmv"] / t["reads"]).fillna(0.0),
        }
    )


# %% wrong: one impression
# score: 0
# says: That is GMV for a single impression
def gpm(rows):
    t = rows.groupby("post", as_index=False).sum(numeric_only=True)
    return pd.DataFrame(
        {
            "post": t["post"],
            "ctr": t["clicks"] / t["impressions"],
            "cvr": (t["orders"] / t["reads"]).fillna(0.0),
            "gpm": t["gmv"] / t["impressions"],
        }
    )


# %% wrong: orders of clicks
# score: 0.1..2
# says: It looks as if orders were divided by clicks
def gpm(rows):
    t = rows.groupby("post", as_index=False).sum(numeric_only=True)
    return pd.DataFrame(
        {
            "post": t["post"],
            "ctr": t["clicks"] / t["impressions"],
            "cvr": t["orders"] / t["clicks"],
            "gpm": 1000 * t["gmv"] / t["impressions"],
        }
    )


# %% wrong: each day's ratio averaged
# score: 0.1..2
# says: It looks as if each day's ratio was averaged
def gpm(rows):
    t = rows.groupby("post")[["impressions", "reads", "orders", "gmv"]].sum()
    ctr = rows.assign(c=rows["clicks"] / rows["impressions"]).groupby("post")["c"].mean()
    return pd.DataFrame(
        {
            "post": t.index,
            "ctr": ctr.to_numpy(),
            "cvr": (t["orders"] / t["reads"]).fillna(0.0).to_numpy(),
            "gpm": (1000 * t["gmv"] / t["impressions"]).to_numpy(),
        }
    )


# %% wrong: nobody read it, so no number
# score: 0.1..2
# says: nobody read the lamp to the end
def gpm(rows):
    t = rows.groupby("post", as_index=False).sum(numeric_only=True)
    return pd.DataFrame(
        {
            "post": t["post"],
            "ctr": t["clicks"] / t["impressions"],
            "cvr": (t["orders"] / t["reads"]).fillna(1.0),
            "gpm": 1000 * t["gmv"] / t["impressions"],
        }
    )


# %% wrong: the public answer typed in
# score: 0
# says: asked were 5
def gpm(rows):
    return pd.DataFrame(
        {"post": ["flask", "lamp"], "ctr": [0.05, 0.01], "cvr": [0.05, 0.0], "gpm": [50.0, 0.0]}
    )
