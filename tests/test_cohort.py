"""`course report`: what its numbers are, what it names first, and that it keeps names to itself."""

import csv
import json
import re
import shutil

import nbformat
import numpy as np
import pytest
from nbgrader.api import Gradebook

from course import cli
from course.authoring import layout, release
from course.authoring.release import nbgrader_api
from course.grading import cohort, sandbox
from course.grading.workers import Workers
from tests import browser, synthetic_class
from tests.conftest import Course, empty_gradebook, needs, solved, with_answers


@pytest.fixture(scope="session", autouse=True)
def grader_salt(tmp_path_factory):
    """Only one lesson is graded here: no draws of the others are computed."""
    salt = tmp_path_factory.mktemp("salt") / "salt.json"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COURSE_SALT", str(salt))
        release.write_salt([layout.lesson("title_optimization")], new=True)
        yield


def read(root):
    return cohort.read(nbgrader_api(root))


@pytest.fixture(scope="module")
def big(tmp_path_factory):
    """A class of 120 in three lessons, and the faults that were planted in it."""
    root = tmp_path_factory.mktemp("cohort")
    planted = synthetic_class.make(root, learners=120, lessons=3)
    return root, planted, read(root)


@pytest.fixture
def small(tmp_path):
    """A class of three in one lesson; its grade book can be changed."""
    synthetic_class.make(tmp_path, learners=3, lessons=1, seed=5)
    return tmp_path


def by_name(items):
    return {(item.lesson, item.label): item for item in items}


def test_difficulty_and_discrimination_are_moodles_by_another_way(big):
    root, _, found = big
    item = cohort.items(found)[1]
    with Gradebook(f"sqlite:///{root}/gradebook.db") as book:
        points = {}
        for submission in book.assignment_submissions(item.lesson):
            grades = {grade.cell.name: grade.score for grade in submission.notebooks[0].grades}
            points[submission.student.id] = grades
    own = [grades[item.name] for grades in points.values()]
    rest = [sum(grades.values()) - grades[item.name] for grades in points.values()]
    assert item.facility == pytest.approx(sum(own) / len(own) / item.maximum)
    # Pearson's r from its definition.
    a, b = np.array(own) - np.mean(own), np.array(rest) - np.mean(rest)
    assert item.discrimination == pytest.approx(
        (a * b).sum() / np.sqrt((a**2).sum() * (b**2).sum())
    )


def test_an_author_is_led_to_the_planted_faults(big):
    _, planted, found = big
    mends = cohort.to_mend(cohort.items(found))
    reasons = {
        (mend.item.lesson, mend.item.label): " ".join(
            f"{what}: {why}" for what, why in mend.reasons
        )
        for mend in mends
    }
    assert (mends[0].item.lesson, mends[0].item.label) == planted["key"]
    assert "strong" in reasons[planted["key"]] or "do well" in reasons[planted["key"]]
    assert "message:" in reasons[planted["message"]]
    assert "This looks like percent" in reasons[planted["message"]]
    assert "left it untouched" in reasons[planted["blank"]]
    assert "decision:" in reasons[planted["baseline"]]
    assert "earn less than the baseline" in reasons[planted["baseline"]]
    assert "it can ask for more" in reasons[planted["easy"]]
    # The sentence of a decision that went well is no reason.
    sound = ("00_operations_map", "triage")
    assert "message:" not in reasons.get(sound, "")


def test_one_sentence_with_other_values_is_counted_once_with_its_most_frequent_value():
    names, pattern = set(), None
    message = cohort.Message()
    for value in (3, 4, 4):
        pattern, values = cohort.split(f"`f([1, {value}])` gave {value}.0; asked are 2 shares.")
        message.add(values)
    assert message.text(pattern, names) == "`f(…)` gave …; asked are 2 shares."
    assert message.example(pattern, names) == ("`f([1, 4])` gave 4.0; asked are 2 shares.", 2)


@pytest.mark.parametrize("value", ["'Ana Smith'", "`ana`", "['x', 'SMITH']", "'20260177'"])
def test_an_example_never_names_a_person(value):
    names = {"ana smith", "ana", "smith", "20260177"}
    pattern, values = cohort.split(f"You returned {value}, which is no number.")
    message = cohort.Message()
    message.add(values)
    assert message.example(pattern, names) is None
    assert message.text(pattern, names) == "You returned …, which is no number."
    # Somebody else's harmless value is shown instead.
    message.add(cohort.split("You returned 'x', which is no number.")[1])
    assert message.example(pattern, names)[0] == "You returned 'x', which is no number."


