"""The page that a learner gets back, as a browser shows it: on a desk, on a phone, on paper; and
nothing in it runs.
"""

import pytest

from course.authoring import layout
from course.grading import sandbox
from course.grading.workers import Workers
from tests import browser
from tests.conftest import Course, needs, solved, with_answers

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("feedback"),
    needs(browser.missing()),
    needs(sandbox.can_contain()),
]

SLIP = """def coverage(title, queries):
    found = [set(title) & set(text.split()) != set() for text in queries["q"]]
    return float(queries["volume"][found].sum() / queries["volume"].sum())"""
EVIL = (
    "<script>document.title = 'evil'</script><img src=x onerror=\"document.title = 'evil'\"><iframe"
    " src='https://example.org'></iframe>"
)


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """Feedback on a slip, a deleted test cell, a written answer with a script in it, and a cell
    that displays one.
    """
    course = Course(tmp_path_factory.mktemp("feedback"), layout.lesson("title_optimization"))
    notebook = with_answers(
        solved(course.lesson),
        {
            "coverage": SLIP,
            "token_role": f"from IPython.display import HTML, display\ndisplay(HTML({EVIL!r}))",
        },
    )
    notebook.cells = [cell for cell in notebook.cells if cell.id != "bm25_test"]
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and cell.metadata.get("nbgrader", {}).get("solution"):
            cell.source += "\n\n" + EVIL
    course.submit("learner", notebook)
    with Workers(1) as workers:
        course.classroom().grade(workers)
    with course.api.gradebook as gradebook:
        book = gradebook.find_submission_notebook(
            "title_optimization", course.lesson.folder, "learner"
        )
        next(
            comment for comment in book.comments if comment.name == "dropped_keyword"
        ).manual_comment = "Which **number** says so? " + EVIL
        gradebook.db.commit()
    made = course.api.generate_feedback(course.lesson.folder, "learner", force=True)
    assert made["success"], made["log"]
    with browser.chromium() as chromium:
        opened = chromium.new_page(viewport={"width": 390, "height": 800})
        asked = []
        opened.on("request", lambda request: asked.append(request.url))
        opened.goto(
            (
                course.root
                / "feedback"
                / "learner"
                / course.lesson.folder
                / "title_optimization.html"
            ).as_uri()
        )
        opened.asked = asked
        yield opened


def test_points_of_every_exercise_and_what_was_done_to_the_file(page):
    assert (
        "13 of 20 points" in page.locator(".total").inner_text()
    )  # words' roles and coverage are missing, the text waits
    rows = page.locator("tbody").first.locator("tr").all_inner_texts()
    assert len(rows) == 6
    assert "0 of 3" in rows[1]
    assert "not read yet" in rows[5]
    assert "'bm25_test' was missing" in page.locator("#top").inner_text()


def test_an_exercise_shows_the_learners_own_case_and_the_question(page):
    section = page.locator("#exercise-2")
    assert "`" not in section.locator(".course-outcome").inner_text()
    assert "coverage(['steel', 'bottle'], queries)" in section.inner_text()
    assert (
        "set(title) & set(text.split())" in section.inner_text()
    )  # the answer lies open where points are missing
    section.get_by_text("What was asked").click()
    assert "How many searches" in section.inner_text()
    place = section.get_by_text("Read this part of the lesson again").get_attribute("href")
    assert "How many searches can a title answer?" in page.locator(place).inner_text()
    assert "Which number says so?" in " ".join(
        page.locator("#exercise-6 .comment").inner_text().split()
    )


def test_nothing_hidden_nothing_that_runs_nothing_from_a_network(page):
    html = page.content()
    for secret in ("HIDDEN TESTS", "ex.hidden", "Traceback (most recent", "course/check"):
        assert secret not in html, secret
    runs = (
        "script, iframe, link, object, embed, form, [onerror], [onload],"
        " img[src]:not([src^='data:'])"
    )
    assert page.locator(runs).count() == 0
    assert page.title() == "Feedback: Title optimization"
    assert [url for url in page.asked if not url.startswith(("file:", "data:"))] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_and_a_reader_with_aids_can_use_it(page, scheme):
    page.emulate_media(color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.evaluate(browser.AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run(document, {rules: {'heading-order': {enabled: false}, 'empty-table-header':"
        " {enabled: false}}})"
    )["violations"]
    assert [f"{item['id']}: {item['nodes'][0]['html'][:200]}" for item in found] == []


def test_on_paper_the_answers_lie_open_and_the_lesson_is_left_out(page):
    page.emulate_media(media="print")
    assert not page.locator("#notebook").is_visible()
    assert page.locator("#exercise-2 .course-outcome").is_visible()
    page.emulate_media(media="screen")
