"""The course as a book: nothing that gives an answer away, nothing dead, readable by everybody.

A small book is built: two lessons, and every page that is not a lesson.
"""

import ast
import inspect
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest
import yaml
from click.testing import CliRunner

import course
from course import cli, data, operations
from course.authoring import canon, layout
from course.book import build, facts, lesson, pages
from tests import browser
from tests.conftest import ROOT, needs
from tests.variants import variants

LESSONS = layout.lessons()
SMALL = [layout.lesson(name) for name in ("title_optimization", "merchant_operation")]
FIXED = [name for part in pages.PARTS.values() for name in part]
# One of each kind of page.
KINDS = [
    "index",
    "lessons/title_optimization",
    "lessons/merchant_operation",
    *FIXED,
    "search",
    "genindex",
]
WIDE, NARROW = 1440, 400  # px
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("book")]


class Page(HTMLParser):
    """What is asked of a page: its text, ids, addresses by tag, and headings."""

    def __init__(self, path):
        super().__init__()
        self.ids, self.addresses, self.headings, self.words = set(), [], [], []
        self._silent = 0
        self.html = path.read_text(encoding="utf-8")
        self.feed(self.html)
        self.text = " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag, attributes):
        about = dict(attributes)
        self.ids |= {about["id"]} if "id" in about else set()
        self.addresses += [(tag, about[name]) for name in ("href", "src") if about.get(name)]
        self._silent += tag in ("script", "style")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag):
        self._silent -= tag in ("script", "style")

    def handle_data(self, words):
        if not self._silent:
            self.words.append(words)


@pytest.fixture(scope="session")
def book(tmp_path_factory):
    """(folder of the site, its scratch folder, what was said while it was built)."""
    folder, said = tmp_path_factory.mktemp("book"), []
    build.build(
        folder / "site",
        only=[each.slug for each in SMALL],
        say=said.append,
        scratch=folder / "kept",
    )
    return folder / "site", folder / "kept", said


@pytest.fixture(scope="session")
def site(book):
    """{page's name: Page} of the small book."""
    folder = book[0]
    return {
        path.relative_to(folder).with_suffix("").as_posix(): Page(path)
        for path in folder.rglob("*.html")
    }


def test_every_page_is_there(site):
    assert set(KINDS) <= set(site)
    for name in KINDS:
        assert site[name].headings.count(1) == 1, name


