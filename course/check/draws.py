"""Which draws of the marketplace count, and what the baseline and expert earn on them.

Practice draws are the seeds from 0 on, twenty where a scenario says no other number. Hidden
draws follow from a salt that only the grader has; their baseline and expert values are computed
once and lie beside the salt. Without a salt file the public one serves those who learn alone.
"""

import functools
import hashlib
import json
import os
from pathlib import Path

PRACTICE_DRAWS = 20
PUBLIC_SALT = "tideway-public"


class NoSalt(Exception):
    """The salt file that was asked for is missing or cannot be read; the message says so."""


_round = 0


def renew(number):
    """From now on this process uses the hidden draws of round `number`; 0 is the salt's own.

    Whoever hands in again, or ends the process that grades, meets other draws than before.
    """
    global _round
    _round = number


def salt_file():
    """The grader's file: the environment's COURSE_SALT, else .salt.json beside the package."""
    return Path(os.environ.get("COURSE_SALT") or Path(__file__).resolve().parents[2] / ".salt.json")


def is_public():
    """Whether there is no salt file, and none was asked for: everyone can work out the draws."""
    return not os.environ.get("COURSE_SALT") and not salt_file().exists()


def salt_text():
    """The salt of this round as JSON. Raises NoSalt where COURSE_SALT names a file that is not
    there: the public salt never takes its place.
    """
    if is_public():
        return _of_round(json.dumps({"salt": PUBLIC_SALT, "values": {}}), _round)
    try:
        return _of_round(salt_file().read_text(encoding="utf-8"), _round)
    except FileNotFoundError:
        raise NoSalt(
            f"the salt file {salt_file()} is missing. Copy it from where the lessons were released,"
            " or make one with `course release`."
        ) from None
    except (OSError, ValueError, KeyError, TypeError):
        raise NoSalt(
            f"the salt file {salt_file()} cannot be read. Copy it from where the lessons were"
            " released, or delete it and make one with `course release --new-salt`."
        ) from None


@functools.lru_cache(maxsize=8)
def _of_round(text, number):
    found = json.loads(text)
    if type(found["salt"]) is not str or type(found["values"]) is not dict:
        raise TypeError("not a salt")
    if number == 0:
        return text
    return json.dumps({"salt": f"{found['salt']}/round-{number}", "values": {}})


def read_salt():
    """The salt of this round, {"salt": str, "values": {slug: {"baseline": [...], "expert":
    [...]}}}. Raises NoSalt.
    """
    return json.loads(salt_text())


def practice_seeds(scenario):
    """The public seeds of a scenario: `PRACTICE_DRAWS` of its own, or twenty. Five are too few to
    tell a good policy from a lucky one.
    """
    return range(getattr(scenario, "PRACTICE_DRAWS", PRACTICE_DRAWS))


def draws(salt, slug, count):
    """`count` hidden seeds (str) for the lesson `slug`: the same for the same salt, whatever came
    before.
    """
    return [
        hashlib.sha256(f"{salt}/{slug}/{number}".encode()).hexdigest()[:32]
        for number in range(count)
    ]


class HiddenDraws:
    """What a hidden block receives: fresh seeds and the reference values that belong to them.

    They follow from the grader's salt, or from `salt` where one is given (str).
    """

    def __init__(self, slug, salt=None):
        self._slug = slug
        self._salt = read_salt() if salt is None else {"salt": salt, "values": {}}
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
    return policy_values(scenario, (baseline, expert), seeds)


def policy_values(scenario, policies, seeds):
    """What each of `policies` earns on each seed: a list of float a policy."""
    return tuple(
        [earn(scenario, seed, lambda observed, policy=policy: policy(**observed)) for seed in seeds]
        for policy in policies
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
