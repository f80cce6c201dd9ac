# %% right: as a ratio of ratios
def cannibalisation(df):
    u = df.groupby(["role", "after"])["units"].sum()
    fall = (u["sibling", True] / u["sibling", False]) / (u["other", True] / u["other", False])
    return float(u["sibling", True] * (1 / fall - 1) / u["new", True])


# %% right: sums by hand
def cannibalisation(df):
    total = lambda role, after: df.loc[(df["role"] == role) & (df["after"] == after), "units"].sum()
    season = total("other", True) / total("other", False)
    return float((total("sibling", False) * season - total("sibling", True)) / total("new", True))


# %% wrong: the untouched stub
# score: 0
# says: `cannibalisation` still holds the line that raises NotImplementedError
def cannibalisation(df):
    raise NotImplementedError


# %% wrong: without the season
# score: 0
# says: It looks as if the siblings' fall was taken as it is
def cannibalisation(df):
    u = df.groupby(["role", "after"])["units"].sum()
    return float((u["sibling", False] - u["sibling", True]) / u["new", True])


# %% wrong: lost units
# score: 0
# says: It looks as if the lost units were not divided by the new ones
def cannibalisation(df):
    u = df.groupby(["role", "after"])["units"].sum()
    return float(u["sibling", False] * u["other", True] / u["other", False] - u["sibling", True])


# %% wrong: of the siblings
# score: 0
# says: It looks as if the lost units were divided by the siblings' units
def cannibalisation(df):
    u = df.groupby(["role", "after"])["units"].sum()
    expected = u["sibling", False] * u["other", True] / u["other", False]
    return float((expected - u["sibling", True]) / expected)


# %% wrong: never below zero
# score: 0
# says: the newcomer helps them, and the share is negative
def cannibalisation(df):
    u = df.groupby(["role", "after"])["units"].sum()
    return max(
        0.0,
        float(
            (u["sibling", False] * u["other", True] / u["other", False] - u["sibling", True])
            / u["new", True]
        ),
    )


# %% wrong: the season the wrong way round
# score: 0
# says: It looks as if the season was taken the wrong way round
def cannibalisation(df):
    u = df.groupby(["role", "after"])["units"].sum()
    expected = u["sibling", False] * u["other", False] / u["other", True]
    return float((expected - u["sibling", True]) / u["new", True])


# %% wrong: the first public answer typed in
# score: 0
# says: gave 0.3; it should be −0.49
def cannibalisation(df):
    return 0.3


# %% wrong: expected units cut off to whole ones
# score: 0
# says: It looks as if the expected units were made whole
def cannibalisation(df):
    u = df.groupby(["role", "after"])["units"].sum()
    expected = int(u["sibling", False] * u["other", True] / u["other", False])
    return float((expected - u["sibling", True]) / u["new", True])


# %% wrong: expected units rounded
# score: 0
# says: It looks as if the expected units were made whole
# says: it should be −0.49
def cannibalisation(df):
    u = df.groupby(["role", "after"])["units"].sum()
    expected = round(u["sibling", False] * u["other", True] / u["other", False])
    return float((expected - u["sibling", True]) / u["new", True])


# %% wrong: promoted products for season
# score: 0
# says: It looks as if the promoted products were counted as season
def cannibalisation(df):
    u = df.groupby(["role", "after"])["units"].sum()
    season = (u["other", True] + u["promoted", True]) / (u["other", False] + u["promoted", False])
    return float((u["sibling", False] * season - u["sibling", True]) / u["new", True])


# %% wrong: the season added instead of multiplied
# score: 0
# says: It looks as if the units that others gained were added
def cannibalisation(df):
    u = df.groupby(["role", "after"])["units"].sum()
    expected = u["sibling", False] + u["other", True] - u["other", False]
    return float((expected - u["sibling", True]) / u["new", True])


# %% wrong: the mean of the categories' factors
# score: 0
# says: it should be 0.1275
def cannibalisation(df):
    u = df.groupby(["role", "after"])["units"].sum()
    others = df[df["role"] == "other"].pivot(index="product", columns="after", values="units")
    season = (others[True] / others[False]).mean()
    return float((u["sibling", False] * season - u["sibling", True]) / u["new", True])


# %% wrong: the newcomer counted among the siblings
# score: 0
# says: gave −0.7; it should be 0.3
def cannibalisation(df):
    u = df.groupby(["role", "after"])["units"].sum()
    expected = u["sibling", False] * u["other", True] / u["other", False]
    return float((expected - u["sibling", True] - u["new", True]) / u["new", True])


# %% wrong: the size of the change without its sign
# score: 0
# says: it should be −0.49
def cannibalisation(df):
    u = df.groupby(["role", "after"])["units"].sum()
    expected = u["sibling", False] * u["other", True] / u["other", False]
    return float(abs(expected - u["sibling", True]) / u["new", True])
