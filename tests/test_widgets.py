"""The frame that all widgets share: a picture that never dies, numbers, scales; and how every
widget looks at two sizes and in two themes.
"""

import ast
import re
from importlib import import_module
from pathlib import Path

import nbformat
import pytest
from nbconvert import HTMLExporter

from course.authoring import canon, layout
from course.check.numbers import money
from course.practice.lab import prepare
from course.widgets.chart import Axis, Chart, trail
from course.widgets.frame import Widget
from tests import browser
from tests.browser import ROOT, LabPage
from tests.conftest import needs
from tests.runs import executed
from tests.test_browser import WIDGETS

in_a_browser = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("widgets"),
    needs(browser.missing()),
]


def test_ticks_are_round_and_hold_all_values():
    axis = Axis(-13, 87, "$", money)
    assert axis.ticks == [-20, 0, 20, 40, 60, 80, 100]
    assert Axis(10, 90, "$", fitted=True, count=4).ticks == [20, 40, 60, 80]
    assert Axis(1, 3000, "orders", log=True).ticks == [1, 10, 100, 1000]
    for value in (axis.low, 0, axis.high):
        assert 0 <= axis.share(value) <= 1


def test_a_loss_lies_below_the_zero_line_however_large_it_is():
    axis = Axis(-68_940, 801, "$", money)
    assert "smaller scale below zero" in axis.title
    shares = [axis.share(value) for value in (-68_940, -10, 0, 400, 801)]
    assert shares == sorted(shares)
    assert 0 <= shares[0] < shares[2] < shares[-1] <= 1
    assert shares[-1] - shares[2] > 0.4, "gains stay to be seen"
    assert Axis(-100, 801, "$").title == "$"


def test_what_is_written_into_a_picture_is_in_its_words():
    chart = Chart("Profit", 300, 200, Axis(0, 10, "price"), Axis(-5, 5, "$", money))
    trail(chart, [(1, -4.0), (6, 3.0)], 6)
    words = re.search("aria-label='([^']*)'", chart.html()).group(1)
    assert "$3" in words
    assert "1: −$4" in words


def test_a_move_is_answered_with_one_message(monkeypatch):
    kind, setting = widget_class("pricing", "Price curve")
    widget, sent = kind(**setting), []
    monkeypatch.setattr(kind, "_send", lambda self, message, buffers=None: sent.append(message))
    widget.set_state({"price": 60, "asked": 1})
    assert [(each["method"], sorted(each["state"])) for each in sent] == [
        ("update", ["answered", "view"])
    ]
    assert "$60" in sent[0]["state"]["view"]["picture"]


# A widget's life, on one lesson: the frame is the same for all.
LESSON, NAME = "pricing", "Price curve"
ALIVE = f"[role=group][aria-label='{NAME}']"
DEAD = "Error displaying widget"


@pytest.fixture(scope="module")
def work(tmp_path_factory):
    """A learner's folder."""
    folder = tmp_path_factory.mktemp("widgets")
    prepare(ROOT, folder / "work")
    return folder / "work"


@pytest.fixture(scope="module")
def lab(work):
    folder = work.parent
    with browser.jupyterlab(folder / "work", folder) as address, browser.chromium() as chromium:
        yield chromium, address


@pytest.fixture
def opened(lab):
    pages = []

    def open_lesson(slug, theme="light", app="lab/tree"):
        path = f"{layout.lesson(slug).folder}/{slug}.ipynb"
        pages.append(LabPage(*lab, path, theme, app))
        return pages[-1]

    yield open_lesson
    for page in pages:
        if not page.page.is_closed():
            page.close()


def restart(lesson):
    lesson.page.evaluate(
        """async () => {
        const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
        await kernel.restart(); await kernel.info;
    }"""
    )


def run_the_widgets_cell(lesson):
    """Run the cell that shows the widget, and what it needs, as a learner presses Shift+Enter."""
    lesson.page.evaluate(
        """async () => {
        const {content} = window.jupyterapp.shell.currentWidget;
        content.activeCellIndex = content.widgets.findIndex(
            each => each.model.sharedModel.getSource().includes('PriceCurve('));
        await window.jupyterapp.commands.execute('notebook:run-all-above');
        await window.jupyterapp.commands.execute('notebook:run-cell');
    }"""
    )


