"""Running and learning: merchants' weeks, experiments and their users, tickets, the plan."""

import numpy as np
import pandas as pd

from course.market.expectation import expected_week
from course.market.records.quarter import date
from course.market.records.shopping import order_items, paid_orders

IDEAS = (
    "larger pictures",
    "shorter checkout",
    "reviews on top",
    "delivery date shown",
    "fewer fields",
    "sticky basket",
    "size guide",
    "video",
    "guest checkout",
    "price per unit",
    "stock shown",
    "new filters",
)
UNITS = 1000  # users in each experiment
STRETCH = 1.05  # the plan asks for this much more than usual


def merchant_weekly(quarter):
    rng, items = quarter.rng("merchant weeks"), order_items(quarter)
    merchants = quarter.world.merchants
    merchant = quarter.world.products["merchant"].to_numpy()[items["product"]]
    week = quarter.visits["week"].to_numpy()[items["session"]]
    gmv = items["qty"] * items["unit_price"]
    lines = pd.DataFrame({"merchant": merchant, "week": week, "gmv": gmv})
    sold = lines.groupby(["merchant", "week"])["gmv"].agg(["size", "sum"])
    # Weeks without a sale are weeks too.
    every = pd.MultiIndex.from_product(
        [merchants["merchant"], np.arange(1, quarter.weeks + 1)], names=["merchant", "week"]
    )
    sold = sold.reindex(every, fill_value=0).reset_index()
    orders = sold["size"].to_numpy().astype(int)
    true = merchants.iloc[sold["merchant"].to_numpy()]
    columns = {
        "merchant": sold["merchant"],
        "week": date(sold["week"]),
        "orders": orders,
        "gmv": sold["sum"],
        "response_h": rng.gamma(2.0, 4.0, len(sold)).round(1),
    }
    for defect in ("late", "cancel", "defect"):
        columns[defect] = rng.binomial(orders, np.minimum(true[defect].to_numpy(), 1.0))
    return columns


def experiments(quarter):
    rng = quarter.rng("experiments")
    return {
        "exp": np.arange(len(IDEAS)),
        "idea": IDEAS,
        "starts": date(rng.integers(1, 10, len(IDEAS))),
        "planned": 500,
        "metric": "revenue a user",
    }


def exp_units(quarter):
    rng, p, users = quarter.rng("exp units"), quarter.p.ideas, quarter.world.users
    effects = rng.normal(p.mean, p.sd, len(IDEAS)) * 10
    parts = []
    for exp, effect in enumerate(effects):
        user = rng.choice(len(users), UNITS, replace=False)
        treated = rng.random(UNITS) < 0.5
        level = 0.5 + users["rate"].to_numpy()[user]
        columns = {
            "exp": exp,
            "user": user,
            "arm": np.where(treated, "B", "A"),
            "pre": rng.gamma(level, 20.0),
            "post": rng.gamma(level * (1 + effect * treated), 20.0),
        }
        parts.append(pd.DataFrame(columns))
    return pd.concat(parts, ignore_index=True)


def tickets(quarter):
    rng, orders = quarter.rng("tickets"), paid_orders(quarter)
    asked = orders[rng.random(len(orders)) < 0.12]
    count = len(asked)
    return {
        "ticket": np.arange(count),
        "user": asked["user"],
        "ts": asked["ts"] + pd.Timedelta(days=2),
        "first_response_h": rng.gamma(1.5, 5.0, count).round(1),
        "reason": rng.choice(
            ["where is it", "return", "damaged", "question"], count, p=[0.4, 0.3, 0.1, 0.2]
        ),
        "solved": rng.random(count) < 0.9,
    }


def plan(quarter):
    usual = expected_week(quarter.world)
    week = np.arange(1, quarter.weeks + 1)
    index = quarter.world.season[week - 1]
    targets = {"sessions": usual.sessions, "orders": usual.items.sum(), "gmv": usual.revenue.sum()}
    parts = []
    for metric, value in targets.items():
        target = (value * index * STRETCH).round(1)
        parts.append(pd.DataFrame({"date": date(week), "metric": metric, "target": target}))
    return pd.concat(parts, ignore_index=True)
