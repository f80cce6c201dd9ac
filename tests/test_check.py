"""The checks themselves: three outcomes, grade-safe scores, bad input of every kind."""

import contextlib
import decimal
import fractions
import functools
import json
import math
import re
import subprocess
import sys
import textwrap
import time

import numpy as np
import pandas as pd
import pytest

from course import check
from course.check import (
    Learner,
    NotAttempted,
    Slip,
    Stumble,
    compare,
    draws,
    exercise,
    findings,
    learner,
    limits,
    plain,
    record,
    render,
)
from tests.conftest import ROOT


def learner_with(code):
    namespace = {"np": np, "pd": pd}
    exec(textwrap.dedent(code), namespace)
    return Learner(namespace)


def found(code, one):
    return findings.diagnosed([one.run(learner_with(code))])[0]


ONE = findings.gives(
    "half",
    (3.125,),
    1.5625,
    shown="half(3.125)",
    why="half of it",
    slips=(Slip(6.25, "That is twice as much."),),
)


NEAR = findings.likely(
    "fit",
    (4.0,),
    (2.0,),
    lambda parameters, top: -((parameters[0] ** 2 - top) ** 2),
    shown="fit(4)",
)


@pytest.mark.parametrize(
    ("code", "right", "says"),
    [
        ("def fit(x): return (2.1,)", True, "within 0.5"),
        ("def fit(x): return (3.0,)", False, "stays 25.0 below the highest log likelihood"),
        ("def fit(x): return [2.0]", False, "asked is a tuple of 1 positive numbers"),
        ("def fit(x): return (2.0, 1.0)", False, "asked is a tuple of 1 positive numbers"),
        ("def fit(x): return (float('nan'),)", False, "asked is a tuple of 1 positive numbers"),
        ("def fit(x): return (-2.0,)", False, "asked is a tuple of 1 positive numbers"),
    ],
)
def test_a_fit_is_judged_by_its_likelihood(code, right, says):
    result = found(code, NEAR)
    assert result.right is right
    assert says in result.sentence


def test_right_says_why():
    result = found("def half(x): return x / 2", ONE)
    assert result.right
    assert result.sentence == "`half(3.125)` is 1.5625: half of it."


def test_a_known_slip_gets_its_own_sentence():
    result = found("def half(x): return x * 2", ONE)
    assert not result.right
    assert result.sentence == "`half(3.125)` gave 6.25; it should be 1.5625. That is twice as much."


def test_a_hidden_check_never_shows_the_wanted_value():
    hidden = findings.gives("half", (3.0,), 1.5, shown="half(x)", hidden=True)
    assert "1.5" not in found("def half(x): return 7", hidden).sentence


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("def half(x): return None", "gave None"),
        ("def half(x): return '1.5'", "which is a text, not a number"),
        ("def half(x): return float('nan')", "gave NaN"),
        ("def half(x): return True", "which is True or False, not a number"),
        ("def half(x): return [1.5]", "which is a list, not a number"),
        ("def half(x): return 156.25", "That is a percentage"),
        ("half = 1.5", "`half` should be a function"),
        ("def half(): return 1.5", "should take one argument; yours is `half()`"),
    ],
)
def test_wrong_types_are_named(code, says):
    with_stumble = found_or_stumble(code)
    assert says in with_stumble


def found_or_stumble(code):
    try:
        return found(code, ONE).sentence
    except Stumble as stumble:
        return str(stumble)


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("def half(x): return 1 / 0", "stopped with ZeroDivisionError: division by zero"),
        ("def half(x): raise SystemExit", "stopped with SystemExit"),
        ("def half(x): return half(x)", "called itself without end"),
        ("def half(x):\n    while True: pass", "had not finished after 2 seconds"),
        ("class Odd(float): pass\ndef half(x): return Odd(1.5)", "gave an object of type Odd"),
        ("def half(x): return (i for i in range(3))", "gave an object of type generator"),
        (
            (
                "class Bad(Exception):\n    def __str__(self): raise ValueError\ndef half(x):"
                " raise Bad"
            ),
            "stopped with Bad.",
        ),
        ("def half(x): return 10 ** 400", "gave a whole number of more than 300 digits"),
        ("a = []\na.append(a)\ndef half(x): return a", "gave data that is too deep or too large"),
    ],
)
def test_calls_that_go_wrong_get_a_sentence(code, says):
    with pytest.raises(Stumble, match="half") as stumble:
        found(code, ONE)
    assert says in str(stumble.value)


