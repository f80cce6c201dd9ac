"""What nbgrader's Validate says of an exercise that is open: its title and one sentence.

nbgrader shows a failed cell's source and, where it wrote to stderr, that text;
otherwise "Partial credit" below the code of a test. This preprocessor runs
last, on the executed copy that Validate throws away.
"""

from nbformat.v4 import new_output
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import compute_checksum, is_grade, is_solution

from course.practice.work import title

OUTCOME = "application/vnd.course.outcome+json"
_PASSED = ("right", "passes here")


class Explain(NbGraderPreprocessor):
    """Puts an exercise's title in the place of its test's code, and the panel's sentence in that
    of "Partial credit". A cell that was edited stays, so that nbgrader says so.
    """

    def preprocess(self, nb, resources):
        titles = {cell.get("id"): cell.source for cell in nb.cells if cell.cell_type == "markdown"}
        for cell in nb.cells:
            if not is_grade(cell):
                continue
            grader = cell.metadata["nbgrader"]
            if grader.get("checksum") != compute_checksum(cell):
                continue
            name = grader["grade_id"].removesuffix("_test")
            said = None if is_solution(cell) else _sentence(cell.get("outputs", []))
            if said is None and not is_solution(cell):
                continue
            cell.source = title(titles.get(f"{name}_question", ""), name)
            grader["checksum"] = compute_checksum(cell)
            if said is not None:
                cell.outputs = [new_output("stream", name="stderr", text=said)]
        return nb, resources


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
