"""Answers of the lesson: hidden checks, baseline, expert and keys. Never shipped to learners."""

import inspect
import math

import numpy as np
import statsmodels.api as sm
from scipy.stats import poisson

from course.check import fresh, gives, mapping, relates
from course.check.decision import hidden as hidden_decision
from course.check.decision import practice_values
from course.lessons.community_operation import checks
from course.lessons.community_operation.bank import GIVEN, HINTS, STAGES
from course.lessons.community_operation.practice_shop import chat, waitlist
from course.lessons.community_operation.scenario import Scenario

STAGE_KEY = {
    "A member posts another's phone number: delete it, write to both.": "moderate",
    "An invitation by mail to those who asked support three times about baking.": "recruit",
    "At 500 members: one group for beginners, one for bakers.": "close",
    "Photos of failures welcome: Friday is burnt-bread day.": "spark",
    "Pre-order for the new pan, members first, with price and stock.": "trade",
    "Private message on day one: how to mute, where to find recipes.": "welcome",
}


def stage(draws):
    reasons = {text: HINTS[name] for text, name in STAGE_KEY.items()}
    return [
        mapping(
            "stage",
            STAGE_KEY,
            set(STAGES),
            tiers=[(1.0, 1.0), (0.8, 0.5)],
            reasons=reasons,
            given=GIVEN,
        )
    ]


def active_rate(draws):
    trials = []
    for seed in draws.seeds(5, "chat"):
        case = chat(seed)
        trials.append(
            gives(
                "active_rate",
                case,
                reference_activity(*case),
                shown="active_rate(four fresh weeks of 75 members)",
                hidden=True,
                slips=checks.active_slips(),
            )
        )
    table, _ = checks.tiny_chat()
    monologue = table.assign(member=1, reply_to=0)
    return [
        fresh(trials, "Five fresh groups of 75 members: all right."),
        gives(
            "active_rate",
            (monologue, 25),
            {"active_rate": 0.04, "reply_rate": 0.0, "top_tenth": 1.0},
            shown="active_rate(one member talks, 25 members)",
            hidden=True,
            core=False,
            why="one of 25 spoke, nobody answered; a tenth of 25 is 3 members, rounded up",
        ),
    ]


def reference_activity(table, members):
    """Message by message, in plain Python."""
    rows = list(table.itertuples())
    last = max(row.day for row in rows)
    answered = {row.reply_to for row in rows}
    counts = {}
    for row in rows:
        counts[row.member] = counts.get(row.member, 0) + 1
    top = sorted(counts.values(), reverse=True)[: math.ceil(members / 10)]
    return {
        "active_rate": len({row.member for row in rows if row.day > last - 7}) / members,
        "reply_rate": sum(row.message in answered for row in rows) / len(rows),
        "top_tenth": sum(top) / len(rows),
    }


def fill_prob(draws):
    trials = []
    for seed in draws.seeds(8, "fill"):
        rng = np.random.default_rng(int(seed[:8], 16))
        case = (int(rng.integers(2, 9)), round(float(rng.uniform(0.2, 6)), 2))
        trials.append(
            gives(
                "fill_prob",
                case,
                float(poisson.sf(case[0] - 2, case[1])),
                shown=f"fill_prob{case}",
                hidden=True,
                slips=checks.fill_slips(),
            )
        )
    return [
        fresh(trials, "Eight fresh groups: all as scipy's Poisson distribution has it."),
        gives(
            "fill_prob",
            (1, 0.7),
            1.0,
            shown="fill_prob(a group of one)",
            hidden=True,
            core=False,
            why="nobody else is needed: 1",
        ),
        gives(
            "fill_prob",
            (4, 0.0),
            0.0,
            shown="fill_prob(nobody is told)",
            hidden=True,
            core=False,
            why="with no joins at all it never fills",
        ),
        relates(
            "fill_prob",
            [(3, 2.0), (4, 2.0), (5, 2.0)],
            lambda three, four, five: three > four > five,
            "A larger group fills less often.",
        ),
    ]


def group_effect(draws):
    trials = []
    for seed in draws.seeds(5, "waitlist"):
        table = waitlist(seed)
        trials.append(
            gives(
                "group_effect",
                (table,),
                reference_effect(table),
                shown="group_effect(300 fresh people)",
                hidden=True,
                slips=checks.effect_slips(),
            )
        )
    return [
        fresh(
            trials,
            "Five fresh lots of 300 people: effect and range are those of a regression with robust"
            " errors (statsmodels, HC2).",
        ),
        relates(
            "group_effect",
            [
                (checks.tiny_waitlist(),),
                (checks.tiny_waitlist().assign(after=lambda d: d["after"] + 7),),
            ],
            lambda one, other: np.allclose(one, other),
            "If everybody spends seven dollars more, nothing changes.",
        ),
    ]


