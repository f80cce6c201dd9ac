"""What a learner wrote is read by people: in the feedback page and the formgrader's page nothing of
it runs, loads, links, or hides the points.
"""

import json
import re
import shutil
from types import SimpleNamespace

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbconvert.exporters import HTMLExporter
from nbconvert.filters import markdown2html
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output, new_raw_cell

from course.authoring import layout
from course.grading import inert
from course.grading.record import Recorder
from tests import browser
from tests.browser import ROOT
from tests.conftest import Course, needs, solved
from tests.hostile import AWAY, HTML, MARKDOWN, OUTPUTS, PIXEL, told

LESSON = layout.lesson("title_optimization")


def hostile():
    """A lesson as executed, with every hostile thing in cells and outputs of its own, and in the
    written answer.
    """
    nb = solved(LESSON)
    nb.metadata.course.said = ["<img src=x onerror=\"alert('said')\">"]
    nb.metadata.widgets = {
        "application/vnd.jupyter.widget-state+json": {"state": "</script><script>alert('state')"}
    }
    nb.metadata.language_info = {"name": 'x"><img src=x onerror="alert(\'language\')">'}
    text = next(
        cell for cell in nb.cells if cell.cell_type == "markdown" and _about(cell).get("solution")
    )
    made, written = [], []
    for name, html in HTML.items():
        html = told(html, f"html {name}")
        made.append(new_code_cell("x", outputs=[_display({"text/html": html})]))
        made.append(new_markdown_cell(told(html, f"markdown {name}")))
        made.append(new_raw_cell(told(html, f"raw {name}"), metadata={"raw_mimetype": "text/html"}))
        if "500" not in name:
            written.append(html)
    for name, data in OUTPUTS.items():
        made.append(new_code_cell("x", outputs=[_display(told(data, f"output {name}"))]))
    for name, source in MARKDOWN.items():
        made.append(new_markdown_cell(told(source, f"markdown {name}")))
        written.append(told(source, f"answer {name}"))
    sizes = {"width": "1 onload=\"alert('width')\"", "alt": '" onload="alert(\'alt\')"'}
    made += [
        new_code_cell("x", outputs=[_display({"image/png": PIXEL}, {"image/png": sizes})]),
        new_code_cell(
            "x",
            outputs=[
                _display({"text/html": "<script>parent.alert('isolated')</script>"}, ISOLATED)
            ],
        ),
        new_code_cell(
            "x", outputs=[new_output("stream", text="</pre><script>alert('stream')</script>")]
        ),
        new_code_cell(
            "x",
            outputs=[
                new_output(
                    "error",
                    ename="<script>alert('ename')</script>",
                    evalue="<script>alert('evalue')</script>",
                    traceback=["</pre><script>alert('traceback')</script>\x1b]8;;javascript:x\x07"],
                )
            ],
        ),
        new_code_cell("'</pre><script>alert(\"source\")</script>'"),
        new_markdown_cell(
            "![x](attachment:a.png)",
            attachments={"a.png": {"image/png": "\"><script>alert('attachment')</script>"}},
            metadata={"tags": ["\"><script>alert('tag')</script>"]},
        ),
    ]
    text.source = "\n\n".join(written)
    place = nb.cells.index(text)
    nb.cells[place:place] = made  # between the question and its points
    for cell in made:
        cell.id = f"x{made.index(cell)}"
    for cell in nb.cells:
        if cell.cell_type == "code" and _about(cell).get("grade"):
            cell.outputs = [new_output("execute_result", {"text/plain": "1.0"}, execution_count=1)]
            cell.outputs += [
                _display({"text/html": told(html, f"test {name}")}) for name, html in HTML.items()
            ]
    return nb


ISOLATED = {"text/html": {"isolated": True}}


def _display(data, metadata=None):
    return new_output("display_data", data, metadata=metadata or {})


