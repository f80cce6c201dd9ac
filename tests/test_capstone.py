"""The quarter's lesson: functions of other lessons come along unchanged, and what is told is true."""

import ast
import json
import shutil

import numpy as np
import pytest

from course.authoring import canon, layout
from course.check import InvalidAction, record
from course.check.learner import Learner
from course.lessons.capstone_quarter import PLAIN, QUARTERS, account, alone, answers, checks
from course.lessons.capstone_quarter import bring as bringing
from course.lessons.capstone_quarter import look_back as looking
from course.lessons.capstone_quarter import scenario as scenarios
from course.lessons.capstone_quarter.bank import PRACTICE
from course.market.quarter import PLUGS, Quarter, baseline, chain, play
from tests.conftest import ROOT

LESSON = layout.lesson("capstone_quarter")
bring_module = __import__("course.lessons.capstone_quarter.bring", fromlist=["collected"])


def brought(folder):
    """The functions that come out of the lessons under `folder`."""
    text, _ = bring_module.collected(folder)
    namespace = {}
    exec(text, namespace)
    return namespace["functions"]


@pytest.fixture(scope="module")
def ours():
    return brought(ROOT / "source")


# Functions of other lessons


def test_every_plug_is_found_in_its_lesson_and_runs(ours):
    assert set(ours) == set(PLUGS)
    tried = bring_module.try_out(ours)
    assert set(tried["said"]) == {"runs"}


def test_a_function_is_brought_as_it_stands_in_its_lesson():
    """Word by word, but for comments: the same syntax tree."""
    text, table = bring_module.collected(ROOT / "source")
    functions = {
        node.name: node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)
    }
    for lesson, name in table[["lesson", "function"]].itertuples(index=False):
        cells = canon.read(layout.lesson(str(int(lesson))).notebook("source")).cells
        own = next(
            node
            for cell in cells
            if cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get("solution")
            for node in ast.parse(cell.source).body
            if isinstance(node, ast.FunctionDef) and node.name == name
        )
        assert ast.dump(own) == ast.dump(functions[name]), name


def test_the_lessons_own_answer_is_what_bring_gives():
    cell = next(c for c in canon.read(LESSON.notebook("source")).cells if c.id == "policy")
    inside = {ast.dump(node) for node in ast.walk(ast.parse(cell.source))}
    text, _ = bring_module.collected(ROOT / "source")
    assert all(ast.dump(node) in inside for node in ast.parse(text).body)


def test_what_is_not_written_stays_out():
    text, table = bring_module.collected(ROOT / "release")
    assert set(table["state"]) == {bring_module.NOT_WRITTEN}
    assert brought(ROOT / "release") == {}
    assert "lesson_" not in text


def test_what_is_there_comes_alone(tmp_path):
    for folder in ("05_title_optimization", "23_merchant_operation"):
        shutil.copytree(ROOT / "source" / folder, tmp_path / folder)
    shutil.copytree(ROOT / "release" / "08_pricing", tmp_path / "08_pricing")
    (tmp_path / "16_category_operation").mkdir()
    (tmp_path / "16_category_operation" / "category_operation.ipynb").write_text("{")
    _, table = bring_module.collected(tmp_path)
    states = dict(zip(table["function"], table["state"], strict=True))
    assert states["write_title"] == states["act"] == bring_module.HERE
    assert states["set_prices"] == bring_module.NOT_WRITTEN
    assert states["bids"] == bring_module.NOT_THERE
    assert set(brought(tmp_path)) == {"write_title", "act"}


def test_bring_puts_a_cell_below_and_says_so(monkeypatch, capsys):
    given = []

    class Shell:
        def set_next_input(self, text):
            given.append(text)

    monkeypatch.setattr("IPython.get_ipython", Shell)
    table = bringing(ROOT / "source")
    assert len(table) == len(PLUGS)
    assert "def lesson_05():" in given[0]
    assert f"{len(PLUGS)} of {len(PLUGS)} functions" in capsys.readouterr().out


def test_bring_without_other_lessons_says_so_and_breaks_nothing(monkeypatch, capsys):
    monkeypatch.setattr(record, "work_folder", lambda: None)
    assert bringing() is None
    assert "nothing was brought" in capsys.readouterr().out
    bringing(ROOT / "release")
    assert "None of your earlier lessons" in capsys.readouterr().out


def test_a_function_that_fails_is_told_in_words_and_the_others_go_on():
    def write_title(product, query_log, rivals):
        return product["no such"]

    def threshold(baskets, fee, cost, margin):
        return -5

    tried = bring_module.try_out(PLAIN | {"write_title": write_title, "threshold": threshold})
    said = dict(zip(tried["function"], tried["said"], strict=True))
    assert said["write_title"] == "stopped with KeyError: 'no such'"
    assert said["threshold"].startswith("not allowed: threshold")
    assert said["assort"] == "runs"


