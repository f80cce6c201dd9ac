"""Goods that could be launched: demand, crowd, margin, and what a first quarter leaves."""

import numpy as np


def draw_goods(p, rng, price):
    """(searches a week, CVR, margin $, competing offers, share returned) of goods that are sold at
    `price` ($), arrays.
    """
    count = len(price)
    searches, cvr, share = (
        p.draw(rng, f"good.{name}", count) for name in ("searches", "cvr", "margin")
    )
    offers = 1 + rng.gamma(p.good.crowd_shape, 1, count) * p.good.crowd * np.log(searches)
    return (
        searches,
        cvr,
        price * share,
        offers,
        rng.beta(p.good.returned_a, p.good.returned_b, count),
    )


def payoff(p, searches, cvr, margin, offers, returned, weeks):
    """$ that a launch leaves in its first `weeks`: arrays or numbers.

    Demand is shared with the competing offers; a unit that comes back brings no margin and costs.
    """
    return (
        weeks
        * searches
        / (1 + offers)
        * cvr
        * (margin * (1 - returned) - p.good.return_cost * returned)
        - p.good.launch_cost
    )


def usual(p):
    """(mean CVR, mean share returned) of goods: what is known before a launch."""
    law = p.law("good.cvr")
    a, b = p.good.returned_a, p.good.returned_b
    return law["value"] * np.exp(law["spread"] ** 2 / 2), a / (a + b)


MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip


def gift_season(p):
    """Searches of a gift-like product in the twelve months, January first, as shares of the year's
    mean: a tuple.
    """
    return tuple(getattr(p.gift, month) for month in MONTHS)


def gift_searches(p, rng, years, growth):
    """Searches for it by month over whole years, January first, an array; their log grows by
    `growth` a month.
    """
    season = gift_season(p)
    months = np.arange(len(season) * years)
    luck = p.draw(rng, "gift.luck", len(months))
    return (p.gift.searches * np.exp(growth * months + luck) * np.tile(season, years)).round()
