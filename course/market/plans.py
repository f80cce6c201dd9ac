"""A platform's plans and what came of them: a year, a category's months, a quarter."""

import numpy as np
import pandas as pd

MONTHS = 12  # of a year


def year(p, rng):
    """Twelve months: month, gmv ($), revenue (what the platform got of it, $), forecast and actual
    (orders), some months without any order; a DataFrame.
    """
    usual = p.draw(rng, "year.orders")
    actual = rng.poisson(usual * p.draw(rng, "year.month", MONTHS))
    actual[rng.choice(MONTHS, p.year.closed, replace=False)] = 0
    gmv = actual * p.draw(rng, "year.basket")
    return pd.DataFrame(
        {
            "month": np.arange(1, MONTHS + 1),
            "gmv": gmv.round(2),
            "revenue": (gmv * p.draw(rng, "year.take", MONTHS)).round(2),
            "forecast": (actual.mean() * p.draw(rng, "year.forecast", MONTHS)).round(),
            "actual": actual,
        }
    )


def monthly(p, rng, months):
    """Sales of a category by month, thousands of $, shape (months,): it grows or shrinks, has a
    season of twelve months, and wanders.
    """
    season = p.draw(rng, "series.season", MONTHS)
    start, growth = p.draw(rng, "series.level"), p.draw(rng, "series.growth")
    wander = np.cumsum(p.draw(rng, "series.step", months))
    level = start * np.exp(growth * np.arange(months) + wander)
    yearly = np.tile(season / season.mean(), months // MONTHS + 1)[:months]
    return (
        level * yearly * np.exp(p.draw(rng, "series.luck") * rng.standard_normal(months))
    ).round(1)


# Digits with which a quarter's plan states what is not a whole number.
DIGITS = {"aov": 2, "take": 3, "cost": 2}


def quarter(p, rng):
    """(plan, actual) of a quarter: two dictionaries orders, aov ($), take (share), cost ($ an
    order).
    """
    plan = {"orders": int(p.draw(rng, "quarter.orders"))} | {
        name: round(p.draw(rng, f"quarter.{name}"), digits) for name, digits in DIGITS.items()
    }
    came = dict(zip(plan, p.draw(rng, "quarter.surprise", len(plan)).tolist(), strict=True))
    actual = {"orders": int(plan["orders"] * came["orders"])} | {
        name: round(plan[name] * came[name], digits) for name, digits in DIGITS.items()
    }
    return plan, actual
