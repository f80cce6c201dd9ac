"""The simulated learner follows its four rules."""

import pytest

from course.practice.simulated import Learner, live, weeks


def test_an_hour_adds_twelve_hundredths_of_what_is_missing():
    learner = Learner({"a": 0.5}, {})
    learner.practise("a")
    assert learner.mastery["a"] == pytest.approx(0.5 + 0.12 * 0.5)


def test_hours_are_steps_one_after_the_other():
    once, twice = Learner({"a": 0.2}, {}), Learner({"a": 0.2}, {})
    once.practise("a", 2.0)
    twice.practise("a"), twice.practise("a")
    assert once.mastery["a"] == pytest.approx(twice.mastery["a"])


@pytest.mark.parametrize(("base", "readiness"), [(0.0, 0.0), (0.3, 0.5), (0.6, 1.0), (0.9, 1.0)])
def test_what_stands_on_little_is_learned_slowly(base, readiness):
    learner = Learner({"a": base, "b": 0.5, "c": 0.9}, {"b": ("a", "c", "not here")})
    assert learner.readiness("b") == pytest.approx(readiness)
    assert learner.gain("b") == pytest.approx(0.12 * 0.5 * readiness)


def test_ninety_days_halve_what_is_not_practised():
    learner = Learner({"a": 0.8, "b": 0.4}, {})
    learner.wait(90)
    assert learner.mastery == pytest.approx({"a": 0.4, "b": 0.2})


def test_an_exercise_comes_out_right_as_often_as_its_skills_are_mastered():
    assert Learner({"a": 0.8, "b": 0.4}, {}).chance(("a", "b")) == pytest.approx(0.6)


def test_sessions_have_their_days():
    learner = Learner({"a": 0.5, "b": 0.0}, {})
    live(learner, [(0, "b", 1.0), (90, "a", 1.0)], days=180)
    assert learner.mastery["b"] == pytest.approx(0.12 / 4)
    assert learner.mastery["a"] == pytest.approx((0.25 + 0.12 * 0.75) / 2)


def test_a_week_has_so_many_hours():
    learner, asked = Learner({"a": 0.5}, {}), []

    def choose(now, week):
        asked.append((week, now is learner))
        return [("a", 2.0), ("a", 2.0)]

    weeks(learner, choose, number=3, hours=4.0)
    assert asked == [(0, True), (1, True), (2, True)]
    by_hand = Learner({"a": 0.5}, {})
    for _ in range(3):
        live(by_hand, [(0, "a", 2.0), (3.5, "a", 2.0)], 7)
    assert learner.mastery == pytest.approx(by_hand.mastery)
    for wrong in ([("a", 4.1)], [("a", -1.0)]):
        with pytest.raises(ValueError, match="hours of practice"):
            weeks(learner, lambda now, week, wrong=wrong: wrong, number=1, hours=4.0)
