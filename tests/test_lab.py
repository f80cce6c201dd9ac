"""A learner's JupyterLab in a clone of the course: the start page, and what lies around it."""

import re
from types import SimpleNamespace

import nbformat
import pytest

from course.authoring import layout
from course.check import record
from course.practice.lab import prepare
from tests import browser
from tests.browser import LabPage
from tests.conftest import ROOT, needs, solved, with_answers
from tests.pictures import learner
from tests.test_binder import copy_of_the_repository

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("lab"),
    needs(browser.missing()),
]
LESSON = layout.lesson("title_optimization")
HOME = "Your progress, as one file"


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """JupyterLab on work/ of a clone, whose kernels use that clone's package."""
    scratch = tmp_path_factory.mktemp("learner")
    clone = copy_of_the_repository(scratch / "clone")
    prepare(clone, clone / "work")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(clone))
        with browser.jupyterlab(clone / "work", scratch) as address, browser.chromium() as chromium:
            yield SimpleNamespace(
                place=(chromium, address), work=clone / "work", root=clone, base=address[0]
            )


@pytest.fixture
def opened(lab):
    """opened("start.ipynb", "dark"): a page of the learner's JupyterLab."""
    pages = []

    def open_page(path="start.ipynb", theme="light", size=(1440, 900)):
        pages.append(LabPage(*lab.place, path, theme))
        pages[-1].page.set_viewport_size({"width": size[0], "height": size[1]})
        return pages[-1]

    yield open_page
    for page in pages:
        page.close()
    (lab.work / record.FILE).unlink(missing_ok=True)


def awake(lab_page):
    """Wait until the start page has brought itself up to date."""
    lab_page.page.get_by_text(HOME).wait_for()
    return lab_page.page


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("stage", ["new", "half-way", "done"])
def test_the_start_page_is_up_to_date_two_screens_long_and_can_be_used_by_all(
    lab, opened, stage, theme
):
    learner(lab.work, stage)  # after the page was made: opening it is enough
    shown = opened(theme=theme)
    page = awake(shown)
    lead = {"new": "Begin here", "half-way": "Go on with", "done": "All lessons pass here"}[stage]
    page.get_by_text(lead, exact=True).wait_for()
    high, screen = page.evaluate(
        """() => { const box = document.querySelector('.jp-WindowedPanel-outer');
        const page = document.querySelector('.jp-Notebook-cell').getBoundingClientRect();
        return [page.height, box.clientHeight]; }"""
    )
    assert high <= 2 * screen, (high, screen)
    assert shown.violations(".course-start") == []
    assert page.locator("mjx-container").count() == 0
    assert shown.outside == []
    assert shown.errors == []


def test_a_press_opens_a_lesson_and_coming_back_shows_what_changed(lab, opened):
    shown = opened()
    page = awake(shown)
    job = page.locator(".course-start .map").get_by_role("link", name="Title optimization")
    job.focus()
    page.keyboard.press("Enter")
    page.get_by_role("tab", name="title_optimization.ipynb").wait_for()
    page.get_by_role("heading", name="Title optimization").first.wait_for()
    record.note(
        lab.work,
        "exercise",
        lesson=LESSON.slug,
        exercise="coverage",
        outcome="passes here",
        score=3.0,
    )
    page.get_by_role("tab", name="start.ipynb").click()
    page.get_by_text("1 of 5 exercises").wait_for()


def test_a_lesson_leads_on_to_the_next_and_back(opened):
    page = opened(LESSON.notebook("release").relative_to(ROOT / "release").as_posix()).page
    page.evaluate(
        """async () => { const content = window.jupyterapp.shell.currentWidget.content;
        await content.scrollToItem(content.widgets.length - 1, 'end'); }"""
    )
    page.get_by_role("link", name="06 Detail page").click()
    page.get_by_role("tab", name="detail_page.ipynb").wait_for()
    page.get_by_role("tab", name="title_optimization.ipynb").click()
    page.get_by_role("link", name="start page").last.click()
    page.get_by_role("tab", name="start.ipynb").wait_for()


