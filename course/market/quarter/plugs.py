"""The lessons' answers, plugged in unchanged.

`chain({"write_title": write_title, "set_prices": set_prices, ...})` makes a policy out of the
functions that a learner has written, by the names that they have in the lessons. A plug says when a
function is asked, hands it the quarter's records (the very tables of its lesson), and turns what it
gives into an action. It holds no judgement of its own, beyond what the lesson does not know: stock
that is left from last week, how far a price may move in a week, guardrails.
"""

from dataclasses import dataclass

import numpy as np

START = (1,)
ALWAYS = tuple(range(1, 14))


@dataclass(frozen=True)
class Plug:
    """`lesson`: its number; `lever`; `act(function, obs)` gives the action; `weeks` in which."""

    lesson: str
    lever: str
    act: object
    weeks: tuple = START


def _call(lever, *after):
    """Hand the records to the function as they are; `after` is done with what it gives."""

    def act(function, obs):
        given = function(**obs["records"][lever])
        for change in after:
            given = change(given)
        return given

    return act


def _prices(function, obs):
    """The lesson's prices, as far as a week allows; what is nearly sold out is not made cheaper."""
    wanted, now = function(**obs["records"]["prices"]), obs["settings"]["prices"]
    stock, step = obs["stock"].set_index("product"), PRICE_STEP
    there = stock["on_hand"] + stock["coming"] / LEAD
    scarce = stock.index[there < ENOUGH * stock["asked"]]
    wanted = wanted | {name: max(wanted[name], now[name]) for name in scarce}
    return {
        name: float(np.clip(wanted[name], (1 - step) * price, (1 + step) * price))
        for name, price in now.items()
    }


def _threshold(function, obs):
    return min(THRESHOLD_MOST, float(function(**obs["records"]["threshold"])))


def _reorder(function, obs):
    """Order up to what the lesson orders for one week, for as many weeks as an order is under way.

    The lesson's history is that of last week's demand, with the swings of past weeks.
    """
    stock = obs["stock"].set_index("product")
    past = obs["records"]["reorder"]["history"][list(stock.index)]
    history = past / past.mean() * stock["asked"]
    carried = CARRIED * stock["cost"]
    week = function(history, stock["price"], stock["cost"], carried)
    target = COVER * np.asarray(week, float)
    left = max(0, obs["weeks"] - obs["week"] - LEAD + 1)  # weeks in which an order can be sold
    target = np.minimum(target, (left + LEAD) * stock["asked"].to_numpy())
    need = target - stock["on_hand"].to_numpy() - stock["coming"].to_numpy()
    need = np.clip(need if left else 0 * need, 0, MOST_UNITS)
    return dict(zip(stock.index, need.round(1).tolist(), strict=True))


def _launch(function, obs):
    """Two a week of the eight that the lesson chooses."""
    ideas, _ = function(**obs["records"]["launch"])
    most = min(LAUNCHES, LAUNCHED - len(obs["launched"]))
    return [idea for idea in ideas if idea not in obs["launched"]][:most]


def _merchants(function, obs):
    """What the lesson would do, twenty shops a week: those with most orders first."""
    shops = obs["records"]["merchants"]["merchants"]
    wanted = function(shops[["shop", "orders", "defects", "young"]])
    done = shops.set_index("shop")
    todo = {
        shop: each
        for shop, each in wanted.items()
        if (each == "coach" and not done.at[shop, "coached"])
        or (each == "suspend" and not done.at[shop, "suspended"])
    }
    most = sorted(todo, key=lambda shop: -done.at[shop, "orders"])[:SHOPS_A_WEEK]
    return {shop: todo[shop] for shop in most}


def _messages(function, obs):
    """The lesson's frequencies over the quarter and half a year, within the guardrail."""
    curves = obs["records"]["messages"]["curves"]
    left = obs["weeks"] - obs["week"] + 1
    sends = dict(function(curves, 0.0, left + AHEAD))
    leaves = curves.set_index(["segment", "sends"])["leaves"]

    def share():
        return np.mean([leaves[segment, number] for segment, number in sends.items()])

    while share() > UNSUBSCRIBES:
        worst = max(sends, key=lambda segment: leaves[segment, sends[segment]])
        sends[worst] -= 1
    return sends


def _rates(given):
    return [float(np.clip(rate, *COMMISSIONS)) for rate in given]


def _truth(given):
    """True and false, of ones and zeros too; anything else is left to the lever to refuse."""
    chosen = np.asarray(given)
    return chosen.astype(bool) if np.isin(chosen, (0, 1)).all() else given


def _list(given):
    return [int(each) for each in given]


# What the lessons do not know; each is checked against the parameters by a test.
PRICE_STEP, THRESHOLD_MOST, MOST_UNITS = 0.20, 100.0, 5_000
LEAD, COVER, CARRIED, ENOUGH = 2, 4.0, 0.9, 1.5
LAUNCHES, LAUNCHED, SHOPS_A_WEEK, UNSUBSCRIBES, AHEAD = 2, 8, 20, 0.01, 26
COMMISSIONS = (0.05, 0.25)

# The function's name in its lesson, and the plug; where two lessons use one name, its number stands
# before it.
PLUGS = {
    "buy": Plug("03", "reorder", _reorder, ALWAYS),
    "write_title": Plug("05", "title", _call("title")),
    "choose_modules": Plug("06", "modules", _call("modules")),
    "plan": Plug("07", "test", _call("test", float)),
    "set_prices": Plug("08", "prices", _prices, ALWAYS),
    "threshold": Plug("08", "threshold", _threshold),
    "bids": Plug("09", "bids", _call("bids")),
    "allocate": Plug("10", "spend", _call("spend")),
    "referral": Plug("11", "referral", _call("referral")),
    "choose": Plug("12", "headlines", _call("headlines", _list), ALWAYS),
    "onboarding": Plug("13", "onboarding", _call("onboarding", list)),
    "enrol": Plug("14", "enrol", _call("enrol")),
    "rank": Plug("15", "order", _call("order")),
    "assort": Plug("16", "shelf", _call("shelf", sorted)),
    "launch": Plug("17", "launch", _launch, (1, 2, 3, 4)),
    "design": Plug("18", "membership", _call("membership")),
    "best_frequency": Plug("19", "messages", _messages),
    "target": Plug("20", "coupons", _call("coupons", _truth)),
    "ladder": Plug("21", "group", _call("group")),
    "schedule": Plug("22", "posts", _call("posts")),
    "act": Plug("23", "merchants", _merchants, ALWAYS),
    "rates": Plug("24", "commission", _call("commission", _rates)),
}


def chain(functions):
    """A policy out of the lessons' functions, {name: function}; names are those of PLUGS.

    Raises KeyError for a name that no plug has.
    """
    if unknown := sorted(set(functions) - set(PLUGS)):
        raise KeyError(f"there is no plug {unknown[0]!r}; there are {', '.join(PLUGS)}")

    def policy(obs):
        return {
            PLUGS[name].lever: PLUGS[name].act(function, obs)
            for name, function in functions.items()
            if obs["week"] in PLUGS[name].weeks
        }

    return policy