@pytest.mark.parametrize(
    "code",
    [
        "def half(x): raise NotImplementedError",
        "pass",
        "def half(x): return ...",
        "def half(x): return (..., 1)",
        "def half(x):\n    y = ...\n    return x / y",
        "def half(x): return '?'",
    ],
)
def test_untouched_is_not_attempted(code):
    with pytest.raises(NotAttempted):
        found(code, ONE)


def test_a_helper_that_is_missing_is_named():
    with pytest.raises(NotAttempted, match="`helper`, which `half` calls"):
        found("def helper(): raise NotImplementedError\ndef half(x): return helper()", ONE)


def test_arguments_are_copies():
    rows = [1, 2]
    one = learner_with("def spoil(rows): rows.clear(); return 1.0")
    one.call("spoil", (rows,))
    assert rows == [1, 2]


def test_sleeping_is_bounded_too(monkeypatch):
    monkeypatch.setattr(limits, "WALL_SECONDS", 0.2)
    with pytest.raises(limits.TimeUp), limits.time_limit(cpu_seconds=5, wall_seconds=0.2):
        time.sleep(30)


def busy(seconds):
    return (
        f"import time\nend = time.process_time() + {seconds}\nwhile time.process_time() < end:"
        " pass\n"
    )


@pytest.mark.parametrize(
    ("module", "after", "passes"),
    [
        pytest.param(busy(0.6), "", True, id="a slow import"),
        pytest.param(busy(0.3), busy(0.6), False, id="a slow call after an import"),
        pytest.param(busy(60), "", False, id="an import without end"),
    ],
)
def test_loading_modules_is_not_computing(module, after, passes, tmp_path, monkeypatch):
    (tmp_path / "heavy_to_load.py").write_text(module)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "heavy_to_load", raising=False)
    monkeypatch.setattr(limits, "LOADING_SECONDS", 1.0)
    expected = contextlib.nullcontext() if passes else pytest.raises(limits.TimeUp)
    with expected, limits.time_limit(cpu_seconds=0.25):
        exec("import heavy_to_load\n" + after)


def test_after_three_time_outs_the_rest_is_not_tried(monkeypatch):
    one = learner_with("def slow():\n    while True: pass")
    short = functools.partial(limits.time_limit, cpu_seconds=0.1)
    monkeypatch.setattr(limits, "time_limit", short)
    for _ in range(learner.TIME_OUTS_ALLOWED):
        with pytest.raises(Stumble, match="had not finished"):
            one.call("slow", ())
    with pytest.raises(Stumble, match="was not tried"):
        one.call("slow", ())


def test_prints_and_warnings_stay_silent(capfd):
    one = learner_with(
        "import os, sys, warnings\ndef loud():\n    print('x'); warnings.warn('y'); print('z',"
        " file=sys.stderr); os.write(2, b'w'); return 1.0"
    )
    assert one.call("loud", ()) == 1.0
    captured = capfd.readouterr()
    assert captured.err == ""
    assert captured.out == ""


@pytest.mark.parametrize(
    "value",
    [
        1,
        1.5,
        "a",
        None,
        [1, (2, {3})],
        {"a": [1]},
        np.array([1.0]),
        pd.Series([1]),
        pd.DataFrame({"a": [1], "b": ["x"]}),
    ],
)
def test_plain_data_passes(value):
    copied = plain.plain(value)
    assert type(copied) is type(value)


def test_numpy_scalars_become_python_numbers():
    assert type(plain.plain(np.float64(1.5))) is float
    assert type(plain.plain({np.int64(1): np.bool_(True)})[1]) is bool


class Always(float):
    def __eq__(self, other):
        return True

    __hash__ = float.__hash__


@pytest.mark.parametrize(
    "value",
    [
        Always(1),
        [Always(1)],
        {"a": Always(1)},
        pd.DataFrame({"a": [Always(1)]}, dtype=object),
        lambda: 1,
        type,
        object(),
    ],
)
def test_anything_else_is_refused(value):
    with pytest.raises(plain.NotPlain):
        plain.plain(value)


