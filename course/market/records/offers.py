"""Campaigns towards users: promotions, the calendar, coupons, messages, membership and points."""

import numpy as np
import pandas as pd

from course.market import retention
from course.market.records.quarter import START, WEEK, date
from course.market.records.shopping import paid_orders

PROMOTIONS = 60
EVENT = 1.35  # a week whose season index is above this is an event
COUPONS = 10_000
ADDRESSED = 4000  # users who get messages
OPEN, CLICK = 0.32, 0.12  # share of messages opened, and of the opened that are clicked
FEE, CASHBACK = 29.0, 0.02  # dollars a year, share of an order's value
POINTS = 2  # a dollar


def promotions(quarter):
    rng = quarter.rng("promotions")
    week = rng.integers(1, quarter.weeks + 1, PROMOTIONS)
    return {
        "promotion": np.arange(PROMOTIONS),
        "product": rng.choice(len(quarter.world.products), PROMOTIONS, replace=False),
        "starts": date(week),
        "ends": date(week + 1),
        "depth": rng.choice([0.1, 0.15, 0.2, 0.3], PROMOTIONS),
    }


def calendar(quarter):
    index = quarter.world.season
    week = np.arange(1, len(index) + 1)
    return {"date": date(week), "week": week, "index": index.round(3), "event": index > EVENT}


def habits(quarter):
    """Standardised frequency, recency and price taste of the users, three arrays (users,)."""
    users, rng = quarter.world.users, quarter.rng("habits")
    count = len(users)
    rank = (users["rate"].rank().to_numpy() - 0.5) / count
    frequency = np.sqrt(12) * (rank - 0.5)
    recency = rng.normal(size=count)
    taste = (users["taste"].to_numpy() - 2) / np.sqrt(2)
    return frequency, recency, taste


def coupons(quarter):
    rng, users = quarter.rng("coupons"), len(quarter.world.users)
    count = min(COUPONS, users)
    user = rng.permutation(users)[:count]
    frequency, recency, taste = (trait[user] for trait in habits(quarter))
    treated, bought = retention.coupon_test(quarter.p, rng, frequency, recency, taste)
    treated, bought = treated == 1, bought == 1
    return {
        "coupon": np.arange(count),
        "user": user,
        "arm": np.where(treated, "coupon", "control"),
        "face": np.where(treated, quarter.p.coupon.face, 0.0),
        "threshold": 25.0,
        "issued": date(np.ones(count, int)),
        "redeemed": treated & bought,
        "bought": bought,
    }


def crm_sends(quarter):
    rng, users = quarter.rng("crm"), len(quarter.world.users)
    user = rng.choice(users, min(ADDRESSED, users), replace=False)
    often = rng.integers(1, 6, len(user))
    of = np.repeat(user, often)
    nth = np.arange(len(of)) - np.repeat(np.cumsum(often) - often, often)
    often = np.repeat(often, often)  # from here on a message, not a user
    response, leave = retention.message_response(quarter.p, often)
    opened = rng.random(len(of)) < OPEN
    clicked = opened & (rng.random(len(of)) < CLICK)
    # `response` is orders a user; what is left to a message that was clicked:
    order_chance = np.minimum(1.0, response / often / (OPEN * CLICK))
    ordered = clicked & (rng.random(len(of)) < order_chance)
    return {
        "user": of,
        "ts": START + pd.to_timedelta(nth * (WEEK // 7) + 36_000, unit="s"),
        "channel": rng.choice(["email", "push"], len(of)),
        "opened": opened,
        "clicked": clicked,
        "ordered": ordered,
        "unsub": rng.random(len(of)) < leave / often,
    }


def memberships(quarter):
    users, rng = quarter.world.users.query("member"), quarter.rng("members")
    yearly = users["rate"].to_numpy() * 52 * quarter.p.order.session_cvr
    return {
        "user": users["user"],
        "joined": date(rng.integers(-40, 1, len(users))),
        "fee": FEE,
        "cashback": CASHBACK,
        "orders_before": rng.poisson(yearly),
        "orders_after": rng.poisson(retention.membership_orders(quarter.p, yearly)),
    }


def points_ledger(quarter):
    orders, rng = paid_orders(quarter), quarter.rng("points")
    earned = {
        "user": orders["user"],
        "ts": orders["ts"],
        "points": (orders["items_value"] * POINTS).round(),
        "reason": "order",
    }
    later = orders.sample(frac=0.15, random_state=int(rng.integers(2**31)))
    spent = {
        "user": later["user"],
        "ts": later["ts"] + pd.Timedelta(days=20),
        "points": -later["items_value"].round(),
        "reason": "spent",
    }
    frame = pd.concat([pd.DataFrame(earned), pd.DataFrame(spent)], ignore_index=True)
    return frame.assign(entry=np.arange(len(frame)))