def test_nothing_of_the_instructors_or_of_the_course_lies_about(lab, opened):
    record.note(lab.work, "hint", lesson="x")
    page = awake(opened())
    for words in ("Create Assignment", "Nbgrader", "Extension Manager", "Debugger"):
        assert page.get_by_role("tab", name=words).count() == 0, words
        assert page.get_by_role("menuitem", name=words).count() == 0, words
        assert page.locator(f"[title*='{words}']").count() == 0, words
    assert page.get_by_role("button", name="Validate").count() == 1
    listed = page.locator(".jp-DirListing-itemText").all_inner_texts()
    assert "start.ipynb" in listed
    assert not [name for name in listed if "record" in name or name.startswith(".")]


def test_progress_is_taken_home_and_brought_back(lab, opened, tmp_path):
    learner(lab.work, "half-way")
    before = record.export(lab.work)
    page = awake(opened())
    with page.expect_download() as taken:
        page.get_by_role("link", name="Save my progress as a file").click()
    taken.value.save_as(tmp_path / "mine.jsonl")
    assert (tmp_path / "mine.jsonl").read_text() == before
    (lab.work / record.FILE).unlink()
    for path, answer in (
        (tmp_path / "mine.jsonl", f"{before.count(chr(10))} new lines of progress taken in."),
        (ROOT / "LICENSE", "there is no progress in this file."),
    ):
        with page.expect_file_chooser() as chooser:
            page.get_by_role("button", name="Bring progress in").click()
        chooser.value.set_files(path)
        page.get_by_text(answer).wait_for()
    page.get_by_text("Go on with", exact=True).wait_for()
    assert record.export(lab.work) == before


def test_the_real_grade_is_one_press(lab, opened):
    path = lab.work / LESSON.folder / f"{LESSON.slug}.ipynb"
    blank = path.read_bytes()
    nbformat.write(solved(LESSON), path)
    page = awake(opened())
    page.set_default_timeout(240_000)
    page.get_by_role("button", name="Grade what I changed").click()
    page.get_by_text("Graded.", exact=True).wait_for()
    page.get_by_text("graded: 18 of 18").first.wait_for()
    page.get_by_role("link", name="Read the feedback").click()
    feedback = page.frame_locator("iframe").get_by_text(re.compile("18 of 20 points")).first
    feedback.wait_for()
    path.write_bytes(blank)


def test_who_has_no_answers_is_told_who_grades(lab, opened):
    (lab.root / "source").rename(lab.root / "elsewhere")
    try:
        page = awake(opened())
        page.get_by_text("Your work is graded by your instructor").wait_for()
        assert page.get_by_role("button", name="Grade what I changed").count() == 0
    finally:
        (lab.root / "elsewhere").rename(lab.root / "source")


SLIP = {"bm25": "def bm25(docs, query, k1=1.2, b=0.75):\n    return [0.0 for doc in docs]"}


@pytest.mark.parametrize(("state", "open_ones"), [("blank", 6), ("half", 4), ("solved", 0)])
def test_validate_says_which_exercises_are_open(lab, opened, state, open_ones):
    full = solved(LESSON)
    done = {cell.id: cell.source for cell in full.cells}
    blank = nbformat.read(LESSON.notebook("release"), as_version=4)
    notebook = {
        "blank": blank,
        "half": with_answers(
            blank, {name: done[name] for name in ("token_role", "coverage")} | SLIP
        ),
        "solved": full,
    }[state]
    (lab.work / state).mkdir(exist_ok=True)
    nbformat.write(notebook, lab.work / state / f"{LESSON.slug}.ipynb")
    said = opened(f"{state}/{LESSON.slug}.ipynb").validate()
    for code in ("ex.score()", "Partial credit", "Traceback", "import checks"):
        assert code not in said
    assert said.count("cell failed") == open_ones, said
    if state == "solved":
        assert "success" in said.lower()
    else:
        assert said.count("Open: ") == {"blank": 5, "half": 2}[state], said
        assert said.count("Not yet (") == {"blank": 0, "half": 1}[state], said
        assert "Exercise 4 · A checker for titles" in said