def test_same_is_strict_about_types_and_lenient_about_rounding():
    assert compare.same(1.0 + 1e-9, 1.0)
    assert not compare.same(True, 1.0)
    assert compare.same(math.inf, math.inf)
    assert not compare.same(float("nan"), 1.0)
    assert compare.same(float("nan"), float("nan"))
    assert not compare.same(pd.DataFrame({"a": [1.0]}), pd.DataFrame({"b": [1.0]}))


@pytest.mark.parametrize(
    ("value", "want"),
    [
        (240.0, 240),
        (240, 240.0),
        (np.float64(0.5), 0.5),
        (np.int64(3), 3.0),
        (np.array(2.5), 2.5),
        (np.array(True), True),
        (np.bool_(True), True),
        (decimal.Decimal("0.5"), 0.5),
        (fractions.Fraction(1, 4), 0.25),
        ([1, 2], np.array([1.0, 2.0])),
        ((1, 2), [1, 2]),
        (np.array([1, 2]), [1, 2]),
        (pd.Series([1, 2], index=[7, 3]), (1, 2)),
        (pd.Index(["a", "b"]), ["a", "b"]),
        ([[1, 2], [3, 4]], np.array([[1, 2], [3, 4]])),
        (frozenset("ab"), set("ab")),
        ({"a": np.int64(1)}, {"a": 1.0}),
        (pd.DataFrame({"a": [1.0]}), pd.DataFrame({"a": [1]})),
    ],
)
def test_what_any_person_would_call_equal_is_equal(value, want):
    value, want = plain.plain(value), plain.plain(want)
    assert compare.type_problem(value, want) == ""
    assert compare.same(value, want)


@pytest.mark.parametrize(
    ("value", "want", "says"),
    [
        (True, 1.0, "not a number"),
        (True, 1, "not a whole number"),
        (1, True, "not True or False"),
        (240.5, 240, "not a whole number"),
        ("240", 240.0, "not a number"),
        ([1, 2], [1, 2, 3], "gave 2 values; asked were 3"),
        ([1, "x"], [1.0, 2.0], "at place 1, which is a text"),
        ([1.0, math.nan], [1.0, 2.0], "holds NaN (not a number) at place 1"),
        ([1.0, math.inf], [1.0, 2.0], "holds inf at place 1"),
        ([True, 2.0], [1.0, 2.0], "at place 0, which is True or False"),
        (3.0, [3.0], "not a list"),
        (np.ones((2, 2)), np.ones((2, 3)), "shape (2, 2); asked was (2, 3)"),
        ({"a": 1, "z": 2}, {"a": 1, "b": 2}, "has the keys ['a', 'z']; asked were ['a', 'b']"),
        (pd.DataFrame({"b": [1], "a": [1]}), pd.DataFrame({"a": [1], "b": [1]}), "in this order"),
    ],
)
def test_a_wrong_shape_or_a_bool_for_a_number_is_refused_in_words(value, want, says):
    assert says in compare.type_problem(plain.plain(value), plain.plain(want))


TABLE = pd.DataFrame({"clicks": [10, 20], "ctr": [0.1, 0.25], "cvr": [0.5, 0.75]})


def table_check(**how):
    return findings.gives("table", (), TABLE, shown="table()", **how)


def wrong_in(*columns):
    changed = TABLE.assign(**{column: [0.3, 0.4] for column in columns})
    return Learner({"table": lambda: changed})


@pytest.mark.parametrize(
    ("columns", "how", "share"),
    [
        ((), {}, 1.0),
        (("ctr",), {}, 2 / 3),
        (("ctr", "cvr"), {}, 1 / 3),
        (("ctr", "cvr", "clicks"), {}, 0.0),
        (("ctr",), {"about": ("ctr",)}, 0.0),
        (("cvr",), {"about": ("ctr",)}, 2 / 3),
        (("cvr",), {"whole": True}, 0.0),
    ],
)
def test_every_part_of_a_table_earns_its_share(columns, how, share):
    assert table_check(**how).run(wrong_in(*columns)).share == pytest.approx(share)


