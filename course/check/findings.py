"""The kinds of checks. Each is a function of a Learner that returns one Finding."""

import math
from dataclasses import dataclass, field, replace
from functools import cache

import pandas as pd

from course.check.compare import part, parts_of, same, specific, type_problem
from course.check.learner import Learner, call_text
from course.check.numbers import with_minus
from course.check.plain import plain, show


@dataclass(frozen=True)
class Finding:
    """What one check found: `share` of it that is right (0 to 1) and the sentence about it.

    `gate` is what the share counts as a visible check at grading, where it differs (a decision on
    practice draws is a picture there, not a condition). `rows` holds (right, text) for single
    items, `chart` (label, learner, baseline, expert) for a picture in `unit`; `g` and `low`, `high`
    the gain of a decision and the share of the points that fresh draws may give. `head` says in a
    few words what the notebook knows instead of points. `parts` names the parts of a table or
    dictionary as (name, right, whether the exercise is about it). `suspects` tells for each known slip
    whether the value is the one that it gives, `telling` whether such a value is unlikely to come
    about in another way, `hint` what to say where no slip is sure. `broken` marks a check that
    could not read the value: ours to mend.
    """

    share: float
    sentence: str
    gate: float | None = None
    rows: tuple = ()
    chart: tuple = ()
    unit: str = ""
    head: str = ""
    g: float | None = None
    low: float | None = None
    high: float | None = None
    parts: tuple = ()
    suspects: dict = field(default_factory=dict)
    telling: bool = True
    hint: str = ""
    broken: bool = False

    def __post_init__(self):
        object.__setattr__(self, "sentence", with_minus(self.sentence))

    @property
    def right(self):
        return self.share >= 1.0

    @property
    def opens(self):
        """How far the gate of the hidden checks is open: 0 is shut."""
        return self.share if self.gate is None else self.gate


@dataclass(frozen=True)
class Check:
    """A check to run. `core` checks carry the points; the others are edge cases.

    Among the visible checks all shut the gate, but for an `edge`: it costs as much as a hidden edge
    case does, and is said on the screen.

    `brief` is what runs instead where a hidden check measures the same on more cases. `calls` is
    what the learner's function will get: a tuple of (how the call is written, arguments), or a
    function that makes it.
    """

    run: object
    core: bool = True
    brief: object = None
    calls: tuple = ()
    edge: bool = False


@dataclass(frozen=True)
class Slip:
    """A known mistake: the value that it gives, or a function of the arguments that gives it."""

    gives: object
    sentence: str

    def value(self, args):
        """What someone with this mistake gets for `args`; None where it cannot be carried out."""
        try:
            return plain(self.gives(*args) if callable(self.gives) else self.gives)
        except Exception:  # a mistaken formula may fail on an edge case
            return None


@dataclass(frozen=True)
class Case:
    """One call that a learner's function is tried on: arguments and what it should give."""

    args: tuple
    want: object
    shown: str = None
    why: str = ""


def cases(name, tried, slips=(), **how):
    """One check for each Case in `tried`, and slips that are known in several of them.

    `slips` is a list of (sentence, values), with one value for each case; `...` where the mistake
    does not show. A slip is only said where the learner's values match it in two cases.
    """
    checks = []
    for place, case in enumerate(tried):
        known = [
            Slip(values[place], sentence)
            for sentence, values in slips
            if place < len(values) and values[place] is not ...
        ]
        checks.append(
            gives(name, case.args, case.want, shown=case.shown, why=case.why, slips=known, **how)
        )
    return checks


def gives(
    name,
    args,
    want,
    *,
    shown=None,
    why="",
    slips=(),
    rtol=1e-6,
    atol=1e-9,
    hidden=False,
    core=True,
    edge=False,
    about=(),
    whole=False,
    codes=(),
):
    """Check that `name(*args)` equals `want`: type and shape first, then values.

    `want` decides what is asked (float, int, str, set, dict, list, array, DataFrame); what any
    person would call equal to it is right. `why` names the case in words. A table or dictionary
    earns the share of its columns or keys that are right; where one of those in `about` is wrong,
    nothing, and with `whole` only all of it counts. A set earns the share of `codes` that are in it
    or not as they should be. A hidden check shows the learner's own value and never the wanted one.
    """
    text, want = shown or call_text(name, args), plain(want)

    @cache
    def known():
        """{sentence: value} of the slips that show in this case."""
        values = {slip.sentence: slip.value(args) for slip in slips}
        return {
            sentence: slipped
            for sentence, slipped in values.items()
            if slipped is not None and not same(slipped, want, rtol, atol)
        }

    def run(learner: Learner):
        value = learner.call(name, args, text)
        wrong_type = type_problem(value, want)
        if wrong_type:
            return Finding(0.0, f"`{text}` {wrong_type}")
        suspects = {
            sentence: same(value, slipped, rtol, atol) for sentence, slipped in known().items()
        }
        if same(value, want, rtol, atol):
            nothing = type(want) in (int, float) and want == 0  # not "-8.9836e-16"
            return Finding(1.0, _right(text, want if nothing else value, why), suspects=suspects)
        names = [] if whole or codes else parts_of(want)
        parts = tuple(
            (each, same(part(value, each), part(want, each), rtol, atol), each in about)
            for each in names
        ) + tuple((each, (each in value) == (each in want), each in about) for each in codes)
        wrong = [each for each, right, _ in parts if not right]
        if codes:
            labelled = value - set(codes) == want - set(codes)
        else:
            labelled = not isinstance(want, pd.DataFrame) or _labels_agree(value, want, names)
        return Finding(
            parts_share(parts) if labelled else 0.0,
            _difference(text, value, want, wrong if len(names) > 1 else [], hidden),
            parts=parts,
            suspects=suspects,
            telling=specific(value),
            hint=_unit_slip(value, want)
            or (f"This case asks: {why}." if why else _FRESH_HINT if hidden else ""),
        )

    return Check(run, core, calls=((text, args),), edge=edge)


