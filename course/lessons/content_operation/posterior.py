"""What clicks say about eight headlines: Beta posteriors, and the chance that each is the best."""

from functools import lru_cache

import numpy as np
from scipy.stats import beta

from course.lessons.content_operation.scenario import PRIOR

POINTS = 10_001  # of the integration


def chance_of_best(clicks, misses, prior=PRIOR, points=POINTS):
    """Chance that each headline has the highest click rate, an array that adds up to 1, by
    numerical integration.

    `clicks` and `misses` (shown and not clicked) are sequences of counts;
    posteriors are Beta(4 + clicks, 76 + misses), or with another `prior`.
    """
    x = np.linspace(0, 1, points)[1:-1]
    a, b = prior[0] + np.asarray(clicks)[:, None], prior[1] + np.asarray(misses)[:, None]
    below, density = beta.cdf(x, a, b), beta.pdf(x, a, b)
    best = [
        np.trapezoid(density[place] * np.prod(np.delete(below, place, axis=0), axis=0), x)
        for place in range(len(a))
    ]
    return np.array(best) / sum(best)


@lru_cache(maxsize=1024)
def interval(clicks, misses, level=0.9):
    """(low, mean, high) of a headline's click rate: the central posterior interval."""
    a, b = PRIOR[0] + clicks, PRIOR[1] + misses
    low, high = beta.ppf(((1 - level) / 2, (1 + level) / 2), a, b)
    return float(low), float(a / (a + b)), float(high)
