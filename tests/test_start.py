"""The start page, read from the record: one next step, one state a lesson, bars that can fill."""

import json
import re
import shutil

import pytest

from course import cli, operations
from course.check import record
from course.practice import desk, mastery, planner, standing, start
from tests.conftest import ROOT
from tests.pictures import learner

TITLE = "title_optimization"


def tried(work, *lines):
    """Write a record of these tries: (lesson, exercise, outcome, score), a second apart."""
    (work / record.FILE).write_text(
        "".join(
            json.dumps(
                {
                    "schema": record.SCHEMA,
                    "at": f"2026-03-02T10:00:{place:02}+00:00",
                    "kind": "exercise",
                    "lesson": lesson,
                    "exercise": name,
                    "outcome": outcome,
                    "score": score,
                }
            )
            + "\n"
            for place, (lesson, name, outcome, score) in enumerate(lines)
        )
    )


def lesson_of(work, slug=TITLE):
    return next(each for each in standing.lessons(work) if each.slug == slug)


def all_of(lesson, outcome):
    return [(lesson.slug, each.name, outcome, each.maximum) for each in lesson.checked]


def test_a_lesson_that_was_run_untouched_is_not_begun(work):
    tried(work, *[(TITLE, each.name, "not attempted", 0.0) for each in lesson_of(work).checked])
    assert lesson_of(work).text == "not begun"
    assert start.Page(work).next.lead == "Begin here"


def test_running_an_untouched_copy_takes_nothing_away(work):
    tried(work, (TITLE, "coverage", "passes here", 3.0), (TITLE, "coverage", "not attempted", 0.0))
    assert lesson_of(work).points("passes here") == 3.0


def test_the_last_try_counts(work):
    tried(work, (TITLE, "coverage", "passes here", 3.0), (TITLE, "coverage", "not yet", 0.0))
    assert lesson_of(work).points("passes here") == 0.0
    assert lesson_of(work).text == "begun"


def test_the_next_step(work):
    lessons = standing.lessons(work)
    assert start.Page(work).next.path == lessons[0].path
    tried(
        work,
        (lessons[5].slug, lessons[5].checked[0].name, "right", 2.0),
        (lessons[5].slug, lessons[5].checked[1].name, "not yet", 0.0),
    )
    step = start.Page(work).next
    assert (step.lead, step.path) == ("Go on with", lessons[5].path)
    assert step.detail == f"{lessons[5].checked[1].title} is not yet right."
    tried(work, *all_of(lessons[5], "passes here"))
    assert (start.Page(work).next.lead, start.Page(work).next.path) == ("Next", lessons[6].path)
    tried(work, *all_of(lessons[-1], "passes here"))  # after the last one, what was left out
    assert start.Page(work).next.path == lessons[0].path
    tried(work, *[line for each in lessons for line in all_of(each, "passes here")])
    assert start.Page(work).next.lead == "All lessons pass here"


def bar(html, title):
    """The widths of the segments of a lesson's bar in the list of lessons."""
    row = re.search(rf"<li>(?:(?!</li>).)*>{title}<.*?</li>", html, re.DOTALL).group()
    return {
        kind: float(width)
        for kind, width in re.findall(r"<i class='(\w+)' style='width:([\d.]+)%", row)
    }


def test_a_bar_can_fill_and_passing_here_has_its_own_shade(work):
    tried(work, *all_of(lesson_of(work), "passes here"))
    assert bar(start.Page(work)._repr_html_(), "Title optimization") == {"passes": 100.0}
    tried(work, *all_of(lesson_of(work), "right"))
    assert bar(start.Page(work)._repr_html_(), "Title optimization") == {"right": 100.0}
    tried(work, (TITLE, "token_role", "right", 2.0), (TITLE, "write_title", "not yet", 2.5))
    assert bar(start.Page(work)._repr_html_(), "Title optimization") == {
        "right": 11.1,
        "some": 13.9,
    }


def test_right_in_an_older_record_meant_passes_here(work):
    line = {"kind": "exercise", "lesson": TITLE, "exercise": "coverage", "outcome": "right"}
    (work / record.FILE).write_text(json.dumps({"schema": 1, "score": 3.0} | line) + "\n")
    assert lesson_of(work).points("passes here") == 3.0


