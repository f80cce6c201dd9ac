"""The kinds of checks. Each is a function of a Learner that returns one Finding."""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from course.check.learner import Learner, NotAttempted, call_text
from course.check.plain import describe_type, plain, show


@dataclass(frozen=True)
class Finding:
    """What one check found: `share` of it that is right (0 to 1) and the sentence about it.

    `chart` may hold a list of (label, learner, baseline, expert) for a picture.
    """

    share: float
    sentence: str
    chart: tuple = ()
    unit: str = ""

    @property
    def right(self):
        return self.share >= 1.0


@dataclass(frozen=True)
class Check:
    """A check to run. `core` checks carry the points; the others are edge cases."""

    run: object
    core: bool = True


@dataclass(frozen=True)
class Slip:
    """A known mistake: the value that it gives, or a function of the arguments that gives it."""

    gives: object
    sentence: str

    def matches(self, value, args, rtol, atol):
        wrong = self.gives(*args) if callable(self.gives) else self.gives
        return same(value, plain(wrong), rtol, atol)


def gives(
    name, args, want, *, shown=None, why="", slips=(), rtol=1e-6, atol=1e-9, hidden=False, core=True
):
    """Check that `name(*args)` equals `want`: exact type first, then values.

    `want` decides the type (float, int, str, set, dict, list, array,
    DataFrame). `why` names the case in words. A hidden check shows the
    learner's own value and never the wanted one.
    """
    text, want = shown or call_text(name, args), plain(want)

    def run(learner: Learner):
        value = learner.call(name, args, text)
        wrong_type = type_problem(value, want)
        if wrong_type:
            return Finding(0.0, f"`{text}` {wrong_type}")
        if same(value, want, rtol, atol):
            told = "" if isinstance(value, pd.DataFrame) else f" is {show(value)}"
            return Finding(1.0, f"`{text}`{told}" + (f": {why}." if why else "."))
        for slip in slips:
            if slip.matches(value, args, rtol, atol):
                return Finding(
                    0.0, f"`{text}` gave {show(value)}{_wanted(want, hidden)}. {slip.sentence}"
                )
        hint = _unit_slip(value, want) or (
            f"This case asks: {why}." if why else _FRESH_HINT if hidden else ""
        )
        return Finding(0.0, f"`{text}` gave {show(value)}{_wanted(want, hidden)}. {hint}".rstrip())

    return Check(run, core)


def fresh(checks, sentence):
    """Several checks as one core check: the first that fails speaks, else `sentence` sums up."""

    def run(learner: Learner):
        for check in checks:
            found = check.run(learner)
            if not found.right:
                return found
        return Finding(1.0, sentence)

    return Check(run)


def relates(name, calls, holds, sentence, *, core=False):
    """Check a property between several calls: `holds(*values)` must be true.

    `calls` is a list of argument tuples; `sentence` states the property and may
    use {0}, {1} for the learner's values.
    """

    def run(learner: Learner):
        values = [learner.call(name, args, f"{name}(...)") for args in calls]
        shown = sentence.format(*map(show, values))
        try:
            right = bool(holds(*values))
        except (TypeError, ValueError, KeyError, IndexError, AttributeError, ArithmeticError):
            right = False
        return Finding(
            float(right),
            shown if right else f"{shown} Yours gave {' and '.join(map(show, values))}.",
        )

    return Check(run, core)


def likely(name, args, best, log_likelihood, *, shown, within=0.5):
    """Check a fit by what it reaches: `name(*args)` gives as many positive numbers as `best`, and
    their likelihood comes near.

    `log_likelihood(parameters, *args)` scores them; `within` is how far below
    that of `best` they may stay. So any search that ends at the top is right.
    """

    def run(learner: Learner):
        value = learner.call(name, args, shown)
        if (
            type(value) is not tuple
            or len(value) != len(best)
            or not all(type(each) is float and 0 < each < math.inf for each in value)
        ):
            return Finding(
                0.0,
                f"`{shown}` gave {show(value)}; asked is a tuple of {len(best)} positive numbers.",
            )
        short = log_likelihood(best, *args) - log_likelihood(value, *args)
        # On both sides: rounding of huge parameters gives NaN, and sums far above the highest.
        if not abs(short) <= within:
            return Finding(
                0.0,
                f"`{shown}` stays {short:,.1f} below the highest log likelihood. Are the parameters"
                " of one case typed in?",
            )
        return Finding(1.0, f"`{shown}` reaches the highest log likelihood within {within:g}.")

    return Check(run)


