"""Answers of the lesson: hidden checks, baseline, expert and keys. Never shipped to learners."""

import inspect

import numpy as np
import statsmodels.api as sm

from course.check import fresh, gives, mapping, relates
from course.check.decision import hidden as hidden_decision
from course.check.decision import practice_values
from course.lessons.new_media_operation import checks
from course.lessons.new_media_operation.bank import GIVEN, HINTS, METRICS
from course.lessons.new_media_operation.practice_shop import live_sessions, two_towns
from course.lessons.new_media_operation.scenario import POSTS, SLOTS, Scenario
from course.market.posting import responses

METRIC_KEY = {
    "Half of the listeners stop at minute nine.": "completion",
    "The host sold 380 coats in two hours.": "sales",
    "The number of questions under the post doubled.": "engagement",
    "Two thirds of the town's phones met it this week.": "reach",
    "Unfollowed: 60; new: 75.": "followers",
    "We drew lots which half saw the ad; that half ordered 2% more.": "incremental",
}


def metric(draws):
    reasons = {text: HINTS[name] for text, name in METRIC_KEY.items()}
    return [
        mapping(
            "metric",
            METRIC_KEY,
            set(METRICS),
            tiers=[(1.0, 1.0), (0.8, 0.5)],
            reasons=reasons,
            given=GIVEN,
        )
    ]


def gpm_live(draws):
    trials = []
    for seed in draws.seeds(5, "live"):
        table = live_sessions(seed)
        trials.append(
            gives(
                "gpm_live",
                (table,),
                reference_live(table),
                about=("gpm",),
                shown="gpm_live(20 fresh sessions)",
                hidden=True,
                slips=checks.live_slips(),
            )
        )
    back = checks.tiny_live().assign(refunded=[2000.0, 3000.0])
    return [
        fresh(trials, "Five fresh months of 20 live rooms: all right."),
        gives(
            "gpm_live",
            (back,),
            {"gpm": 0.0, "live_cvr": 0.02, "refund_rate": 1.0},
            about=("gpm",),
            shown="gpm_live(everything came back)",
            hidden=True,
            core=False,
            why="what came back was not sold",
        ),
        relates(
            "gpm_live",
            [
                (checks.tiny_live(),),
                (
                    checks.tiny_live().assign(
                        gmv=lambda d: 2 * d["gmv"], refunded=lambda d: 2 * d["refunded"]
                    ),
                ),
            ],
            lambda one, other: (
                np.isclose(2 * one["gpm"], other["gpm"])
                and np.isclose(one["refund_rate"], other["refund_rate"])
            ),
            "Twice the prices make twice the GPM and the same refund rate.",
        ),
    ]


def reference_live(table):
    """Added up session by session, in plain Python."""
    kept = views = viewers = orders = gmv = 0.0
    for row in table.itertuples():
        kept, views, viewers, orders, gmv = (
            kept + row.gmv - row.refunded,
            views + row.views,
            viewers + row.viewers,
            orders + row.orders,
            gmv + row.gmv,
        )
    return {
        "gpm": kept / (views / 1000),
        "live_cvr": orders / viewers,
        "refund_rate": (gmv - kept) / gmv,
    }


def greedy_schedule(draws):
    trials = []
    for seed in draws.seeds(6, "greedy"):
        first, fade = Scenario().truth(seed)
        case = (first.round(1), fade.round(3), int(10 + int(seed[:2], 16) % 30))
        trials.append(
            gives(
                "greedy_schedule",
                case,
                reference_schedule(*case),
                shown=f"greedy_schedule(twelve fresh slots, {case[2]} posts)",
                hidden=True,
                slips=checks.schedule_slips(),
            )
        )
    one = (np.array([50.0]), np.array([0.7]), 4)
    return [
        fresh(trials, "Six fresh weeks: no post could be moved for more."),
        gives(
            "greedy_schedule",
            one,
            [4],
            shown="greedy_schedule(a single slot, 4 posts)",
            hidden=True,
            core=False,
            why="there is nowhere else to go",
        ),
        gives(
            "greedy_schedule",
            (np.array([9.0, 5.0]), np.array([0.5, 0.5]), 0),
            [0, 0],
            shown="greedy_schedule(no posts)",
            hidden=True,
            core=False,
            why="none",
        ),
    ]


