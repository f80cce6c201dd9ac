"""What every lever has in common, and the sentences with which a wrong action is refused."""

import math

import numpy as np

from course.market.policy import ActionError

ROUNDING = 1e-6  # of a limit


class Lever:
    """One lever of the quarter.

    `name`: its key in `actions`; `function`: the function of the operations map that holds it;
    `about`: what an action is and its range, a sentence; `changes`: how often a quarter it may be
    changed (None: every week); `lasts`: whether a setting stays in force (or is this week's only).
    `start` is last week's setting, `records` what tests and past weeks say: the very arguments of
    the lesson's function, a dict.
    """

    name = function = about = ""
    changes, lasts = None, True
    start, records = None, {}

    def check(self, action, now):
        """The `action` as plain data; `now` is the setting in force. Raises ActionError."""
        raise NotImplementedError

    def effect(self, action):
        """What the action does, in the unit that the class says. Never shown to a policy."""
        raise NotImplementedError

    def refuse(self, reason):
        """Raise ActionError: the lever, the reason, what is allowed."""
        raise ActionError(f"{self.name}: {reason}; it must be {self.about}")

    def number(self, value, low, high, of=""):
        """`value` as a float within its limits."""
        if (
            isinstance(value, bool)
            or not isinstance(value, (int, float, np.integer, np.floating))
            or not math.isfinite(value)
        ):
            self.refuse(f"{of or 'the value'} is {value!r:.60}, not a number")
        slack = ROUNDING * max(1.0, abs(low), abs(high))
        if not low - slack <= value <= high + slack:
            self.refuse(f"{of or 'the value'} is {value:g}, outside {low:g} to {high:g}")
        return float(min(max(value, low), high))

    def keys(self, value, allowed, whole=False):
        """`value` as a dict whose keys are `allowed`: all of them where `whole`."""
        if not isinstance(value, dict):
            self.refuse(f"{value!r:.60} is no dictionary")
        if odd := [key for key in value if key not in allowed]:
            self.refuse(f"there is no {odd[0]!r:.60}")
        if whole and len(value) != len(allowed):
            self.refuse(f"{len(value)} of {len(allowed)} are given")
        return value

    def subset(self, value, allowed, most):
        """`value` as a list of at most `most` different names out of `allowed`."""
        if isinstance(value, np.ndarray):
            value = value.tolist()
        if not isinstance(value, (list, tuple, set)):
            self.refuse(f"{value!r:.60} is no list")
        listed = sorted(value, key=str) if isinstance(value, set) else list(value)
        if odd := [each for each in listed if not _names(each) or each not in allowed]:
            self.refuse(f"there is no {odd[0]!r:.60}")
        if len(set(listed)) < len(listed):
            self.refuse("something stands in it twice")
        if len(listed) > most:
            self.refuse(f"{len(listed)} are given, and at most {most} are possible")
        return listed

    def counts(self, value, size, total):
        """`value` as `size` whole numbers, none below 0, that add up to `total`."""
        if isinstance(value, np.ndarray):
            value = value.tolist()
        if not isinstance(value, (list, tuple)) or len(value) != size:
            self.refuse(f"{value!r:.60} is no list of {size}")
        if not all(isinstance(each, int) and not isinstance(each, bool) for each in value):
            self.refuse("not all are whole numbers")
        if min(value) < 0 or sum(value) != total:
            self.refuse(f"they add up to {sum(value)}, or one is below 0")
        return list(value)


def _names(value):
    """Whether `value` may be a name or a number of something."""
    return isinstance(value, (str, int, np.integer)) and not isinstance(value, bool)