def parts_share(parts):
    """The share that a value earns by its parts: nothing where one that the exercise is about is
    wrong.
    """
    if not parts or any(core and not right for _, right, core in parts):
        return 0.0
    return sum(right for _, right, _ in parts) / len(parts)


def _labels_agree(value, want, numbers):
    labels = [name for name in want.columns if name not in numbers]
    return all(same(part(value, name), part(want, name)) for name in labels)


def _right(text, value, why):
    told = "" if parts_of(value) and len(parts_of(value)) > 3 else f" is {show(value)}"
    return f"`{text}`{told or ' is right'}" + (f": {why}." if why else ".")


def _difference(text, value, want, wrong, hidden):
    """What came and what was asked, in words; of a table or dictionary the parts that are wrong."""
    if not wrong:  # one value, or a table whose labels are wrong
        asked = _UNSEEN if hidden else f"; it should be {show(want)}"
        return f"`{text}` gave {show(value)}{asked}."
    right = len(parts_of(want)) - len(wrong)
    sentences = [f"`{text}`: {right} of {len(parts_of(want))} parts are right."]
    for name in wrong[:PARTS_SHOWN]:
        came, asked = part(value, name), part(want, name)
        if came is None:
            sentences.append(f"`{name}` is missing.")
        elif hidden:
            sentences.append(f"`{name}` is {show(came, 200)}{_UNSEEN}.")
        else:
            sentences.append(f"`{name}` is {show(came, 200)}; it should be {show(asked, 200)}.")
    if len(wrong) > PARTS_SHOWN:
        sentences.append(f"So are {len(wrong) - PARTS_SHOWN} more.")
    return " ".join(sentences)


def diagnosed(found):
    """The findings of one run of checks, each with its sentence whole.

    A slip's sentence is said only where the learner's values match it in two cases, match it
    wherever it would show, and match no other slip as well. Where a slip is known in one case
    alone, the value must be one that another mistake would hardly give.
    """
    found = list(found)
    evidence = {}
    for each in found:
        for sentence, matches in each.suspects.items():
            evidence.setdefault(sentence, []).append((matches, each.telling))
    sure = [
        sentence
        for sentence, seen in evidence.items()
        if all(matches for matches, _ in seen) and (len(seen) > 1 or seen[0][1])
    ]
    spoken = []
    for each in found:
        said = [sentence for sentence in sure if each.suspects.get(sentence)]
        if each.right or not (said or each.hint):
            spoken.append(each)
            continue
        tail = said[0] if len(said) == 1 else each.hint
        spoken.append(replace(each, sentence=f"{each.sentence} {tail}".rstrip(), hint=""))
    return spoken


def parts_together(found):
    """The parts of several findings as (name, right every time, whether the exercise is about it)."""
    bad = {name for each in found for name, right, _ in each.parts if not right}
    parts = dict.fromkeys((name, core) for each in found for name, _, core in each.parts)
    return tuple((name, name not in bad, core) for name, core in parts)


def share_together(found):
    """What several findings are worth together: of parts those that are right every time, else the
    share of the worst.
    """
    wrong = [each for each in found if not each.right]
    if not wrong:
        return 1.0
    share = min(each.share for each in wrong)
    if all(each.parts for each in wrong):
        share = min(share, parts_share(parts_together(wrong)))
    return share


def fresh(checks, sentence):
    """Several checks as one core check: the first that fails speaks, else `sentence` sums up.

    A part of a table or dictionary is right where it is right every time; else the share is that
    of the worst.
    """

    def run(learner: Learner):
        found = []
        for check in checks:
            found.append(check.run(learner))
            if found[-1].share <= 0.0 and len(found) > 1:
                break
        wrong = [each for each in diagnosed(found) if not each.right]
        if not wrong:
            return Finding(1.0, sentence)
        return replace(
            wrong[0], share=share_together(wrong), parts=parts_together(wrong), suspects={}
        )

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


_FRESH_HINT = "Is a number typed in that should be computed, or a rule of the question left out?"


def _unit_slip(value, want):
    if type(want) is float and type(value) in (int, float) and want and math.isfinite(want):
        if math.isclose(value, 100 * want, rel_tol=1e-3):
            return "That is a percentage; asked was a share between 0 and 1."
        if math.isclose(value, want / 100, rel_tol=1e-3):
            return "That is a hundredth of it; was a share divided by 100 once too often?"
    return ""


_UNSEEN = " on a case that you have not seen, and that is not right"
PARTS_SHOWN = 3
