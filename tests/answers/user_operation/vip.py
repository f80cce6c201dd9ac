# %% right: imaginary customers
# score: 4.8..5
def vip(rfm):
    rng = np.random.default_rng(1)
    rate, leave = rng.gamma(0.6, 1 / 6.0, 600), rng.beta(0.9, 2.6, 600)
    gain = (1 - np.exp(-0.6 * rate * leave * 52)) / (0.6 * leave) - (
        1 - np.exp(-rate * leave * 52)
    ) / leave
    x, tx = rfm["x"].to_numpy()[:, None], rfm["tx"].to_numpy()[:, None]
    common = x * np.log(rate) + x * np.log1p(-leave)
    here = np.exp(common - rate * 52)
    gone = np.where(x > 0, np.exp(common - np.log1p(-leave) + np.log(leave) - rate * tx), 0.0)
    score = (here * gain).sum(axis=1) / (here + gone).sum(axis=1)
    return [int(each) for each in np.argsort(-score, kind="stable")[:1200]]


# %% right: often and not silent for long
# score: 4.2..5
def vip(rfm):
    gap = rfm["T"] / (rfm["x"] + 1)
    score = (rfm["x"] + 0.6) * np.exp(-0.35 * (rfm["T"] - rfm["tx"]) / gap)
    return rfm.loc[
        score.sort_values(ascending=False, kind="stable").index[:1200], "customer"
    ].tolist()


# %% wrong: the untouched stub
# score: 0
# says: `vip` still holds the line that raises NotImplementedError
def vip(rfm):
    raise NotImplementedError


# %% wrong: the most frequent
# score: 0
# says: `vip` earns g = 0.00
def vip(rfm):
    return rfm.nlargest(1200, "x")["customer"].tolist()


# %% wrong: the latest
# score: 0.4..2.4
# says: 20 fresh draws `vip` earns g = 0.
def vip(rfm):
    return rfm.nlargest(1200, "tx")["customer"].tolist()


# %% wrong: surely alive
# score: 0
# says: `vip` earns g = −
def vip(rfm):
    return rfm.nsmallest(1200, "x")["customer"].tolist()


# %% wrong: those at risk
# score: 0
# says: On 20 fresh draws `vip` earns g = −
def vip(rfm):
    late = rfm[rfm["x"] >= 3]
    return (
        late.nsmallest(1200, "tx")["customer"].tolist()
        if len(late) >= 1200
        else rfm.nsmallest(1200, "tx")["customer"].tolist()
    )


# %% wrong: a fifth too many
# score: 0
# says: 1,200 different customers get the service
def vip(rfm):
    return rfm.nlargest(1500, "x")["customer"].tolist()
