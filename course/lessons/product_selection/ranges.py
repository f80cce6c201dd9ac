"""How sure a trend, the months ahead and a forecast of launches are."""

import numpy as np
import pandas as pd

from course.charts.spread import anew, drawn_again, middle

TRIES = 400


def trend_range(trend, series, season):
    """(low, high) that hold `trend(series, season)`, a slope a month, 95 times in 100 where each
    month's luck is drawn again. `series`: searches by month, January first; `season`: (12,).
    """
    again = [trend(other, season) for other, _ in _other_series(trend, series, season)]
    return tuple(float(each) for each in middle(again))


def ahead(trend, series, season, months):
    """Searches expected in the `months` after `series`, by `trend(series, season)`: a DataFrame
    (value, low, high) whose rows are counted from 1. Line and luck of a month are in the range.
    """
    places = len(series) + np.arange(months)
    factors = np.resize(season, places[-1] + 1)[places]

    def line(seen):
        slope = trend(seen, season)
        level = np.log(seen / np.resize(season, len(seen))).mean()
        return np.exp(level + slope * (places - (len(seen) - 1) / 2)) * factors

    again = [
        line(other) * np.exp(luck[:months]) for other, luck in _other_series(trend, series, season)
    ]
    low, high = middle(again)
    columns = {"value": line(series), "low": low, "high": high}
    return pd.DataFrame(columns, pd.RangeIndex(1, months + 1))


def _other_series(trend, series, season):
    """TRIES times (the series as it might have been, luck of as many further months): the months'
    luck around the line drawn again (bootstrap; Efron, 1979).
    """
    months, factors = np.arange(len(series)), np.resize(season, len(series))
    around = np.log(series / factors) - trend(series, season) * months
    luck, further = around - around.mean(), np.random.default_rng(1)
    for drawn in drawn_again(luck, TRIES):
        yield series / np.exp(luck) * np.exp(drawn), further.choice(luck, len(luck))


def kept(lists):
    """(share, low, high) of the forecast that is earned: `lists` has a row a list of candidates,
    with the sums `forecast` and `earned` in $. The range is from lists drawn anew.
    """

    def share(some):
        return some["earned"].sum() / some["forecast"].sum()

    return share(lists), *anew(share, lists)
