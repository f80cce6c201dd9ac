"""A simple rule for each lever, as somebody takes it who has not done the lessons.

Each is a function of the observation that gives the lever's action. None of them is an expert's.
"""

import numpy as np

from course.market import town
from course.market.parameters import tideway
from course.market.quarter import own, people, platform, reach
from course.market.search import word_searches

WORDS, MARKUP, COVER = 5, 0.5, 4  # words of a title; share of the cost; weeks of stock
TESTED, COUPONS = 0.1, 0.2  # shares of visitors and customers
OFFER, GROUP, FEE = (10.0, 0.5), (3, 0.15), (99.0, 0.02)
LEAST_ORDERS = 30  # of a shop whose share of defects says something


def title(obs):
    """True words, most searched first."""
    records = obs["records"]["title"]
    searches = word_searches(records["query_log"])
    true = sorted(records["product"]["true"], key=lambda word: -searches.get(word, 0))
    return true[:WORDS]


def modules(obs):
    """The modules on whose pages most was ordered."""
    tests = obs["records"]["modules"]["tests"]
    names = town.names("modules")
    gain = {
        name: tests.loc[tests[name] == 1, "orders"].mean()
        - tests.loc[tests[name] == 0, "orders"].mean()
        for name in names
    }
    return sorted(names, key=lambda name: -gain[name])[: own.PLACES]


def price_limits(obs, product):
    """(lowest, highest) price of a product this week, $."""
    q, now = tideway().run, obs["settings"]["prices"][product]
    products = obs["records"]["prices"]["products"].set_index("product")
    first = products.at[product, "price"]
    low = max(q.price_least * first, (1 - q.price_step) * now)
    return float(low), float(min(q.price_most * first, (1 + q.price_step) * now))


def prices(obs):
    """Cost and a half, as far as a week allows."""
    cost = obs["stock"].set_index("product")["cost"]
    return {
        name: float(np.clip((1 + MARKUP) * cost[name], *price_limits(obs, name)))
        for name in cost.index
    }


def threshold(obs):
    """The basket in the middle."""
    return round(float(np.median(obs["records"]["threshold"]["baskets"])))


def reorder(obs):
    """Up to four weeks of what was asked for, on the shelf and under way."""
    stock = obs["stock"]
    need = COVER * stock["asked"] - stock["on_hand"] - stock["coming"]
    need = need.clip(0, own.MOST_UNITS).round()
    return dict(zip(stock["product"], need.tolist(), strict=True))


def test(obs):
    """A tenth of the visitors."""
    return float(round(TESTED * obs["records"]["test"]["visitors"] / 2))


def spend(obs):
    """The budget in equal parts."""
    return dict.fromkeys(reach.CHANNELS, obs["records"]["spend"]["budget"] / len(reach.CHANNELS))


def bids(obs):
    """What a click has earned: margin × orders ÷ clicks."""
    words = obs["records"]["bids"]["keywords"]
    worth = (words["margin"] * words["orders"] / words["clicks"]).clip(0, tideway().run.bid_most)
    return dict(zip(words["word"], worth.round(2).tolist(), strict=True))


def referral(obs):
    """Ten dollars, half to each."""
    return OFFER


def posts(obs):
    """The same number in each slot of the better half."""
    first = obs["records"]["posts"]["history"]["first"].to_numpy()
    better = np.argsort(-first)[: len(first) // 2]
    each, over = divmod(int(tideway().slot.posts), len(better))
    plan = np.zeros(len(first), int)
    plan[better] = each
    plan[better[:over]] += 1
    return plan.tolist()


def headlines(obs):
    """All to the headline with the best click rate so far; equal parts in a new set's first week."""
    records = obs["records"]["headlines"]
    table = records["history"]
    table = table[table["set"] == records["now"]]
    if not table["shown"].sum():
        return reach.even_parts()
    rate = (table["clicks"] / table["shown"].clip(lower=1)).to_numpy()
    return [reach.BATCH * int(place == rate.argmax()) for place in range(reach.HEADLINES)]


def onboarding(obs):
    """The half of the steps at which fewest leave."""
    steps = obs["records"]["onboarding"]["step_tests"].nsmallest(len(people.STEPS) // 2, "drop_off")
    return [step for step in people.STEPS if step in set(steps["step"])]


def launch(obs):
    """The two ideas with the highest tested lift that are not launched."""
    tests, q = obs["records"]["launch"]["tests"], tideway().run
    left = tests[~tests["idea"].isin(obs["launched"])]
    most = min(int(q.launches_week), int(q.launches) - len(obs["launched"]))
    return left.nlargest(max(0, most), "lift")["idea"].tolist()


def enrol(obs):
    """The fifteen that sell most, at the least depth."""
    items = obs["records"]["enrol"]["items"]
    top = items.loc[
        (items["base"] * items["price"]).nlargest(platform.VENUE_PLACES).index, "product"
    ]
    return dict.fromkeys(top, platform.DEPTHS[0])


def order(obs):
    """By clicks, as they were."""
    clicks = obs["records"]["order"]["log"].groupby("product")["clicks"].sum()
    return clicks.sort_values(ascending=False, kind="stable").index.tolist()


def shelf(obs):
    """The twelve with the highest appeal × margin."""
    products = obs["records"]["shelf"]["products"]
    worth = products["appeal"] * products["margin"]
    return products.loc[worth.nlargest(platform.PLACES).index, "product"].tolist()


def membership(obs):
    """99 dollars a year and 2% back."""
    return FEE


def messages(obs):
    """One a week to everybody."""
    return dict.fromkeys(people.SEGMENTS, 1)


def coupons(obs, share=COUPONS):
    """The fifth that has not ordered for longest."""
    recency = obs["records"]["coupons"]["users"]["recency"]
    return (recency.rank(method="first", ascending=False) <= share * len(recency)).tolist()


def group(obs):
    """Three people, 15% off."""
    return GROUP


def merchants(obs):
    """Coach the twenty with the highest share of defects that are not coached yet."""
    shops = worst(obs["records"]["merchants"]["merchants"])
    todo = shops[~shops["coached"] & ~shops["suspended"]].head(platform.ACTIONS_A_WEEK)
    return dict.fromkeys(todo["shop"].tolist(), "coach")


def worst(shops):
    """Shops with enough orders, highest share of defects first."""
    known = shops[shops["orders"] >= LEAST_ORDERS]
    share = known["defects"] / known["orders"]
    return known.assign(share=share).sort_values("share", ascending=False, kind="stable")


def commission(obs):
    """The usual rate for all."""
    return [tideway().platform.take] * len(platform.CATEGORIES)
