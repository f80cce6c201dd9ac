"""Hints: up to three an exercise, asked for and recorded. Later ones appear after a try.

A lesson's `hints.toml` holds them: {exercise: [a question, the idea, nearly the line]}.
"""

import tomllib
from functools import cache
from importlib.resources import files

from course.check import record, render

# (lesson, exercise) -> hints given by this kernel, for a notebook that no record follows.
_given = {}
_tried = set()


@cache
def hints_of(lesson):
    """{exercise: [hint, ...]} of a lesson; {} where it has none."""
    path = files("course.lessons").joinpath(lesson, "hints.toml")
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def offer(lesson, exercise):
    """The sentence under a panel that says how to get the next hint; "" where none is left."""
    count = len(hints_of(lesson).get(exercise, ()))
    if _taken(lesson, exercise) >= count:
        return ""
    return f'Stuck? Run `checks.hint("{exercise}")` in a new cell.'


def hint(lesson, exercise):
    """Show the next hint of an exercise: the first at once, the others after a try each."""
    known = hints_of(lesson).get(exercise, [])
    taken = _taken(lesson, exercise)
    if not known:
        render.say(f"There are no hints for {exercise}.")
    elif taken >= len(known):
        render.say(f"Those were all {len(known)} hints. The last: {known[-1]}")
    elif taken and not _tried_since(lesson, exercise):
        render.say(
            f"Hint {taken} was: {known[taken - 1]} Try it first: run the check once more, then ask"
            " again."
        )
    else:
        _given[lesson, exercise] = taken + 1
        _tried.discard((lesson, exercise))
        record.write("hint", lesson=lesson, exercise=exercise, number=taken + 1)
        render.say(f"Hint {taken + 1} of {len(known)}: {known[taken]}")


def tried(lesson, exercise):
    """Note that an answer was checked, for a notebook that no record follows."""
    _tried.add((lesson, exercise))


def _lines(lesson, exercise):
    return [
        line
        for line in record.read()
        if line.get("lesson") == lesson and line.get("exercise") == exercise
    ]


def _taken(lesson, exercise):
    recorded = sum(line.get("kind") == "hint" for line in _lines(lesson, exercise))
    return max(recorded, _given.get((lesson, exercise), 0))


def _tried_since(lesson, exercise):
    if (lesson, exercise) in _tried:
        return True
    for line in reversed(_lines(lesson, exercise)):
        if line.get("kind") == "hint":
            return False
        if line.get("kind") == "exercise" and line.get("outcome") != "not attempted":
            return True
    return False
