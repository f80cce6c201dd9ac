"""Answers of the lesson: hidden checks, baseline, expert and keys. Never shipped to learners."""

import inspect
import math

import numpy as np
from scipy.integrate import solve_ivp

from course.check import fresh, gives, mapping, relates
from course.check.decision import hidden as hidden_decision
from course.lessons.event_acquisition import checks
from course.lessons.event_acquisition.bank import EVIDENCE, GIVEN, HINTS, MECHANICS
from course.lessons.event_acquisition.practice_shop import event_users, referrals
from course.lessons.event_acquisition.response import predict_offers
from course.lessons.event_acquisition.scenario import Scenario
from course.market.rng import stream

SCENES_KEY = {
    "Half of all orders of the month came in its first hour.": "launch",
    "On the sixth day more people come than on the second.": "check-in",
    "Only 0.30 dollars are missing; ask three more people to tap.": "help to cut",
    "The chances of every prize must be shown next to the wheel.": "lottery",
    "The first box costs one dollar, the second twenty.": "sample",
    "Who brings more than twenty friends in a day is looked at by a person.": "referral",
}


def mechanic(draws):
    reasons = {text: HINTS[name] for text, name in SCENES_KEY.items()}
    return [
        mapping(
            "mechanic",
            SCENES_KEY,
            set(MECHANICS),
            tiers=[(1.0, 1.0), (0.8, 0.5)],
            reasons=reasons,
            given=GIVEN,
        )
    ]


def k_factor(draws):
    trials = []
    for seed in draws.seeds(5, "k"):
        users = event_users(seed)
        trials.append(
            gives(
                "k_factor",
                (users,),
                reference_k(users),
                about=("k",),
                shown="k_factor(fresh users)",
                hidden=True,
                slips=checks.k_slips(),
            )
        )
    hot = checks.tiny_users().assign(ordered=[4, 2, 0, 0], joined=[4, 2, 0, 0])
    quiet = checks.tiny_users().assign(invites=0, joined=0, ordered=0)
    return [
        fresh(trials, "Five fresh weeks of 400 users: all right."),
        gives(
            "k_factor",
            (hot,),
            reference_k(hot),
            about=("k",),
            shown="k_factor(users who bring one and a half each)",
            hidden=True,
            core=False,
            why="from K = 1 on the sum has no end: amplification is infinite",
        ),
        gives(
            "k_factor",
            (quiet,),
            reference_k(quiet),
            about=("k",),
            shown="k_factor(users who invite nobody)",
            hidden=True,
            core=False,
            why="without an invitation conversion and K are 0, and amplification is 1",
        ),
    ]


def reference_k(users):
    """Added up user by user; amplification as the sum of the waves."""
    sent, bought = sum(users["invites"].tolist()), sum(users["ordered"].tolist())
    invites, conversion = sent / len(users), bought / sent if sent else 0.0
    k, total, wave = bought / len(users), 0.0, 1.0
    while k < 1 and wave > 1e-15:
        total, wave = total + wave, wave * k
    return {
        "invites": invites,
        "conversion": conversion,
        "k": k,
        "amplification": total if k < 1 else math.inf,
    }


def bass(draws):
    trials = []
    for seed in draws.seeds(5, "bass"):
        rng = stream(seed, "bass")
        case = (
            round(float(rng.uniform(0.003, 0.05)), 4),
            round(float(rng.uniform(0.2, 0.6)), 3),
            int(rng.integers(1_000, 100_000)),
            int(rng.integers(10, 30)),
        )
        trials.append(
            gives(
                "bass",
                case,
                reference_bass(*case),
                shown="bass(a fresh launch)",
                hidden=True,
                slips=checks.bass_slips(),
                rtol=1e-5,
                atol=1e-3,  # people: at a launch's end the solver's own error is larger than rtol
            )
        )
    return [
        fresh(trials, "Five fresh launches: the curve solves Bass' differential equation."),
        gives(
            "bass",
            (0.03, 0.38, 1000, 1),
            reference_bass(0.03, 0.38, 1000, 1),
            shown="bass(0.03, 0.38, 1000, 1)",
            hidden=True,
            core=False,
            rtol=1e-5,
            why="a single period gives an array of one number",
        ),
        relates(
            "bass",
            [(0.03, 0.38, 10_000, 30)],
            lambda new: 6 <= int(np.argmax(new)) + 1 <= 7 and 9_900 < sum(new) < 10_000,
            "With p = 0.03 and q = 0.38 the peak is at 6.19 periods, and in the end nearly"
            " everybody has it.",
        ),
        relates(
            "bass",
            [(0.03, 0.38, 1_000, 12), (0.03, 0.38, 3_000, 12)],
            lambda one, other: np.allclose(3 * np.asarray(one), other),
            "Three times the people give three times the curve.",
        ),
    ]


