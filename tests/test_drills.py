"""Drills: every exercise once more, from the lesson's own cells, on fresh numbers."""

import contextlib
import io
import json
import shutil

import nbformat
import pytest

from course import cli
from course.authoring import release
from course.check import draws, learner, record
from course.practice import drills, mastery, skills
from tests.conftest import ROOT

WORK = {key: each for key, each in skills.exercises().items() if each.kind != "written"}
DECISIONS = [key for key in WORK if key in skills.ladder()]


@pytest.fixture
def work(tmp_path):
    (tmp_path / record.MARKER).write_text("{}")
    return tmp_path


@pytest.fixture(autouse=True)
def own_learner():
    yield
    learner.provide(None)


def run(notebook, answer=None):
    """The panel of a drill's check, with `answer` in place of its stub."""
    cells = {cell.id: cell.source for cell in notebook.cells}
    names = {"__name__": "__main__", "display": lambda *shown, **how: None}  # as IPython has it
    learner.provide(lambda: learner.Learner(names))
    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(NotImplementedError):
        exec(cells.get("setup", ""), names)
        exec(cells["answer"] if answer is None else answer, names)
    exec(cells["check"].replace("ex.score()", "SCORE = ex.score()"), names)
    return names["SCORE"].panel


@pytest.mark.parametrize("key", WORK, ids="/".join)
def test_every_exercise_has_a_drill_that_its_answer_passes(key):
    """With an untouched stub it is not attempted; with the lesson's own answer it is right, on
    hidden checks of its own draw, whichever that is. `source` stands for the work folder of somebody
    who has done the lesson.
    """
    untouched = drills.made(ROOT / "source", WORK[key], draw=1)
    nbformat.validate(untouched)
    assert run(untouched).state == "not attempted"
    for draw in (1, 2, 3):
        panel = run(drills.made(ROOT / "source", WORK[key], draw), drills.model_answer(*key))
        assert (panel.state, panel.graded) == ("right", True), draw


@pytest.mark.parametrize("key", DECISIONS, ids="/".join)
def test_a_harder_market_is_another_and_can_be_told_apart(key):
    """What is seen or earned changes, and the expert still beats the baseline clearly."""
    lesson, name = key
    plain, answers = release.rooms(lesson)
    hard = drills.harder(lesson, name)
    seeds = draws.draws("drill-1", lesson, 6)
    low, high = draws.reference_values(hard, answers.baseline, answers.expert, seeds)
    assert sum(high) > sum(low)
    usual = draws.reference_values(plain, answers.baseline, answers.expert, seeds)
    assert (low, high) != usual
    # the lesson's own market stays as it is
    again = release.rooms(lesson)[0]
    assert draws.reference_values(again, answers.baseline, answers.expert, seeds) == usual
    notebook = drills.made(ROOT / "source", WORK[key], draw=2, hard=True)
    assert skills.ladder()[key]["says"] in notebook.cells[0].source
    panel = run(notebook, drills.model_answer(*key))
    assert panel.g is not None
    assert panel.earned > 0


def test_every_decision_that_has_a_market_has_a_ladder():
    decisions = {key for key, each in WORK.items() if each.kind == "decide"}
    # the threshold has no market of its own; a launch is judged on two things at once
    assert decisions - set(DECISIONS) == {("pricing", "threshold"), ("product_operation", "launch")}


def test_a_changed_number_must_be_one_that_the_scenario_has(monkeypatch):
    table = {("pricing", "set_prices"): {"says": "", "set": {"NO_SUCH": 1}}}
    monkeypatch.setattr(skills, "ladder", lambda: table)
    with pytest.raises(LookupError, match="NO_SUCH"):
        drills.harder("pricing", "set_prices")
    table["pricing", "set_prices"] = {"says": "", "laws": {"channel.sales": {"spraed": 1}}}
    with pytest.raises(LookupError, match="spraed"):
        drills.harder("pricing", "set_prices")


