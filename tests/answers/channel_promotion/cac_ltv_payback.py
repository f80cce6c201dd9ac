# %% right: lifetime first
def cac_ltv_payback(df):
    ltv = df["monthly"] * df["months"]
    cac = (df["spend"] / df["new_buyers"].where(df["new_buyers"] > 0)).fillna(np.inf)
    return df[["channel"]].assign(cac=cac, ltv_cac=ltv / cac, payback=cac / df["monthly"])


# %% right: row by row
def cac_ltv_payback(df):
    rows = []
    for row in df.itertuples():
        cac = row.spend / row.new_buyers if row.new_buyers else float("inf")
        ltv = row.monthly * row.months
        rows.append((row.channel, cac, ltv / cac if cac else float("inf"), cac / row.monthly))
    return pd.DataFrame(rows, columns=["channel", "cac", "ltv_cac", "payback"])


# %% wrong: the untouched stub
# score: 0
# says: `cac_ltv_payback` still holds the line that raises NotImplementedError
def cac_ltv_payback(df):
    raise NotImplementedError


# %% wrong: payback upside down
# score: 0.1..2
# says: Payback is CAC ÷ what a buyer leaves in a month
def cac_ltv_payback(df):
    cac = (df["spend"] / df["new_buyers"].where(df["new_buyers"] > 0)).fillna(np.inf)
    payback = df["monthly"] * df["new_buyers"] / df["spend"]
    return df[["channel"]].assign(
        cac=cac, ltv_cac=df["monthly"] * df["months"] / cac, payback=payback
    )


# %% wrong: a month for a life
# score: 0.1..2
# says: It looks as if LTV was one month's contribution
def cac_ltv_payback(df):
    cac = (df["spend"] / df["new_buyers"].where(df["new_buyers"] > 0)).fillna(np.inf)
    return df[["channel"]].assign(cac=cac, ltv_cac=df["monthly"] / cac, payback=cac / df["monthly"])


# %% wrong: buyers for a dollar
# score: 0.1..2
# says: CAC is dollars for a buyer
def cac_ltv_payback(df):
    right = (df["spend"] / df["new_buyers"].where(df["new_buyers"] > 0)).fillna(np.inf)
    return df[["channel"]].assign(
        cac=df["new_buyers"] / df["spend"],
        ltv_cac=df["monthly"] * df["months"] / right,
        payback=right / df["monthly"],
    )


# %% wrong: a channel that found nobody left out
# score: 0
# says: asked were 3
def cac_ltv_payback(df):
    df = df[df["new_buyers"] > 0]
    cac = df["spend"] / df["new_buyers"]
    return df[["channel"]].assign(
        cac=cac, ltv_cac=df["monthly"] * df["months"] / cac, payback=cac / df["monthly"]
    )


# %% wrong: nobody found costs nothing
# score: 0.1..1
# says: the poster found nobody
def cac_ltv_payback(df):
    cac = (df["spend"] / df["new_buyers"].where(df["new_buyers"] > 0)).fillna(0.0)
    ltv = (df["monthly"] * df["months"] / cac.where(cac > 0)).fillna(0.0)
    return df[["channel"]].assign(cac=cac, ltv_cac=ltv, payback=cac / df["monthly"])


# %% wrong: the public answer typed in
# score: 0
# says: asked were 6
def cac_ltv_payback(df):
    return pd.DataFrame(
        {
            "channel": ["search ads", "email", "poster"],
            "cac": [30.0, 6.0, np.inf],
            "ltv_cac": [2.0, 4.0, 0.0],
            "payback": [6.0, 1.5, np.inf],
        }
    )


# %% wrong: what is infinite is tidied to nought
# score: 0.1..2.9
# says: any LTV is infinitely many times as much
def cac_ltv_payback(df):
    cac = (df["spend"] / df["new_buyers"].where(df["new_buyers"] > 0)).fillna(np.inf)
    ratio = (df["monthly"] * df["months"] / cac).replace(np.inf, 0.0)
    return df[["channel"]].assign(cac=cac, ltv_cac=ratio, payback=cac / df["monthly"])
