"""`course written`: what is pressed on the page is in nbgrader's grade book; answers do nothing."""

import json
import re
import shutil
import signal
import subprocess
import sys
from types import SimpleNamespace
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import nbformat
import pytest
from nbgrader.api import Gradebook
from sqlalchemy.exc import OperationalError

from course import cli
from course.authoring import canon, layout
from course.authoring.release import nbgrader_api
from course.grading import inert
from course.grading import written as reading
from tests import browser, synthetic_class
from tests.conftest import ROOT, needs

LESSON = layout.lessons()[0]
CELL = "my_chain"
PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
HOSTILE = """\
<script>window.hit = 1</script><img src=x onerror="window.hit = 1">
![pasted](attachment:a.png) ![svg](attachment:b.svg) ![far](https://example.org/x.png)
[a link](javascript:alert(1)) [another](https://example.org) **bold** costs $5 and $6
"""


@pytest.fixture(scope="session", autouse=True)
def grader_salt():
    """Nothing is graded here, so that no draws need to be computed."""


@pytest.fixture
def course(tmp_path):
    """A class of six whose written answers nobody has read; one left the stub, one is hostile."""
    synthetic_class.make(tmp_path, learners=6, lessons=1, seed=3, read=False)
    shutil.copytree(LESSON.notebook("source").parent, tmp_path / "source" / LESSON.folder)
    for number, path in enumerate(sorted(tmp_path.glob("autograded/*/*/*.ipynb"))):
        book = nbformat.read(path, as_version=4)
        cell = next(each for each in book.cells if each.id == CELL)
        cell.source = f"Answer number {number} has six words."
        if number == 0:
            cell.source = HOSTILE
            cell.attachments = {"a.png": {"image/png": PNG}, "b.svg": {"image/svg+xml": "<svg/>"}}
        nbformat.write(book, path)
    with Gradebook(f"sqlite:///{tmp_path}/gradebook.db") as book:
        last = sorted(path.name for path in (tmp_path / "autograded").iterdir())[-1]
        grade = grade_of(book, last)
        grade.auto_score, grade.needs_manual_grade = (
            0,
            False,
        )  # as nbgrader does for an untouched stub
        book.db.commit()
    return tmp_path


def grade_of(book, learner):
    return book.find_grade(CELL, LESSON.slug, LESSON.folder, learner)


def in_book(course, learner):
    """(points by hand, waits, comment) as the formgrader reads them."""
    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        grade = grade_of(book, learner)
        comment = book.find_comment(CELL, LESSON.slug, LESSON.folder, learner)
        return grade.manual_score, grade.needs_manual_grade, comment.manual_comment


@pytest.fixture
def desk(course):
    made = reading.Desk(nbgrader_api(course), LESSON.folder, names=True)
    yield made
    made.close()


def place(desk, learner):
    return next(at for at in range(len(desk)) if desk.entry(at)["name"] == learner)


def learners(course):
    return sorted(path.name for path in (course / "autograded").iterdir())


def test_the_question_its_rubric_and_its_model_answers_stand_beside(desk):
    seen = desk.overview()
    assert len(seen["rubric"]) == 4
    assert "Half a point each for" in seen["question"]
    assert [model["points"] for model in seen["models"]] == [0.5, 1.5, 2.0]
    assert sorted(each["state"] for each in seen["entries"])[0] == "blank"
    assert sum(each["state"] == "waits" for each in seen["entries"]) == len(desk) - 1


@pytest.mark.parametrize("lesson", layout.lessons(), ids=lambda lesson: lesson.slug)
def test_every_lesson_can_be_read_by_half_points(lesson):
    cells = canon.read(lesson.notebook("source")).cells
    [at] = [
        at
        for at, cell in enumerate(cells)
        if cell.cell_type == "markdown" and cell.metadata.get("nbgrader", {}).get("grade")
    ]
    rubric = reading.rubric_of(cells[at - 1].source)
    assert len(rubric) * reading.HALF == cells[at].metadata["nbgrader"]["points"]
    assert [points for points, _ in reading._models(lesson.folder)] == [0.5, 1.5, 2.0]


