"""Read a submission as data, before anything of it runs: say what is wrong, repair what is safe.

Tests, questions and points always come from the source notebook; answers come
from the submission. Nothing here raises for what a learner handed in.
"""

import ast
import base64
import contextlib
import json
import re
import urllib.parse
import uuid
from dataclasses import dataclass, field

import nbformat

from course.grading import inert, kinds
from course.grading.kinds import MAX_BYTES
from course.grading.wire import INSTEAD, LONE

MAX_CELLS = 500
MAX_SOURCE = 200_000
MAX_PARSED = 20_000  # characters of a cell that is looked through for names
PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp", "image/svg+xml")
_ATTACHED = re.compile(r"!\[[^\]]*\]\(<?attachment:([^)>]+)")


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
    told = metadata.get("course") if type(metadata.get("course")) is dict else {}
    if lesson and type(told.get("lesson")) is str and told["lesson"] != lesson["lesson"]:
        found.note(
            f"This is the lesson '{told['lesson'][:60]}', not '{lesson['lesson']}': it cannot be"
            " graded here."
        )
        return found
    names = _recognised(cells, source, known, found)
    if known and not any(names):
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
    found.notebook = _rebuild(cells, names, source, known, found)
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
    raw = kinds.notebook(data)
    if raw is not None and "cells" not in raw:
        raw = _of_today(raw, found)
    if raw is None or type(raw.get("metadata", {})) is not dict:
        kind = kinds.what(data)
        found.note(
            "The file is not a notebook that can be read"
            + (f": it is {kind}." if kind else ". Was it cut off, or saved by another program?")
        )
        return None, None
    cells, metadata = raw["cells"], raw.get("metadata", {})
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or not _is_utf8(data):
        found.note(
            "It was saved in another encoding than UTF-8: look whether its accents are right."
        )
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


def _is_utf8(data):
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return True


def _of_today(raw, found):
    """A notebook of format 3 (its cells lie in "worksheets") as one of today's, or None."""
    try:
        made = json.loads(
            json.dumps(nbformat.convert(nbformat.from_dict(raw | {"nbformat": 3}), 4))
        )
    except Exception:  # nbformat raises whatever a damaged file makes it stumble over
        return None
    found.note("It was saved in a format of before 2015 and was converted.")
    return made


def _text(cell):
    """A raw cell's source as one text, or None. The file format allows a list of lines."""
    source = cell.get("source", "")
    if type(source) is list and all(type(line) is str for line in source):
        source = "".join(source)
    if type(source) is not str or len(source) > MAX_SOURCE:
        return None
    return LONE.sub(INSTEAD, source)


def _id(cell):
    return cell.metadata.get("nbgrader", {}).get("grade_id")


def _claimed(cell):
    """Which of the lesson's cells a raw cell's metadata say that it is."""
    metadata = cell.get("metadata")
    grader = metadata.get("nbgrader") if type(metadata) is dict else None
    name = grader.get("grade_id") if type(grader) is dict else None
    return name if type(name) is str else None


def _recognised(cells, source, known, found):
    """For each raw cell the name of the lesson's cell that it is, or None: by its metadata; where a
    tool has cleaned those, by its id, then by its text, then by what stands around it.
    """
    names = [name if name in known else None for name in map(_claimed, cells)]
    if set(names) >= known.keys():
        return names
    taken, nameless = set(names), []

    def take(place, name):
        names[place] = name
        taken.add(name)
        nameless.append(f"'{name}'")

    for place, cell in enumerate(cells):
        name = cell.get("id")
        if names[place] is None and type(name) is str and name in known and name not in taken:
            take(place, name)
    texts = {_released(cell).strip(): name for name, cell in known.items() if not _is_answer(cell)}
    for place, cell in enumerate(cells):
        name = texts.get(_text(cell).strip())
        if names[place] is None and name is not None and name not in taken:
            take(place, name)
    for name in [name for name in known if name not in taken]:
        place = _answer_between(name, cells, names, source, known)
        if place is not None:
            take(place, name)
    if nameless:
        found.note(
            f"Cells without a name were recognised by what they hold: {', '.join(nameless)}. Did a"
            " tool clean the file?"
        )
    return names


def _answer_between(name, cells, names, source, known):
    """The place of the answer `name` among cells that nothing names: one that defines what the
    answer must, or the only one of its kind between its neighbours. None where there is none.
    """
    wanted = known[name]
    if not _is_answer(wanted):
        return None
    shown = {_released(cell).strip() for cell in source.cells if not _id(cell)}
    free = [
        place
        for place, cell in enumerate(cells)
        if names[place] is None
        and cell["cell_type"] == wanted.cell_type
        and _text(cell).strip() not in shown
    ]
    if wanted.cell_type == "code" and (defined := _defines(wanted.source)):
        return next((place for place in free if defined <= _defines(_text(cells[place]))), None)
    order = list(known)
    earlier, later = (
        [names.index(other) for other in others if other in names]
        for others in (order[: order.index(name)], order[order.index(name) + 1 :])
    )
    between = [
        place
        for place in free
        if place > max(earlier, default=-1) and place < min(later, default=len(cells))
    ]
    return between[0] if between and (earlier or later) else None