def reference_bass(p, q, M, T):
    """The model as it was stated, dN/dt = (p + q N / M)(M − N), solved by SciPy (Bass, 1969)."""
    path = solve_ivp(
        lambda _, n: (p + q * n / M) * (M - n),
        (0, T),
        [0.0],
        t_eval=np.arange(T + 1),
        rtol=1e-10,
        atol=1e-9,
    )
    return np.diff(path.y[0])


def flag_fraud(draws):
    trials = []
    for seed in draws.seeds(5, "fraud"):
        table, budget = referrals(seed), int(stream(seed, "budget").integers(20, 70))
        trials.append(
            gives(
                "flag_fraud",
                (table, budget),
                reference_flags(table, budget),
                shown="flag_fraud(400 fresh friends)",
                hidden=True,
                slips=checks.fraud_slips(),
            )
        )
    tiny = checks.tiny_referrals()
    return [
        fresh(
            trials,
            "Five fresh lists of 400 friends: the same cases as by the odds, multiplied one by"
            " one.",
        ),
        gives(
            "flag_fraud",
            (tiny, 0),
            set(),
            shown="flag_fraud(tiny_referrals, 0)",
            hidden=True,
            core=False,
            why="nobody has time to look",
        ),
        gives(
            "flag_fraud",
            (tiny, 9),
            {11, 12, 13, 14, 15},
            shown="flag_fraud(tiny_referrals, 9)",
            hidden=True,
            core=False,
            why="there are only five",
        ),
    ]


def reference_flags(table, budget):
    """Posterior odds by Bayes' rule, a product of likelihood ratios; equal odds in the order of the
    table.
    """
    odds = []
    for row in table.itertuples():
        each = 1.0
        for sign, (fake, honest) in EVIDENCE.items():
            each *= fake / honest if getattr(row, sign) else (1 - fake) / (1 - honest)
        odds.append((-round(each, 9), row.Index, row.referral))
    return {referral for _, _, referral in sorted(odds)[:budget]}


def referral(draws):
    return [hidden_decision("referral", Scenario(), draws, baseline, expert)]


def baseline(offer_tests, ltv):
    """Ten dollars, all for who invites."""
    return 10.0, 1.0


def expert(offer_tests, ltv):
    """Six waves of every offer, by the fitted response; the offer that leaves most."""
    table = predict_offers(offer_tests)
    users, profit = 10_000.0, 0.0
    for _ in range(6):
        signed = users * table["invites"] * table["joins"]
        users = signed * (1 - table["fakes"])
        profit = profit + users * ltv * 1.1 - signed * table["reward"]
    best = table.loc[profit.idxmax()]
    return float(best["reward"]), float(best["share"])


def debrief():
    """What a learner may read after submission: the expert's offers of the practice events, as
    Markdown.
    """
    scenario = Scenario()
    rows = []
    for number in range(5):
        seen = scenario.observe(number)
        reward, share = expert(**seen)
        fake = scenario.response(number, reward, share)[2]
        rows.append(
            f"| {number} | ${seen['ltv']:.0f} | ${reward:.0f} | {share:.0%} | {fake:.0%} |"
            f" ${scenario.value(number, (reward, share)):,.0f} |"
            f" ${scenario.value(number, baseline(**seen)):,.0f} |"
        )
    return (
        "The expert plays six waves of every offer and takes the one that leaves"
        " most:\n\n```python\n"
        + EXPERT_CODE
        + "```\n\n| Practice event | A newcomer leaves | Reward | Of it to the inviter | Fakes |"
        " Leaves | $10 to the inviter |\n"
        + "| --- " * 7
        + "|\n"
        + "\n".join(rows)
        + "\n\nThe friend's part does most of the work, and no faker gets rich by it. Where fakes"
        " are many, the inviter gets next to nothing.\n\nA written answer that earned 2 of 2: "
        + MODEL_ANSWERS[2.0]
    )


EXPERT_CODE = inspect.getsource(expert).replace("def expert(", "def referral(")

MODEL_ANSWERS = {
    0.5: (
        "A referral event with 20 dollars for whoever invites, because sign-ups grow most with it."
    ),
    1.5: (
        "Referral, 10 dollars, 3 of them for the inviter, paid after the friend's first order has"
        " stayed 15 days. I expect a K of 0.27 to 0.40 as in spring, with real orders. Fakes come"
        " for the inviter's part, so it is small. Risk: the server at ten o'clock."
    ),
    2.0: (
        "Referral for two weeks: 10 dollars a friend, 3 for the inviter and 7 for the friend, paid"
        " when the friend's first order has stayed for 15 days. Counted anew, the test says 10 to"
        " 16 dollars, with 2.40 to 3.60 for the inviter. It leaves 36,572 dollars; no reward leaves"
        " 17,648, and 20 for the inviter lose 15,260. The friend's part makes people accept; the"
        " inviter's part tempts fakers, who take a reward for each device. K in spring was 0.34"
        " (0.27 to 0.40). Guardrails: shared phones below 7% of friends, complaints, day-30"
        " retention. If the half without the event, drawn by lot, wins more than two thirds as many"
        " buyers, we stop."
    ),
}
