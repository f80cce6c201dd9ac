# %% right: statsmodels
def elasticity(df, controls):
    import statsmodels.api as sm

    X = sm.add_constant(np.column_stack([np.log(df["price"])] + [df[name] for name in controls]))
    return -sm.OLS(np.log(df["units"]), X).fit().params.iloc[1]


# %% right: what the controls cannot explain
def elasticity(df, controls):
    Z = np.column_stack([np.ones(len(df))] + [df[name] for name in controls])

    def rest(v):
        return v - Z @ np.linalg.lstsq(Z, v, rcond=None)[0]

    x, y = rest(np.log(df["price"]).to_numpy()), rest(np.log(df["units"]).to_numpy())
    return float(-(x @ y) / (x @ x))


# %% wrong: the untouched stub
# score: 0
# says: `elasticity` still holds the line that raises NotImplementedError
def elasticity(df, controls):
    raise NotImplementedError


# %% wrong: no controls
# score: 0
# says: gave 0.531847; it should be 2
def elasticity(df, controls):
    return -float(np.polyfit(np.log(df["price"]), np.log(df["units"]), 1)[0])


# %% wrong: the slope
# score: 0
# says: That is the slope
def elasticity(df, controls):
    X = np.column_stack([np.ones(len(df)), np.log(df["price"])] + [df[name] for name in controls])
    return float(np.linalg.lstsq(X, np.log(df["units"]), rcond=None)[0][1])


# %% wrong: no logs
# score: 0
# says: It looks as if units were regressed on prices as they are
def elasticity(df, controls):
    X = np.column_stack([np.ones(len(df)), df["price"]] + [df[name] for name in controls])
    return -float(np.linalg.lstsq(X, df["units"], rcond=None)[0][1])


# %% wrong: only units logged
# score: 0
# says: It looks as if only the units were logged
def elasticity(df, controls):
    X = np.column_stack([np.ones(len(df)), df["price"]] + [df[name] for name in controls])
    return -float(np.linalg.lstsq(X, np.log(df["units"]), rcond=None)[0][1])


# %% wrong: through zero
# score: 0
# says: It looks as if the line was forced through zero
def elasticity(df, controls):
    X = np.column_stack([np.log(df["price"])] + [df[name] for name in controls])
    return -float(np.linalg.lstsq(X, np.log(df["units"]), rcond=None)[0][0])


# %% wrong: always the index
# score: 0
# says: KeyError
def elasticity(df, controls):
    X = np.column_stack([np.ones(len(df)), np.log(df["price"]), df["index"]])
    return -float(np.linalg.lstsq(X, np.log(df["units"]), rcond=None)[0][1])


# %% wrong: the mean of the studies
# score: 0
# says: gave 2.62; it should be 3
def elasticity(df, controls):
    return 2.62
