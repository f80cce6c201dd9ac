# %% right: step by step
def k_factor(df):
    invites = float(df["invites"].mean())
    sent, bought = int(df["invites"].sum()), int(df["ordered"].sum())
    conversion = bought / sent if sent > 0 else 0.0
    k = bought / len(df)
    return {
        "invites": invites,
        "conversion": conversion,
        "k": k,
        "amplification": float("inf") if k >= 1 else 1 / (1 - k),
    }


# %% right: a loop
def k_factor(df):
    sent = bought = 0
    for row in df.itertuples():
        sent, bought = sent + row.invites, bought + row.ordered
    conversion = bought / sent if sent else 0.0
    k = sent / len(df) * conversion
    return {
        "invites": sent / len(df),
        "conversion": float(conversion),
        "k": float(k),
        "amplification": 1 / (1 - k) if k < 1 else np.inf,
    }


# %% wrong: the untouched stub
# score: 0
# says: `k_factor` still holds the line that raises NotImplementedError
def k_factor(df):
    raise NotImplementedError


# %% wrong: K from invitations sent
# score: 0
# says: `k` is 2; it should be 0.5
def k_factor(df):
    invites = float(df["invites"].sum() / len(df))
    return {
        "invites": invites,
        "conversion": float(df["ordered"].sum() / df["invites"].sum()),
        "k": invites,
        "amplification": float(1 / (1 - invites) if invites < 1 else np.inf),
    }


# %% wrong: sign-ups for orders
# score: 0
# says: It looks as if sign-ups were counted
def k_factor(df):
    invites, conversion = (
        float(df["invites"].sum() / len(df)),
        float(df["joined"].sum() / df["invites"].sum()),
    )
    k = invites * conversion
    return {
        "invites": invites,
        "conversion": conversion,
        "k": k,
        "amplification": 1 / (1 - k) if k < 1 else np.inf,
    }


# %% wrong: each user's ratio averaged
# score: 0
# says: It looks as if each user's ratio was averaged
def k_factor(df):
    invites, conversion = (
        float(df["invites"].sum() / len(df)),
        float((df["ordered"] / df["invites"]).fillna(0).mean()),
    )
    k = invites * conversion
    return {
        "invites": invites,
        "conversion": conversion,
        "k": k,
        "amplification": 1 / (1 - k) if k < 1 else np.inf,
    }


# %% wrong: only the first wave
# score: 0.1..2.25
# says: Yours is 1 + K
def k_factor(df):
    invites, conversion = (
        float(df["invites"].sum() / len(df)),
        float(df["ordered"].sum() / df["invites"].sum()),
    )
    k = invites * conversion
    return {"invites": invites, "conversion": conversion, "k": k, "amplification": 1 + k}


# %% wrong: amplification without a limit
# score: 1.8..2.9
# says: from K = 1 on the sum has no end
def k_factor(df):
    sent = df["invites"].sum()
    conversion = float(df["ordered"].sum() / sent) if sent else 0.0
    k = float(sent / len(df)) * conversion
    return {
        "invites": float(sent / len(df)),
        "conversion": conversion,
        "k": k,
        "amplification": 1 / (1 - k),
    }


# %% wrong: the public answer typed in
# score: 0
# says: fresh users
def k_factor(df):
    return {"invites": 2.0, "conversion": 0.25, "k": 0.5, "amplification": 2.0}