def test_what_is_pressed_is_in_the_grade_book_with_its_comment(course, desk):
    who = learners(course)[1]
    at = place(desk, who)
    assert desk.entry(at)["length"] == "6 words of at most 120."
    assert (desk.entry(at)["waits"], desk.entry(at)["score"]) == (True, None)
    desk.give(at, pressed=[3, 1], remark="Name the unit.")
    assert in_book(course, who) == (1.0, False, "Half a point each for: 1, 3.\n\nName the unit.")
    assert desk.entry(at)["pressed"] == [1, 3]
    assert desk.entry(at)["remark"] == "Name the unit."
    assert desk.overview()["comments"] == ["Name the unit."]
    desk.give(at, pressed=[])
    assert in_book(course, who) == (0.0, False, "Half a point each for: none.")
    desk.give(at)
    assert in_book(course, who) == (None, True, None)


def test_points_and_comments_of_the_formgrader_are_shown_and_win(course, desk):
    who = learners(course)[1]
    at = place(desk, who)
    desk.give(at, pressed=[1, 2], remark="Good.")
    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        grade_of(book, who).manual_score = 1.5
        book.db.commit()
    seen = desk.entry(at)
    assert (seen["score"], seen["pressed"], seen["remark"]) == (1.5, None, "Good.")
    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        comment = book.find_comment(CELL, LESSON.slug, LESSON.folder, who)
        comment.manual_comment = "Typed elsewhere."
        book.db.commit()
    assert desk.entry(at)["remark"] == "Typed elsewhere."
    desk.give(at, score=0.25, remark="Typed elsewhere.")
    assert in_book(course, who) == (0.25, False, "Typed elsewhere.")


@pytest.mark.parametrize(
    "wrong",
    [
        {"pressed": [5]}, {"pressed": [0]}, {"pressed": "12"}, {"pressed": [True]}, {"score": 2.5},
        {"score": -1}, {"score": "1"}, {"score": float("nan")}, {"score": True},
        {"remark": 3}, {"remark": "x" * 10_001},
    ],
)  # fmt: skip
def test_what_the_question_does_not_allow_is_refused(course, desk, wrong):
    before = [in_book(course, who) for who in learners(course)]
    with pytest.raises(ValueError, match=r"half point|points run|characters"):
        desk.give(0, **wrong)
    assert [in_book(course, who) for who in learners(course)] == before


def test_a_locked_grade_book_is_said_and_nothing_is_lost(course, desk, monkeypatch):
    def locked():
        raise OperationalError("insert", {}, Exception("database is locked"))

    monkeypatch.setattr(desk.book.db, "commit", locked)
    with pytest.raises(reading.Busy, match="Press again"):
        desk.give(0, pressed=[1])
    monkeypatch.undo()
    assert desk.give(0, pressed=[1])["score"] == 0.5


def as_graded(text, attachments):
    """An answer's text and attachments as grading leaves them in autograded/."""
    cell = nbformat.v4.new_markdown_cell(text, attachments=attachments)
    book, _ = inert.Inert().preprocess(nbformat.v4.new_notebook(cells=[cell]), {})
    return book.cells[0].source, book.cells[0].get("attachments")


@pytest.mark.parametrize(
    "graded", [lambda *answer: answer, as_graded], ids=["handed in", "as grading leaves it"]
)
def test_an_answer_is_inert_and_shows_its_pictures(graded):
    pictures = {"a.png": {"image/png": PNG}, "b.svg": {"image/svg+xml": "<svg onload='x'/>"}}
    html = reading.shown(*graded(HOSTILE, pictures))
    assert re.findall(r'src="([^"]*)"', html) == [f"data:image/png;base64,{PNG}"]
    assert not re.search(r"<script|<[^>]*(onerror|onload|href)=", html)
    assert "costs $5 and $6" in html.replace("&#36;", "$")
    assert "another (https://example.org)" in html
    assert "attachment:picture" not in html


