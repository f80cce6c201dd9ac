"""Response curves: what a channel brings for what is spent on it, read from past weeks."""

import numpy as np
import pandas as pd

from course.market.media import hill
from course.market.parameters import tideway

STEP = 500


def fit_curves(history, most=40_000):
    """What each channel would bring at each spend: a DataFrame with index spend (0, 500, ... $ a
    week) and a column of sales ($ a week) a channel.

    Hill curves, weighed by how well they fit the weeks and averaged. Where the
    weeks say little (far above or below what was ever spent) the average stays
    close to what channels are like in general.
    """
    ceilings, usual, steep, noisy = (
        tideway().law(f"channel.{each}") for each in ("ceiling", "half", "slope", "sales")
    )
    halves = usual["value"] * np.exp(usual["spread"] * np.linspace(-2.4, 2.4, 17))
    slopes = np.linspace(steep["from"], steep["to"], 10)
    half, slope = (each.ravel() for each in np.meshgrid(halves, slopes))
    spends = np.arange(0, most + STEP, STEP, dtype=float)
    table = {}
    for channel, rows in history.groupby("channel", sort=False):
        shape = np.log(hill(rows["spend"].to_numpy()[:, None], half, slope))
        rest = np.log(rows["sales"].to_numpy())[:, None] - shape  # = log of the ceiling + noise
        noise, prior = noisy["spread"] ** 2 / len(rows), ceilings["spread"] ** 2
        middle = np.log(ceilings["value"])
        level = (rest.mean(axis=0) / noise + middle / prior) / (1 / noise + 1 / prior)
        misfit = (
            ((rest - level) ** 2).sum(axis=0) / noisy["spread"] ** 2
            + (level - middle) ** 2 / prior
            + (np.log(half / usual["value"]) / usual["spread"]) ** 2
        )
        weight = np.exp(-(misfit - misfit.min()) / 2)
        table[channel] = (hill(spends[:, None], half, slope, np.exp(level)) * weight).sum(
            axis=1
        ) / weight.sum()
    return pd.DataFrame(table, index=pd.Index(spends, name="spend"))


def brings(curves, spends):
    """Sales ($ a week) of all channels together at `spends`, {channel: $ a week}, as the table of
    `fit_curves` has them.
    """
    return float(sum(np.interp(spend, curves.index, curves[c]) for c, spend in spends.items()))


def next_dollar(curves, spends):
    """What one more dollar would bring on each channel, $ a $, a Series: the mean over a step."""
    more = {
        c: np.interp([spend, spend + STEP], curves.index, curves[c]) for c, spend in spends.items()
    }
    return pd.Series({channel: (high - low) / STEP for channel, (low, high) in more.items()})
