"""The decisions separate good policies from bad ones, and no constant policy is good enough.

Rows as the curriculum asks: naive, baseline, middle, expert; a middle row is
reproduced when its g lies within two standard deviations of the published one.
"""

import functools
import re

import numpy as np
import pytest

from course.authoring import canon, layout
from course.check import InvalidAction, Stumble
from course.check.decision import run_draws, score_g
from course.lessons.conversion_rate import answers as cvr_answers
from course.lessons.conversion_rate.scenario import Scenario as Ideas
from course.lessons.title_optimization import answers as title_answers
from course.lessons.title_optimization import scenario as title_scenario
from course.lessons.title_optimization import stuffed_title
from course.lessons.title_optimization.scenario import MAX_WORDS
from course.lessons.title_optimization.scenario import Scenario as Titles
from course.market import experiments, town
from course.market.parameters import tideway
from course.market.search import SearchPage

SEEDS = 100


def earned(scenario, policy, seeds):
    return [scenario.value(seed, policy(**scenario.observe(seed))) for seed in seeds]


@functools.cache
def title_reference():
    seeds = tuple(f"separation-{n}" for n in range(SEEDS))
    return (
        seeds,
        earned(Titles(), title_answers.baseline, seeds),
        earned(Titles(), title_answers.expert, seeds),
    )


def title_g(policy):
    """g of a policy; a title that is refused counts as at grading."""
    seeds, base, expert = title_reference()

    def run(seed):
        try:
            return Titles().value(seed, policy(**Titles().observe(seed)))
        except InvalidAction as reason:
            raise Stumble(str(reason)) from None

    mine, _ = run_draws(Titles, seeds, base, expert, run)
    return score_g(mine, base, expert)


def formula_g(policy):
    """g of a policy by the public formula alone, which forgives an untrue word."""
    seeds, base, expert = title_reference()
    mine = [
        title_scenario._next_week(seed).orders(policy(**Titles().observe(seed))) for seed in seeds
    ]
    return score_g(mine, base, expert)


def data_sheet(words):
    def policy(product, query_log, rivals):
        facts = [word for word in product["true"] if word != product["noun"]]
        return [product["noun"], *facts[: words - 1]]

    return policy


def truthful(words):
    def policy(product, query_log, rivals):
        return [word for word in stuffed_title(query_log, words=None) if word in product["true"]][
            :words
        ]

    return policy


@pytest.mark.parametrize(
    ("name", "policy", "published", "sd"),
    [
        (
            "stuffed with nine popular words",
            lambda product, query_log, rivals: stuffed_title(query_log),
            0.16,
            0.15,
        ),
        ("truthful popular nine", truthful(9), 0.40, 0.08),
        ("truthful popular five", truthful(5), 0.63, 0.07),
    ],
)
def test_title_row_is_reproduced(name, policy, published, sd):
    """By the formula alone: in the published row untrue words are allowed."""
    assert formula_g(policy) == pytest.approx(published, abs=2 * sd), name


def test_title_policies_stand_in_order():
    stuffed = title_g(lambda product, query_log, rivals: stuffed_title(query_log))
    nine, five = title_g(truthful(9)), title_g(truthful(5))
    assert stuffed < 0 < nine < five < 1.0


def full_titles(words):
    """Adds whichever of `words` ("true" or "vocabulary") raises the orders most, while one does."""

    def policy(product, query_log, rivals):
        page, title = SearchPage(product, query_log, rivals), [product["noun"]]
        while len(title) < MAX_WORDS:
            best = max(
                (word for word in product[words] if word not in title),
                key=lambda word: page.orders([*title, word]),
            )
            if page.orders([*title, best]) <= page.orders(title):
                break
            title.append(best)
        return title

    return policy


def test_every_idea_of_the_title_lesson_pays():
    """05: each idea left out costs at least 15% of the points, lying included, and the stub earns
    nothing; whoever tries titles has them all.
    """
    full = Titles.G_FULL
    for name, policy in (
        ("untrue words where the formula pays", full_titles("vocabulary")),
        ("nothing tried, five words", truthful(5)),
        ("a longer title is no weaker", truthful(9)),
        ("nobody asks what is searched", data_sheet(6)),
    ):
        assert title_g(policy) <= 0.85 * full, name
    assert title_g(lambda product, query_log, rivals: [product["noun"]]) <= 0.0
    assert title_g(full_titles("true")) >= full


def test_nothing_found_beats_the_title_expert_by_more_than_a_twentieth():
    """The same search from four starts, the best of them by the formula."""

    def best_of_four(product, query_log, rivals):
        page = SearchPage(product, query_log, rivals)
        starts = [
            policy(product, query_log, rivals)
            for policy in (full_titles("true"), truthful(5), truthful(9), data_sheet(6))
        ]
        return max(
            (title_answers.climb(page, product, start)[-1][0] for start in starts), key=page.orders
        )

    assert title_g(best_of_four) <= 1.05


def test_a_lie_never_pays_for_a_title():
    """On each draw, a title with an untrue word is worth less than the title without."""
    for seed in title_reference()[0][:20]:
        observed = Titles().observe(seed)
        product, true = observed["product"], title_answers.expert(**observed)[:8]
        for word in (word for word, is_true in product["attributes"].items() if not is_true):
            with pytest.raises(InvalidAction, match=f"'{word}' is not true of the product"):
                Titles().value(seed, [*true, word])


def test_title_expert_doubles_the_baseline_as_published():
    _, base, expert = title_reference()
    assert sum(expert) / sum(base) > 1.7


def test_no_rule_that_reads_one_column_earns_full_points_for_a_title():
    """Only volumes, only the data sheet, or only rivals' titles, at the best length each."""

    def volumes(k):
        return lambda product, query_log, rivals: stuffed_title(query_log, words=k)

    def rival_words(k):
        def policy(product, query_log, rivals):
            words = " ".join(rivals["title"]).split()
            return sorted(set(words), key=lambda word: (-words.count(word), word))[:k]

        return policy

    best = max(
        formula_g(rule(k)) for rule in (volumes, data_sheet, rival_words) for k in range(1, 10)
    )
    assert best <= 0.60


def test_truthful_expert_never_writes_an_untrue_word():
    for seed in title_reference()[0][:30]:
        observed = Titles().observe(seed)
        assert set(title_answers.expert(**observed)) <= set(observed["product"]["true"])


# --- size of a test
# --------------------------------------------------------------------------------------------------


def plans():
    seeds = [f"separation-{n}" for n in range(600)]
    scenario = Ideas()
    return seeds, scenario, [scenario.observe(seed) for seed in seeds]


def plan_g(policy):
    seeds, scenario, ideas = plans()
    expert = [
        scenario.value(seed, cvr_answers.expert(**idea))
        for seed, idea in zip(seeds, ideas, strict=True)
    ]
    mine = [scenario.value(seed, policy(idea)) for seed, idea in zip(seeds, ideas, strict=True)]
    return score_g(mine, [0.0] * len(seeds), expert)


def textbook(idea):
    p, q = idea["cvr"], idea["cvr"] * 1.05
    return min(
        (1.96 + 0.8416) ** 2 * (p * (1 - p) + q * (1 - q)) / (q - p) ** 2, idea["visitors"] / 2
    )


def test_plan_policies_stand_in_order():
    half = plan_g(lambda idea: idea["visitors"] / 2)
    one_percent = plan_g(lambda idea: 0.01 * idea["visitors"])
    promising = plan_g(
        lambda idea: 0.05 * idea["visitors"] if idea["idea_mean"] > -idea["idea_sd"] else 0
    )
    assert half < plan_g(textbook) < 0 < one_percent < promising < 1.0


def test_no_constant_plan_earns_three_quarters_of_full_points():
    shares = [
        plan_g(lambda idea, share=share: share * idea["visitors"])
        for share in (0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1)
    ]
    numbers = [
        plan_g(lambda idea, n=n: min(n, idea["visitors"] / 2))
        for n in (50, 200, 500, 1000, 2000, 5000, 20_000)
    ]
    assert max(shares + numbers) <= 0.75 * Ideas.G_FULL


def test_the_symmetric_decision_of_the_curriculum_is_reproduced():
    """Row 07 of the curriculum: N LogU(2e3, 3e6), p U(.01, .10), spread p LogU(.02, .5), gain per
    customer in spreads.
    """
    rng = np.random.default_rng(7)
    draws = 4000
    visitors = np.exp(rng.uniform(np.log(2e3), np.log(3e6), draws))
    cvr = rng.uniform(0.01, 0.10, draws)
    sd = cvr * np.exp(rng.uniform(np.log(0.02), np.log(0.5), draws))

    def gain(n):
        return float(
            (experiments.test_and_roll_gain(n, visitors, cvr, sd) / (visitors * sd)).mean()
        )

    q = cvr * 1.05
    classical = gain(
        np.minimum(
            (1.96 + 0.8416) ** 2 * (cvr * (1 - cvr) + q * (1 - q)) / (q - cvr) ** 2, visitors / 2
        )
    )
    five, best = gain(0.05 * visitors), gain(experiments.test_and_roll_size(visitors, cvr, sd))
    assert classical == pytest.approx(0.145, abs=0.03)
    assert five == pytest.approx(0.367, abs=0.02)
    assert best == pytest.approx(0.387, abs=0.02)
    # ... and here is why the lesson uses another decision: a constant share earns nine tenths.
    assert (five - classical) / (best - classical) > 0.75 * 0.98


