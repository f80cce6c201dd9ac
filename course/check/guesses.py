"""Predictions: noted before anything is seen, and shown again where the answer appears."""

from course.check import record, render
from course.check.numbers import amount, with_minus

# What this kernel has noted, for a notebook that no record follows.
_noted = {}


def predict(lesson, question, value, low, high):
    """Keep a learner's forecast, made before any data is seen; says so or says what is missing.

    `value` is the learner's number, expected between `low` and `high`.
    """
    if value is ... or value is None:
        render.say(
            "Not predicted yet: replace the ... by your number. A guess is fine; it is never"
            " graded."
        )
    elif type(value) not in (int, float) or not low <= value <= high:
        render.say(f"That is not a number between {low} and {high}. Try again; a guess is fine.")
    else:
        _noted[lesson, question] = value
        record.write(
            "prediction", lesson=lesson, question=question, value=value, low=low, high=high
        )
        render.say(
            f"Noted: {with_minus(str(value))}. It stands beside the answer when the answer appears."
        )


def guess(lesson, question, answer, unit="", believed=""):
    """Show the learner's forecast beside the `answer` (a number), and record both.

    `believed` is a sentence on what most people say, only where a source says so.
    """
    value = _latest(lesson, question)
    told = f"{_short(answer)} {unit}".strip()
    if value is None:
        said = f"The answer: {told}. You noted no guess; the next one is worth a try."
    else:
        apart = abs(value - answer)
        said = (
            f"You guessed {_short(value)}; it is {told}. That is"
            f" {'exactly it' if not apart else f'{_short(apart)} apart'}."
        )
        _keep(lesson, question, value, float(answer))
    render.say(f"{said} {believed}".rstrip())


def _keep(lesson, question, value, answer):
    """Record a guess beside its answer, once: the same cell run again is no new guess."""
    facts = {"lesson": lesson, "question": question, "value": value, "answer": answer}
    lines = [line for line in record.read() if line.get("question") == question]
    if not any(facts.items() <= line.items() for line in lines if line.get("kind") == "answer"):
        asked = [
            line
            for line in lines
            if line.get("kind") == "prediction" and line.get("lesson") == lesson
        ]
        limits = {name: asked[-1].get(name) for name in ("low", "high")} if asked else {}
        record.write("answer", **facts, **limits)


def _short(value):
    """An amount without zeros at its end: 16, not 16.0."""
    text = amount(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _latest(lesson, question):
    if (lesson, question) in _noted:
        return _noted[lesson, question]
    found = None
    for line in record.read():
        if (line.get("kind"), line.get("lesson"), line.get("question")) == (
            "prediction",
            lesson,
            question,
        ) and type(line.get("value")) in (int, float):
            found = line["value"]
    return found
