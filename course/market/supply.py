"""The other side of the marketplace.

Merchants' service and exits, stock, and the two sides' pull on each other.
"""

import numpy as np
from scipy.special import expit
from scipy.stats import lognorm


def coached(p, defect):
    """A merchant's defect rate after coaching."""
    return defect * p.merchant.coaching


def exit_chance(p, take, orders_ratio):
    """Weekly chance that a merchant leaves.

    At a take rate and at orders relative to its usual ones.
    """
    usual = np.log(p.merchant.exit) - np.log1p(-p.merchant.exit)
    return expit(
        usual
        + p.merchant.exit_take * (take - p.platform.take)
        + p.merchant.exit_orders * np.log(np.maximum(orders_ratio, 1e-6))
    )


def supply_target(p, take, buyers_ratio):
    """Sellers in the long run relative to today: (kept share / usual)^elasticity x buyers^cross.
    Rochet and Tirole (2003), form.
    """
    return ((1.0 - take) / (1.0 - p.platform.take)) ** p.platform.supply * np.asarray(
        buyers_ratio, dtype=float
    ) ** p.platform.cross


def two_sides(p, take, weeks):
    """Sellers and buyers relative to today for a new take rate, shape (weeks + 1, 2).

    The gap closes by `platform.speed` a week.
    """
    path = np.ones((weeks + 1, 2))
    for week in range(weeks):
        sellers, buyers = path[week]
        target = np.array([supply_target(p, take, buyers), sellers**p.platform.cross])
        path[week + 1] = path[week] + p.platform.speed * (target - path[week])
    return path


def expected_sales(stock, mean, variation):
    """Expected units sold from `stock` when demand is log-normal.

    `mean` is its mean in units, `variation` its coefficient of variation.

    E[min(D, q)] = mean F(ln q - sigma^2) + q (1 - F(q)); the newsvendor's sales (Arrow, Harris and
    Marschak, 1951).
    """
    sigma = np.sqrt(np.log1p(np.asarray(variation, dtype=float) ** 2))
    scale = mean * np.exp(-(sigma**2) / 2)
    stock = np.asarray(stock, dtype=float)
    with np.errstate(divide="ignore"):
        below = lognorm.cdf(stock * np.exp(-(sigma**2)), sigma, scale=scale)
    return mean * below + stock * lognorm.sf(stock, sigma, scale=scale)