@pytest.mark.parametrize(
    "odd",
    [
        {"score": "3"},
        {"score": None},
        {"score": float("nan")},
        {"score": 1e9},
        {"exercise": None},
        {"exercise": ["a"]},
        {"lesson": {}},
        {"outcome": 7},
        {"at": None},
        {"at": 5},
        {"schema": "two"},
    ],
)
def test_an_odd_line_never_breaks_the_page(work, odd):
    good = {"schema": 2, "at": "2026", "kind": "exercise", "lesson": TITLE, "exercise": "coverage"}
    lines = [good | {"outcome": "not yet", "score": 1.0} | odd, {"kind": "answer"} | odd]
    (work / record.FILE).write_text("".join(json.dumps(each) + "\n" for each in lines))
    page = start.Page(work)
    assert "Title optimization" in page._repr_html_()
    assert 0 <= lesson_of(work).points("not yet") <= 3.0


def test_a_notebook_that_cannot_be_read_costs_only_its_own_row(work):
    path = work / lesson_of(work).path
    before = path.read_bytes()
    path.write_text("{half")
    try:
        assert "Title optimization" in start.Page(work)._repr_html_()
    finally:
        path.write_bytes(before)


def test_a_grade_is_shown_until_the_lesson_is_tried_again(work):
    tried(work, *all_of(lesson_of(work), "passes here"))
    record.note(work, "graded", lesson=TITLE, score=16.5)
    assert lesson_of(work).text == "graded: 16.5 of 18"
    assert bar(start.Page(work)._repr_html_(), "Title optimization") == {"right": 91.7}
    record.note(work, "exercise", lesson=TITLE, exercise="coverage", outcome="not yet", score=0)
    assert lesson_of(work).text == "4 of 5 exercises"


def test_every_lesson_stands_once_in_a_part_and_every_function_on_the_map(work):
    html = start.Page(work)._repr_html_()
    listed = html[html.index("<h2>Lessons") :]
    for each in standing.lessons(work):
        assert listed.count(f"href='{each.path}'") == 1, each.slug
        assert f">{each.number}<" in listed
        assert f"{each.minutes} min" in listed
    assert listed.count("<section>") == 7
    drawn = html[: html.index("<h2>Lessons")]
    for function in operations.functions():
        assert f">{function.name}<" in drawn or f">{function.name} (planned)<" in drawn
        assert (f"/{function.lesson}.ipynb'" in drawn) == function.written, function.name
    assert "|" not in drawn


def test_the_notebook_shows_the_page_before_its_cell_is_run(work):
    learner(work, "half-way")
    (cell,) = start.start_notebook(work).cells
    assert cell.outputs[0].data["text/html"] == start.Page(work)._repr_html_()
    script = (ROOT / "course/practice/labextension/static/start.js").read_text()
    assert f"`{start.CELL}`" in script  # what refreshes the page runs this cell and no other


def test_due_dates_come_from_the_courses_table_and_a_broken_one_costs_nothing(work):
    table = work.parent / "dates.toml"
    table.write_text(f"timezone = 'Europe/Berlin'\n[due]\n{TITLE} = 2026-03-02T18:00:00\n")
    try:
        tried(work, (TITLE, "coverage", "not yet", 0.0))
        page = start.Page(work)
        assert "due Mon 2 Mar" in page._repr_html_()
        assert page._repr_html_().count("due Mon 2 Mar") == 1
        assert page.next.detail.endswith("Due Mon 2 Mar, 18:00.")
        table.write_text("[due\n")
        assert "due" not in repr(start.Page(work))
    finally:
        table.unlink()


def guess(off, lesson="a", high=True):
    return standing.Guess(lesson, "q", 50 + 100 * off * (1 if high else -1), 50, off)


def test_calibration_is_honest_with_few_and_says_which_way(work):
    assert standing.calibration([]) == ""
    assert "too few" in standing.calibration([guess(0.05)])
    assert standing.calibration([guess(0.05), guess(0.3)]).startswith(
        "1 of your 2 guesses was close"
    )
    said = standing.calibration([guess(0.05), *[guess(0.4)] * 5])
    assert "Half of them were off by 40%" in said
    assert "you tend to guess high" in said
    balanced = [guess(0.2, high=place % 2 == 0) for place in range(8)]
    assert "tend" not in standing.calibration(balanced)


