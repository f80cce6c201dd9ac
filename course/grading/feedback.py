"""Preprocessors for the pages that learners get back: nothing hidden leaks, the expert's way is
shown.
"""

import importlib
import re
from pathlib import Path

import bleach
from bleach.css_sanitizer import CSSSanitizer
from nbconvert.exporters import HTMLExporter
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

_HIDDEN = re.compile(r"[ \t]*### BEGIN HIDDEN TESTS.*?### END HIDDEN TESTS[ \t]*\n?", re.DOTALL)

TEMPLATES = [str(Path(__file__).with_name("templates"))]
_STYLE = Path(__file__).with_name("templates") / "feedback_page" / "style.css"


# What a page may hold: reading matter, tables, pictures that lie in the page itself, and drawings.
_TAGS = {
    "a",
    "b",
    "blockquote",
    "br",
    "caption",
    "code",
    "dd",
    "del",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "hr",
    "i",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
    "svg",
    "g",
    "circle",
    "line",
    "path",
    "polygon",
    "polyline",
    "rect",
    "text",
    "title",
}
_ATTRIBUTES = {
    "alt",
    "align",
    "aria-hidden",
    "aria-label",
    "colspan",
    "cx",
    "cy",
    "d",
    "dominant-baseline",
    "fill",
    "fill-opacity",
    "font-size",
    "font-weight",
    "height",
    "href",
    "opacity",
    "points",
    "preserveaspectratio",
    "r",
    "role",
    "rowspan",
    "rx",
    "ry",
    "scope",
    "src",
    "stroke",
    "stroke-dasharray",
    "stroke-opacity",
    "stroke-width",
    "style",
    "text-anchor",
    "title",
    "transform",
    "viewBox",
    "viewbox",
    "width",
    "x",
    "x1",
    "x2",
    "y",
    "y1",
    "y2",
}
_CLASSES = {"course-outcome", "course-unseen", "mathjax_ignore"}
# No position: a box that lies over the page could show other points than the page's own.
_CSS = CSSSanitizer(
    allowed_css_properties=[
        "background",
        "background-color",
        "border",
        "border-left",
        "border-collapse",
        "border-radius",
        "color",
        "display",
        "font-size",
        "font-style",
        "font-weight",
        "height",
        "line-height",
        "list-style",
        "margin",
        "max-width",
        "padding",
        "text-align",
        "text-anchor",
        "white-space",
        "width",
    ],
    allowed_svg_properties=["fill", "stroke", "stroke-width", "opacity"],
)


def safe_html(html):
    """HTML without anything that runs, loads, or covers the page. Everything in a submission is
    taken for hostile.
    """
    return bleach.clean(
        str(html),
        tags=_TAGS,
        attributes=_may_stay,
        css_sanitizer=_CSS,
        protocols={"http", "https", "mailto", "data"},
        strip=True,
    )


def _may_stay(tag, name, value):
    if name == "class":
        return set(value.split()) <= _CLASSES
    if name == "src":
        return tag == "img" and value.startswith("data:image/png;base64,")
    if name == "href":
        return tag == "a" and not value.startswith("data:")
    return name in _ATTRIBUTES and "url(" not in value


class FeedbackPage(HTMLExporter):
    """HTMLExporter under a name of its own, so that settings for feedback leave the formgrader's
    pages alone.
    """

    def default_filters(self):
        yield from super().default_filters()
        yield "safe_html", safe_html


class HideTests(NbGraderPreprocessor):
    """Take hidden tests out of the sources, and our own frames out of tracebacks.

    nbgrader 0.9.6 puts the autograded notebook into the feedback as it is,
    hidden tests included, whether from the command or the formgrader's button.
    """

    def preprocess_cell(self, cell, resources, cell_index):
        if cell.cell_type != "code":
            return cell, resources
        cell.source = _HIDDEN.sub("", cell.source)
        is_test = cell.metadata.get("nbgrader", {}).get("grade", False)
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                last = f"{output.ename}: {output.evalue}"
                output.traceback = [
                    "This check could not be finished. Please tell your instructor."
                    if is_test
                    else last
                ]
                if is_test:
                    output.ename, output.evalue = "Unfinished", ""
        return cell, resources


