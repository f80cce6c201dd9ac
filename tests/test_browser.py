"""The lessons in a real JupyterLab and Chromium, used as a learner uses them."""

import re

import nbformat
import pytest

from course.authoring import layout
from course.lessons.title_optimization import SearchPage, draw
from course.market.text import tokens
from course.practice.lab import prepare
from tests import browser
from tests.browser import ROOT, LabPage
from tests.conftest import needs, solved
from tests.players import answer, answer_cell

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("browser"),
    needs(browser.missing()),
]

# Every widget of every lesson, by its accessible name.
WIDGETS = [
    ("operations_map", "Operations map"),
    ("metrics_and_funnel", "Mix shift"),
    ("product_selection", "Bubble map"),
    ("sourcing_and_stock", "Order balance"),
    ("audience_and_channel_fit", "Customer groups"),
    ("title_optimization", "Title editor"),
    ("detail_page", "Page builder"),
    ("conversion_rate", "Peek button"),
    ("conversion_rate", "Size of a test"),
    ("pricing", "Price curve"),
    ("paid_promotion", "Live auction"),
    ("channel_promotion", "Four channels"),
    ("event_acquisition", "Reward and waves"),
    ("content_operation", "Headline machines"),
    ("product_growth", "Onboarding queue"),
    ("activity_operation", "Promotion bump"),
    ("strategy_operation", "Attention curve"),
    ("category_operation", "Shelf plan"),
    ("product_operation", "Launch council"),
    ("membership_operation", "Fee threshold"),
    ("user_operation", "Heartbeat"),
    ("activation_and_recall", "Quadrants"),
    ("community_operation", "Group fill"),
    ("new_media_operation", "Slot grid"),
    ("merchant_operation", "Funnel plot"),
    ("business_operation", "Rate board"),
    ("growth_plan", "The barrel"),
]


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """A learner's JupyterLab; beside the lessons lies a folder with the title lesson already
    solved.
    """
    folder = tmp_path_factory.mktemp("lab")
    prepare(ROOT, folder / "work")
    lesson = layout.lesson("title_optimization")
    (folder / "work" / "solved").mkdir()
    nbformat.write(solved(lesson), folder / "work" / "solved" / "title_optimization.ipynb")
    with browser.jupyterlab(folder / "work", folder) as address, browser.chromium() as chromium:
        yield chromium, address


@pytest.fixture
def opened(lab):
    """opened("title_optimization", "dark"): the lesson in JupyterLab; closed after the test."""
    pages = []

    def open_lesson(slug, theme="light", path=None):
        path = path or f"{layout.lesson(slug).folder}/{slug}.ipynb"
        pages.append(LabPage(*lab, path, theme))
        return pages[-1]

    yield open_lesson
    for page in pages:
        page.close()


def orders(editor):
    return float(editor.locator("[data-orders]").get_attribute("data-orders"))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_title_lesson(opened, theme):
    lesson = opened("title_optimization", theme)
    lesson.run_all()
    editor = lesson.widget("Title editor")
    before = orders(editor)
    editor.get_by_label("Your title").fill("wide-fit cushioned sandals beach")
    editor.locator(f"[data-orders]:not([data-orders='{before}'])").wait_for()
    assert orders(editor) == pytest.approx(
        SearchPage(*draw(4)).orders(["wide-fit", "cushioned", "sandals", "beach"]), abs=0.01
    )
    assert lesson.violations("[aria-label='Title editor']") == []
    said = lesson.validate()
    assert said.count("cell failed") == 6, said  # five exercises and the written answer
    assert "Traceback" not in said
    assert lesson.outside == []
    assert lesson.errors == []


def test_validate_finds_nothing_in_a_solved_lesson(opened):
    lesson = opened("title_optimization", path="solved/title_optimization.ipynb")
    assert "success" in lesson.validate().lower()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_conversion_lesson(opened, theme):
    lesson = opened("conversion_rate", theme)
    lesson.run_all()
    for name in ("Peek button", "Size of a test"):
        lesson.widget(name)
        assert lesson.violations(f"[aria-label='{name}']") == []
    assert lesson.outside == []
    assert lesson.errors == []


