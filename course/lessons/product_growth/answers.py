"""Answers of the lesson: hidden checks, baseline, expert and keys. Never shipped to learners."""

import inspect
from itertools import combinations

import numpy as np
from statsmodels.duration.survfunc import SurvfuncRight

from course.check import fresh, gives, mapping, relates
from course.check.decision import hidden as hidden_decision
from course.check.decision import practice_values
from course.lessons.product_growth import checks
from course.lessons.product_growth.bank import CASES, GIVEN, HINTS, STEPS
from course.lessons.product_growth.practice_shop import CANDIDATES, activity, nudges, times
from course.lessons.product_growth.scenario import Scenario

USERS_KEY = {
    "Deleted the app on day 20, after an order on day 3.": "event",
    "Has a full cart since Sunday, and today is Tuesday.": "censored",
    "Lives where we do not deliver, and was told so.": "not at risk",
    "The sign-up was never finished, so there is no account.": "not at risk",
    "The test was stopped on day 14; she had not ordered by then.": "censored",
    "Was already a customer when the event log was switched on.": "before the start",
}


def case(draws):
    reasons = {text: HINTS[name] for text, name in USERS_KEY.items()}
    return [
        mapping(
            "case",
            USERS_KEY,
            set(CASES),
            tiers=[(0.9, 1.0), (0.7, 0.5)],
            reasons=reasons,
            given=GIVEN,
        )
    ]


def retention(draws):
    trials = []
    for seed, k in zip(draws.seeds(5, "retention"), (1, 3, 7, 14, 21), strict=True):
        cohort = activity(seed)
        trials.append(
            gives(
                "retention",
                (cohort, k, 30),
                reference_retention(cohort, k, 30),
                shown=f"retention(a fresh cohort, {k}, 30)",
                hidden=True,
                slips=checks.retention_slips(),
            )
        )
    tiny = checks.tiny_activity()
    return [
        fresh(trials, "Five fresh cohorts, counted user by user: all right."),
        gives(
            "retention",
            (tiny, 20, 10),
            0.0,
            shown="retention(tiny_activity, 20, 10)",
            hidden=True,
            core=False,
            why="nobody has had a day 20 yet: 0",
        ),
        gives(
            "retention",
            (tiny, 7, 9),
            reference_retention(tiny, 7, 9),
            shown="retention(tiny_activity, 7, 9)",
            hidden=True,
            core=False,
            why="whose day 7 is today counts",
        ),
        gives(
            "retention",
            (tiny, 0, 10),
            1.0,
            shown="retention(tiny_activity, 0, 10)",
            hidden=True,
            core=False,
            why="everybody is there on the day of the sign-up",
        ),
    ]


def reference_retention(cohort, k, today):
    """User by user, with sets."""
    signup, days = {}, {}
    for user, first, active in cohort.itertuples(index=False):
        signup[user] = first
        days.setdefault(user, set()).add(active)
    at_risk = [user for user in signup if signup[user] + k <= today]
    return (
        sum(signup[user] + k in days[user] for user in at_risk) / len(at_risk) if at_risk else 0.0
    )


def km(draws):
    trials = []
    for seed in draws.seeds(5, "km"):
        t, d = times(seed)
        trials.append(
            gives(
                "km",
                (t.tolist(), d.tolist()),
                reference_km(t, d),
                about=("survival",),
                shown="km(200 fresh users)",
                hidden=True,
                slips=checks.km_slips(),
            )
        )
    return [
        fresh(trials, "Five fresh tables of 200 users: the curve is that of statsmodels."),
        gives(
            "km",
            ([4, 2, 4], [1, 0, 1]),
            checks.curve([4], [2], [2], [0.0]),
            about=("survival",),
            shown="km([4, 2, 4], [1, 0, 1])",
            hidden=True,
            core=False,
            why="when the last ones at risk order, nobody is left: 0",
        ),
        gives(
            "km",
            ([3, 3, 5], [0, 1, 0]),
            checks.curve([3], [3], [1], [2 / 3]),
            about=("survival",),
            shown="km([3, 3, 5], [0, 1, 0])",
            hidden=True,
            core=False,
            why="who is lost on day 3 was at risk on day 3",
        ),
        relates(
            "km",
            [checks.GOLDEN, (checks.GOLDEN[0][::-1], checks.GOLDEN[1][::-1])],
            lambda one, other: one.equals(other),
            "The order of the users changes nothing.",
        ),
    ]


def reference_km(t, d):
    """The product-limit estimate of Kaplan and Meier (1958), by statsmodels."""
    fit = SurvfuncRight(t, d)
    events = [
        int(((np.asarray(t) == time) & (np.asarray(d) == 1)).sum()) for time in fit.surv_times
    ]
    kept = [place for place, count in enumerate(events) if count]
    return checks.curve(
        [int(fit.surv_times[place]) for place in kept],
        [int(fit.n_risk[place]) for place in kept],
        [events[place] for place in kept],
        [float(fit.surv_prob[place]) for place in kept],
    )