def test_the_wrong_part_is_named_and_shown_whole():
    said = table_check().run(wrong_in("cvr")).sentence
    assert said == (
        "`table()`: 2 of 3 parts are right. `cvr` is [0.3, 0.4]; it should be [0.5, 0.75]."
    )
    hidden = table_check(hidden=True).run(wrong_in("cvr")).sentence
    assert "0.75" not in hidden
    assert "`cvr` is [0.3, 0.4]" in hidden


def test_a_set_earns_the_share_of_its_codes_that_are_right():
    case = findings.gives(
        "lint", (), {"LENGTH", "PROMO"}, shown="lint()", codes=("PROMO", "SYMBOL")
    )
    for given, share in (
        ({"LENGTH", "PROMO"}, 1.0),
        ({"LENGTH"}, 0.5),
        ({"LENGTH", "SYMBOL"}, 0.0),
        ({"PROMO"}, 0.0),  # what is no code of these must be right
    ):
        assert case.run(Learner({"lint": lambda given=given: set(given)})).share == share, given


def wrong_at(**wrong):
    """Cases 0 and 1 of a dictionary {a, b}, with the parts `wrong` = {case: part} wrong."""

    def pair(number):
        return {name: 9.0 if wrong.get(f"case_{number}") == name else 1.0 for name in "ab"}

    return Learner({"pair": pair})


PAIR = [findings.Case((number,), {"a": 1.0, "b": 1.0}) for number in (0, 1)]


@pytest.mark.parametrize(
    ("wrong", "how", "points", "says"),
    [
        ({}, {}, 3.0, ""),
        ({"case_0": "a"}, {}, 1.5, "earns its share of the points: 1 of 2 parts are."),
        ({"case_0": "a", "case_1": "a"}, {}, 1.5, "1 of 2 parts are."),
        ({"case_0": "a", "case_1": "b"}, {}, 0.0, "0 of 2 parts are."),
        ({"case_1": "a"}, {"about": ("a",)}, 0.0, "The exercise is about `a`: while it is wrong,"),
        ({"case_1": "b"}, {"about": ("a",)}, 1.5, "1 of 2 parts are."),
    ],
)
def test_the_screen_says_once_what_the_parts_earn(wrong, how, points, says):
    ex = check.Exercise("title_optimization", "coverage", wrong_at(**wrong))
    ex.visible(findings.cases("pair", PAIR, **how))
    panel = ex.score().panel
    assert panel.earned == pytest.approx(points)
    assert says in repr(panel)
    assert repr(panel).count("points: ") <= 1
    # at grading the gate is as far open as the screen says
    graded = check.Exercise("title_optimization", "coverage", wrong_at(**wrong))
    graded.visible(findings.cases("pair", PAIR, **how))
    graded.hidden(lambda draws: findings.cases("pair", PAIR[:1], **how))
    assert float(graded.score()) == pytest.approx(points)


def test_a_missing_key_costs_its_share():
    check_ = findings.gives("bridge", (), {"plan": 3000.0, "take": 960.0}, shown="bridge()")
    found = check_.run(Learner({"bridge": lambda: {"plan": 3000}}))
    assert found.share == 0.5
    assert found.sentence.endswith("`take` is missing.")


TRIED = [findings.Case((4,), 16.0), findings.Case((6,), 36.0), findings.Case((1,), 1.0)]


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("def square(x): return 2 * x", "Doubled."),  # 8, 12, 2: in every case
        ("def square(x): return 8", None),  # doubled in the first case alone
        ("def square(x): return x ** 3", "Cubed."),
        ("def square(x): return 2 * x if x != 6 else 36", None),
    ],
)
def test_a_slip_is_said_only_where_two_cases_match_it_and_no_other(code, says):
    slips = [("Doubled.", (8.0, 12.0, 2.0)), ("Cubed.", (64.0, 216.0, ...))]
    found = [each.run(learner_with(code)) for each in findings.cases("square", TRIED, slips)]
    sentences = [each.sentence for each in findings.diagnosed(found) if not each.right]
    spoken = {slip for slip, _ in slips if any(slip in sentence for sentence in sentences)}
    assert spoken == ({says} if says else set())


