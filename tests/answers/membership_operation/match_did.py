# %% right: band by band
def match_did(df):
    total, weight = 0.0, 0
    for _, band in df.groupby("band"):
        change = band["after"] - band["before"]
        inside, outside = change[band["member"]], change[~band["member"]]
        if len(inside) and len(outside):
            total += (inside.mean() - outside.mean()) * len(inside)
            weight += len(inside)
    return float(total / weight)


# %% right: each member against the others of the band
def match_did(df):
    t = df.assign(change=df["after"] - df["before"])
    like = t[~t["member"]].groupby("band")["change"].mean()
    own = t[t["member"]]
    return float((own["change"] - own["band"].map(like)).dropna().mean())


# %% wrong: the untouched stub
# score: 0
# says: `match_did` still holds the line that raises NotImplementedError
def match_did(df):
    raise NotImplementedError


# %% wrong: members against others
# score: 0
# says: Members had spent more before they joined
def match_did(df):
    after = df.groupby("member")["after"].mean()
    return float(after[True] - after[False])


# %% wrong: without bands
# score: 0
# says: compare within a band
def match_did(df):
    change = (df["after"] - df["before"]).groupby(df["member"]).mean()
    return float(change[True] - change[False])


# %% wrong: every band the same
# score: 0
# says: gave 20; it should be 21
def match_did(df):
    t = df.assign(change=df["after"] - df["before"])
    change = t.pivot_table(index="band", columns="member", values="change", aggfunc="mean")
    return float((change[True] - change[False]).mean())


# %% wrong: weighted by all customers
# score: 0
# says: gave 19.2857; it should be 21
def match_did(df):
    t = df.assign(change=df["after"] - df["before"])
    change = t.pivot_table(index="band", columns="member", values="change", aggfunc="mean")
    weight = t.groupby("band").size()
    return float(((change[True] - change[False]) * weight).sum() / weight.sum())


# %% wrong: lonely bands counted in the weights
# score: 0
# says: such a band is left out
def match_did(df):
    t = df.assign(change=df["after"] - df["before"])
    change = t.pivot_table(index="band", columns="member", values="change", aggfunc="mean")
    weight = t.groupby("band")["member"].sum()
    return float(((change[True] - change[False]) * weight).sum() / weight.sum())


# %% wrong: the public answer typed in
# score: 0
# says: fresh customers
def match_did(df):
    return 65 / 3
