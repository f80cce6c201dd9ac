"""Tideway is what it says.

The two engines agree, streams stay apart, tables are what their cards say, and nothing true leaks.
"""

import copy
import hashlib
import json
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from scipy.stats import poisson

from course.market import (
    ads,
    catalogue,
    media,
    parameters,
    promotion,
    retention,
    social,
    supply,
    tables,
)
from course.market.events import draw_week, draw_weeks, poisson_counts
from course.market.expectation import chances, expected_week
from course.market.policy import ACTIONS, ActionError, Market
from course.market.records.offers import habits
from course.market.records.quarter import Quarter
from course.market.records.stock import price_weeks
from course.market.tables import Tables
from course.market.truth import HIDDEN, Truth
from course.market.world import World


@pytest.fixture(scope="module")
def world():
    return World(11, "S")


@pytest.fixture(scope="module")
def middle():
    return World(11, "M")


# Parameters


def test_every_parameter_has_a_unit_a_source_and_a_range_that_holds_its_value():
    table = parameters.table()
    assert len(table) > 100
    assert (table["low"] <= table["value"]).all()
    assert (table["value"] <= table["high"]).all()
    for column in ("unit", "about", "source"):
        assert table[column].str.len().gt(0).all()


def test_parameters_can_be_set_and_say_what_is_allowed():
    assert World(1, "S", {"search.bias": 0.9}).p.search.bias == 0.9
    with pytest.raises(KeyError, match=r"no parameter 'search\.bais'"):
        parameters.Parameters({"search.bais": 1})
    for bad in (2.0, float("nan"), "0.5", True, None):
        with pytest.raises(ValueError, match=r"search\.bias = .*0\.5 to 1\.4"):
            parameters.Parameters({"search.bias": bad})
    with pytest.raises(ValueError, match=r"S, M, L"):
        World(1, "XL")


# Two engines, the same probabilities


def within_three_errors(drawn, expected):
    """The mean of repeated draws is the expectation, within three standard errors of that mean."""
    drawn = np.asarray(drawn, dtype=float)
    error = drawn.std(axis=0, ddof=1) / np.sqrt(len(drawn))
    gap = np.abs(drawn.mean(axis=0) - expected)
    return gap <= 3 * error + 1e-9


@pytest.mark.parametrize("change", ["as it is", "cheaper, promoted, slow and sold out"])
def test_sessions_clicks_carts_orders_units_and_returns_agree(world, change):
    count = len(world.products)
    changes = {}
    if change != "as it is":
        depth = np.where(np.arange(count) % 3 == 0, 0.2, 0.0)
        changes = {
            "price": world.products["list_price"].to_numpy() * (1 - depth),
            "depth": depth,
            "days": np.where(np.arange(count) % 2, 3.0, 7.0),
            "available": np.arange(count) % 5 > 0,
            "factor": 1.3,
        }
    week = expected_week(world, **changes)
    logs = [draw_week(world, number, **changes) for number in range(120)]
    drawn = {
        "sessions": [len(log.session_user) for log in logs],
        "clicked": [(log.list_place >= 0).sum() for log in logs],
        "carted": [log.list_carted.sum() for log in logs],
        "items": [len(log.item_list) for log in logs],
        "returned": [log.item_returned.sum() for log in logs],
        "reviews": [(log.item_stars > 0).sum() for log in logs],
        "units": [log.item_units.sum() for log in logs],
    }
    expected = {
        "sessions": week.sessions,
        "clicked": week.clicked.sum(),
        "carted": week.carted.sum(),
        "items": week.items.sum(),
        "returned": week.returned.sum(),
        "reviews": world.p.review.rate * week.items.sum(),
        "units": week.units.sum(),
    }
    assert {
        name: bool(within_three_errors(drawn[name], expected[name])) for name in drawn
    } == dict.fromkeys(drawn, True)
    buyers = [len(np.unique(log.list_session[log.item_list])) for log in logs]
    assert within_three_errors(buyers, week.cvr * week.sessions)
    # Product by product: of those that sell, no more lie outside three errors than chance allows.
    sold = np.array([np.bincount(log.item_product, minlength=count) for log in logs])
    often = week.items * len(logs) > 20
    spread = np.sqrt(week.items[often] / len(logs))
    assert (np.abs(sold[:, often].mean(axis=0) - week.items[often]) > 3 * spread).mean() < 0.02