def visible(lesson, selector):
    return lesson.page.locator(selector).filter(visible=True).count()


def pull(lesson, value):
    lesson.page.locator(f"{ALIVE} input[data-trait=price]").fill(str(value))


@pytest.mark.parametrize("app", ["lab/tree", "notebooks"])
class TestLife:
    """In JupyterLab and in Notebook 7."""

    pytestmark = in_a_browser

    def test_a_reopened_lesson_shows_the_picture_and_how_to_wake_it(self, opened, app):
        lesson = opened(LESSON, app=app)
        lesson.run_all()
        lesson.widget(NAME)
        assert visible(lesson, ".course-card") == 0, "the live widget hides its card"
        lesson.command("docmanager:save")
        lesson.close()
        lesson = opened(LESSON, app=app)
        lesson.show(".course-card")
        assert visible(lesson, ".course-card svg") > 0
        assert "run its cell" in lesson.page.locator(".course-card").inner_text()
        assert not visible(lesson, f"text={DEAD}")
        assert not visible(lesson, "text=Loading widget")
        run_the_widgets_cell(lesson)
        lesson.widget(NAME)
        assert visible(lesson, ALIVE) == 1
        assert visible(lesson, ".course-card") == 0
        pull(lesson, 60)
        lesson.page.locator(f"{ALIVE} svg[aria-label*='$60: ']").first.wait_for()

    def test_the_words_of_a_written_answer_are_counted_while_it_is_written(self, opened, app):
        lesson = opened(LESSON, app=app)
        lesson.run_all()
        line = lesson.show(".course-words")
        assert "Nothing is written here yet" in line.inner_text()
        lesson.page.evaluate(
            """() => {
            const {content} = window.jupyterapp.shell.currentWidget;
            const line = document.querySelector('.course-words').closest('.jp-Cell');
            content.activeCellIndex = content.widgets.findIndex(each => each.node === line) - 1;
            content.mode = 'edit';
        }"""
        )
        lesson.page.keyboard.press("Control+a")
        lesson.page.keyboard.type("We sell **12 more** a week.")
        lesson.page.locator(".course-words", has_text="6 words of at most 120").wait_for()
        lesson.page.keyboard.type(" So it stays.")
        lesson.page.locator(".course-words", has_text="9 words of at most 120").wait_for()
        lesson.page.keyboard.press("Shift+Enter")
        lesson.page.wait_for_timeout(1_000)
        assert "9 words of at most 120" in line.inner_text()

    def test_after_a_restart_the_widget_sleeps_and_shows_one_truth(self, opened, app):
        lesson = opened(LESSON, app=app)
        lesson.run_all()
        widget = lesson.widget(NAME)
        pull(lesson, 60)
        widget.locator("svg[aria-label*='$60: ']").first.wait_for()
        restart(lesson)
        lesson.page.locator(f"{ALIVE}[data-state=asleep]").wait_for()
        said = widget.inner_text()
        assert "sleeps" in said
        assert "Shift+Enter" in said
        slider = widget.locator("input[data-trait=price]")
        slider.fill("70")
        slider.press("ArrowRight")
        lesson.page.wait_for_timeout(500)
        assert "Price: $60" in said
        assert widget.locator("input[data-trait=price]").input_value() == "60"
        assert visible(lesson, ".course-card") == 0
        run_the_widgets_cell(lesson)
        widget = lesson.widget(NAME)
        assert widget.get_attribute("data-state") != "asleep"

    def test_a_busy_kernel_is_named_after_a_while_and_a_drag_does_not_flicker(self, opened, app):
        lesson = opened(LESSON, app=app)
        lesson.run_all()
        widget = lesson.widget(NAME)
        lesson.page.evaluate(
            """selector => {
            const node = document.querySelector(selector);
            window.states = [];
            new MutationObserver(() => window.states.push(node.dataset.state)).observe(
                node, {attributes: true, attributeFilter: ['data-state']});
        }""",
            ALIVE,
        )
        for value in range(30, 60, 3):
            pull(lesson, value)
        widget.locator("svg[aria-label*='$57: ']").first.wait_for()
        assert "busy" not in lesson.page.evaluate("window.states")
        lesson.page.evaluate(
            """() => { window.jupyterapp.shell.currentWidget.sessionContext.session.kernel
            .requestExecute({code: 'sum(range(150_000_000))'}); }"""
        )
        pull(lesson, 72)  # no Python runs beside sum(range()); beside most cells the widget goes on
        lesson.page.locator(f"{ALIVE}[data-state=busy]").wait_for()
        assert "busy" in widget.locator(".course-state").inner_text()
        assert "Price: $72" in widget.inner_text(), "the label follows the thumb"
        widget.locator("svg[aria-label*='$72: ']").first.wait_for()
        lesson.page.locator(f"{ALIVE}:not([data-state=busy])").wait_for()
        assert widget.locator(".course-state").inner_text() == ""


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """An executed lesson as an HTML file."""
    folder = tmp_path_factory.mktemp("exported")
    nb = executed(nbformat.read(layout.lesson(LESSON).notebook("release"), 4), folder)
    path = Path(folder) / "lesson.html"
    path.write_text(HTMLExporter(template_name="lab").from_notebook_node(nb)[0], encoding="utf-8")
    return path


