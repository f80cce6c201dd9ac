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
