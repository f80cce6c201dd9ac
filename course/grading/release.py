"""Preprocessors that turn a source notebook into the learners' copy."""

import hashlib
import re

from nbgrader.preprocessors import ClearSolutions, NbGraderPreprocessor

import course
from course.authoring import layout

# A line of a source notebook that ends so keeps its left side and loses its answer.
BLANK = "### BLANK"  # ends a line that learners fill in
_BLANK_ITEM = re.compile(r"""^(?P<left>\s*"[^"]*": ).*?(?P<comma>,?)\s*### BLANK\s*$""")
_BLANK_VALUE = re.compile(r"^(?P<left>.*?(?: = |return )).*?\s*### BLANK\s*$")


class ClearAnswers(ClearSolutions):
    """nbgrader's ClearSolutions, and lines marked `### BLANK` lose only their right side.

    The right side becomes `...`, or "?" in a dictionary: a faded example and a
    word bank keep what a solution region would take away.
    """

    def preprocess_cell(self, cell, resources, cell_index):
        if cell.cell_type == "code" and BLANK in cell.source:
            cell.source = "\n".join(blank_out(line) for line in cell.source.split("\n"))
            return cell, resources
        return super().preprocess_cell(cell, resources, cell_index)


def blank_out(line):
    """One source line as the learner sees it. Raises ValueError where a marked line cannot be
    blanked.
    """
    if BLANK not in line:
        return line
    if item := _BLANK_ITEM.match(line):
        return f'{item["left"]}"?"{item["comma"]}'
    if value := _BLANK_VALUE.match(line):
        return f"{value['left']}..."
    raise ValueError(f"{BLANK} needs a dictionary item, an assignment or a return: {line.strip()}")


class GoOn(NbGraderPreprocessor):
    """Ends a lesson with the way on: the next one in the course's order, the start page, and who
    gives the real grade.
    """

    def preprocess(self, nb, resources):
        order = layout.lessons()
        place = next(
            (n for n, each in enumerate(order) if each.slug == resources["unique_key"]), None
        )
        if place is not None and nb.cells[-1].cell_type == "markdown":
            nb.cells[-1].source += "\n\n" + way_on(order[place], [*order, None][place + 1])
        return nb, resources


def way_on(lesson, following):
    """The last lines of a lesson, as Markdown; `following` is None after the last one."""
    onward = (
        f"[{following.number:02d} {following.about['title']}]"
        f"(../{following.folder}/{following.slug}.ipynb), or back to the"
        if following
        else "back to the"
    )
    return (
        f"**Go on:** {onward} [start page](../start.ipynb).\n\n**Your real grade**, on cases that"
        " nobody has seen: one press on the start page, or `course grade --self` in a terminal. If"
        " your copy of the course came without answers, your instructor grades:"
        f" `course submit {lesson.slug}` packs this lesson."
    )


class Fingerprint(NbGraderPreprocessor):
    """Write lesson, course version and a hash of all cells into the notebook's metadata.

    A submission is thereby known to belong to this very release.
    """

    def preprocess(self, nb, resources):
        nb.metadata["course"] = {
            "lesson": resources["unique_key"],
            "version": course.__version__,
            "fingerprint": fingerprint(nb),
        }
        return nb, resources


def fingerprint(nb):
    """Sixteen hex digits over the ids and sources of all cells, in order."""
    text = "\0".join(f"{cell.get('id', '')}\0{cell.source}" for cell in nb.cells)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