class TestExport:
    pytestmark = in_a_browser

    def test_an_exported_page_shows_the_picture_without_a_network(self, lab, exported):
        chromium, _ = lab
        page = chromium.new_page(offline=True)
        page.goto(exported.as_uri(), wait_until="domcontentloaded")
        cards = page.locator(".course-card")
        assert cards.count() == 1
        for picture in cards.locator("svg[role=img]").all():
            box = picture.bounding_box()
            assert box["width"] > 100
            assert box["height"] > 100
        assert "$7,744" in cards.inner_text()
        assert not page.locator(f"text={DEAD}").count()
        page.close()


# How every widget looks.

SIZES = [(1440, 900), (1000, 700), (720, 450)]  # the last one: 1440 × 900 at 200 %
THEMES = ("light", "dark")
SMALLEST = 10  # px of any text


def widget_class(slug, name):
    """The class of the widget with this accessible name, and the settings with which the lesson shows it."""
    for path in (ROOT / "course" / "lessons" / slug).glob("*.py"):
        if "widgets.frame" in path.read_text(encoding="utf-8"):
            import_module(f"course.lessons.{slug}.{path.stem}")
    found = [each for each in Widget.__subclasses__() if each.name == name]
    assert len(found) == 1, f"{name}: {found}"
    cells = canon.read(layout.lesson(slug).notebook("release")).cells
    shown = next(
        call
        for cell in cells
        if cell.cell_type == "code"
        for call in ast.walk(ast.parse(cell.source))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == found[0].__name__
    )
    return found[0], {each.arg: ast.literal_eval(each.value) for each in shown.keywords}


@pytest.mark.parametrize(("slug", "name"), WIDGETS)
def test_no_widget_draws_its_answer_before_anything_is_moved(slug, name):
    kind, setting = widget_class(slug, name)
    widget = kind(**setting)
    assert all(len(points) == 1 for points in widget._tried.values())


@pytest.mark.parametrize(("slug", "name"), WIDGETS)
def test_no_number_has_an_exponent_or_a_hyphen_for_a_minus(slug, name):
    kind, setting = widget_class(slug, name)
    widget = kind(**setting)
    for trait in widget.moves:  # to both ends of every control
        for control in widget.controls():
            if control["kind"] == "slider" and control["trait"] == trait and not control["send"]:
                for value in (control["low"], control["high"]):
                    setattr(widget, trait, value)
                    words = re.sub(
                        r"<style.*?</style>|<[^>]*?(aria-label='([^']*)')?[^>]*?>",
                        r" \2 ",
                        widget.card(),
                        flags=re.S,
                    )
                    assert not re.search(r"\d[eE][+-]?\d|(?<![\w–])-\$?\d|\bnan\b", words), words