def test_the_word_to_drop_is_found_by_dragging(opened):
    lesson = opened("title_optimization")
    lesson.run_all()
    editor = lesson.widget("Title editor")
    chips = editor.get_by_label("Words of the title, in order").get_by_role("button")
    start = orders(editor)
    gains = {}
    for word in [
        tokens(label.split(",")[0])[0]
        for label in chips.evaluate_all("all => all.map(each => each.getAttribute('aria-label'))")
    ]:
        editor.get_by_role("button", name=re.compile(f"^{word},")).click()
        editor.locator(f"[data-orders]:not([data-orders='{start}'])").wait_for()
        gains[word] = orders(editor) - start
        editor.get_by_role("button", name=re.compile(f"^Add {word},")).click()
        editor.locator(f"[data-orders='{start:g}']").wait_for()
    best, second = sorted(gains, key=lambda word: -gains[word])[:2]
    assert gains[best] > gains[second] + 0.15, (
        "the picture shows one decimal: two words answer alike"
    )
    right = lesson.answer(
        "widget-answer",
        f'word_to_drop = "{best}"\nchecks.tryout("the word to drop", checks.word_to_drop())',
    )
    assert "right" in right
    wrong = lesson.answer(
        "widget-answer",
        f'word_to_drop = "{second}"\nchecks.tryout("the word to drop", checks.word_to_drop())',
    )
    assert "not yet" in wrong


def test_the_best_size_is_found_by_dragging(opened):
    lesson = opened("conversion_rate")
    lesson.run_all()
    widget = lesson.widget("Size of a test")
    slider = widget.get_by_role("slider")
    found = {}
    for place in range(0, 201, 4):
        slider.fill(str(place))
        widget.locator(f"[data-place='{place}']").wait_for()
        found[place] = (
            float(widget.locator("[data-gain]").get_attribute("data-gain")),
            slider.get_attribute("aria-valuetext"),
        )
    size = int(re.sub(r"\D", "", max(found.values())[1]))
    assert "right" in lesson.answer(
        "size-answer", f'best_size = {size}\nchecks.tryout("the best size", checks.best_size())'
    )


def test_the_peek_button_counts_days(opened):
    lesson = opened("conversion_rate")
    lesson.run_all()
    widget = lesson.widget("Peek button")
    days = {}
    for shop in ("0", "3"):
        widget.get_by_label("Practice shop").select_option(shop)
        widget.get_by_text("looks in 0 days").wait_for()
        for day in range(1, 41):
            widget.get_by_role("button", name="Peek: one more day").press("Enter")
            widget.get_by_text(re.compile(rf"looks in {day} days")).wait_for()
            if float(widget.locator("[data-share]").get_attribute("data-share")) >= 0.2:
                break
        days[shop] = day
    assert days["0"] != days["3"]
    assert 5 < min(days.values()) < max(days.values()) < 40


@pytest.mark.parametrize(("slug", "name"), WIDGETS)
def test_the_mouse_answers_the_question_and_the_keyboard_reaches_every_control(opened, slug, name):
    lesson = opened(slug)
    if cell := answer_cell(slug):
        lesson.run_above(cell)
    else:
        lesson.run_all()
    widget = lesson.widget(name)
    if played := answer(slug, lesson, widget):
        cell, found = played
        assert "not attempted" in lesson.answer(cell, lesson.source(cell))
        filled = re.sub(
            r"= (\(\s*)?\.\.\.",
            lambda blank: f"= {blank[1] or ''}{found!r}",
            lesson.source(cell),
            count=1,
        )
        assert ": right" in lesson.answer(cell, filled)
        widget = lesson.widget(name)
    controls = "input, select, button, summary"
    widget.locator(controls).first.focus()
    reached = 1
    while reached < 200:
        lesson.page.keyboard.press("Tab")
        if not lesson.page.evaluate(
            "name => !!document.activeElement.closest(`[aria-label='${name}']`)", name
        ):
            break
        reached += 1
    assert reached == widget.locator(controls).count()
    count = "() => window.jupyterapp.shell.currentWidget.content.widgets.length"
    before = lesson.page.evaluate(count)
    widget.locator(controls).first.focus()
    for key in "dda":  # JupyterLab's shortcuts for deleting and adding a cell
        lesson.page.keyboard.press(key)
    assert lesson.page.evaluate(count) == before