def test_referrals_groups_messages_and_stock_agree(world):
    p, rng = world.p, np.random.default_rng(5)
    waves = [social.draw_referral_waves(p, rng, 2000, 10, 5) for _ in range(800)]
    assert within_three_errors(waves, social.referral_waves(p, 2000, 10, 5)).all()
    buys = Tables(world).table("group_buys")
    for (size, depth), group in buys.groupby(["size", "depth"]):
        chance = float(social.group_fill(p, size, depth))
        assert (
            abs(group["filled"].mean() - chance)
            < 4 * np.sqrt(chance * (1 - chance) / len(group)) + 0.02
        ), (size, depth)
    sends = Tables(World(3, "M")).table("crm_sends")
    leaving = sends.groupby("user")["unsub"].sum()
    often = sends.groupby("user").size()
    expected = retention.message_response(p, often.to_numpy())[1].sum()
    assert abs(leaving.sum() - expected) < 4 * np.sqrt(expected)
    demand = rng.lognormal(np.log(50) - np.log1p(0.6**2) / 2, np.sqrt(np.log1p(0.6**2)), 200_000)
    for stock in (5, 40, 60, 150):
        assert np.minimum(demand, stock).mean() == pytest.approx(
            float(supply.expected_sales(stock, 50, 0.6)), rel=0.01
        )


def test_a_coupon_test_recovers_the_uplift(middle):
    coupons = Tables(middle).table("coupons")
    frequency, recency, taste = habits(Quarter(middle, weeks=13, traps=True))
    uplift = Truth(middle).coupon_outcomes(frequency, recency, taste)[2][coupons["user"]].mean()
    rate = coupons.groupby("arm")["bought"].mean()
    error = np.sqrt((rate * (1 - rate) / coupons.groupby("arm").size()).sum())
    assert abs(rate["coupon"] - rate["control"] - uplift) < 3 * error
    naive = coupons.loc[coupons["redeemed"], "bought"].mean() - rate["control"]
    assert naive > uplift + 0.3  # whoever redeems buys: that difference is not what the coupon did


# Common random numbers


def test_prices_do_not_change_who_comes_and_what_they_look_for(world):
    usual = draw_week(world, 4)
    dear = draw_week(world, 4, price=1.5 * world.products["list_price"].to_numpy())
    for name in ("session_user", "list_session", "list_query"):
        assert np.array_equal(getattr(usual, name), getattr(dear, name))
    assert not np.array_equal(usual.list_carted, dear.list_carted)


def test_poisson_counts_are_those_of_scipy():
    rng = np.random.default_rng(3)
    uniform, mean = rng.random(20_000), rng.gamma(0.5, 4.0, 20_000)
    assert np.array_equal(poisson_counts(uniform, mean), poisson.ppf(uniform, mean).astype(int))
    assert poisson_counts(np.array([0.0, 1 - 1e-16, 0.5]), np.array([0.0, 3.0, 0.0])).tolist()[
        ::2
    ] == [0, 0]


def test_more_traffic_adds_visits_and_takes_none_away(world):
    few, many = (
        np.bincount(draw_week(world, 4, factor=factor).session_user, minlength=len(world.users))
        for factor in (1.0, 1.4)
    )
    assert (many >= few).all()
    assert many.sum() > few.sum()


def test_a_bid_changes_ads_and_nothing_else():
    quiet, loud = Market(3, "S"), Market(3, "S")
    for week in range(3):
        before, after = quiet.step(), loud.step({"bids": {0: 1.5, 4: 2.0}} if week == 0 else None)
        for name in ("sales", "sessions", "messages", "merchants"):
            pd.testing.assert_frame_equal(before[name], after[name])
        assert before["ads"]["clicks"].sum() == 0 < after["ads"]["clicks"].sum()