def test_scenarios_refuse_what_is_not_allowed_and_say_why():
    product = Titles().observe(0)["product"]
    untrue = next(word for word, is_true in product["attributes"].items() if not is_true)
    for title, reason in (
        ("pillow", "list of words"),
        ([], "empty"),
        ([product["noun"]] * 2, "more than once"),
        (product["true"][:10], "10 words"),
        (["sofa"], "'sofa' is not in"),
        ([product["noun"].title()], f"'{product['noun']}', in lower case, is"),
        (None, "nothing came back"),
        ([product["noun"], untrue], f"'{untrue}' is not true of the product"),
    ):
        with pytest.raises(InvalidAction, match=reason):
            Titles().value(0, title)
    for n, reason in (
        (-1, "between 0"),
        (10**9, "between 0"),
        (float("nan"), "must be a number"),
        ("many", "must be a number"),
        (True, "must be a number"),
    ):
        with pytest.raises(InvalidAction, match=reason):
            Ideas().value(0, n)


@pytest.mark.parametrize("scenario", [Titles(), Ideas()])
def test_draws_are_reproducible_and_hide_the_future(scenario):
    import pandas as pd

    for seed in (0, "hidden"):
        one, two = scenario.observe(seed), scenario.observe(seed)
        assert one.keys() == two.keys()
        for key, value in one.items():
            same = value.equals(two[key]) if isinstance(value, pd.DataFrame) else value == two[key]
            assert same, key


# --- a bad morning's tickets
# -----------------------------------------------------------------------------------------


def test_ticket_policies_stand_in_order_and_no_single_column_is_enough():
    """Measured over 200 mornings: loudest .57, shortest .45, longest-lived .47, loss for each hour
    .70, everything .98.
    """
    from course.lessons.operations_map import answers
    from course.lessons.operations_map.scenario import Scenario

    scenario, seeds = Scenario(), [f"separation-{n}" for n in range(120)]
    seen = [scenario.observe(seed) for seed in seeds]

    def earned(policy):
        return [
            scenario.value(seed, policy(**observed))
            for seed, observed in zip(seeds, seen, strict=True)
        ]

    base, expert = earned(answers.baseline), earned(answers.expert)

    def g(key):
        return score_g(
            earned(
                lambda tickets, hours: (
                    tickets.assign(k=key(tickets)).sort_values("k", ascending=False)["id"].tolist()
                )
            ),
            base,
            expert,
        )

    def corrected(tickets):
        return tickets["loss"].where(tickets["source"] != "merchant", tickets["loss"] / 3)

    single = [
        g(lambda t, name=name, sign=sign: sign * t[name])
        for name in ("loss", "hours", "halves_in")
        for sign in (1, -1)
    ]
    assert max(single) <= 0.75 * Scenario.G_FULL
    assert max(single) == pytest.approx(0.57, abs=0.12)
    per_hour = g(lambda t: t["loss"] / t["hours"])
    everything = g(lambda t: corrected(t) * t["halves_in"] / t["hours"])
    assert max(single) < per_hour < everything
    assert everything > Scenario.G_FULL


# --- two repairs of a funnel
# -----------------------------------------------------------------------------------------


def test_repair_policies_stand_in_order_and_no_single_column_or_constant_is_enough():
    """Measured over 300 shops: largest gap .13, gap in dollars .70, less its cost .85, everything
    1.00; best constant pair .02.
    """
    from itertools import combinations

    from course.lessons.metrics_and_funnel import answers
    from course.lessons.metrics_and_funnel.scenario import Scenario

    scenario, seeds = Scenario(), [f"separation-{n}" for n in range(120)]
    seen = [scenario.observe(seed) for seed in seeds]
    base = [
        scenario.value(seed, answers.baseline(**observed))
        for seed, observed in zip(seeds, seen, strict=True)
    ]
    expert = [
        scenario.value(seed, answers.expert(**observed))
        for seed, observed in zip(seeds, seen, strict=True)
    ]
    tables = []
    for observed in seen:
        table = (
            observed["funnel"].merge(observed["peers"], on="id").merge(observed["cost"], on="id")
        )
        rate = table["passed"] / table["users"]
        table["orders"] = table.groupby("segment")["passed"].transform("last")
        table["gap"] = (table["peer_rate"] - rate).clip(lower=0)
        tables.append(
            table.assign(
                rate=rate, gain=13 * 0.4 * table["gap"] / rate * table["orders"] * table["margin"]
            )
        )

    def g(key):
        chosen = [
            table.assign(k=key(table))
            .sort_values("k", ascending=False, kind="stable")["id"]
            .tolist()[:2]
            for table in tables
        ]
        return score_g(
            [scenario.value(seed, pair) for seed, pair in zip(seeds, chosen, strict=True)],
            base,
            expert,
        )

    columns = ("users", "passed", "margin", "peer_rate", "shops", "cost", "orders", "gap", "rate")
    single = [
        g(lambda t, name=name, sign=sign: sign * t[name]) for name in columns for sign in (1, -1)
    ]
    constants = [
        score_g([scenario.value(seed, list(pair)) for seed in seeds[:30]], base[:30], expert[:30])
        for pair in combinations(seen[0]["funnel"]["id"], 2)
    ]
    assert max(single + constants) <= 0.75 * Scenario.G_FULL
    in_dollars, less_cost = g(lambda t: t["gain"]), g(lambda t: t["gain"] - t["cost"])
    assert max(single) < in_dollars < less_cost < 1
    assert in_dollars == pytest.approx(0.70, abs=0.2)
    assert less_cost == pytest.approx(0.85, abs=0.2)


# --- eight launches of sixty
# -----------------------------------------------------------------------------------------


def test_launch_policies_reproduce_their_row_and_no_single_column_is_enough():
    """Row 02 of the curriculum: margin 27.6k (-1.06), volume 41.0k (0), volume / competition 47.4k
    (.50), expected value 53.7k (1). Whoever knows the town's prices by heart gains nothing by it.
    """
    from course.lessons.product_selection import answers
    from course.lessons.product_selection.scenario import Scenario

    scenario, seeds = Scenario(), [f"separation-{n}" for n in range(400)]
    seen = [scenario.observe(seed) for seed in seeds]
    base = [
        scenario.value(seed, answers.baseline(**observed))
        for seed, observed in zip(seeds, seen, strict=True)
    ]
    expert = [
        scenario.value(seed, answers.expert(**observed))
        for seed, observed in zip(seeds, seen, strict=True)
    ]

    def earned(key):
        chosen = [
            observed["candidates"]
            .assign(k=key(observed["candidates"]))
            .sort_values("k", ascending=False)["product"]
            .tolist()[:8]
            for observed in seen
        ]
        return [scenario.value(seed, eight) for seed, eight in zip(seeds, chosen, strict=True)]

    margin, shared = earned(lambda c: c["margin"]), earned(lambda c: c["searches"] / c["offers"])
    assert np.mean(margin) == pytest.approx(27_600, rel=0.1)
    assert np.mean(base) == pytest.approx(41_000, rel=0.1)
    assert np.mean(shared) == pytest.approx(47_400, rel=0.1)
    assert np.mean(expert) == pytest.approx(53_700, rel=0.1)
    assert score_g(shared, base, expert) == pytest.approx(0.47, abs=0.05)
    assert score_g(margin, base, expert) == pytest.approx(-1.19, abs=0.2)
    both = earned(lambda c: c["searches"] * c["margin"])
    assert score_g(both, base, expert) == pytest.approx(0.59, abs=0.05)
    price = town.goods().set_index("product")["price"]
    share = tideway().law("good.margin")["value"]

    def known(c):
        usual = share * price[c["product"]].to_numpy()
        return c["searches"] / (1 + c["offers"]) * np.sqrt(c["margin"] * usual)

    read = earned(lambda c: c["searches"] / (1 + c["offers"]) * c["margin"])
    assert np.mean(earned(known)) < np.mean(read)
    assert score_g(earned(lambda c: price[c["product"]].to_numpy()), base, expert) < 0
    oracle = [sum(sorted(scenario.payoffs(seed).values(), reverse=True)[:8]) for seed in seeds]
    assert score_g(oracle, base, expert) == pytest.approx(1.51, abs=0.15)
    single = [
        score_g(earned(lambda c, name=name, sign=sign: sign * c[name]), base, expert)
        for name in ("searches", "offers", "margin")
        for sign in (1, -1)
    ]
    assert max(single) <= 0.75 * Scenario.G_FULL


# --- a season for sixty products
# -------------------------------------------------------------------------------------


