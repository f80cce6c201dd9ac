# %% right: term by term
def unit_contribution(row):
    stays = 1 - row["return_rate"]
    return (
        stays * row["price"] * (1 - row["fee"])
        - stays * row["cost"]
        - row["shipping"]
        - (1 - stays) * row["handling"]
    )


# %% right: what is lost by returns taken off
def unit_contribution(row):
    sale = row["price"] - row["price"] * row["fee"] - row["cost"]
    lost = row["return_rate"] * (sale + row["handling"])
    return sale - row["shipping"] - lost


# %% wrong: the untouched stub
# score: 0
# says: `unit_contribution` still holds the line that raises NotImplementedError
def unit_contribution(row):
    raise NotImplementedError


# %% wrong: no fee
# score: 0
# says: The platform's fee is missing
def unit_contribution(row):
    return (
        (1 - row["return_rate"]) * (row["price"] - row["cost"])
        - row["shipping"]
        - row["return_rate"] * row["handling"]
    )


# %% wrong: fee of the margin
# score: 0
# says: It looks as if the fee was taken of the margin
def unit_contribution(row):
    sale = (row["price"] - row["cost"]) * (1 - row["fee"])
    return (1 - row["return_rate"]) * sale - row["shipping"] - row["return_rate"] * row["handling"]


# %% wrong: returned units keep their margin
# score: 0
# says: A returned unit's margin goes back too
def unit_contribution(row):
    return (
        row["price"] * (1 - row["fee"])
        - row["cost"]
        - row["shipping"]
        - row["return_rate"] * row["handling"]
    )


# %% wrong: no handling
# score: 0
# says: The handling of what comes back is missing
def unit_contribution(row):
    return (1 - row["return_rate"]) * (row["price"] * (1 - row["fee"]) - row["cost"]) - row[
        "shipping"
    ]


# %% wrong: the parcel of kept units only
# score: 0
# says: The parcel is paid for every unit that is sent
def unit_contribution(row):
    sale = row["price"] * (1 - row["fee"]) - row["cost"] - row["shipping"]
    return (1 - row["return_rate"]) * sale - row["return_rate"] * row["handling"]


# %% wrong: never negative
# score: 0
# says: Is a number typed in that should be computed
def unit_contribution(row):
    sale = max(0.0, row["price"] * (1 - row["fee"]) - row["cost"])
    return (1 - row["return_rate"]) * sale - row["shipping"] - row["return_rate"] * row["handling"]


# %% wrong: the public answer typed in
# score: 0
# says: gave 7; it should be −3.4
def unit_contribution(row):
    return 11.0 if row["return_rate"] == 0 else 7.0