def test_a_drill_says_which_earlier_exercise_it_needs(work):
    """It takes the learner's own; where that is not solved, its first cell says so."""
    key = ("pricing", "set_prices")
    solved = drills.made(ROOT / "source", WORK[key], draw=1)
    fresh = drills.made(work, WORK[key], draw=1)
    assert "**First:**" not in solved.cells[0].source
    assert "uses `elasticity` of the same lesson" in fresh.cells[0].source
    alone = drills.made(work, WORK["pricing", "breakeven_lift"], draw=1)
    assert "**First:**" not in alone.cells[0].source


def test_no_text_is_written_twice():
    """Question, stub and check are the released lesson's, but for the line that names the draw."""
    notebook = drills.made(ROOT / "source", WORK["title_optimization", "bm25"], draw=1)
    lesson = nbformat.read(
        ROOT / "release/05_title_optimization/title_optimization.ipynb", as_version=4
    )
    released = {cell.id: cell.source for cell in lesson.cells}
    made = {cell.id: cell.source for cell in notebook.cells}
    assert made["question"] == released["bm25_question"]
    assert made["answer"] == released["bm25"]
    extra = set(made["check"].split("\n")) - set(released["bm25_test"].split("\n"))
    assert extra == {
        "from course.practice import drills",
        'ex = drills.exercise("title_optimization", "bm25", draw=1)',
    }


def test_another_number_is_another_draw():
    seeds = [draws.HiddenDraws("pricing", salt=f"drill-{n}").seeds(3) for n in (1, 2, 1)]
    assert seeds[0] != seeds[1]
    assert seeds[0] == seeds[2]
    one, other = (
        drills._checks("pricing", "any", n, False, lambda hidden: hidden.seeds(3)) for n in (1, 2)
    )
    assert one == seeds[0]  # the hidden checks that a drill makes are those of its draw
    assert other == seeds[1]


def test_a_drill_is_recorded_and_counts_as_evidence(work, monkeypatch):
    monkeypatch.chdir(work)
    path = drills.lay(work, "bm25")
    assert path == work / "drills" / "title_optimization-bm25-1.ipynb"
    notebook = nbformat.read(path, as_version=4)
    run(notebook)  # untouched: no try
    run(notebook, drills.model_answer("title_optimization", "bm25"))
    lines = [line for line in record.read(work) if line["kind"] == "drill"]
    assert [line["outcome"] for line in lines] == ["not attempted", "right"]
    assert (lines[1]["draw"], lines[1]["hard"], lines[1]["fresh"]) == (1, False, True)
    found = mastery.evidence(record.read(work))
    assert [(each.draw, each.share, each.weight) for each in found] == [("1", 1.0, 2.0)]
    # the next one has the next number, also where the file was deleted
    path.unlink()
    assert drills.lay(work, "bm25").name.endswith("-2.ipynb")
    assert drills.lay(work, "bm25").name.endswith("-3.ipynb")


def test_a_slip_gets_its_points_and_a_sentence_without_the_wanted_value(work, monkeypatch):
    monkeypatch.chdir(work)
    notebook = drills.made(work, WORK["pricing", "breakeven_lift"], draw=1)
    panel = run(notebook, "def breakeven_lift(cm, d):\n    return 0.5")
    assert panel.state == "not yet"
    assert panel.earned == 0


def test_where_answers_are_missing_it_runs_and_says_what_it_is(work, monkeypatch):
    monkeypatch.setattr(drills, "_answers", lambda lesson: None)
    monkeypatch.chdir(work)
    for name, fresh in (("bm25", False), ("token_role", True)):
        key = ("title_optimization", name)
        notebook = drills.made(ROOT / "source", WORK[key], draw=1)
        assert ("the lesson's numbers" in notebook.cells[0].source) is not fresh
        panel = run(notebook, drills.model_answer(*key))
        assert panel.state == "passes here"
        assert record.read(work)[-1]["fresh"] is fresh
    draws_of = {each.exercise: each.draw for each in mastery.evidence(record.read(work))}
    assert draws_of == {"bm25": "", "token_role": "1"}
    with pytest.raises(drills.NoDrill, match="clone"):
        drills.lay(work, "title_writing", hard=True)