def test_two_slips_that_give_the_same_are_not_told_apart():
    slips = [("One.", (8.0, 12.0, ...)), ("Other.", (8.0, 12.0, 2.0))]
    checks = findings.cases("square", TRIED, slips)
    found = [each.run(learner_with("def square(x): return 2 * x")) for each in checks]
    first = findings.diagnosed(found)[0].sentence
    assert "One." not in first
    assert "Other." not in first


def test_a_slip_known_in_one_case_needs_a_value_that_nothing_else_gives():
    telling = findings.gives("f", (), 7.0, shown="f()", slips=(Slip(0.8341, "That."),))
    chance = findings.gives("f", (), {"a"}, shown="f()", slips=(Slip({"b"}, "That."),))
    for one, value, said in ((telling, 0.8341, True), (chance, {"b"}, False)):
        result = findings.diagnosed([one.run(Learner({"f": lambda value=value: value}))])[0]
        assert ("That." in result.sentence) is said


# --- scores
# ----------------------------------------------------------------------------------------------------------


def an_exercise(code, visible, hidden=None, monkeypatch=None, maximum=4.0):
    monkeypatch.setattr(
        sys.modules["course.check.exercise"], "points", lambda lesson, name: maximum
    )
    one = check.Exercise("lesson", "half", learner_with(code))
    one.visible(visible)
    if hidden is not None:
        one.hidden(lambda draws: hidden)
    return one.score()


RIGHT = findings.Check(lambda one: findings.Finding(1.0, "right"))
WRONG = findings.Check(lambda one: findings.Finding(0.0, "wrong"))
HALF = findings.Check(lambda one: findings.Finding(0.5, "half"))
EDGE_RIGHT, EDGE_WRONG = (
    findings.Check(RIGHT.run, core=False),
    findings.Check(WRONG.run, core=False),
)


@pytest.mark.parametrize(
    ("visible", "hidden", "points"),
    [
        ([RIGHT], None, 4.0),
        ([WRONG], None, 0.0),
        ([], None, 0.0),
        ([RIGHT], [RIGHT], 4.0),
        ([RIGHT], [WRONG], 0.0),
        ([WRONG], [RIGHT], 0.0),
        ([RIGHT], [HALF], 2.0),
        ([RIGHT], [RIGHT, EDGE_RIGHT, EDGE_WRONG], 3.2),
        ([RIGHT], [WRONG, EDGE_RIGHT], 0.0),
        ([RIGHT], [], 0.0),
        ([RIGHT], [findings.Check(lambda one: findings.Finding(7.0, "too good"))], 4.0),
        ([RIGHT], [findings.Check(lambda one: findings.Finding(-1.0, "too bad"))], 0.0),
    ],
)
def test_score_is_a_plain_clamped_float(visible, hidden, points, monkeypatch):
    score = an_exercise("x = 1", visible, hidden, monkeypatch)
    assert score == points
    shown = score._repr_mimebundle_()
    assert shown["text/plain"] == repr(float(points))  # what nbgrader reads
    assert shown[render.OUTCOME]["earned"] == points


def test_hidden_checks_are_not_even_made_where_the_gate_is_shut(monkeypatch):
    monkeypatch.setattr(sys.modules["course.check.exercise"], "points", lambda lesson, name: 4.0)
    one = check.Exercise("lesson", "half", learner_with("x = 1"))
    one.visible([WRONG])
    one.hidden(lambda draws: pytest.fail("made"))
    assert one.score() == 0.0


def test_unknown_exercise_names_the_remedy():
    with pytest.raises(LookupError, match="course canon"):
        exercise("title_optimization", "no_such_exercise")


# --- record
# ----------------------------------------------------------------------------------------------------------


def test_outcomes_are_recorded_in_the_work_folder_only(tmp_path, monkeypatch):
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    lesson = tmp_path / "work" / "05_title"
    lesson.mkdir(parents=True)
    monkeypatch.chdir(lesson)
    an_exercise("x = 1", [RIGHT], None, monkeypatch)
    assert not list(tmp_path.rglob("*.jsonl"))
    (tmp_path / "work" / record.MARKER).write_text("{}")
    an_exercise("x = 1", [WRONG], None, monkeypatch)
    check.predict("lesson", "how many", 7, 0, 10)
    check.predict("lesson", "how many", ..., 0, 10)
    check.predict("lesson", "how many", 70, 0, 10)
    lines = record.read()
    assert [line["kind"] for line in lines] == ["exercise", "prediction"]
    assert lines[0]["outcome"] == "not yet"
    assert lines[0]["sentence"] == "wrong"
    assert lines[1]["value"] == 7
    assert all(line["schema"] == record.SCHEMA for line in lines)


