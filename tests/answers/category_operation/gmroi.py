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
    known = {
        "kettles": (2.0, 3.0),
        "engraved": (np.inf, np.inf),
        "jugs": (5.0, 7.5),
        "teapots": (2.5, 6.5),
    }
    rows = [(name, *known.get(name, (-1.0, 6.0))) for name in df["group"]][:3]
    return pd.DataFrame(rows, columns=["group", "gmroi", "turns"])


# %% wrong: a stock of nothing taken for no entry
# score: 0
# says: Is a stock of 0 left out of the mean?
def gmroi(df):
    stock = df[["stock_start", "stock_end"]].replace(0, np.nan).mean(axis=1).fillna(0)
    return pd.DataFrame(
        {
            "group": df["group"],
            "gmroi": (df["sales"] - df["cost"]) / stock,
            "turns": df["cost"] / stock,
        }
    )


# %% wrong: no stock means no return
# score: 0
# says: should be
def gmroi(df):
    stock = (df["stock_start"] + df["stock_end"]) / 2
    earned = ((df["sales"] - df["cost"]) / stock).replace(np.inf, 0.0)
    return pd.DataFrame({"group": df["group"], "gmroi": earned, "turns": df["cost"] / stock})


# %% wrong: rounded to whole dollars
# score: 0
# says: 0 of 2 parts are right
def gmroi(df):
    stock = (df["stock_start"] + df["stock_end"]) / 2
    earned, turns = (df["sales"] - df["cost"]) / stock, df["cost"] / stock
    return pd.DataFrame({"group": df["group"], "gmroi": earned.round(), "turns": turns.round()})
