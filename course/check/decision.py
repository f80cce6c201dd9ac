"""Decisions scored by what they earn: g = (learner - baseline) / (expert - baseline).

Sums run over hidden draws with common random numbers. A draw on which the
policy fails counts as V_base - 0.25 (V_expert - V_base).
"""

import json
from functools import cache
from importlib.resources import files

from course.check.draws import PRACTICE, earn
from course.check.findings import Check, Finding
from course.check.learner import Stumble

FAILURE_PENALTY = 0.25


class InvalidAction(ValueError):
    """An action that the scenario's rules do not allow; the message gives the reason."""


def run_policy(learner, name, scenario, seed, observe=None):
    """What the learner's policy earns on one draw; `observe` as in `earn`. Raises NotAttempted or
    Stumble.
    """

    def act(observation):
        return learner.call(name, tuple(observation.values()), f"{name}({', '.join(observation)})")

    try:
        return earn(scenario, seed, act, observe)
    except InvalidAction as problem:
        raise Stumble(f"`{name}` gave an action that is not allowed: {problem}.") from None


def practice(name, scenario, values):
    """Visible: the policy runs on the five practice draws; shows it beside baseline and expert.

    `values` is the lesson's practice.json, {"baseline": [...], "expert": [...]}.
    """

    def run(learner):
        rows = [
            (f"draw {seed}", run_policy(learner, name, scenario, seed), base, expert)
            for seed, base, expert in zip(
                PRACTICE, values["baseline"], values["expert"], strict=True
            )
        ]
        g = score_g([row[1] for row in rows], values["baseline"], values["expert"])
        mean = sum(row[1] for row in rows) / len(rows)
        return Finding(
            1.0,
            f"On the five practice draws `{name}` earns"
            f" {mean:{',.0f' if abs(mean) >= 1000 else '.4g'}} {scenario.UNIT} on average: g ="
            f" {g:.2f} (0 is the baseline, 1 the expert; full points from {scenario.G_FULL}).",
            chart=tuple(rows),
            unit=scenario.UNIT,
        )

    return Check(run)


def practice_values(lesson):
    """{"baseline": [...], "expert": [...]} of the lesson's practice draws, made by `course
    release`.
    """
    return json.loads(
        files(f"course.lessons.{lesson}").joinpath("practice.json").read_text(encoding="utf-8")
    )


def hidden(name, scenario, draws, baseline, expert):
    """Hidden: points = clip(g / G_FULL, 0, 1) of them, on draws nobody has seen."""
    observe = (
        cache(scenario.observe) if hasattr(scenario, "observe") else None
    )  # policies get copies

    def run(learner):
        seeds, low_values, high_values = draws.reference(scenario, baseline, expert)
        earned, problem = [], ""
        for seed, low, high in zip(seeds, low_values, high_values, strict=True):
            try:
                earned.append(run_policy(learner, name, scenario, seed, observe))
            except Stumble as stumble:
                earned.append(low - FAILURE_PENALTY * (high - low))
                problem = problem or f" {stumble}"
        g = score_g(earned, low_values, high_values)
        share = min(1.0, max(0.0, g / scenario.G_FULL))
        return Finding(
            share,
            f"On {len(seeds)} fresh draws `{name}` earns g = {g:.2f}; full points from"
            f" {scenario.G_FULL}.{problem}",
        )

    return Check(run)


def score_g(earned, baseline, expert):
    """g of summed values; 0 is the baseline, 1 the expert, negative is worse than the baseline."""
    return (sum(earned) - sum(baseline)) / (sum(expert) - sum(baseline))