def mapping(name, bank, legal, *, tiers=None, reasons=None, given=()):
    """Check a dictionary over a bank of items.

    Without `tiers` only its form: every item is there, every value is legal.
    With `tiers`, a list of (share right, share of points), its content against
    `bank`; then `reasons` gives one sentence an item.
    """

    def run(learner: Learner):
        answer = learner.value(name)
        if type(answer) is not dict:
            return Finding(0.0, f"`{name}` should be a dictionary; it is {describe_type(answer)}.")
        open_items = [item for item in bank if answer.get(item, "?") in ("?", "", None)]
        if len(open_items) >= len(bank) - len(given):
            raise NotAttempted(f"`{name}` still holds only question marks.")
        if open_items:
            return Finding(0.0, f"`{name}` has no answer yet for {_some(open_items)}.")
        illegal = [
            item for item in bank if type(answer[item]) is not str or answer[item] not in legal
        ]
        if illegal:
            return Finding(
                0.0,
                f"`{name}[{illegal[0]!r}]` is {show(answer[illegal[0]])}; choose one of"
                f" {', '.join(sorted(legal))}.",
            )
        if tiers is None:
            return Finding(1.0, f"All {len(bank)} items have a legal answer.")
        wrong = [item for item in bank if answer[item] != bank[item]]
        share = 1.0 - len(wrong) / len(bank)
        points = max((worth for least, worth in tiers if share >= least - 1e-9), default=0.0)
        sentence = f"{len(bank) - len(wrong)} of {len(bank)} are right."
        if wrong:
            sentence += (
                f" Look again at {wrong[0]!r}, which you called {answer[wrong[0]]!r}:"
                f" {reasons[wrong[0]]}"
            )
        return Finding(points, sentence)

    return Check(run)


def f1_by_code(name, cases, codes, tiers, *, slips=()):
    """Check a function that returns a set of codes, by F1 averaged over `codes`.

    `cases` is a list of (args, right set); `tiers` a list of (least mean F1,
    share of points), van Rijsbergen's F1 = 2TP / (2TP + FP + FN); a code that
    neither side ever names counts 1. `slips` maps "code missed" or "code too
    often" to a sentence.
    """

    def run(learner: Learner):
        hits = {code: [0, 0, 0] for code in codes}  # true positive, false positive, false negative
        example = ""
        for args, right in cases:
            found = learner.call(name, args, f"{name}(...)")
            if type(found) is not set:
                return Finding(
                    0.0,
                    f"`{name}` should give a set of codes, such as {{'LENGTH'}}; yours gave"
                    f" {show(found)}.",
                )
            for code in codes:
                got, wanted = code in found, code in right
                hits[code][0] += got and wanted
                hits[code][1] += got and not wanted
                hits[code][2] += wanted and not got
            if found != right and not example:
                example = f" On one of them yours gave {show(found)}."
        f1 = {
            c: 2 * tp / (2 * tp + fp + fn) if tp + fp + fn else 1.0
            for c, (tp, fp, fn) in hits.items()
        }
        mean = sum(f1.values()) / len(f1)
        points = max((worth for least, worth in tiers if mean >= least - 1e-9), default=0.0)
        sentence = f"Mean F1 over {len(codes)} codes and {len(cases)} fresh cases: {mean:.2f}."
        if points < 1.0:
            worst = min(f1, key=f1.get)
            way = "missed" if hits[worst][2] >= hits[worst][1] else "raised too often"
            sentence += (
                f" {worst} is {way} most.{example} {dict(slips).get((worst, way), '')}".rstrip()
            )
        return Finding(points, sentence)

    return Check(run)


