"""Prices and stock of the half year before the quarter, suppliers and what was ordered of them."""

import numpy as np
import pandas as pd

from course.market import prices
from course.market.expectation import expected_week
from course.market.records.quarter import date
from course.market.rng import stream

HISTORY = 26  # weeks before the quarter
COVER = 4  # weeks of usual demand that a new delivery brings; below half of it one is ordered
PURCHASES = 400
LOT = 50  # units
CURRENCIES = {"China": "CNY", "Vietnam": "USD", "Turkey": "TRY", "Poland": "PLN", "Mexico": "MXN"}
SUPPLIERS = 12


def price_weeks(world, weeks, randomised=False):
    """Prices and units of every product in `weeks`: date, product, price, units, index.

    A category's demand moves by exp(z). Merchants see it coming and set prices by it
    (`confounding.price`), unless `randomised`: then prices move as much, but by a coin.
    """
    p, products = world.p, world.products
    usual, category = products["list_price"].to_numpy(), products["category"].to_numpy()
    spread, pages = p.confounding.demand_sd, world.ranking()
    frames = []
    for week in np.atleast_1d(weeks):
        rng = stream(world.seed, "records", "price weeks", int(week))
        z = rng.normal(0, spread, len(world.categories))
        seen = rng.normal(0, spread, len(products)) if randomised else z[category]
        price = np.round(usual * np.exp(prices.follow(p, rng, seen)), 2)
        expected = expected_week(world, pages=pages, price=price, demand=np.exp(z))
        units = rng.poisson(expected.units)
        index = np.exp(z + prices.index_error(p, rng, len(z)))  # demand, read with an error
        columns = {
            "date": date(int(week)),
            "product": products["product"],
            "price": price,
            "units": units,
            "index": index[category].round(3),
        }
        frames.append(pd.DataFrame(columns))
    return pd.concat(frames, ignore_index=True)


def price_history(quarter):
    return price_weeks(quarter.world, np.arange(1 - HISTORY, 1))


def inventory(quarter):
    rng = quarter.rng("stock")
    weekly = price_history(quarter).pivot(index="date", columns="product", values="units")
    usual = weekly.mean()
    on_hand = np.ceil(COVER * usual.to_numpy()) + 1
    parts = []
    for when, asked in weekly.iterrows():
        delivery = np.ceil(COVER * usual * rng.uniform(0.6, 1.3, len(usual)))
        inbound = np.where(on_hand < COVER / 2 * usual, delivery, 0.0)
        there = on_hand + inbound
        sold = np.minimum(there, asked.to_numpy())
        columns = {
            "date": when,
            "product": weekly.columns,
            "on_hand": on_hand,
            "inbound": inbound,
            "lost": asked.to_numpy() - sold,
        }
        parts.append(pd.DataFrame(columns))
        on_hand = there - sold
    return pd.concat(parts, ignore_index=True)


def suppliers(quarter):
    rng = quarter.rng("suppliers")
    country = rng.choice(list(CURRENCIES), SUPPLIERS)
    return {
        "supplier": np.arange(SUPPLIERS),
        "country": country,
        "currency": [CURRENCIES[each] for each in country],
        "lead_weeks": rng.integers(2, 12, SUPPLIERS),
        "minimum": rng.integers(2, 40, SUPPLIERS) * LOT,
        "price_factor": rng.uniform(0.85, 1.15, SUPPLIERS).round(3),
    }


def purchase_orders(quarter):
    rng, known, products = quarter.rng("purchases"), suppliers(quarter), quarter.world.products
    product = rng.choice(len(products), PURCHASES)
    supplier = rng.integers(0, SUPPLIERS, PURCHASES)
    ordered = rng.integers(-HISTORY, 0, PURCHASES)
    late = rng.poisson(0.8, PURCHASES)
    cost = products["cost"].to_numpy()[product]
    return {
        "po": np.arange(PURCHASES),
        "supplier": supplier,
        "product": product,
        "ordered": date(ordered),
        "arrived": date(ordered + known["lead_weeks"][supplier] + late),
        "qty": known["minimum"][supplier] + rng.integers(0, 5, PURCHASES) * LOT,
        "unit_cost": cost * known["price_factor"][supplier],
    }
