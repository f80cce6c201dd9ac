"""What clicks say about eight headlines: Beta posteriors, and the chance that each is the best."""

import numpy as np
from scipy.stats import beta

from course.lessons.content_operation.scenario import PRIOR


def chance_of_best(clicks, misses, prior=PRIOR):
    """Chance that each headline has the highest click rate, an array that adds up to 1, by
    numerical integration.

    `clicks` and `misses` (shown and not clicked) are sequences of counts;
    posteriors are Beta(4 + clicks, 76 + misses), or with another `prior`.
    """
    x = np.linspace(0, 1, 10_001)[1:-1]
    posteriors = [
        beta(prior[0] + hit, prior[1] + miss) for hit, miss in zip(clicks, misses, strict=True)
    ]
    below = np.array([each.cdf(x) for each in posteriors])
    best = [
        np.trapezoid(each.pdf(x) * np.prod(np.delete(below, place, axis=0), axis=0), x)
        for place, each in enumerate(posteriors)
    ]
    return np.array(best) / sum(best)


def interval(clicks, misses, level=0.9):
    """(low, mean, high) of a headline's click rate: the central posterior interval."""
    each = beta(PRIOR[0] + clicks, PRIOR[1] + misses)
    return float(each.ppf((1 - level) / 2)), float(each.mean()), float(each.ppf((1 + level) / 2))
