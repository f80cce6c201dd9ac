"""Advertising that works later too: adstock and saturation."""

import numpy as np


def adstock(spend, carry):
    """What is left of past spend in each week: a[t] = spend[t] + carry * a[t-1].

    Shape as `spend` (weeks first). Broadbent (1979).
    """
    left = np.zeros_like(np.asarray(spend, dtype=float))
    for week, now in enumerate(spend):
        left[week] = now + (carry * left[week - 1] if week else 0.0)
    return left


def hill(x, half, slope, ceiling=1.0):
    """Saturating response: ceiling * x^slope / (half^slope + x^slope).

    Hill (1910), as in media-mix models (Jin and others, 2017).
    """
    x = np.maximum(np.asarray(x, dtype=float), 0.0) ** slope
    return ceiling * x / (half**slope + x)


def session_factor(p, spend):
    """Factor on sessions for a spend history (weeks,) in $: 1 + Hill(adstock). No spend gives 1."""
    return 1.0 + hill(adstock(spend, p.media.adstock), p.media.half, p.media.slope, p.media.ceiling)


def draw_channels(p, rng, count):
    """Response curves of `count` channels: (ceiling $ a week, spend $ a week that brings half of
    it, slope), arrays.
    """
    return tuple(p.draw(rng, f"channel.{each}", count) for each in ("ceiling", "half", "slope"))


def channel_sales(spends, curves):
    """Expected sales ($ a week) of each channel at `spends` ($ a week); `curves` as
    `draw_channels` gives them. Weeks first, where there are several.
    """
    ceiling, half, slope = curves
    return hill(spends, half, slope, ceiling)


def draw_history(p, rng, curves, weeks):
    """(spend, sales) of past weeks in $, arrays (weeks, channels): equal parts of the budget, more
    or less, and what came, with noise.
    """
    shape = weeks, len(curves[0])
    spend = p.channel.budget / shape[1] * p.draw(rng, "channel.spend", shape)
    return spend, channel_sales(spend, curves) * p.draw(rng, "channel.sales", shape)
