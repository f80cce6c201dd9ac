"""Response curves: what a channel brings for what is spent on it, read from past weeks."""

import numpy as np
import pandas as pd

from course.lessons.channel_promotion.scenario import CEILING, HALF, SALES_SD, SLOPE
from course.market.media import hill

STEP = 500


def fit_curves(history, most=40_000):
    """What each channel would bring at each spend: a DataFrame with index spend (0, 500, ... $ a
    week) and a column of sales ($ a week) a channel.

    Hill curves, weighed by how well they fit the weeks and averaged. Where the
    weeks say little (far above or below what was ever spent) the average stays
    close to what channels are like in general.
    """
    halves = HALF[0] * np.exp(HALF[1] * np.linspace(-2.4, 2.4, 17))
    slopes = np.linspace(*SLOPE, 10)
    half, slope = (each.ravel() for each in np.meshgrid(halves, slopes))
    spends = np.arange(0, most + STEP, STEP, dtype=float)
    table = {}
    for channel, rows in history.groupby("channel", sort=False):
        shape = np.log(hill(rows["spend"].to_numpy()[:, None], half, slope))
        rest = np.log(rows["sales"].to_numpy())[:, None] - shape  # = log of the ceiling + noise
        noise, prior = SALES_SD**2 / len(rows), CEILING[1] ** 2
        level = (rest.mean(axis=0) / noise + np.log(CEILING[0]) / prior) / (1 / noise + 1 / prior)
        misfit = (
            ((rest - level) ** 2).sum(axis=0) / SALES_SD**2
            + (level - np.log(CEILING[0])) ** 2 / prior
            + (np.log(half / HALF[0]) / HALF[1]) ** 2
        )
        weight = np.exp(-(misfit - misfit.min()) / 2)
        table[channel] = (hill(spends[:, None], half, slope, np.exp(level)) * weight).sum(
            axis=1
        ) / weight.sum()
    return pd.DataFrame(table, index=pd.Index(spends, name="spend"))
