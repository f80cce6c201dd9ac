"""Sorting exercises: a dictionary that gives every item of a bank its label.

Half of the bank is practice and judged at once, with the reason. The other half is graded; on the
screen it is only said to be filled in, and its reasons come with the feedback.
"""

from functools import partial

from course.check.findings import Check, Finding
from course.check.learner import NotAttempted
from course.check.plain import describe_type, show

BLANK = ("?", "", None)


def mapping(name, bank, legal, *, tiers=None, reasons=None, given=(), practice=None):
    """Check the dictionary `name` over the items of `bank`.

    Without `tiers` its form (every item is there, every value is in `legal`), and its content on
    `practice`, {item: (label, reason)}. With `tiers`, a list of (share right, share of points), its
    content on `bank`, {item: label}; `reasons` gives one sentence an item.
    """

    def run(learner, at_grading=False):
        answer = learner.value(name)
        if type(answer) is not dict:
            return Finding(0.0, f"`{name}` should be a dictionary; it is {describe_type(answer)}.")
        problem = _form(name, answer, bank, legal, given)
        if problem:
            return _with_practice(problem, answer, practice or {}, legal)
        if tiers is not None:
            return _graded(answer, bank, tiers, reasons)
        if practice is None:
            return Finding(1.0, f"All {len(bank)} items have a legal answer.")
        return _practised(
            answer, practice, 0 if at_grading else len(bank) - len({*practice, *given})
        )

    return Check(run, brief=partial(run, at_grading=True))


def _form(name, answer, bank, legal, given):
    blank = [item for item in bank if _is_blank(answer.get(item, "?"))]
    if len(blank) >= len([item for item in bank if item not in given]):
        raise NotAttempted(f"`{name}` still holds only question marks.")
    if blank:
        return f"`{name}` has no answer yet for {_some(blank)}."
    for item in bank:
        if not _is_legal(answer[item], legal):
            return (
                f"`{name}[{item!r}]` is {show(answer[item])}; choose one of"
                f" {', '.join(sorted(legal))}."
            )
    return ""


def _is_blank(label):
    return label is None or (type(label) is str and label in BLANK)


def _with_practice(problem, answer, practice, legal):
    """What is wrong with the form of an answer, and all the same a word on each practice item that
    is filled in.
    """
    filled = {item: said for item, said in practice.items() if _is_legal(answer.get(item), legal)}
    if not filled:
        return Finding(0.0, problem)
    rows = _judged(answer, filled)
    count = sum(right for right, _ in rows)
    return Finding(
        0.0,
        f"{problem} {count} of the {len(rows)} practice items that have an answer are right.",
        rows=rows,
        head=f"{count} of {len(practice)} practice items, not all filled in",
    )


def _is_legal(label, legal):
    return type(label) is str and label in legal


def _judged(answer, practice):
    rows = []
    for item, (label, reason) in practice.items():
        right = answer[item] == label
        said = f"{label}" if right else f"you said {answer[item]}"
        rows.append((right, f"**{item}** · {said}. {reason}"))
    return tuple(rows)


def _practised(answer, practice, others):
    rows = _judged(answer, practice)
    count = sum(right for right, _ in rows)
    filled_in = (
        f" The other {others} are filled in and graded. Nothing here tells how many of them are"
        " right; you learn that with your feedback."
    )
    return Finding(
        count / len(rows),
        f"{count} of {len(rows)} practice items are right.{filled_in if others else ''}",
        gate=1.0,
        rows=rows,
        head=f"{count} of {len(rows)} practice items",
    )


def _graded(answer, key, tiers, reasons):
    wrong = [item for item in key if answer[item] != key[item]]
    share = 1.0 - len(wrong) / len(key)
    points = max((worth for least, worth in tiers if share >= least - 1e-9), default=0.0)
    sentence = f"{len(key) - len(wrong)} of the {len(key)} graded items are right."
    if wrong:
        sentence += (
            f" Look again at {wrong[0]!r}, which you called {answer[wrong[0]]!r}:"
            f" {reasons[wrong[0]]}"
        )
    rows = tuple(
        (item not in wrong, f"**{item}** · you said {answer[item]}. {reasons[item]}")
        for item in [*wrong, *(item for item in key if item not in wrong)]
    )
    return Finding(points, sentence, rows=rows)


def _some(items):
    more = f" and {len(items) - 3} more" if len(items) > 3 else ""
    return ", ".join(map(repr, items[:3])) + more
