# %% right: one model with interactions
# role: best found
# score: 4.9..5
def target(train, users, margin, coupon):
    names = ["frequency", "recency", "price_sensitivity"]
    train = train[train["how"] == "assigned"]

    def X(d, t):
        base = d[names].to_numpy()
        t = np.broadcast_to(t, len(d))
        return np.column_stack([base, t, base * t[:, None]])

    model = LogisticRegression(C=100).fit(X(train, train["treated"].to_numpy()), train["bought"])
    p1, p0 = model.predict_proba(X(users, 1))[:, 1], model.predict_proba(X(users, 0))[:, 1]
    return p1 * (margin - coupon) - p0 * margin > 0


# %% right: scaled inputs and weak penalty, a plain list
# score: 4.9..5
def target(train, users, margin, coupon):
    cols = list(users.columns)
    chance = {}
    for t, part in train[train["how"] == "assigned"].groupby("treated"):
        chance[t] = (
            LogisticRegression(C=10.0, max_iter=500)
            .fit(part[cols], part["bought"])
            .predict_proba(users[cols])[:, 1]
        )
    worth = margin / (margin - coupon)
    return [bool(a > worth * b) for a, b in zip(chance[1], chance[0])]


# %% right: one and zero
# score: 4.9..5
def target(train, users, margin, coupon):
    cols = ["frequency", "recency", "price_sensitivity"]
    train = train.query("how != 'fetched'")
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
    return (p1 * (margin - coupon) > p0 * margin).astype(int)


# %% wrong: the untouched stub
# score: 0
# says: `target` still holds the line that raises NotImplementedError
def target(train, users, margin, coupon):
    raise NotImplementedError


# %% wrong: the likely buyers, as in the ticket
# role: naive
# score: 0
# says: `target` earns g = −
# says: It looks as if the 30% likeliest buyers were chosen
def target(train, users, margin, coupon):
    cols = list(users.columns)
    score = LogisticRegression().fit(train[cols], train["bought"]).predict_proba(users[cols])[:, 1]
    return score >= np.sort(score)[-300]


# %% wrong: a coupon for all
# role: naive
# score: 0
# says: On 40 fresh draws `target` earns g = −
# says: Everybody gets a coupon
def target(train, users, margin, coupon):
    return np.ones(len(users), dtype=bool)


# %% wrong: those who fetched a coupon counted with the treated
# role: ablation
# score: 0..4.2
# says: It looks as if those who fetched their coupon were counted with the treated
def target(train, users, margin, coupon):
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
    return p1 * (margin - coupon) > p0 * margin


# %% wrong: whoever is moved
# role: ablation
# score: 0..4.2
# says: On 40 fresh draws `target` earns g =
# says: It looks as if everybody who is moved gets one
def target(train, users, margin, coupon):
    cols = list(users.columns)
    train = train[train["how"] == "assigned"]
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
# role: ablation
# score: 0..2.5
# says: It looks as if one model was fitted for both groups
def target(train, users, margin, coupon):
    traits = ["frequency", "recency", "price_sensitivity"]
    train = train[train["how"] == "assigned"]
    model = LogisticRegression().fit(train[[*traits, "treated"]], train["bought"])
    with_it = model.predict_proba(users.assign(treated=1)[[*traits, "treated"]])[:, 1]
    without = model.predict_proba(users.assign(treated=0)[[*traits, "treated"]])[:, 1]
    return with_it * (margin - coupon) > without * margin


# %% wrong: always 12 dollars and 4
# role: middle
# score: 3..4.99
# says: fresh draws `target` earns g =
def target(train, users, margin, coupon):
    cols = list(users.columns)
    train = train[train["how"] == "assigned"]
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
    return p1 * 8 > p0 * 12


# %% wrong: the silent ones
# score: 0..3
# says: fresh draws `target` earns g =
def target(train, users, margin, coupon):
    return (users["recency"] > 0.5).to_numpy()


# %% wrong: the 30% who watch prices most, nothing learned
# role: middle
# score: 0..4.2
# says: fresh draws `target` earns g =
def target(train, users, margin, coupon):
    price = users["price_sensitivity"].to_numpy()
    return price >= np.sort(price)[-300]


# %% wrong: a list of customers
# score: 0
# says: the answer must be an array of 1,000 true or false
def target(train, users, margin, coupon):
    return [int(i) for i in users.index[:300]]


# %% wrong: the 30% most moved
# role: ablation
# score: 0..4.2
# says: It looks as if the 30% who are moved most get one
def target(train, users, margin, coupon):
    cols = ["frequency", "recency", "price_sensitivity"]
    train = train[train["how"] == "assigned"]
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
# role: ablation
# score: 0..3.5
# says: It looks as if each coupon that is sent was paid for
def target(train, users, margin, coupon):
    cols = ["frequency", "recency", "price_sensitivity"]
    train = train[train["how"] == "assigned"]
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
    return p1 * margin - coupon > p0 * margin


# %% wrong: yes or no instead of chances
# score: 0..2
# says: It looks as if the models were asked for a yes or no
def target(train, users, margin, coupon):
    cols = ["frequency", "recency", "price_sensitivity"]
    train = train[train["how"] == "assigned"]
    t = train["treated"] == 1
    p1 = LogisticRegression().fit(train.loc[t, cols], train.loc[t, "bought"]).predict(users[cols])
    p0 = LogisticRegression().fit(train.loc[~t, cols], train.loc[~t, "bought"]).predict(users[cols])
    return p1 * (margin - coupon) > p0 * margin