def test_the_same_seed_gives_the_same_bytes_on_every_platform():
    """Integer and rounded columns only: the last bits of a float may differ between processors."""
    made, digest = Tables(World(2026, "S"), weeks=4), hashlib.sha256()
    for name in (
        "users",
        "products",
        "queries",
        "order_items",
        "reviews",
        "price_history",
        "ad_auctions",
        "coupons",
        "merchant_weekly",
    ):
        frame = made.table(name)
        for column in frame:
            if frame[column].dtype.kind in "ib":
                digest.update(
                    np.ascontiguousarray(frame[column].to_numpy().astype("<i8")).tobytes()
                )
            elif frame[column].dtype.kind == "f":
                digest.update(
                    (frame[column].round(2) * 100).round().to_numpy().astype("<i8").tobytes()
                )
    # The same on Linux with Python 3.11, 3.12 and 3.13; other systems must give it too.
    assert digest.hexdigest()[:16] == "26e4a9e23b110e37"


def test_other_seeds_give_other_worlds():
    assert not World(1, "S").products["list_price"].equals(World(2, "S").products["list_price"])
    pd.testing.assert_frame_equal(World("a-salt", "S").products, World("a-salt", "S").products)


# Invariants


def test_a_funnel_only_narrows_and_books_agree_to_the_cent(world):
    clean = Tables(world, traps=False)
    events, orders, items = clean.table("events"), clean.table("orders"), clean.table("order_items")
    count = events["kind"].value_counts()
    assert count["pay"] == count["checkout"] <= count["cart"] <= count["detail"] <= count["list"]
    shown = clean.table("search_impressions")
    assert shown.groupby(["session", "query"])["clicked"].sum().max() >= 1
    assert len(events[events["kind"] == "list"]) >= shown.groupby("session").ngroups
    value = (items["qty"] * items["unit_price"]).groupby(items["order"]).sum().round(2)
    assert orders.set_index("order")["items_value"].round(2).equals(value)
    assert set(items["order"]) == set(orders["order"])
    assert set(orders["session"]) <= set(clean.table("sessions")["session"])
    stock = clean.table("inventory").merge(clean.table("price_history"), on=["date", "product"])
    assert (stock["lost"] <= stock["units"]).all()
    assert (stock["lost"][stock["on_hand"] + stock["inbound"] >= stock["units"]] == 0).all()


def test_a_higher_price_never_sells_more_at_a_fixed_rank(world):
    pages, usual = world.ranking(), expected_week(world).units
    price = world.products["list_price"].to_numpy()
    for j in np.flatnonzero(usual > 0)[::7]:
        ladder = []
        for factor in (0.7, 0.9, 1.0, 1.2, 2.0):
            changed = price.copy()
            changed[j] *= factor
            ladder.append(expected_week(world, pages=pages, price=changed).units[j])
        assert all(more > less for more, less in pairwise(ladder))


def test_nothing_spent_gives_nothing(world):
    assert media.session_factor(world.p, np.zeros(5)).tolist() == [1.0] * 5
    seen = Market(1, "S").step({"bids": {0: 0.0}})["ads"]
    assert seen[["impressions", "clicks", "cost", "orders"]].to_numpy().sum() == 0


def test_a_missing_item_is_replaced_in_part(world):
    usual = expected_week(world)
    best = int(np.argmax(usual.items))
    without = expected_week(world, available=np.arange(len(world.products)) != best)
    lost = usual.clicked.sum() - without.clicked.sum()
    assert without.items[best] == 0
    assert 0 < lost < usual.clicked[best]
    others = np.delete(without.clicked - usual.clicked, best)
    assert others.min() > -1e-9


def test_the_order_of_products_changes_nothing(world):
    order = np.random.default_rng(0).permutation(len(world.products))
    other = copy.copy(world)
    other.products = (
        world.products.iloc[order].reset_index(drop=True).assign(product=np.arange(len(order)))
    )
    other.pages = catalogue.match_words(other.products, other.queries)
    assert expected_week(other).units == pytest.approx(expected_week(world).units[order], abs=1e-9)


