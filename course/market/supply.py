"""The other side of the marketplace.

Merchants' service and exits, stock, and the two sides' pull on each other.
"""

import numpy as np
import pandas as pd
from scipy.special import expit
from scipy.stats import norm


def coached(p, defect):
    """A merchant's defect rate after coaching."""
    return defect * p.merchant.coaching


# What may be done with a shop, in this order.
ACTIONS = ("keep", "coach", "suspend")
# The ways in which trouble with an order shows, and a new shop's steps to its first order.
SIGNS = ("feedback", "claim", "chargeback")
STEPS = ("approved", "listed", "viewed", "ordered")


def draw_shops(p, rng, count):
    """(true defect rate, orders so far, defects so far, orders ahead, young) of `count` shops:
    arrays. Defect rates differ as a beta distribution. Old shops go on as they did; what a young
    one sells next quarter has nothing to do with its first orders.
    """
    rate = rng.beta(p.merchant.defect_a, p.merchant.defect_b, count)
    young = rng.random(count) < p.merchant.young
    first = p.draw(rng, "merchant.young_orders", count)
    past = np.where(young, first, p.draw(rng, "merchant.old_orders", count))
    past = past.round().clip(1).astype(int)
    begun = p.draw(rng, "merchant.young_ahead", count)
    ahead = np.where(young, begun, past * p.draw(rng, "merchant.goes_on", count))
    return rate, past, rng.binomial(past, rate), ahead, young


def action_worth(p, rate, ahead):
    """$ that each of ACTIONS changes in a quarter against keeping a shop, shape (3, shops).

    `rate` is its true defect rate, `ahead` its orders in that quarter.
    """
    m = p.merchant
    saved = ahead * rate * (1 - m.coaching) * m.defect_cost
    return np.array(
        [np.zeros(len(rate)), saved - m.coaching_cost, ahead * (rate * m.defect_cost - m.brings)]
    )


def troubled_orders(p, rng, count, today):
    """One shop's orders: order, day (1 to `today`), feedback, claim, chargeback (1 if bad, as known
    today), a DataFrame. Trouble takes weeks to show.
    """
    day, rate = np.sort(rng.integers(1, today + 1, count)), p.draw(rng, "defect.rate")
    lag = rng.gamma(p.defect.lag_shape, p.defect.lag_scale, (len(SIGNS), count))
    trouble = rng.random(count) < rate
    signs = {
        name: (
            trouble & (rng.random(count) < getattr(p.defect, name)) & (day + after <= today)
        ).astype(int)
        for name, after in zip(SIGNS, lag, strict=True)
    }
    return pd.DataFrame({"order": np.arange(1, count + 1), "day": day, **signs})


def onboarding(p, rng, count, today):
    """New shops: shop, applied (day, 1 to `today`), and the day of each of STEPS, NaN where it has
    not happened by today; a DataFrame.
    """
    applied = rng.integers(1, today + 1, count)
    shares = p.draw(rng, "onboarding.step", len(STEPS))
    waits = p.draw(rng, "onboarding.wait", len(STEPS))
    table = {"shop": np.arange(1, count + 1), "applied": applied}
    day, alive = applied.astype(float), np.ones(count, dtype=bool)
    for name, share, wait in zip(STEPS, shares, waits, strict=True):
        day = day + 1 + rng.exponential(wait, count).round()
        alive = alive & (rng.random(count) < share)
        table[name] = np.where(alive & (day <= today), day, np.nan)
    return pd.DataFrame(table)


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


def supply_left(p, take, elasticity):
    """What is left of sellers and their sales at a commission, relative to the usual one.

    (kept share ÷ usual kept share)^elasticity; Rochet and Tirole (2003), form only. Numbers or
    arrays.
    """
    return ((1.0 - take) / (1.0 - p.platform.take)) ** elasticity


def supply_target(p, take, buyers_ratio):
    """Sellers in the long run relative to today: `supply_left` x buyers^cross."""
    buyers = np.asarray(buyers_ratio, dtype=float)
    return supply_left(p, take, p.platform.supply) * buyers**p.platform.cross


def commission(p, sales, elasticity, take):
    """$ that each category earns at a commission: what is taken, less serving, of the sales that
    are left.

    `sales` ($ at the usual commission) and `elasticity` are numbers or arrays, one a category;
    `take` is a share, or one each.
    """
    return (take - p.platform.serving) * sales * supply_left(p, take, elasticity)


def draw_categories(p, rng, count):
    """(sales in $ a month at the usual commission, elasticity of supply): arrays (count,)."""
    sales = p.draw(rng, "platform.sales", count).round(-2)
    return sales, p.draw(rng, "platform.supply", count)