def reference_effect(table):
    """Change on having joined, ordinary least squares with HC2 errors."""
    fit = sm.OLS(
        (table["after"] - table["before"]).to_numpy(),
        sm.add_constant(table["joined"].to_numpy(dtype=float)),
    ).fit(cov_type="HC2")
    return (
        float(fit.params[1]),
        float(fit.params[1] - 1.96 * fit.bse[1]),
        float(fit.params[1] + 1.96 * fit.bse[1]),
    )


def ladder(draws):
    return [hidden_decision("ladder", Scenario(), draws, baseline, expert)]


def baseline(tests, offer):
    """Two friends, 10% off, as everybody does it."""
    return 2, 0.1


def expert(tests, offer):
    """Fit how joins grow with the discount, then try all sizes and discounts."""
    slope, level = np.polyfit(tests["depth"], np.log(tests["joined"] / tests["told"]), 1)
    alone = offer["alone"] * offer["price"] * offer["margin"]

    def earned(size, depth):
        fill = poisson.sf(size - 2, offer["friends"] * min(1.0, np.exp(level + slope * depth)))
        full = (
            size * offer["price"] * (offer["margin"] - depth)
            + (size - 1) * offer["share_new"] * offer["new_value"]
        )
        return (fill * full + (1 - fill) * alone) / (1 + np.exp(2.2 - 9 * depth))

    return max(
        ((size, percent / 100) for size in range(2, 9) for percent in range(0, 41, 2)),
        key=lambda terms: earned(*terms),
    )


def debrief():
    """What a learner may read after submission: the expert's groups in the practice offers, as
    Markdown.
    """
    scenario, values = Scenario(), practice_values(checks.SLUG)
    rows = []
    for seed, low, high in zip(range(5), values["baseline"], values["expert"], strict=False):
        seen = scenario.observe(seed)
        size, depth = expert(**seen)
        slope, level = np.polyfit(
            seen["tests"]["depth"], np.log(seen["tests"]["joined"] / seen["tests"]["told"]), 1
        )
        rows.append(
            f"| {seed} | {seen['offer']['margin']:.0%} | {seen['offer']['friends']:.1f} |"
            f" {np.exp(level):.0%} × e^({slope:.1f} × discount) | {size} at {depth:.0%} |"
            f" {low:,.0f} | {high:,.0f} |"
        )
    return (
        "The expert fits the joins and tries 147 offers:\n\n```python\n"
        + EXPERT_CODE
        + "```\n\nThe first five practice offers, in dollars from 1,000 visitors:\n\n"
        "| Offer | Margin | Friends | Joins | Group | 2 at 10% | Expert |\n"
        + "| --- " * 7
        + "|\n"
        + "\n".join(rows)
        + "\n\nThe margin sets how deep, the number of friends who would join sets how large. A"
        " group that does not fill is a promise that was not kept, to the starter and to each"
        " friend who had joined.\n\nA written answer that earned 2 of 2: " + MODEL_ANSWERS[2.0]
    )


EXPERT_CODE = inspect.getsource(expert).replace("def expert(", "def ladder(")

MODEL_ANSWERS = {
    0.5: "Be nice to each other. Bad posts are deleted.",
    1.5: (
        "No private data, no links to other shops, no attacks. A reported message is looked at"
        " within an hour; first a note, then a week, then out. About 2 of 100 messages will be"
        " reported. Risk: critics are silenced."
    ),
    2.0: (
        "Three rules: nobody's private data, no attacks, no selling. A report is answered within an"
        " hour; first a private note, then a week's pause, then out, each with a reason and a way"
        " to object to somebody else. Criticism of the shop stays. Why: people leave when rules"
        " seem to serve the shop, and the talkative tenth writes most, so one quarrel drives off"
        " many silent readers. In four weeks 6 of 305 messages were reported, 2% (0.9% to 4.2%); we"
        " expect no more. Guardrails: members who"
        " leave within a day of a deletion below 1%, objections upheld below one in five. Above"
        " that the rules are put to the members again."
    ),
}
