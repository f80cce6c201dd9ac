"""Cells that go on with the learner's answers: no traceback out of a wrong one, and never silence."""

import contextlib
import importlib
import io
import re
import time

import pytest

from course import check
from course.authoring import canon, layout
from course.check import hints, learner, render
from course.check.learner import Learner

LESSON = "title_optimization"
# They guard a faded task, which is no exercise.
ELSE = {"myth-lab", "myth-few"}


@pytest.fixture
def said(monkeypatch):
    hints._remembered.clear()
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")  # no record
    lines = []
    monkeypatch.setattr(render, "say", lines.append)
    yield lines
    hints._remembered.clear()


def test_an_untouched_answer_is_named(said):
    with check.using(LESSON, "bm25"):
        raise NotImplementedError
    with check.using(LESSON, "bm25", "lint"):
        raise NotImplementedError
    assert said == ["Solve `bm25` first.", "Solve `bm25` and `lint` first."]


def test_an_error_out_of_a_wrong_answer_is_a_sentence(said):
    hints.tried(LESSON, "bm25", "not yet", "a")
    hints.tried(LESSON, "lint", "passes here", "a")
    with check.using(LESSON, "bm25", "lint"):
        raise TypeError("'NoneType' object is not iterable")
    assert said[0].startswith("This cell stopped (TypeError: 'NoneType' object is not iterable).")
    assert "`bm25`" in said[0]
    assert "`lint`" not in said[0]


def test_a_gap_is_named_as_a_gap(said):
    with check.using(LESSON, "bm25"):
        1 + ...  # noqa: B018
    assert said == ["A `...` is still open: fill it first. This cell needs `bm25`."]


def test_what_a_stopped_cell_did_not_make_is_told_as_that(said):
    with check.using(LESSON, "bm25"):
        not_made  # noqa: B018, F821
    assert said == ["Solve `bm25` first (name 'not_made' is not defined)."]


def test_what_a_wrong_answer_made_is_told(said):
    with check.using(LESSON, "bm25"):
        pass  # never checked: nothing is known of it
    assert said == []
    hints.tried(LESSON, "bm25", "not yet", "a")
    with check.using(LESSON, "bm25"):
        pass
    assert said == ["Made with your `bm25`, which does not pass yet."]
    hints.tried(LESSON, "bm25", "passes here", "b")
    with check.using(LESSON, "bm25"):
        pass
    assert len(said) == 1


def test_an_answer_that_never_ends_is_stopped_and_soon_the_next_time(said, monkeypatch):
    module = importlib.import_module("course.check.using")  # its function has the module's name
    monkeypatch.setattr(module, "CELL_SECONDS", 0.5)
    monkeypatch.setattr(module, "AGAIN_SECONDS", 0.1)
    hints.tried(LESSON, "bm25", "not yet", "a")
    spent = []
    for loops in (True, True, False, True):
        begun = time.process_time()
        with check.using(LESSON, "bm25"):
            while loops:
                pass
        spent.append(time.process_time() - begun)
    assert [text.startswith("This cell was stopped") for text in said] == [True, True, False, True]
    assert all("`bm25`" in text for text in said)
    # One that ended makes the next one wait the whole time again.
    assert spent[1] < 0.5 <= min(spent[0], spent[3])


def test_an_error_beside_answers_that_pass_is_ours_and_is_seen(said):
    hints.tried(LESSON, "bm25", "passes here", "a")
    with pytest.raises(ZeroDivisionError), check.using(LESSON, "bm25"):
        1 / 0  # noqa: B018


def nothing_in_place_of(source):
    """An answer cell whose functions return None."""
    names = re.findall(r"^def (\w+)\(", source, re.MULTILINE)
    return "\n".join(f"def {name}(*args, **kwargs):\n    return None" for name in names)


@pytest.mark.parametrize("lesson", layout.lessons(), ids=lambda lesson: lesson.slug)
def test_answers_that_give_nothing_stop_no_cell_below(lesson, said, monkeypatch):
    """Run All ends at the first error: a wrong answer must not cost the rest of the page."""
    monkeypatch.chdir(lesson.notebook("release").parent)
    names = {"__name__": "__main__", "display": lambda *shown, **how: None}
    learner.provide(lambda: Learner(names))
    stopped = []
    try:
        for cell in canon.read(lesson.notebook("release")).cells:
            if cell.cell_type != "code":
                continue
            about = cell.metadata.get("nbgrader", {})
            answer = about.get("solution") and nothing_in_place_of(cell.source)
            try:
                with contextlib.redirect_stdout(io.StringIO()):
                    exec(compile(answer or cell.source, cell.id, "exec"), names)
            except Exception as problem:
                if not about.get("solution"):
                    stopped.append(f"{cell.id}: {type(problem).__name__}: {problem}")
    finally:
        learner.provide(None)
    assert stopped == []


@pytest.mark.parametrize("lesson", layout.lessons(), ids=lambda lesson: lesson.slug)
def test_cells_say_it_in_one_way(lesson):
    for cell in canon.read(lesson.notebook("source")).cells:
        if cell.cell_type == "code" and cell.id not in ELSE:
            assert not re.search(r"except .*(NotImplemented|Name)Error", cell.source), cell.id
