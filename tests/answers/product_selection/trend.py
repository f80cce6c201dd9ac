# %% right: the normal equations
def trend(series, season):
    logs = np.log(series) - np.log(np.resize(season, len(series)))
    x = np.arange(len(logs)) - np.mean(np.arange(len(logs)))
    return float((x @ logs) / (x @ x))


# %% right: covariance over variance
def trend(series, season):
    factors = np.array([season[month % len(season)] for month in range(len(series))])
    months = np.arange(len(series))
    logs = np.log(series / factors)
    return np.cov(months, logs)[0, 1] / np.var(months, ddof=1)


# %% wrong: the untouched stub
# score: 0
# says: `trend` still holds the line that raises NotImplementedError
def trend(series, season):
    raise NotImplementedError


# %% wrong: the season stays in
# score: 0
# says: The season is still in it
def trend(series, season):
    return float(np.polyfit(np.arange(len(series)), np.log(series), 1)[0])


# %% wrong: multiplied by the season
# score: 0
# says: It looks as if the series was multiplied by the season
def trend(series, season):
    return float(
        np.polyfit(np.arange(len(series)), np.log(series * np.resize(season, len(series))), 1)[0]
    )


# %% wrong: no log
# score: 0
# says: That is a slope in searches a month
def trend(series, season):
    return float(np.polyfit(np.arange(len(series)), series / np.resize(season, len(series)), 1)[0])


# %% wrong: first and last month
# score: 0
# says: It looks as if only the first and last month were used
def trend(series, season):
    clean = series / np.resize(season, len(series))
    return float(np.log(clean[-1] / clean[0]) / (len(series) - 1))


# %% wrong: axes swapped
# score: 0
# says: The slope is taken the wrong way round
def trend(series, season):
    logs = np.log(series / np.resize(season, len(series)))
    return float(np.polyfit(logs, np.arange(len(series)), 1)[0])


# %% wrong: the intercept
# score: 0
# says: it should be 0. This case asks: without the season every month is 200
def trend(series, season):
    return float(
        np.polyfit(np.arange(len(series)), np.log(series / np.resize(season, len(series))), 1)[1]
    )


# %% wrong: whole years only
# score: 2.4..3.9
# says: ValueError
def trend(series, season):
    factors = np.tile(season, len(series) // len(season))
    return float(np.polyfit(np.arange(len(series)), np.log(series / factors), 1)[0])