def test_nothing_is_recorded_while_nbgrader_executes(tmp_path, monkeypatch):
    (tmp_path / record.MARKER).write_text("{}")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    an_exercise("x = 1", [RIGHT], None, monkeypatch)
    assert record.read() == []


def test_a_damaged_line_is_passed_over(tmp_path):
    (tmp_path / record.FILE).write_text(
        '{"kind": "exercise"}\n{"half\n[]\n{"kind": "prediction"}\n'
    )
    assert [line["kind"] for line in record.read(tmp_path)] == ["exercise", "prediction"]


# --- panel
# -----------------------------------------------------------------------------------------------------------


def a_panel(state, *found, **more):
    facts = {"earned": 0.0, "maximum": 4.0, "graded": False, "untouched": ""} | more
    return render.Panel("lesson", "half", state, findings=[(each, True) for each in found], **facts)


def test_panel_escapes_what_a_learner_wrote_and_sets_code():
    panel = a_panel("not yet", findings.Finding(0.0, "`<script>` gave & more"))
    html = panel._repr_html_()
    assert "<code>&lt;script&gt;</code> gave &amp; more" in html
    assert "<script" not in html
    assert "half: not yet" in repr(panel)


def test_outcome_is_never_told_by_colour_alone():
    pages = {
        state: a_panel(state)._repr_html_()
        for state in ("right", "passes here", "not yet", "not attempted")
    }
    assert all(f"half: {state}" in page for state, page in pages.items())
    marks = {re.search("aria-hidden='true'>(.)<", page)[1] for page in pages.values()}
    borders = {re.search("border-left:(.*?) var", page)[1] for page in pages.values()}
    assert len(marks) == len(borders) == 4


def test_checks_work_in_a_terminal():
    code = (
        "from course.check import Learner, gives\nprint(gives('f', (1,), 2.0).run(Learner({'f':"
        " lambda x: 2.0 * x})).sentence)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0
    assert "is 2" in done.stdout


def test_interrupting_a_check_is_a_sentence_and_the_handler_comes_back():
    import signal

    before = signal.getsignal(signal.SIGINT)
    one = learner_with("def stop(): raise KeyboardInterrupt")
    with pytest.raises(Stumble, match="KeyboardInterrupt"):
        one.call("stop", ())
    assert signal.getsignal(signal.SIGINT) is before


def test_practice_json_is_what_a_lesson_shows():
    values = json.loads((ROOT / "course/lessons/title_optimization/practice.json").read_text())
    assert len(values["baseline"]) == len(values["expert"]) == 20


def test_reference_values_of_an_older_scenario_are_not_used(tmp_path, monkeypatch):
    class Doubling:
        DRAWS = 3
        observe = staticmethod(lambda seed: {"x": len(seed)})
        value = staticmethod(lambda seed, action: float(action))

    policies = (lambda x: x), (lambda x: 2 * x)

    salt = tmp_path / "salt.json"
    monkeypatch.setenv("COURSE_SALT", str(salt))
    for baseline, expert in (
        ([32.0] * 3, [64.0] * 3),
        ([1.0] * 3, [64.0] * 3),
        ([32.0] * 3, [5.0] * 3),
        ([32.0] * 2, [64.0] * 2),
    ):
        salt.write_text(
            json.dumps(
                {"salt": "s", "values": {"doubling": {"baseline": baseline, "expert": expert}}}
            )
        )
        assert draws.HiddenDraws("doubling").reference(Doubling, *policies)[1:] == (
            [32.0] * 3,
            [64.0] * 3,
        )


def test_nothing_up_to_rounding_is_told_as_0():
    one = findings.gives("slope", (), 0.0, shown="slope()")
    assert found("def slope(): return -8.98e-16", one).sentence.startswith("`slope()` is 0")