def test_order_policies_reproduce_their_row_and_no_single_level_is_enough():
    """Row 03 of the curriculum: mean + 1.645 SD 2.9k (-19), mean 32.8k (0), empirical quantile
    34.2k (.89), lognormal ratio 34.3k (1), oracle 1.25. Ours, at the prices of the town's goods, are
    a little cheaper: 30.8k and 32.4k. Whoever knows the prices by heart sees nothing new.
    """
    from scipy.stats import norm

    from course.lessons.sourcing_and_stock import answers
    from course.lessons.sourcing_and_stock.scenario import Scenario

    scenario, seeds = Scenario(), [f"separation-{n}" for n in range(60)]
    seen = [scenario.observe(seed) for seed in seeds]

    def earned(policy):
        return [
            scenario.value(seed, [float(each) for each in policy(**observed)])
            for seed, observed in zip(seeds, seen, strict=True)
        ]

    def own_quantile(history, price, cost, salvage):
        ratio = (price - cost) / (price - salvage)
        return [history[name].quantile(ratio[name]) for name in history]

    base, expert = earned(answers.baseline), earned(answers.expert)
    assert np.mean(base) == pytest.approx(30_800, rel=0.05)
    assert np.mean(expert) == pytest.approx(32_400, rel=0.05)
    assert score_g(
        earned(lambda history, **_: history.mean() + 1.645 * history.std()), base, expert
    ) == pytest.approx(-19, abs=3)
    assert score_g(earned(own_quantile), base, expert) == pytest.approx(0.89, abs=0.04)
    shares = [
        score_g(earned(lambda history, a=a, **_: a * history.mean()), base, expert)
        for a in (0.7, 0.8, 0.85, 0.9, 0.95, 1.1)
    ]
    levels = [
        score_g(earned(lambda history, q=q, **_: history.quantile(q)), base, expert)
        for q in (0.4, 0.45, 0.5, 0.55, 0.6)
    ]
    assert max(shares + levels) <= 0.75 * Scenario.G_FULL
    assert max(shares) == pytest.approx(0.38, abs=0.04)
    listed = town.goods().set_index("product")["price"]

    def by_heart(history, price, cost, salvage):
        return answers.expert(history, listed[history.columns], cost, salvage)

    assert score_g(earned(by_heart), base, expert) < 1
    truth = [scenario._truth(seed) for seed in seeds]
    oracle = [
        scenario.value(
            seed, np.exp(mu + norm.ppf((price - cost) / (price - salvage)) * sigma).tolist()
        )
        for seed, (_, _, mu, sigma, price, cost, salvage) in zip(seeds, truth, strict=True)
    ]
    assert score_g(oracle, base, expert) == pytest.approx(1.25, abs=0.06)


# --- five channels
# ---------------------------------------------------------------------------------------------------


def channel_g(scenario, count=200):
    """(g of a policy, base, expert) on `count` months of `scenario`."""
    from course.lessons.audience_and_channel_fit import answers

    seeds = [f"separation-{n}" for n in range(count)]
    seen = [scenario.observe(seed)["channels"] for seed in seeds]

    def earned(policy):
        return [
            scenario.value(seed, policy(channels))
            for seed, channels in zip(seeds, seen, strict=True)
        ]

    base, expert = earned(answers.baseline), earned(answers.expert)
    return lambda policy: score_g(earned(policy), base, expert), base, expert


def everywhere(price):
    return lambda channels: dict.fromkeys(channels["channel"], price)


def lowest_fees(channels):
    return dict.fromkeys(channels.sort_values("fee")["channel"][:2], 34.0)


def test_channel_policies_reproduce_their_row_with_the_curriculums_fixed_costs():
    """Row 04: two lowest fees 5.9k (.12), biggest 4.5k (0), everywhere 11.9k (.66), price per
    channel 15.7k (1). One price everywhere is too good there.
    """
    from course.lessons.audience_and_channel_fit.scenario import Scenario

    g, base, expert = channel_g(Scenario(rent=0.3))
    assert np.mean(base) == pytest.approx(4_500, rel=0.12)
    assert np.mean(expert) == pytest.approx(15_700, rel=0.08)
    assert g(lowest_fees) == pytest.approx(0.12, abs=0.08)
    assert g(everywhere(34.0)) == pytest.approx(0.66, abs=0.08)
    assert g(everywhere(44.0)) > 0.75 * Scenario.G_FULL  # why the lesson's fixed costs are higher


def test_no_constant_price_earns_three_quarters_of_full_points_in_the_lessons_channels():
    """Measured over 200 months: two lowest fees -.05, everywhere at 34 dollars -.1, best single
    price .35, right channels at 34 dollars .6.
    """
    from course.lessons.audience_and_channel_fit.scenario import Scenario

    g, _, _ = channel_g(Scenario())

    def right_channels(channels):
        c = channels
        left = (
            c["demand"]
            * (34 * (1 - c["fee"] - c["ads"]) - 14 - c["fulfilment"] - 10 * c["return_rate"])
            - c["fixed"]
        )
        return {name: 34.0 for name, profit in zip(c["channel"], left, strict=True) if profit > 0}

    constants = [g(everywhere(float(price))) for price in range(30, 62, 4)]
    single = [
        g(
            lambda c, name=name, up=up: dict.fromkeys(
                c.sort_values(name, ascending=up)["channel"][:2], 42.0
            )
        )
        for name in ("fee", "ads", "fulfilment", "return_rate", "fixed", "elasticity", "demand")
        for up in (True, False)
    ]
    assert max(constants + single) <= 0.75 * Scenario.G_FULL
    assert max(constants) < g(right_channels) < 1


# --- twenty prices
# ---------------------------------------------------------------------------------------------------


def test_price_policies_reproduce_their_row_and_no_constant_is_enough():
    """Row 08: status quo 49.9k (0), cost + 50% 51.0k (.20), controlled 55.3k (1). A regression
    without the index is far below the status quo. Ours, for the named bags of one shop: 44.3k and
    49.7k.
    """
    from course.lessons.pricing import answers
    from course.lessons.pricing.scenario import Scenario

    scenario, seeds = Scenario(), [f"separation-{n}" for n in range(60)]
    seen = [scenario.observe(seed) for seed in seeds]

    def g(policy):
        return score_g(
            [
                scenario.value(seed, policy(**observed))
                for seed, observed in zip(seeds, seen, strict=True)
            ],
            base,
            expert,
        )

    base = [
        scenario.value(seed, answers.baseline(**observed))
        for seed, observed in zip(seeds, seen, strict=True)
    ]
    expert = [
        scenario.value(seed, answers.expert(**observed))
        for seed, observed in zip(seeds, seen, strict=True)
    ]
    assert np.mean(base) == pytest.approx(44_300, rel=0.08)
    assert np.mean(expert) == pytest.approx(49_700, rel=0.08)

    def multiple(of, k):
        return lambda history, products: {
            row.product: float(np.clip(k * getattr(row, of), 0.6 * row.price, 1.4 * row.price))
            for row in products.itertuples()
        }

    def confounded(history, products):
        prices = {}
        for row in products.itertuples():
            weeks = history[history["product"] == row.product]
            e = max(1.1, -np.polyfit(np.log(weeks["price"]), np.log(weeks["units"]), 1)[0])
            prices[row.product] = float(
                np.clip(row.cost * e / (e - 1), 0.6 * row.price, 1.4 * row.price)
            )
        return prices

    assert g(multiple("cost", 1.5)) == pytest.approx(0.20, abs=0.15)
    constants = [g(multiple("cost", k)) for k in (1.4, 1.6, 1.7, 1.8)] + [
        g(multiple("price", k)) for k in (0.8, 0.9, 1.1, 1.2)
    ]
    assert max(constants) <= 0.75 * Scenario.G_FULL
    assert g(confounded) < -0.8


def test_no_single_threshold_solves_enough_months():
    from course.lessons.pricing import answers
    from course.lessons.pricing.practice_shop import threshold_profit

    months = [answers._month(f"separation-{n}") for n in range(60)]
    free, best = (
        [threshold_profit(0.0, *m) for m in months],
        [max(threshold_profit(float(at), *m) for at in range(301)) for m in months],
    )

    def share(amount):
        gains = [
            (threshold_profit(amount(m), *m) - low) / (high - low)
            for m, low, high in zip(months, free, best, strict=True)
        ]
        return np.mean([gain >= answers.THRESHOLD_G for gain in gains])

    constants = [share(lambda m, at=at: float(at)) for at in range(30, 111, 10)]
    rules = [share(lambda m, k=k: k * float(np.mean(m[0]))) for k in (1.0, 1.3, 1.5, 1.7)]
    assert max(constants + rules) < 0.7  # 14 of 20 months earn half of the points


# --- five modules of a page
# ------------------------------------------------------------------------------------------


