"""Who and what there is: users, products, categories, merchants and queries."""

import json

import numpy as np
from scipy.special import expit

from course.market.expectation import expected_week
from course.market.records.quarter import date

LAST_YEAR = 2000  # items, from which an operator knows how often a category comes back


def users(quarter):
    everyone, rng = quarter.world.users, quarter.rng("users")
    count = len(everyone)
    referred = everyone["first_channel"] == "referral"
    return {
        **everyone[["user", "first_channel", "device", "city_tier", "member"]],
        "signup": date(everyone["signup"]),
        "referrer": np.where(referred, rng.integers(0, count, count), -1),
        "segment": rng.choice(
            ["student", "family", "professional", "senior"], count, p=[0.2, 0.35, 0.3, 0.15]
        ),
    }


def products(quarter):
    frame = quarter.world.products.copy()
    frame["attrs"] = [json.dumps(sorted(words)) for words in frame["true_words"]]
    frame["launched"] = date(1 - frame["launched"])
    return frame


def categories(quarter):
    frame = quarter.world.categories.copy()
    came_back = quarter.rng("categories").binomial(LAST_YEAR, expit(frame["return_base"]))
    frame["return_base"] = came_back / LAST_YEAR
    return frame


def merchants(quarter):
    frame = quarter.world.merchants
    return frame.assign(joined=date(1 - frame["joined"]))


def queries(quarter):
    frame = quarter.world.queries.copy()
    lists = expected_week(quarter.world).sessions * (1 + quarter.p.arrival.lists)
    share = frame["weekly_volume"] / frame["weekly_volume"].sum()
    frame["weekly_volume"] = quarter.rng("queries").poisson(share * lists)
    return frame
