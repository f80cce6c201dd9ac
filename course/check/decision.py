"""Decisions scored by what they earn: g = (learner - baseline) / (expert - baseline).

Sums run over draws with common random numbers. A draw on which the policy fails counts as
V_base - 0.25 (V_expert - V_base), or what the scenario's `PENALTY` says in place of 0.25. The
points are clip(g / G_FULL, 0, 1) of the maximum, on the practice draws that a learner sees as on the
hidden ones.
"""

import json
from functools import cache, partial
from importlib.resources import files

import numpy as np

from course.check.draws import earn, practice_seeds
from course.check.findings import Check, Finding
from course.check.learner import Stumble
from course.check.numbers import amount, short_of

FAILURE_PENALTY = 0.25
# Practice draws that are run where hidden draws measure the same: enough for a picture.
PICTURED = 5
# The range that is shown holds the points of this share of fresh batches, as far as the practice
# draws can tell.
RANGE_LEVEL, RANGE_TRIES = 0.95, 2_000
# A policy has a known mistake if it earns what the mistake earns, within this share of the mean
# distance between baseline and expert, on this share of the draws.
SLIP_WITHIN, SLIP_DRAWS = 0.02, 0.9


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


def failed_draw(scenario, low, high):
    """What a draw counts on which a policy fails; baseline and expert earn `low` and `high` on it."""
    return low - getattr(scenario, "PENALTY", FAILURE_PENALTY) * (high - low)


def run_draws(scenario, seeds, low_values, high_values, run):
    """(earned, problem): what `run(seed)` gives on each seed, and the first problem in words.

    Where it stumbles the draw counts as worse than the baseline.
    """
    earned, problem = [], ""
    for seed, low, high in zip(seeds, low_values, high_values, strict=True):
        try:
            earned.append(float(run(seed)))
        except Stumble as stumble:
            earned.append(failed_draw(scenario, low, high))
            problem = problem or str(stumble)
    return earned, problem


def practice(name, scenario, values, tell=None):
    """Visible: the policy runs on the practice draws; shows it beside baseline and expert.

    `values` is the lesson's practice.json, {"baseline": [...], "expert": [...]}, and perhaps
    {"slips": {sentence: [...]}}, what known mistakes earn. `tell(learner)`, where given, is a
    sentence on a policy below full points, or "". The share is what these draws are worth; at
    grading, where hidden draws decide, it only draws the picture.
    """

    def run(learner, count):
        seeds = practice_seeds(scenario)[:count]
        low, high = values["baseline"][:count], values["expert"][:count]
        earned, problem = run_draws(
            scenario, seeds, low, high, lambda seed: run_policy(learner, name, scenario, seed)
        )
        slips = {said: each[:count] for said, each in values.get("slips", {}).items()}
        said = known_slip(earned, low, high, slips, scenario)
        short = points_share(score_g(earned, low, high), scenario) < 1.0
        if tell and short and not (said or problem):
            said = tell(learner)
        return practice_finding(name, scenario, earned, low, high, problem, said)

    def first_call():
        first = practice_seeds(scenario)[0]
        if hasattr(scenario, "glimpse"):  # one of several rounds
            observed = scenario.glimpse(first)
        elif hasattr(scenario, "observe"):
            observed = scenario.observe(first)
        else:
            return ()
        return ((f"{name}({', '.join(observed)})", tuple(observed.values())),)

    count = len(practice_seeds(scenario))
    return Check(partial(run, count=count), brief=partial(run, count=PICTURED), calls=first_call)


