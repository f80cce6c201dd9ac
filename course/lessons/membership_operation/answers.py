"""Answers of the lesson: hidden checks, baseline, expert and keys. Never shipped to learners."""

import inspect

import numpy as np
import statsmodels.formula.api as smf
from scipy.special import expit

from course.check import fresh, gives, mapping, relates
from course.check.decision import hidden as hidden_decision
from course.check.decision import practice_values
from course.lessons.membership_operation import checks
from course.lessons.membership_operation.bank import GIVEN, HINTS, KINDS
from course.lessons.membership_operation.practice_shop import customers, members, point_ledger
from course.lessons.membership_operation.scenario import Scenario

BENEFIT_KEY = {
    "A bank adds 1% on its own card, from its own money.": "partner",
    "Gift wrapping with every order.": "per_order",
    "Points: 100 for each order, worth $1 when they are used.": "later",
    "The lounge in the shop, rented by the year.": "fixed",
    "The member's price is 4% below the list price.": "per_dollar",
    "The wish list can be longer than 50 entries.": "free",
}


def benefit_cost(draws):
    reasons = {text: HINTS[name] for text, name in BENEFIT_KEY.items()}
    return [
        mapping(
            "benefit_cost",
            BENEFIT_KEY,
            set(KINDS),
            tiers=[(0.9, 1.0), (0.7, 0.5)],
            reasons=reasons,
            given=GIVEN,
        )
    ]


def member_pnl(draws):
    trials = []
    for seed in draws.seeds(5, "members"):
        case = (members(seed), 75.0, 0.3, 4.5)
        trials.append(
            gives(
                "member_pnl",
                case,
                reference_pnl(*case),
                about=("profit",),
                shown="member_pnl(300 fresh members, 75, 0.3, 4.5)",
                hidden=True,
                slips=checks.pnl_slips(),
            )
        )
    fewer = checks.tiny_members().assign(orders=[5.0, 2.0])
    return [
        fresh(trials, "Five fresh years of 300 members: all right."),
        gives(
            "member_pnl",
            (fewer, 60.0, 0.25, 5.0),
            reference_pnl(fewer, 60.0, 0.25, 5.0),
            about=("profit",),
            shown="member_pnl(members who order less)",
            hidden=True,
            core=False,
            why="a programme can lower orders; then the extra margin is negative",
        ),
        gives(
            "member_pnl",
            (checks.tiny_members(), 0.0, 0.25, 5.0),
            {"extra_margin": 20.0, "shipping": 35.0, "profit": -15.0, "break_even_orders": 0.0},
            about=("profit",),
            shown="member_pnl(tiny_members, no fee)",
            hidden=True,
            core=False,
            why="without a fee the shipping is paid by nobody else",
        ),
    ]


def reference_pnl(table, fee, margin, shipping):
    """Member by member, in plain Python."""
    rows = list(table.itertuples())
    extra = sum((row.orders - row.orders_without) * row.basket * margin for row in rows) / len(rows)
    cost = sum(row.orders * shipping for row in rows) / len(rows)
    return {
        "extra_margin": extra,
        "shipping": cost,
        "profit": fee + extra - cost,
        "break_even_orders": fee / shipping,
    }


def match_did(draws):
    trials = []
    for seed in draws.seeds(5, "customers"):
        table = customers(seed)
        trials.append(
            gives(
                "match_did",
                (table,),
                reference_did(table),
                shown="match_did(600 fresh customers)",
                hidden=True,
                slips=checks.did_slips(),
            )
        )
    alone = checks.tiny_customers().query("member or band == 'low'")
    return [
        fresh(
            trials,
            "Five fresh programmes of 600 customers: the effect is that of a weighted regression"
            " (statsmodels).",
        ),
        gives(
            "match_did",
            (alone.reset_index(drop=True),),
            15.0,
            shown="match_did(a band in which everybody is a member)",
            hidden=True,
            core=False,
            why=(
                "where nobody stayed outside there is nobody to compare with; such a band is left"
                " out, of the sum and of the weights"
            ),
        ),
        relates(
            "match_did",
            [(checks.tiny_customers(),), (checks.tiny_customers().iloc[::-1],)],
            lambda one, other: np.isclose(one, other),
            "The order of the rows changes nothing.",
        ),
    ]


def reference_did(table):
    """Weighted least squares: others get the weight members of their band ÷ others of it, so that
    the slope is the effect on members.
    """
    counts = table.groupby("band")["member"].agg(["sum", "size"])
    both = table[table["band"].map((counts["sum"] > 0) & (counts["sum"] < counts["size"]))]
    odds = both["band"].map(counts["sum"] / (counts["size"] - counts["sum"]))
    data = both.assign(change=both["after"] - both["before"], inside=both["member"].astype(float))
    return float(
        smf.wls("change ~ inside", data, weights=np.where(both["member"], 1.0, odds))
        .fit()
        .params["inside"]
    )