def _about(cell):
    return cell.metadata.get("nbgrader", {})


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """The hostile notebook, recorded as `course grade` records what a box has executed."""
    root = tmp_path_factory.mktemp("inert")
    course = Course(root, LESSON)
    shutil.copy(ROOT / "nbgrader_config.py", root)
    course.submit("learner", course.blank())
    with course.api.gradebook as book:
        done = Recorder(course.api, book).record(
            LESSON.folder, "learner", {LESSON.slug: json.dumps(hostile())}
        )
        assert done["success"], done.get("log")
        found = book.find_submission_notebook(LESSON.slug, LESSON.folder, "learner")
        course.number = found.id
        for comment in found.comments:
            comment.manual_comment = HTML["a picture that fails"]
        book.db.commit()
    made = course.api.generate_feedback(LESSON.folder, "learner", force=True)
    assert made["success"], made["log"]
    return course


@pytest.fixture(scope="module")
def chromium():
    if browser.missing():
        pytest.skip(browser.missing())
    with browser.chromium() as opened:
        yield opened


def opened(chromium, address, base=""):
    """A page that was opened, with what ran and what was asked for outside `base`."""
    page = chromium.new_page(viewport={"width": 1000, "height": 800})
    seen = SimpleNamespace(page=page, ran=[], asked=[])

    def noted(dialog):
        seen.ran.append(dialog.message)
        dialog.dismiss()

    def request(asked):
        if not asked.url.startswith(tuple(filter(None, ("data:", address, base)))):
            seen.asked.append(asked.url)

    page.on("dialog", noted)
    page.on("request", request)
    page.on("popup", lambda popup: seen.ran.append(popup.url))
    page.goto(address)
    page.wait_for_timeout(1500)  # what begins late
    return seen


# Of every element `selector`: does it lie on top at its own place, is it to be seen?
ON_TOP = """selector => [...document.querySelectorAll(selector)].filter(node => {
    node.scrollIntoView({block: 'center'});
    const box = node.getBoundingClientRect();
    const spots = [[.5, .5], [.1, .5], [.9, .5]].map(([x, y]) =>
        document.elementFromPoint(box.left + x * box.width, box.top + y * box.height));
    return !(box.width && box.height && getComputedStyle(node).visibility === 'visible'
             && spots.every(spot => spot && (node.contains(spot) || spot.contains(node))));
}).map(node => node.outerHTML.slice(0, 200))"""
ACTIVE = (
    "iframe, object, embed, form, base, link, meta[http-equiv=refresh], video, audio, template,"
    " foreignObject, use, animate, set, marquee, dialog, [popover], [autofocus], [srcset]"
)
LINK = re.compile(r"\]\(([^)]+)\)")  # of the lesson's own Markdown
HANDLERS = """root => [...document.querySelectorAll(root + ' *')].flatMap(node => [...node.attributes])
    .filter(each => each.name.startsWith('on')).map(each => each.name + '=' + each.value)"""


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.xdist_group("feedback")
@needs(browser.missing())
def test_without_our_walls_they_run(chromium, tmp_path):
    """The things of tests/hostile.py do harm on a page that shows them as they are."""
    html, _ = HTMLExporter(template_name="classic").from_notebook_node(hostile())
    page = tmp_path / "raw.html"
    page.write_text(html.replace("<script src=", "<script data-src="), encoding="utf-8")
    seen = opened(chromium, page.as_uri())
    assert len({*seen.ran}) >= 20, seen.ran
    assert any(url.startswith(AWAY) for url in seen.asked)
    seen.page.close()


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.xdist_group("feedback")
@needs(browser.missing())
@pytest.mark.parametrize("policy", ["as it is", "without its policy"])
def test_in_the_feedback_page_nothing_runs_and_the_points_stand(graded, chromium, tmp_path, policy):
    path = graded.root / "feedback" / "learner" / LESSON.folder / f"{LESSON.slug}.html"
    html = path.read_text(encoding="utf-8")
    assert re.search(r"<meta content=\"default-src 'none';[^>]*Content-Security-Policy", html)
    if policy == "without its policy":  # the cleaning holds alone
        html = html.replace("Content-Security-Policy", "x-none")
    page = tmp_path / "feedback.html"
    page.write_text(html.replace("<details", "<details open"), encoding="utf-8")
    seen = opened(chromium, page.as_uri())
    assert (seen.ran, seen.asked) == ([], [])
    read = seen.page
    assert read.title() == "Feedback: Title optimization"
    assert read.locator("h1").all_inner_texts() == ["Title optimization"]
    assert read.locator(".total").inner_text().startswith("5 of 20 points")
    assert (
        len(read.locator("h2").all_inner_texts()) == 8
    )  # six exercises, what was said, the lesson
    assert read.locator(f"main :is({ACTIVE}, script)").count() == 0
    assert read.evaluate(HANDLERS, "body") == []
    told = ".theirs :is(a, [id], [class]:not(.label, .error, .mathjax_ignore))"
    assert read.locator(told).evaluate_all("all => all.map(each => each.outerHTML)") == []
    assert read.locator("#top").count() == 1
    assert read.evaluate(ON_TOP, ".total, .points td, h1, .exercise > summary") == []
    assert read.evaluate("document.documentElement.scrollWidth") <= 1000
    read.close()


