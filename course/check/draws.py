"""Which draws of the marketplace count, and what the baseline and expert earn on them.

Practice draws are the seeds 0 to 4. Hidden draws follow from a salt that only
the grader has; their baseline and expert values are computed once and lie
beside the salt. Without a salt file the public one serves those who learn alone.
"""

import hashlib
import json
import os
from pathlib import Path

PRACTICE = (0, 1, 2, 3, 4)
PUBLIC_SALT = "tideway-public"


def salt_file():
    """The grader's file: the environment's COURSE_SALT, else .salt.json beside the package."""
    return Path(os.environ.get("COURSE_SALT") or Path(__file__).resolve().parents[2] / ".salt.json")


def salt_text():
    """The salt file as it stands, or what serves where there is none."""
    try:
        return salt_file().read_text(encoding="utf-8")
    except FileNotFoundError:
        return json.dumps({"salt": PUBLIC_SALT, "values": {}})


def read_salt():
    """The salt file's content, {"salt": str, "values": {slug: {"baseline": [...], "expert":
    [...]}}}.
    """
    return json.loads(salt_text())


def draws(salt, slug, count):
    """`count` hidden seeds (str) for the lesson `slug`: the same for the same salt, whatever came
    before.
    """
    return [
        hashlib.sha256(f"{salt}/{slug}/{number}".encode()).hexdigest()[:32]
        for number in range(count)
    ]


class HiddenDraws:
    """What a hidden block receives: fresh seeds and the reference values that belong to them."""

    def __init__(self, slug):
        self._slug = slug
        self._salt = read_salt()
        self._references = {}

    def seeds(self, count, purpose=""):
        """`count` fresh seeds; another `purpose` gives others."""
        return draws(self._salt["salt"], f"{self._slug}/{purpose}", count)

    def reference(self, scenario, baseline, expert):
        """(seeds, baseline values, expert values) of the scenario's hidden draws.

        The kept values are used where the first draw still earns what they
        say. After a change of scenario or policy it does not, and all are
        computed again: slower, never wrong.
        """
        if scenario not in self._references:
            self._references[scenario] = self._reference(scenario, baseline, expert)
        return self._references[scenario]

    def _reference(self, scenario, baseline, expert):
        seeds = self.seeds(scenario.DRAWS, "decision")
        kept = self._salt["values"].get(self._slug)
        if kept and len(kept["baseline"]) == len(seeds):
            kept = (kept["baseline"], kept["expert"])
            if reference_values(scenario, baseline, expert, seeds[:1]) == (
                [kept[0][0]],
                [kept[1][0]],
            ):
                return seeds, *kept
        return seeds, *reference_values(scenario, baseline, expert, seeds)


def reference_values(scenario, baseline, expert, seeds):
    """What the policies `baseline` and `expert` earn on each seed: two lists of float."""
    return tuple(
        [earn(scenario, seed, lambda observed, policy=policy: policy(**observed)) for seed in seeds]
        for policy in (baseline, expert)
    )


def earn(scenario, seed, act, observe=None):
    """What a policy earns on one draw; `act(observation)` gives its action.

    Most scenarios ask once (`observe`, `value`); `observe` stands in for theirs
    where what it gives is known already. One of several rounds has
    `play(seed, act)` and asks as often as it needs.
    """
    if hasattr(scenario, "play"):
        return scenario.play(seed, act)
    return scenario.value(seed, act((observe or scenario.observe)(seed)))
