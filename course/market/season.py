"""The calendar: yearly waves and event weeks, the same every year."""

import numpy as np

from course.market.rng import stream


def weekly_index(seed, p, weeks=52):
    """Demand factor of each week of a year, mean 1: two Fourier pairs and three event weeks.

    Shape (weeks,).
    """
    rng = stream(seed, "season")
    week = np.arange(weeks)
    phase = rng.uniform(0, 2 * np.pi, 2)
    index = (
        1
        + p.season.fourier_1 * np.cos(2 * np.pi * week / 52 + phase[0])
        + p.season.fourier_2 * np.cos(4 * np.pi * week / 52 + phase[1])
    )
    events = rng.choice(weeks, 3, replace=False)
    index[events] *= rng.uniform(p.season.event_low, p.season.event_high, 3)
    return index / index.mean()