def test_the_session_rate_stays_where_it_is_meant_to_be_however_tastes_spread():
    """Without re-centring, more spread between categories and users moves the conversion rate."""
    for seed in (1, 2):
        for spread in (0.0, 0.35, 0.7):
            world = World(seed, "S", {"taste.category_sd": spread, "taste.user_sd": spread})
            week = expected_week(world)
            assert week.cvr == pytest.approx(0.028, rel=0.01)
            assert week.abandonment == pytest.approx(0.70, abs=0.01)


# Naive and randomised


def slope(history, products, control=False):
    """Price elasticity from weekly prices and units.

    A Poisson regression with a constant for each product.
    """
    rows = history[history["product"].isin(products)]
    design = pd.get_dummies(rows["product"], dtype=float)
    design["price"] = np.log(rows["price"])
    if control:
        design["index"] = np.log(rows["index"])
    fit = sm.GLM(rows["units"], design, family=sm.families.Poisson()).fit()
    return fit.params["price"], fit.bse["price"]


def test_a_naive_elasticity_is_wrong_and_a_randomised_or_controlled_one_right(middle):
    products = np.argsort(-expected_week(middle).units)[:60]
    true = np.average(
        Truth(middle).elasticities[products], weights=expected_week(middle).units[products]
    )
    weeks = np.arange(-51, 1)
    naive, _ = slope(price_weeks(middle, weeks), products)
    controlled, error = slope(price_weeks(middle, weeks), products, control=True)
    randomised, noise = slope(price_weeks(middle, weeks, randomised=True), products)
    assert naive > true + 1.0
    assert (
        abs(randomised - true) < 3 * noise + 0.35
    )  # a constant elasticity is itself an approximation
    assert abs(controlled - true) < 3 * error + 0.6  # the index is read with an error of 3%


def test_spend_that_follows_demand_makes_advertising_look_better_than_it_is(middle):
    daily = Tables(middle).table("campaign_daily").query("orders > 0")
    design = sm.add_constant(np.log(daily["spend"])).join(
        pd.get_dummies(daily["channel"], dtype=float, drop_first=True)
    )
    naive = sm.OLS(np.log(daily["orders"]), design).fit().params["spend"]
    assert naive > 1.2  # clicks are proportional to spend: the true elasticity of orders is 1


# Blocks by hand


def test_a_second_price_auction_by_hand():
    # Scores 2.0, 1.8, 0.9, 0.4: slots go to 1, 0, 2, 3; prices are next score / own quality.
    done = ads.settle(
        np.array([[1.5, 1.0, 0.9, 0.8]]), np.array([[1.2, 2.0, 1.0, 0.5]]), reserve=0.10
    )
    assert done.bidder.tolist() == [[1, 0, 2, 3]]
    assert done.price[0] == pytest.approx([1.8 / 2.0, 0.9 / 1.2, 0.4 / 1.0, 0.10])
    empty = ads.settle(np.array([[0.05, 0.5]]), np.ones((1, 2)), reserve=0.10)
    assert empty.bidder[0].tolist() == [1, -1]
    assert empty.price[0].tolist() == [0.10, 0.0]


def test_nobody_pays_more_than_the_bid():
    rng = np.random.default_rng(1)
    bids, quality = rng.gamma(2, 0.5, (5000, 7)), rng.lognormal(0, 0.3, (5000, 7))
    done = ads.settle(bids, quality, reserve=0.10)
    auction, slot = np.nonzero(done.bidder >= 0)
    paid = done.price[auction, slot]
    assert (paid <= bids[auction, done.bidder[auction, slot]] + 1e-12).all()
    assert (paid >= 0.10).all()


def test_adstock_hill_and_budget_by_hand():
    assert media.adstock([100, 0, 50], 0.5).tolist() == [100, 50, 75]
    assert media.hill(20, 20, 1.4, 6.0) == 3.0
    assert ads.pace(50, 2.0, 100) == 0.25
    assert ads.pace(500, 2.0, 100) == 1.0


