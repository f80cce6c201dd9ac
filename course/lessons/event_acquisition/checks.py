"""What a learner may see being checked: tiny cases that can be worked out by hand."""

import math
from itertools import pairwise

import numpy as np
import pandas as pd

from course import check
from course.check import Slip, gives, mapping
from course.check.decision import practice, practice_values
from course.lessons.event_acquisition.bank import EVIDENCE, GIVEN, MECHANICS, PRACTICE, SCENES
from course.lessons.event_acquisition.scenario import MOST, Scenario

SLUG = "event_acquisition"
exercise, tryout, predict, guess, hint, using = check.of(SLUG)
given = check.given

SENT_ONLY = (
    "It looks as if K was invitations ÷ users. An invitation is not a buyer: multiply with the"
    " share that ordered."
)
SIGNED_UP = (
    "It looks as if sign-ups were counted. Paid and counted is a first order that stayed; a sign-up"
    " costs nobody anything, a faker least of all."
)
NO_SUM = (
    "Amplification is 1 ÷ (1 − K): each buyer brings K more, those K², and so on. Yours is {0}."
)
CUMULATIVE = (
    "Those are all adopters up to each period. Asked are the new ones of each period: subtract the"
    " period before."
)
ONLY_P = "It looks as if nobody imitated: with q the curve rises to a peak first."
COUNTED = (
    "It looks as if signs were counted. They are not worth the same: most fakes and hardly an"
    " honest friend share a device."
)
PRESENT_ONLY = (
    "It looks as if only signs that are there were weighed. A sign that is missing speaks too:"
    " log((1 − p) ÷ (1 − q))."
)
NO_HONEST = (
    "It looks as if the share among fakes alone was used. Divide by the share among honest friends."
)


def mechanic():
    return [
        mapping("mechanic", dict.fromkeys(SCENES), set(MECHANICS), given=GIVEN, practice=PRACTICE)
    ]


def tiny_users():
    """Four users: eight invitations, five sign-ups, two orders."""
    return pd.DataFrame(
        {
            "user": [1, 2, 3, 4],
            "invites": [5, 3, 0, 0],
            "joined": [3, 2, 0, 0],
            "ordered": [2, 0, 0, 0],
        }
    )


def k_factor():
    return [
        gives(
            "k_factor",
            (tiny_users(),),
            {"invites": 2.0, "conversion": 0.25, "k": 0.5, "amplification": 2.0},
            about=("k",),
            shown="k_factor(tiny_users)",
            slips=k_slips(),
            why=(
                "8 invitations of 4 users are 2 each, 2 orders of 8 are 0.25; K is 0.5, and 1 + 0.5"
                " + 0.25 + ... is 2"
            ),
        )
    ]


def k_slips():
    """The known mistakes with K, as functions of the users."""

    def found(users, conversion=None, k=None, whole=lambda k: 1 / (1 - k) if k < 1 else math.inf):
        invites = float(users["invites"].sum() / len(users))
        conversion = (
            float(users["ordered"].sum() / users["invites"].sum())
            if conversion is None
            else conversion(users)
        )
        value = invites * conversion if k is None else k(invites, conversion)
        return {
            "invites": invites,
            "conversion": conversion,
            "k": value,
            "amplification": whole(value),
        }

    return (
        Slip(lambda users: found(users, k=lambda invites, conversion: invites), SENT_ONLY),
        Slip(
            lambda users: found(users, lambda u: float(u["joined"].sum() / u["invites"].sum())),
            SIGNED_UP,
        ),
        Slip(
            lambda users: found(users, whole=lambda k: 1 + k),
            NO_SUM.format("1 + K, the first step alone"),
        ),
        Slip(
            lambda users: found(
                users, lambda u: float((u["ordered"] / u["invites"]).fillna(0.0).mean())
            ),
            "It looks as if each user's ratio was averaged. Somebody who sent one invitation then"
            " counts like one who sent fifty: sums first.",
        ),
    )


def bass():
    half = [float(_share(0.1, 0.5, t)) for t in range(4)]
    want = [100 * (after - before) for before, after in pairwise(half)]
    return [
        gives(
            "bass",
            (0.1, 0.5, 100, 3),
            np.array(want),
            shown="bass(p=0.1, q=0.5, M=100, T=3)",
            slips=bass_slips(),
            why=(
                f"of 100 people {half[1]:.1%} have adopted after one period, {half[2]:.1%} after"
                f" two, {half[3]:.1%} after three"
            ),
        ),
        gives(
            "bass",
            (0.5, 0.0, 200, 2),
            np.array([78.693868, 47.730242]),
            shown="bass(p=0.5, q=0.0, M=200, T=2)",
            why="without imitation 200 × (1 − e^−0.5) adopt first, then 200 × (e^−0.5 − e^−1)",
        ),
    ]


def _share(p, q, t):
    """Share that has adopted by time t (Bass, 1969)."""
    return (1 - np.exp(-(p + q) * t)) / (1 + q / p * np.exp(-(p + q) * t))


def bass_slips():
    """The known mistakes with a diffusion curve, as functions of (p, q, M, T)."""
    return (
        Slip(lambda p, q, M, T: M * _share(p, q, np.arange(1, T + 1)), CUMULATIVE),
        Slip(lambda p, q, M, T: M * np.diff(1 - np.exp(-p * np.arange(T + 1))), ONLY_P),
        Slip(
            lambda p, q, M, T: np.diff(_share(p, q, np.arange(T + 1))),
            "Those are shares of the people. Multiply with M.",
        ),
    )


