"""What bids would earn in a week, and how sure that is: rates are known from past clicks alone."""

import numpy as np

from course.lessons.paid_promotion.bank import PRIOR_CLICKS, PRIOR_ORDERS
from course.market import ads
from course.market.rng import stream

INSIDE = (0.1, 0.9)  # the ends of a range that holds four of five


def would_bring(bids, landscape, budget):
    """(clicks, cost in $) of a week by the landscape, two dicts by word, for `bids` {word: $}.

    Between two bids of the landscape by the straight line; beyond the budget all less, alike.
    """
    clicks, cost = {}, {}
    for word, rows in landscape.sort_values("bid").groupby("word"):
        seen = [0.0, *rows["bid"]]
        clicks[word] = float(np.interp(bids[word], seen, [0.0, *rows["clicks"]]))
        cost[word] = float(np.interp(bids[word], seen, [0.0, *rows["cost"]]))
    shown = float(ads.pace(budget, sum(cost.values()), 1.0))
    return tuple({word: shown * each for word, each in part.items()} for part in (clicks, cost))


def likely_profit(bids, keywords, landscape, budget, weeks=1000):
    """What `bids` {word: $} may earn in a week: {"low", "mean", "high"} in $.

    `weeks` times each word's rate is drawn from what its record leaves open (a Beta distribution);
    low and high hold four of five.
    """
    clicks, cost = would_bring(bids, landscape, budget)
    orders, tried = keywords["orders"].to_numpy(), keywords["clicks"].to_numpy()
    rates = stream(0, "ads", "likely").beta(
        orders + PRIOR_ORDERS, tried - orders + PRIOR_CLICKS - PRIOR_ORDERS, (weeks, len(keywords))
    )
    sold = keywords["word"].map(clicks).to_numpy() * keywords["margin"].to_numpy()
    profit = rates @ sold - sum(cost.values())
    low, high = np.quantile(profit, INSIDE)
    return {"low": float(low), "mean": float(profit.mean()), "high": float(high)}
