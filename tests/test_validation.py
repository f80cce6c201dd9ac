"""What Validate says: nbgrader's own validator with the course's settings, on a small notebook."""

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.utils import compute_checksum
from nbgrader.validator import Validator
from traitlets.config.loader import PyFileConfigLoader

from course.check.render import OUTCOME
from course.practice.lab import NBGRADER

SHOW = f"""class Shown:
    def __init__(self, **outcome):
        self.outcome = outcome
    def _repr_mimebundle_(self, **_):
        return {{"text/plain": str(self.outcome["earned"]), "{OUTCOME}": self.outcome}}
"""
NO_POINT = {"state": "not attempted", "earned": 0, "untouched": "`f` holds only question marks."}
SOME = {
    "state": "not yet",
    "earned": 2.1,
    "maximum": 5,
    "findings": [
        {"share": 1, "sentence": "Fine <b>so far</b>."},
        {"share": 0.4, "sentence": "It earns 2.1 of 5."},
    ],
}
LAST = new_markdown_cell("What you take with you.", id="recap")


def graded(name, points, outcome):
    cell = new_code_cell(f'"""What {name} is about."""\nShown(**{outcome!r})', id=f"{name}_test")
    cell.metadata["nbgrader"] = {
        "grade": True,
        "solution": False,
        "locked": True,
        "task": False,
        "points": points,
        "grade_id": f"{name}_test",
        "schema_version": 3,
        "cell_type": "code",
    }
    cell.metadata["nbgrader"]["checksum"] = compute_checksum(cell)
    return cell


def written():
    cell = new_markdown_cell("Written answer · Say why", id="memo")
    cell.metadata["nbgrader"] = {
        "grade": True,
        "solution": True,
        "locked": False,
        "task": False,
        "points": 2,
        "grade_id": "memo",
        "schema_version": 3,
        "cell_type": "markdown",
    }
    cell.metadata["nbgrader"]["checksum"] = compute_checksum(cell)
    return cell


@pytest.fixture
def validated(tmp_path):
    def run(*cells):
        page = new_notebook(cells=[new_code_cell(SHOW, id="shown"), *cells])
        page.metadata["kernelspec"] = {"name": "python3", "display_name": "", "language": "python"}
        nbformat.write(page, tmp_path / "n.ipynb")
        (tmp_path / "nbgrader_config.py").write_text(NBGRADER)
        config = PyFileConfigLoader("nbgrader_config.py", path=str(tmp_path)).load_config()
        return Validator(config=config).validate(str(tmp_path / "n.ipynb"))

    return run


def test_open_exercises_are_named_with_their_sentence_and_no_code(validated):
    said = validated(
        new_markdown_cell("## Exercise 1 · A first thing (2 points)\n\nText.", id="f_question"),
        graded("f", 2, NO_POINT),
        new_markdown_cell("## Exercise 2 · A decision (5 points)", id="g_question"),
        graded("g", 5, SOME),
        graded("h", 3, {"state": "passes here", "earned": 3}),
        graded("i", 3, {"state": "right", "earned": 3}),
        new_markdown_cell("## Written answer · Say why (2 points)", id="memo_question"),
        written(),
        LAST,
    )
    assert [(each["source"], each["raw_error"]) for each in said["failed"]] == [
        ("Exercise 1 · A first thing", "Open: `f` holds only question marks."),
        (
            "Exercise 2 · A decision",
            "Not yet (2.1 of 5 points, as far as can be checked here). It earns 2.1 of 5.",
        ),
        ("Written answer · Say why", "You did not provide a response."),
    ]


def test_what_a_learner_wrote_is_text_in_the_dialog(validated):
    evil = SOME | {"findings": [{"share": 0, "sentence": "<img src=x onerror=alert(1)>"}]}
    (one,) = validated(graded("g", 5, evil), LAST)["failed"]
    assert "Not yet" in one["error"]
    assert "<img" not in one["error"]


def test_an_edited_test_cell_is_still_told(validated):
    cell = graded("f", 2, NO_POINT)
    cell.source += "  # mine"
    assert list(validated(cell, LAST)) == ["changed"]


def test_a_course_of_another_kind_is_left_alone(validated):
    cell = graded("f", 2, {})
    cell.source = "raise AssertionError('no')"
    cell.metadata["nbgrader"]["checksum"] = compute_checksum(cell)
    (one,) = validated(cell, LAST)["failed"]
    assert one["source"] == "raise AssertionError('no')"
    assert "AssertionError" in one["raw_error"]