@pytest.mark.parametrize("each", SMALL, ids=lambda each: each.slug)
def test_no_answer_and_no_hidden_test_is_shown(book, each):
    """In the page, and in every other file of the site (the index of the search holds words)."""
    source = {cell.id: cell.source for cell in canon.read(each.notebook("source")).cells}
    solutions = re.compile(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", re.S)
    hidden = re.compile(r"### BEGIN HIDDEN TESTS\n(.*?)### END HIDDEN TESTS", re.S)
    taught = "\n".join(hidden.sub("", solutions.sub("", code)) for code in source.values())
    secret = {
        line.strip()
        for code in source.values()
        for block in [*solutions.findall(code), *hidden.findall(code)]
        for line in block.split("\n")
        if len(line.strip()) > 20 and line not in taught
    }
    secret |= {f'"{item}": "{answer}"' for item, answer in _keys(each).items()}
    secret |= {text.strip().split("\n")[0] for text in _model_answers(each)}
    assert len(secret) > 20
    for path in book[0].rglob("*"):
        if path.suffix in (".html", ".js", ".txt", ".inv"):
            text = (
                Page(path).text
                if path.suffix == ".html"
                else path.read_text(encoding="utf-8", errors="replace")
            )
            found = [line for line in secret if " ".join(line.split()) in text]
            marks = [m for m in ("BEGIN HIDDEN", "ex.hidden", "import answers") if m in text]
            if path.name == "authors.html":
                marks = []  # it teaches how a hidden block is written
            assert found + marks == [], path.name


def _keys(each):
    """The graded halves of a lesson's sorting exercises."""
    import importlib

    known = vars(importlib.import_module(f"course.lessons.{each.slug}.answers"))
    return {
        item: answer
        for name, key in known.items()
        if isinstance(key, dict) and name.isupper() and name != "MODEL_ANSWERS"
        for item, answer in key.items()
        if isinstance(item, str) and isinstance(answer, str)
    }


def _model_answers(each):
    import importlib

    return importlib.import_module(f"course.lessons.{each.slug}.answers").MODEL_ANSWERS.values()


@pytest.mark.parametrize("each", SMALL, ids=lambda each: each.slug)
def test_a_lesson_is_whole(site, each):
    """Its prose, its exercises as statements with what is checked, its pictures, its two links."""
    page = site[f"lessons/{each.slug}"]
    nb = canon.read(each.notebook("release"))
    for cell in nb.cells:
        grader = cell.metadata.get("nbgrader", {})
        if cell.cell_type == "markdown" and cell.source.startswith("#"):
            assert cell.source.split("\n")[0].lstrip("# ").replace("*", "") in page.text, cell.id
            assert lesson.anchor(each, cell.id) in page.ids
        if grader.get("grade") and cell.cell_type == "code":
            assert ast.get_docstring(ast.parse(cell.source)) in page.text
    assert f"{each.folder}/{each.slug}.ipynb" in page.html
    assert "python3 -m course lab" in page.text
    assert "course-card" in page.html
    assert lesson.STILL in page.text


def test_nothing_is_dead(site):
    """No view that waits for a kernel, no place to type a guess, no panel of an untouched stub."""
    for page in site.values():
        for dead in ("widget-view", "jupyter-widgets", "This picture sleeps", "Shift+Enter."):
            assert dead not in page.html
        assert "data-state='not attempted'" not in page.html


def test_formulas_need_no_script(site):
    assert "<math" in site["lessons/title_optimization"].html
    for page in site.values():
        assert not [address for _, address in page.addresses if "mathjax" in address.lower()]


def test_links_lead_somewhere_and_nothing_is_loaded_from_outside(book, site):
    folder, wrong, outside = book[0], [], set()
    for name, page in site.items():
        here = (folder / f"{name}.html").parent
        for tag, address in page.addresses:
            parts = urlsplit(address)
            if parts.scheme or address.startswith("//"):
                if tag != "a" and parts.scheme != "data":
                    outside.add((name, tag, address))
                continue
            target = (here / unquote(parts.path)).resolve() if parts.path else None
            if target and not target.is_file():
                wrong.append((name, address))
            elif parts.fragment and tag == "a":
                there = (
                    target.relative_to(folder.resolve()).with_suffix("").as_posix()
                    if target
                    else name
                )
                if there in site and unquote(parts.fragment) not in site[there].ids:
                    wrong.append((name, address))
    assert wrong == []
    assert outside == set()
    for path in folder.rglob("*.css"):
        assert not re.findall(r"url\(['\"]?(?:https?:)?//", path.read_text(encoding="utf-8")), path


def test_links_to_binder_open_the_lesson(site):
    wanted = (
        f"{pages.binder(ROOT)}?urlpath=lab/tree/work/05_title_optimization/title_optimization.ipynb"
    )
    assert ("a", wanted) in site["lessons/title_optimization"].addresses


def test_what_has_not_changed_is_not_made_again(book):
    folder, kept, said = book
    assert [line.split()[1] for line in said if line.startswith("ran ")]
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*.html")}
    again = []
    build.build(folder, only=[each.slug for each in SMALL], say=again.append, scratch=kept)
    assert [line for line in again if line.startswith("ran ")] == []
    after = {path: path.stat().st_mtime_ns for path in folder.rglob("*.html")}
    written = {path.name for path in after if after[path] != before[path]}
    assert written <= {"search.html", "genindex.html"}, "Sphinx writes these two each time"


def test_a_lesson_that_fails_and_a_warning_are_said(tmp_path):
    from course.book import executed

    nb = canon.nbformat.v4.new_notebook()
    nb.cells = [canon.nbformat.v4.new_code_cell("1 / 0", id="wrong")]
    canon.nbformat.write(nb, tmp_path / "bad.ipynb")
    with pytest.raises(RuntimeError, match=r"bad\.ipynb, cell wrong: division by zero"):
        list(executed.run([(tmp_path / "bad.ipynb", None)], ROOT, tmp_path / "kept", 1))
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "index.md").write_text("# One\n\n[nowhere](nothing.md)\n")
    with pytest.raises(build.BookError, match=r"nothing\.md"):
        build._sphinx(tmp_path, 1, True)


def test_a_wrong_name_is_a_sentence(tmp_path):
    done = CliRunner().invoke(cli.verbs, ["book", "title_optimisation", "--output", str(tmp_path)])
    assert done.exit_code == 1
    assert "no lesson 'title_optimisation'" in done.output


# What the tables are made of ----------------------------------------------------------------------


