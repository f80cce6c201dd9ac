"""Hints: one at once, the next after another answer, none for an answer that passes."""

import pytest

from course.check import hints, record
from course.check.exercise import Exercise
from course.check.findings import Check, Finding
from course.check.learner import Learner

LESSON, EXERCISE = "title_optimization", "coverage"


@pytest.fixture(params=["in a work folder", "elsewhere"])
def asked(request, tmp_path, monkeypatch):
    """What is said when a hint is asked for, in a notebook that a record follows and in another."""
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    if request.param == "in a work folder":
        (tmp_path / record.MARKER).write_text("{}")
    monkeypatch.chdir(tmp_path)
    hints._remembered.clear()
    said = []
    monkeypatch.setattr(hints.render, "say", said.append)

    def ask():
        hints.hint(LESSON, EXERCISE)
        return said[-1]

    yield ask
    hints._remembered.clear()


def tried(code, right=False):
    names = {}
    exec(code, names)

    def run(learner):
        learner.call(EXERCISE, [1])
        return Finding(1.0 if right else 0.0, "said")

    one = Exercise(LESSON, EXERCISE, Learner(names))
    one.visible([Check(run)])
    one.score()


def answer(line):
    return f"def {EXERCISE}(x):\n    {line}"


def test_run_all_spends_one_hint(asked):
    tried(answer("return 1"))
    assert asked().startswith("Hint 1 of")
    for _ in range(3):
        tried(answer("return 1"))
        assert asked().startswith("Hint 1 was")
    tried(answer("return 2"))
    assert asked().startswith("Hint 2 of")


def test_an_untouched_stub_is_no_try(asked):
    assert asked().startswith("Hint 1 of")
    tried(answer("raise NotImplementedError"))
    assert asked().startswith("Hint 1 was")
    tried(answer("return 1"))
    assert asked().startswith("Hint 2 of")


def test_what_passes_spends_none(asked):
    tried(answer("return 1"), right=True)
    assert "no hint is needed" in asked()
    tried(answer("return 0"))
    assert asked().startswith("Hint 1 of")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (answer("return x + 1"), answer("return x + 1  # a remark"), True),
        (answer("return x + 1"), answer("return x + 2"), False),
        (answer("return max(x, 1)"), answer("return min(x, 1)"), False),
        (answer("return [y + 1 for y in [x]]"), answer("return [y + 2 for y in [x]]"), False),
    ],
)
def test_a_fingerprint_tells_answers_apart(one, other, same):
    def fingerprint(code):
        names = {}
        exec(code, names)
        held = Learner(names)
        held.call(EXERCISE, [1])
        return held.fingerprint()

    assert (fingerprint(one) == fingerprint(other)) is same


def test_a_values_fingerprint_is_of_the_value():
    prints = []
    for value in (3, 4, 3):
        held = Learner({"x": value})
        held.value("x")
        prints.append(held.fingerprint())
    assert prints[0] == prints[2] != prints[1]
