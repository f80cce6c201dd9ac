"""A lesson's value and the engine's expectation of the same action on the same slice agree."""

from types import SimpleNamespace

import numpy as np
import pytest
from scipy.stats import norm

from course.check import InvalidAction
from course.market import ads, choice, media, posting, promotion, retention, search, social, supply
from course.market.parameters import Parameters, tideway
from course.market.policy import Market
from course.market.rng import stream

SEEDS = ["block-0", "block-1", 2]


def test_an_ordinary_funnel_is_the_engines():
    """Its three steps are the session CVR and the cart abandonment that the engine is centred on."""
    p = tideway()
    steps = [p.funnel.cart, p.funnel.checkout, p.funnel.order]
    assert np.prod(steps) == pytest.approx(p.order.session_cvr, rel=0.01)
    assert 1 - steps[1] * steps[2] == pytest.approx(p.order.abandonment, abs=0.02)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_repair_earns_the_orders_that_its_step_lost(seed):
    from course.lessons.metrics_and_funnel.scenario import Scenario

    scenario = Scenario()
    for row in scenario.truth(seed).itertuples():
        segment = scenario.truth(seed).query("segment == @row.segment")
        orders = 13 * segment["users"].iloc[0] * segment["own"].prod()
        lift = row.closes * max(0.0, row.peer - row.own) / row.own
        expected = orders * lift * row.margin - row.cost
        assert scenario.value(seed, [row.id]) == pytest.approx(expected)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_best_price_of_a_place_is_lerners_and_an_own_shops_fee_is_small(seed):
    """Cost over what is kept, marked up by the elasticity: no other price earns more."""
    from course.lessons.audience_and_channel_fit.scenario import Scenario

    scenario, p = Scenario(), tideway().place
    true, _ = scenario.truth(seed)
    for row in true.itertuples():
        cost = p.cost + row.fulfilment + p.return_cost * row.return_rate
        kept = 1 - row.fee - row.ads
        best = float(cost / kept * row.elasticity / (row.elasticity - 1))
        earned = scenario.value(seed, {row.channel: best})
        units = row.demand * (best / p.price) ** -row.elasticity
        assert earned == pytest.approx(units * (best * kept - cost) - row.fixed)
        assert earned > max(
            scenario.value(seed, {row.channel: factor * best}) for factor in (0.95, 1.05)
        )
    fees = true.set_index("channel")["fee"]
    assert fees["own web shop"] == fees.min() <= 0.04


def test_what_a_ticket_saves_is_what_it_would_still_have_lost():
    """Its loss, added up from the repair until nothing of it is left."""
    from course.market import tickets

    hours, step = 3.0, 0.001
    later = np.arange(hours, hours + 40 * 6.0, step) + step / 2
    lost = (50.0 * 0.5 ** (later / 6.0)).sum() * step
    assert tickets.saved(50.0, 6.0, hours) == pytest.approx(lost, rel=1e-3)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_mornings_value_adds_up_and_no_morning_loses_more_than_the_town_sells(seed):
    from course.lessons.operations_map.scenario import Scenario
    from course.market import tickets, town

    scenario = Scenario()
    seen, loss, work = scenario.truth(seed)
    ends, halves = work.cumsum(), seen["halves_in"].to_numpy()
    done = ends <= tideway().ticket.day
    saved = tickets.saved(loss, halves, ends)[done].sum()
    assert scenario.value(seed, seen["id"].tolist()) == pytest.approx(saved)
    products = town.products()
    assert loss.sum() < (products["price"] * products["units"]).sum() / (7 * 24)


@pytest.mark.parametrize("seed", SEEDS)
def test_members_join_and_order_as_the_engines_do(seed):
    """With free shipping alone: the engine's chance to join and its members' orders."""
    from course.lessons.membership_operation.scenario import Scenario

    scenario, fee = Scenario(), 60
    users, costs, lift, _ = scenario.truth(seed)
    p = Parameters({"membership.lift": lift})
    orders = users["orders"].to_numpy()
    joins = retention.membership_join(p, orders, costs["shipping"], fee)
    order = users["basket"] * costs["margin"]
    more = retention.membership_orders(p, orders)
    change = fee + more * (order - costs["shipping"]) - orders * order
    assert scenario.value(seed, (fee, 0.0)) == pytest.approx((joins * change).mean())