def test_every_measure_of_every_job_card_is_a_term():
    terms = {term.name.lower(): term.places for term in facts.terms(LESSONS)}
    for each in LESSONS:
        card = dict(facts.markdown(each))["job"]
        rows = re.findall(r"(?m)^\| (?!KPI|---)(.+?) \|", card.split("| KPI")[1].split("\n\n")[0])
        assert rows, each.slug
        for name in rows:
            assert each in [place[2] for place in terms[name.lower()]], name


def test_both_worlds_are_in_the_glossary(site):
    page = site["glossary"].text
    assert {each for each, *_ in facts.two_worlds(LESSONS)} >= {
        each for each in LESSONS if "wo worlds" in each.notebook("source").read_text("utf-8")
    }
    for each in SMALL:
        assert f"{each.number:02d} {each.about['title']}" in page
    assert "关键词组合" in page


def test_methods_have_author_year_and_lesson(site):
    found = {(each.authors.split(",")[0], each.year): each for each in facts.sources(LESSONS)}
    for author, year, number in (
        ("Robertson", 1994, 5), ("Wilson", 1927, 7), ("Bass", 1969, 11), ("Fader", 2005, 19),
        ("Radcliffe", 2007, 20), ("Spiegelhalter", 2005, 23), ("van Heerde", 2003, 14),
    ):  # fmt: skip
        assert number in [use[0].number for use in found[author, year].uses], author
    assert len(found) > 80
    page = site["methods"].text
    for words in ("Robertson, S. and others (1994)", "Spiegelhalter, D. J. (2005)"):
        assert words in page


def test_every_data_set_has_its_notice_and_its_lessons(site):
    loaders = {
        name
        for name, each in inspect.getmembers(data, callable)
        if getattr(each, "__module__", "") == "course.data" and not name.startswith("_")
    }
    assert {name for _, names in facts.DATA.values() for name in names} == loaders
    folders = {path.name for path in (ROOT / "course" / "data").iterdir() if path.is_dir()}
    assert set(facts.DATA) - {""} == folders - {"__pycache__"}
    used = {name: used for name, _, _, used in facts.data_sets(ROOT, LESSONS)}
    assert all(used.values())
    assert [each.number for each in used["Euro reference rates"]] == [3]
    for licence in ("CC0", "Apache License 2.0", "GPL-2", "MIT"):
        assert licence in site["data"].text


def test_every_decision_has_its_separation(site):
    for each in LESSONS:
        rows = list(facts.separations(ROOT, each))
        assert len(rows) == 1, each.slug
        assert facts.reference(each)["expert"] > facts.reference(each)["baseline"]
    for name in ("greedy, adding while it pays", "the nine most searched words, true or not"):
        assert name in site["separations"].text
    assert "the untouched stub" not in site["separations"].text
    known = {each.name for each in variants("title_optimization", "write_title", 5)}
    assert {row[0] for row in next(facts.separations(ROOT, SMALL[0]))[2]} < known


def test_pages_that_are_files_say_what_the_files_say(site):
    for name, file in pages.FILES.items():
        text = (ROOT / file).read_text(encoding="utf-8")
        for heading in re.findall(r"(?m)^## (.+)$", re.sub(r"```.*?```", "", text, flags=re.S)):
            assert re.sub(r"[`*]", "", heading).replace("'", "’") in site[name].text, (
                name,
                heading,
            )
    attacks = (ROOT / pages.FILES["attacks"]).read_text(encoding="utf-8")
    assert site["attacks"].text.count("stopped") >= attacks.count("stopped")


def test_the_front_page_says_what_it_must(site):
    page = site["index"]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for line in pages.commands(ROOT).splitlines():
        assert line in readme
        assert " ".join(line.split()) in page.text
    cite = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert cite["title"] in page.text
    assert f"Version {course.__version__}" in page.text
    assert "MIT licence" in page.text
    assert "course-card" in page.html
    for function in operations.functions():
        assert function.name in page.text
        assert function.question in page.text.replace("’", "'")
    links = [address for tag, address in page.addresses if tag == "a"]
    assert pages.at_binder(ROOT, "work/start.ipynb") in links
    for each in SMALL:
        assert f"lessons/{each.slug}.html" in links


def test_the_whole_course_has_its_place_in_the_table_of_contents():
    text = pages.toctrees(LESSONS)
    for each in LESSONS:
        assert f"{each.number:02d} {each.about['title']} <lessons/{each.slug}>" in text
    for name in FIXED:
        assert f"<{name}>" in text


def test_readmes_picture_is_the_books(site):
    kept = (ROOT / build.PICTURE).read_text(encoding="utf-8")
    shown = site["index"].html
    assert kept == pages.picture(shown[shown.index("course-card") :])
    ElementTree.fromstring(kept)


