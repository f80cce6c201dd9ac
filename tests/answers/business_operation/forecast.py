# %% right: Holt-Winters of a library
def forecast(series, h):
    from statsmodels.tsa.holtwinters import ExponentialSmoothing
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fit = ExponentialSmoothing(
            series,
            trend="add",
            damped_trend=True,
            seasonal="mul",
            seasonal_periods=12,
            initialization_method="estimated",
        ).fit()
    return np.maximum(np.asarray(fit.forecast(h)), 0)


# %% right: a line through logarithms
def forecast(series, h):
    n = len(series)
    t = np.arange(n)
    slope, level = np.polyfit(t, np.log(series), 1)
    rest = np.log(series) - level - slope * t
    season = np.array([rest[m::12].mean() for m in range(12)])
    future = np.arange(n, n + h)
    return np.exp(level + slope * future + season[future % 12])


# %% wrong: the untouched stub
# score: 0
# says: `forecast` still holds the line that raises NotImplementedError
def forecast(series, h):
    raise NotImplementedError


# %% wrong: last year's months
# score: 0
# says: so yours is 100% of it
def forecast(series, h):
    return series[-12:][np.arange(h) % 12]


# %% wrong: the mean
# score: 0
# says: so yours is 170% of it
def forecast(series, h):
    return np.full(h, series.mean())


# %% wrong: the last month
# score: 0
# says: so yours is 190% of it
def forecast(series, h):
    return np.full(h, series[-1])


# %% wrong: growth of one month for ever
# score: 0
# says: categories your WMAPE is
def forecast(series, h):
    return series[-12:][np.arange(h) % 12] * (series[-1] / series[-2]) ** np.arange(1, h + 1)


# %% wrong: a month too few
# score: 0
# says: gave 11 values; asked were 12
def forecast(series, h):
    return series[-11:]


# %% wrong: below nothing
# score: 0
# says: holds a number that is negative
def forecast(series, h):
    return series[-12:] - series.max()
