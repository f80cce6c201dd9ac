"""Paid traffic: keywords, ad auctions, what campaigns cost and brought, and paths of touchpoints."""

import numpy as np
import pandas as pd

from course.market import ads
from course.market.records.quarter import START, WEEK

CHANNELS = ("search ads", "social ads", "display", "affiliate")
BRAND = "tideway"
OWN_BID = 0.6  # dollars a click
AUCTIONS = 250  # a keyword
JOURNEYS = 3000
# What one touch adds to the chance of an order.
TOUCH = {"search": 0.03, "social": 0.008, "email": 0.02, "display": 0.003}


def keywords(quarter):
    impressions = ads.make_keywords(quarter.p, quarter.world.seed)["impressions"]
    queries = quarter.world.queries.sort_values("weekly_volume", ascending=False)
    texts = queries["text"].head(len(impressions) - 1).tolist()
    return {
        "keyword": np.arange(len(impressions)),
        "text": [*texts, BRAND],
        "brand": [False] * len(texts) + [True],
        "weekly_impressions": impressions,
    }


def ad_auctions(quarter):
    made = ads.make_keywords(quarter.p, quarter.world.seed)
    parts = [_auctions(quarter, made, keyword) for keyword in range(len(made["ctr"]))]
    return pd.concat(parts, ignore_index=True)


def _auctions(quarter, made, keyword):
    """The auctions of one keyword: a row a slot that was filled. Bidder 0 is the shop itself."""
    rng = quarter.rng("auctions", keyword)
    own_quality, rivals = made["quality"][keyword], made["rivals"][keyword]
    done = ads.draw_auctions(quarter.p, rng, OWN_BID, own_quality, rivals, AUCTIONS)
    auction, slot = np.nonzero(done.bidder >= 0)
    bidder = done.bidder[auction, slot]
    own = bidder == 0
    quality = np.where(own, own_quality, 1.0)
    ctr = made["ctr"][keyword] * ads.slot_factors(quarter.p)[slot] * quality
    clicked = rng.random(len(bidder)) < ctr
    columns = {
        "auction": keyword * AUCTIONS + auction,
        "keyword": keyword,
        "ts": START + pd.to_timedelta(auction * (WEEK // AUCTIONS), unit="s"),
        "bidder": bidder,
        "bid": np.where(own, OWN_BID, rivals[np.maximum(bidder - 1, 0)]),
        "quality": quality.round(3),
        "slot": slot + 1,
        "price": done.price[auction, slot],
        "clicked": clicked,
        "converted": clicked & (rng.random(len(bidder)) < made["cvr"][keyword]),
    }
    return pd.DataFrame(columns)


def campaign_daily(quarter):
    rng, days, p = quarter.rng("campaigns"), 7 * quarter.weeks, quarter.p
    demand = np.exp(rng.normal(0, 0.25, days))
    usual = p.media.spend / 28 * demand**p.confounding.spend  # more is spent when more is asked
    parts = []
    for place, channel in enumerate(CHANNELS):
        spend = usual * np.exp(rng.normal(0, 0.15, days))
        clicks = rng.poisson(spend / (0.35 + 0.1 * place))
        orders = rng.poisson(clicks * 0.02 * demand)
        columns = {
            "date": START + pd.to_timedelta(np.arange(days), unit="D"),
            "campaign": f"c{place + 1}",
            "channel": channel,
            "spend": spend,
            "clicks": clicks,
            "impressions": clicks * rng.integers(30, 60, days),
            "orders": orders,
            "new_users": rng.binomial(orders, 0.35),
            "gmv": orders * rng.normal(52, 6, days),
        }
        parts.append(pd.DataFrame(columns))
    return pd.concat(parts, ignore_index=True)


def touchpoints(quarter):
    rng, users = quarter.rng("touchpoints"), len(quarter.world.users)
    journeys = min(JOURNEYS, users)
    user = rng.choice(users, journeys, replace=False)
    length = 1 + rng.poisson(0.9, journeys)
    of = np.repeat(np.arange(journeys), length)
    channel = rng.choice(list(TOUCH), len(of), p=[0.35, 0.3, 0.2, 0.15])
    chance = pd.Series(channel).map(TOUCH).groupby(of).sum().to_numpy()
    converted = rng.random(journeys) < np.minimum(chance, 0.9)
    nth = np.arange(len(of)) - np.searchsorted(of, of)
    start = rng.integers(0, 5 * WEEK, journeys)
    return {
        "user": user[of],
        "ts": START + pd.to_timedelta(start[of] + nth * 40_000, unit="s"),
        "channel": channel,
        "converted": converted[of],
    }