def points_liability(draws):
    trials = []
    for seed in draws.seeds(5, "points"):
        table = point_ledger(seed)
        trials.append(
            gives(
                "points_liability",
                (table,),
                reference_liability(table),
                about=("liability",),
                shown="points_liability(200 fresh users)",
                hidden=True,
                slips=checks.ledger_slips(),
            )
        )
    used = checks.tiny_ledger().assign(used=[900, 900, 200])
    return [
        fresh(trials, "Five fresh ledgers of 200 users: all right."),
        gives(
            "points_liability",
            (used,),
            {"expired": 0, "breakage": 0.0, "open": 0, "liability": 0.0},
            about=("liability",),
            shown="points_liability(everything is used)",
            hidden=True,
            core=False,
            why="nothing expires and nothing is owed",
        ),
        relates(
            "points_liability",
            [(checks.tiny_ledger(),), (checks.tiny_ledger().assign(used=0),)],
            lambda one, other: other["open"] > one["open"],
            "Where nothing is used, more is open.",
        ),
    ]


def reference_liability(table):
    """Point lots by user, oldest first, in plain Python."""
    expired = still = 0
    for row in table.itertuples():
        from_last = min(row.used, row.last_year)
        expired += row.last_year - from_last
        still += row.this_year - (row.used - from_last)
    breakage = expired / int(table["last_year"].sum())
    return {
        "expired": int(expired),
        "breakage": float(breakage),
        "open": int(still),
        "liability": float(still * (1 - breakage) * 0.01),
    }


def design(draws):
    return [hidden_decision("design", Scenario(), draws, baseline, expert)]


def baseline(users, tests, costs):
    """No programme."""


def expert(users, tests, costs):
    """The best of 125 terms, with both lifts as the test cells show them, or no programme."""
    rate = (tests["orders"] / tests["users"]).to_numpy()
    lift, more = rate[1] / rate[0] - 1, (rate[2] - rate[1]) / rate[0] / 4
    best, terms = 0.0, None
    for fee in range(0, 241, 10):
        for percent in range(5):
            earned = expected(users, costs, fee, percent / 100, lift + percent * more)
            if earned > best:
                best, terms = earned, (fee, percent / 100)
    return terms


def expected(users, costs, fee, cashback, lift):
    """Dollars a user: who joins, times what joining changes."""
    orders, basket = users["orders"].to_numpy(), users["basket"].to_numpy()
    benefit = costs["shipping"] + cashback * basket
    join = expit((orders * (1 + lift / 2) * benefit - fee) / 12 - 0.5)
    return (
        join
        * (
            fee
            + orders * (1 + lift) * (costs["margin"] * basket - benefit)
            - orders * costs["margin"] * basket
        )
    ).mean()


def debrief():
    """What a learner may read after submission: the expert's terms on the practice programmes, as
    Markdown.
    """
    scenario, values = Scenario(), practice_values(checks.SLUG)
    rows = []
    for seed, low, high in zip(range(5), values["baseline"], values["expert"], strict=False):
        seen = scenario.observe(seed)
        terms = expert(**seen)
        rate = seen["tests"]["orders"] / seen["tests"]["users"]
        rows.append(
            f"| {seed} | {seen['users']['orders'].mean():.1f} | ${seen['costs']['shipping']:.2f} |"
            f" {rate[1] / rate[0] - 1:.0%} | {rate[2] / rate[0] - 1:.0%} |"
            f" {f'${terms[0]}, {terms[1]:.0%}' if terms else 'none'} | {low:.2f} | {high:.2f} |"
        )
    return (
        "The expert tries 125 terms on the users it sees, with the lifts of the test"
        " groups:\n\n```python\n"
        + EXPERT_CODE
        + "```\n\nThe first five practice programmes, in dollars a user and year:\n\n| Programme | Orders"
        " | Shipping | Lift | Lift with 4% | Terms | Baseline | Expert |\n"
        + "| --- " * 8
        + "|\n"
        + "\n".join(rows)
        + "\n\nCheap shipping and a large lift: a low fee, so that many join. Dear shipping and a"
        " small lift: a fee that keeps heavy users honest, or no programme. Cash back only where"
        " the second group orders clearly more than the first.\n\nA written answer that earned 2"
        " of 2: " + MODEL_ANSWERS[2.0]
    )


EXPERT_CODE = (
    inspect.getsource(expected)
    + "\n\n"
    + inspect.getsource(expert).replace("def expert(", "def design(")
)

MODEL_ANSWERS = {
    0.5: "Your membership renews automatically. We hope that you enjoy it!",
    1.5: (
        "Your membership renews on 1 May for $60. This year you saved $84 of shipping with 14"
        " orders. To stop, press 'End membership'. We will watch how many write to us afterwards."
    ),
    2.0: (
        "Your membership renews on 1 May for $60. In twelve months you saved $84 of shipping with"
        " 14 orders; with fewer than 12 it does not pay, and this button ends it: one step, no"
        " questions. (To the team: members who are told the number renew because it pays, so we"
        " expect 70 to 80% to stay, and fewer refunds. Guardrails: complaints per 1,000 renewals"
        " below 2, refunds below 1%. If fewer than 65% stay, or those who stay order fewer than 12"
        " times, the benefit is mended, not the button.)"
    ),
}
