"""Search advertising: a generalised second-price auction on bid times quality.

Edelman, Ostrovsky and Schwarz (2007); Varian (2007). Quality is a bidder's
click-through rate relative to the mean of the others.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from course.market.rng import stream

RIVALS = 6


def slot_factors(p):
    """Clicks of each slot relative to the first, shape (4,)."""
    return np.array([1.0, p.ads.slot_2, p.ads.slot_3, p.ads.slot_4])


@dataclass(frozen=True)
class Auctions:
    """Logs of many auctions, arrays (auctions, slots).

    `bidder` (-1: the slot stays empty) and `price` in $ a click.
    """

    bidder: np.ndarray
    price: np.ndarray


def settle(bids, quality, reserve, slots=4):
    """Run auctions.

    `bids` in $ and `quality` (1 is the mean) have shape (auctions, bidders); 0 bids do not take
    part.

    Slots go by bid x quality. The winner of a slot pays per click what it takes to keep it: the
    next score divided by its own quality, and at least `reserve`. Bids below the reserve are out.
    """
    bids = np.where(bids >= reserve, bids, 0.0)
    score = bids * quality
    order = np.argsort(-score, axis=1, kind="stable")[:, : slots + 1]
    ranked = np.take_along_axis(score, order, axis=1)
    if ranked.shape[1] == slots:  # nobody is left below the last slot
        ranked = np.pad(ranked, ((0, 0), (0, 1)))
    winner = order[:, :slots]
    width = winner.shape[1]
    price = np.maximum(
        reserve, ranked[:, 1 : width + 1] / np.take_along_axis(quality, winner, axis=1)
    )
    filled = ranked[:, :width] > 0
    return Auctions(np.where(filled, winner, -1), np.where(filled, price, 0.0))


def draw_keywords(p, rng, count):
    """Keywords to advertise on, a dict of arrays (count,).

    `impressions` a week, `ctr` of an ordinary ad in the first slot, `cvr`, `margin` in $ an order,
    own `quality` (our CTR relative to an ordinary ad's), and rivals' scores in $, `rivals`
    (count, 6).
    """
    names = ("impressions", "ctr", "cvr", "margin", "quality")
    return {name: p.draw(rng, f"keyword.{name}", count) for name in names} | {
        "rivals": p.draw(rng, "keyword.rivals", (count, RIVALS))
    }


def make_keywords(p, seed, count=12):
    """The keywords of the world `seed`; see `draw_keywords`. Impressions are whole."""
    made = draw_keywords(p, stream(seed, "ads", "keywords"), count)
    return made | {"impressions": made["impressions"].round()}


def draw_scores(p, rng, rivals, auctions):
    """Rivals' scores in many auctions, shape (..., auctions, 6), from `rivals` (..., 6).

    They vary around what each usually scores. Sorted, highest first, as `expected_clicks` wants
    them.
    """
    rivals = np.asarray(rivals)
    shape = (*rivals.shape[:-1], auctions, rivals.shape[-1])
    return -np.sort(-(rivals[..., None, :] * p.draw(rng, "keyword.rival_noise", shape)), axis=-1)


def place(p, score, rivals):
    """Our place and what keeps it.

    `score` (bid x quality) has any shape, `rivals` one axis more: their scores, highest first.
    Returns (place from 0, or the number of slots where we get none; the score below us, at least
    the reserve). A rival with our score stands below us. The same rules as `settle`, for one bidder.
    """
    slots = len(slot_factors(p))
    above = (rivals > score[..., None]).sum(axis=-1)
    below = np.take_along_axis(rivals, np.minimum(above, rivals.shape[-1] - 1)[..., None], axis=-1)[
        ..., 0
    ]
    below = np.where(above < rivals.shape[-1], below, 0.0)
    out = (above >= slots) | (score < p.ads.reserve)
    return np.where(out, slots, above), np.maximum(below, p.ads.reserve)


def expected_clicks(p, bids, keywords, rivals):
    """(clicks, cost in $) a week of each keyword at `bids`: means over its auctions.

    `bids` (..., count) may hold several sets of bids; `rivals` (count, auctions, 6) are scores as
    `draw_scores` gives them, `keywords` those of `draw_keywords`. A better ad is clicked more and
    pays less for a click.
    """
    quality = keywords["quality"][:, None]
    score = np.asarray(bids, dtype=float)[..., None] * quality
    score = np.broadcast_to(score, (*score.shape[:-1], rivals.shape[-2]))
    slot, below = place(p, score, np.broadcast_to(rivals, (*score.shape, rivals.shape[-1])))
    seen = np.append(slot_factors(p), 0.0)[slot]
    clicks = (keywords["impressions"] * keywords["ctr"])[:, None] * quality * seen
    return clicks.mean(axis=-1), (clicks * below / quality).mean(axis=-1)


def week_profit(p, bids, keywords, rivals, budget):
    """Expected $ of a week: margin of the orders less the clicks' cost, within a `budget` in $.

    Arguments as in `expected_clicks`. Beyond the budget all ads are shown less, alike.
    """
    clicks, cost = expected_clicks(p, bids, keywords, rivals)
    earned = (clicks * keywords["cvr"] * keywords["margin"]).sum() - cost.sum()
    return float(pace(budget, cost.sum(), 1.0) * earned)


def draw_auctions(p, rng, own_bid, own_quality, rival_bids, count, batch=64):
    """`count` auctions on one keyword with everybody in them; rivals' bids (6,) vary. Bidder 0 is us.

    Settled in batches of `batch`, which is how many a server holds open at once. Returns Auctions.
    """
    bidders, prices = [], []
    quality = np.ones((batch, RIVALS + 1))
    quality[:, 0] = own_quality
    for start in range(0, count, batch):
        size = min(batch, count - start)
        bids = np.empty((size, RIVALS + 1))
        bids[:, 0] = own_bid
        bids[:, 1:] = rival_bids * p.draw(rng, "keyword.rival_noise", (size, RIVALS))
        done = settle(bids, quality[:size], p.ads.reserve)
        bidders.append(done.bidder)
        prices.append(done.price)
    return Auctions(np.concatenate(bidders), np.concatenate(prices))


def extra_orders(p, paid_orders, brand):
    """Orders that would not have come without the ad.

    On a brand's own name nearly all come anyway (Blake, Nosko and Tadelis, 2015).
    """
    return paid_orders * np.where(brand, 1.0 - p.ads.brand_substitution, 1.0)


def brand_test(p, rng, regions):
    """Two weeks of searches for a shop's own name, with its ads off in a random half of the regions.

    A DataFrame: region (from 1), ads (bool), searches, ad_clicks, spend ($), ad_revenue ($: of orders
    that an ad's click preceded), revenue ($: of all orders of those who searched). Without the ad
    most of those who would have clicked it order by the free result, see `extra_orders`.
    """
    on = rng.permutation(np.arange(regions) % 2 == 0)
    searches = p.draw(rng, "brand.searches", regions).astype(int)
    clicks = rng.binomial(searches, p.brand.ad_share)
    paid = rng.binomial(clicks, p.brand.cvr)
    free = rng.binomial(searches - clicks, p.brand.cvr)
    lost = rng.binomial(paid, extra_orders(p, 1.0, brand=True))
    revenue = (paid + free - np.where(on, 0, lost)) * p.brand.basket
    return pd.DataFrame(
        {
            "region": np.arange(1, regions + 1),
            "ads": on,
            "searches": searches,
            "ad_clicks": np.where(on, clicks, 0),
            "spend": (np.where(on, clicks, 0) * p.brand.price).round(2),
            "ad_revenue": np.where(on, paid, 0) * p.brand.basket,
            "revenue": revenue,
        }
    )


def pace(budget, cost_a_click, expected_clicks):
    """Share of auctions to take part in so that the budget lasts: throttling at random, 0 to 1."""
    cost = cost_a_click * expected_clicks
    return np.minimum(1.0, np.where(cost > 0, budget / np.maximum(cost, 1e-12), 1.0))


def report(p, rng, words, days):
    """A shop's report by word and day: word, day, impressions, clicks, spend ($), orders, revenue
    ($), a DataFrame.
    """
    rows = []
    for word in words:
        ctr, cvr, price, basket = (
            p.draw(rng, f"report.{each}") for each in ("ctr", "cvr", "price", "basket")
        )
        for day in range(1, days + 1):
            shown = int(p.draw(rng, "report.impressions"))
            clicks = int(rng.binomial(shown, ctr))
            orders = int(rng.binomial(clicks, cvr))
            money = round(clicks * price, 2), round(orders * basket, 2)
            rows.append((word, day, shown, clicks, money[0], orders, money[1]))
    columns = ["word", "day", "impressions", "clicks", "spend", "orders", "revenue"]
    return pd.DataFrame(rows, columns=columns)


def searched(p, rng, terms):
    """What people typed who clicked on an ad: term, clicks, orders, spend ($), basket ($ an order,
    known from the product), a DataFrame.
    """
    count = len(terms)
    clicks = p.draw(rng, "term.clicks", count).astype(int)
    orders = rng.binomial(clicks, p.draw(rng, "term.cvr", count))
    spend = (clicks * p.draw(rng, "report.price", count)).round(2)
    basket = p.draw(rng, "report.basket", count).round(2)
    return pd.DataFrame(
        {"term": terms, "clicks": clicks, "orders": orders, "spend": spend, "basket": basket}
    )
