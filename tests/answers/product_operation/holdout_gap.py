# %% right: step by step
def holdout_gap(df, claims):
    held, others = df.loc[df["held_out"], "orders"].mean(), df.loc[~df["held_out"], "orders"].mean()
    together = 1.0
    for claim in claims:
        together *= 1 + claim
    gap = others / held - 1
    return float(gap), float(together - 1), float(gap / (together - 1))


# %% right: by logarithms
def holdout_gap(df, claims):
    mean = df.groupby("held_out")["orders"].mean()
    claimed = np.expm1(np.log1p(claims).sum())
    gap = (mean[False] - mean[True]) / mean[True]
    return float(gap), float(claimed), float(gap / claimed)


# %% wrong: the untouched stub
# score: 0
# says: `holdout_gap` still holds the line that raises NotImplementedError
def holdout_gap(df, claims):
    raise NotImplementedError


# %% wrong: claims added
# score: 0
# says: It looks as if claims were added
def holdout_gap(df, claims):
    mean = df.groupby("held_out")["orders"].mean()
    gap, claimed = mean[False] / mean[True] - 1, sum(claims)
    return float(gap), float(claimed), float(gap / claimed)


# %% wrong: orders for a lift
# score: 0
# says: That is the difference in orders a user
def holdout_gap(df, claims):
    mean = df.groupby("held_out")["orders"].mean()
    gap, claimed = mean[False] - mean[True], float(np.prod([1 + c for c in claims]) - 1)
    return float(gap), claimed, float(gap / claimed)


# %% wrong: turned round
# score: 0
# says: It looks as if the gap was turned round
def holdout_gap(df, claims):
    mean = df.groupby("held_out")["orders"].mean()
    gap, claimed = mean[True] / mean[False] - 1, float(np.prod([1 + c for c in claims]) - 1)
    return float(gap), claimed, float(gap / claimed)


# %% wrong: against everybody
# score: 0
# says: It looks as if everybody stands above the line
def holdout_gap(df, claims):
    held = df.loc[df["held_out"], "orders"].mean()
    gap, claimed = df["orders"].mean() / held - 1, float(np.prod([1 + c for c in claims]) - 1)
    return float(gap), claimed, float(gap / claimed)


# %% wrong: the public answers typed in
# score: 0
# says: a fresh year
def holdout_gap(df, claims):
    return (0.2, 0.452, 0.2 / 0.452) if len(claims) == 3 else (0.3, 0.8, 0.375)
