# %% right: product by product
def incremental_profit(df, fixed):
    total = -fixed
    for row in df.itertuples():
        unit = row.price * row.margin
        total += (
            row.sold * row.price * (row.margin - row.depth)
            - (row.usual + row.pulled + row.stolen) * unit
        )
    return float(total)


# %% right: extra units
def incremental_profit(df, fixed):
    unit = df["price"] * df["margin"]
    subsidy = df["sold"] * df["price"] * df["depth"]
    return float(
        ((df["sold"] - df["usual"] - df["pulled"] - df["stolen"]) * unit - subsidy).sum() - fixed
    )


# %% wrong: the untouched stub
# score: 0
# says: `incremental_profit` still holds the line that raises NotImplementedError
def incremental_profit(df, fixed):
    raise NotImplementedError


# %% wrong: everything sold
# score: 0
# says: gave 450; it should be −50
def incremental_profit(df, fixed):
    unit = df["price"] * df["margin"]
    return float(
        (
            df["sold"] * (unit - df["price"] * df["depth"]) - (df["pulled"] + df["stolen"]) * unit
        ).sum()
        - fixed
    )


# %% wrong: without the dip
# score: 0
# says: gave 350; it should be −50
def incremental_profit(df, fixed):
    unit = df["price"] * df["margin"]
    return float(
        (df["sold"] * (unit - df["price"] * df["depth"]) - df["usual"] * unit).sum() - fixed
    )


# %% wrong: at full margin
# score: 0
# says: gave 550; it should be −50
def incremental_profit(df, fixed):
    unit = df["price"] * df["margin"]
    return float(((df["sold"] - df["usual"] - df["pulled"] - df["stolen"]) * unit).sum() - fixed)


# %% wrong: without the banner
# score: 0
# says: gave 0; it should be −50
def incremental_profit(df, fixed):
    unit = df["price"] * df["margin"]
    return float(
        (
            df["sold"] * (unit - df["price"] * df["depth"])
            - (df["usual"] + df["pulled"] + df["stolen"]) * unit
        ).sum()
    )


# %% wrong: a column for a number
# score: 0
# says: `incremental_profit(tiny_result, 50)`
def incremental_profit(df, fixed):
    unit = df["price"] * df["margin"]
    return df["sold"] * unit - fixed


# %% wrong: the public answer typed in
# score: 0
# says: a fresh campaign
def incremental_profit(df, fixed):
    return -50.0 if len(df) == 1 else -120.0


# %% wrong: what the campaign left is added up before the products are compared
# score: 0
# says: the kettle leaves 50 × 9 = 450 instead of 480
def incremental_profit(df, fixed):
    unit = df["price"] * df["margin"]
    inside = (df["sold"] * (unit - df["price"] * df["depth"])).sum()
    without = (df["usual"] + df["pulled"] + df["stolen"]) * unit
    return float((inside - without).sum() - fixed)