def test_a_promotion_by_hand(world):
    sold, borrowed, taken = promotion.promotion_effect(world.p, 100, 0.2, -2.0, 0.1)
    assert sold == pytest.approx(156.25)
    assert borrowed == pytest.approx(0.25 * 56.25)
    assert taken == pytest.approx(5.625)
    assert promotion.after_promotion(10.0).tolist() == [4.0, 3.0, 2.0, 1.0]
    assert promotion.reference_price(world.p, [20.0, 10.0, 10.0], 20.0).tolist() == pytest.approx(
        [20.0, 20.0, 18.5]
    )
    assert promotion.reference_gap(
        world.p, np.array([np.e, 1 / np.e]), 1.0
    ).tolist() == pytest.approx([1.5, -1.0])


def test_a_price_cut_is_followed_two_weeks_later():
    always = parameters.Parameters({"rival.follow": 1.0})
    rivals = promotion.rival_prices(
        always, np.random.default_rng(0), [10, 8, 8, 8, 8], [10, 10, 10, 10, 10]
    )
    assert rivals.tolist() == [10, 10, 10, 8, 8]


def test_the_two_sides_settle_where_they_pull_each_other(world):
    path = supply.two_sides(world.p, 0.15, 400)
    sellers, buyers = path[-1]
    assert sellers == pytest.approx(float(supply.supply_target(world.p, 0.15, buyers)), rel=1e-6)
    assert buyers == pytest.approx(sellers**world.p.platform.cross, rel=1e-6)
    assert sellers < buyers < 1
    assert supply.two_sides(world.p, world.p.platform.take, 5).tolist() == [[1.0, 1.0]] * 6


def test_more_messages_bring_less_each_and_cost_more_each(world):
    orders, leaving = retention.message_response(world.p, np.array([1.0, 2.0, 4.0]))
    assert (np.diff(orders / [1, 2, 4]) < 0).all()
    assert (np.diff(leaving / [1, 2, 4]) > 0).all()


def test_habits_by_hand(world):
    p = world.p
    assert float(retention.shifted_drop(p, 0.5)) == pytest.approx(0.5)
    assert float(retention.shifted_drop(p, 0.5, defects=1)) == pytest.approx(1 / (1 + np.exp(-0.8)))
    assert float(retention.shifted_drop(p, 0.5, service=1)) == pytest.approx(1 / (1 + np.exp(0.6)))
    assert retention.redemption_hazard(p, [1, 2, 3]).tolist() == pytest.approx([0.04, 0.04, 0.02])
    # Ten orders a year and half of the lift of 35% save exactly the fee: only the reluctance is
    # left.
    assert float(retention.membership_join(p, 10, 2.0, 10 * 1.175 * 2.0)) == pytest.approx(
        1 / (1 + np.exp(0.5))
    )
    assert float(social.group_start(p, 0.1)) == pytest.approx(1 / (1 + np.exp(2.2 - 0.9)))
    assert supply.coached(p, 0.1) == pytest.approx(0.07)
    assert float(supply.exit_chance(p, p.platform.take, 1.0)) == pytest.approx(p.merchant.exit)


def test_services_of_a_merchant_go_together():
    merchants = catalogue.make_merchants(1, parameters.Parameters(), 4000)
    assert merchants["defect"].mean() == pytest.approx(
        0.029, abs=0.002
    )  # Beta(1.2, 40) has the mean 1.2 / 41.2
    assert 0.35 < np.corrcoef(merchants["defect"].rank(), merchants["late"].rank())[0, 1] < 0.6


# Tables


