"""Mastery: the formula by hand, what counts as evidence, and what the states say."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy import stats

from course.practice import mastery as m
from course.practice import skills

TODAY = datetime.date(2026, 3, 31)


def line(days_ago, score, maximum=4.0, *, exercise="bm25", kind="exercise", **more):
    lesson = more.pop("lesson", "title_optimization")
    at = f"{TODAY - datetime.timedelta(days=days_ago)}T12:00:00.000000+00:00"
    outcome = "passes here" if score == maximum else "not yet"
    return {
        "schema": 2, "at": at, "kind": kind, "lesson": lesson, "exercise": exercise,
        "outcome": outcome, "score": score, "maximum": maximum, **more,
    }  # fmt: skip


def known(*lines, key="bm25"):
    return m.mastery(m.evidence(lines), TODAY)[key]


def test_the_formula_by_hand():
    """Right today (weight 2), a drill half right 90 days ago (weight 2, counts half)."""
    found = known(line(90, 2.0, kind="drill", draw="7"), line(0, 4.0))
    # right: 2 x 1 + 1 x 0.5 = 2.5; weights: 2 + 1 = 3
    assert found.n_eff == pytest.approx(3.0)
    assert found.m == pytest.approx((1 + 2.5) / (2 + 3))
    low, high = stats.beta(3.5, 1.5).ppf([0.1, 0.9])
    assert (found.low, found.high) == pytest.approx((low, high))


def test_without_evidence_nothing_is_known():
    found = known()
    assert (found.m, found.n_eff, found.state) == (0.5, 0.0, "unknown")
    assert (found.low, found.high) == pytest.approx((0.1, 0.9))  # Beta(1, 1) is flat


def test_the_first_full_attempt_counts_fully_and_later_ones_seven_tenths():
    assert m.evidence([line(3, 4.0), line(1, 0.0)])[0].share == 1.0
    late = m.evidence([line(3, 0.0), line(2, 2.0), line(1, 4.0)])
    assert [(each.share, each.attempts) for each in late] == [(0.7, 3)]
    assert late[0].day == TODAY - datetime.timedelta(days=1)
    # a first 0.75 is worth more than a later 1.0
    assert m.evidence([line(3, 3.0), line(1, 4.0)])[0].share == 0.75


def test_pressing_again_is_no_new_evidence_and_a_new_draw_is():
    once = known(line(0, 4.0))
    assert known(*[line(0, 4.0)] * 9) == once
    assert known(line(0, 4.0), line(0, 4.0, kind="drill", draw="1")).n_eff == once.n_eff + 2
    assert known(*[line(0, 4.0, kind="drill", draw="1")] * 2).n_eff == once.n_eff


def test_an_untouched_stub_is_no_attempt():
    assert m.evidence([{**line(0, 0.0), "outcome": "not attempted"}]) == []


@pytest.mark.parametrize(
    ("found", "state"),
    [
        (m.of(2.9, 2.9), "unknown"),
        (m.of(0.0, 3.0), "gap"),
        (m.of(2.0, 3.0), "working"),  # 0.6
        (m.of(1.99, 3.0), "gap"),
        (m.of(5.9, 5.9), "working"),  # above 0.8, but too little
        (m.of(6.0, 6.0), "solid"),
        (m.of(4.0, 6.0), "working"),
    ],
)
def test_states(found, state):
    assert found.state == state


def test_every_skill_of_an_exercise_gets_its_evidence():
    lines = [line(0, 5.0, 5.0, exercise="write_title")]
    found = m.mastery(m.evidence(lines), TODAY)
    carried = skills.exercises()["title_optimization", "write_title"].skills
    assert {key for key, one in found.items() if one.n_eff} == set(carried)
    assert {found[key].n_eff for key in carried} == {3.0}  # a decision weighs 3


def test_a_function_is_the_mean_of_its_skills():
    found = m.mastery(m.evidence([line(0, 4.0)]), TODAY)
    of = m.functions(found)["title_optimization"]
    keys = skills.functions()["title_optimization"]
    assert of.m == pytest.approx((0.75 + 0.5 * (len(keys) - 1)) / len(keys))
    assert of.n_eff == 2.0
    assert of.low < of.m < of.high
    # more skills, a narrower interval than that of one of them
    assert of.high - of.low < found["bm25"].high - found["bm25"].low


def test_a_function_of_one_skill_is_that_skill():
    one = m.of(3.0, 4.0)
    mean = m._mean([one])
    assert (mean.m, mean.low, mean.high) == pytest.approx((one.m, one.low, one.high))


@pytest.mark.parametrize(
    "damage",
    [
        {"score": float("nan")}, {"score": "4"}, {"score": None}, {"maximum": 0}, {"at": "?"},
        {"at": None}, {"lesson": "no_such"}, {"exercise": ["x"]}, {"kind": "hint"},
        {"outcome": "perfect"}, {"score": True},
    ],
)  # fmt: skip
def test_a_damaged_line_is_passed_over(damage):
    assert m.evidence([{**line(0, 4.0), **damage}]) == []


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.integers(-5, 900), st.floats(-9, 9)), max_size=12))
def test_mastery_stays_within_its_bounds(tries):
    lines = [line(age, score, kind="drill", draw=str(n)) for n, (age, score) in enumerate(tries)]
    found = known(*lines)
    assert 0.0 < found.low < found.m < found.high < 1.0
    assert 0.0 <= found.n_eff <= 2.0 * len(tries)
