"""The page that a learner gets back: nothing hidden leaks, nothing that runs stays, what lost
points comes first, and the expert's way is shown.
"""

import base64
import hashlib
import importlib
import re
from html import escape
from pathlib import Path

from nbconvert.exporters import HTMLExporter
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

from course.check import render, written
from course.grading import inert
from course.grading.written import apart, rubric_of

_HIDDEN = re.compile(r"[ \t]*### BEGIN HIDDEN TESTS.*?### END HIDDEN TESTS[ \t]*\n?", re.DOTALL)
_FIGURE = re.compile(r"<figure.*?</figure>", re.DOTALL)

TEMPLATES = [str(Path(__file__).with_name("templates"))]
_STYLE = Path(__file__).with_name("templates") / "feedback_page" / "style.css"
_MARKS = {
    "right": "✓",
    "partly right": "◑",
    "not yet": "✗",
    "not attempted": "○",
    "not read yet": "…",
}
_MODEL_FOLLOWS = "A written answer that earned"
# What a sealed list of sentences may hold; a notebook that was made by hand may say more.
_MOST_FINDINGS = 200


class FeedbackPage(HTMLExporter):
    """HTMLExporter under a name of its own, so that settings for feedback leave the formgrader's
    pages alone.
    """

    def default_filters(self):
        yield from super().default_filters()
        yield "their_html", inert.html
        yield "their_markdown", inert.markdown
        yield "their_pictures", inert.pasted
        yield "their_text", lambda text: escape(inert.plain(text))
        yield "their_picture", inert.picture
        yield "prose", inert.prose
        yield "sentence", lambda text: render.prose(inert.plain(text))


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
    """What the feedback page shows, put into `resources["feedback"]`: exercises with what was
    found, the doctor's sentences, the debrief.
    """

    def preprocess(self, nb, resources):
        about = nb.metadata.get("course", {})
        slug = about.get("lesson") or resources.get("unique_key", "")
        answers = self._answers(slug)
        waiting, comments = self._read(resources["nbgrader"])
        exercises = [_exercise(cells, slug, waiting, comments) for cells in _exercises(nb) if cells]
        _explain(exercises, answers)
        style = _STYLE.read_text(encoding="utf-8")
        resources["feedback"] = {
            "title": _title(nb, slug),
            "style": style,
            # A second wall: a browser that obeys it runs and loads nothing, whatever stands here.
            "policy": (
                "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none';"
                f" style-src '{_digest(style)}'; style-src-attr 'unsafe-inline'"
            ),
            "said": [each for each in about.get("said", []) if type(each) is str][:20],
            "exercises": exercises,
            "in_order_of_need": sorted(exercises, key=_need),
            "waiting": sum(exercise["waiting"] for exercise in exercises),
            "own": inert.own_prose(nb),
        }
        return nb, resources

    def _answers(self, slug):
        """The lesson's answers, which may be shown after submission; None where none are
        installed.
        """
        try:
            return importlib.import_module(f"course.lessons.{slug}.answers")
        except ModuleNotFoundError:
            self.log.warning(
                "No answers are installed for %s: feedback goes out without a debrief.", slug
            )
            return None

    def _read(self, about):
        """Grade ids that wait for somebody to read them, and {grade id: what a person wrote}."""
        with Gradebook(about["db_url"]) as gradebook:
            book = gradebook.find_submission_notebook(
                about["notebook"], about["assignment"], about["student"]
            )
            waiting = {grade.name for grade in book.grades if grade.needs_manual_grade}
            # nbgrader's own "No response." is no comment of a person's
            return waiting, {each.name: each.manual_comment for each in book.comments}


