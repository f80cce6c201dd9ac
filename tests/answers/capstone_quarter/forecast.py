# %% right: what twenty practice quarters did
def forecast(table):
    level = table["contribution"].iloc[3:].mean()
    moved = (past - past.iloc[3:6].mean()).iloc[6:].to_numpy().T
    middle, spread = np.median(moved, axis=0), moved.std(axis=0)
    return pd.DataFrame(
        {
            "low": level + middle - 1.28 * spread,
            "middle": level + middle,
            "high": level + middle + 1.28 * spread,
        }
    )


# %% right: two steps by eye, a range by eye
def forecast(table):
    level = table["contribution"].iloc[3:].mean()
    middle = level + np.array([0, 84_000, -16_000, 0, 0, 0, 0])
    return pd.DataFrame({"low": middle - 15_000, "middle": middle, "high": middle + 15_000})


# %% wrong: the untouched stub
# score: 0
# says: `forecast` still holds the line that raises NotImplementedError
def forecast(table):
    level = table["contribution"].iloc[3:].mean()
    # Your code here; then remove the next line.
    raise NotImplementedError


# %% wrong: the simple forecast, with a good range
# score: 1
# says: That is hardly better than repeating the mean
def forecast(table):
    level = table["contribution"].iloc[3:].mean()
    middle = np.full(7, level)
    top = middle + np.array([15_000, 100_000, 10_000, 10_000, 10_000, 10_000, 15_000])
    return pd.DataFrame({"low": middle - 20_000, "middle": middle, "high": top})


# %% wrong: a good promise without a range
# score: 2
# says: The range is too narrow
def forecast(table):
    level = table["contribution"].iloc[3:].mean()
    middle = level + np.array([0, 84_000, -16_000, 0, 0, 0, 0])
    return pd.DataFrame({"low": middle, "middle": middle, "high": middle})


# %% wrong: a range that says nothing
# score: 2
# says: The range is so wide that it says nothing
def forecast(table):
    level = table["contribution"].iloc[3:].mean()
    middle = level + np.array([0, 84_000, -16_000, 0, 0, 0, 0])
    return pd.DataFrame({"low": middle - 1e6, "middle": middle, "high": middle + 1e6})


# %% wrong: low above high
# score: 0
# says: do not rise
def forecast(table):
    middle = np.full(7, table["contribution"].mean())
    return pd.DataFrame({"low": middle + 1, "middle": middle, "high": middle - 1})


# %% wrong: half of what the campaign brings
# score: 2
# says: Half the way
def forecast(table):
    level = table["contribution"].iloc[3:].mean()
    middle = level + np.array([0, 42_000, 0, 0, 0, 0, 0])
    high = middle + np.array([15_000, 60_000, 15_000, 15_000, 15_000, 15_000, 15_000])
    return pd.DataFrame({"low": middle - 20_000, "middle": middle, "high": high})


# %% wrong: a list
# score: 0
# says: asked is a DataFrame
def forecast(table):
    return [0.0] * 7


# %% wrong: thirteen rows
# score: 0
# says: has 13 rows
def forecast(table):
    middle = np.zeros(13)
    return pd.DataFrame({"low": middle, "middle": middle, "high": middle})