@pytest.fixture(scope="module")
def formgrader(graded, tmp_path_factory):
    with browser.jupyterlab(graded.root, tmp_path_factory.mktemp("lab")) as (base, token):
        yield base, token


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.xdist_group("feedback")
@needs(browser.missing())
@pytest.mark.parametrize("graded_by", ["course grade", "other means"])
def test_in_the_formgrader_nothing_runs_and_the_points_stand(
    graded, formgrader, chromium, graded_by
):
    path = graded.root / "autograded" / "learner" / LESSON.folder / f"{LESSON.slug}.ipynb"
    before = path.read_bytes()
    if graded_by == "other means":  # as an older release or another tool left it
        path.write_text(json.dumps(hostile()), encoding="utf-8")
    base, token = formgrader
    address = f"{base}formgrader/submissions/{graded.number}/"
    opened(chromium, f"{address}?token={token}").page.close()  # signs in
    seen = opened(chromium, f"{address}?token={token}", base)
    path.write_bytes(before)
    # nbgrader's page asks for MathJax from a public address, and works without it
    asked = [url for url in seen.asked if "/mathjax/" not in url]
    assert (seen.ran, asked) == ([], [])
    read = seen.page
    assert read.locator(f"#notebook :is({ACTIVE}, script)").count() == 0
    assert read.evaluate(HANDLERS, "#notebook") == []
    assert read.locator("input.score").count() == 6
    assert read.evaluate(ON_TOP, "input.score, .nbgrader-label, .full-credit") == []
    links = read.evaluate(
        "[...document.querySelectorAll('#notebook a')].map(a => a.getAttribute('href'))"
    )
    own = {to for text in inert._markdown_of(LESSON.slug) for to in LINK.findall(text)}
    assert [to for to in links if not to.startswith("#") and to not in own] == []
    assert "20 of 20" not in " ".join(read.locator("#notebook :is(h1, h2, h3)").all_inner_texts())
    read.close()


def test_autograded_holds_nothing_that_runs(graded):
    """Whoever renders it by other means meets text."""
    path = graded.root / "autograded" / "learner" / LESSON.folder / f"{LESSON.slug}.ipynb"
    nb = nbformat.read(path, as_version=4)
    kinds = {
        kind for cell in nb.cells for out in cell.get("outputs", []) for kind in out.get("data", {})
    }
    assert kinds <= {"text/html", "text/plain", "image/png"}
    assert "widgets" not in nb.metadata
    own = inert.own_prose(nb)
    for cell in nb.cells:
        assert "attachments" not in cell
        assert set(cell.metadata) <= {"nbgrader"}
        texts = [out.data.get("text/html", "") for out in cell.get("outputs", []) if "data" in out]
        if cell.cell_type != "code" and cell.source not in own:
            texts.append(markdown2html(cell.source))  # as nbconvert does anywhere
        for text in texts:
            for node in BeautifulSoup(text, "html.parser").find_all():
                assert node.name in TAGS, node
                assert set(node.attrs) <= ATTRIBUTES, node
                assert not re.search(r"position|url|-\d|\d{3}", node.get("style", "")), node


