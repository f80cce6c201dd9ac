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

STUB = "def lint(title, attrs, rules):\n    raise NotImplementedError"
SLIP = """def coverage(title, queries):
    found = [set(title) & set(text.split()) != set() for text in queries["q"]]
    return float(queries["volume"][found].sum() / queries["volume"].sum())"""
TABLE = """import pandas as pd
from IPython.display import display
display(pd.DataFrame({"weekly_volume": [1425.0], "seen": [0.406], "ctr": [0.1], "cvr": [0.063],
                      "clicks": [57.873], "orders": [3.625], "rank": [4], "conversion": [0.5]}))
"""
WRITTEN = "We leave *men* out: it costs $3 a week, and brings back $5.\n\n" + "word " * 120


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """{"learner": ..., "blank": ...}: feedback on a slip, a deleted test cell, a wide table and a
    written answer that was read; and on a lesson that nobody has begun.
    """
    course = Course(tmp_path_factory.mktemp("feedback"), layout.lesson("title_optimization"))
    notebook = with_answers(
        solved(course.lesson),
        {"coverage": SLIP, "lint": STUB, "token_role": TABLE + solved_code(course, "token_role")},
    )
    notebook.cells = [cell for cell in notebook.cells if cell.id != "bm25_test"]
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and cell.metadata.get("nbgrader", {}).get("solution"):
            cell.source = WRITTEN
    course.submit("learner", notebook)
    course.submit("blank", course.blank())
    with Workers(1) as workers:
        course.classroom().grade(workers)
    with course.api.gradebook as gradebook:
        book = gradebook.find_submission_notebook(
            "title_optimization", course.lesson.folder, "learner"
        )
        comment = next(each for each in book.comments if each.name == "dropped_keyword")
        comment.manual_comment = "Half a point each for: 1, 3.\n\nWhich **number** says so?"
        gradebook.db.commit()
    for learner in ("learner", "blank"):
        made = course.api.generate_feedback(course.lesson.folder, learner, force=True)
        assert made["success"], made["log"]
    with browser.chromium() as chromium:
        opened = {}
        for learner in ("learner", "blank"):
            page = opened[learner] = chromium.new_page(viewport={"width": 400, "height": 800})
            page.asked = []
            page.on("request", lambda request, asked=page.asked: asked.append(request.url))
            folder = course.root / "feedback" / learner / course.lesson.folder
            page.goto((folder / "title_optimization.html").as_uri())
        yield opened


def solved_code(course, name):
    return next(cell.source for cell in solved(course.lesson).cells if cell.id == name)


@pytest.fixture
def page(pages):
    """The learner's page as it opens."""
    pages["learner"].reload()
    return pages["learner"]


def test_points_of_every_exercise_and_what_was_done_to_the_file(page):
    # coverage and lint are lost, the text waits
    assert "11 of 20 points" in page.locator(".total").inner_text()
    rows = page.locator(".points tbody tr").all_inner_texts()
    assert len(rows) == 6
    assert [row.split("\t")[-1] for row in rows] == [
        "2 of 2", "0 of 3", "4 of 4", "0 of 4", "5 of 5", "not read yet"
    ]  # fmt: skip
    assert [row.strip()[0] for row in rows] == list("✓✗✓○✓…")
    assert "'bm25_test' was missing" in page.locator("#top").inner_text()


def test_what_lost_points_stands_first_and_open_and_what_is_right_is_folded(page):
    titles = page.locator(".exercise > summary h2").all_inner_texts()
    assert [title.split("·")[0].split()[-1] for title in titles] == [
        "2",
        "4",
        "answer",
        "1",
        "3",
        "5",
    ]
    is_open = page.locator(".exercise").evaluate_all("all => all.map(each => each.open)")
    assert is_open == [True, True, True, False, False, False]
    assert not page.locator("#notebook .cell").first.is_visible()
    # today's page with all of it was 20,000 pixels high on a desk
    assert page.evaluate("document.documentElement.scrollHeight") < 6_000
    page.locator(".points a").first.click()  # a link to what is folded unfolds it
    assert page.locator("#exercise-1").is_visible()


