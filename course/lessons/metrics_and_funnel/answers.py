"""Answers of the lesson: hidden checks, baseline, expert and keys. Never shipped to learners."""

import inspect
import math

import numpy as np

from course.check import Slip, fresh, gives, mapping, relates
from course.check.decision import hidden as hidden_decision
from course.check.decision import practice_values
from course.lessons.metrics_and_funnel import checks
from course.lessons.metrics_and_funnel.bank import GIVEN, HINTS, METRICS
from course.lessons.metrics_and_funnel.practice_shop import STEPS, shop_events
from course.lessons.metrics_and_funnel.scenario import Scenario
from course.market.rng import stream

QUESTIONS_KEY = {
    "Of those who joined in March, how many are active in June?": "users still here / users at start",
    "She came on the phone on Monday and ordered at her desk on Friday. Which rate counts that as one success of one?": "buyers / visitors",
    "The page promised more than the parcel held. Where does that show?": "returned orders / orders",
    "What did it cost us to win somebody who had never bought before?": "ad cost / new buyers",
    "What may a visit cost at most, if all of its revenue went into it?": "revenue / sessions",
    "What share of filled carts is left standing?": "1 - orders / carts",
}


def metric(draws):
    reasons = {question: HINTS[fraction] for question, fraction in QUESTIONS_KEY.items()}
    return [
        mapping(
            "metric",
            QUESTIONS_KEY,
            set(METRICS),
            tiers=[(1.0, 1.0), (0.8, 0.5)],
            reasons=reasons,
            given=GIVEN,
        )
    ]


def funnel(draws):
    trials = []
    for number, seed in enumerate(draws.seeds(5, "funnel")):
        events = shop_events(seed, users=150 + 60 * number)
        trials.append(
            gives(
                "funnel",
                (events,),
                reference_funnel(events),
                about=("users",),
                shown="funnel(a fresh day)",
                hidden=True,
                slips=checks.funnel_slips(),
            )
        )
    tiny = checks.tiny_events()
    return [
        fresh(trials, "Five fresh days, each user followed alone: all right."),
        gives(
            "funnel",
            (tiny.iloc[:0],),
            checks.table([0, 0, 0, 0]),
            about=("users",),
            shown="funnel(a day without events)",
            hidden=True,
            core=False,
            why="nobody came: no users; the first rate is 1, the others 0",
        ),
        gives(
            "funnel",
            (tiny[tiny["step"] == "view"],),
            checks.table([6, 0, 0, 0]),
            about=("users",),
            shown="funnel(a day on which people only looked)",
            hidden=True,
            core=False,
            why="nobody went further: the rates after the first are 0",
        ),
        relates(
            "funnel",
            [(tiny,), (tiny.sample(frac=1, random_state=2),)],
            lambda one, other: one.equals(other),
            "The order in which events reach the server changes nothing.",
        ),
    ]


def reference_funnel(events):
    """Each user alone: the earliest chain of steps."""
    users = [0] * len(STEPS)
    for _, own in events.groupby("user"):
        now = -1
        for place, step in enumerate(STEPS):
            later = own.loc[(own["step"] == step) & (own["time"] >= now), "time"]
            if later.empty:
                break
            now = later.min()
            users[place] += 1
    return checks.table(users)


def decompose(draws):
    trials = []
    for seed in draws.seeds(5, "decompose"):
        rng = stream(seed, "weeks")
        for _ in range(3):
            one, two = _tree(rng), _tree(rng)
            trials.append(
                gives(
                    "decompose",
                    (one, two),
                    checks.log_mean_parts(one, two),
                    shown="decompose(two fresh weeks)",
                    hidden=True,
                    atol=1e-6,
                    slips=(
                        *checks.decompose_slips(),
                        Slip(
                            lambda a, b: {
                                leaf: -part for leaf, part in checks.log_mean_parts(a, b).items()
                            },
                            "The signs are turned round: more visitors this week lift GMV.",
                        ),
                    ),
                )
            )
    one, two = trials_weeks()
    deeper = (
        {"impressions": 10_000.0, "ctr": 0.04, "cvr": 0.05, "aov": 30.0},
        {"impressions": 12_000.0, "ctr": 0.03, "cvr": 0.06, "aov": 33.0},
    )
    return [
        fresh(trials, "Fifteen fresh pairs of weeks: all right to the cent."),
        gives(
            "decompose",
            checks.undone(),
            {"visitors": 2048 * math.log(2), "cvr": -2048 * math.log(2), "aov": 0.0},
            hidden=True,
            core=False,
            atol=1e-6,
            shown="decompose(a week, one with twice the visitors and half the conversion)",
            why=(
                "GMV did not change, and two parts undo each other: the log-mean of equal numbers"
                " is that number"
            ),
        ),
        gives(
            "decompose",
            deeper,
            checks.log_mean_parts(*deeper),
            hidden=True,
            core=False,
            atol=1e-6,
            shown="decompose(two weeks with four leaves)",
            why="the leaves are whatever the dictionary holds",
        ),
        relates(
            "decompose",
            [(one, two), (two, one)],
            lambda there, back: all(abs(there[leaf] + back[leaf]) < 1e-6 for leaf in there),
            "Turned round, every part changes its sign and nothing else.",
        ),
    ]


