"""Hidden draws: whose salt they come from is never left open, and each round has its own."""

import json

import pytest

from course.check import draws, likely
from course.check.exercise import Exercise
from course.check.findings import Finding
from course.check.learner import Learner


@pytest.fixture
def salt(tmp_path, monkeypatch):
    path = tmp_path / "salt.json"
    monkeypatch.setenv("COURSE_SALT", str(path))
    yield path
    draws.renew(0)


def test_a_salt_that_was_asked_for_and_is_missing_is_an_error(salt):
    """`course grade` says it too: tests/test_cli.py."""
    with pytest.raises(draws.NoSalt, match="is missing"):
        draws.HiddenDraws("title_optimization")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"salt": 3, "values": {}}', '{"salt": "a"}'])
def test_a_salt_that_cannot_be_read_is_an_error(salt, text):
    salt.write_text(text)
    with pytest.raises(draws.NoSalt, match="cannot be read"):
        draws.read_salt()


def test_each_round_has_draws_of_its_own_and_no_values_of_another(salt):
    salt.write_text(json.dumps({"salt": "a", "values": {"x": {"baseline": [1], "expert": [2]}}}))
    seen = []
    for number in (0, 1, 2, 0):
        draws.renew(number)
        seen.append(draws.HiddenDraws("x").seeds(3))
        assert bool(draws.read_salt()["values"]) == (number == 0)
    assert seen[0] == seen[3] == draws.draws("a", "x/", 3)
    assert len({seed for seeds in seen[:3] for seed in seeds}) == 9


@pytest.mark.parametrize("reached", [float("nan"), float("inf"), 1e3])
def test_a_likelihood_that_rounding_made_earns_nothing(reached):
    check = likely(
        "fit",
        (),
        (1.0, 2.0),
        lambda parameters: 0.0 if parameters == (1.0, 2.0) else reached,
        shown="fit()",
    )

    def fit():
        return (1e308, 1e308)

    assert check.run(Learner({"fit": fit})).share == 0.0


def test_a_share_that_is_no_number_earns_nothing():
    exercise = Exercise("title_optimization", "bm25", Learner({}))
    exercise._visible = [(Finding(1.0, "fine"), True)]
    exercise._hidden_ran, exercise._hidden = True, [(Finding(float("nan"), "odd"), True)]
    assert exercise.score() == 0.0
