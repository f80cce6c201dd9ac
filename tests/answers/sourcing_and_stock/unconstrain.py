# %% right: day by day
def unconstrain(sales, stock):
    def badness(guess):
        mean, sd = guess[0], np.exp(guess[1])
        total = 0.0
        for sold, there in zip(sales, stock):
            total += norm.logsf(there, mean, sd) if sold >= there else norm.logpdf(sold, mean, sd)
        return -total

    return float(minimize(badness, [sales.mean(), np.log(sales.std())], method="Nelder-Mead").x[0])


# %% right: expected demand filled in again and again
def unconstrain(sales, stock):
    out = sales >= stock
    mean, sd = sales.mean(), sales.std()
    for _ in range(300):
        z = (stock[out] - mean) / sd
        hazard = np.exp(norm.logpdf(z) - norm.logsf(z))
        first = np.where(out, 0.0, sales)
        second = np.where(out, 0.0, (sales - mean) ** 2)
        first[out] = mean + sd * hazard
        second[out] = sd**2 * (1 + z * hazard)
        mean, sd = (
            first.mean(),
            np.sqrt(np.mean(np.where(out, second, (sales - first.mean()) ** 2))),
        )
    return float(mean)


# %% wrong: the untouched stub
# score: 0
# says: `unconstrain` still holds the line that raises NotImplementedError
def unconstrain(sales, stock):
    raise NotImplementedError


# %% wrong: sales taken for demand
# score: 0
# says: That is the mean of what was sold
def unconstrain(sales, stock):
    return float(sales.mean())


# %% wrong: sold-out days dropped
# score: 0
# says: It looks as if the days with an empty shelf were left out
def unconstrain(sales, stock):
    return float(sales[sales < stock].mean())


# %% wrong: at most instead of at least
# score: 0
# says: on two of six days 30 were sold and more were asked for
def unconstrain(sales, stock):
    out = sales >= stock

    def badness(guess):
        mean, sd = guess[0], np.exp(guess[1])
        return -(norm.logpdf(sales[~out], mean, sd).sum() + norm.logcdf(stock[out], mean, sd).sum())

    return float(minimize(badness, [sales.mean(), np.log(sales.std())], method="Nelder-Mead").x[0])


# %% wrong: the SD
# score: 0
# says: That is how far the days differ
def unconstrain(sales, stock):
    return float(sales.std())


# %% wrong: sold-out days a tenth higher
# score: 0
# says: on a case that you have not seen
def unconstrain(sales, stock):
    return float(np.where(sales >= stock, sales * 1.101, sales).mean())


# %% wrong: a pair instead of a number
# score: 0
# says: not a number
def unconstrain(sales, stock):
    return sales.mean(), sales.std()