@pytest.mark.parametrize("name", tables.names())
def test_a_table_is_what_its_card_says(world, name):
    frame, schema = Tables(world, traps=False).table(name), tables.schema(name)
    assert list(frame.columns) == schema["column"].tolist()
    assert {column: str(dtype) for column, dtype in frame.dtypes.items()} == dict(
        zip(schema["column"], schema["dtype"], strict=True)
    )
    assert len(frame) > 0
    key = schema.loc[schema["key"], "column"].tolist()
    assert not frame.duplicated(key).any()
    complete = frame.drop(columns="left") if name == "group_members" else frame
    assert complete.notna().all().all()
    assert f"{name}: one row is" in tables.card(name)


def test_an_unknown_table_is_an_error_that_lists_the_known_ones(world):
    with pytest.raises(KeyError, match="no table 'order'; tables are: users"):
        Tables(world).table("order")


def test_a_table_is_recorded_in_one_place():
    for name in tables.names():
        makers = [
            module.__name__
            for module in tables.RECORDED_BY
            if getattr(getattr(module, name, None), "__module__", "") == module.__name__
        ]
        assert len(makers) == 1, (name, makers)


def test_traps_are_there_and_can_be_switched_off(world):
    dirty, clean = Tables(world), Tables(world, traps=False)
    events = dirty.table("events")
    share = events.duplicated("event").mean()
    assert 0.003 < share < 0.008
    days = (
        events.drop_duplicates("event")["ts"]
        .dt.floor("D")
        .value_counts()
        .reindex(pd.date_range("2026-01-05", periods=91), fill_value=0)
    )
    assert (days.sort_values().iloc[:2] < days.median() / 5).any()
    assert dirty.table("sessions")["bot"].mean() == pytest.approx(0.02, abs=0.002)
    assert (dirty.table("orders")["status"] == "test").sum() >= 1
    assert not clean.table("events").duplicated("event").any()
    assert not clean.table("sessions")["bot"].any()
    assert (clean.table("orders")["status"] == "paid").all()
    # Orders go on while tracking is out.
    assert len(dirty.table("orders").query("status == 'paid'")) == len(clean.table("orders"))


def test_a_table_is_a_copy(world):
    made = Tables(world)
    frame = made.table("users")
    frame["member"] = True
    assert not made.table("users")["member"].all()


# Policy


def test_actions_stay_in_force_and_reach_what_they_should():
    market = Market(5, "M")
    usual = market.step()["sales"]
    best = int(usual["units"].idxmax())
    gone = market.step({"paused": [best]})["sales"]
    assert gone.loc[best, "units"] == 0
    assert not gone.loc[best, "available"]
    assert market.step()["sales"].loc[best, "units"] == 0
    assert market.step({"paused": []})["sales"].loc[best, "available"]
    quiet, loud = Market(5, "S"), Market(5, "S")
    for _ in range(6):
        few, many = quiet.step({"media_spend": 0.0}), loud.step({"media_spend": 50_000.0})
    assert many["totals"]["sessions"].iloc[0] > 1.3 * few["totals"]["sessions"].iloc[0]


@pytest.mark.parametrize(
    ("actions", "said"),
    [
        ({"price": {}}, "no action 'price'; actions are: prices"),
        ({"prices": {3: float("nan")}}, r"prices\[3\] is nan; it must be a number from"),
        ({"prices": {3: 1e9}}, r"prices\[3\] is 1000000000.0"),
        ({"prices": {-1: 9.0}}, "no product -1; they run from 0 to 299"),
        ({"prices": {True: 9.0}}, "no product True"),
        ({"prices": [1, 2]}, "prices must be a dictionary from product to number, not list"),
        ({"bids": {0: "1"}}, r"bids\[0\] is '1'; it must be a number from 0 to 10"),
        ({"media_spend": None}, "media_spend is None"),
        ({"messages": True}, "messages is True"),
        ({"suspended": "3"}, "suspended must be a list of ids, not str"),
        ({"suspended": [99]}, "no merchant 99"),
        ({"promotions": {1: 0.05}}, "must be 0 or from 0.1 to 0.5"),
        ([], "must be a dictionary, not list"),
        (
            {"take_rates": {0: 0.5}},
            r"take_rates\[0\] is 0.5; it must be a number from 0.05 to 0.25",
        ),
        ({"delivery_days": {0: 0}}, "from 1 to 14"),
    ],
)
def test_a_wrong_action_names_field_value_and_range_and_changes_nothing(actions, said):
    market, same = Market(5, "S"), Market(5, "S")
    if actions == []:
        actions = [1]
    with pytest.raises(ActionError, match=said):
        market.step(actions)
    assert market.week == 0
    pd.testing.assert_frame_equal(market.step()["sales"], same.step()["sales"])


