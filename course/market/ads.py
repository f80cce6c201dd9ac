"""Search advertising: a generalised second-price auction on bid times quality.

Edelman, Ostrovsky and Schwarz (2007); Varian (2007). Quality is a bidder's
click-through rate relative to the mean of the others.
"""

from dataclasses import dataclass

import numpy as np

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


def make_keywords(seed, count=12):
    """Keywords to advertise on, a dict of arrays (count,).

    Impressions a week, ctr of the first slot, cvr, margin in $, own quality, and rivals' bids in $,
    shape (count, 6). Forms and numbers are those of the prototype.
    """
    rng = stream(seed, "ads", "keywords")
    return {
        "impressions": np.exp(rng.normal(np.log(2981), 0.8, count)).round(),
        "ctr": np.exp(rng.normal(np.log(0.02), 0.4, count)),
        "cvr": np.exp(rng.normal(np.log(0.10), 0.5, count)),
        "margin": np.exp(rng.normal(np.log(9.0), 0.1, count)),
        "quality": np.exp(rng.normal(0.0, 0.25, count)),
        "rivals": np.exp(rng.normal(np.log(0.65), 0.45, (count, RIVALS))),
    }


def draw_auctions(p, rng, own_bid, own_quality, rival_bids, count, noise=0.15, batch=64):
    """`count` auctions on one keyword; rivals' bids (6,) vary by `noise` (ln). Bidder 0 is us.

    Settled in batches of `batch`, which is how many a server holds open at once. Returns Auctions.
    """
    bidders, prices = [], []
    quality = np.ones((batch, RIVALS + 1))
    quality[:, 0] = own_quality
    for start in range(0, count, batch):
        size = min(batch, count - start)
        bids = np.empty((size, RIVALS + 1))
        bids[:, 0] = own_bid
        bids[:, 1:] = rival_bids * np.exp(noise * rng.standard_normal((size, RIVALS)))
        done = settle(bids, quality[:size], p.ads.reserve)
        bidders.append(done.bidder)
        prices.append(done.price)
    return Auctions(np.concatenate(bidders), np.concatenate(prices))


def extra_orders(p, paid_orders, brand):
    """Orders that would not have come without the ad.

    On a brand's own name nearly all come anyway (Blake, Nosko and Tadelis, 2015).
    """
    return paid_orders * np.where(brand, 1.0 - p.ads.brand_substitution, 1.0)


def pace(budget, cost_a_click, expected_clicks):
    """Share of auctions to take part in so that the budget lasts: throttling at random, 0 to 1."""
    cost = cost_a_click * expected_clicks
    return np.minimum(1.0, np.where(cost > 0, budget / np.maximum(cost, 1e-12), 1.0))