def page_policies():
    from itertools import combinations

    from course.lessons.detail_page import answers
    from course.lessons.detail_page.bank import MODULES

    names = list(MODULES)

    def best_tested(column):
        def policy(tests):
            short = tests[tests[names].sum(axis=1) <= 5]
            row = short.loc[column(short).idxmax()]
            return [name for name in names if row[name] == 1]

        return policy

    def five_best_on_orders(tests):
        effects = answers.reference_effects(
            tests[names].to_numpy(float),
            tests["views"].to_numpy(float),
            tests["orders"].to_numpy(float),
            50.0,
        )[1:]
        return [names[place] for place in np.argsort(-effects)[:5]]

    return (
        best_tested,
        five_best_on_orders,
        [
            [names[place] for place in page]
            for size in range(6)
            for page in combinations(range(10), size)
        ],
    )


def test_page_policies_reproduce_their_row_without_returns():
    """Row 06: random five 666 bp (0), best page seen 796 (.54), ridge main effects 909 (1), oracle
    1.20.
    """
    from course.lessons.detail_page import answers
    from course.lessons.detail_page.scenario import Scenario

    scenario, seeds = Scenario(returns=False), [f"separation-{n}" for n in range(100)]
    best_tested, five_best, pages = page_policies()
    seen = [scenario.observe(seed)["tests"] for seed in seeds]

    def earned(policy):
        return [
            scenario.value(seed, policy(tests)) for seed, tests in zip(seeds, seen, strict=True)
        ]

    base, ridge = earned(answers.baseline), earned(five_best)
    assert np.mean(base) / 12 == pytest.approx(666, rel=0.1)
    assert np.mean(ridge) / 12 == pytest.approx(909, rel=0.1)
    assert score_g(earned(best_tested(lambda t: t["orders"])), base, ridge) == pytest.approx(
        0.54, abs=0.14
    )
    some = seeds[:20]
    oracle = [max(scenario.value(seed, page) for page in pages) for seed in some]
    assert score_g(oracle, base[:20], ridge[:20]) == pytest.approx(1.20, abs=0.15)


def test_page_policies_stand_in_order_once_returns_cost():
    """Measured over 120 products: tested page with most orders .47, with most dollars .65, five
    best on orders .77, everything 1.
    """
    from course.lessons.detail_page import answers
    from course.lessons.detail_page.scenario import Scenario

    scenario, seeds = Scenario(), [f"separation-{n}" for n in range(120)]
    best_tested, five_best, _ = page_policies()
    seen = [scenario.observe(seed)["tests"] for seed in seeds]

    def earned(policy):
        return [
            scenario.value(seed, policy(tests)) for seed, tests in zip(seeds, seen, strict=True)
        ]

    base, expert = earned(answers.baseline), earned(answers.expert)
    most_orders = score_g(earned(best_tested(lambda t: t["orders"])), base, expert)
    most_dollars = score_g(
        earned(best_tested(lambda t: 12 * t["orders"] - 20 * t["returns"])), base, expert
    )
    few_returns = score_g(earned(best_tested(lambda t: -t["returns"] / t["orders"])), base, expert)
    on_orders = score_g(earned(five_best), base, expert)
    assert max(most_orders, few_returns) <= 0.75 * Scenario.G_FULL
    assert most_orders < most_dollars < 1
    assert most_orders < on_orders < 1


# --- twelve words, one budget
# ----------------------------------------------------------------------------------------


def test_bid_policies_stand_in_order_and_every_idea_pays():
    """Row 09: top slot -18 (-1.2), flat bid 123 (0), best flat bid 183 (.50), budget-shaded 243
    (1), oracle 1.11. Ours, with newer words, margins that differ and a smaller budget: the lesson's
    table of simple rules holds these numbers.
    """
    from course.lessons.paid_promotion import answers
    from course.lessons.paid_promotion.scenario import Scenario

    scenario, seeds = Scenario(), [f"separation-{n}" for n in range(80)]
    seen = [scenario.observe(seed) for seed in seeds]

    def earned(policy):
        return [
            scenario.value(seed, policy(**observed))
            for seed, observed in zip(seeds, seen, strict=True)
        ]

    def of_value(value, share=1.0):
        return lambda **seen: {word: share * each for word, each in value(seen).items()}

    def searched(value):
        """The expert's search with other values of a click."""
        return lambda **seen: answers.best_bids(value(seen), seen["landscape"], seen["budget"])

    def raw(seen):
        k = seen["keywords"]
        return dict(zip(k["word"], k["orders"] / k["clicks"] * k["margin"], strict=True))

    def believed(seen):
        return answers.click_values(seen["keywords"])

    def one_value(seen):
        k = seen["keywords"]
        value = k["orders"].sum() / k["clicks"].sum() * k["margin"].mean()
        return dict.fromkeys(k["word"], value)

    def one_margin(seen):
        k = seen["keywords"]
        value = (k["orders"] + 2) / (k["clicks"] + 20) * k["margin"].mean()
        return dict(zip(k["word"], value, strict=True))

    def other_prior(seen):
        k = seen["keywords"]
        value = (k["orders"] + 3) / (k["clicks"] + 27) * k["margin"]
        return dict(zip(k["word"], value, strict=True))

    def as_if_no_budget(keywords, landscape, budget):
        return answers.best_bids(answers.click_values(keywords), landscape, np.inf)

    base, expert = earned(answers.baseline), earned(answers.expert)

    def g(policy):
        return score_g(earned(policy), base, expert)

    assert np.mean(expert) == pytest.approx(243, abs=30)
    flats = [g(functools.partial(answers.flat, bid)) for bid in (0.4, 0.5, 0.6, 0.7, 0.8)]
    found = {
        "first place": g(functools.partial(answers.flat, 3.0)),
        "full value": g(of_value(believed)),
        "best flat": max(flats),
        "half of the value": g(of_value(believed, 0.5)),
        "raw rates": g(searched(raw)),
        "no budget": g(as_if_no_budget),
        "one value": g(searched(one_value)),
        "one margin": g(searched(one_margin)),
        "other prior": g(searched(other_prior)),
    }
    published = {
        "first place": -0.54,
        "full value": 0.03,
        "best flat": 0.47,
        "half of the value": 0.69,
        "raw rates": 0.66,
        "no budget": 0.38,
        "one value": 0.59,
        "one margin": 0.72,
        "other prior": 0.99,
    }
    assert found == pytest.approx(published, abs=0.03)
    notebook = canon.read(layout.lesson("paid_promotion").notebook("source"))
    question = next(cell.source for cell in notebook.cells if cell.id == "bids_question")
    told = [float(g.replace("−", "-")) for g in re.findall(r"\| (−?0\.\d\d) \|", question)]
    rules = ("first place", "full value", "best flat", "half of the value")
    assert told == [published[rule] for rule in rules]
    # Each idea left out costs 15% of the full score; no flat bid comes near.
    for idea in ("raw rates", "no budget", "one value", "one margin"):
        assert found[idea] <= 0.85 * Scenario.G_FULL, idea
    assert found["best flat"] <= 0.75 * Scenario.G_FULL
    assert found["other prior"] < 1.05


# --- four channels, one budget
# ---------------------------------------------------------------------------------------


def test_budget_policies_stand_in_order():
    """Row 10: all in best ROAS 67.6k (-1.6), equal parts 85.4k (0), in proportion to ROAS 92.9k
    (.68 +- .12), equal marginal 96.4k (1), oracle 1.18.

    A constant division is equal parts or worse, since the channels are drawn alike.
    """
    from course.lessons.channel_promotion import answers
    from course.lessons.channel_promotion.balance import best_spends
    from course.lessons.channel_promotion.scenario import CHANNELS, Scenario

    scenario, seeds = Scenario(), [f"separation-{n}" for n in range(80)]
    seen = [scenario.observe(seed) for seed in seeds]

    def earned(policy):
        return [
            scenario.value(seed, policy(**observed))
            for seed, observed in zip(seeds, seen, strict=True)
        ]

    def roas(history):
        sums = history.groupby("channel", sort=False)[["spend", "sales"]].sum()
        return sums["sales"] / sums["spend"]

    def best(history, budget):
        return {
            channel: budget if channel == roas(history).idxmax() else 0.0 for channel in CHANNELS
        }

    def proportional(history, budget):
        return {
            channel: float(share)
            for channel, share in (budget * roas(history) / roas(history).sum()).items()
        }

    base, expert = earned(answers.baseline), earned(answers.expert)
    assert np.mean(base) == pytest.approx(85_400, rel=0.12)  # two SD of a mean over 20 companies
    assert np.mean(expert) == pytest.approx(96_400, rel=0.12)
    assert score_g(earned(best), base, expert) == pytest.approx(-1.6, abs=1.5)
    assert score_g(earned(proportional), base, expert) == pytest.approx(0.68, abs=0.24)
    oracle = [
        scenario.value(
            seed, dict(zip(CHANNELS, (1000.0 * each for each in best_spends(seed)), strict=True))
        )
        for seed in seeds[:30]
    ]
    assert 1 < score_g(oracle, base[:30], expert[:30]) == pytest.approx(1.18, abs=0.2)
    for place, channel in enumerate(CHANNELS):  # no channel is better than another by its name
        fixed = [
            scenario.value(
                seed, {name: 16_000.0 if name == channel else 8_000.0 for name in CHANNELS}
            )
            for seed in seeds
        ]
        assert score_g(fixed, base, expert) <= 0.6, place