def aha_causal(draws):
    trials = []
    for seed in draws.seeds(5, "aha"):
        df = nudges(seed)
        trials.append(
            gives(
                "aha_causal",
                (df,),
                reference_aha(df),
                shown="aha_causal(4,000 fresh users)",
                hidden=True,
                slips=checks.aha_slips(),
            )
        )
    tiny = checks.tiny_nudges()
    return [
        fresh(
            trials, "Five fresh tests of four nudges: the one that moved orders, and by how much."
        ),
        gives(
            "aha_causal",
            (tiny[tiny["nudge"] != "wish list"].reset_index(drop=True).drop(columns="wish list"),),
            ("friends", 0.0),
            shown="aha_causal(a single nudge that moves nothing)",
            hidden=True,
            core=False,
            why="the best of one is that one, even if it moves nothing",
        ),
        relates(
            "aha_causal",
            [(nudges(7),), (nudges(7).assign(**{name: False for name in CANDIDATES}),)],
            lambda one, other: one == other,
            "Who did it plays no part: only who was nudged, and who ordered.",
        ),
    ]


def reference_aha(df):
    """Difference of means of a random split (intention to treat), counted in plain Python."""

    def share(nudge):
        hits = [
            ordered
            for given, ordered in zip(df["nudge"], df["ordered"], strict=True)
            if given == nudge
        ]
        return sum(hits) / len(hits)

    effects = {
        name: share(name) - share("none")
        for name in df.columns
        if name not in ("user", "nudge", "ordered")
    }
    best = max(effects, key=effects.get)
    return best, effects[best]


def onboarding(draws):
    return [hidden_decision("onboarding", Scenario(), draws, baseline, expert)]


def baseline(step_tests):
    """All eight steps."""
    return list(STEPS)


def expert(step_tests):
    """All 256 flows by their tested numbers; the one with most orders."""
    stays = 1 - step_tests["drop_off"].to_numpy()
    gains = step_tests["gain"].to_numpy()

    def orders(chosen):
        chosen = list(chosen)
        return stays[chosen].prod() / (1 + np.exp(1.5 - gains[chosen].sum()))

    flows = [chosen for size in range(9) for chosen in combinations(range(8), size)]
    return step_tests["step"].iloc[list(max(flows, key=orders))].tolist()


def debrief():
    """What a learner may read after submission: the expert's flow of practice flow 0, as
    Markdown.
    """
    scenario = Scenario()
    seen = scenario.observe(0)["step_tests"]
    chosen = expert(seen)
    rows = "\n".join(
        f"| {row.step} | {row.drop_off:.1%} | {row.gain:+.2f} |"
        f" {'kept' if row.step in chosen else 'out'} |"
        for row in seen.itertuples()
    )
    values = practice_values(checks.SLUG)
    earned, first = values["expert"], values["baseline"]
    return (
        "The expert tries all 256 flows on the tested numbers:\n\n```python\n"
        + EXPERT_CODE
        + "```\n\nPractice flow 0:\n\n| Step | Leave at it | Gain (logit) | |\n"
        + "| --- " * 4
        + "|\n"
        + rows
        + f"\n\nOver the {len(earned)} practice flows {np.mean(earned):,.0f} of 10,000 order; with all steps"
        f" {np.mean(first):,.0f}. No step is good or bad by itself: the more likely an order is"
        " already, the more a lost user costs and the less a further gain brings.\n\nA written"
        " answer that earned 2 of 2: " + MODEL_ANSWERS[2.0]
    )


EXPERT_CODE = inspect.getsource(expert).replace("def expert(", "def onboarding(")

MODEL_ANSWERS = {
    0.5: (
        "We should make everybody add three friends, because those who do order nearly twice as"
        " often."
    ),
    1.5: (
        "I would leave 'add three friends' out. Nudged to it at random 23.3% ordered, left alone"
        " 23.6%: −0.3 points, −4.5 to 3.9. The keen ones add friends and order; adding does not"
        " make them keen. Risk: fewer invitations later."
    ),
    2.0: (
        "First screen: what are you looking for? Then size, the tour, one shop to follow, and"
        " products. 'Add three friends' stays out: nudged to it 23.3% ordered, left alone 23.6%, a"
        " difference of −0.3 points, −4.5 to 3.9. Those who add friends order nearly twice as"
        " often because they are keen. I would nudge to the wish list instead: +7.0 points, 2.6 to"
        " 11.3. The four steps bring 6,434 orders of 10,000 in practice flow 0, all eight 5,376;"
        " each adds more than 216. Guardrail: day-7 retention, 13.3% today, of users who have had"
        " a day 7. If a second random test of the wish list shows less than two points, it goes"
        " too."
    ),
}
