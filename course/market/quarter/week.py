"""One week: the levers' effects chained, in expected values, without any luck.

people found = new buyers' sales ÷ basket + responses × conversion + friends who are honest
demand       = (customers × orders + people found) ÷ usual orders × season × better product
own shop     = units × demand × title × page × price, as far as stock reaches
marketplace  = (commission − serving) × sales × sellers × demand × ranking
customers    = customers × stay + people found × kept × onboarding
"""

from dataclasses import dataclass, field

import numpy as np

from course.market import supply
from course.market.quarter.own import NAMES
from course.market.quarter.platform import CATEGORIES, MONTHS, SHELF
from course.market.quarter.reach import CHANNELS

YEAR = 52  # weeks


@dataclass
class State:
    """What a week leaves to the next.

    `customers`: people; `lists` (segments,): subscribers; `sellers` (categories,): relative to
    usual; `stock` (products,): units; `asked` (products,): units of last week that were asked for
    and do not come back; `coming` {week: units}; `rates` (categories,): commissions in force;
    `announced` [(week, rates)]; `cash` $.
    """

    customers: float
    lists: np.ndarray
    sellers: np.ndarray
    stock: np.ndarray
    asked: np.ndarray
    coming: dict
    rates: list
    cash: float
    week: int = 1
    announced: list = field(default_factory=list)


@dataclass(frozen=True)
class Played:
    """What a week brought: `money` {line: $}, and what the guardrails and tables are made of."""

    money: dict
    found: float
    orders: float
    asked: np.ndarray
    sold: np.ndarray
    returned: float
    left_list: float
    defect_rate: float
    gone: float
    overdraft: float


def play_week(p, levers, plan, now, does, state):
    """Play `state.week` with the settings `now` and their effects `does`; changes `state`.

    `levers`, `now` and `does` are dicts from a lever's name. Returns Played.
    """
    q, week = p.run, state.week
    rival = q.competitor if plan.struck(week, "competitor") else 1.0

    # Who comes
    signed, honest = does["referral"]
    asked_friends = q.inviters * state.customers / q.customers
    responses = does["posts"] * levers["headlines"].played(now["headlines"], week)
    found = (
        does["spend"] / p.membership.basket + q.response_cvr * responses + asked_friends * honest
    )
    outage = plan.struck(week, "tracking outage")
    better = does["launch"] * (1 + levers["test"].played(now["test"], week, outage))
    orders = state.customers * q.orders + found
    demand = orders / usual_orders(p) * plan.demand[week - 1] * better

    # The own shop
    cvr, back_share = does["modules"]
    listing = 1 + does["title"]
    asked = levers["prices"].units * demand * rival * listing * cvr * does["prices"]
    state.stock = state.stock + state.coming.pop(week, 0.0)
    sold = supply.expected_sales(state.stock, asked, levers["reorder"].variation)
    sold = np.minimum(sold, state.stock)
    back = back_share * sold
    state.stock = state.stock - sold + back
    price = np.array([now["prices"][name] for name in NAMES])
    late = q.delay if plan.struck(week, "supplier delay") else 0
    arrives = week + int(q.lead + late)
    ordered = state.asked if does["reorder"] is None else does["reorder"]
    state.asked = (1 - back_share) * asked
    state.coming[arrives] = state.coming.get(arrives, 0.0) + ordered

    # The marketplace
    if state.announced and state.announced[0][0] <= week:
        state.rates = state.announced.pop(0)[1]
    target = levers["commission"].effect(state.rates)
    # Sellers leave at once and come back slowly.
    returning = state.sellers + p.platform.speed * (target - state.sellers)
    state.sellers = np.where(target < state.sellers, target, returning)
    brings = levers["commission"].brings(state.rates) * state.sellers * demand * rival
    brings = brings * (1 + q.page_share * (does["order"] - 1))
    shelf = brings[CATEGORIES.index(SHELF)]
    merchants = levers["merchants"]
    coaching = merchants.act(now["merchants"])

    # Customers
    profit, leaves = does["messages"]
    left_list = float((state.lists * leaves).sum() / state.lists.sum())
    margin, clicks_cost = does["bids"]
    rewards = asked_friends * signed * now["referral"][0]
    money = {
        "shop": ((sold - back) * price).sum() - back.sum() * p.modules.return_cost,
        "purchases": -(ordered * levers["prices"].cost).sum(),
        "delivery": does["threshold"] * sold.sum(),
        "commissions": brings.sum() + shelf * (does["shelf"] - 1),
        "channels": -sum(now["spend"][channel] for channel in CHANNELS),
        "search ads": q.shops * (margin * cvr * better - clicks_cost),
        "referral": -rewards,
        "membership": state.customers * q.regulars * does["membership"] / YEAR,
        "messages": (state.lists * profit).sum(),
        "coupons": state.customers * does["coupons"] * MONTHS,
        "groups": q.group_visitors * demand * does["group"],
        "campaign": q.venue * does["enrol"] if week == plan.event else 0.0,
        "merchants": q.merchants * (merchants.adds() / q.weeks - coaching),
    }
    money = {line: float(each) for line, each in money.items()}
    state.cash += sum(money.values())
    merchants.played(week, q.weeks, int(q.defect_lag))

    kept = found * q.kept * does["onboarding"]
    state.customers = state.customers * q.stay + kept
    state.lists = state.lists * (1 - leaves) + kept * q.subscribed / len(state.lists)
    state.week += 1
    return Played(
        money=money,
        found=found,
        orders=orders * plan.demand[week - 1] * better,
        asked=asked,
        sold=sold,
        returned=back_share,
        left_list=left_list,
        defect_rate=merchants.defect_rate(),
        gone=1
        - float(np.average(state.sellers, weights=levers["commission"].sales))
        * (1 - merchants.gone()),
        overdraft=q.overdraft * max(0.0, -state.cash),
    )


def usual_orders(p):
    """Orders of a usual week: of customers, and first ones."""
    return p.run.customers * p.run.orders + p.run.newcomers