# --- a referral reward and its split
# ---------------------------------------------------------------------------------


def test_reward_policies_stand_in_order_and_no_fixed_offer_is_enough():
    """Row 11: $20 to inviter -5.2k (-.6), $10 to inviter 10.2k (0), $10 split 27.6k (.64 +- .07),
    grid on fitted response 37.5k (1).

    With the curriculum's fraud coefficients one offer for all events earns .72;
    they go to 0, .001, .01, .1 here, and the best constant to .53. Best of the
    twelve tested offers .78, hence g_full .9.
    """
    from course.lessons.event_acquisition import answers
    from course.lessons.event_acquisition.scenario import Scenario

    scenario, seeds = Scenario(), [f"separation-{n}" for n in range(100)]
    seen = [scenario.observe(seed) for seed in seeds]

    def earned(policy):
        return [
            scenario.value(seed, policy(**observed))
            for seed, observed in zip(seeds, seen, strict=True)
        ]

    def fixed(reward, share):
        return score_g(earned(lambda **_: (reward, share)), base, expert)

    base, expert = earned(answers.baseline), earned(answers.expert)
    assert np.mean(base) == pytest.approx(10_200, abs=6_000)  # two SD of a mean over 20 events
    assert np.mean(expert) == pytest.approx(37_500, abs=9_000)
    assert fixed(20.0, 1.0) == pytest.approx(-0.6, abs=0.35)
    assert fixed(10.0, 0.5) == pytest.approx(0.64, abs=0.2)
    constants = [
        fixed(reward, share) for reward in (6.0, 8.0, 10.0, 12.0, 16.0) for share in (0.2, 0.3, 0.4)
    ]
    assert max(constants) <= 0.75 * Scenario.G_FULL


# --- headlines that compete and are rewritten
# ------------------------------------------------------------------------


def test_headline_policies_stand_in_order():
    """Row 12: uniform 288 clicks (0), explore-then-commit 345 (.51 +- .11), plain Thompson 367 (.70
    +- .10), Thompson reset 401 (1), oracle 2.0.

    In rounds of 250 (a call for each impression would cost a grader minutes)
    two rounds of Thompson and then the best headline beat Thompson to the end,
    so that is the expert: uniform 300, one winner for all sets .37, plain
    Thompson .5, Thompson reset .81, oracle 1.77; g_full .9.
    """
    from course.lessons.content_operation import answers
    from course.lessons.content_operation.scenario import Scenario

    scenario, seeds = Scenario(), [f"separation-{n}" for n in range(40)]

    def earned(policy):
        return [scenario.play(seed, lambda observed: policy(**observed)) for seed in seeds]

    def sampled(table, seed):
        hits, misses = table["clicks"].to_numpy(), (table["shown"] - table["clicks"]).to_numpy()
        return np.bincount(
            np.random.default_rng(seed).beta(4 + hits, 76 + misses, (250, 8)).argmax(axis=1),
            minlength=8,
        )

    def reset(history, now, turn, seed):
        return sampled(history[history["set"] == now], seed)

    def plain(history, now, turn, seed):
        return sampled(history.groupby("headline")[["shown", "clicks"]].sum(), seed)

    def winner(history, now, turn, seed):
        sums = history.groupby("headline")[["shown", "clicks"]].sum()
        if sums["shown"].sum() < 500:
            return answers.baseline(history, now, turn, seed)
        return 250 * (np.arange(8) == (sums["clicks"] / sums["shown"]).to_numpy().argmax())

    base, expert = earned(answers.baseline), earned(answers.expert)
    assert np.mean(base) == pytest.approx(288, abs=20)
    assert np.mean(earned(reset)) == pytest.approx(401, abs=20)
    found = [score_g(earned(policy), base, expert) for policy in (winner, plain, reset)]
    assert 0 < found[0] < found[1] < found[2] < 1
    assert found[1] <= 0.75 * Scenario.G_FULL  # what never starts afresh
    assert found[0] == pytest.approx(0.4, abs=0.2)
    oracle = [1500 * scenario.rates(seed).max(axis=1).sum() for seed in seeds]
    assert score_g(oracle, base, expert) == pytest.approx(1.77, abs=0.25)


# --- the steps of an onboarding
# --------------------------------------------------------------------------------------


def test_onboarding_policies_stand_in_order():
    """Row 13: no steps 1824 (-2.4), all steps 3641 (0), four best lifts 4184 (.71 +- .10), lift x
    completion 4407 bp (1), oracle 1.08.
    """
    from course.lessons.product_growth import answers
    from course.lessons.product_growth.flow import best_flow
    from course.lessons.product_growth.scenario import Scenario

    scenario, seeds = Scenario(), [f"separation-{n}" for n in range(100)]
    seen = [scenario.observe(seed) for seed in seeds]

    def earned(policy):
        return [
            scenario.value(seed, policy(**observed))
            for seed, observed in zip(seeds, seen, strict=True)
        ]

    def by(column, count):
        return lambda step_tests: step_tests.sort_values(column)["step"].tail(count).tolist()

    base, expert = earned(answers.baseline), earned(answers.expert)
    assert np.mean(base) == pytest.approx(3641, rel=0.08)  # two SD of a mean over 20 flows
    assert np.mean(expert) == pytest.approx(4407, rel=0.08)
    none, four = (
        score_g(earned(policy), base, expert) for policy in (lambda step_tests: [], by("gain", 4))
    )
    assert none == pytest.approx(-2.4, abs=0.7)
    assert none < 0 < four == pytest.approx(0.71, abs=0.2)
    # The best rule that reads one column only: so many steps with most gain, or with least loss.
    single = {
        (column, count): score_g(earned(by(column, count)), base, expert)
        for column in ("gain",)
        for count in range(3, 8)
    }
    assert max(single.values()) < 0.9
    loss = [
        score_g(
            earned(
                lambda step_tests, n=n: step_tests.sort_values("drop_off")["step"].head(n).tolist()
            ),
            base,
            expert,
        )
        for n in range(4, 8)
    ]
    assert max(loss) < 0.4
    oracle = [best_flow(seed)[1] for seed in seeds]
    assert score_g(oracle, base, expert) == pytest.approx(1.08, abs=0.08)


# --- fifteen places of a campaign
# ------------------------------------------------------------------------------------


def test_enrolment_policies_stand_in_order():
    """Row 14: 30% on top GMV -60k (-16), 10% on top GMV 6.7k (0), 10% on top margin 7.4k (.15 +-
    .18), incremental profit 11.0k (1), oracle 1.55; with the town's products 7.4k, .39, 11.1k and
    1.88. Whoever knows the town by heart earns nothing by it.
    """
    from course.lessons.activity_operation import answers
    from course.lessons.activity_operation.scenario import Scenario, profit
    from course.market import town

    scenario, seeds = Scenario(), [f"separation-{n}" for n in range(100)]
    seen = [scenario.observe(seed) for seed in seeds]

    def earned(policy):
        return [
            scenario.value(seed, policy(**observed))
            for seed, observed in zip(seeds, seen, strict=True)
        ]

    def top(score, depth):
        return lambda items: dict.fromkeys(
            items.loc[score(items).nlargest(15).index, "product"], depth
        )

    base, expert = earned(answers.baseline), earned(answers.expert)
    assert np.mean(base) == pytest.approx(6_700, abs=3_500)  # two SD of a mean over 60 campaigns
    assert np.mean(expert) == pytest.approx(11_000, abs=3_500)
    deep, margin = (
        score_g(earned(top(*each)), base, expert)
        for each in (
            (lambda t: t["base"] * t["price"], 0.30),
            (lambda t: t["base"] * t["price"] * t["margin"], 0.10),
        )
    )
    assert deep == pytest.approx(-16, abs=6)
    assert 0 < margin == pytest.approx(0.15, abs=0.36)
    columns = [
        lambda t, name=name, sign=sign: sign * t[name]
        for name, sign in (
            ("base", 1),
            ("price", 1),
            ("margin", 1),
            ("elasticity", 1),
            ("pulled", -1),
        )
    ]
    assert (
        max([margin, *(score_g(earned(top(column, 0.10)), base, expert) for column in columns)])
        <= 0.75 * Scenario.G_FULL
    )
    oracle = []
    for seed in seeds:
        truth = scenario.truth(seed)
        best = np.max([profit(depth, **truth) for depth in np.arange(0.10, 0.51, 0.05)], axis=0)
        oracle.append(float(np.clip(np.sort(best)[-15:], 0, None).sum()))
    assert score_g(oracle, base, expert) == pytest.approx(1.88, abs=0.25)
    usual = town.products().set_index("product")
    for known in (
        usual["units"] * usual["price"],
        usual["units"] * (usual["price"] - usual["cost"]),
    ):
        heart = earned(top(lambda t, known=known: t["product"].map(known), 0.10))
        assert score_g(heart, base, expert) < 0


