"""What a quarter is worth: the published formula, and its guardrails.

V = contribution of thirteen weeks + customers + merchants + stock at salvage − 10% of the cash
carried below zero, week by week − what broken guardrails cost. Customers and merchants are counted
by the engine under the neutral policy (the usual settings), whatever the last settings are: who
dumps at the end takes from what is counted here.
"""

import numpy as np

from course.market.quarter.week import usual_orders

# name: (what is counted, as the cockpit says it, the parameter with its limit)
GUARDRAILS = {
    "defects": ("defects in an order, mean of the quarter", "most_defects"),
    "unsubscribes": ("subscribers lost a week, mean of the quarter", "most_unsubscribes"),
    "exits": ("sellers' sales gone or suspended at the end, share", "most_exits"),
    "stock-out": ("units asked for that were not there, share", "most_stockout"),
    "untrue titles": ("weeks with an untrue word in the title", "most_untrue"),
}


def geometric(p, keeps):
    """What one of something is worth over the weeks ahead of the quarter, discounted: numbers.

    It is 1 a week, and `keeps` of it are left from week to week.
    """
    each = p.run.discount * np.asarray(keeps, dtype=float)
    return each * (1 - each**p.run.ahead) / (1 - each)


def neutral_week(p, levers):
    """$ that Tideway earns in a usual week at the usual settings, with every good in stock."""
    prices, (_, back) = levers["prices"], levers["modules"].effect(levers["modules"].start)
    kept = (1 - back) * (prices.price - prices.cost) - back * p.modules.return_cost
    commission = levers["commission"]
    return float((prices.units * kept).sum() + commission.brings(commission.start).sum())


def customer_worth(p, levers):
    """$ of one customer in the weeks ahead, under the neutral policy."""
    orders = p.run.orders / usual_orders(p)
    return neutral_week(p, levers) * orders * float(geometric(p, p.run.stay))


def newcomer_worth(p, levers):
    """$ of somebody who orders for the first time: that order, and what follows."""
    first = neutral_week(p, levers) / usual_orders(p)
    return first + p.run.kept * customer_worth(p, levers)


def equity(p, levers, state):
    """{part: $} of what the last week leaves behind."""
    messages, merchants = levers["messages"], levers["merchants"]
    profit, leaves = messages.effect(messages.start)
    commission = levers["commission"]
    brings = commission.brings(commission.start)
    sellers = (brings * (state.sellers - 1)).sum() * geometric(p, 1 - p.platform.speed)
    service = p.run.merchants * merchants.adds() / p.run.weeks * geometric(p, 1.0)
    units = state.stock + sum(state.coming.values())
    return {
        "customers": float(
            state.customers * customer_worth(p, levers)
            + (state.lists * profit * geometric(p, 1 - leaves)).sum()
        ),
        "merchants": float(sellers + service),
        "stock": float(p.run.salvage * (units * levers["prices"].cost).sum()),
    }


def guardrails(p, levers, weeks, settings):
    """{name: (as it stands, limit)} after the Played `weeks`; `settings` of each week."""
    asked = sum(float(each.asked.sum()) for each in weeks)
    sold = sum(float(each.sold.sum()) for each in weeks)
    stands = {
        "defects": float(np.mean([each.defect_rate for each in weeks])),
        "unsubscribes": float(np.mean([each.left_list for each in weeks])),
        "exits": weeks[-1].gone,
        "stock-out": 1 - sold / asked if asked else 0.0,
        "untrue titles": float(
            sum(bool(levers["title"].untrue(each["title"])) for each in settings)
        ),
    }
    return {name: (stands[name], getattr(p.run, limit)) for name, (_, limit) in GUARDRAILS.items()}