def test_forged_attachments_break_nothing():
    for attachments in (
        5,
        [],
        {"a": 3},
        {"a": {"image/png": 5}},
        {"a": {"image/png": [5]}},
        {"a": {"image/png": '"><script>'}},
        {"a": {"image/png": "aGVsbG8="}},
    ):
        html = reading.shown("![x](attachment:a)", attachments)
        assert "<script" not in html
        assert "<img" not in html


def test_a_notebook_that_is_gone_is_said(course, desk):
    who = learners(course)[1]
    next((course / "autograded" / who).rglob("*.ipynb")).unlink()
    assert desk.entry(place(desk, who))["html"] is None


def test_a_lesson_that_nobody_handed_in_is_told_what_to_do(course, capsys):
    call = ["written", "05_title_optimization", "--course-dir", str(course)]
    assert cli.main(call) == 1
    assert "Grade it once: `course grade`" in capsys.readouterr().err
    assert cli.main(["written", LESSON.folder, "nosuch", "--course-dir", str(course)]) == 1
    assert "no written question 'nosuch'" in capsys.readouterr().err


@pytest.fixture
def served(course):
    """The page as the verb serves it."""
    server = subprocess.Popen(
        [sys.executable, "-m", "course", "written", LESSON.folder, "--no-browser", "--names",
         "--course-dir", str(course)],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
        # Ctrl-C must reach it: a suite that runs in the background ignores it, and so would it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    base, token = re.search(r"(http://127\.0\.0\.1:\d+/)#(\S+)", server.stdout.readline()).groups()
    yield SimpleNamespace(course=course, base=base, token=token)
    server.send_signal(signal.SIGINT)
    assert server.wait(120) in (0, 130)  # a busy machine takes its time


def asked(served, path, method="GET", body=None, **headers):
    request = Request(
        served.base + path, method=method, headers=headers, data=body and json.dumps(body).encode()
    )
    try:
        with urlopen(request) as answer:
            return answer.status, answer.read().decode(), answer.headers
    except HTTPError as error:
        return error.code, error.read().decode(), error.headers


@pytest.mark.slow
def test_without_the_token_there_is_no_data_and_nothing_is_written(served):
    key = {"Authorization": f"token {served.token}"}
    status, page, headers = asked(served, "")
    assert status == 200
    assert "Answer number" not in page
    assert served.token not in page
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert not re.search(r"https?://", page)
    for told in ({}, {"Authorization": "token x"}, {"Authorization": "token é"}, {"Cookie": "a=b"}):
        assert asked(served, "api/overview", **told)[0] == 403
        assert asked(served, "api/entries/0", "PUT", {"pressed": [1]}, **told)[0] == 403
    # A name elsewhere that leads to this machine is no way in.
    assert asked(served, "api/overview", **key, Host="evil.example:80")[0] == 403
    assert asked(served, "", Host="evil.example")[0] == 403
    assert asked(served, "api/overview", **key)[0] == 200
    assert asked(served, "api/entries/99", **key)[0] == 404
    assert asked(served, "../gradebook.db", **key)[0] == 404
    assert asked(served, "api/entries/0", "PUT", {"pressed": [9]}, **key)[0] == 400
    assert asked(served, "api/entries/0", "PUT", ["x"], **key)[0] == 400
    assert all(in_book(served.course, who)[0] is None for who in learners(served.course))


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.xdist_group("written_page")
@needs(browser.missing())
def test_a_class_is_read_with_the_keyboard(served):
    with browser.chromium() as chromium:
        page = chromium.new_page(viewport={"width": 1000, "height": 800})
        page.set_default_timeout(30_000)
        outside = []
        page.on(
            "request",
            lambda request: (
                outside.append(request.url)
                if not request.url.startswith((served.base, "data:"))
                else None
            ),
        )
        page.goto(f"{served.base}#{served.token}")
        page.get_by_text("not read yet").wait_for()
        assert served.token not in page.url
        page.reload()
        page.get_by_text("not read yet").wait_for()

        def name():
            return page.locator("#facts").inner_text().split(" · ")[1]

        def saved(words):
            page.locator("#saved", has_text=words).wait_for()

        # Half points by key, a comment by key, the next one that waits.
        first = name()
        page.keyboard.press("1")
        saved("Saved: 0.5 of 2.")
        page.keyboard.press("4")
        saved("Saved: 1 of 2.")
        page.keyboard.press("c")
        page.keyboard.type("Say how sure you are.")
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Say how sure you are.").wait_for()
        assert in_book(served.course, first) == (
            1.0,
            False,
            "Half a point each for: 1, 4.\n\nSay how sure you are.",
        )
        page.keyboard.press("u")
        page.get_by_text("not read yet").wait_for()
        second = name()
        assert second != first
        # By mouse, and the comment given before by its key.
        page.get_by_role("group", name="Half points").get_by_role("button").nth(1).click()
        saved("Saved: 0.5 of 2.")
        page.keyboard.press("5")
        page.wait_for_function("document.querySelector('#remark').value.includes('how sure')")
        page.keyboard.press("ArrowRight")
        page.wait_for_function(
            "who => !document.querySelector('#facts').textContent.includes(who)", arg=second
        )
        assert in_book(served.course, second) == (
            0.5,
            False,
            "Half a point each for: 2.\n\nSay how sure you are.",
        )
        # Typed points, as in the formgrader; then no points at all.
        third = name()
        page.locator("#score").fill("1.25")
        page.locator("#score").blur()
        saved("Saved: 1.25 of 2.")
        assert in_book(served.course, third)[:2] == (1.25, False)
        page.keyboard.press("0")
        saved("Saved: 0 of 2.")
        assert in_book(served.course, third) == (0.0, False, "Half a point each for: none.")
        # All are looked at: the hostile one does nothing and its picture is shown.
        count, pictures = len(learners(served.course)), 0
        for _ in range(count):
            page.keyboard.press("ArrowLeft")
        for number in range(1, count + 1):
            page.locator("#place", has_text=f"{number} of {count}").wait_for()
            pictures += page.locator("#answer img[src^='data:image/png']").count()
            page.keyboard.press("ArrowRight")
        assert pictures
        assert page.evaluate("window.hit") is None
        assert outside == []
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            page.evaluate(browser.AXE.read_text(encoding="utf-8")) if theme == "light" else None
            assert [
                f"{each['id']}: {node['html']}"
                for each in page.evaluate("axe.run()")["violations"]
                for node in each["nodes"]
            ] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.xdist_group("written_page")
@needs(browser.missing())
def test_the_formgrader_shows_the_same(course, tmp_path_factory):
    who = learners(course)[1]
    desk = reading.Desk(nbgrader_api(course), LESSON.folder, names=True)
    desk.give(place(desk, who), pressed=[1, 2, 4], remark="Name the unit.")
    desk.close()
    shutil.copy(ROOT / "nbgrader_config.py", course)
    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        submission = book.find_submission_notebook(LESSON.slug, LESSON.folder, who).id
    scratch = tmp_path_factory.mktemp("written")
    with browser.jupyterlab(course, scratch) as (base, token), browser.chromium() as chromium:
        page = chromium.new_page()
        page.set_default_timeout(60_000)
        page.goto(f"{base}lab?token={token}")  # where the token becomes a cookie
        page.goto(f"{base}formgrader/submissions/{submission}/")
        page.wait_for_function("document.querySelectorAll('textarea.comment').length > 0")
        # The page asks the grade book for each value after it has loaded.
        page.wait_for_function(
            "[...document.querySelectorAll('input.score[id]')].at(-1).value === '1.5'"
        )
        page.wait_for_function(
            "[...document.querySelectorAll('textarea.comment')].some(each => each.value)"
        )
        comments = page.locator("textarea.comment").evaluate_all(
            "all => all.map(each => each.value)"
        )
        assert "Half a point each for: 1, 2, 4.\n\nName the unit." in comments