# --- the order of a search page
# --------------------------------------------------------------------------------------


def test_ranking_policies_stand_in_order():
    """Row 15 (clicks of a thousand views). The curriculum's, with attention 1 / k: old ranker 1202
    (0), raw CTR 1286 (.48), IPS 1377 (1), oracle 1.01. Ours, with the attention of Tideway's pages,
    k^-0.65: below.
    """
    from course.lessons.strategy_operation import answers
    from course.lessons.strategy_operation.scenario import Scenario

    scenario, seeds = Scenario(), [f"separation-{n}" for n in range(60)]
    seen = [scenario.observe(seed) for seed in seeds]

    def earned(policy):
        return [
            scenario.value(seed, policy(**observed))
            for seed, observed in zip(seeds, seen, strict=True)
        ]

    def by(column):
        def policy(log):
            sums = log.groupby("product")[["clicks", column]].sum()
            return list((sums["clicks"] / sums[column]).sort_values(ascending=False).index)

        return policy

    def names(log):
        """Whoever knows the catalogue by heart: the cheapest first."""
        from course.market import town

        price = town.products().set_index("product")["price"]
        return list(price[log["product"].unique()].sort_values().index)

    base, expert = earned(answers.baseline), earned(answers.expert)
    assert np.mean(base) == pytest.approx(1890, rel=0.05)
    assert np.mean(expert) == pytest.approx(2145, rel=0.05)
    raw = score_g(earned(by("views")), base, expert)
    assert raw == pytest.approx(0.64, abs=0.08)  # also the best rule that divides by no attention
    assert raw <= 0.75 * Scenario.G_FULL
    assert score_g(earned(names), base, expert) < 0
    oracle = []
    for seed in seeds:
        products, relevance, _ = scenario.truth(seed)
        oracle.append(scenario.value(seed, products[np.argsort(-relevance)].tolist()))
    assert score_g(oracle, base, expert) == pytest.approx(1.01, abs=0.03)


# --- twelve places of a category page
# --------------------------------------------------------------------------------


def test_assortment_policies_stand_in_order():
    """Row 16, in dollars of a thousand visitors. The curriculum's, for forty products without
    names: top sellers 5580 (-.75), top margin 5860 (-.37), appeal x margin 6140 (0), MNL threshold
    rule 6870 (1), oracle 1.15. Ours, for named products whose appeal falls with their price, and with
    visitors of whom few or nearly all buy: below.
    """
    from course.lessons.category_operation import answers
    from course.lessons.category_operation.scenario import Scenario

    scenario, seeds = Scenario(), [f"separation-{n}" for n in range(80)]
    seen = [scenario.observe(seed) for seed in seeds]

    def earned(policy):
        return [
            scenario.value(seed, policy(**observed))
            for seed, observed in zip(seeds, seen, strict=True)
        ]

    def most(column, sign=1):
        return lambda products, nothing, places: set(
            products.loc[(sign * products[column]).nlargest(places).index, "product"]
        )

    def known_names(products, nothing, places):
        """Whoever knows the catalogue by heart: the dearest of what stands there."""
        from course.market import town

        every = town.products().set_index("product")
        margin = (every["price"] - every["cost"])[products["product"]]
        return set(margin.nlargest(places).index)

    base, expert = earned(answers.baseline), earned(answers.expert)
    assert np.mean(base) == pytest.approx(4640, rel=0.06)
    assert np.mean(expert) == pytest.approx(6450, rel=0.06)
    row = {
        name: score_g(earned(policy), base, expert)
        for name, policy in {
            "sellers": most("appeal"),
            "margin": most("margin"),
            "cheap": most("price", -1),
            "dear": most("price"),
            "names": known_names,
        }.items()
    }
    assert row["sellers"] == pytest.approx(-0.34, abs=0.15)
    # Where nearly everybody buys, margin decides; that alone is less than half of the way.
    assert row["margin"] == pytest.approx(0.44, abs=0.15)
    assert max(g for name, g in row.items() if name != "margin") < 0.05  # nor is a name worth much
    oracle = [
        scenario.value(seed, answers.expert(scenario.truth(seed), observed["nothing"], 12))
        for seed, observed in zip(seeds, seen, strict=True)
    ]
    assert score_g(oracle, base, expert) == pytest.approx(1.04, abs=0.04)


# --- eight launches and a promise
# ------------------------------------------------------------------------------------


def test_launch_policies_choose_alike_and_promise_differently():
    """Row 17: claimed raw lift 27.9 against true 13.3 (2.1 times); empirical Bayes forecast 12.5
    against true 14.1 (.89).
    """
    from course.lessons.product_operation import answers
    from course.lessons.product_operation.scenario import Scenario

    scenario, seeds = Scenario(), [f"separation-{n}" for n in range(300)]
    seen = [scenario.observe(seed) for seed in seeds]

    def loudest(tests):
        best = tests.nlargest(8, "lift")
        return best["idea"].tolist(), float(best["lift"].sum())

    def run(policy):
        actions = [policy(**observed) for observed in seen]
        return [
            scenario.value(seed, action) for seed, action in zip(seeds, actions, strict=True)
        ], [action[1] for action in actions]

    (base, _), (expert, told), (loud, claimed) = (
        run(answers.baseline),
        run(answers.expert),
        run(loudest),
    )
    assert np.mean(claimed) == pytest.approx(27.9, rel=0.05)
    assert np.mean(loud) == pytest.approx(13.3, rel=0.08)
    assert np.sum(claimed) / np.sum(loud) == pytest.approx(2.1, abs=0.15)
    assert np.mean(expert) == pytest.approx(14.1, rel=0.08)
    assert np.sum(told) / np.sum(expert) == pytest.approx(0.89, abs=0.05)
    assert 0.8 < score_g(loud, base, expert) < 1
    sharpest = run(lambda tests: (tests.nsmallest(8, "error")["idea"].tolist(), 0.0))[0]
    assert abs(score_g(sharpest, base, expert)) < 0.2  # the other single column says nothing


def test_terms_of_a_membership():
    """18, with shipping and lift widened and a lift by cash back: free -1.06, $90 about 0, best
    constant .46, no cash back about .6, expert 31.6; 200 draws.

    The curriculum's row (free for all -2.1, $90 .16, best constant $220 .62)
    breaks the rule that no constant may earn more than .60.
    """
    from course.lessons.membership_operation import answers
    from course.lessons.membership_operation.scenario import Scenario

    scenario, seeds = Scenario(), [f"separation-{n}" for n in range(200)]
    seen = [scenario.observe(seed) for seed in seeds]

    def run(policy):
        return [
            scenario.value(seed, policy(**observed))
            for seed, observed in zip(seeds, seen, strict=True)
        ]

    def without_cash_back(users, tests, costs):
        return answers.expert(
            users, tests.assign(orders=[tests["orders"][0], tests["orders"][1], 0]), costs
        )

    base, expert = run(answers.baseline), run(answers.expert)
    assert sum(base) == 0
    assert np.mean(expert) == pytest.approx(31.6, rel=0.08)
    constants = {
        terms: score_g([scenario.value(seed, terms) for seed in seeds], base, expert)
        for terms in [
            (0, 0.0),
            (90, 0.0),
            *((fee, back) for fee in (120, 180, 210, 240) for back in (0.0, 0.02, 0.04)),
        ]
    }
    assert constants[0, 0.0] == pytest.approx(-1.06, abs=0.15)
    assert abs(constants[90, 0.0]) < 0.15
    assert max(constants.values()) == constants[240, 0.04]
    assert constants[240, 0.04] == pytest.approx(0.46, abs=0.08)
    assert 0.45 < score_g(run(without_cash_back), base, expert) < 0.8


def test_a_service_for_one_customer_in_five():
    """19: random 1.1k [-6.4], frequency 3.66k, recency 3.78k [.29], purchases ahead 4.07k, oracle
    3.7. The full posterior earns no more than the product.
    """
    from course.lessons.user_operation import answers
    from course.lessons.user_operation.scenario import PLACES, WEEKS, Scenario
    from course.market import retention
    from course.market.parameters import tideway

    scenario, seeds = Scenario(), [f"separation-{n}" for n in range(30)]
    seen = [scenario.observe(seed)["rfm"] for seed in seeds]
    rng = np.random.default_rng(3)
    rate, leave = retention.customers(tideway(), rng, 1_000)
    gain = retention.saved(rate, leave, tideway().buyer.service, WEEKS)

    def posterior(rfm):
        x, last = rfm["x"].to_numpy()[:, None], rfm["tx"].to_numpy()[:, None]
        common = x * np.log(rate * (1 - leave))
        here = np.exp(common - rate * 52)
        left = np.where(x > 0, np.exp(common + np.log(leave / (1 - leave)) - rate * last), 0.0)
        return best((here * gain).sum(axis=1) / (here + left).sum(axis=1))

    def best(score):
        return [int(each) for each in np.argsort(-score, kind="stable")[:PLACES]]

    def run(policy):
        return [scenario.value(seed, policy(rfm)) for seed, rfm in zip(seeds, seen, strict=True)]

    base, expert = run(answers.baseline), run(answers.expert)
    assert np.mean(base) == pytest.approx(3_660, rel=0.04)
    assert np.mean(expert) == pytest.approx(4_070, rel=0.04)
    assert score_g(run(lambda rfm: best(rng.random(len(rfm)))), base, expert) == pytest.approx(
        -6.4, abs=0.4
    )
    assert score_g(run(lambda rfm: best(rfm["tx"].to_numpy())), base, expert) == pytest.approx(
        0.29, abs=0.06
    )
    assert score_g(run(posterior), base, expert) == pytest.approx(1.0, abs=0.05)
    oracle = [float(np.sort(scenario.truth(seed))[-PLACES:].sum()) for seed in seeds]
    assert score_g(oracle, base, expert) == pytest.approx(3.7, abs=0.4)


