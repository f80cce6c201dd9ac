"""What nbgrader's Validate says of an exercise that is open: its title and one sentence.

nbgrader shows a failed cell's source and, where it wrote to stderr, that text;
otherwise "Partial credit" below the code of a test. nbgrader calls an Explainer
at the start of each cell of the copy that it executes and throws away.
"""

import os

from nbformat.v4 import new_output
from nbgrader.utils import compute_checksum, is_grade, is_solution

from course.check.render import OUTCOME
from course.practice.work import title

_PASSED = ("right", "passes here")


class Explainer:
    """Puts an exercise's title in the place of its test's code, and the panel's sentence in that
    of "Partial credit", once the next cell begins.
    """

    def __call__(self, cell, cell_index):
        if os.environ.get("NBGRADER_EXECUTION") != "validate":
            return
        if cell_index == 0:
            self._before, self._titles = None, {}
        if self._before is not None:
            explain(self._before, self._titles)
        self._before = cell
        if cell.cell_type == "markdown":
            self._titles[cell.get("id")] = cell.source


def explain(cell, titles):
    """Rewrite a graded cell that failed; `titles` holds the text of the questions by cell id. A
    cell that was edited stays, so that nbgrader says so.
    """
    if not is_grade(cell):
        return
    grader, written = cell.metadata["nbgrader"], is_solution(cell)
    said = None if written else _sentence(cell.get("outputs", []))
    if grader.get("checksum") != compute_checksum(cell) or (said is None and not written):
        return
    name = grader["grade_id"].removesuffix("_test")
    cell.source = title(titles.get(f"{name}_question", ""), name)
    grader["checksum"] = compute_checksum(cell)
    if said is not None:
        cell.outputs = [new_output("stream", name="stderr", text=said)]


def _sentence(outputs):
    """What there is to say of a test cell's outputs, or None where all passed or nothing is
    known.
    """
    found = next(
        (output["data"][OUTCOME] for output in outputs if OUTCOME in output.get("data", {})), None
    )
    if found is None or found.get("state") in _PASSED:
        return None
    if found.get("state") == "not attempted":
        return f"Open: {found.get('untouched') or 'nothing is filled in yet.'}"
    wrong = next(
        (each["sentence"] for each in found.get("findings", []) if each.get("share", 0) < 1), ""
    )
    points = f"{found.get('earned', 0):g} of {found.get('maximum', 0):g} points"
    return f"Not yet ({points}, as far as can be checked here). {wrong}".rstrip()
