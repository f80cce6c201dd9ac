# %% right: row by row
def gmroi(df):
    rows = []
    for row in df.itertuples():
        stock = (row.stock_start + row.stock_end) / 2
        rows.append(
            (
                row.group,
                (row.sales - row.cost) / stock if stock else float("inf"),
                row.cost / stock if stock else float("inf"),
            )
        )
    return pd.DataFrame(rows, columns=["group", "gmroi", "turns"])


# %% right: mean of two columns
def gmroi(df):
    stock = df[["stock_start", "stock_end"]].mean(axis=1)
    return df[["group"]].assign(gmroi=(df["sales"] - df["cost"]) / stock, turns=df["cost"] / stock)


# %% wrong: the untouched stub
# score: 0
# says: `gmroi` still holds the line that raises NotImplementedError
def gmroi(df):
    raise NotImplementedError


# %% wrong: sales on stock
# score: 0
# says: It looks as if sales were divided by the stock
def gmroi(df):
    stock = (df["stock_start"] + df["stock_end"]) / 2
    return pd.DataFrame(
        {"group": df["group"], "gmroi": df["sales"] / stock, "turns": df["cost"] / stock}
    )


# %% wrong: only what is left
# score: 0
# says: It looks as if only the stock at the end was taken
def gmroi(df):
    return pd.DataFrame(
        {
            "group": df["group"],
            "gmroi": (df["sales"] - df["cost"]) / df["stock_end"],
            "turns": df["cost"] / df["stock_end"],
        }
    )


# %% wrong: only what lay there at first
# score: 0
# says: It looks as if only the stock at the start was taken
def gmroi(df):
    return pd.DataFrame(
        {
            "group": df["group"],
            "gmroi": (df["sales"] - df["cost"]) / df["stock_start"],
            "turns": df["cost"] / df["stock_start"],
        }
    )


# %% wrong: turns by sales
# score: 0.1..1.5
# says: It looks as if turns were sales ÷ stock
def gmroi(df):
    stock = (df["stock_start"] + df["stock_end"]) / 2
    return pd.DataFrame(
        {
            "group": df["group"],
            "gmroi": (df["sales"] - df["cost"]) / stock,
            "turns": df["sales"] / stock,
        }
    )


# %% wrong: start and end added
# score: 0
# says: It looks as if start and end were added
def gmroi(df):
    stock = df["stock_start"] + df["stock_end"]
    return pd.DataFrame(
        {
            "group": df["group"],
            "gmroi": (df["sales"] - df["cost"]) / stock,
            "turns": df["cost"] / stock,
        }
    )


# %% wrong: the public answers typed in
# score: 0
# says: asked were 6
def gmroi(df):
    known = {"kettles": (2.0, 3.0), "engraved": (np.inf, np.inf), "teapots": (2.5, 6.5)}
    rows = [(name, *known.get(name, (-1.0, 6.0))) for name in df["group"]][:2]
    return pd.DataFrame(rows, columns=["group", "gmroi", "turns"])