def _tree(rng):
    return {
        "visitors": float(rng.integers(500, 50_000)),
        "cvr": round(float(rng.uniform(0.01, 0.08)), 4),
        "aov": round(float(rng.uniform(20, 90)), 2),
    }


def trials_weeks():
    """Two weeks in which everything moved."""
    return {"visitors": 9_000.0, "cvr": 0.03, "aov": 44.0}, {
        "visitors": 7_000.0,
        "cvr": 0.05,
        "aov": 39.0,
    }


def is_simpson(draws):
    trials = []
    for seed in draws.seeds(5, "is_simpson"):
        rng = stream(seed, "devices")
        for kind in ("falls", "rises", "mixed", "mixed back", "plain"):
            week = _week(rng, kind)
            trials.append(
                gives(
                    "is_simpson",
                    (week,),
                    reference_simpson(week),
                    shown="is_simpson(two fresh weeks)",
                    hidden=True,
                    slips=checks.simpson_slips(),
                )
            )
    still = checks.devices(("desktop", 800, 32, 300, 12), ("phone", 200, 2, 900, 18))
    grown = checks.devices(
        ("app", 5_000, 250, 8_000, 480),
        ("desktop", 4_000, 200, 2_000, 120),
        ("phone", 1_000, 10, 6_000, 120),
    )
    tripled = checks.devices(
        ("desktop", 8_000, 400, 16_000, 832),
        ("phone", 1_000, 10, 7_500, 90),
        ("tablet", 1_000, 20, 6_500, 143),
    )
    return [
        fresh(trials, "Twenty-five fresh pairs of weeks: all right."),
        gives(
            "is_simpson",
            (backwards(checks.paradox_week()),),
            (True, "desktop"),
            hidden=True,
            core=False,
            slips=checks.simpson_slips(),
            shown="is_simpson(two weeks in which both devices fall and the total rises)",
            why="both devices fall, the total rises: desktop's share grew",
        ),
        gives(
            "is_simpson",
            (still,),
            (False, ""),
            shown="is_simpson(two weeks in which one device stands still)",
            hidden=True,
            core=False,
            why="desktop did not move, so not every segment rose",
        ),
        gives(
            "is_simpson",
            (backwards(still),),
            (False, ""),
            shown="is_simpson(the same two weeks, swapped)",
            hidden=True,
            core=False,
            why="desktop did not move, so not every segment fell",
        ),
        gives(
            "is_simpson",
            (grown,),
            (True, "phone"),
            shown="is_simpson(three segments, of which app is largest)",
            hidden=True,
            core=False,
            slips=checks.simpson_slips(),
            why="app has most sessions, phone grew most in share",
        ),
        gives(
            "is_simpson",
            (checks.small_and_large(),),
            (True, "phone"),
            shown="is_simpson(small_and_large)",
            hidden=True,
            core=False,
            why="the share of all sessions counts, not how many times a segment grew",
        ),
        gives(
            "is_simpson",
            (tripled,),
            (True, "phone"),
            shown="is_simpson(a shop whose sessions tripled)",
            hidden=True,
            core=False,
            slips=checks.simpson_slips(),
            why=(
                "desktop has 8,000 sessions more and a smaller share of all; phone's share grew"
                " most"
            ),
        ),
    ]


def backwards(weeks):
    """The same two weeks, the second first."""
    return weeks[["segment", "sessions1", "orders1", "sessions0", "orders0"]].set_axis(
        list(weeks.columns), axis=1
    )


def _week(rng, kind):
    """Two weeks of three devices of a given kind, far from every tie."""
    names = [str(name) for name in rng.permutation(["desktop", "phone", "tablet"])]
    high, low, middle = (
        float(rng.uniform(0.05, 0.07)),
        float(rng.uniform(0.008, 0.015)),
        float(rng.uniform(0.02, 0.03)),
    )
    rates = np.array([high, low, middle])
    before, after = (
        np.array([12_000, 4_000, 2_500]),
        np.array([3_000, 14_000, 3_000]) * int(rng.integers(1, 4)),
    )
    change = [1.2, 0.8, 1.15] if kind.startswith("mixed") else [1.2, 1.25, 1.15]
    if kind == "plain":  # everything rises and so does the total
        after = before * int(rng.integers(1, 4)) + np.array([0, 0, 700])
    orders = (
        np.round(before * rates).astype(int),
        np.round(after * rates * np.array(change)).astype(int),
    )
    rows = list(
        zip(
            names,
            before.tolist(),
            orders[0].tolist(),
            after.tolist(),
            orders[1].tolist(),
            strict=True,
        )
    )
    if kind in ("rises", "mixed back"):  # the same weeks, read backwards
        return backwards(checks.devices(*rows))
    return checks.devices(*rows)