def test_every_action_is_named_in_the_errors_above():
    assert set(ACTIONS) == {
        "prices",
        "promotions",
        "delivery_days",
        "paused",
        "bids",
        "media_spend",
        "messages",
        "take_rates",
        "suspended",
    }


def test_nothing_true_is_in_an_observation_or_a_table():
    """Hidden columns are not named, and their values are not found.

    Not as they are, not as a share, not rounded.
    """
    market = Market(9, "S")
    seen = market.step({"bids": {0: 1.0}, "media_spend": 9000.0}) | {
        f"table {name}": market.table(name) for name in tables.names()
    }
    truth = Truth(market._world)
    hidden_names = {column for columns in HIDDEN.values() for column in columns} - {
        "defect",
        "late",
        "cancel",
    }  # counts of these are observed
    secrets = {
        f"{table}.{name}": truth.column(table, name)
        for table, names in HIDDEN.items()
        for name in names
        if name not in ("true_words", "taste")
    }
    secrets["elasticities"] = truth.elasticities[~np.isnan(truth.elasticities)]
    secrets["expected units"] = truth.expected.units[truth.expected.units > 0]
    for name, frame in seen.items():
        # attrs is what a seller's data sheet says; the ads' quality is what the platform shows to
        # bidders.
        assert not hidden_names & set(frame.columns) - (
            {"quality"} if name == "table ad_auctions" else set()
        ), name
        for column in frame.select_dtypes("float"):
            values = frame[column].dropna().unique()
            if len(values) < 20:
                continue
            for secret, hidden in secrets.items():
                for digits in (12, 4):
                    found = np.isin(np.round(values, digits), np.round(hidden, digits)).mean()
                    # Four digits of two crowds may meet by chance; then as often as with shuffled
                    # digits.
                    by_chance = np.isin(
                        np.round(values + 0.0003, digits), np.round(hidden, digits)
                    ).mean()
                    assert found <= by_chance + 0.05, f"{secret} in {name}.{column}"


def test_the_search_for_truth_finds_what_is_put_there():
    market = Market(9, "S")
    frame, truth = market.table("products"), Truth(market._world).column("products", "quality")
    frame["weight_kg"] = truth
    assert np.isin(np.round(frame["weight_kg"], 4), np.round(truth, 4)).mean() == 1.0
    with pytest.raises(KeyError, match="is not hidden"):
        Truth(market._world).column("products", "title")


def test_attributes_are_what_the_title_checker_of_a_seller_needs(world):
    attrs = Tables(world).table("products")["attrs"].map(json.loads)
    nouns = world.categories["noun"].to_numpy()[world.products["category"]]
    assert all(noun in words for noun, words in zip(nouns, attrs, strict=True))


def test_chances_are_probabilities(world):
    odds = chances(world)
    assert ((odds.click.sum(axis=1) > 0) & (odds.click.sum(axis=1) < 1)).all()
    for each in (odds.click, odds.cart, odds.order):
        assert ((each >= 0) & (each <= 1)).all()


def test_people_join_and_drop_out(middle):
    logs = draw_weeks(middle, 6)
    signup = middle.users["signup"].to_numpy()
    assert all((signup[log.session_user] <= log.week).all() for log in logs)
    sure = copy.copy(middle)
    sure.users = middle.users.assign(drop=1.0)
    logs = draw_weeks(sure, 6)
    first = {}
    for log in logs:
        for user in np.unique(log.session_user[log.list_session[log.item_list]]):
            assert user not in first, "bought after dropping out"
            first[user] = log.week
    assert first
