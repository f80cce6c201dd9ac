"""Price cuts over time.

What a promotion adds, borrows from later weeks and takes from siblings, and what shoppers remember.
"""

import numpy as np
import pandas as pd


def promotion_effect(p, units, depth, elasticity, cannibal):
    """A week's promotion of one product, in units.

    `units` is the usual week, `depth` the share off, `elasticity` negative.

    Returns (sold, borrowed, taken): units sold in the week; of the extra ones, those missing in the
    next four weeks; and those that siblings do not sell (`cannibal`, a share). Van Heerde, Leeflang
    and Wittink (2004).
    """
    sold = bumped(units, depth, elasticity)
    extra = sold - units
    return sold, p.promotion.pull_forward * extra, cannibal * extra


def bumped(units, depth, elasticity):
    """Units of a week at `depth` off; `elasticity` is negative."""
    return units * (1.0 - np.asarray(depth, dtype=float)) ** elasticity


def campaign_profit(depth, base, price, margin, elasticity, pulled, stolen, visibility):
    """Incremental $ of a cut by `depth` in a campaign; numbers or arrays.

    `base` units of a usual week, `price` $, `margin` a share, `elasticity` positive, `pulled` and
    `stolen` shares of the extra units, `visibility` times as many visitors. What is bought anyway
    is bought for less.
    """
    sold = bumped(base * visibility, depth, -elasticity)
    return (
        sold * price * (margin - depth)
        - base * price * margin
        - (pulled + stolen) * (sold - base) * price * margin
    )


def draw_applicants(p, rng, products, count):
    """`count` of the town's `products` that apply for a campaign: (their names, a dict of arrays:
    the arguments of `campaign_profit`). Sales and price are the town's, a little off this season;
    the margin is what fees, delivery and ads leave of it.
    """
    chosen = products.iloc[rng.permutation(len(products))[:count]]
    made = {
        "base": (chosen["units"].to_numpy() * p.draw(rng, "campaign.base", count)).round(1),
        "price": (chosen["price"].to_numpy() * p.draw(rng, "campaign.price", count)).round(2),
        "margin": p.draw(rng, "campaign.margin", count).round(3),
    }
    for name in ("elasticity", "pulled", "stolen"):
        made[name] = p.draw(rng, f"campaign.{name}", count)
    return chosen["product"].tolist(), made | {
        "visibility": p.draw(rng, "campaign.visitors", count)
    }


def campaign_result(p, rng, products, count):
    """What a campaign did: product, sold, usual (units), price ($), margin, depth (shares), pulled,
    stolen (units), a DataFrame.
    """
    names, item = draw_applicants(p, rng, products, count)
    usual, depth = item["base"].round(), p.draw(rng, "result.depth", count)
    sold = (usual * p.draw(rng, "result.lift", count)).round()
    return pd.DataFrame(
        {
            "product": names,
            "sold": sold,
            "usual": usual,
            "price": item["price"],
            "margin": item["margin"].round(2),
            "depth": depth,
            "pulled": ((sold - usual) * item["pulled"]).round(),
            "stolen": ((sold - usual) * item["stolen"]).round(),
        }
    )


WEEK = 7  # days


def campaign_days(p, rng, days, event):
    """Units a day of a business in which a campaign runs on the days `event` (first, last), a list.
    Weekdays differ, and the business grows or shrinks a little.
    """
    weekday = p.draw(rng, "eventday.weekday", WEEK)
    trend = 1 + p.draw(rng, "eventday.trend")
    units = []
    for day in range(days):
        usual = p.eventday.units * weekday[day % WEEK] * trend ** (day / WEEK)
        usual *= p.draw(rng, "eventday.luck")
        lift = p.eventday.lift if event[0] <= day <= event[1] else 1.0
        units.append(round(usual * lift, 1))
    return units


def campaign_merchants(p, rng, products, count, weeks):
    """`count` shops of those that sell `products`, week by week; half of them, by lot, join a
    campaign in the middle: merchant, joined (bool), week, after (bool), sales ($), a DataFrame.

    What is special about a shop's second half is special about all of its weeks (Bertrand, Duflo
    and Mullainathan, 2004).
    """
    usual = (products["price"] * products["units"]).groupby(products["shop"]).sum()
    shops = usual.iloc[rng.permutation(len(usual))[:count]]
    joined = rng.permutation(np.arange(count) % 2 == 0)
    sizes = shops.to_numpy() * p.draw(rng, "joining.size", count)
    effect, one, rows = p.draw(rng, "joining.effect"), p.joining, []
    for merchant, size, inside in zip(shops.index, sizes, joined, strict=True):
        drift = p.draw(rng, "joining.drift")
        for week in range(1, weeks + 1):
            after = week > weeks // 2
            more = one.growth * week + after * (drift + inside * effect)
            sales = size + more + p.draw(rng, "joining.luck")
            rows.append((merchant, bool(inside), week, after, round(float(sales), 2)))
    return pd.DataFrame(rows, columns=["merchant", "joined", "week", "after", "sales"])


def after_promotion(borrowed, weeks=4):
    """Units missing in each of the `weeks` following weeks, fading: 40, 30, 20 and 10%.

    Shape (weeks, ...).
    """
    shares = np.arange(weeks, 0, -1, dtype=float)
    return (shares / shares.sum()).reshape(-1, *[1] * np.ndim(borrowed)) * borrowed


def reference_price(p, prices, start):
    """What shoppers remember before each week: r[t+1] = m r[t] + (1 - m) price[t].

    `prices` has weeks first.
    """
    memory = np.empty(np.shape(prices), dtype=float)
    now = np.broadcast_to(np.asarray(start, dtype=float), np.shape(prices)[1:])
    for week, price in enumerate(prices):
        memory[week] = now
        now = p.promotion.reference * now + (1.0 - p.promotion.reference) * price
    return memory


def reference_gap(p, price, reference):
    """Felt difference in ln price: a loss counts `promotion.loss` times as much as a gain.
    Kalyanaram and Winer (1995).
    """
    gap = np.log(np.asarray(price, dtype=float) / reference)
    return np.where(gap > 0, p.promotion.loss * gap, gap)


def rival_prices(p, rng, own, rivals):
    """Competitors' prices, weeks first.

    Each price cut of ours is followed in full with chance `rival.follow`, two weeks later.
    """
    own, rivals = np.asarray(own, dtype=float), np.array(rivals, dtype=float)
    for week in range(1, len(own)):
        cut = own[week] / own[week - 1]
        if cut < 1.0 and rng.random() < p.rival.follow and week + 2 < len(rivals):
            rivals[week + 2 :] *= cut
    return rivals


def threshold_profit(p, threshold, baskets, fee, cost, margin):
    """Expected $ of a month's `baskets` ($) if delivery is free from `threshold` ($) on and costs
    the shopper `fee` below; a parcel costs the shop `cost`, `margin` is a share of the basket.

    Who is short fills up, the less likely the larger the gap beside the basket; else pays the fee
    or leaves. Direction: Lewis, Singh and Fay (2006).
    """
    gap, bar = threshold - baskets, p.delivery
    filled = np.exp(-np.maximum(gap, 0) / (bar.reach * baskets))
    filled = np.where(gap > 0, bar.topup * filled, 0.0)
    stay = np.maximum(0.0, 1 - bar.leaves * fee)
    below = filled * (margin * threshold - cost)
    below = below + (1 - filled) * stay * (margin * baskets + fee - cost)
    return float(np.where(gap > 0, below, margin * baskets - cost).sum())
