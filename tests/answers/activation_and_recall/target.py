# %% right: one model with interactions
# score: 4.9..5
def target(train, users):
    names = ["frequency", "recency", "price_sensitivity"]

    def X(d, t):
        base = d[names].to_numpy()
        return np.column_stack(
            [
                base,
                np.full(len(d), t) if np.isscalar(t) else t,
                base * (t if np.isscalar(t) else np.asarray(t)[:, None]),
            ]
        )

    model = LogisticRegression(C=100).fit(X(train, train["treated"].to_numpy()), train["bought"])
    p1, p0 = model.predict_proba(X(users, 1))[:, 1], model.predict_proba(X(users, 0))[:, 1]
    return p1 * 8 - p0 * 12 > 0


# %% right: scaled inputs and weak penalty, a plain list
# score: 4.9..5
def target(train, users):
    cols = list(users.columns)
    chance = {}
    for t, part in train.groupby("treated"):
        chance[t] = (
            LogisticRegression(C=10.0, max_iter=500)
            .fit(part[cols], part["bought"])
            .predict_proba(users[cols])[:, 1]
        )
    return [bool(a > 1.5 * b) for a, b in zip(chance[1], chance[0])]


# %% right: one and zero
# score: 4.9..5
def target(train, users):
    cols = ["frequency", "recency", "price_sensitivity"]
    t = train["treated"] == 1
    p1 = (
        LogisticRegression()
        .fit(train.loc[t, cols], train.loc[t, "bought"])
        .predict_proba(users[cols])[:, 1]
    )
    p0 = (
        LogisticRegression()
        .fit(train.loc[~t, cols], train.loc[~t, "bought"])
        .predict_proba(users[cols])[:, 1]
    )
    return (p1 * 8 > p0 * 12).astype(int)


# %% wrong: the untouched stub
# score: 0
# says: `target` still holds the line that raises NotImplementedError
def target(train, users):
    raise NotImplementedError


# %% wrong: the likely buyers, as in the ticket
# score: 0
# says: `target` earns g = −
# says: It looks as if the 30% likeliest buyers were chosen
def target(train, users):
    cols = list(users.columns)
    score = LogisticRegression().fit(train[cols], train["bought"]).predict_proba(users[cols])[:, 1]
    return score >= np.sort(score)[-300]


# %% wrong: a coupon for all
# score: 0
# says: On 20 fresh draws `target` earns g = −2
# says: Everybody gets a coupon
def target(train, users):
    return np.ones(len(users), dtype=bool)


# %% wrong: whoever is moved
# score: 0..4.6
# says: On 20 fresh draws `target` earns g =
# says: It looks as if everybody who is moved gets one
def target(train, users):
    cols = list(users.columns)
    t = train["treated"] == 1
    p1 = (
        LogisticRegression()
        .fit(train.loc[t, cols], train.loc[t, "bought"])
        .predict_proba(users[cols])[:, 1]
    )
    p0 = (
        LogisticRegression()
        .fit(train.loc[~t, cols], train.loc[~t, "bought"])
        .predict_proba(users[cols])[:, 1]
    )
    return p1 > p0


# %% wrong: one model for both groups
# score: 0
# says: fit one model to the treated and one to the others
def target(train, users):
    traits = ["frequency", "recency", "price_sensitivity"]
    model = LogisticRegression().fit(train[[*traits, "treated"]], train["bought"])
    with_it = model.predict_proba(users.assign(treated=1)[[*traits, "treated"]])[:, 1]
    without = model.predict_proba(users.assign(treated=0)[[*traits, "treated"]])[:, 1]
    return with_it * 8 > without * 12


# %% wrong: the silent ones
# score: 0..3
# says: fresh draws `target` earns g =
def target(train, users):
    return (users["recency"] > 0.5).to_numpy()


# %% wrong: a list of customers
# score: 0
# says: the answer must be an array of 1,000 true or false
def target(train, users):
    return [int(i) for i in users.index[:300]]


# %% wrong: the 30% most moved
# score: 4.2..4.9
# says: It looks as if the 30% who are moved most get one
def target(train, users):
    cols = ["frequency", "recency", "price_sensitivity"]
    t = train["treated"] == 1
    p1 = (
        LogisticRegression()
        .fit(train.loc[t, cols], train.loc[t, "bought"])
        .predict_proba(users[cols])[:, 1]
    )
    p0 = (
        LogisticRegression()
        .fit(train.loc[~t, cols], train.loc[~t, "bought"])
        .predict_proba(users[cols])[:, 1]
    )
    return p1 - p0 >= np.sort(p1 - p0)[-300]


# %% wrong: a coupon that costs when it is sent
# score: 0.5..2.5
# says: It looks as if each coupon that is sent costs 4 dollars
def target(train, users):
    cols = ["frequency", "recency", "price_sensitivity"]
    t = train["treated"] == 1
    p1 = (
        LogisticRegression()
        .fit(train.loc[t, cols], train.loc[t, "bought"])
        .predict_proba(users[cols])[:, 1]
    )
    p0 = (
        LogisticRegression()
        .fit(train.loc[~t, cols], train.loc[~t, "bought"])
        .predict_proba(users[cols])[:, 1]
    )
    return p1 * 12 - 4 > p0 * 12


# %% wrong: yes or no instead of chances
# score: 0..2
# says: It looks as if the models were asked for a yes or no
def target(train, users):
    cols = ["frequency", "recency", "price_sensitivity"]
    t = train["treated"] == 1
    p1 = LogisticRegression().fit(train.loc[t, cols], train.loc[t, "bought"]).predict(users[cols])
    p0 = LogisticRegression().fit(train.loc[~t, cols], train.loc[~t, "bought"]).predict(users[cols])
    return p1 * 8 > p0 * 12