TAGS = {
    "b", "blockquote", "br", "caption", "circle", "code", "dd", "del", "details", "div",
    "dl", "dt", "ellipse", "em", "figcaption", "figure", "g", "hr", "i", "img", "li",
    "line", "ol", "p", "path", "polygon", "polyline", "pre", "rect", "s", "small", "span",
    "strong", "sub", "summary", "sup", "svg", "table", "tbody", "td", "text", "tfoot",
    "th", "thead", "tr", "tspan", "u", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "alt", "aria-label", "class", "colspan", "fill", "height", "open", "rowspan", "src",
    "style", "transform", "viewbox", "width", "x", "y", "x1", "x2", "y1", "y2",
}  # fmt: skip


def test_it_is_cleaned_once_and_for_all():
    for html in HTML.values():
        once = inert.html(told(html, "x"))
        assert inert.html(once) == once
    for source in [*MARKDOWN.values(), *HTML.values()]:
        once = inert._block(told(source, "x"))
        assert inert._block(once) == once


def test_what_honest_people_write_stays():
    table = (
        "<style scoped>.dataframe { color: red }</style><table border='1' class='dataframe'>"
        "<thead><tr style='text-align: right;'><th></th><th>rank</th></tr></thead></table>"
    )
    assert inert.html(table) == (
        '<table><thead><tr style="text-align:right"><th></th><th>rank</th></tr></thead></table>'
    )
    bar = (
        "<svg viewBox='0 0 9 9' width='480' style='max-width:100%'><rect x='1' y='2' width='3'"
        " height='4' fill='currentColor'></rect></svg>"
    )
    assert inert.html(bar).count("=") == bar.count("=")
    assert inert.picture(f"{PIXEL[:40]}\n{PIXEL[40:]}\n") == PIXEL
    prose = "It wins 3 points: **good**, `x < 3`-free, 5 % off - and no more.\n\n- one\n- two"
    assert inert._block(prose.replace("`x < 3`-free", "free")) == prose.replace(
        "`x < 3`-free", "free"
    )
    assert "<code>x &lt; 3</code>" in inert.markdown(prose)
    assert inert.markdown("It costs $5, and brings $6.") == "<p>It costs $5, and brings $6.</p>\n"
    assert inert.plain("\x1b[31mred\x1b[0m\r\nü 日本 é\u0301 👩‍🚀") == "red\nü 日本 é\u0301 👩‍🚀"


def test_formulas_need_neither_scripts_nor_a_network():
    made = inert.prose(
        "A coat costs $40 and a hat $9.\n\n"
        "$$\\text{demand} = \\frac{a}{1 + p^k}$$\n\n$$a_t \\ge 0$$"
    )
    assert made.count("<math") == 2
    assert "<mfrac>" in made
    assert "A coat costs $40 and a hat $9." in made
    for lesson in layout.lessons():  # every formula of a lesson is one that the converter knows
        for text in inert._markdown_of(lesson.slug):
            assert inert.prose(text).count("<math") == text.count("$$") // 2, text


def test_what_is_large_costs_little():
    """Nested and endless things are refused before they are read."""
    for html in ("<div>" * 100_000, "<b><p>" * 100_000, "<table><b>" * 50_000, "<" * 200_001):
        assert inert.html(html) == ""
    for source in ("[" * 20_000, "*a_" * 6_000, "<a " * 6_000, "`" * 20_000, "![[" * 6_000):
        assert len(inert.markdown(source)) < 200_000
    assert len(inert.plain("x" * 10**6)) < 21_000
    assert inert.picture(PIXEL * 10**5) is None
