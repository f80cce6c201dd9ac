"""Hints: up to three an exercise, asked for and recorded. Later ones appear after a try.

A lesson's `hints.toml` holds them: {exercise: [a question, the idea, nearly the line]}.
"""

import tomllib
from collections import defaultdict
from functools import cache
from importlib.resources import files

from course.check import record, render

PASSES = ("passes here", "right")  # outcomes with which nothing is left to do on the screen
# (lesson, exercise) -> the lines that its record would hold, for a notebook that no record follows.
_remembered = defaultdict(list)


@cache
def hints_of(lesson):
    """{exercise: [hint, ...]} of a lesson; {} where it has none."""
    path = files("course.lessons").joinpath(lesson, "hints.toml")
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def offer(lesson, exercise):
    """The sentence under a panel that says how to get the next hint; "" where none is left."""
    count = len(hints_of(lesson).get(exercise, ()))
    if _taken(_lines(lesson, exercise)) >= count:
        return ""
    return f'Stuck? Run `checks.hint("{exercise}")` in a new cell.'


def hint(lesson, exercise):
    """Show the next hint of an exercise: the first at once, the others after another answer each.

    The same answer checked again is no try: a cell that asks for a hint may stay in the notebook,
    and Run All spends nothing.
    """
    known, lines = hints_of(lesson).get(exercise, []), _lines(lesson, exercise)
    taken, last = _taken(lines), _last_try(lines)
    if not known:
        render.say(f"There are no hints for {exercise}.")
    elif last and last["outcome"] in PASSES:
        render.say(f"`{exercise}` passes here: no hint is needed.")
    elif taken >= len(known):
        render.say(f"Those were all {len(known)} hints. The last: {known[-1]}")
    elif taken and not _tried_since(lines):
        render.say(
            f"Hint {taken} was: {known[taken - 1]} Try it first: change your answer, run the check"
            " once more, then ask again."
        )
    else:
        facts = {"number": taken + 1, "answer": last.get("answer", "") if last else ""}
        _remembered[lesson, exercise].append({"kind": "hint", **facts})
        record.write("hint", lesson=lesson, exercise=exercise, **facts)
        render.say(f"Hint {taken + 1} of {len(known)}: {known[taken]}")


def tried(lesson, exercise, outcome, answer):
    """Note that an answer was checked: its outcome and fingerprint."""
    _remembered[lesson, exercise].append({"kind": "exercise", "outcome": outcome, "answer": answer})


def outcome(lesson, exercise):
    """The outcome of an exercise's last check, "" where it was never tried. This kernel's own come
    first: its answers are the ones at hand, and the record is a file to read.
    """
    last = _last_try(_remembered[lesson, exercise]) or _last_try(_lines(lesson, exercise))
    return last["outcome"] if last else ""


def _lines(lesson, exercise):
    """What is known of an exercise's hints and tries, oldest first."""
    recorded = [
        line
        for line in record.read()
        if line.get("lesson") == lesson and line.get("exercise") == exercise
    ]
    return recorded or _remembered[lesson, exercise]


def _taken(lines):
    return sum(line.get("kind") == "hint" for line in lines)


def _is_try(line):
    return line.get("kind") == "exercise" and line.get("outcome") != "not attempted"


def _last_try(lines):
    return next((line for line in reversed(lines) if _is_try(line)), None)


def _tried_since(lines):
    """Whether another answer was checked since the last hint."""
    at = max(place for place, line in enumerate(lines) if line.get("kind") == "hint")
    before = lines[at].get("answer", "")
    return any(_is_try(line) and line.get("answer") != before for line in lines[at + 1 :])