def test_an_exercise_shows_the_learners_own_case_and_the_question(page):
    section = page.locator("#exercise-2")
    assert "coverage(['steel', 'bottle'], queries)" in section.inner_text()
    assert "`" not in section.inner_text()
    # the answer lies open where points are missing
    assert "set(title) & set(text.split())" in section.inner_text()
    section.get_by_text("What was asked").click()
    assert "weekly_volume" in section.inner_text()


def test_a_written_answer_has_its_words_counted_a_rubric_and_a_model(page):
    section = page.locator("#exercise-6")
    told = " ".join(section.inner_text().split())
    assert "it costs $3 a week, and brings back $5." in told  # no formula between two dollars
    assert "133 words: 13 more than the 120 that are read." in told
    assert section.locator(".rubric li").count() == 4
    assert told.count("In another lesson:") == 4
    given = section.locator(".rubric li").all_inner_texts()
    assert [text[0] for text in given] == ["✓", "✗", "✓", "✗"]
    assert "the mechanism: why does the word cost orders?" in given[1]
    assert "Half a point each for:" not in told
    assert "An answer that earned full points" in told
    assert "Your instructor writes: Which number says so?" in told


def test_the_debrief_stands_with_the_decision(page):
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert "The expert never guesses" in page.locator("#exercise-5").inner_text()
    assert "The expert never guesses" not in page.locator("#exercise-6").inner_text()
    assert "A written answer that earned" not in page.locator("main").inner_text()


def test_an_untouched_lesson_is_told_so_shortly(pages):
    page = pages["blank"]
    assert page.locator(".total").inner_text() == "0 of 20 points."
    assert page.locator(".points .sign").all_inner_texts() == ["○"] * 6
    told = page.locator("main").inner_text()
    assert "Your instructor writes" not in told
    assert "No response" not in told
    assert "Nothing is written here yet." in told


def test_tables_have_no_style_sheet_above_them_and_whole_numbers(page):
    page.locator(".points a").first.click()
    shown = page.locator("#exercise-1")
    shown.get_by_text("What you answered").click()
    assert ".dataframe" not in page.locator("body").inner_text()
    for text in ("0.406", "57.873", "weekly_volume"):
        # one line: as high as its letters
        cell = shown.get_by_text(text, exact=True)
        assert cell.bounding_box()["height"] < 45, text
    for cell in page.locator(".points :is(td, th):last-child").all():
        assert cell.evaluate("node => getComputedStyle(node).whiteSpace") == "nowrap"


def test_nothing_hidden_nothing_that_runs_nothing_from_a_network(page):
    html = page.content()
    for secret in ("HIDDEN TESTS", "ex.hidden", "Traceback (most recent", "course/check"):
        assert secret not in html, secret
    assert page.locator("script, iframe, link, object, embed, form, img[src^=http]").count() == 0
    assert page.title() == "Feedback: Title optimization"
    assert [url for url in page.asked if not url.startswith(("file:", "data:"))] == []
    # the policy knows the style sheet: without its hash the page would be naked
    assert page.locator("main").evaluate("node => getComputedStyle(node).maxWidth") == "800px"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [400, 1000, 1440])
def test_a_phone_a_desk_and_a_reader_with_aids_can_use_it(page, scheme, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate(browser.AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run(document, {rules: {'heading-order': {enabled: false}, 'empty-table-header':"
        " {enabled: false}}})"
    )["violations"]
    assert [f"{item['id']}: {item['nodes'][0]['html'][:200]}" for item in found] == []


def test_on_paper_the_answers_lie_open_and_the_lesson_is_left_out(page):
    page.emulate_media(media="print")
    assert not page.locator("#notebook").is_visible()
    for place in range(1, 7):
        assert page.locator(f"#exercise-{place}").bounding_box()["height"] > 40
    page.emulate_media(media="screen")
