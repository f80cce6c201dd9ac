"""Canonical notebooks: the same lesson always has the same bytes.

No outputs, no execution counts, only the metadata that nbgrader and the kernel
need, cell ids that speak, and points in the prose taken from the metadata.
"""

import json
import re

import nbformat

_POINTS = re.compile(r"\(\d+(?:\.\d+)? points?\)")
_KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


def read(path):
    """A notebook as nbformat 4 reads it."""
    return nbformat.read(path, as_version=4)


def points_of(nb):
    """{exercise name: points} of a notebook, in its order."""
    found = {}
    for cell in nb.cells:
        grader = cell.metadata.get("nbgrader", {})
        if grader.get("grade"):
            found[grader["grade_id"].removesuffix("_test")] = grader["points"]
    return found


def canonical(nb):
    """`nb` in canonical form (a new notebook)."""
    points = points_of(nb)
    clean = nbformat.v4.new_notebook(
        metadata={"kernelspec": _KERNEL, "language_info": {"name": "python"}}
    )
    for cell in nb.cells:
        grader = cell.metadata.get("nbgrader")
        metadata = {"nbgrader": grader} if grader else {}
        source = "\n".join(line.rstrip() for line in cell.source.rstrip().split("\n"))
        if cell.cell_type == "markdown":
            name = (grader or {}).get("grade_id", cell.id).removesuffix("_question")
            if name in points:
                source = _POINTS.sub(_in_words(points[name]), source, count=1)
            new = nbformat.v4.new_markdown_cell(source, metadata=metadata)
        else:
            new = nbformat.v4.new_code_cell(source, metadata=metadata)
        new.id = grader["grade_id"] if grader else cell.id
        clean.cells.append(new)
    return clean


def _in_words(points):
    return "(1 point)" if points == 1 else f"({points:g} points)"


def text_of(nb):
    """The notebook file's text, as nbformat writes it."""
    return nbformat.writes(nb) + "\n"


def problems(path):
    """What keeps a source notebook from being canonical: a list of sentences."""
    nb = read(path)
    found = []
    if path.read_text(encoding="utf-8") != text_of(canonical(nb)):
        found.append(f"{path.name} is not in canonical form: run `course canon`")
    ids = [cell.id for cell in nb.cells]
    twice = sorted({each for each in ids if ids.count(each) > 1})
    found += [f"{path.name}: the cell id '{each}' stands twice" for each in twice]
    dumb = [each for each in ids if re.fullmatch(r"[0-9a-f]{8}|cell-[0-9a-f]+", each)]
    found += [
        f"{path.name}: the cell id '{each}' says nothing; name what the cell does" for each in dumb
    ]
    return found


def points_table(lessons):
    """The text of course/check/points.json: {slug: {exercise: points}}."""
    table = {lesson.slug: points_of(read(lesson.notebook("source"))) for lesson in lessons}
    return json.dumps(table, indent=1, sort_keys=True) + "\n"


def write(lessons, points_file):
    """Rewrite source notebooks canonically, and the points table.

    Returns the changed paths.
    """
    changed = []
    for lesson in lessons:
        path = lesson.notebook("source")
        text = text_of(canonical(read(path)))
        if path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed.append(path)
    table = points_table(lessons)
    if not points_file.exists() or points_file.read_text(encoding="utf-8") != table:
        points_file.write_text(table, encoding="utf-8")
        changed.append(points_file)
    return changed


def readable(nb):
    """A notebook as plain text for review: prose as it is, code fenced, graded cells marked."""
    parts = []
    for cell in nb.cells:
        grader = cell.metadata.get("nbgrader", {})
        marks = [word for word in ("grade", "solution", "locked") if grader.get(word)]
        if "points" in grader:
            marks.append(f"{grader['points']:g} points")
        parts.append(f"--- {cell.id} ({', '.join(marks)})" if marks else f"--- {cell.id}")
        is_prose = cell.cell_type == "markdown"
        parts.append(cell.source if is_prose else f"```python\n{cell.source}\n```")
    return "\n\n".join(parts) + "\n"
