# %% right: with a list of two weeks
def usual(series, event_days):
    first = event_days[0]
    before, last = series[first - 14 : first - 7], series[first - 7 : first]
    trend = sum(last) / sum(before)
    return np.array(
        [last[(day - first) % 7] * trend ** (1 + (day - first) // 7) for day in event_days]
    )


# %% right: week after week
def usual(series, event_days):
    first, line = event_days[0], list(series[: event_days[0]])
    trend = np.mean(series[first - 7 : first]) / np.mean(series[first - 14 : first - 7])
    for _ in event_days:
        line.append(line[-7] * trend)
    return np.array(line[first:])


# %% wrong: the untouched stub
# score: 0
# says: `usual` still holds the line that raises NotImplementedError
def usual(series, event_days):
    raise NotImplementedError


# %% wrong: the day before
# score: 0
# says: It looks as if the day before the campaign was carried on
def usual(series, event_days):
    return np.array([series[event_days[0] - 1]] * len(event_days))


# %% wrong: last week as it was
# score: 0
# says: Those are last week's numbers
def usual(series, event_days):
    first = event_days[0]
    return np.array([series[day - 7 * ((day - first) // 7 + 1)] for day in event_days])


# %% wrong: the trend once for all
# score: 0
# says: It looks as if the trend was used once for all days
def usual(series, event_days):
    first = event_days[0]
    trend = sum(series[first - 7 : first]) / sum(series[first - 14 : first - 7])
    return np.array([series[day - 7 * ((day - first) // 7 + 1)] * trend for day in event_days])


# %% wrong: seven days back, into the campaign
# score: 0
# says: the eighth and ninth day go back two weeks
def usual(series, event_days):
    first = event_days[0]
    trend = sum(series[first - 7 : first]) / sum(series[first - 14 : first - 7])
    return np.array([series[day - 7] * trend for day in event_days])


# %% wrong: the trend upside down
# score: 0
# says: business grows by a tenth a week
def usual(series, event_days):
    first = event_days[0]
    trend = sum(series[first - 14 : first - 7]) / sum(series[first - 7 : first])
    return np.array(
        [
            series[day - 7 * ((day - first) // 7 + 1)] * trend ** ((day - first) // 7 + 1)
            for day in event_days
        ]
    )


# %% wrong: the public answer typed in
# score: 0
# says: a fresh shop
def usual(series, event_days):
    line = [13.2, 19.8] if event_days[0] == 17 else [12.1, 24.2, 36.3, 48.4, 60.5, 72.6, 84.7]
    return np.array([*line, 13.31, 26.62][: len(event_days)])


# %% wrong: the trend of the list's first two weeks
# score: 0
# says: the seven days before the campaign had 308 units
def usual(series, event_days):
    first = event_days[0]
    trend = sum(series[7:14]) / sum(series[:7])
    return np.array(
        [
            series[day - 7 * ((day - first) // 7 + 1)] * trend ** ((day - first) // 7 + 1)
            for day in event_days
        ]
    )
