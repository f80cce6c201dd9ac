"""A lesson that was run becomes a page: what a reader without a kernel can use, and nothing dead.

Exercises are statements: the question, the code that one starts from, and what is checked. Widgets
are the still pictures that they leave, and guesses are questions.
"""

import ast
import copy
import re
from html import escape

import nbformat

from course.check.render import OUTCOME

_LIVE = "application/vnd.jupyter.widget-view+json"  # what needs a kernel
_FORMULA = re.compile(r"\$\$(.+?)\$\$", re.DOTALL)
_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
_LESSON_LINK = re.compile(r"\[([^][]*)\]\(\.\./\d\d_\w+/(\w+)\.ipynb\)")
_START_LINK = re.compile(r"\[[^][]*\]\(\.\./start\.ipynb\)")
_NO_GUESS = re.compile(r" You noted no guess[^<]*")
_SLEEPS = re.compile(r"<p class='course-sleeps'>.*?</p>", re.DOTALL)
STILL = "A still picture. Open the lesson to move it."
CHART = "A chart that the code above draws."
GUESS = (
    "Think of a number before you read on. In the notebook it is kept, and held against the answer."
)


def page(nb, lesson, links, slugs):
    """The notebook `nb` (run, as `course.book.executed` leaves it) as a notebook to be shown.

    `links` is {"binder": address of this lesson there, "local": command}, `slugs` names the lessons
    of the book.
    """
    shown = nbformat.v4.new_notebook(metadata=copy.deepcopy(nb.metadata))
    for place, cell in enumerate(nb.cells):
        grader = cell.metadata.get("nbgrader", {})
        if cell.cell_type == "markdown":
            if grader.get("solution"):
                continue  # where a learner writes; the question stands above it
            text = prose(cell.source, slugs)
            if cell.source.startswith("#"):
                text = f"({anchor(lesson, cell.id)})=\n\n{text}"
            new = nbformat.v4.new_markdown_cell(text, id=cell.id)
            shown.cells.append(new)
            if place == 0:
                shown.cells.append(_try_it(links))
        elif grader.get("grade"):
            shown.cells.append(_checked(cell))
        else:
            shown.cells += code(cell, start=bool(grader.get("solution")))
    return shown


def anchor(lesson, cell):
    """The name by which other pages point at a cell of a lesson."""
    return f"{lesson.slug}-{cell}".replace("_", "-")


def prose(text, slugs=()):
    """Markdown of a notebook as Markdown of the book: formulas in fences, links between pages. A
    lesson that is not among `slugs` is named without a link.
    """
    pieces, last = [], 0
    for code in _CODE.finditer(text):
        pieces += [_prose(text[last : code.start()], slugs), code[0]]
        last = code.end()
    return "".join([*pieces, _prose(text[last:], slugs)])


def _prose(text, slugs):
    def point(found):
        return f"[{found[1]}]({found[2]}.ipynb)" if found[2] in slugs else found[1]

    text = _FORMULA.sub(lambda found: f"\n```{{math}}\n{found[1].strip()}\n```\n", text)
    return _START_LINK.sub("[front page](../index.md)", _LESSON_LINK.sub(point, text))


def _raw(html, name):
    """HTML of our own as a cell: one block, since an empty line would end it."""
    return nbformat.v4.new_markdown_cell(re.sub(r"\n\s*\n", "\n", html), id=name)


def _try_it(links):
    return _raw(
        "<div class='try-it'><span class='try-what'>Reading is half of it. Work on this lesson:"
        f"</span> <a class='button' href='{escape(links['binder'], quote=True)}'>in your browser"
        " (Binder)</a> <span class='try-local'>or on your machine:"
        f" <code>{escape(links['local'])}</code></span></div>",
        "try-it",
    )


def _checked(cell):
    """In place of a test: its first line, which says in words what is checked."""
    told = ast.get_docstring(ast.parse(cell.source)) or ""
    points = cell.metadata["nbgrader"]["points"]
    return _raw(
        f"<p class='checked'><b>Checked, for {points:g} point{'s' * (points != 1)}:</b>"
        f" {escape(told)}</p>",
        cell.id,
    )


def code(cell, alt=CHART, start=False):
    """A code cell with what it gave, as a list; `alt` is told of its pictures; `start`: the code
    that a learner starts from, folded away.
    """
    if "checks.predict(" in cell.source:
        return [_raw(f"<p class='checked'>{GUESS}</p>", cell.id)]
    new = nbformat.v4.new_code_cell(cell.source, id=cell.id)
    if start:
        new.metadata["tags"] = ["hide-input"]
        return [new]
    given = "checks.given(" in cell.source
    if given or any(_LIVE in output.get("data", {}) for output in cell.outputs):
        new.metadata["tags"] = ["remove-input"]  # one line of ours, of no use to a reader
    new.metadata["mystnb"] = {"image": {"alt": alt}}
    new.outputs = [_output(each, given) for each in cell.outputs if _is_shown(each)]
    return [new]


def _is_shown(output):
    """Whether there is anything to see: not where a learner has typed nothing in yet."""
    if output.output_type == "stream":
        return True
    data = output.get("data", {})
    state = (data.get(OUTCOME) or {}).get("state") or data.get("text/plain", "")[:1]
    if state in ("not attempted", "○"):
        return False
    return _LIVE not in data


def _output(output, given):
    new = copy.deepcopy(output)
    if "execution_count" in new:
        new.execution_count = None
    new.get("data", {}).pop(OUTCOME, None)
    html = new.get("data", {}).get("text/html")
    if html:
        new.data["text/html"] = f"<div class='given'>{_html(html)}</div>" if given else _html(html)
    return new


def _html(html):
    """An output's HTML: a widget's card says where it can be moved, a wide table can be scrolled."""
    if "course-card" in html:
        return _SLEEPS.sub(f"<p class='course-sleeps'>{STILL}</p>", html)
    html = _NO_GUESS.sub("", html)
    html = re.sub(r"<style scoped>.*?</style>", "", html, flags=re.DOTALL)
    if "<table" in html:
        return f"<div class='wide' tabindex='0' role='group' aria-label='Table'>{html}</div>"
    return html
