"""Read a submission as data, before anything of it runs: say what is wrong, repair what is safe.

Tests, questions and points always come from the source notebook; answers come
from the submission. Nothing here raises for what a learner handed in.
"""

import json
import uuid
from dataclasses import dataclass, field

import nbformat

MAX_BYTES = 20 * 2**20
MAX_CELLS = 500
MAX_SOURCE = 200_000


@dataclass
class Diagnosis:
    """A notebook that can be graded, or None; and one sentence for everything that was found."""

    notebook: object = None
    said: list = field(default_factory=list)

    def note(self, sentence):
        if sentence not in self.said:
            self.said.append(sentence)


def examine(data, source, lesson=None):
    """Diagnose the bytes `data` of a submission against the source notebook.

    `lesson` is the metadata that the release put into the notebook (lesson,
    version, fingerprint), where it did.
    """
    found = Diagnosis()
    cells, metadata = _read(data, found)
    if cells is None:
        return found
    known = {_id(cell): cell for cell in source.cells if _id(cell)}
    theirs = [cell for cell in cells if _claimed(cell) in known]
    told = metadata.get("course") if type(metadata.get("course")) is dict else {}
    if lesson and type(told.get("lesson")) is str and told["lesson"] != lesson["lesson"]:
        found.note(
            f"This is the lesson '{told['lesson'][:60]}', not '{lesson['lesson']}': it cannot be"
            " graded here."
        )
        return found
    if not theirs:
        found.note(
            "None of this lesson's cells are in the file: it is another notebook, or all of them"
            " were deleted."
        )
        return found
    if lesson and told.get("fingerprint") != lesson["fingerprint"]:
        found.note(
            "It was made from another release of this lesson. Answers are kept, questions and tests"
            " are today's."
        )
    found.notebook = _rebuild(cells, source, known, found)
    kernel = metadata.get("kernelspec")
    if type(kernel) is dict and kernel.get("language", "python") != "python":
        found.note(
            f"It was saved with another kernel ({str(kernel.get('display_name'))[:40]}); it is"
            " graded with Python."
        )
    return found


def _read(data, found):
    """(cells, metadata) as plain JSON, or (None, None) with a note."""
    if len(data) > MAX_BYTES:
        found.note(
            f"The file has {len(data) / 2**20:.0f} MB; {MAX_BYTES // 2**20} MB are read. Clear the"
            " outputs and hand it in again."
        )
        return None, None
    try:
        raw = json.loads(data.decode("utf-8-sig"))
        cells, metadata = raw["cells"], raw.get("metadata", {})
        if type(cells) is not list or type(metadata) is not dict:
            raise TypeError
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        found.note(
            "The file is not a notebook that can be read. Was it cut off, or saved by another"
            " program?"
        )
        return None, None
    good = [
        cell
        for cell in cells
        if type(cell) is dict
        and cell.get("cell_type") in ("code", "markdown", "raw")
        and _text(cell) is not None
    ]
    if len(good) < len(cells):
        found.note(f"{len(cells) - len(good)} cell(s) could not be read and were left out.")
    if len(good) > MAX_CELLS:
        found.note(f"It has {len(good)} cells; the first {MAX_CELLS} are read.")
    return good[:MAX_CELLS], metadata


def _text(cell):
    """A raw cell's source as one text, or None. The file format allows a list of lines."""
    source = cell.get("source", "")
    if type(source) is list and all(type(line) is str for line in source):
        source = "".join(source)
    return source if type(source) is str and len(source) <= MAX_SOURCE else None


def _id(cell):
    return cell.metadata.get("nbgrader", {}).get("grade_id")


def _claimed(cell):
    """Which of the lesson's cells a raw cell says it is."""
    metadata = cell.get("metadata")
    grader = metadata.get("nbgrader") if type(metadata) is dict else None
    name = grader.get("grade_id") if type(grader) is dict else None
    return name if type(name) is str else None


def _is_answer(cell):
    return bool(cell.metadata["nbgrader"].get("solution"))


def _rebuild(cells, source, known, found):
    """The lesson's own cells in the source's order, with the learner's answers; the learner's
    further cells where they stood.
    """
    answers, extra, last = {}, {}, None
    order = []
    for cell in cells:
        name = _claimed(cell)
        if name in known:
            if name in order:
                found.note(f"The cell '{name}' stands twice; the first one counts.")
                if cell["cell_type"] == "code" and _is_answer(known[name]):
                    extra.setdefault(last, []).append(cell)
                continue
            order.append(name)
            last = name
            wanted = known[name]
            if cell["cell_type"] != wanted.cell_type:
                found.note(
                    f"The cell '{name}' was turned into another kind of cell and turned back."
                )
            if _is_answer(wanted):
                answers[name] = _text(cell)
            elif _text(cell).strip() != _released(wanted).strip():
                found.note(f"The cell '{name}' was changed; the lesson's own counts.")
            if (cell["metadata"].get("tags") or []) != []:
                found.note(f"Tags on the cell '{name}' were taken off.")
            points = cell["metadata"]["nbgrader"].get("points")
            if (
                "points" in wanted.metadata["nbgrader"]
                and points != wanted.metadata["nbgrader"]["points"]
            ):
                found.note(f"The points of '{name}' were changed; the lesson's own count.")
        else:
            extra.setdefault(last, []).append(cell)
    wanted_order = [name for name in known if name in order]
    if order != wanted_order:
        found.note("Cells stand in another order; they are graded in the lesson's.")
    missing = [name for name in known if name not in order]
    for name in missing:
        found.note(
            f"The cell '{name}' was missing; "
            + ("nothing stands for its answer." if _is_answer(known[name]) else "it was put back.")
        )
    made = nbformat.v4.new_notebook(metadata=nbformat.from_dict(source.metadata))
    made.cells += [_plain(cell) for cell in extra.get(None, [])]
    for wanted in source.cells:
        name = _id(wanted)
        if name is None:
            # the source's own reading matter and examples: the learner's copies stand among the
            # further cells
            continue
        cell = nbformat.from_dict(wanted)
        if _is_answer(wanted):
            cell.source = answers.get(name, "")
        made.cells.append(cell)
        made.cells += [_plain(other) for other in extra.get(name, [])]
    return made


def _plain(cell):
    """A learner's further cell with its source and nothing else: no metadata, no tags, no
    outputs.
    """
    made = {
        "cell_type": cell["cell_type"],
        "id": uuid.uuid4().hex[:8],
        "metadata": {},
        "source": _text(cell),
    }
    return nbformat.from_dict(
        made | ({"execution_count": None, "outputs": []} if cell["cell_type"] == "code" else {})
    )


def _released(cell):
    """A source cell as learners have it: without its hidden tests."""
    lines, hidden = [], False
    for line in cell.source.split("\n"):
        if "### BEGIN HIDDEN TESTS" in line:
            hidden = True
        elif "### END HIDDEN TESTS" in line:
            hidden = False
        elif not hidden:
            lines.append(line)
    return "\n".join(lines)