def commission_trials(p, rng, names, sales, elasticity):
    """One trial a category, some shops at another rate for a while: category, rate (tried),
    tried_before, tried_during (sales of these shops, $), others_before, others_during (of shops
    that kept the usual rate), a DataFrame.
    """
    count = len(names)
    rate = p.draw(rng, "trial.rate", count)
    measured = elasticity * p.draw(rng, "error.supply", count)
    season = p.draw(rng, "trial.season", count)
    tried = sales * p.draw(rng, "trial.tried", count)
    others = sales * p.draw(rng, "trial.others", count)
    return pd.DataFrame(
        {
            "category": names,
            "rate": rate,
            "tried_before": tried.round(),
            "tried_during": (tried * season * supply_left(p, rate, measured)).round(),
            "others_before": others.round(),
            "others_during": (others * season).round(),
        }
    )


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
    return sold(np.asarray(stock, dtype=float), np.log(mean) - sigma**2 / 2, sigma)


def draw_season(p, rng, price):
    """Goods to order for, whose list `price` ($) is known: (mu, sigma of the log-normal demand;
    price, cost, salvage in $), arrays.
    """
    count = len(price)
    mean = p.draw(rng, "stock.demand", count)
    sigma = np.sqrt(np.log(1 + p.draw(rng, "stock.variation", count) ** 2))
    price = price * p.draw(rng, "stock.price", count)
    cost = price * p.draw(rng, "product.cost_share", count)
    salvage = cost * p.draw(rng, "stock.salvage", count)
    return np.log(mean) - sigma**2 / 2, sigma, price, cost, salvage


def draw_demand(rng, mu, sigma, weeks):
    """Units asked for in past weeks, at least 1: an array (weeks, products)."""
    luck = rng.standard_normal((weeks, len(mu)))
    return np.maximum(1, np.exp(mu + sigma * luck).round())


def sold(quantity, mu, sigma):
    """Expected units sold of `quantity` when demand is lognormal(mu, sigma): arrays or numbers.

    E[min(D, q)] = m N(z - sigma) + q (1 - N(z)), z = (ln q - mu) / sigma and m the mean demand.
    """
    z = (np.log(np.maximum(quantity, 1e-9)) - mu) / sigma
    return np.exp(mu + sigma**2 / 2) * norm.cdf(z - sigma) + quantity * norm.sf(z)


def season_profit(quantity, mu, sigma, price, cost, salvage):
    """Expected $ of ordering `quantity` units: price of what is sold, salvage of what is left.

    The newsvendor (Arrow, Harris and Marschak, 1951). Arrays or numbers.
    """
    gone = sold(quantity, mu, sigma)
    return price * gone + salvage * (quantity - gone) - cost * quantity


# Two factories, by what is true of them, and what each quotes.
SUPPLIERS = {"far": "far and cheap", "near": "near and dear"}
QUOTED = ("fob", "freight", "insurance", "duty", "brokerage")


def quotes(p):
    """Their quotes for the same mug: supplier, fob ($ a unit), freight, insurance ($ a shipment),
    duty (share), brokerage ($ a shipment), a DataFrame.
    """
    rows = [
        (name, *(getattr(p.quote, f"{which}_{part}") for part in QUOTED))
        for which, name in SUPPLIERS.items()
    ]
    return pd.DataFrame(rows, columns=["supplier", *QUOTED])


def shelf_days(p, rng, days):
    """(sales, stock, demand) of one product by day, arrays of units: what was sold, what lay there
    in the morning, what was asked for.
    """
    demand = np.maximum(0, p.shelf.demand + p.shelf.spread * rng.standard_normal(days))
    stock = p.shelf.stock + p.shelf.stock_spread * rng.standard_normal(days)
    stock = np.maximum(p.shelf.least, stock).round()
    return np.minimum(demand, stock).round(1), stock, demand.round(1)


def draw_order(p, rng):
    """One product of usual size to order for: mu and sigma of its log-normal demand, price, cost
    and salvage ($ a unit), a dict.
    """
    mean, variation = p.draw(rng, "order_size.demand"), p.draw(rng, "order_size.variation")
    price = p.draw(rng, "order_size.price")
    sigma = float(np.sqrt(np.log(1 + variation**2)))
    cost = round(price * p.draw(rng, "product.cost_share"), 1)
    return {
        "mu": float(np.log(mean)) - sigma**2 / 2,
        "sigma": sigma,
        "price": price,
        "cost": cost,
        "salvage": round(cost * p.draw(rng, "stock.salvage"), 1),
    }
