"""The practice shop's week of ads, its search terms, and its auctions."""

import numpy as np
import pandas as pd

from course.lessons.paid_promotion.bank import WORDS
from course.lessons.paid_promotion.scenario import Scenario
from course.market.rng import stream


def ad_week(seed=0, days=7):
    """A week of ads by word and day: a DataFrame word, day, impressions, clicks, spend ($), orders,
    revenue ($).
    """
    rng = stream(seed, "ads", "week")
    rows = []
    for word in WORDS:
        ctr, cvr, price, basket = (
            rng.uniform(0.002, 0.02),
            rng.uniform(0.02, 0.2),
            rng.uniform(0.3, 1.4),
            rng.uniform(18, 45),
        )
        for day in range(1, days + 1):
            shown = int(rng.integers(50, 1500))
            clicks = int(rng.binomial(shown, ctr))
            orders = int(rng.binomial(clicks, cvr))
            rows.append(
                (
                    word,
                    day,
                    shown,
                    clicks,
                    round(clicks * price, 2),
                    orders,
                    round(orders * basket, 2),
                )
            )
    return pd.DataFrame(
        rows, columns=["word", "day", "impressions", "clicks", "spend", "orders", "revenue"]
    )


def search_terms(seed=0, count=20):
    """What people really typed: a DataFrame term, clicks, orders, spend ($), basket ($ an order,
    known from the product).
    """
    rng = stream(seed, "ads", "terms")
    clicks = np.exp(rng.uniform(np.log(3), np.log(300), count)).astype(int)
    orders = rng.binomial(clicks, rng.choice([0.01, 0.05, 0.10, 0.15], count))
    spend = (clicks * rng.uniform(0.4, 1.6, count)).round(2)
    further = ("cheap", "replacement lid", "review", "blue", "repair")
    terms = [
        f"{WORDS[place % len(WORDS)]} {further[place % len(further)]}" for place in range(count)
    ]
    return pd.DataFrame(
        {
            "term": terms,
            "clicks": clicks,
            "orders": orders,
            "spend": spend,
            "basket": rng.uniform(15, 40, count).round(2),
        }
    )


def week(number):
    """(keywords, landscape, budget) of practice week `number` (0 to 4), as a policy gets them."""
    return tuple(Scenario().observe(number).values())
