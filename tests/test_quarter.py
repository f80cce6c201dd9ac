"""The quarter: what it may not show, what each lever is worth, and who earns what."""

import json

import numpy as np
import pandas as pd
import pytest

from course.lessons.capstone_quarter.answers import EXPERTS, expert, novice
from course.market import town
from course.market.experiments import split_p
from course.market.parameters import tideway
from course.market.quarter import (
    PLUGS,
    ActionError,
    Quarter,
    baseline,
    chain,
    own,
    people,
    plugs,
    reach,
    replay,
    value,
)
from course.market.quarter import play as played

SEEDS = [f"quarter-{number}" for number in range(60)]
FEW = SEEDS[:24]


@pytest.fixture(scope="module")
def values():
    """value of a policy on seeds, remembered: the baseline and the expert are asked for often."""
    kept = {}

    def of(policy, seeds, name=None):
        key = name or policy.__name__
        for seed in seeds:
            if (key, seed) not in kept:
                kept[key, seed] = played(policy, seed).value
        return np.array([kept[key, seed] for seed in seeds])

    return of


def g(values, policy, seeds, name):
    low = values(baseline, seeds, "baseline").sum()
    high = values(expert, seeds, "expert").sum()
    return (values(policy, seeds, name).sum() - low) / (high - low)


# What is seen


def leaves(thing, way=""):
    """(way, value) of everything in dicts, lists and tuples."""
    if isinstance(thing, dict):
        for key, each in thing.items():
            yield from leaves(each, f"{way}.{key}")
    elif isinstance(thing, (list, tuple)):
        for place, each in enumerate(thing):
            yield from leaves(each, f"{way}[{place}]")
    else:
        yield way, thing


def test_an_observation_is_plain_data_and_holds_no_truth():
    quarter = Quarter(3)
    quarter.step({})
    obs = quarter.observe()
    plain = (int, float, str, bool, type(None), np.ndarray, np.generic, pd.DataFrame)
    numbers = []
    for way, each in leaves(obs):
        assert isinstance(each, plain), way
        if isinstance(each, pd.DataFrame):
            assert not each.attrs
            for name in each.columns:
                if pd.api.types.is_numeric_dtype(each[name]):
                    numbers.append(each[name].to_numpy(float))
        elif isinstance(each, np.ndarray):
            numbers.append(each.astype(float).ravel())
    seen = np.concatenate(numbers)
    levers = quarter._levers
    hidden = {
        "elasticities": levers["prices"]._elasticity,
        "curves": np.concatenate(levers["spend"]._curves),
        "conversion of words": levers["bids"]._words["cvr"],
        "relevance": levers["order"]._relevance,
        "appeal": levers["shelf"]._true["appeal"],
        "defects": levers["merchants"].rate,
        "sellers": levers["commission"].elasticity,
        "lifts": 100 * levers["launch"]._true,
        "headlines": levers["headlines"]._rates.ravel(),
        "drops": levers["onboarding"]._true[0],
        "module effects": levers["modules"]._modules.effects,
    }
    for name, true in hidden.items():
        same = np.isclose(np.asarray(true, float)[:, None], seen, rtol=1e-6, atol=0).any(axis=1)
        assert same.mean() < 0.2, name
    text = json.dumps(obs["settings"], default=str) + str(obs["allowed"])
    assert not any(name in text for name in quarter.truth()["weaknesses"])


def test_an_observation_is_a_copy():
    quarter = Quarter(1)
    obs = quarter.observe()
    obs["settings"]["prices"].clear()
    obs["records"]["launch"]["tests"].iloc[:, 1] = 0.0
    again = quarter.observe()
    assert again["settings"]["prices"]
    assert again["records"]["launch"]["tests"]["lift"].abs().sum() > 0


def test_looking_changes_nothing():
    one, other = Quarter(5), Quarter(5)
    for _ in range(4):
        one.observe()
    one.step({})
    other.step({})
    assert one.worth() == other.worth()


