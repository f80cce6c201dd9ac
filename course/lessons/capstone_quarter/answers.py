"""The quarter's experts and keys: the lessons' experts, chained. Never shipped to learners."""

from functools import cache

import numpy as np
import pandas as pd
from scipy.stats import binomtest
from statsmodels.stats.proportion import confint_proportions_2indep

from course.check import accuracy, f1_by_code
from course.check.decision import hidden as hidden_decision
from course.lessons.activation_and_recall import answers as activation_and_recall
from course.lessons.activity_operation import answers as activity_operation
from course.lessons.business_operation import answers as business_operation
from course.lessons.capstone_quarter import checks, sandbox
from course.lessons.capstone_quarter.look_back import truth as truth_of
from course.lessons.capstone_quarter.scenario import Scenario
from course.lessons.category_operation import answers as category_operation
from course.lessons.channel_promotion import answers as channel_promotion
from course.lessons.community_operation import answers as community_operation
from course.lessons.content_operation import answers as content_operation
from course.lessons.conversion_rate import answers as conversion_rate
from course.lessons.detail_page import answers as detail_page
from course.lessons.event_acquisition import answers as event_acquisition
from course.lessons.membership_operation import answers as membership_operation
from course.lessons.merchant_operation import answers as merchant_operation
from course.lessons.new_media_operation import answers as new_media_operation
from course.lessons.paid_promotion import answers as paid_promotion
from course.lessons.pricing import answers as pricing
from course.lessons.pricing.practice_shop import threshold_profit
from course.lessons.product_growth import answers as product_growth
from course.lessons.product_operation import answers as product_operation
from course.lessons.sourcing_and_stock import answers as sourcing_and_stock
from course.lessons.strategy_operation import answers as strategy_operation
from course.lessons.title_optimization import answers as title_optimization
from course.lessons.user_operation import answers as user_operation
from course.market.quarter import baseline, chain
from course.market.quarter import play as played


def threshold(baskets, fee, cost, margin):
    """The solution of lesson 08's notebook: the amount of dollars that earns most."""
    return max(range(301), key=lambda at: threshold_profit(at, baskets, fee, cost, margin))


# By the names that the functions have in their lessons; see course.market.quarter.plugs.
EXPERTS = {
    "buy": sourcing_and_stock.expert,
    "write_title": title_optimization.expert,
    "choose_modules": detail_page.expert,
    "plan": conversion_rate.expert,
    "set_prices": pricing.expert,
    "threshold": threshold,
    "bids": paid_promotion.expert,
    "allocate": channel_promotion.expert,
    "referral": event_acquisition.expert,
    "choose": content_operation.expert,
    "onboarding": product_growth.expert,
    "enrol": activity_operation.expert,
    "rank": strategy_operation.expert,
    "assort": category_operation.expert,
    "launch": product_operation.expert,
    "design": membership_operation.expert,
    "best_frequency": user_operation.reference_frequency,
    "target": activation_and_recall.expert,
    "ladder": community_operation.expert,
    "schedule": new_media_operation.expert,
    "act": merchant_operation.expert,
    "rates": business_operation.expert,
}
# Lessons 01 to 08 alone.
NOVICE = {
    name: EXPERTS[name]
    for name in ("buy", "write_title", "choose_modules", "plan", "set_prices", "threshold")
}

expert, novice = chain(EXPERTS), chain(NOVICE)


# What an action that is wrong in a known way earns: {sentence: policy}.
POLICY_SLIPS = {
    checks.NOTHING_DONE: baseline,
    checks.ONE_LESSON: chain({"write_title": title_optimization.expert}),
}

# The quarters of exercise 1. Only here, since a seed tells everything: `Quarter(seed).truth()`.
PAST_SEEDS = {
    "quarter A": "past-A-27-91c4",
    "quarter B": "past-B-40-91c4",
    "quarter C": "past-C-32-91c4",
    "quarter D": "past-D-415-91c4",
    "quarter E": "past-E-84-91c4",
}


def past_quarters():
    """The text of past_quarters.csv: the weekly tables of PAST_SEEDS on autopilot."""
    tables = [
        played(baseline, seed).weeks.assign(quarter=quarter) for quarter, seed in PAST_SEEDS.items()
    ]
    return pd.concat(tables).to_csv(index=False, lineterminator="\n")