def _digest(style):
    """The hash by which a page's policy knows its one style sheet."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def _need(exercise):
    """Where points were lost comes first, then what waits, then what is right."""
    return 0 if exercise["lost"] else 1 if exercise["waiting"] else 2


def _title(nb, slug):
    first = next((text for text in inert.own_prose(nb) if text.startswith("# ")), f"# {slug}")
    return _heading(first)


def _about(cell):
    return cell.metadata.get("nbgrader", {})


def _exercises(nb):
    """The cells of each exercise, as lists. An exercise begins with a question of the lesson's own
    that has a heading: a learner's headings begin none.
    """
    found = [[]]
    for cell in nb.cells:
        about = _about(cell)
        if not about:
            continue
        if about.get("locked") and cell.cell_type == "markdown" and cell.source.startswith("## "):
            found.append([])
        found[-1].append(cell)
    return [cells for cells in found if any(_about(cell).get("grade") for cell in cells)]


def _exercise(cells, slug, waiting, comments):
    graded = [cell for cell in cells if _about(cell).get("grade")]
    answers = [cell for cell in cells if _about(cell).get("solution")]
    tests = [cell for cell in graded if cell not in answers and cell.cell_type == "code"]
    points = sum(_about(cell).get("score") or 0 for cell in graded)
    most = sum(_about(cell).get("points") or 0 for cell in graded)
    waits = any(_about(cell).grade_id in waiting for cell in graded)
    checks = [_check(cell) for cell in tests]
    text = next((cell for cell in answers if cell in graded), None)
    if waits:
        state = "not read yet"
    elif points >= most:
        state = "right"
    elif any(check["state"] == "not attempted" for check in checks) or (
        text is not None and not written.words(text.source)
    ):
        state = "not attempted"
    elif points > 0:
        state = "partly right"
    else:
        state = "not yet"
    told = [apart(comments[name]) for name in map(_name, cells) if comments.get(name)]
    asked = [cell.source for cell in cells if _about(cell).get("locked") and cell not in graded]
    return {
        "title": _heading(next((each for each in asked if each.startswith("#")), "An exercise")),
        "state": state,
        "mark": _MARKS[state],
        "points": points,
        "most": most,
        "waiting": waits,
        "lost": not waits and points < most,
        "checks": checks,
        "decides": any(check["decides"] for check in checks),
        "comments": [remark for _, remark in told if remark],
        "asked": [_without_heading(each) for each in asked],
        "answers": answers,
        "written": text is not None
        and {
            "length": written.length(text.source),
            "rubric": _rubric(slug, "\n".join(asked), next((half for half, _ in told), None)),
        },
        "debrief": "",
        "model": "",
    }


def _rubric(slug, asked, given):
    """What earns half a point each: (the question's own words, an example, given or None where
    that is not told).
    """
    points = written.rubric(slug)
    own = [words.replace("*", "") for words in rubric_of(asked)]
    names = own if len(own) == len(points) else [name for name, _ in points]
    return [
        (name, example, None if given is None else number in given)
        for number, (name, (_, example)) in enumerate(zip(names, points, strict=True), start=1)
    ]


def _name(cell):
    return _about(cell).get("grade_id")


def _check(cell):
    """What the panel under a test cell found: {"state", "decides", "wrong", "right", "figure",
    "untouched", "panel"}; `panel` is HTML for a notebook whose panel carries no facts.
    """
    bundles = [out.data for out in cell.outputs if "data" in out]
    html = "".join(data["text/html"] for data in bundles if type(data.get("text/html")) is str)
    facts = next((data[render.OUTCOME] for data in bundles if render.OUTCOME in data), None)
    errors = [line for out in cell.outputs if "traceback" in out for line in out.traceback]
    figure = "".join(_FIGURE.findall(html))
    if not isinstance(facts, dict):
        text = "".join(str(data.get("text/plain", "")) for data in bundles)
        return {
            "state": "not attempted" if text.startswith(_MARKS["not attempted"]) else "",
            "decides": bool(figure),
            "panel": html,
            "errors": errors,
        }
    found = [each for each in _list(facts, "findings") if isinstance(each, dict)]
    lines = [
        {
            "sentence": str(each.get("sentence", "")),
            "partly": not _is_right(each) and each.get("share") != 0,
            "right": _is_right(each),
            "rows": [
                (row[0] is True, str(row[1]))
                for row in _list(each, "rows")
                if type(row) is list and len(row) == 2
            ],
        }
        for each in found
    ]
    return {
        "state": str(facts.get("state", "")),
        "decides": facts.get("g") is not None,
        "wrong": [line for line in lines if not line["right"]],
        "right": [line for line in lines if line["right"]],
        "untouched": str(facts.get("untouched") or ""),
        "figure": figure,
        "panel": "",
        "errors": errors,
    }


def _list(facts, name):
    value = facts.get(name)
    return value[:_MOST_FINDINGS] if type(value) is list else []


def _is_right(finding):
    share = finding.get("share")
    return type(share) in (int, float) and share >= 1


def _explain(exercises, answers):
    """Put the debrief into the decision, and a model answer into what was written."""
    if hasattr(answers, "debrief"):
        code = [exercise for exercise in exercises if not exercise["written"]]
        decisions = [exercise for exercise in code if exercise["decides"]] or code
        if decisions:
            # what it says of the written answer at its end stands beside that one
            decisions[-1]["debrief"] = answers.debrief().partition(_MODEL_FOLLOWS)[0]
    for exercise in exercises:
        if exercise["written"] and hasattr(answers, "MODEL_ANSWERS"):
            best = max(answers.MODEL_ANSWERS)
            exercise["model"] = answers.MODEL_ANSWERS[best]


def _heading(text):
    """The first line of a Markdown text as a title, without its points."""
    return re.sub(r"\s*\(\d+ points?\)\s*$", "", text.split("\n")[0].lstrip("# ")).strip()


def _without_heading(text):
    return text.partition("\n")[2] if text.startswith("#") else text