def reference_simpson(df):
    """Segment by segment, in whole numbers: a/b < c/d where a*d < c*b."""
    moved = {
        int(np.sign(row.orders1 * row.sessions0 - row.orders0 * row.sessions1))
        for row in df.itertuples()
    }
    s0, o0, s1, o1 = (
        int(df[name].sum()) for name in ("sessions0", "orders0", "sessions1", "orders1")
    )
    total = int(np.sign(o1 * s0 - o0 * s1))
    if moved not in ({1}, {-1}) or total not in (1, -1) or moved == {total}:
        return (False, "")
    growth = {row.segment: row.sessions1 * s0 - row.sessions0 * s1 for row in df.itertuples()}
    return (True, max(growth, key=growth.get))


def fix_two(draws):
    return [hidden_decision("fix_two", Scenario(), draws, baseline, expert)]


def baseline(funnel, peers, cost):
    """The two lowest step rates."""
    rate = funnel["passed"] / funnel["users"]
    return funnel.loc[rate.sort_values(kind="stable").index[:2], "id"].tolist()


def expert(funnel, peers, cost):
    """Dollars of a quarter from closing 40% of the gap to what the panel is believed to show, less
    the repair.
    """
    table = funnel.merge(peers, on="id").merge(cost, on="id")
    rate = table["passed"] / table["users"]
    orders = table.groupby("segment")["passed"].transform("last")
    trust = table["shops"] / (table["shops"] + 16)
    believed = table["usual_rate"] + trust * (table["peer_rate"] - table["usual_rate"])
    gap = (believed - rate).clip(lower=0)
    score = 13 * 0.4 * gap / rate * orders * table["margin"] - table["cost"]
    best = table.assign(score=score).sort_values("score", ascending=False).head(2)
    return best.loc[best["score"] > 0, "id"].tolist()


def debrief():
    """What a learner may read after submission: the expert on practice shop 0, as Markdown."""
    scenario = Scenario()
    seen = scenario.observe(0)
    table = (
        seen["funnel"].merge(seen["peers"], on="id").merge(seen["cost"], on="id").set_index("id")
    )
    table["rate"] = table["passed"] / table["users"]
    chosen = expert(**seen)
    shown = [*chosen, *[each for each in baseline(**seen) if each not in chosen]]
    rows = "\n".join(
        f"| {each} | {table.loc[each, 'rate']:.1%} | {table.loc[each, 'peer_rate']:.1%}"
        f" ({table.loc[each, 'shops']} shops) | ${table.loc[each, 'cost']:,.0f} |"
        f" ${scenario.value(0, [each]):,.0f} | {'expert' if each in chosen else 'lowest rate'} |"
        for each in shown
    )
    values = practice_values(checks.SLUG)
    earned, first = values["expert"], values["baseline"]
    return (
        "The expert turns a gap into dollars before comparing it with anything, and believes a"
        " small panel only in part:\n\n```python\n"
        + EXPERT_CODE
        + "```\n\nOn practice shop 0 (earned: what that repair alone brings in a quarter, after its"
        " cost):\n\n| Step | Rate | Peers | Cost | Earned | Chosen by |\n| --- | --- | --- | ---"
        " | --- | --- |\n"
        + rows
        + f"\n\nOn the {len(earned)} practice shops it earns ${sum(earned) / len(earned):,.0f} a quarter; repairing"
        f" the two lowest rates earns ${sum(first) / len(first):,.0f}. The lowest rate is low everywhere:"
        " carts are always the narrowest step. What counts is who does better, by how much, and"
        " for how many orders.\n\nA written answer that earned 2 of 2: " + MODEL_ANSWERS[2.0]
    )


EXPERT_CODE = inspect.getsource(expert).replace("def expert(", "def fix_two(")

MODEL_ANSWERS = {
    0.5: "Conversion fell by 0.3 points because of the new checkout. We should roll it back.",
    1.5: (
        "GMV rose by 4.6%: more sessions brought about $5,600, a lower conversion took about $3,500"
        " and smaller baskets $600. Every device converts better than last week; the total fell"
        " because phones went from 38% to 57% of sessions. The risk of doing nothing is that phone"
        " visitors stay at 1.7%."
    ),
    2.0: (
        "CVR fell from 3.10% to 2.76% (2.56% to 2.97% by 24,000 sessions), and no device is worse:"
        " desktop went from 4.3% to 4.5%, phone from 1.6% to 1.7%, both within luck. Phones went from"
        " 38% to 57% of sessions, because the video campaign is watched on phones; that mix alone"
        " would have meant 2.61%. I would leave the new checkout alone. Guardrail: contribution per"
        " session, since phone baskets are smaller. If phone conversion within the campaign's own"
        " sessions is lower than before, I am wrong, and the page on the phone is next."
    ),
}