def shocks(draws):
    return [checks.named(SHOCK_KEY, at_grading=True)]


# {quarter: (shock, first week, why)}; a test holds it against `Quarter(seed).truth()`.
SHOCK_KEY = {
    "quarter C": ("tracking outage", 5, "Orders are missing in weeks 5 to 7."),
    "quarter D": (
        "supplier delay",
        5,
        "Units for each order fall from week 7 or 8 on, two weeks after the late orders began, and commissions do not.",
    ),
    "quarter E": (
        "competitor",
        6,
        "Units and commissions for each order fall together in weeks 6 to 8, and come back.",
    ),
}


def diagnose(draws):
    seeds = draws.seeds(30, "weaknesses")
    return [f1_by_code("diagnose", checks.to_diagnose(seeds), checks.TO_FIND, checks.TIERS)]


def forecast(draws):
    return [checks.promise(draws.seeds(30, "forecast"), "fresh quarters")]


def may_decide(draws):
    cases = [case for seed in draws.seeds(4, "tests") for case in fresh_tests(seed)]
    slips = {
        ("invalid", "ship"): checks.NO_SPLIT,
        ("invalid", "stop"): checks.NO_SPLIT,
        ("wait", "ship"): checks.TOO_EARLY,
        ("wait", "stop"): checks.TOO_EARLY,
    }
    tiers = [(0.97, 1.0), (0.8, 0.5)]
    return [accuracy("may_decide", cases, checks.VERDICTS, tiers, slips=slips)]


CLEAR = 0.08  # standard errors that a fresh case keeps away from the border of its interval
KINDS = ("invalid", "wait", "ship", "stop", "other", "worse", "both", "late", "near")
NEAR = 2.08  # standard errors: just enough, which an error that is a tenth too large overlooks


def fresh_tests(seed):
    """Tests of nine kinds with their verdicts by scipy and statsmodels: [((plan, arms), verdict)]."""
    rng = np.random.default_rng(int(seed[:12], 16))
    found = []
    for kind in KINDS:
        while True:
            plan, table = _draw_test(rng, kind)
            verdict, away = _reference_verdict(plan, table)
            if away > CLEAR:
                found.append(((plan, table), verdict))
                break
    return found


def _draw_test(rng, kind):
    planned = int(rng.integers(40, 160)) * 100
    metric = ("clicks", "orders")[int(rng.integers(2))]
    seen = planned * (rng.uniform(0.4, 0.9) if kind in ("wait", "both") else rng.uniform(1.02, 1.1))
    visitors = rng.normal(seen, 0.2 * np.sqrt(seen), 2).astype(int)
    if kind in ("invalid", "both"):
        visitors[int(rng.integers(2))] = int(visitors.min() * rng.uniform(0.88, 0.93))
    if kind == "late":  # one arm alone is short of the plan, by a little
        visitors = np.array([planned - 1 - int(rng.integers(20)), planned + int(rng.integers(20))])
    rate = {"clicks": rng.uniform(0.07, 0.12), "orders": rng.uniform(0.02, 0.04)}
    moved = dict.fromkeys(rate, 1.0)
    other = "orders" if metric == "clicks" else "clicks"
    if kind in ("invalid", "wait", "ship", "both", "late"):
        moved[metric] = rng.uniform(1.2, 1.4)
    if kind == "other":
        moved[other] = rng.uniform(1.2, 1.4)
    if kind == "worse":
        moved[metric] = rng.uniform(0.65, 0.8)
    if kind == "near":
        return _near(planned)
    rows = [
        ("old", visitors[0], *(rng.binomial(visitors[0], rate[name]) for name in rate)),
        (
            "new",
            visitors[1],
            *(rng.binomial(visitors[1], rate[name] * moved[name]) for name in rate),
        ),
    ]
    table = pd.DataFrame(rows, columns=["arm", "visitors", "clicks", "orders"])
    if rng.random() < 0.5:  # arms in any order
        table = table.iloc[::-1].reset_index(drop=True)
    return {"metric": metric, "visitors": planned}, table