def _defines(source):
    """Names of functions, classes and variables that code defines at its top."""
    if len(source) > MAX_PARSED:
        return set()
    with contextlib.suppress(SyntaxError, ValueError, RecursionError, MemoryError):
        tree = ast.parse(source)
        return {
            name
            for node in tree.body
            for name in (
                [node.name]
                if isinstance(node, (ast.FunctionDef, ast.ClassDef))
                else [target.id for target in node.targets if isinstance(target, ast.Name)]
                if isinstance(node, ast.Assign)
                else []
            )
        }
    return set()


def _is_answer(cell):
    return bool(cell.metadata["nbgrader"].get("solution"))


def _rebuild(cells, names, source, known, found):
    """The lesson's own cells in the source's order, with the learner's answers; the learner's
    further cells where they stood.
    """
    answers, pictures, extra, last = {}, {}, {}, None
    order = []
    for cell, name in zip(cells, names, strict=True):
        if name in known:
            if name in order:
                if _is_answer(known[name]) and known[name].cell_type == "markdown":
                    if _text(cell).strip() not in answers[name]:
                        found.note(f"The answer '{name}' was split in two; both parts were joined.")
                        answers[name] += "\n\n" + _text(cell)
                    pictures[name] = _attached(cell) | pictures[name]
                    continue
                found.note(f"The cell '{name}' stands twice; the first one counts.")
                if _is_answer(known[name]):
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
                answers[name], pictures[name] = _text(cell), _attached(cell)
            elif _text(cell).strip() != _released(wanted).strip():
                found.note(f"The cell '{name}' was changed; the lesson's own counts.")
            metadata = cell.get("metadata") if type(cell.get("metadata")) is dict else {}
            if (metadata.get("tags") or []) != []:
                found.note(f"Tags on the cell '{name}' were taken off.")
            points = (metadata["nbgrader"] if _claimed(cell) else {}).get("points")
            if (
                _claimed(cell)
                and "points" in wanted.metadata["nbgrader"]
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
    made.cells += [_plain(cell, found) for cell in extra.get(None, [])]
    for wanted in source.cells:
        name = _id(wanted)
        if name is None:
            # the source's own reading matter and examples: the learner's copies stand among the
            # further cells
            continue
        cell = nbformat.from_dict(wanted)
        if _is_answer(wanted):
            cell.source = answers.get(name, "")
            if cell.cell_type == "markdown":
                _attach(cell, pictures.get(name, {}), found)
        made.cells.append(cell)
        made.cells += [_plain(other, found) for other in extra.get(name, [])]
    return made


def _attached(cell):
    """The pictures of a raw cell ({name: {kind: base64}}) that are pictures."""
    attachments = cell.get("attachments")
    found = {}
    for name, held in attachments.items() if type(attachments) is dict else ():
        good = {
            kind: picture
            for kind, data in (held.items() if type(held) is dict else ())
            if kind in PICTURES and (picture := _base64(data)) is not None
        }
        if good:
            found[LONE.sub(INSTEAD, name)] = good
    return found


def _base64(data):
    """Base64 in one piece, or None for anything else: it is put into a page as it is."""
    if type(data) is list and all(type(line) is str for line in data):
        data = "".join(data)
    try:
        return base64.b64encode(base64.b64decode("".join(data.split()), validate=True)).decode()
    except (AttributeError, ValueError):
        return None


def _attach(cell, pictures, found):
    """Give a made cell its pictures; what its text names in vain is said."""
    for name in _ATTACHED.findall(cell.source):
        if urllib.parse.unquote(name) not in pictures and name not in pictures:
            found.note(f"The picture '{name[:60]}' is not in the file.")
    for name, held in pictures.items():
        if not inert.pictures({name: held}):
            found.note(
                f"The picture '{name[:60]}' is too large, damaged or of a rare kind and is not shown"
                " on pages; it is in the file that was handed in."
            )
    if pictures:
        cell["attachments"] = nbformat.from_dict(pictures)


def _plain(cell, found):
    """A learner's further cell with its source, its pictures and nothing else: no metadata, no
    tags, no outputs.
    """
    made = {
        "cell_type": cell["cell_type"],
        "id": uuid.uuid4().hex[:8],
        "metadata": {},
        "source": _text(cell),
    }
    made = nbformat.from_dict(
        made | ({"execution_count": None, "outputs": []} if cell["cell_type"] == "code" else {})
    )
    if cell["cell_type"] == "markdown":
        _attach(made, _attached(cell), found)
    return made


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