def tiny_referrals():
    """Five friends; none has all signs."""
    return pd.DataFrame(
        {
            "referral": [11, 12, 13, 14, 15],
            "same_device": [False, True, False, False, False],
            "same_address": [True, False, True, False, False],
            "joined_within_10_minutes": [True, True, False, False, True],
            "no_order_in_30_days": [True, False, False, True, True],
        }
    )


def flag_fraud():
    return [
        gives(
            "flag_fraud",
            (tiny_referrals(), 2),
            {12, 11},
            shown="flag_fraud(tiny_referrals, 2)",
            slips=fraud_slips(),
            why=(
                "friend 12 shares a device and joined at once, odds 60 × 3.5 with two signs"
                " missing; friend 11 has the other three signs"
            ),
        ),
        gives(
            "flag_fraud",
            (tiny_referrals(), 3),
            {12, 11, 15},
            shown="flag_fraud(tiny_referrals, 3)",
            slips=fraud_slips(),
            why="the third is friend 15, who joined at once and never ordered",
        ),
    ]


def fraud_slips():
    """The known mistakes with signs of fraud, as functions of (referrals, budget)."""

    def top(table, budget, there, missing=lambda p, q: 0.0):
        score = sum(
            np.where(table[sign], there(p, q), missing(p, q)) for sign, (p, q) in EVIDENCE.items()
        )
        return {
            int(name)
            for name in table["referral"].to_numpy()[np.argsort(-score, kind="stable")[:budget]]
        }

    return (
        Slip(lambda table, budget: top(table, budget, lambda p, q: 1.0), COUNTED),
        Slip(lambda table, budget: top(table, budget, lambda p, q: math.log(p / q)), PRESENT_ONLY),
        Slip(
            lambda table, budget: top(
                table, budget, lambda p, q: math.log(p), lambda p, q: math.log(1 - p)
            ),
            NO_HONEST,
        ),
    )


def referral():
    return [practice("referral", Scenario(), practice_values(SLUG))]


def cost_of_a_friend():
    """The faded example: what an honest friend costs when fakes are paid too."""
    return [
        gives(
            "cost_of_a_friend",
            (20.0, 0.5),
            40.0,
            shown="cost_of_a_friend(reward 20, half are fakes)",
            slips=(
                Slip(20.0, "20 dollars a sign-up; but only every second one is a person."),
                Slip(30.0, "Divide by the honest share; do not add the fakes' share."),
            ),
            why="two rewards are paid for each person",
        ),
        gives(
            "cost_of_a_friend",
            (12.0, 0.2),
            15.0,
            shown="cost_of_a_friend(reward 12, a fifth are fakes)",
            why="12 ÷ 0.8",
        ),
    ]


WAVES_DRAW, WAVES_SHARE = 2, 50


def best_reward():
    """The question that only dragging answers: the best reward of one practice event, split in
    halves.
    """

    def run(learner):
        reward = learner.value("best_reward")
        if type(reward) not in (int, float) or not 0 <= reward <= MOST:
            return check.Finding(
                0.0, f"`best_reward` is {reward!r}; it should be dollars, 0 to {MOST}."
            )
        scenario = Scenario()

        def leaves(dollars):
            return scenario.profit(
                scenario.response(WAVES_DRAW, dollars, WAVES_SHARE / 100),
                dollars,
                scenario.truth(WAVES_DRAW)[-1],
            )

        best = max(range(0, MOST + 1, 2), key=leaves)
        if abs(reward - best) > 2.001:
            return check.Finding(
                0.0,
                f"With {reward:g} dollars the event leaves {leaves(reward):,.0f} dollars. The top"
                f" is further to the {'left' if reward > best else 'right'}.",
            )
        return check.Finding(
            1.0,
            f"{best} dollars leave {leaves(best):,.0f}. Twice as much would bring more sign-ups and"
            f" leave {leaves(2 * best):,.0f}.",
        )

    return [check.Check(run)]


def museum_invites():
    return [
        gives(
            "better_event",
            (
                {
                    "wheel": {"sign_ups": 5000, "orders_after_30_days": 90, "cost": 9000},
                    "referral": {"sign_ups": 800, "orders_after_30_days": 240, "cost": 9000},
                },
            ),
            "referral",
            shown="better_event(wheel: 5,000 sign-ups, 90 orders; referral: 800 and 240)",
            slips=(
                Slip(
                    "wheel",
                    "5,000 signed up for the prize and 90 ordered: 100 dollars an order. The other"
                    " costs 37.50.",
                ),
            ),
            why="37.50 an order against 100",
        )
    ]


def museum_half_life():
    return [
        gives(
            "users_in_the_end",
            (1000, 0.5),
            2000.0,
            shown="users_in_the_end(1,000 users, K = 0.5)",
            slips=(Slip(1500.0, "1,500 after the first wave. The 500 invite too: 250, 125 ..."),),
            why="1,000 + 500 + 250 + 125 + ... ",
        )
    ]


def museum_day():
    return [
        gives(
            "buyers_won",
            ({"event_day": 900, "usual_day": 300, "next_week_missing": 350},),
            250,
            shown="buyers_won(900 on the day, 300 on a usual day, 350 fewer in the week after)",
            slips=(
                Slip(900, "300 would have come on any day."),
                Slip(600, "And 350 of the others came today instead of next week."),
            ),
            why="900 − 300 − 350",
        )
    ]