def practice_finding(name, scenario, earned, low, high, problem="", said=""):
    """What the practice draws say of a policy that earned `earned`, beside baseline `low` and
    expert `high`; `said` is one more sentence.
    """
    g = score_g(earned, low, high)
    share = points_share(g, scenario)
    least, most = fresh_range(earned, low, high, scenario)
    mean = sum(earned) / len(earned)
    failed = sum(
        value == failed_draw(scenario, bottom, top)
        for value, bottom, top in zip(earned, low, high, strict=True)
    )
    sentence = (
        f"On {len(earned)} practice draws `{name}` earns {amount(mean)} {scenario.UNIT} on average:"
        f" g = {short_of(g, scenario.G_FULL, 2)}, where 0 is the baseline and 1 the expert. Full"
        f" points from g = {scenario.G_FULL}; below that they grow with g, and at 0 there are none."
    )
    if problem:
        sentence = f"{problem} {_draws_failed(failed, len(earned))} {sentence}"
    return Finding(
        share,
        f"{sentence} {said}".rstrip(),
        gate=0.0 if failed == len(earned) else 1.0,
        chart=tuple(
            (f"draw {number}", mine, base, top)
            for number, (mine, base, top) in enumerate(zip(earned, low, high, strict=True))
        ),
        unit=scenario.UNIT,
        g=g,
        low=least,
        high=most,
    )


def known_slip(earned, low, high, slips, scenario):
    """The sentence of the one known mistake that earns what this policy earns; "" where none does,
    or where the policy has full points.
    """
    if points_share(score_g(earned, low, high), scenario) >= 1.0:
        return ""
    gap = SLIP_WITHIN * (sum(high) - sum(low)) / len(earned)
    said = [
        sentence
        for sentence, known in slips.items()
        if sum(abs(one - other) <= gap for one, other in zip(earned, known, strict=True))
        >= SLIP_DRAWS * len(earned)
    ]
    return said[0] if len(said) == 1 else ""


def _draws_failed(failed, count):
    which = "on every draw" if failed == count else f"on {failed} of {count} draws"
    return f"That happens {which}, and such a draw counts as worse than the baseline."


def practice_values(lesson):
    """{"baseline": [...], "expert": [...]} of the lesson's practice draws, made by `course
    release`.
    """
    return json.loads(
        files(f"course.lessons.{lesson}").joinpath("practice.json").read_text(encoding="utf-8")
    )


def hidden(name, scenario, draws, baseline, expert):
    """Hidden: points = clip(g / G_FULL, 0, 1) of them, on draws nobody has seen."""
    # policies get copies
    observe = cache(scenario.observe) if hasattr(scenario, "observe") else None

    def run(learner):
        seeds, low, high = draws.reference(scenario, baseline, expert)
        earned, problem = run_draws(
            scenario,
            seeds,
            low,
            high,
            lambda seed: run_policy(learner, name, scenario, seed, observe),
        )
        g = score_g(earned, low, high)
        return Finding(
            points_share(g, scenario),
            f"On {len(seeds)} fresh draws `{name}` earns g ="
            f" {short_of(g, scenario.G_FULL, 2)}; full points from"
            f" {scenario.G_FULL}. {problem}".rstrip(),
            g=g,
        )

    return Check(run)


def score_g(earned, baseline, expert):
    """g of summed values; 0 is the baseline, 1 the expert, negative is worse than the baseline."""
    return (sum(earned) - sum(baseline)) / (sum(expert) - sum(baseline))


def points_share(g, scenario):
    """The share of the points that a gain of `g` earns."""
    share = g / scenario.G_FULL
    return min(1.0, share) if share > 0.0 else 0.0  # NaN is no gain


def fresh_range(earned, baseline, expert, scenario):
    """(low, high): the shares of the points that a batch of fresh draws may give to such a policy.

    Bootstrap over draws (Efron, 1979), twice: once for what the practice draws tell of the policy,
    once for the luck of the fresh batch.
    """
    earned, baseline, expert = map(np.asarray, (earned, baseline, expert))
    rng = np.random.default_rng(0)

    def resampled(size):
        rows = rng.integers(0, len(earned), (RANGE_TRIES, size))
        gain = (expert - baseline)[rows].sum(axis=1)
        return (earned - baseline)[rows].sum(axis=1) / np.where(gain > 0, gain, np.nan)

    g = score_g(earned, baseline, expert)
    likely = g + (resampled(len(earned)) - g) + (resampled(scenario.DRAWS) - g)
    outside = (1.0 - RANGE_LEVEL) / 2
    low, high = np.nanquantile(likely, [outside, 1.0 - outside])
    return points_share(float(low), scenario), points_share(float(high), scenario)