class Feedback(NbGraderPreprocessor):
    """What the feedback page shows, put into `resources["feedback"]`: exercises with their cells'
    places, the doctor's sentences, the debrief.
    """

    def preprocess(self, nb, resources):
        about = nb.metadata.get("course", {})
        slug = about.get("lesson") or resources.get("unique_key", "")
        waiting = self._waiting(resources["nbgrader"])
        exercises = [
            _exercise(nb, places, waiting)
            for places in _sections(nb)
            if any(_points(nb.cells[place]) for place in places)
        ]
        resources["feedback"] = {
            "title": next(
                (
                    _heading(cell)
                    for cell in nb.cells
                    if cell.cell_type == "markdown" and cell.source.startswith("# ")
                ),
                slug,
            ),
            "style": _STYLE.read_text(encoding="utf-8"),
            "said": [sentence for sentence in about.get("said", []) if type(sentence) is str],
            "exercises": exercises,
            "waiting": sum(exercise["waiting"] for exercise in exercises),
            "debrief": self._debrief(slug),
        }
        return nb, resources

    def _debrief(self, slug):
        """The expert's policy with its code, as Markdown; none where no answers are installed."""
        try:
            answers = importlib.import_module(f"course.lessons.{slug}.answers")
        except ModuleNotFoundError:
            self.log.warning(
                "No answers are installed for %s: feedback goes out without a debrief.", slug
            )
            return ""
        return (
            "## Debrief: what the expert does\n\n" + answers.debrief()
            if hasattr(answers, "debrief")
            else ""
        )

    def _waiting(self, about):
        """Grade ids that wait for somebody to read them."""
        with Gradebook(about["db_url"]) as gradebook:
            book = gradebook.find_submission_notebook(
                about["notebook"], about["assignment"], about["student"]
            )
            return {grade.name for grade in book.grades if grade.needs_manual_grade}


def _sections(nb):
    """Places of cells from one second-level heading to the next, as lists."""
    starts = [
        place
        for place, cell in enumerate(nb.cells)
        if cell.cell_type == "markdown" and cell.source.startswith("## ")
    ]
    return [
        range(start, end) for start, end in zip(starts, [*starts[1:], len(nb.cells)], strict=True)
    ]


def _points(cell):
    return cell.metadata.get("nbgrader", {}).get("grade", False)


def _exercise(nb, places, waiting):
    graded = [place for place in places if _points(nb.cells[place])]
    answers = [
        place for place in places if nb.cells[place].metadata.get("nbgrader", {}).get("solution")
    ]
    about = [nb.cells[place].metadata.nbgrader for place in graded]
    return {
        "title": _heading(nb.cells[places[0]]),
        "place": places[0],
        "asked": [
            place
            for place in places
            if nb.cells[place].cell_type == "markdown"
            and place < graded[-1]
            and place not in answers
        ],
        "answers": answers,
        "checks": [
            place
            for place in graded
            if place not in answers and nb.cells[place].cell_type == "code"
        ],
        "points": sum(cell.get("score") or 0 for cell in about),
        "most": sum(cell.get("points") or 0 for cell in about),
        "waiting": any(cell.grade_id in waiting for cell in about),
        "comments": [
            nb.cells[place].metadata.nbgrader.comment
            for place in places
            if nb.cells[place].metadata.get("nbgrader", {}).get("comment")
        ],
    }


def _heading(cell):
    """The first line of a cell as a title, without its points."""
    return re.sub(r"\s*\(\d+ points?\)\s*$", "", cell.source.split("\n")[0].lstrip("# ")).strip()
