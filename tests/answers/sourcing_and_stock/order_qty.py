# %% right: SciPy's own distributions
def order_qty(mean, sd, price, cost, salvage, dist):
    from scipy.stats import lognorm

    ratio = (price - cost) / (price - salvage)
    if dist == "normal":
        return max(0.0, float(norm.ppf(ratio, mean, sd)))
    s = np.sqrt(np.log(1 + sd**2 / mean**2))
    return float(lognorm.ppf(ratio, s, scale=mean / np.sqrt(1 + sd**2 / mean**2)))


# %% right: missing over missing plus spare
def order_qty(mean, sd, price, cost, salvage, dist):
    missing, spare = price - cost, cost - salvage
    z = norm.ppf(missing / (missing + spare))
    if dist == "normal":
        return max(mean + sd * z, 0.0)
    variance = np.log(1 + (sd / mean) ** 2)
    return np.exp(np.log(mean) - variance / 2 + np.sqrt(variance) * z)


# %% wrong: the untouched stub
# score: 0
# says: `order_qty` still holds the line that raises NotImplementedError
def order_qty(mean, sd, price, cost, salvage, dist):
    raise NotImplementedError


# %% wrong: the mean
# score: 0
# says: That is the mean
def order_qty(mean, sd, price, cost, salvage, dist):
    return float(mean)


# %% wrong: leftovers are worth nothing
# score: 0
# says: It looks as if what is left was worth nothing
def order_qty(mean, sd, price, cost, salvage, dist):
    sigma = np.sqrt(np.log(1 + (sd / mean) ** 2))
    z = norm.ppf((price - cost) / price)
    return (
        float(max(0, mean + sd * z))
        if dist == "normal"
        else float(np.exp(np.log(mean) - sigma**2 / 2 + sigma * z))
    )


# %% wrong: the other side
# score: 0
# says: That is the chance of the other side
def order_qty(mean, sd, price, cost, salvage, dist):
    sigma = np.sqrt(np.log(1 + (sd / mean) ** 2))
    z = norm.ppf((cost - salvage) / (price - salvage))
    return (
        float(max(0, mean + sd * z))
        if dist == "normal"
        else float(np.exp(np.log(mean) - sigma**2 / 2 + sigma * z))
    )


# %% wrong: price less salvage above the line
# score: 0
# says: Above the line stands what a missing unit loses
def order_qty(mean, sd, price, cost, salvage, dist):
    sigma = np.sqrt(np.log(1 + (sd / mean) ** 2))
    z = norm.ppf((price - salvage) / price)
    return (
        float(max(0, mean + sd * z))
        if dist == "normal"
        else float(np.exp(np.log(mean) - sigma**2 / 2 + sigma * z))
    )


# %% wrong: 95% for all
# score: 0
# says: It looks as if everybody was given 95% service
def order_qty(mean, sd, price, cost, salvage, dist):
    sigma = np.sqrt(np.log(1 + (sd / mean) ** 2))
    z = norm.ppf(0.95)
    return (
        float(mean + sd * z)
        if dist == "normal"
        else float(np.exp(np.log(mean) - sigma**2 / 2 + sigma * z))
    )


# %% wrong: normal for all
# score: 0
# says: It looks as if demand was taken as normal
def order_qty(mean, sd, price, cost, salvage, dist):
    return float(max(0.0, mean + sd * norm.ppf((price - cost) / (price - salvage))))


# %% wrong: mean and SD of units as those of logs
# score: 0
# says: gave 583.308; it should be 108
def order_qty(mean, sd, price, cost, salvage, dist):
    z = norm.ppf((price - cost) / (price - salvage))
    return (
        float(max(0.0, mean + sd * z))
        if dist == "normal"
        else float(np.exp(np.log(mean) + np.log(sd) * z))
    )


# %% wrong: an order below zero
# score: 2.4..3.9
# says: the quantile lies below zero
def order_qty(mean, sd, price, cost, salvage, dist):
    sigma = np.sqrt(np.log(1 + (sd / mean) ** 2))
    z = norm.ppf((price - cost) / (price - salvage))
    return (
        float(mean + sd * z)
        if dist == "normal"
        else float(np.exp(np.log(mean) - sigma**2 / 2 + sigma * z))
    )