def test_repeat_buying_of_a_shop_is_that_of_the_engines_closed_forms():
    """Drawn one by one: purchases ahead, who buys again, and who is still a customer."""

    p, rng, weeks = tideway(), stream(3, "blocks"), 52
    rate, leave = retention.customers(p, rng, 20_000)
    x, last, alive = retention.purchases(rng, rate, leave, weeks)
    assert x.mean() == pytest.approx(retention.purchases_ahead(rate, leave, weeks).mean(), rel=0.03)
    again = (1 - leave) * (x > 0)  # the engine's users may leave after the first purchase too
    assert again.mean() == pytest.approx(
        retention.repeat_chance(rate, leave, weeks).mean(), rel=0.03
    )
    fit = SimpleNamespace(**vars(p.buyer) | {"drop_a": p.lifetime.drop_a})
    bought = x > 0
    chance = retention.still_customer(fit, x[bought], last[bought], weeks)
    assert chance.mean() == pytest.approx(alive[bought].mean(), rel=0.03)
    assert retention.shifted_drop(p, leave.mean(), service=1) / leave.mean() == pytest.approx(
        p.buyer.service, abs=0.1
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_a_service_earns_what_it_saves_with_those_who_are_still_here(seed):
    from course.lessons.user_operation.scenario import Scenario

    p, rng = tideway(), stream(seed, "users", "year")
    rate, leave = retention.customers(p, rng, 6_000)
    _, _, alive = retention.purchases(rng, rate, leave, 52)
    saved = retention.purchases_ahead(rate, leave * p.buyer.service, 52)
    saved = alive * (saved - retention.purchases_ahead(rate, leave, 52))
    chosen = list(range(0, 6_000, 5))
    assert Scenario().value(seed, chosen) == pytest.approx(p.buyer.margin * saved[chosen].sum())


def test_ideas_that_do_not_help_fail_as_often_as_the_engines():
    """Without the quarter that helps, ideas are those of the calibrated fact."""
    from course.market import features

    drawn = features.ideas(Parameters({"ideas.good": 0.0}), stream(1, "blocks"), 20_000)
    p = tideway().ideas
    assert np.mean(drawn < 0) == pytest.approx(norm.cdf(0, p.mean, p.sd), abs=0.015)
    mixed = features.ideas(tideway(), stream(1, "blocks"), 20_000)
    expected = p.good * p.helps + (1 - p.good) * p.mean
    assert mixed.mean() == pytest.approx(expected, abs=0.0005)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_councils_value_is_the_sum_of_what_its_ideas_do(seed):
    from course.lessons.product_operation.scenario import Scenario
    from course.market import features

    true = features.ideas(tideway(), stream(seed, "council", "ideas"), 40)
    places = [3, 1, 4, 15, 9, 26, 5, 35]
    names = Scenario().observe(seed)["tests"]["idea"]
    value = Scenario().value(seed, (names[places].tolist(), 1.0))
    assert value == pytest.approx(100 * true[places].sum())
    for odd in ([names[0]] * 8, names[:7].tolist(), [[name] for name in names[:8]], list(range(8))):
        with pytest.raises(InvalidAction, match="8 different ideas"):
            Scenario().value(seed, (odd, 1.0))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_category_page_sells_as_the_engines_result_page_does(seed):
    """The engine's clicks on a page that everybody reads to its end are the lesson's sales."""
    from course.lessons.category_operation.scenario import VISITORS, Scenario

    scenario = Scenario()
    p = Parameters({"choice.outside": scenario.outside(seed)})
    chosen = scenario.observe(seed)["products"]["product"].tolist()[:12]
    page = scenario.truth(seed).set_index("product").loc[chosen]
    chance = choice.clicks(p, np.log(page["appeal"].to_numpy()), np.ones(12, bool), 1.0)
    expected = VISITORS * (chance * page["margin"]).sum()
    assert scenario.value(seed, set(chosen)) == pytest.approx(expected)


@pytest.mark.parametrize("seed", SEEDS)
def test_expected_clicks_are_those_of_auctions_settled_with_everybody_in_them(seed):
    from course.lessons.paid_promotion.scenario import Scenario

    p, scenario = tideway(), Scenario()
    keywords, rivals, _, _ = scenario.truth(seed)
    bid = 0.9
    clicks, cost = ads.expected_clicks(p, np.full(len(rivals), bid), keywords, rivals)
    for word, scores in enumerate(rivals):
        bids = np.column_stack([np.full(len(scores), bid), scores])
        quality = np.ones_like(bids)
        quality[:, 0] = keywords["quality"][word]
        done = ads.settle(bids, quality, p.ads.reserve)
        auction, slot = np.nonzero(done.bidder == 0)
        a_view = keywords["ctr"][word] * keywords["quality"][word] * ads.slot_factors(p)[slot]
        seen = keywords["impressions"][word] / len(scores)
        assert clicks[word] == pytest.approx(seen * a_view.sum())
        assert cost[word] == pytest.approx(seen * (a_view * done.price[auction, slot]).sum())


def test_a_weeks_value_is_what_the_engine_draws_on_the_same_keywords():
    """The market's own keywords, a bid in force for many weeks: clicks and cost a week."""
    market, bid, weeks = Market(5, "S"), 0.8, 40
    p, keywords = market._world.p, market._keywords
    clicks, cost = ads.expected_clicks(
        p,
        np.full(12, bid),
        keywords,
        ads.draw_scores(p, stream(5, "blocks"), keywords["rivals"], 4000),
    )
    market._state = market._after({"bids": dict.fromkeys(range(12), bid)})
    drawn = [market._ads(week) for week in range(weeks)]
    for column, expected in (("clicks", clicks), ("cost", cost)):
        mean = np.mean([frame[column] for frame in drawn], axis=0)
        spread = np.std([frame[column] for frame in drawn], axis=0) / np.sqrt(weeks)
        assert (np.abs(mean - expected) <= 4 * spread + 0.02 * expected + 0.05).all(), column


def test_a_budget_throttles_all_words_alike():
    p = tideway()
    keywords = ads.draw_keywords(p, stream(1, "blocks"), 12)
    rivals = ads.draw_scores(p, stream(2, "blocks"), keywords["rivals"], 50)
    bids = np.full(12, 1.2)
    _, cost = ads.expected_clicks(p, bids, keywords, rivals)
    free = ads.week_profit(p, bids, keywords, rivals, 10 * cost.sum())
    assert ads.week_profit(p, bids, keywords, rivals, cost.sum() / 4) == pytest.approx(free / 4)
    assert ads.week_profit(p, np.zeros(12), keywords, rivals, 10.0) == 0.0


def test_a_better_ad_pays_less_for_the_same_place():
    p = Parameters()
    rivals = np.array([0.9, 0.5])
    slot, below = ads.place(p, np.array(0.6), rivals)
    assert (slot, below) == (1, 0.5)
    assert ads.place(p, np.array(0.9), rivals)[0] == 0  # of equal scores ours stands first
    assert ads.place(p, np.array(p.ads.reserve / 2), rivals)[0] == len(ads.slot_factors(p))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_ranked_page_is_looked_at_as_the_engines_result_page_is(seed):
    """Few want each product and nobody else buys: then the engine's click is attention x appeal."""
    from course.lessons.strategy_operation.scenario import COUNT, VIEWS, Scenario

    scenario, p = Scenario(), Parameters({"choice.outside": 200.0})
    names, relevance, _ = scenario.truth(seed)
    seen = search.attention(np.arange(1, COUNT + 1), p.search.bias)
    little = 1e-6
    engine = choice.clicks(p, np.log(little * relevance), np.ones(COUNT, bool), seen)
    expected = VIEWS * engine.sum() * p.choice.outside / little
    assert scenario.value(seed, names.tolist()) == pytest.approx(expected, rel=1e-4)


@pytest.mark.parametrize("seed", SEEDS)
def test_channels_answer_to_spend_as_the_engines_media_do(seed):
    """One curve, spent on every week until the adstock stands still: the engine's factor."""
    from course.lessons.channel_promotion.bank import CHANNELS
    from course.lessons.channel_promotion.scenario import Scenario

    scenario = Scenario()
    ceiling, half, slope = (each[0] for each in scenario.truth(seed))
    p = tideway().slice(stream(seed, "x"))
    p.media = SimpleNamespace(
        adstock=0.0, ceiling=ceiling, half=half, slope=slope, spend=p.media.spend
    )
    factor = media.session_factor(p, np.full(3, 9_000.0))[-1]
    spends = dict.fromkeys(CHANNELS, 0.0) | {CHANNELS[0]: 9_000.0}
    assert scenario.value(seed, spends) == pytest.approx(factor - 1)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_coached_shop_keeps_the_defects_that_the_engines_coaching_leaves(seed):
    """Coaching all and suspending all, from the engine's defect rates before and after."""
    from course.lessons.merchant_operation.scenario import COUNT, Scenario

    scenario, p = Scenario(), tideway()
    rate, _, _, ahead, _ = scenario.truth(seed)
    spared = ahead * (rate - supply.coached(p, rate)) * p.merchant.defect_cost
    coached = spared.sum() - COUNT * p.merchant.coaching_cost
    brought = ahead * p.merchant.brings - ahead * rate * p.merchant.defect_cost
    for action, expected in (("keep", 0.0), ("coach", coached), ("suspend", -brought.sum())):
        everybody = dict.fromkeys(range(COUNT), action)
        assert scenario.value(seed, everybody) == pytest.approx(expected)


def test_shops_of_a_quarter_have_the_defects_of_the_engines_merchants():
    from scipy.stats import ks_2samp

    from course.market.catalogue import make_merchants

    p, count = tideway(), 5_000
    rate = supply.draw_shops(p, stream(1, "blocks", "shops"), count)[0]
    assert ks_2samp(rate, make_merchants(1, p, count)["defect"]).pvalue > 0.01


@pytest.mark.parametrize("seed", SEEDS)
def test_a_categorys_rate_costs_the_sales_that_the_engines_two_sides_lose(seed):
    """The engine's sellers of each category after 200 weeks at the rate, while buyers stay."""
    from course.lessons.business_operation.scenario import Scenario

    scenario, rates = Scenario(), [0.05, 0.08, 0.1, 0.12, 0.15, 0.2, 0.3, 0.4]
    expected = 0.0
    for sales, elasticity, rate in zip(*scenario.truth(seed), rates, strict=True):
        p = Parameters()
        p.platform.supply, p.platform.cross = elasticity, 0.0
        sellers, buyers = supply.two_sides(p, rate, 200)[-1]
        assert buyers == 1.0
        expected += (rate - p.platform.serving) * sales * sellers
    assert scenario.value(seed, rates) == pytest.approx(expected)


@pytest.mark.parametrize("seed", SEEDS)
def test_group_offers_earn_what_the_engines_group_buys_bring(seed):
    """The engine's groups with this offer's friends: those that filled and those that did not."""
    from course.lessons.community_operation.scenario import VISITORS, Scenario
    from course.market.records.community import group_buys

    scenario = Scenario()
    p = scenario.truth(seed)
    world = SimpleNamespace(products=range(9), users=range(9))
    quarter = SimpleNamespace(rng=lambda name: stream(seed, "blocks", name), p=p, world=world)
    drawn = group_buys(quarter)
    size, depth, filled = drawn["size"], drawn["depth"], drawn["filled"]
    one = p.groups
    full = size * one.price * (one.margin - depth) + (size - 1) * one.share_new * one.newcomer
    earned = np.where(filled, full, one.alone * one.price * one.margin)
    pairs = list(zip(size.tolist(), depth.tolist(), strict=True))
    value = {terms: scenario.value(seed, terms) for terms in set(pairs)}
    expected = np.array(
        [value[each] / (VISITORS * social.group_start(p, each[1])) for each in pairs]
    )
    error = (earned - expected).std() / np.sqrt(len(pairs))
    assert (earned - expected).mean() == pytest.approx(0.0, abs=4 * error)


@pytest.mark.parametrize("seed", SEEDS)
def test_further_posts_of_a_slot_tire_people_as_the_engines_headlines_do(seed):
    """The posts of a week, one after the other, each for people who have seen those before."""
    from course.lessons.new_media_operation.scenario import POSTS, SLOTS, Scenario

    scenario, posts = Scenario(), [place % 5 for place in range(len(SLOTS))]
    posts[-1] += POSTS - sum(posts)
    expected = 0.0
    for first, fade, count in zip(*scenario.truth(seed), posts, strict=True):
        p = Parameters()
        p.content.fatigue = fade
        expected += social.tired_ctr(p, first, np.arange(count)).sum()
    assert scenario.value(seed, posts) == pytest.approx(expected)


def test_a_slots_record_is_right_on_average():
    p, rng = tideway(), stream(1, "blocks", "slots")
    first, fade = posting.draw_slots(p, rng, 20_000)
    seen, fade_seen = posting.slot_record(p, rng, first, fade)
    assert np.median(seen / first) == pytest.approx(1.0, abs=0.01)
    assert (fade_seen - fade).mean() == pytest.approx(0.0, abs=0.005)
    assert fade_seen.max() <= p.slot.fade_most


@pytest.mark.parametrize("seed", SEEDS)
def test_a_coupon_is_worth_what_the_engines_truth_says_of_the_same_people(seed):
    """Orders with and without, as the engine's log of potential outcomes has them, at the month's
    margin and coupon.
    """
    from course.lessons.activation_and_recall.scenario import Scenario
    from course.market.truth import Truth
    from course.market.world import World

    scenario = Scenario()
    users, terms = scenario.users(seed), scenario.market(seed).coupon
    truth = Truth(World(5, "S", {"coupon.uplift": terms.uplift}))
    without, with_it, _ = truth.coupon_outcomes(*(users[name].to_numpy() for name in users))
    given = users["frequency"].to_numpy() < 0
    expected = (terms.margin - terms.face) * with_it[given].sum()
    expected += terms.margin * without[~given].sum()
    assert scenario.value(seed, given) == pytest.approx(expected)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_events_first_wave_is_the_engines_in_a_town_without_end(seed):
    from course.lessons.event_acquisition.scenario import Scenario

    scenario, reward, share = Scenario(), 20, 0.4
    event, worth = scenario.truth(seed)
    event.referral.pool, event.referral.start = 1e12, 10_000.0
    first = social.referral_waves(event, event.referral.start, reward * share, reward * 0.6)[0]
    (signed, honest), *_ = social.event_waves(event, scenario.response(seed, reward, share), 6)
    assert signed == pytest.approx(first)
    assert honest == pytest.approx(first * (1 - social.fraud_share(event, reward * share)))
    assert worth > 0


@pytest.mark.parametrize("seed", SEEDS)
def test_a_seasons_order_sells_what_the_engines_stock_sells(seed):
    from course.lessons.sourcing_and_stock.scenario import Scenario

    scenario = Scenario()
    _, _, mu, sigma, price, cost, salvage = scenario._truth(seed)
    order = [50.0] * len(mu)
    mean, variation = np.exp(mu + sigma**2 / 2), np.sqrt(np.expm1(sigma**2))
    gone = supply.expected_sales(50.0, mean, variation)
    expected = (price * gone + salvage * (50.0 - gone) - cost * 50.0).sum()
    assert scenario.value(seed, order) == pytest.approx(expected)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_campaign_bumps_sales_as_the_engines_promotions_do(seed):
    from course.lessons.activity_operation.scenario import Scenario

    scenario, depth = Scenario(), 0.2
    item = {name: values[0] for name, values in scenario.truth(seed).items()}
    p = Parameters({"promotion.pull_forward": float(item["pulled"])})
    usual = item["base"] * item["visibility"]
    gone, _, _ = promotion.promotion_effect(p, usual, depth, -item["elasticity"], item["stolen"])
    kept = item["price"] * item["margin"]
    lost = (item["pulled"] + item["stolen"]) * (gone - item["base"]) * kept
    expected = gone * item["price"] * (item["margin"] - depth) - item["base"] * kept - lost
    assert scenario.value(
        seed, {scenario.observe(seed)["items"]["product"][0]: depth}
    ) == pytest.approx(expected)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_shops_prices_follow_demand_as_the_engines_merchants_do(seed):
    """The slope of ln price on the report's ln demand is `confounding.price`, in both."""
    from course.lessons.pricing.scenario import Scenario

    history = Scenario().observe(seed)["history"]
    apart = history.assign(ln=np.log(history["price"]))
    apart["ln"] -= apart.groupby("product")["ln"].transform("mean")
    index = apart["index"] - apart.groupby("product")["index"].transform("mean")
    slope = (index * apart["ln"]).sum() / (index**2).sum()
    assert slope == pytest.approx(tideway().confounding.price, abs=0.03)


def test_the_backpack_of_lesson_08_is_the_towns():
    """Sold as often as the town's, below its list price, above its cost."""
    from course.lessons.pricing.practice_shop import backpack_weeks
    from course.market import town

    ours = town.products(shop="Fennmoor Bags").set_index("product").loc["olive canvas backpack"]
    p, weeks = tideway(), backpack_weeks(0, weeks=400)
    assert ours["cost"] < p.backpack.price <= ours["price"]
    assert weeks["units"].median() == pytest.approx(ours["units"], rel=0.05)
    assert weeks["price"].median() == pytest.approx(p.backpack.price, rel=0.02)
    assert p.law("pricing.today")["from"] < p.backpack.price / ours["price"] < 1


def test_who_is_just_below_a_bar_for_free_delivery_fills_up_pays_or_leaves():
    """At a basket of usual value, 8 dollars below the bar, by hand."""
    from course.market.promotion import threshold_profit

    p, gap = tideway(), 8.0
    basket = np.array([p.basket.value])
    bar = basket[0] + gap
    filled = np.exp(-gap / (p.delivery.reach * basket[0]))
    assert filled == pytest.approx(0.91**gap, rel=0.06)  # about 9% fewer for each dollar
    free = threshold_profit(p, 0.0, basket, 4.0, 5.0, 0.35)
    assert free == pytest.approx(0.35 * basket[0] - 5.0)
    below = threshold_profit(p, bar, basket, 4.0, 5.0, 0.35)
    topped, stay = p.delivery.topup * filled, 1 - p.delivery.leaves * 4.0
    expected = topped * (0.35 * bar - 5.0) + (1 - topped) * stay * (0.35 * basket[0] + 4.0 - 5.0)
    assert below == pytest.approx(expected)


def test_signs_of_made_up_friends_are_as_frequent_as_the_table_says():
    p, rng = tideway(), stream(4, "blocks")
    drawn = social.referrals(p, rng, 40_000)
    assert drawn["fake"].mean() == pytest.approx(p.fake.share, abs=0.006)
    for sign, (fake, honest) in social.evidence(p).items():
        shares = drawn.groupby("fake")[sign].mean()
        assert shares[True] == pytest.approx(fake, abs=0.03)
        assert shares[False] == pytest.approx(honest, abs=0.01)


def test_a_shops_day_of_events_has_the_rates_of_its_segments():
    """Without bots, staff and duplicates: orders of sessions by device and channel."""
    from course.market import experiments

    p = Parameters({"visit.bots": 0.0, "visit.staff": 0.0, "trap.duplicates": 0.0})
    p.visit.sessions = 20_000
    events = experiments.shop_day(p, stream(5, "blocks"))
    by = events.groupby(["device", "channel"])
    bought = events[events["kind"] == "order"].groupby(["device", "channel"])["session"].nunique()
    rates = bought / by["session"].nunique()
    for device, channel in experiments.SEGMENTS:
        expected = getattr(p.visit, f"{device}_{channel}")
        assert rates[device, channel] == pytest.approx(expected, abs=0.007)


def test_nudges_by_lot_show_what_a_thing_does():
    """Among those nudged to it against those left alone: effect x how many more do it."""
    from course.market import onboarding

    p, things = tideway(), ("a", "b", "c", "d")
    table = onboarding.nudges(p, stream(6, "blocks"), things, 200_000)
    shares = (
        table.groupby("nudge")["ordered"].mean()
        - table.loc[table["nudge"] == "none", "ordered"].mean()
    )
    best = max(things, key=lambda each: shares[each])
    did = table.groupby("nudge")[best].mean()
    expected = p.nudge.strong_helps * (did[best] - did["none"])
    assert shares[best] == pytest.approx(expected, abs=0.01)


def test_shops_of_a_campaign_gain_what_it_adds_and_are_those_of_the_town():
    """Over many campaigns: the joined shops' further change is the effect's mean."""
    from course.market import town

    p, products = tideway(), town.products()
    found = []
    for seed in range(150):
        table = promotion.campaign_merchants(p, stream(seed, "blocks", "joined"), products, 40, 12)
        mean = table.groupby(["merchant", "joined", "after"])["sales"].mean().unstack()
        change = (mean[True] - mean[False]).groupby("joined").mean()
        found.append(change[True] - change[False])
    assert set(table["merchant"]) <= set(town.shops()["shop"])
    error = np.std(found) / np.sqrt(len(found))
    assert np.mean(found) == pytest.approx(p.joining.effect, abs=4 * error)


@pytest.mark.parametrize("seed", SEEDS)
def test_products_of_a_campaign_are_the_towns_and_cost_about_its_prices(seed):
    from course.lessons.activity_operation.scenario import Scenario
    from course.market import town

    items = Scenario().observe(seed)["items"].set_index("product")
    usual = town.products().set_index("product").loc[items.index]
    assert items.index.is_unique
    assert (items["price"] / usual["price"]).between(0.8, 1.25).all()
    assert np.corrcoef(np.log(items["base"]), np.log(usual["units"]))[0, 1] > 0.7


def test_a_shop_sells_in_lesson_00_what_the_town_says_it_sells():
    """The ticket's two weeks, and the practice week: about a usual week of that shop in the town."""
    from course.lessons.operations_map.practice_shop import SHOP, shop_week, two_weeks
    from course.market import town

    products = town.products(shop=SHOP)
    usual = (products["price"] * products["units"]).sum()
    for week in two_weeks():
        assert week["gmv"] == pytest.approx(usual, rel=0.25)
        assert week["gmv"] == pytest.approx(week["visitors"] * week["cvr"] * week["aov"])
    gmv = []
    for seed in range(20):
        _, orders, _ = shop_week(seed)
        gmv.append(orders.loc[orders["status"] != "cancelled", "amount"].sum())
    assert np.mean(gmv) == pytest.approx(usual, rel=0.25)


def test_answers_to_guesses_that_are_typed_in_are_those_of_the_blocks():
    """A literal in `checks.guess(...)`, worked out again from the market (and the cell's numbers)."""
    import ast
    import json
    from pathlib import Path

    from scipy.stats import poisson

    from course.lessons.operations_map import answers as week
    from course.lessons.operations_map.practice_shop import shop_week

    def typed(lesson):
        path = next((Path(__file__).parents[1] / "source").glob(f"{lesson}_*/*.ipynb"))
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        (cell,) = [cell for cell in cells if cell["id"] == "guess"]
        (call,) = [node for node in ast.walk(ast.parse("".join(cell["source"]))) if guesses(node)]
        return call.args[1].value

    def guesses(node):
        return isinstance(node, ast.Call) and ast.unparse(node.func) == "checks.guess"

    _, orders, items = shop_week()
    costs = {"fulfilment": 4.5, "return": 3.5, "marketing": 350.0}
    gmv = orders.loc[orders["status"] != "cancelled", "amount"].sum()
    left = week.reference_contribution(orders, items, costs)
    assert typed("00") == pytest.approx(100 * left / gmv, abs=0.051)
    mean, sd, price, cost, salvage = 100, 30, 40, 24, 10
    assert typed("03") == round(norm(mean, sd).ppf((price - cost) / (price - salvage)))
    assert typed("15") == round(100 * search.attention(10, tideway().search.bias))
    assert typed("21") == pytest.approx(1_000 * poisson.sf(6, 2), abs=0.05)
