"""How sure a trial's elasticity, what rates earn, and a forecast's error are: also by trying a
forecast where what came is known.
"""

import numpy as np
import pandas as pd

from course.charts.spread import anew, middle
from course.lessons.business_operation.practice_shop import monthly
from course.lessons.business_operation.scenario import NOW
from course.market.parameters import tideway
from course.market.supply import commission

TRIES = 2000
SERIES, AHEAD = 20, 12  # categories that a forecast is tried on; months that are held back


def trial_elasticities(experiments):
    """What each trial says of its category's elasticity, an array. `experiments` as `history` gives
    them: a trial against the shops that kept their rate, since the season moved both.
    """
    moved = {
        who: np.log(experiments[f"{who}_during"] / experiments[f"{who}_before"])
        for who in ("tried", "others")
    }
    kept = np.log((1 - experiments["rate"]) / (1 - NOW))
    return ((moved["tried"] - moved["others"]) / kept).to_numpy()


def elasticity_range(measured):
    """(low, high) arrays that hold the true elasticities 95 times in 100, by what trials of this
    size were off in the past. `measured`: an array, one each.
    """
    return middle(_true(measured))


def earned_range(categories, measured, rates):
    """(dollars a month, low, high) that all categories together earn at `rates`, one share or an
    array, as far as the trials tell. `measured`: their elasticities, an array.
    """
    sales = categories["sales"].to_numpy()
    value = commission(tideway(), sales, np.asarray(measured, float), rates).sum()
    drawn = commission(tideway(), sales, _true(measured), rates).sum(axis=1)
    return (float(value), *(float(end) for end in middle(drawn)))


def error_range(told, came):
    """(WMAPE, low, high) of forecasts `told`, the range by drawing the months or weeks anew."""
    pairs = np.column_stack([told, came]).astype(float)
    return float(_wmape(pairs)), *anew(_wmape, pairs, tries=TRIES)


def held_back(forecast):
    """`forecast(series, 12)` tried on 20 categories whose last year it does not see: DataFrame
    category, month, last year (the same month a year before), your forecast, came (thousands of $).
    """
    years = []
    for number in range(SERIES):
        series = monthly(number)
        known, came = series[:-AHEAD], series[-AHEAD:]
        facts = {"last year": known[-AHEAD:], "your forecast": forecast(known, AHEAD), "came": came}
        where = {"category": f"category {number}", "month": range(1, AHEAD + 1)}
        years.append(pd.DataFrame(where | facts))
    return pd.concat(years, ignore_index=True)


def _true(measured):
    """What the elasticities may truly be, shape (TRIES, how many): a trial is off by a factor."""
    measured = np.asarray(measured, dtype=float)
    rng = np.random.default_rng(0)
    return measured / tideway().draw(rng, "error.supply", (TRIES, len(measured)))


def _wmape(pairs):
    return np.abs(pairs[:, 0] - pairs[:, 1]).sum() / pairs[:, 1].sum()
