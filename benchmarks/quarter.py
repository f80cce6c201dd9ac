"""What the quarter's levers are worth, and who earns what: `python benchmarks/quarter.py` writes the
section "Measured" of docs/quarter.md. About ten minutes.

The seeds, random settings and exploits are those of tests/test_quarter.py, which holds what is asked.
Times depend on the machine; of them only the ratio of two kinds of quarter goes into the page.
"""

import re
import sys
import time
from functools import cache
from pathlib import Path

import ready

ready.packages("numpy", "pandas", "pytest")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import numpy as np

from course.check.decision import score_g
from course.lessons.capstone_quarter.answers import EXPERTS, expert, novice
from course.market.quarter import PLUGS, baseline, chain, play
from tests.test_quarter import EXPLOITS, FEW, SEEDS, random_policy

PAGE = ROOT / "docs" / "quarter.md"
SECTION = re.compile(r"(?<=## Measured\n\n).*?(?=\n## )", re.DOTALL)
BATCH, BATCHES, RANDOM, RANDOM_SEEDS = 36, 2_000, 200, 3
THOUSAND = 1_000
HEAD = (
    "Made by `python benchmarks/quarter.py` on the seeds of `tests/test_quarter.py`, whose slow tests"
    " hold what is asked. g is the share of the expert's gain over the baseline.\n\n"
    "| What | Asked | Measured |\n| --- | --- | --- |\n"
)


played = cache(play)


def values(policy, seeds):
    """What `policy` earns on each seed, an array of $."""
    return np.array([played(policy, seed).value for seed in seeds])


def g(policy, seeds):
    """The policy's share of the expert's gain over the baseline."""
    return score_g(values(policy, seeds), values(baseline, seeds), values(expert, seeds))


def with_error(gains):
    """(mean, its standard error) of $ a quarter, in thousands."""
    return gains.mean() / THOUSAND, gains.std(ddof=1) / np.sqrt(len(gains)) / THOUSAND


def spread_of_batches(policy, seeds):
    """Standard deviation of g over batches of quarters, by the bootstrap."""
    low, high, mine = (values(each, seeds) for each in (baseline, expert, policy))
    places = np.random.default_rng(1).integers(len(seeds), size=(BATCHES, BATCH))
    return ((mine - low)[places].sum(axis=1) / (high - low)[places].sum(axis=1)).std()


def cost(policy, seeds):
    """Core seconds of a quarter."""
    begun = time.process_time()
    for seed in seeds:
        play(policy, seed)
    return (time.process_time() - begun) / len(seeds)


def rows():
    """(what, asked, measured) of the table."""
    every, few = SEEDS, FEW
    gain = values(expert, every) - values(baseline, every)
    mean, error = with_error(gain)
    yield (
        f"expert above baseline, {len(every)} quarters",
        "90%",
        f"{(gain > 0).mean():.0%}, by {mean:,.0f} thousand dollars (SE {error:,.0f})",
    )
    yield (
        f"novice (lessons 03, 05 to 08), {len(every)} quarters",
        "g from 0.2 to 0.4",
        f"{g(novice, every):.2f}",
    )
    yield (
        f"SD of the novice's g over batches of {BATCH} runs",
        "at most 0.08",
        f"{spread_of_batches(novice, every):.3f}",
    )
    found = [g(random_policy(number), every[:RANDOM_SEEDS]) for number in range(RANDOM)]
    yield (
        f"random settings, {RANDOM} policies on {RANDOM_SEEDS} quarters",
        "best below g = 0.3",
        f"best {max(found):.2f}",
    )
    earned = {name: g(policy, few) for name, policy in EXPLOITS.items()}
    best, worst = max(earned, key=earned.get), min(earned, key=earned.get)
    yield (
        f"{len(EXPLOITS)} exploits, {len(few)} quarters",
        "g below 0",
        f"{earned[best]:.3f} ({best}) to {earned[worst]:.2f} ({worst})",
    )
    broken = sum(bool(played(expert, seed).broken) for seed in every)
    yield "guardrails", "", f"the expert broke one in {broken} of {len(every)} quarters"
    quiet, asked = cost(baseline, few[:8]), cost(expert, few[:8])
    print(
        f"core seconds of a quarter: autopilot {quiet:.2f}, the lessons' experts {asked:.2f};"
        f" {BATCH} of the latter on two cores {BATCH * asked / 2:.0f} seconds",
        file=sys.stderr,
    )
    yield "time of a quarter with the experts, against autopilot", "", f"{asked / quiet:.0f} times"


def levers():
    """A sentence: what each lever alone earns."""
    few = FEW
    gains = {
        PLUGS[name].lever: with_error(
            values(chain({name: EXPERTS[name]}), few) - values(baseline, few)
        )
        for name in EXPERTS
    }
    first = sorted(gains, key=lambda lever: -gains[lever][0])
    said = ", ".join(
        f"`{lever}` {gains[lever][0]:,.0f} ({gains[lever][1]:,.0f})" for lever in first
    )
    alone = sum(mean for mean, _ in gains.values())
    together, _ = with_error(values(expert, few) - values(baseline, few))
    least = min(mean / error for mean, error in gains.values())
    return (
        f"Each lever alone, with its lesson's expert, {len(few)} quarters, thousand dollars a quarter"
        f" above the baseline (standard error): {said}. Each is at least {least:.1f} standard errors"
        f" above nothing. Their sum is {alone / together:.0%} of what the expert earns with all: the"
        " rest is that levers multiply.\n"
    )


if __name__ == "__main__":
    table = "".join("| " + " | ".join(row) + " |\n" for row in rows())
    page = PAGE.read_text(encoding="utf-8")
    assert SECTION.search(page), "docs/quarter.md has no section Measured"
    made = f"{HEAD}{table}\n{levers()}"
    PAGE.write_text(SECTION.sub(lambda _: made, page), encoding="utf-8")
    print(made)
