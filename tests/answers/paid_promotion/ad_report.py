# %% right: word by word
def ad_report(rows):
    table = []
    for word, part in rows.groupby("word"):
        shown, clicks, spend, orders, revenue = (
            part[name].sum() for name in ["impressions", "clicks", "spend", "orders", "revenue"]
        )
        acos = spend / revenue if revenue else (float("inf") if spend else 0.0)
        table.append(
            (
                word,
                clicks / shown if shown else 0.0,
                spend / clicks if clicks else 0.0,
                orders / clicks if clicks else 0.0,
                acos,
            )
        )
    return pd.DataFrame(table, columns=["word", "ctr", "cpc", "cvr", "acos"])


# %% right: fill what is not a number
def ad_report(rows):
    t = rows.groupby("word", as_index=False).sum(numeric_only=True)
    table = pd.DataFrame(
        {
            "word": t["word"],
            "ctr": t["clicks"] / t["impressions"],
            "cpc": t["spend"] / t["clicks"],
            "cvr": t["orders"] / t["clicks"],
        }
    ).fillna(0.0)
    table["acos"] = (t["spend"] / t["revenue"]).fillna(0.0)
    return table


# %% wrong: the untouched stub
# score: 0
# says: `ad_report` still holds the line that raises NotImplementedError
def ad_report(rows):
    raise NotImplementedError


# %% wrong: each day's ratio averaged
# score: 0..1.5
# says: It looks as if each day's ratio was averaged
def ad_report(rows):
    t = rows.groupby("word")[["impressions", "clicks", "spend", "orders", "revenue"]].sum()
    days = rows.assign(
        ctr=rows["clicks"] / rows["impressions"],
        cpc=(rows["spend"] / rows["clicks"]).fillna(0.0),
        cvr=(rows["orders"] / rows["clicks"]).fillna(0.0),
    )
    means = days.groupby("word")[["ctr", "cpc", "cvr"]].mean().reset_index()
    acos = np.where(t["revenue"] > 0, t["spend"] / t["revenue"].where(t["revenue"] > 0, 1), np.inf)
    return means.assign(acos=acos)


# %% wrong: ROAS for ACOS
# score: 0.1..2.3
# says: ACOS is spend ÷ revenue
def ad_report(rows):
    t = rows.groupby("word")[["impressions", "clicks", "spend", "orders", "revenue"]].sum()
    return pd.DataFrame(
        {
            "word": t.index,
            "ctr": (t["clicks"] / t["impressions"]).to_numpy(),
            "cpc": (t["spend"] / t["clicks"]).to_numpy(),
            "cvr": (t["orders"] / t["clicks"]).to_numpy(),
            "acos": (t["revenue"] / t["spend"]).to_numpy(),
        }
    )


# %% wrong: orders of impressions
# score: 0.1..2.3
# says: It looks as if orders were divided by impressions
def ad_report(rows):
    t = rows.groupby("word")[["impressions", "clicks", "spend", "orders", "revenue"]].sum()
    acos = np.where(t["revenue"] > 0, t["spend"] / t["revenue"].where(t["revenue"] > 0, 1), np.inf)
    return pd.DataFrame(
        {
            "word": t.index,
            "ctr": (t["clicks"] / t["impressions"]).to_numpy(),
            "cpc": (t["spend"] / t["clicks"]).to_numpy(),
            "cvr": (t["orders"] / t["impressions"]).to_numpy(),
            "acos": acos,
        }
    )


# %% wrong: an ACOS of zero where nothing was sold
# score: 0.1..2.3
# says: the strap sold nothing for its 5.40 dollars
def ad_report(rows):
    t = rows.groupby("word")[["impressions", "clicks", "spend", "orders", "revenue"]].sum()
    acos = np.where(t["revenue"] > 0, t["spend"] / t["revenue"].where(t["revenue"] > 0, 1), 0.0)
    return pd.DataFrame(
        {
            "word": t.index,
            "ctr": (t["clicks"] / t["impressions"]).to_numpy(),
            "cpc": (t["spend"] / t["clicks"]).to_numpy(),
            "cvr": (t["orders"] / t["clicks"]).to_numpy(),
            "acos": acos,
        }
    )


# %% wrong: a word without a click forgotten
# score: 1.8..2.9
# says: without a click CPC and CVR are 0
def ad_report(rows):
    t = rows.groupby("word")[["impressions", "clicks", "spend", "orders", "revenue"]].sum()
    acos = np.where(
        t["spend"] == 0,
        0.0,
        np.where(t["revenue"] > 0, t["spend"] / t["revenue"].where(t["revenue"] > 0, 1), np.inf),
    )
    return pd.DataFrame(
        {
            "word": t.index,
            "ctr": (t["clicks"] / t["impressions"]).to_numpy(),
            "cpc": (t["spend"] / t["clicks"]).to_numpy(),
            "cvr": (t["orders"] / t["clicks"]).to_numpy(),
            "acos": acos,
        }
    )


# %% wrong: other columns
# score: 0
# says: has the columns
def ad_report(rows):
    return rows.groupby("word", as_index=False).sum(numeric_only=True)


# %% wrong: the public answer typed in
# score: 0
# says: ad_report(bag_week)
def ad_report(rows):
    return pd.DataFrame(
        {
            "word": ["backpack", "strap"],
            "ctr": [0.025, 0.0075],
            "cpc": [0.8, 0.9],
            "cvr": [0.1, 0.0],
            "acos": [0.2, np.inf],
        }
    )