def test_reveal_waits_for_a_try(work, monkeypatch, capsys):
    monkeypatch.chdir(work)
    said = []
    monkeypatch.setattr(drills.render, "say", said.append)
    drills.reveal("title_optimization", "bm25", 1)
    assert "first try" in said[-1]
    record.note(work, "drill", lesson="title_optimization", exercise="bm25", draw=1)
    drills.reveal("title_optimization", "bm25", 1)
    assert len(said) == 1
    monkeypatch.setattr(drills, "model_answer", lambda *_: None)
    drills.reveal("title_optimization", "bm25", 1)
    assert "not in this folder" in said[-1]


def test_a_model_answer_has_no_marks_of_nbgrader():
    for key in WORK:
        answer = drills.model_answer(*key)
        assert answer
        assert "###" not in answer


@pytest.mark.parametrize(
    ("said", "key"),
    [("bm25", "bm25"), ("Price elasticity", "price_elasticity"), ("NEWSVENDOR", "newsvendor"),
     ("free delivery", "free_delivery"), ("simpson", "mix_shift")],
)  # fmt: skip
def test_a_skill_is_found_by_its_name(said, key):
    assert drills.find(said) == key


@pytest.mark.parametrize(
    ("said", "says"), [("zzz", "--list"), ("k", "Which one"), ("memo", "read by a person")]
)
def test_a_name_that_is_none_or_many_gets_a_sentence(said, says):
    with pytest.raises(drills.NoDrill, match=says):
        drills.find(said)


def test_what_is_due_comes_first():
    today = mastery.today()
    line = {"kind": "exercise", "lesson": "title_optimization", "outcome": "right", "maximum": 4.0}
    bm25 = {**line, "exercise": "bm25", "score": 4.0, "at": f"{today}T08:00:00+00:00"}
    coverage = {**line, "exercise": "coverage", "score": 0.0, "at": f"{today}T08:00:00+00:00"}
    assert drills.due([], today) is None
    key, why = drills.due([bm25, coverage], today)
    assert (key, "Nothing is due" in why) == ("query_coverage", True)
    key, why = drills.due([{**bm25, "at": "2026-01-05T08:00:00+00:00"}, coverage], today)
    assert (key, "due for a review" in why) == ("bm25", True)


def test_the_verb(work, monkeypatch, capsys):
    monkeypatch.setattr(cli, "WORK", work)
    assert cli.main(["drill", "bm25"]) == 0
    assert "work/drills/title_optimization-bm25-1.ipynb is ready" in capsys.readouterr().out
    assert cli.main(["drill"]) == 1
    assert "nothing is tried yet" in capsys.readouterr().err
    assert cli.main(["drill", "bm25", "--hard"]) == 1
    assert "no harder market" in capsys.readouterr().err
    assert cli.main(["drill", "set_prices", "--hard"]) == 1
    capsys.readouterr()
    assert cli.main(["drill", "price_setting", "--hard"]) == 0
    assert json.loads((work / "drills/pricing-set_prices-1.ipynb").read_text())["cells"]
    assert cli.main(["drill", "--list"]) == 0
    assert "price_setting" in capsys.readouterr().out
    shutil.rmtree(work / "drills")
    (work / "drills").write_text("a file in the way")
    assert cli.main(["drill", "bm25"]) == 1
    assert "cannot be written" in capsys.readouterr().err
    (work / record.MARKER).unlink()
    assert cli.main(["drill", "bm25"]) == 1
    assert "course lab" in capsys.readouterr().err