# What is wrong in one widget: a list of sentences.
AUDIT = """root => {
  const wrong = [], box = node => node.getBoundingClientRect(), own = box(root);
  const seen = node => node.checkVisibility() && box(node).width > 0;
  const name = node => (node.textContent || node.value || node.tagName).trim().slice(0, 40);
  const texts = [...root.querySelectorAll('svg text')].filter(seen);
  const controls = [...root.querySelectorAll('input, select, button, label')].filter(seen)
    .filter(node => !node.closest('.title-palette'));
  for (const node of [...texts, ...controls, ...root.querySelectorAll('td, th, svg, figure, p')]) {
    if (!seen(node) || node.closest('.title-palette')) continue;
    const {left, right} = box(node);
    if (left < own.left - 1 || right > own.right + 1) wrong.push(`runs over the edge: ${name(node)}`);
  }
  for (const node of root.querySelectorAll('.course-body, .course-scroll, table'))
    if (node.scrollWidth > node.clientWidth + 1) wrong.push(`is cut: ${name(node)}`);
  const hit = (a, b, slack) => a.left < b.right - slack && b.left < a.right - slack
    && a.top < b.bottom - slack && b.top < a.bottom - slack;
  const apart = (nodes, slack) => nodes.forEach((a, i) => nodes.slice(i + 1).forEach(b => {
    if (!a.contains(b) && !b.contains(a) && hit(box(a), box(b), slack))
      wrong.push(`overlap: ${name(a)} | ${name(b)}`);
  }));
  for (const svg of root.querySelectorAll('svg')) apart(texts.filter(t => svg.contains(t)), 2.5);
  apart(controls, 1);
  for (const node of root.querySelectorAll('*')) {
    if (!seen(node) || ![...node.childNodes].some(c => c.nodeType === 3 && c.textContent.trim())) continue;
    if (node.closest('style')) continue;
    const svg = node.closest('svg');
    const scale = svg ? box(svg).width / svg.viewBox.baseVal.width : 1;
    const size = parseFloat(getComputedStyle(node).fontSize) * scale;
    if (size < SMALLEST - .1) wrong.push(`${size.toFixed(1)} px: ${name(node)}`);
  }
  for (const svg of root.querySelectorAll('svg[role=img]')) {
    const said = svg.getAttribute('aria-label');
    for (const text of svg.querySelectorAll('text.label'))
      for (const number of text.textContent.match(/[−]?\\$?\\d[\\d,.]*%?/g) || [])
        if (!said.includes(number.replace(/[.,]$/, ''))) wrong.push(`not said: ${number} of ${name(text)}`);
    if (svg.dataset.axes && svg.querySelectorAll('text.tick').length < 3) wrong.push('no ticks');
  }
  const panel = root.closest('.jp-WindowedPanel-outer');
  if (innerHeight === 700 && own.height > panel.clientHeight)
    wrong.push(`${Math.round(own.height)} px high, the screen has ${panel.clientHeight}`);
  return wrong;
}""".replace("SMALLEST", str(SMALLEST))


@pytest.fixture(scope="module")
def gallery(lab, work):
    """A notebook with every widget, opened and run."""
    chromium, address = lab
    cells = []
    for slug, name in WIDGETS:
        kind, setting = widget_class(slug, name)
        given = ", ".join(f"{key}={value!r}" for key, value in setting.items())
        cells.append(
            nbformat.v4.new_code_cell(
                f"from {kind.__module__} import {kind.__name__}\n{kind.__name__}({given})"
            )
        )
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nb = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    nbformat.write(nb, work / "gallery.ipynb")
    page = LabPage(chromium, address, "gallery.ipynb")
    page.run_all()
    yield page
    page.close()


class TestLooks:
    pytestmark = in_a_browser

    @pytest.mark.parametrize("theme", THEMES)
    @pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
    def test_nothing_overlaps_is_cut_or_small(self, gallery, size, theme):
        gallery.page.set_viewport_size({"width": size[0], "height": size[1]})
        gallery.page.evaluate(
            "theme => window.jupyterapp.commands.execute('apputils:change-theme', {theme})",
            browser.THEMES[theme],
        )
        wrong = []
        for place, (_, name) in enumerate(WIDGETS):
            widget = gallery.widget(name, place)
            gallery.page.wait_for_timeout(400)  # until the pictures have the new width
            wrong += [f"{name}: {each}" for each in widget.evaluate(AUDIT)]
        assert wrong == [], "\n".join(wrong)