def test_the_first_guess_counts_once(work):
    line = {"kind": "answer", "lesson": "a", "question": "q", "answer": 30, "low": 0, "high": 100}
    lines = [
        line | {"at": "1", "value": 50},
        line | {"at": "2", "value": 30},
        line | {"value": True},
    ]
    (work / record.FILE).write_text("".join(json.dumps(each) + "\n" for each in lines))
    (one,) = standing.guesses(work)
    assert (one.value, one.off) == (50, pytest.approx(0.2))
    assert "Your guesses" in start.Page(work)._repr_html_()


def test_the_page_in_a_terminal(work):
    learner(work, "half-way")
    said = repr(start.Page(work))
    assert said.startswith("Go on with: 12 ")
    assert "Your guesses: " in said


def test_your_growth_plan_is_the_last_step_of_every_chain(work):
    html = start.Page(work)._repr_html_()
    drawn = html[html.index("<h2>The map") : html.index("<h2>Practice")]
    chains = set(operations.CHAINS) - {"you"}
    last = f"grid-column:{len(operations.STEPS) + 2}"
    ends = [part for part in re.findall(r"<(?:a|span) [^>]*>", drawn) if last in part]
    assert len(ends) == len(chains)
    growth = next(each for each in operations.functions() if each.lesson == "growth_plan")
    assert all(("growth_plan.ipynb'" in end) == growth.written for end in ends)
    # one more chain, one more row: no two ends lie on each other
    assert len({re.search(r"grid-row:(\d+)", end)[1] for end in ends}) == len(chains)


def test_without_an_aim_the_page_says_how_to_get_a_plan(work):
    html = start.Page(work)._repr_html_()
    assert "course plan --stage" in html
    assert "Your two weeks" not in html


def test_with_an_aim_the_page_shows_the_plan(work):
    planner.keep(work, planner.Aim("years_1_to_3", 5.0, {"pricing": 2.0}))
    page = start.Page(work)
    html = page._repr_html_()
    assert "Your two weeks" in html
    assert html.count("<tr>") == 1 + len(page.plan.sessions)
    assert page.plan.sessions[0].goal.split(":")[0] in html
    assert page.plan.sessions[0].day >= mastery.today()
    assert "Each session, in this order" in repr(page)
    (work / "levels.toml").write_text("no levels")
    assert start.Page(work).plan == page.plan  # the course's own; the verb says what is wrong
    (work / "levels.toml").unlink()


def test_a_press_lays_out_the_drill_that_is_due(work):
    board = desk.Desk(work)
    said = []
    board._say = said.append
    board.drill.click()
    assert "begin with a lesson" in said[-1]
    tried(work, (TITLE, "bm25", "not yet", 0.0))
    line = json.loads((work / record.FILE).read_text())
    (work / record.FILE).write_text(json.dumps({**line, "maximum": 4.0}) + "\n")
    board.drill.click()
    assert "href='drills/title_optimization-bm25-1.ipynb'" in said[-1]
    assert (work / "drills/title_optimization-bm25-1.ipynb").is_file()
    assert [each.folder for each in standing.lessons(work) if "drill" in each.folder] == []
    shutil.rmtree(work / "drills")


def test_the_plan_verb(work, monkeypatch, capsys):
    monkeypatch.setattr(cli, "WORK", work)
    assert cli.main(["plan"]) == 1
    assert "say what to plan for" in capsys.readouterr().err
    told = ["plan", "--stage", "years_1_to_3", "--hours", "5", "--job", "pricing=3"]
    assert cli.main(told) == 0
    first = capsys.readouterr().out
    assert "Two weeks, 5 hours each, for Pricing (years 1 to 3)" in first
    assert cli.main(["plan"]) == 0
    assert capsys.readouterr().out == first
    assert cli.main(["plan", "--hours", "3"]) == 0  # the rest stays as it was said
    assert "3 hours each, for Pricing" in capsys.readouterr().out
    for wrong, says in (
        (["--job", "prices"], "there is no function"),
        (["--job", "pricing=much"], "not a function and a number"),
        (["--stage", "9"], "choose one of"),
        (["--hours", "100"], "from 1 to 40"),
    ):
        assert cli.main(["plan", *wrong]) == 1
        assert says in capsys.readouterr().err
    (work / "levels.toml").write_text("no levels")
    assert cli.main(["plan"]) == 1
    assert "levels.toml cannot be read" in capsys.readouterr().err
    (work / "levels.toml").unlink()