def test_a_coupon_for_those_whom_it_moves():
    """20, with one margin of $12, one coupon of $4 and one response to it: coupon to all [-2.6],
    none 2546, top 30% by uplift [.87], net gain 2811, oracle 1.01; the likeliest 30% [-2.5].

    As it is played, all three differ from month to month, and those who fetched a coupon stand in
    the record: to all -2.5, the likeliest 30% -1.2, top 30% by uplift .56, the fetched counted with
    the treated .30, always $12 and $4 .80; none 2500, expert 2815. No rule that reads one column
    reaches .75 of full points in either.
    """
    from sklearn.linear_model import LogisticRegression

    from course.lessons.activation_and_recall import answers
    from course.lessons.activation_and_recall.scenario import TRAITS, USERS, Scenario
    from course.market.parameters import tideway

    class Published(Scenario):
        @staticmethod
        def market(seed):
            return tideway()

    def top(score):
        return np.argsort(np.argsort(-score)) < 0.3 * USERS

    def models(train, users):
        return [
            LogisticRegression(C=1000.0)
            .fit(part[list(TRAITS)], part["bought"])
            .predict_proba(users[list(TRAITS)])[:, 1]
            for _, part in train.groupby("treated")
        ]

    def assigned(train):
        return train[train["how"] == "assigned"]

    def moved(train, users, **_):
        without, with_it = models(assigned(train), users)
        return top(with_it - without)

    def likeliest(train, users, **_):
        return top(models(assigned(train), users)[0])

    def everybody(users, **_):
        return np.ones(len(users), dtype=bool)

    def fetched_too(train, **rest):
        return answers.expert(train.assign(how="assigned"), **rest)

    def usual(train, users, margin, coupon):
        return answers.expert(train, users, 12.0, 4.0)

    rules = [
        lambda users, name=name, sign=sign, cut=cut, **_: (sign * users[name] > cut).to_numpy()
        for name in TRAITS
        for sign in (1, -1)
        for cut in (0.0, 0.5, 0.8, 1.2)
    ]
    ticket = answers.POLICY_SLIPS[answers.checks.THE_TICKETS_WAY]
    for scenario, draws, none, most, rows in (
        (
            Published(),
            60,
            2_546,
            2_811,
            ((everybody, -2.6, 0.2), (moved, 0.87, 0.04), (likeliest, -2.5, 0.2)),
        ),
        (
            Scenario(),
            80,
            2_500,
            2_815,
            (
                (everybody, -2.5, 0.2),
                (ticket, -1.17, 0.1),
                (moved, 0.56, 0.05),
                (fetched_too, 0.30, 0.08),
                (usual, 0.80, 0.05),
            ),
        ),
    ):
        seeds = [f"separation-{n}" for n in range(draws)]
        seen = [scenario.observe(seed) for seed in seeds]

        def run(policy, scenario=scenario, seeds=seeds, seen=seen):
            return [
                scenario.value(seed, policy(**observed))
                for seed, observed in zip(seeds, seen, strict=True)
            ]

        base, expert = run(answers.baseline), run(answers.expert)
        assert np.mean(base) == pytest.approx(none, rel=0.03)
        assert np.mean(expert) == pytest.approx(most, rel=0.03)
        for policy, g, within in rows:
            assert score_g(run(policy), base, expert) == pytest.approx(g, abs=within)
        assert max(score_g(run(rule), base, expert) for rule in rules) < 0.75 * scenario.G_FULL
        oracle = []
        for seed in seeds:
            (with_it, without), terms = scenario.chances(seed), scenario.market(seed).coupon
            best = np.maximum(terms.margin * without, (terms.margin - terms.face) * with_it)
            oracle.append(float(best.sum()))
        assert score_g(oracle, base, expert) == pytest.approx(1.01, abs=0.02)


def test_a_group_buy_for_each_offer():
    """21, with margin .12-.5 and slope 1-8 (widened): 2 at 10% 2.2k, 8 at 30% .29, 3 at 16% .24,
    best constant .45, expert 5.1k, oracle 1.04; 200 draws.

    The curriculum's row ([.12], [.28], best constant .57) does not say what a
    group that fails leaves; with the form used here and its ranges the best
    constant earns .66, above the .60 that is allowed.
    """
    from course.lessons.community_operation import answers
    from course.lessons.community_operation.scenario import Scenario

    scenario, seeds = Scenario(), [f"separation-{n}" for n in range(200)]
    seen = [scenario.observe(seed) for seed in seeds]

    def constant(*terms):
        return [scenario.value(seed, terms) for seed in seeds]

    base, expert = (
        constant(2, 0.1),
        [
            scenario.value(seed, answers.expert(**observed))
            for seed, observed in zip(seeds, seen, strict=True)
        ],
    )
    assert np.mean(base) == pytest.approx(2_226, rel=0.05)
    assert np.mean(expert) == pytest.approx(5_128, rel=0.05)
    assert score_g(constant(8, 0.3), base, expert) == pytest.approx(0.29, abs=0.07)
    assert score_g(constant(3, 0.16), base, expert) == pytest.approx(0.24, abs=0.07)
    grid = {
        (size, depth): score_g(constant(size, depth), base, expert)
        for size in range(2, 9)
        for depth in (0.12, 0.16, 0.2, 0.24, 0.28, 0.32, 0.36)
    }
    assert max(grid.values()) == pytest.approx(0.45, abs=0.07)
    assert max(grid.values()) < 0.75 * scenario.G_FULL