def test_readme_is_short():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(readme.split()) < 400
    assert [line.split("  ")[0] for line in pages.commands(ROOT).splitlines()] == [
        "python3 -m course lab",
        "python3 -m course test",
    ]
    for picture in re.findall(r"!\[[^]]+\]\(([^)]+)\)", readme):
        assert (ROOT / picture).is_file()


# In a browser -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def chromium():
    with browser.chromium() as started:
        yield started


def opened(chromium, book, name, theme, width, outside):
    """A page of the book, opened as a file; what it asks of anything else is noted in `outside`."""
    page = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=theme
    ).new_page()
    page.set_default_timeout(60_000)
    page.on("request", lambda asked: _note(outside, asked.url))
    page.on("pageerror", lambda error: outside.append(str(error)))
    page.goto(f"{(Path(book[0]) / name).as_uri()}.html")
    return page


def _note(outside, address):
    if not address.startswith(("file:", "data:")):
        outside.append(address)


@pytest.mark.browser
@needs(browser.missing())
@pytest.mark.parametrize("name", KINDS)
def test_pages_are_accessible_and_fit(chromium, book, name):
    found, axe = [], browser.AXE.read_text(encoding="utf-8")
    page = opened(chromium, book, name, "light", WIDE, found)
    page.evaluate(axe)
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        for width in (WIDE, NARROW):
            page.set_viewport_size({"width": width, "height": 900})
            page.wait_for_timeout(200)  # the page has heard of it, and what scrolls takes the focus
            room = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
            if room[0] > room[1]:
                found.append(f"{theme}: {room[0]} px in a window of {room[1]}")
            for each in page.evaluate("axe.run()")["violations"]:
                node = json.dumps(each["nodes"][0]["html"])[:200]
                found.append(f"{theme}, {width} px: {each['id']}: {node}")
    page.context.close()
    assert found == []


@pytest.mark.browser
@needs(browser.missing())
def test_search_works_from_a_file(chromium, book):
    found = []
    page = opened(chromium, book, "index", "light", WIDE, found)
    page.fill("input[name=q]", "Wilson")
    page.keyboard.press("Enter")
    page.wait_for_selector("ul.search li a")
    results = page.eval_on_selector_all("ul.search li a", "all => all.map(a => a.textContent)")
    assert any("Merchant operation" in text for text in results), results
    page.goto((Path(book[0]) / "search.html").as_uri() + "?q=CVR")
    page.wait_for_selector("ul.search li a[href*='glossary']")
    assert found == []


@pytest.mark.browser
@needs(browser.missing())
def test_the_map_can_be_pressed(chromium, book):
    found = []
    page = opened(chromium, book, "index", "light", WIDE, found)

    def marked():
        return set(
            page.eval_on_selector_all(
                ".operations-map .job",
                "all => all.filter(j => getComputedStyle(j, '::before').content.includes('●'))"
                ".map(j => j.textContent)",
            )
        )

    for key, *_ in operations.STEPS:
        page.locator(f".operations-map input[value={key}]").check(force=True)
        works = {each.name for each in operations.functions() if key in each.moves}
        assert marked() == works
    page.keyboard.press("ArrowLeft")
    assert marked() == {
        each.name for each in operations.functions() if operations.STEPS[-2][0] in each.moves
    }
    page.click(".operations-map a:has-text('Title optimization')")
    assert page.text_content("h1").startswith("Title optimization")
    assert found == []


@pytest.mark.browser
@needs(browser.missing())
def test_a_printed_lesson_breaks_well(chromium, book):
    found = []
    page = opened(chromium, book, "lessons/title_optimization", "dark", WIDE, found)
    page.emulate_media(media="print")
    style = "(element, name) => getComputedStyle(element)[name]"
    for selector in ("article h2", "article h3"):
        assert page.locator(selector).first.evaluate(style, "breakAfter") == "avoid"
    for selector in ("article tr", ".course-card", "article blockquote", ".formula"):
        assert page.locator(selector).first.evaluate(style, "breakInside") == "avoid"
    for selector in (".sidebar-drawer", ".toc-drawer", ".related-pages"):
        assert not page.locator(selector).first.is_visible(), selector
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    wide = page.eval_on_selector_all(
        "article pre", "all => all.filter(p => getComputedStyle(p).whiteSpace != 'pre-wrap').length"
    )
    assert wide == 0, "a line of code runs over the edge"
    assert page.pdf().startswith(b"%PDF")
    assert found == []
