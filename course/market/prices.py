"""How sales answer to a price, and merchants who raise it when demand is high."""

import numpy as np
import pandas as pd


def follow(p, rng, shock):
    """ln of a price relative to the usual one where the merchant sees the demand `shock` (ln) come."""
    return p.confounding.price * shock + p.draw(rng, "confounding.own", np.shape(shock))


def index_error(p, rng, shape):
    """ln of what a market report adds to the true demand."""
    return np.log(p.draw(rng, "confounding.index", shape))


def week_margin(price, cost, units, usual, elasticity):
    """$ of margin in a week of usual demand at `price`; `units` are sold at the `usual` price."""
    return units * (price / usual) ** -elasticity * (price - cost)


def draw_shop(p, rng, products):
    """A season of a shop's `products` (as the town has them): (price of today, cost $, units a week
    at it, elasticity), arrays.
    """
    count = len(products)
    elasticity = p.draw(rng, "pricing.elasticity", count)
    cost = (products["cost"].to_numpy() * p.draw(rng, "pricing.cost", count)).round(2)
    price = (products["price"].to_numpy() * p.draw(rng, "pricing.today", count)).round(2)
    units = products["units"].to_numpy() * p.draw(rng, "pricing.units", count)
    return price, cost, units, elasticity


def draw_history(p, rng, names, price, units, elasticity, weeks):
    """Weeks of prices that followed demand: product, week, price ($), units, index (ln of the
    category's demand against its mean, as a report has it), a DataFrame.
    """
    shock = p.confounding.demand_sd * rng.standard_normal((weeks, len(names)))
    moved = follow(p, rng, shock)
    log_units = np.log(units) - elasticity * moved + shock
    log_units = log_units + p.draw(rng, "pricing.luck", shock.shape)
    index = shock + index_error(p, rng, shock.shape)
    return pd.DataFrame(
        {
            "product": np.tile(names, weeks),
            "week": np.repeat(np.arange(1, weeks + 1), len(names)),
            "price": (price * np.exp(moved)).ravel().round(2),
            "units": np.exp(log_units).ravel().round(1),
            "index": index.ravel().round(4),
        }
    )


def backpack_weeks(p, rng, weeks):
    """Weeks of one product whose price followed demand: price ($), units, index, a DataFrame."""
    shock, one = p.confounding.demand_sd * rng.standard_normal(weeks), p.backpack
    moved = follow(p, rng, shock)
    units = np.log(one.units) - one.elasticity * moved + shock + p.draw(rng, "backpack.luck", weeks)
    return pd.DataFrame(
        {
            "price": (one.price * np.exp(moved)).round(2),
            "units": np.exp(units).round(1),
            "index": (shock + p.draw(rng, "backpack.index", weeks)).round(4),
        }
    )


def draw_product(p, rng):
    """One product whose price is to be set: cost and price of today ($), units a week at it,
    elasticity, a dict.
    """
    cost = p.draw(rng, "single.cost")
    return {
        "cost": cost,
        "price": round(cost * p.draw(rng, "single.markup")),
        "units": int(p.draw(rng, "single.units")),
        "elasticity": round(p.draw(rng, "single.elasticity"), 1),
    }
