# %% right: kept share first
def channel_pnl(df):
    keep = 1 - df["fee"] - df["ads"]
    unit = keep * df["price"] - (14 + df["fulfilment"] + 10 * df["return_rate"])
    profit = unit * df["units"] - df["fixed"]
    breakeven = [
        fixed / left if left > 0 else float("inf") for fixed, left in zip(df["fixed"], unit)
    ]
    return pd.DataFrame(
        {"channel": df["channel"], "unit": unit, "profit": profit, "breakeven": breakeven}
    ).sort_values("profit", ascending=False, ignore_index=True)


# %% right: with mask
def channel_pnl(df):
    unit = (
        df["price"]
        - df["price"] * df["fee"]
        - df["price"] * df["ads"]
        - df["fulfilment"]
        - 14
        - df["return_rate"] * 10
    )
    table = pd.DataFrame(
        {
            "channel": df["channel"],
            "unit": unit,
            "profit": df["units"] * unit - df["fixed"],
            "breakeven": (df["fixed"] / unit).mask(unit <= 0, np.inf),
        }
    )
    return table.sort_values("profit", ascending=False).reset_index(drop=True)


# %% wrong: the untouched stub
# score: 0
# says: `channel_pnl` still holds the line that raises NotImplementedError
def channel_pnl(df):
    raise NotImplementedError


# %% wrong: no ads
# score: 0
# says: Ads are a share of the price here
def channel_pnl(df):
    unit = df["price"] * (1 - df["fee"]) - df["fulfilment"] - 14 - 10 * df["return_rate"]
    table = pd.DataFrame(
        {
            "channel": df["channel"],
            "unit": unit,
            "profit": df["units"] * unit - df["fixed"],
            "breakeven": np.where(unit > 0, df["fixed"] / unit, np.inf),
        }
    )
    return table.sort_values("profit", ascending=False, ignore_index=True)


# %% wrong: no returns
# score: 0
# says: The returns are missing
def channel_pnl(df):
    unit = df["price"] * (1 - df["fee"] - df["ads"]) - df["fulfilment"] - 14
    table = pd.DataFrame(
        {
            "channel": df["channel"],
            "unit": unit,
            "profit": df["units"] * unit - df["fixed"],
            "breakeven": np.where(unit > 0, df["fixed"] / unit, np.inf),
        }
    )
    return table.sort_values("profit", ascending=False, ignore_index=True)


# %% wrong: the fixed cost in the unit
# score: 0
# says: The fixed cost is paid once a month
def channel_pnl(df):
    unit = (
        df["price"] * (1 - df["fee"] - df["ads"])
        - df["fulfilment"]
        - 14
        - 10 * df["return_rate"]
        - df["fixed"] / df["units"]
    )
    table = pd.DataFrame(
        {
            "channel": df["channel"],
            "unit": unit,
            "profit": df["units"] * unit,
            "breakeven": np.where(unit > 0, df["fixed"] / unit, np.inf),
        }
    )
    return table.sort_values("profit", ascending=False, ignore_index=True)


# %% wrong: no fixed cost
# score: 0
# says: The fixed cost is missing in the profit
def channel_pnl(df):
    unit = (
        df["price"] * (1 - df["fee"] - df["ads"]) - df["fulfilment"] - 14 - 10 * df["return_rate"]
    )
    table = pd.DataFrame(
        {
            "channel": df["channel"],
            "unit": unit,
            "profit": df["units"] * unit,
            "breakeven": np.where(unit > 0, df["fixed"] / unit, np.inf),
        }
    )
    return table.sort_values("profit", ascending=False, ignore_index=True)


# %% wrong: break-even by the price
# score: 0.1..2.67
# says: It looks as if break-even was divided by the price
def channel_pnl(df):
    unit = (
        df["price"] * (1 - df["fee"] - df["ads"]) - df["fulfilment"] - 14 - 10 * df["return_rate"]
    )
    table = pd.DataFrame(
        {
            "channel": df["channel"],
            "unit": unit,
            "profit": df["units"] * unit - df["fixed"],
            "breakeven": np.where(unit > 0, df["fixed"] / df["price"], np.inf),
        }
    )
    return table.sort_values("profit", ascending=False, ignore_index=True)


# %% wrong: a loss breaks even
# score: 0.1..2.67
# says: a unit that loses money never breaks even
def channel_pnl(df):
    unit = (
        df["price"] * (1 - df["fee"] - df["ads"]) - df["fulfilment"] - 14 - 10 * df["return_rate"]
    )
    table = pd.DataFrame(
        {
            "channel": df["channel"],
            "unit": unit,
            "profit": df["units"] * unit - df["fixed"],
            "breakeven": df["fixed"] / unit,
        }
    )
    return table.sort_values("profit", ascending=False, ignore_index=True)


# %% wrong: not sorted
# score: 0
# says: on a case that you have not seen
def channel_pnl(df):
    unit = (
        df["price"] * (1 - df["fee"] - df["ads"]) - df["fulfilment"] - 14 - 10 * df["return_rate"]
    )
    return pd.DataFrame(
        {
            "channel": df["channel"],
            "unit": unit,
            "profit": df["units"] * unit - df["fixed"],
            "breakeven": np.where(unit > 0, df["fixed"] / unit, np.inf),
        }
    )