def test_twenty_eight_posts_a_week():
    """22: all on the best slot 2243 [-2.1], even 4237, top 4 slots 4307 [.07+-.22], greedy marginal
    5188, oracle 1.33. Proportional: .75.
    """
    from course.lessons.new_media_operation import answers
    from course.lessons.new_media_operation.scenario import POSTS, Scenario
    from course.market.posting import responses

    scenario, seeds = Scenario(), [f"separation-{n}" for n in range(300)]
    seen = [scenario.observe(seed)["history"] for seed in seeds]

    def run(policy):
        return [
            scenario.value(seed, policy(history)) for seed, history in zip(seeds, seen, strict=True)
        ]

    def top(history, count):
        best = set(np.argsort(-history["first"].to_numpy())[:count].tolist())
        return [POSTS // count if place in best else 0 for place in range(12)]

    def proportional(history):
        exact = POSTS * history["first"].to_numpy() / history["first"].sum()
        posts = np.floor(exact).astype(int)
        posts[np.argsort(-(exact - posts))[: POSTS - posts.sum()]] += 1
        return posts.tolist()

    def oracle(seed):
        first, fade = scenario.truth(seed)
        single = np.sort((first[:, None] * fade[:, None] ** np.arange(POSTS)).ravel())
        assert responses(first, fade, [1] * 12).sum() == pytest.approx(first.sum())
        return float(single[-POSTS:].sum())

    base, expert = run(answers.baseline), run(answers.expert)
    assert np.mean(base) == pytest.approx(4_237, rel=0.04)
    assert np.mean(expert) == pytest.approx(5_188, rel=0.04)
    assert score_g(run(lambda history: top(history, 1)), base, expert) == pytest.approx(
        -2.2, abs=0.3
    )
    assert score_g(run(lambda history: top(history, 4)), base, expert) == pytest.approx(
        0.07, abs=0.15
    )
    assert score_g(run(proportional), base, expert) == pytest.approx(
        0.75, abs=0.06
    )  # a rule that reads one column: full points from .95
    assert score_g([oracle(seed) for seed in seeds], base, expert) == pytest.approx(1.36, abs=0.1)


def test_shops_to_keep_coach_or_suspend():
    """23, suspending alone: ODR > 1% -15k [-24], raw rate 6.15k, Wilson lower 6.29k [.15],
    empirical Bayes 7.05k, oracle 4.3; 300 draws.

    Wilson's bound earns -.6 at 95% and .6 with one standard error; the row
    does not say which it took. With coaching the baseline is the same three-way
    rule with raw rates: no constant, no bound and no rule without the orders
    ahead comes near the expert.
    """
    from course.lessons.merchant_operation import answers
    from course.lessons.merchant_operation.scenario import COUNT, Scenario
    from course.market.parameters import tideway

    merchant = tideway().merchant
    scenario, seeds = Scenario(), [f"separation-{n}" for n in range(300)]
    rows = {name: [] for name in ("odr", "raw", "wilson", "wilson1", "bayes", "oracle")}
    for seed in seeds:
        rate, past, defects, ahead, _ = scenario.truth(seed)
        raw, a, b = defects / past, *answers.best_fit(defects, past)
        lower = [
            (raw + z**2 / 2 / past - z * np.sqrt(raw * (1 - raw) / past + z**2 / 4 / past**2))
            / (1 + z**2 / past)
            for z in (1.96, 1.0)
        ]
        limit = merchant.brings / merchant.defect_cost
        loss = ahead * (rate - limit) * merchant.defect_cost
        bayes = (defects + a) / (past + a + b)
        for name, out in zip(
            rows,
            (
                raw > 0.01,
                raw > limit,
                lower[0] > limit,
                lower[1] > limit,
                bayes > limit,
                rate > limit,
            ),
            strict=True,
        ):
            rows[name].append(loss[out].sum())

    def g(name):
        return score_g(rows[name], rows["raw"], rows["bayes"])

    assert np.mean(rows["raw"]) == pytest.approx(6_150, rel=0.06)
    assert np.mean(rows["bayes"]) == pytest.approx(7_050, rel=0.06)
    assert np.mean(rows["odr"]) == pytest.approx(-15_000, rel=0.15)
    assert -34 < g("odr") < -20
    assert g("oracle") == pytest.approx(4.9, abs=0.7)
    assert g("wilson") < 0.15 < g("wilson1") < 1

    few = seeds[:100]
    seen = [scenario.observe(seed)["merchants"] for seed in few]

    def run(policy):
        return [
            scenario.value(seed, policy(merchants))
            for seed, merchants in zip(few, seen, strict=True)
        ]

    def blind(merchants):
        return answers.expert(merchants.assign(young=False))

    base, expert = run(answers.baseline), run(answers.expert)
    same = {action: dict.fromkeys(range(COUNT), action) for action in ("keep", "coach", "suspend")}
    constants = {
        action: score_g(run(lambda merchants, every=every: every), base, expert)
        for action, every in same.items()
    }
    assert max(constants.values()) == constants["coach"] == pytest.approx(-0.22, abs=0.15)
    assert score_g(run(blind), base, expert) == pytest.approx(0.14, abs=0.12)
    assert np.mean(expert) == pytest.approx(15_130, rel=0.05)


def test_a_rate_for_each_category():
    """24, elasticities of 2 to 18 (widened): 20% everywhere -1.2, flat 10% 297k, best flat .24, own
    rates 334k, oracle 1.46; 300 draws.

    With the curriculum's 3 to 14 (20% -.6, best flat .74, oracle 1.40) one rate
    for all earns more than .60, the most that is allowed.
    """
    from course.lessons.business_operation import answers
    from course.lessons.business_operation.scenario import Scenario

    scenario, seeds = Scenario(), [f"separation-{n}" for n in range(300)]

    def flat(rate):
        return [scenario.value(seed, [rate] * 8) for seed in seeds]

    base, expert = (
        flat(0.1),
        [scenario.value(seed, answers.expert(**scenario.observe(seed))) for seed in seeds],
    )
    assert np.mean(base) == pytest.approx(297_000, rel=0.02)
    assert np.mean(expert) == pytest.approx(333_500, rel=0.02)
    assert score_g(flat(0.2), base, expert) == pytest.approx(-1.2, abs=0.2)
    best = max(score_g(flat(percent / 100), base, expert) for percent in range(5, 21))
    assert best == pytest.approx(0.24, abs=0.06)
    assert best < 0.75 * scenario.G_FULL
    oracle = [
        scenario.value(
            seed, [float(min(0.4, (1 + 0.03 * e) / (1 + e))) for e in scenario.truth(seed)[1]]
        )
        for seed in seeds
    ]
    assert score_g(oracle, base, expert) == pytest.approx(1.46, abs=0.1)


def test_forecasts_against_a_librarys():
    """24: the lesson's three ideas and statsmodels' Holt-Winters both miss far less than last
    year's months, on the same 40 categories.
    """
    import warnings

    from statsmodels.tsa.holtwinters import ExponentialSmoothing

    from course.lessons.business_operation.practice_shop import monthly

    missed = {"last year": 0.0, "three ideas": 0.0, "Holt-Winters": 0.0}
    for number in range(40):
        series = monthly(f"separation-{number}")
        known, future = series[:-12], series[-12:]
        years = known.reshape(3, 12)
        means = years.mean(axis=1)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            fit = ExponentialSmoothing(
                known,
                trend="add",
                damped_trend=True,
                seasonal="mul",
                seasonal_periods=12,
                initialization_method="estimated",
            ).fit()
        ideas = means[2] * (means[2] / means[0]) ** 0.5 * (years / means[:, None]).mean(axis=0)
        told = {"last year": known[-12:], "three ideas": ideas, "Holt-Winters": fit.forecast(12)}
        for name, values in told.items():
            missed[name] += np.abs(values - future).sum()
    assert missed["three ideas"] < 0.85 * missed["last year"]
    assert missed["Holt-Winters"] < 0.85 * missed["last year"]
    assert missed["three ideas"] == pytest.approx(missed["Holt-Winters"], rel=0.15)


def _asked(plan, seen):
    return plan(**seen)


def test_half_a_year_of_practice():
    """Growth plan: lessons in order 0, the expert 1; whoever leaves out an idea, or looks at one
    column alone, loses. Nobody does much better than the expert.
    """
    from course.lessons.growth_plan import answers, practise
    from course.lessons.growth_plan.scenario import SESSIONS, STAGES, Scenario
    from course.practice import worth

    scenario, seeds = Scenario(), [f"separation-{n}" for n in range(20)]

    def run(make):
        """What a policy earns on each seed; `make()` gives a fresh one for each learner."""
        earned = []
        for seed in seeds:
            plan = make()
            earned.append(scenario.play(seed, functools.partial(_asked, plan)))
        return earned

    def rule(bases=True, reviews=True, stages=True, outlook=True):
        """A fifth outside, the rest by stage, bases first: what the notebook's solution does."""
        reached = set()

        def plan(state):
            skills = {each["skill"]: each for each in state["skills"]}
            job = [each for each in skills.values() if each["demand"] > 0]
            outside = [each for each in skills.values() if each["needed"] and not each["demand"]]
            sessions = []
            for hour in range(SESSIONS):
                strong = sorted(job, key=lambda each: -each["mastery"] * each["demand"])[:2]
                if not stages:  # everything in the job counts alike
                    group = sorted(job, key=lambda each: -each["demand"])
                elif state["stage"] == STAGES[0] or hour % 5 == 0:
                    group = job
                else:
                    group = strong
                group = outside if outlook and hour % 5 == 4 else group
                group = [each for each in group if each["skill"] not in reached]
                if not group:
                    continue
                target = min(group, key=lambda each: each["mastery"])
                if not stages and group[0]["demand"]:
                    target = max(group, key=lambda each: each["demand"] * (1 - each["mastery"]))
                while bases and target["builds_on"]:
                    if skills[target["builds_on"]]["mastery"] >= 0.6:
                        break
                    target = skills[target["builds_on"]]
                practise(target, skills)
                if not reviews and target["mastery"] >= target["needed"] > 0:
                    reached.add(target["skill"])
                sessions.append(target["skill"])
            return sessions

        return plan

    def column(key):
        def plan(state):
            skills = {each["skill"]: each for each in state["skills"]}
            sessions = []
            for _ in range(SESSIONS):
                target = min(skills.values(), key=key)
                practise(target, skills)
                sessions.append(target["skill"])
            return sessions

        return plan

    low, high = run(lambda: answers.baseline), run(lambda: answers.expert)

    def g(make):
        return score_g(run(make), low, high)

    whole = g(rule)
    assert 0.85 < whole < 1.02
    full = min(1.0, whole / scenario.G_FULL)
    for left_out in ("bases", "reviews", "stages", "outlook"):
        assert (
            g(lambda left_out=left_out: rule(**{left_out: False})) < (full - 0.15) * scenario.G_FULL
        )
    columns = {
        "mastery": g(lambda: column(lambda each: each["mastery"])),
        "demand": g(lambda: column(lambda each: -each["demand"])),
        "gap": g(lambda: column(lambda each: each["mastery"] - each["needed"])),
    }
    assert max(columns.values()) <= 0.6
    assert columns["mastery"] < 0.4
    # the expert is not beaten by more than a twentieth by its own rule with other numbers
    for other in ({"ready": 0.5}, {"ready": 0.6}, {"ahead": 7.0}, {"ahead": 28.0}):
        assert g(lambda other=other: functools.partial(answers.expert, **other)) <= 1.05
    assert worth.output(True, np.full(6, 0.8), np.full(6, 1 / 6), np.full(4, 0.5)) == pytest.approx(
        100
    )