def _near(planned):
    """(plan, table) of a test by clicks whose difference is NEAR standard errors."""
    old = round(0.12 * planned)
    rates = np.arange(old, 2 * old) / planned
    error = np.sqrt((0.12 * 0.88 + rates * (1 - rates)) / planned)
    new = old + int(np.argmax(rates - old / planned >= NEAR * error))
    rows = [("old", planned, old, planned // 30), ("new", planned, new, planned // 30)]
    columns = ["arm", "visitors", "clicks", "orders"]
    return {"metric": "clicks", "visitors": planned}, pd.DataFrame(rows, columns=columns)


def _reference_verdict(plan, table):
    """(verdict, how far the case lies from every border, in standard errors)."""
    by = table.set_index("arm")
    p = binomtest(int(by["visitors"].iloc[0]), int(by["visitors"].sum()), 0.5).pvalue
    counts, visitors = by.loc[["new", "old"], plan["metric"]], by.loc[["new", "old"], "visitors"]
    low, high = confint_proportions_2indep(
        *(int(each) for pair in zip(counts, visitors, strict=True) for each in pair),
        method="wald",
        compare="diff",
    )
    away = abs(low) / ((high - low) / (2 * 1.96))
    if p < 0.001:
        return "invalid", 1.0 if p < 0.0005 else 0.0
    if visitors.min() < plan["visitors"]:
        return "wait", 1.0 if p > 0.002 else 0.0
    return ("ship" if low > 0 else "stop"), away if p > 0.002 else 0.0


def policy(draws):
    return [hidden_decision("policy", Scenario(), draws, baseline, expert)]


def my_log(draws):
    return checks.my_log()


@cache
def debrief():
    """What a learner may read after submission: what the experts did in quarter 3, as Markdown."""
    seed = checks.LOG_SEED
    low, high = played(baseline, seed), played(expert, seed)
    truth = truth_of(high.log, seed)
    shares = sandbox.account(EXPERTS, seed, orders=1)
    lost = high.weeks.loc[high.weeks["contribution"] < low.weeks["contribution"], "week"]
    planted = "\n".join(f"| {name} | {' | '.join(row)} |" for name, row in truth.iterrows())
    earned = "\n".join(f"| {part} | ${money:,.0f} |" for part, money in shares.items())
    parts = "\n".join(
        f"| {name} | ${low.parts.get(name, 0.0):,.0f} | ${money:,.0f} |"
        for name, money in high.parts.items()
    )
    return (
        f"Quarter {seed} was handed over with\n\n| What | What is wrong | Lever | The experts touch it"
        f" first |\n| --- | --- | --- | --- |\n{planted}\n\nOn autopilot it is worth"
        f" ${low.value:,.0f}; with the lessons' experts, chained, ${high.value:,.0f}:\n\n| Part |"
        f" Autopilot | Experts |\n| --- | --- | --- |\n{parts}\n\nIn {len(lost)} of 13 weeks their"
        " contribution lies below the autopilot's"
        + (f" (weeks {', '.join(map(str, lost))})" if len(lost) else "")
        + ": stock is bought before it is sold, and coached shops pay back later.\n\nWho earned it,"
        " in shares that add up (each part of the course gets what it adds to those who are there,"
        f" mean of two orders):\n\n| Part | Earned |\n| --- | --- |\n{earned}\n\nNo function owns"
        " the quarter: each sells what the others make possible."
    )


MODEL_ANSWERS = {
    0.5: "We ran a good quarter with many improvements, and every team did a great job.",
    1.5: (
        "Quarter 3 is worth 2 million dollars more than on autopilot; over four quarters 2 to 4"
        " million. Channels and referral bring people, page and stock sell to them. Risk: 46% of"
        " sellers' sales may go where commissions rise."
    ),
    2.0: (
        "Quarter 3 is worth 3.0 million dollars more than on autopilot; over four quarters "
        "2.5 to 4.4 million dollars more. Found: the highest referral reward, a slow shelf, a "
        "tired list; all were changed in week 1. Nobody earned it alone: the functions alone "
        "add up to 79% of it, because whom channels and referral bring meets a better page "
        "with stock behind it. Risk: commissions rise where sellers are loyal, and some "
        "leave. Guardrail: sellers' sales gone, at most half. If they fall further two weeks "
        "after the change, the old rates come back, and I was wrong about how loyal they are. "
        "Next quarter: stock first, since what is not there is not sold."
    ),
}