def reference_schedule(first, fade, posts):
    """The `posts` largest of all single posts' responses: since each slot's fall, that is the best
    week (Fox, 1966).
    """
    single = sorted(
        (-float(a * r**k), place)
        for place, (a, r) in enumerate(zip(first, fade, strict=True))
        for k in range(posts)
    )[:posts]
    return [sum(place == each for _, place in single) for each in range(len(first))]


def its(draws):
    trials = []
    for seed in draws.seeds(5, "towns"):
        case = two_towns(seed)
        trials.append(
            gives(
                "its",
                case,
                reference_its(*case),
                shown="its(40 fresh weeks)",
                hidden=True,
                slips=checks.its_slips(),
            )
        )
    town, other, start = checks.tiny_towns()
    return [
        fresh(trials, "Five fresh pairs of towns: effect and range are those of statsmodels."),
        relates(
            "its",
            [(town, other, start), (town, 3 * other + 100, start)],
            lambda one, other: np.allclose(one, other),
            "The other town may count otherwise: nothing changes.",
        ),
    ]


def reference_its(series, control, t0):
    """Segmented regression with a control series (Wagner and others, 2002), by statsmodels."""
    weeks = np.arange(len(series))
    fit = sm.OLS(series, np.column_stack([np.ones(len(series)), weeks, weeks >= t0, control])).fit()
    return (
        float(fit.params[2]),
        float(fit.params[2] - 1.96 * fit.bse[2]),
        float(fit.params[2] + 1.96 * fit.bse[2]),
    )


def schedule(draws):
    return [hidden_decision("schedule", Scenario(), draws, baseline, expert)]


def baseline(history):
    """The same everywhere: two posts each, and the four left over in the first slots of
    the week.
    """
    return [3] * 4 + [2] * 8


def expert(history):
    """Post after post, each where the next one brings most by last month's numbers (Fox, 1966)."""
    first, fade = history["first"].to_numpy(), history["fade"].to_numpy()
    posts = np.zeros(len(first), dtype=int)
    for _ in range(28):
        posts[np.argmax(first * fade**posts)] += 1
    return [int(each) for each in posts]


def debrief():
    """What a learner may read after submission: the expert's week in practice month 0, as
    Markdown.
    """
    scenario, values = Scenario(), practice_values(checks.SLUG)
    history, (first, fade) = scenario.observe(0)["history"], scenario.truth(0)
    week = expert(history)
    rows = "\n".join(
        f"| {name} | {seen.first:.0f} × {seen.fade:.2f}^k | {a:.0f} × {r:.2f}^k | {count} |"
        f" {responses(a, r, count):.0f} |"
        for name, seen, a, r, count in zip(
            SLOTS, history.itertuples(), first, fade, week, strict=True
        )
    )
    return (
        f"The expert places {POSTS} posts one after the other:\n\n```python\n"
        + EXPERT_CODE
        + "```\n\nPractice month 0:\n\n| Slot | Last month | True | Posts | Responses |\n"
        + "| --- " * 5
        + "|\n"
        + rows
        + f"\n\nEven posting brings {values['baseline'][0]:,.0f} responses, this week"
        f" {values['expert'][0]:,.0f}. A slot with a lower first post and a slow fade takes more"
        ' posts than the "best hour".\n\nA written answer that earned 2 of 2: ' + MODEL_ANSWERS[2.0]
    )


EXPERT_CODE = inspect.getsource(expert).replace("def expert(", "def schedule(")

MODEL_ANSWERS = {
    0.5: "You won't BELIEVE these five knives!!!",
    1.5: (
        "1. 'Sharpen a knife in 60 seconds: the coin trick'. 2. 'Which of our three knives do cooks"
        " take home?' 3. 'Left-handed scissors, tested by twelve left-handers'. 4. 'What we do with"
        " your old pan'. 5. 'Two mistakes that ruin a wooden board'. Tested on half the list each."
    ),
    2.0: (
        "1 'Sharpen a knife in 60 seconds with a cup's rim' (home cooks; shown in the film). 2"
        " 'Twelve left-handers tested our scissors: 9 keep them' (true count). 3 'Your board"
        " cracks? It is the dishwasher'. 4 'We take old pans back: what happens to them'. 5 'This"
        " knife is too heavy for some: try it first'. One promise each, kept in the first lines."
        " Why: a title that names whom it is for loses views and wins readers. Today 12% of"
        " readers get to the end (10.6% to 13.5%); I expect more, of fewer. Guardrails: unfollows"
        " per post below 0.2%. If after 2,000 opens that share is not above 13.5%, back to the old"
        " ones."
    ),
}