def test_returns_are_known_two_weeks_later_and_defects_three():
    quarter = Quarter(2)
    first = quarter.observe()["records"]["merchants"]["merchants"]["orders"].sum()
    for week in range(1, 6):
        quarter.step({})
        obs = quarter.observe()
        assert len(obs["returns"]) == max(0, week - 2)
        known = obs["records"]["merchants"]["merchants"]["orders"].sum()
        assert (known > first) == (week > 3)


# What may be done

WRONG = {
    "levers": ({"magic": 1}, "there is no lever"),
    "no dictionary": ([1], "must be a dictionary"),
    "threshold": ({"threshold": 101}, "0 to 100"),
    "threshold text": ({"threshold": "40"}, "not a number"),
    "price": ({"prices": {own.NAMES[0]: 1e6}}, "within 20%"),
    "product": ({"prices": {"moon": 3.0}}, "there is no 'moon'"),
    "title": ({"title": []}, "empty"),
    "word": ({"title": ["qqq"]}, "there is no 'qqq'"),
    "spend": ({"spend": dict.fromkeys(reach.CHANNELS, 20_000.0)}, "the sum"),
    "bid": ({"bids": {reach.WORDS[0]: -1}}, "0 to 3"),
    "posts": ({"posts": [28]}, "list of 12"),
    "headlines": ({"headlines": [250] * 8}, "add up to 250"),
    "launch": ({"launch": list(people.IDEAS[:3])}, "at most 2"),
    "referral": ({"referral": (50, 0.5)}, "0 to 40"),
    "fee": ({"membership": (-1, 0)}, "0 to 240"),
    "messages": ({"messages": {people.SEGMENTS[0]: 1.5}}, "whole"),
    "coupons": ({"coupons": [True]}, "shape"),
    "group": ({"group": (1, 0.1)}, "2 to 8"),
    "order": ({"order": ["a"]}, "there is no"),
    "shelf": ({"shelf": ["a"]}, "there is no"),
    "depth": ({"enrol": {"moon": 0.2}}, "there is no 'moon'"),
    "merchants": ({"merchants": dict.fromkeys(range(21), "coach")}, "at most 20"),
    "merchant": ({"merchants": {0: "shoot"}}, "cannot be done"),
    "commission": ({"commission": [0.3] * 8}, "0.05 to 0.25"),
    "reorder": ({"reorder": {own.NAMES[0]: -5}}, "0 to 5,000"),
    "test": ({"test": -1}, "0 to"),
    "modules": ({"modules": list(town.names("modules"))}, "at most 5"),
    "onboarding": ({"onboarding": ["x"]}, "there is no"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_action_is_refused_with_a_sentence_and_nothing_happens(name):
    action, sentence = WRONG[name]
    quarter = Quarter(0)
    with pytest.raises(ActionError, match=r"\w") as caught:
        quarter.step(action)
    assert sentence in str(caught.value)
    assert quarter.observe()["week"] == 1
    assert not len(quarter.weekly())


def test_every_lever_is_refused_once():
    tried = {name for action, _ in WRONG.values() if isinstance(action, dict) for name in action}
    assert tried - {"magic"} == set(Quarter(0)._levers)


@pytest.mark.parametrize("junk", [None, "x", 3.5, float("nan"), [[]], {"a": 1}, object(), {1, 2}])
def test_whatever_is_given_is_refused_or_taken_and_never_breaks(junk):
    quarter = Quarter(0)
    for name in quarter._levers:
        try:
            quarter.check({name: junk})
        except ActionError:
            continue
        fine = {"membership": [None], "reorder": [None]}
        fine |= {"threshold": [3.5], "test": [3.5]}
        assert junk in fine.get(name, []), name


def test_a_membership_changes_once_and_commissions_twice():
    quarter = Quarter(4)
    quarter.step({"membership": (100, 0.01)})
    with pytest.raises(ActionError, match="changed 1 times"):
        quarter.step({"membership": (90, 0.01)})
    quarter.step({"commission": [0.11] * 8})
    quarter.step({"commission": [0.12] * 8})
    with pytest.raises(ActionError, match="changed 2 times"):
        quarter.step({"commission": [0.13] * 8})


def test_a_commission_begins_two_weeks_after_it_is_announced():
    quiet, loud = Quarter(6), Quarter(6)
    for week in range(1, 5):
        quiet.step({})
        loud.step({"commission": [0.05] * 8} if week == 1 else {})
        same = quiet._rows[-1]["commissions"] == loud._rows[-1]["commissions"]
        assert same == (week < 3)


TESTS = {
    "half a plan": ([{"idea": "A", "arm": 100}], "neither a plan nor a decision"),
    "another idea": ([{"idea": "C", "arm": 100, "metric": "orders"}], "neither a plan"),
    "another metric": ([{"idea": "A", "arm": 100, "metric": "luck"}], "neither a plan"),
    "too many": ([{"idea": "A", "arm": 1e9, "metric": "orders"}], "arm of idea A"),
    "too early": ([{"idea": "A", "decision": "ship"}], "is not over"),
    "twice": ([{"idea": "A", "arm": 100, "metric": "orders"}] * 2, "twice"),
}


@pytest.mark.parametrize("name", TESTS)
def test_a_wrong_test_is_refused(name):
    action, sentence = TESTS[name]
    with pytest.raises(ActionError, match=sentence):
        Quarter(0).step({"test": action})


def with_tests(seed, arm=0.4, decision=None, weeks=13):
    """A quarter in which both ideas are tested on the share `arm` of their visitors from week 1."""
    quarter = Quarter(seed)
    plans = [
        {"idea": idea, "arm": arm * seen["visitors"], "metric": "orders"}
        for idea, seen in quarter.observe()["tests"].items()
    ]
    quarter.step({"test": plans})
    for _ in range(weeks - 2):
        quarter.step({})
    quarter.step({"test": [{"idea": "A", "decision": decision}]} if decision else {})
    return quarter


def test_the_arms_of_a_test_have_the_planned_visitors_and_a_fair_split():
    seeds = [seed for seed in SEEDS if Quarter(seed).truth()["shock"] != "tracking outage"][:20]
    splits = []
    for seed in seeds:
        rows = with_tests(seed).observe()["experiments"]
        for _, test in rows.groupby("idea"):
            total = test.groupby("arm")["visitors"].sum()
            planned = test["planned"].iloc[0]
            assert abs(total - planned).max() < 5 * np.sqrt(planned)
            assert (test["orders"] <= test["visitors"]).all()
            splits.append(split_p(total["old"], total["new"]))
    assert min(splits) > 0.001
    assert 0.3 < np.mean(splits) < 0.7, "p-values of a fair split are even"


def test_an_outage_breaks_the_split_of_a_large_test():
    found = [seed for seed in SEEDS if Quarter(seed).truth()["shock"] == "tracking outage"]
    largest = max(found, key=lambda seed: Quarter(seed).observe()["tests"]["A"]["visitors"])
    rows = with_tests(largest).observe()["experiments"]
    total = rows[rows["idea"] == "A"].groupby("arm")["visitors"].sum()
    assert total["new"] < total["old"]
    assert split_p(total["old"], total["new"]) < 0.001


def test_a_decision_against_the_arms_loses_the_gain_and_the_right_one_keeps_it():
    seed = "decided"
    says = with_tests(seed)._levers["test"].says("A")
    other = {"ship": "drop", "drop": "ship"}[says]
    values = {
        each: sum(with_tests(seed, decision=each).worth().values()) for each in (None, says, other)
    }
    assert values[None] == values[says] > values[other]


def test_a_number_and_a_plan_of_idea_a_are_the_same_test():
    plan = [{"idea": "A", "arm": 400.0, "metric": "orders"}]
    values = [
        played(lambda obs, first=first: {"test": first} if obs["week"] == 1 else {}, 12).value
        for first in (400.0, plan)
    ]
    assert values[0] == values[1]
    played(lambda obs: {"test": 400.0}, 12)
    assert not played(lambda obs: {"test": 400.0}, 12).refused, (
        "the same plan again changes nothing"
    )
    again = played(lambda obs: {"test": 400.0 + obs["week"]}, 12)
    assert "tested already" in again.refused[0]


def test_a_refused_week_goes_on_as_before_and_the_log_says_why():
    result = played(lambda obs: {"threshold": 500} if obs["week"] == 3 else {}, 7)
    assert result.value == played(baseline, 7).value
    assert len(result.refused) == 1
    assert "week 3: threshold" in result.refused[0]
    assert json.loads(result.log.splitlines()[3])["refused"].startswith("threshold")


def test_after_thirteen_weeks_it_is_over():
    quarter = Quarter(8)
    for _ in range(13):
        quarter.step({})
    with pytest.raises(ActionError, match="over"):
        quarter.step({})


# The log


@pytest.mark.parametrize("policy", [baseline, expert])
def test_a_log_plays_again_to_the_byte(policy):
    log = played(policy, "log").log
    assert replay(log) == log
    assert len(log.splitlines()) == 15


def test_a_refused_week_plays_again_too():
    log = played(lambda obs: {"magic": 1}, "log").log
    assert replay(log) == log


# The value


def test_the_parts_add_up_and_money_is_that_of_the_table():
    result = played(expert, "sum")
    assert result.value == pytest.approx(sum(result.parts.values()))
    table = result.weeks
    lines = table.columns[
        table.columns.get_loc("units") + 1 : table.columns.get_loc("contribution")
    ]
    assert np.allclose(table[lines].sum(axis=1), table["contribution"], atol=0.1)
    assert result.parts["contribution"] == pytest.approx(table["contribution"].sum(), abs=1)
    assert table["cash"].iloc[-1] == pytest.approx(
        tideway().run.cash + table["contribution"].sum(), abs=1
    )


def test_what_one_of_something_is_worth_ahead_is_the_sum_week_by_week():
    p = tideway()
    by_hand = sum((p.run.discount * 0.9) ** week for week in range(1, 27))
    assert value.geometric(p, 0.9) == pytest.approx(by_hand)


def test_the_last_settings_are_not_in_the_equity():
    """Equity is counted under the neutral policy: prices cut in the last week leave it alone."""
    quarter, other = Quarter(9), Quarter(9)
    for week in range(13):
        quarter.step({})
        cut = {name: 0.81 * each for name, each in other._levers["prices"].start.items()}
        other.step({"prices": cut} if week == 12 else {})
    assert quarter.worth()["customers"] == other.worth()["customers"]


def test_a_broken_guardrail_costs_a_tenth_of_the_baseline():
    def lie(obs):
        product = obs["records"]["title"]["product"]
        false = [word for word, true in product["attributes"].items() if not true]
        return {"title": [product["noun"], false[0]]} if obs["week"] == 1 else {}

    result = played(lie, 11)
    assert "untrue titles" in result.broken
    quiet = sum(
        value_ for name, value_ in played(baseline, 11).parts.items() if name != "guardrails"
    )
    assert result.parts["guardrails"] == pytest.approx(-0.1 * quiet * len(result.broken))


def test_the_plugs_know_what_the_parameters_say():
    q = tideway().run
    assert q.price_step == plugs.PRICE_STEP
    assert q.threshold_most == plugs.THRESHOLD_MOST
    assert plugs.MOST_UNITS == own.MOST_UNITS
    assert q.lead == plugs.LEAD
    assert (q.launches_week, q.launches) == (plugs.LAUNCHES, plugs.LAUNCHED)
    assert q.most_unsubscribes == plugs.UNSUBSCRIBES
    assert q.ahead == plugs.AHEAD
    assert (q.commission_least, q.commission_most) == plugs.COMMISSIONS
    assert plugs.ALWAYS[-1] == q.weeks


@pytest.mark.parametrize("kind", [bool, int, float])
def test_coupons_of_ones_and_zeros_are_taken_as_the_lesson_takes_them(kind):
    def target(train, users, margin, coupon):
        return (users["recency"].to_numpy() > 0).astype(kind)

    result = played(chain({"target": target}), 1)
    assert result.refused == []
    assert (
        result.value
        == played(chain({"target": lambda train, users, **month: users["recency"] > 0}), 1).value
    )


def test_coupons_that_are_neither_are_refused():
    for junk in ("yes", None, np.full(1000, 2), np.full(1000, "x")):
        result = played(chain({"target": lambda train, users, margin, coupon, junk=junk: junk}), 1)
        assert result.refused


def test_every_plug_has_an_expert_and_a_lever():
    assert set(EXPERTS) == set(PLUGS)
    assert {plug.lever for plug in PLUGS.values()} == set(Quarter(0)._levers)


def test_a_name_without_a_plug_is_refused():
    with pytest.raises(KeyError, match="no plug 'fly'"):
        chain({"fly": baseline})


def test_weaknesses_are_three_of_twelve_and_all_are_planted_somewhere():
    found = [Quarter(seed).truth()["weaknesses"] for seed in SEEDS]
    assert all(len(set(each)) == 3 for each in found)
    assert len({name for each in found for name in each}) == 12


# Who earns what (slow: many quarters, which one process plays once for all)


def together(test):
    return pytest.mark.slow(pytest.mark.xdist_group("quarter")(test))


@together
def test_the_expert_beats_the_baseline_on_nine_of_ten_quarters(values):
    low, high = values(baseline, SEEDS, "baseline"), values(expert, SEEDS, "expert")
    assert (high > low).mean() >= 0.9


@together
@pytest.mark.parametrize("name", EXPERTS)
def test_a_lever_alone_raises_the_value_by_more_than_two_errors(values, name):
    gain = values(chain({name: EXPERTS[name]}), FEW, f"only {name}")
    gain = gain - values(baseline, FEW, "baseline")
    assert gain.mean() > 2 * gain.std(ddof=1) / np.sqrt(len(gain))


@together
def test_a_novice_with_the_first_eight_lessons_earns_a_part(values):
    assert 0.2 <= g(values, novice, SEEDS, "novice") <= 0.4


@together
def test_a_batch_of_36_runs_tells_policies_apart(values):
    """SD of g over batches of 36 runs, by the bootstrap."""
    low, high = values(baseline, SEEDS, "baseline"), values(expert, SEEDS, "expert")
    middle, rng = values(novice, SEEDS, "novice"), np.random.default_rng(1)
    batches = rng.integers(len(SEEDS), size=(2000, 36))
    each = (middle - low)[batches].sum(axis=1) / (high - low)[batches].sum(axis=1)
    assert each.std() <= 0.08


def random_policy(number):
    """A policy that draws a setting of every lever from its whole range, and keeps it."""

    def policy(obs):
        rng = np.random.default_rng([number, obs["week"]])
        if obs["week"] > 1:
            return {}
        records, settings = obs["records"], obs["settings"]

        def some(names, most, least=1):
            names = list(names)
            count = int(rng.integers(least, most + 1))
            return [names[place] for place in rng.permutation(len(names))[:count]]

        products = records["order"]["log"]["product"].unique()
        spends = rng.dirichlet(np.ones(4)) * rng.uniform(0, 40_000)
        return {
            "title": some(records["title"]["product"]["vocabulary"], 9),
            "modules": some(town.names("modules"), 5, 0),
            "prices": {k: v * rng.uniform(0.8, 1.2) for k, v in settings["prices"].items()},
            "threshold": rng.uniform(0, 100),
            "reorder": {k: float(rng.uniform(0, 500)) for k in own.NAMES},
            "spend": dict(zip(reach.CHANNELS, spends.tolist(), strict=True)),
            "bids": {word: rng.uniform(0, 3) for word in reach.WORDS},
            "referral": (rng.uniform(0, 40), rng.uniform(0, 1)),
            "posts": rng.multinomial(28, np.ones(12) / 12).tolist(),
            "headlines": rng.multinomial(250, np.ones(8) / 8).tolist(),
            "onboarding": some(people.STEPS, 8, 0),
            "launch": some(people.IDEAS, 2, 0),
            "test": rng.uniform(0, records["test"]["visitors"] / 2),
            "membership": (rng.uniform(0, 240), rng.uniform(0, 0.04)),
            "messages": {each: int(rng.integers(0, 8)) for each in people.SEGMENTS},
            "coupons": rng.random(1000) < rng.random(),
            "group": (int(rng.integers(2, 9)), rng.uniform(0, 0.4)),
            "order": rng.permutation(products).tolist(),
            "shelf": some(records["shelf"]["products"]["product"], 12),
            "enrol": {
                each: rng.uniform(0.1, 0.5)
                for each in some(records["enrol"]["items"]["product"], 15, 0)
            },
            "merchants": dict.fromkeys(some(range(400), 20, 0), "suspend"),
            "commission": rng.uniform(0.05, 0.25, 8).tolist(),
        }

    return policy


@together
def test_the_best_of_two_hundred_random_policies_is_far_from_the_expert(values):
    seeds = SEEDS[:3]
    found = [g(values, random_policy(number), seeds, f"random {number}") for number in range(200)]
    assert max(found) < 0.3


def _cut(factor, obs):
    """All prices by this factor, as far as they may go."""
    first = obs["records"]["prices"]["products"].set_index("product")["price"]
    return {
        name: float(np.clip(factor * price, 0.5 * first[name], 2.0 * first[name]))
        for name, price in obs["settings"]["prices"].items()
    }


def _late(obs, action):
    return action if obs["week"] > 10 else {}


def _most_units(obs):
    return dict.fromkeys(own.NAMES, 1_000)


EXPLOITS = {
    "spend nothing": lambda obs: {
        "spend": dict.fromkeys(reach.CHANNELS, 0.0),
        "bids": dict.fromkeys(reach.WORDS, 0.0),
        "referral": (0.0, 0.0),
        "messages": dict.fromkeys(people.SEGMENTS, 0),
    },
    "greatest discounts": lambda obs: {
        "prices": _cut(0.8, obs),
        "threshold": 0.0,
        "coupons": [True] * 1000,
        "group": (2, 0.4),
        "enrol": dict.fromkeys(obs["records"]["enrol"]["items"]["product"][:15].tolist(), 0.5),
    },
    "suspend everyone": lambda obs: {
        "merchants": dict.fromkeys(
            range(20 * (obs["week"] - 1), min(400, 20 * obs["week"])), "suspend"
        )
    },
    "prices to the cap": lambda obs: {"prices": _cut(1.2, obs)},
    "dump the stock": lambda obs: _late(
        obs, {"prices": _cut(0.8, obs), "reorder": dict.fromkeys(own.NAMES, 0.0)}
    ),
    "highest commissions": lambda obs: {"commission": [0.25] * 8} if obs["week"] == 1 else {},
    "mail every day": lambda obs: {"messages": dict.fromkeys(people.SEGMENTS, 7)},
    "pay for invitations": lambda obs: {"referral": (40.0, 1.0)},
    "fill the warehouse": lambda obs: {"reorder": _most_units(obs)},
    "stop before the end": lambda obs: _late(
        obs,
        {
            "spend": dict.fromkeys(reach.CHANNELS, 0.0),
            "messages": dict.fromkeys(people.SEGMENTS, 7),
            "referral": (0.0, 0.0),
        },
    ),
}


@together
@pytest.mark.parametrize("name", EXPLOITS)
def test_an_exploit_earns_less_than_the_baseline(values, name):
    assert g(values, EXPLOITS[name], FEW, name) < 0
    assert played(EXPLOITS[name], 0).refused == []


# The environment of the field


def test_gymnasiums_own_checker_passes():
    from gymnasium.utils.env_checker import check_env

    from course.market.quarter.gym import QuarterEnv

    check_env(QuarterEnv(), skip_render_check=True)


def test_the_environment_pays_what_the_quarter_is_worth():
    from course.market.quarter.engine import baseline_worth
    from course.market.quarter.gym import LEVERS, QuarterEnv

    env, paid, over = QuarterEnv(), 0.0, False
    env.reset(seed=3)
    while not over:
        _, reward, over, _, _ = env.step(np.full(len(LEVERS), 0.5, np.float32))
        paid += reward
    quarter = env._quarter
    worth = sum(quarter.worth().values()) - len(quarter.broken()) * 0.1 * abs(
        baseline_worth(env._seed)
    )
    assert paid == pytest.approx(worth / 1000)