def test_names_and_sentences_are_text_and_nothing_is_loaded(small):
    evil = "<script>alert(1)</script>"
    with Gradebook(f"sqlite:///{small}/gradebook.db") as book:
        student = book.students[0]
        student.first_name, student.last_name = evil, "=cmd()"
        who = student.id
        lesson = book.assignments[0].name
        book.db.commit()
    path = next((small / "autograded" / who / lesson).glob("*.ipynb"))
    told = path.read_text(encoding="utf-8").replace("This looks like percent", "<img src=x>")
    path.write_text(told, encoding="utf-8")
    page = cohort.write(read(small), small / "reports").read_text(encoding="utf-8")
    assert evil not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "<img" not in page
    assert not re.search(r"""<[^>]*(src|href)=(?!["']?#)|url\(|@import|https?:""", page)
    with open(small / "reports" / "learners.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 3
    assert f"'=cmd(), {evil}" in [row["name"] for row in rows]


@pytest.mark.parametrize(
    "outcome",
    [
        "no object",
        {"state": "right", "g": "1", "findings": 3},
        {"state": ["x"], "findings": []},
        {"state": "not yet", "g": float("nan"), "findings": [{"share": 0, "sentence": 5}, None]},
        {"state": "not yet", "findings": [{"share": 0, "sentence": "a" * 10**5}] * 30},
        {"state": "not yet", "findings": [{"share": 0, "sentence": "`'\"[{(" * 40}]},
    ],
)
def test_a_forged_outcome_breaks_nothing(small, outcome):
    for path in small.glob("autograded/*/*/*.ipynb"):
        book = json.loads(path.read_text(encoding="utf-8"))
        for cell in book["cells"]:
            for output in cell.get("outputs", ()):
                output["data"][cohort.OUTCOME] = outcome
        path.write_text(json.dumps(book), encoding="utf-8")
    page = cohort.write(read(small), small / "reports")
    assert page.stat().st_size < 200_000


def test_damaged_and_missing_notebooks_are_counted_and_said(small):
    first, second, *_ = sorted(small.glob("autograded/*/*/*.ipynb"))
    first.unlink()
    second.write_text("[[", encoding="utf-8")
    found = read(small)
    assert found.unread == 2
    page = cohort.write(found, small / "reports").read_text(encoding="utf-8")
    assert re.search(r"<strong>2</strong> graded notebook\(s\) are missing", page)


def test_notebooks_without_outcomes_still_give_points(small):
    for path in small.glob("autograded/*/*/*.ipynb"):
        book = nbformat.read(path, as_version=4)
        for cell in book.cells:
            if cell.cell_type == "code":
                cell.outputs = []
        nbformat.write(book, path)
    found = read(small)
    items = cohort.items(found)
    assert all(item.facility is not None for item in items)
    assert [item.attempted for item in items[:-1]] == [None] * 5
    assert "No graded notebook tells" in cohort.write(found, small / "r").read_text("utf-8")


def test_learners_have_their_points_by_part_what_is_missing_and_late(big):
    root, _, found = big
    table = cohort.learners(found)
    who = table.index[table["missing"].map(len) > 0][0]
    row = table.loc[who]
    with Gradebook(f"sqlite:///{root}/gradebook.db") as book:
        handed_in = {
            each.assignment.name: (each.score, each.total_seconds_late)
            for each in book.student_submissions(who)
        }
    given = set(found.submissions["lesson"])
    assert sorted([*handed_in, *row["missing"]]) == sorted(given)
    assert row["points"] == pytest.approx(sum(score for score, _ in handed_in.values()))
    first = ("00_operations_map", "01_metrics_and_funnel")
    assert row["Find your way"] == pytest.approx(
        sum(score for name, (score, _) in handed_in.items() if name in first)
    )
    assert (row["of Find your way"], row["of Run a store"], row["maximum"]) == (40, 20, 60)
    assert row["late"] == sorted(name for name, (_, late) in handed_in.items() if late > 0)


def test_two_people_of_one_name_are_told_apart(small):
    with Gradebook(f"sqlite:///{small}/gradebook.db") as book:
        for student in book.students:
            student.first_name, student.last_name = "Ann", "Doe"
        ids = [student.id for student in book.students]
        book.db.commit()
    assert set(read(small).learners.values()) == {f"Doe, Ann ({who})" for who in ids}


def test_skills_are_weakest_first_and_split_by_fifths(big):
    found = big[2]
    items = cohort.items(found)
    names, rows = cohort.skills(found, items, cohort.learners(found))
    assert names[0] == "weakest fifth"
    assert [row["share"] for row in rows] == sorted(row["share"] for row in rows)
    one = next(row for row in rows if row["skill"] == "concentration")
    item = by_name(items)["02_product_selection", "gini"]
    assert one["share"] == pytest.approx(item.facility)
    assert one["groups"][0] < one["groups"][-1]


def test_answers_that_wait_are_left_out_of_difficulty(tmp_path):
    synthetic_class.make(tmp_path, learners=30, lessons=1, read=False)
    found = read(tmp_path)
    written = cohort.items(found)[-1]
    assert (written.facility, written.discrimination) == (None, None)
    assert written.waiting == written.learners
    assert "wait to be read" in cohort.write(found, tmp_path / "r").read_text(encoding="utf-8")


def test_an_empty_grade_book_is_told_what_to_do(tmp_path, capsys):
    shutil.copy(empty_gradebook(), tmp_path)
    assert cli.main(["report", "--course-dir", str(tmp_path)]) == 1
    assert "`course grade` first" in capsys.readouterr().err


def test_the_verb_writes_page_and_tables(big, tmp_path, capsys):
    root, _, _ = big
    assert cli.main(["report", "--course-dir", str(root), "--output", str(tmp_path / "r")]) == 0
    assert "report.html" in capsys.readouterr().out
    assert sorted(path.name for path in (tmp_path / "r").iterdir()) == [
        "exercises.csv", "learners.csv", "messages.csv", "report.html",
    ]  # fmt: skip


@pytest.mark.slow
@pytest.mark.xdist_group("classroom")
@needs(sandbox.can_contain())
def test_a_class_that_was_really_graded_tells_states_sentences_and_gains(tmp_path):
    lesson = layout.lesson("title_optimization")
    course = Course(tmp_path, lesson)
    full = solved(lesson)
    course.submit("right", full)
    course.submit("blank", course.blank())
    percent = "def coverage(title, queries):\n    return 100.0"
    for name in ("one", "two"):
        course.submit(name, with_answers(full, {"coverage": percent}))
    with Workers(1) as workers:
        course.classroom().grade(workers)
    found = cohort.read(course.api)
    items = {item.label: item for item in cohort.items(found)}
    assert found.unread == 0
    assert items["coverage"].states == {"right": 1, "not yet": 2, "not attempted": 1}
    assert (items["coverage"].attempted, items["dropped_keyword"].attempted) == (3, 3)
    first = items["coverage"].messages[0]
    assert first["count"] == first["first"] == 2
    assert "100" in first["example"]
    assert len(items["write_title"].g) == 3
    assert min(items["write_title"].g) > 0.8
    assert items["dropped_keyword"].waiting == 3
    page = cohort.write(found, tmp_path / "reports").read_text(encoding="utf-8")
    assert "Find your way" not in page  # only parts that were handed in


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.xdist_group("cohort")
@needs(browser.missing())
def test_the_page_sorts_fits_and_has_no_violations(big):
    root, _, found = big
    page_file = cohort.write(found, root / "reports")
    with browser.chromium() as chromium:
        for theme in ("light", "dark"):
            for width in (1440, 1000):
                page = chromium.new_page(
                    viewport={"width": width, "height": 900}, color_scheme=theme
                )
                asked = []
                page.on("request", lambda request, asked=asked: asked.append(request.url))
                page.goto(page_file.as_uri())
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
                # Every wide table fits, too.
                assert page.evaluate(
                    "[...document.querySelectorAll('.scroll')]"
                    ".every(each => each.scrollWidth <= each.clientWidth)"
                )
                page.evaluate(browser.AXE.read_text(encoding="utf-8"))
                found_by_axe = page.evaluate("axe.run()")["violations"]
                assert [each["id"] for each in found_by_axe] == []
                assert asked == [page_file.as_uri()]
                page.close()
        page = chromium.new_page()
        page.goto(page_file.as_uri())
        head = page.locator("#exercises ~ .scroll th button", has_text="Share of").first
        for _ in range(2):
            head.click()
        shares = page.eval_on_selector_all(
            "#exercises ~ .scroll >> nth=0 >> tbody td:nth-child(4)",
            "cells => cells.map(cell => Number(cell.dataset.v))",
        )
        assert shares == sorted(shares, reverse=True)
        assert len(shares) == 18
        # Without JavaScript it is a page to be read.
        context = chromium.new_context(java_script_enabled=False)
        plain = context.new_page()
        plain.goto(page_file.as_uri())
        assert plain.locator("#learners ~ .scroll tbody tr").first.is_visible()