# What is told


def test_the_past_quarters_are_those_of_the_engine():
    path = LESSON.room / "past_quarters.csv"
    assert path.read_text(encoding="utf-8") == answers.past_quarters()


def test_the_key_of_the_shocks_is_the_truth():
    key = PRACTICE | answers.SHOCK_KEY
    assert tuple(sorted(key)) == QUARTERS == tuple(answers.PAST_SEEDS)
    for quarter, seed in answers.PAST_SEEDS.items():
        truth = Quarter(seed).truth()
        assert key[quarter][:2] == (truth["shock"], truth["hits"])


def test_a_reader_of_the_two_rates_finds_each_shock():
    """What the exercise's pictures show is enough: a rule that reads nothing else finds all five."""
    from course.lessons.capstone_quarter.bank import past_quarter

    for quarter, (shock, week, _) in (PRACTICE | answers.SHOCK_KEY).items():
        table = past_quarter(quarter).set_index("week")
        units, brings = (
            table[name] / table["orders"] / (table[name] / table["orders"])[:3].mean()
            for name in ("units", "commissions")
        )
        if units.isna().any():
            found = ("tracking outage", units.index[units.isna()][0])
        elif (brings < 0.9).sum() >= 2:
            found = ("competitor", brings.index[brings < 0.9][0])
        else:
            found = ("supplier delay", units.index[units < 0.87][0] - 2)
        assert found[0] == shock
        assert abs(found[1] - week) <= checks.WITHIN


def test_the_verdicts_of_fresh_tests_are_all_asked_for():
    found = {verdict for _, verdict in answers.fresh_tests("0123456789abcdef")}
    assert found == set(checks.VERDICTS)


def test_parts_of_the_course_share_what_all_earn_together():
    shares = account(PLAIN, 3)
    together = play(chain(PLAIN), 3).value - play(baseline, 3).value
    assert shares.sum() == pytest.approx(together)
    assert list(shares.index)[:2] == ["Run a store", "Keep users: the platform"]
    assert len(shares) == 4


@pytest.mark.slow
def test_the_sum_of_the_parts_is_about_four_fifths_of_the_whole(ours):
    earned = alone(ours, 3)
    assert earned["sum of these"] / earned["all together"] == pytest.approx(0.8, abs=0.05)


def test_the_truth_names_what_was_planted_and_when_its_lever_was_touched():
    told = looking.__globals__["truth"]
    log = play(lambda obs: {"shelf": []} if obs["week"] == 2 else {}, 3).log
    table, truth = told(log, 3), Quarter(3).truth()
    assert list(table.index) == [*truth["weaknesses"], truth["shock"]]
    assert table.loc["slow shelf", "first touched"] == "week 2"
    assert table.loc["tired list", "first touched"] == "never"


# The decision


def test_a_refused_action_is_told_and_a_frozen_lever_stays(monkeypatch):
    scenario = scenarios.Scenario()
    with pytest.raises(InvalidAction, match="week 1: threshold"):
        scenario.play(3, lambda observation: {"threshold": 500.0})
    quiet = play(baseline, 3).value
    assert scenario.play(3, lambda observation: {}) == quiet
    monkeypatch.setattr(scenarios, "FROZEN", ("threshold",))
    assert scenario.play(3, lambda observation: {"threshold": 40.0}) == quiet


def g_of_batches(policy, runs, size):
    """SD of g over batches of `size` of the `runs` quarters, by the bootstrap; and g of all."""
    seeds = [f"batch-{number}" for number in range(runs)]
    low, high, mine = (
        np.array([play(each, seed).value for seed in seeds])
        for each in (baseline, answers.expert, policy)
    )
    batches = np.random.default_rng(1).integers(runs, size=(2000, size))
    each = (mine - low)[batches].sum(axis=1) / (high - low)[batches].sum(axis=1)
    return each.std(), (mine - low).sum() / (high - low).sum()


@pytest.mark.slow
def test_twelve_quarters_tell_policies_apart():
    sd, g = g_of_batches(answers.novice, 36, scenarios.Scenario.DRAWS)
    assert sd <= 0.08
    assert 0.2 <= g <= 0.4


def test_the_log_of_a_policy_passes_and_that_of_another_quarter_does_not():
    log = play(baseline, checks.LOG_SEED).log
    assert checks.log_problem(log) == ""
    assert checks.my_log()[0].run(Learner({"my_log": log})).share == 1.0
    assert "quarter 4" in checks.log_problem(play(baseline, 4).log)
    assert "no log" in checks.log_problem("[" * 100_000)
    lines = log.splitlines()
    assert "12 of 13" in checks.log_problem("\n".join([*lines[:13], lines[-1]]) + "\n")
    assert json.loads(lines[0])["seed"] == checks.LOG_SEED