def accuracy(name, cases, legal, tiers, *, slips=()):
    """Check a function that gives one label, by the share of `cases` that it gets right.

    `cases` is a list of (args, right label); `tiers` a list of (least share
    right, share of points). `slips` maps (right label, given label) to a sentence.
    """

    def run(learner: Learner):
        wrong = []
        for args, right in cases:
            found = learner.call(name, args, f"{name}(...)")
            if type(found) is not str or found not in legal:
                return Finding(
                    0.0, f"`{name}` gave {show(found)}; it should give one of {', '.join(legal)}."
                )
            if found != right:
                wrong.append((right, found))
        share = 1.0 - len(wrong) / len(cases)
        points = max((worth for least, worth in tiers if share >= least - 1e-9), default=0.0)
        sentence = f"{len(cases) - len(wrong)} of {len(cases)} fresh cases are right."
        if points < 1.0:
            common = max(set(wrong), key=wrong.count)
            sentence += (
                f" {wrong.count(common)} times yours said '{common[1]}'."
                f" {dict(slips).get(common, '')}".rstrip()
            )
        return Finding(points, sentence)

    return Check(run)


def same(value, want, rtol=1e-6, atol=1e-9):
    """Whether two plain values agree: numbers within tolerance, everything else exactly."""
    if isinstance(want, pd.DataFrame):
        return (
            isinstance(value, pd.DataFrame)
            and list(value.columns) == list(want.columns)
            and len(value) == len(want)
            and all(same(value[c].tolist(), want[c].tolist(), rtol, atol) for c in want.columns)
        )
    if isinstance(want, (np.ndarray, pd.Series)):
        return (
            isinstance(value, (np.ndarray, pd.Series, list))
            and np.shape(value) == np.shape(want)
            and same(np.asarray(value).tolist(), np.asarray(want).tolist(), rtol, atol)
        )
    if type(want) is float:
        if type(value) not in (int, float):
            return False
        if math.isnan(want) or math.isinf(want):
            return value == want or (math.isnan(want) and math.isnan(value))
        return math.isclose(value, want, rel_tol=rtol, abs_tol=atol)
    if type(want) in (list, tuple):
        return (
            type(value) is type(want)
            and len(value) == len(want)
            and all(map(lambda v, w: same(v, w, rtol, atol), value, want))
        )
    if type(want) is dict:
        return (
            type(value) is dict
            and value.keys() == want.keys()
            and all(same(value[k], want[k], rtol, atol) for k in want)
        )
    return type(value) is type(want) and value == want


def type_problem(value, want):
    """What is wrong with the type or shape of `value` beside `want`, in words; "" where nothing."""
    if value is None:
        return "gave None. Is there a `return` in every branch?"
    if isinstance(want, pd.DataFrame):
        if not isinstance(value, pd.DataFrame):
            return f"gave {describe_type(value)}, not a DataFrame."
        if list(value.columns) != list(want.columns):
            return (
                f"has the columns {list(value.columns)}; asked were {list(want.columns)}, in this"
                " order."
            )
        if len(value) != len(want):
            return f"has {len(value)} rows; asked were {len(want)}."
        return ""
    if isinstance(want, np.ndarray):
        if not isinstance(value, np.ndarray):
            return f"gave {describe_type(value)}, not a NumPy array."
        if value.shape != want.shape:
            return f"gave an array of shape {value.shape}; asked was {want.shape}."
        if value.dtype.kind not in "iufb":
            return f"gave an array of {value.dtype}, not of numbers."
        return "holds NaN (not a number)." if not np.isfinite(value.astype(float)).all() else ""
    if type(want) is float:
        if type(value) is bool or type(value) not in (int, float):
            return f"gave {show(value)}, which is {describe_type(value)}, not a number."
        return (
            "gave NaN (not a number). Was something divided by zero?"
            if math.isnan(value) and not math.isnan(want)
            else ""
        )
    if type(value) is not type(want):
        return f"gave {show(value)}, which is {describe_type(value)}, not {describe_type(want)}."
    return ""


_FRESH_HINT = "Is a number typed in that should be computed, or a rule of the question left out?"


def _unit_slip(value, want):
    if type(want) is float and type(value) in (int, float) and want and math.isfinite(want):
        if math.isclose(value, 100 * want, rel_tol=1e-3):
            return "That is a percentage; asked was a share between 0 and 1."
        if math.isclose(value, want / 100, rel_tol=1e-3):
            return "That is a hundredth of it; was a share divided by 100 once too often?"
    return ""


def _wanted(want, hidden):
    return (
        " on a case that you have not seen, and that is not right"
        if hidden
        else f"; it should be {show(want)}"
    )


def _some(items):
    return ", ".join(map(repr, items[:3])) + (
        f" and {len(items) - 3} more" if len(items) > 3 else ""
    )
