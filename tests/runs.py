"""Lessons run from top to bottom: once in a test process, for all tests that look at what came."""

import re
import shutil
import tempfile
from functools import cache
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from course.authoring import canon, layout
from course.authoring import release as releasing
from tests.conftest import PEAK_MEMORY, ROOT
from tests.variants import ANSWERS

REPAIRED = "repaired-"  # before the id of a room whose cell was mended

# One group a lesson: tests that share a run come to the same process.
each_lesson = pytest.mark.parametrize(
    "lesson",
    [
        pytest.param(lesson, id=lesson.slug, marks=pytest.mark.xdist_group(f"run-{lesson.slug}"))
        for lesson in layout.lessons()
    ],
)


def executed(notebook, folder):
    """A copy of the notebook, run in a fresh kernel in `folder`; errors stand in its outputs."""
    nb = nbformat.from_dict(notebook)
    client = NotebookClient(
        nb,
        timeout=300,
        allow_errors=True,
        store_widget_state=False,
        resources={"metadata": {"path": str(folder)}},
    )
    client.execute()
    return nb


@cache
def source(lesson):
    """The source notebook as it stands; then a cell "memory" that prints PEAK_MEMORY, and the
    repaired cells of the museum, each with the check that its room ends with.
    """
    nb = canon.read(lesson.notebook("source"))
    nb.cells.append(nbformat.v4.new_code_cell(PEAK_MEMORY, id="memory"))
    for name, code in repairs(lesson.slug).items():
        check = next(cell.source for cell in nb.cells if cell.id == name).splitlines()[-1]
        nb.cells.append(nbformat.v4.new_code_cell(f"{code}\n\n{check}", id=f"{REPAIRED}{name}"))
    return executed(nb, tempfile.mkdtemp(prefix="run"))


def repairs(slug):
    """{cell id: repaired code} of tests/answers/<slug>/museum.py."""
    parts = re.split(
        r"(?m)^# cell: (\S+)\n", (ANSWERS / slug / "museum.py").read_text(encoding="utf-8")
    )
    return {name: code.strip() for name, code in zip(parts[1::2], parts[2::2], strict=True)}


@cache
def release(lesson):
    """The learners' copy, run where a learner runs it: without source/, tests/ and answers.py."""
    root = _learners_copy()
    folder = root / "release" / lesson.folder
    nb = canon.read(folder / f"{lesson.slug}.ipynb")
    first = nbformat.v4.new_code_cell(
        f"import sys; sys.path.insert(0, {str(root)!r})\nimport course; assert"
        f" course.__file__.startswith({str(root)!r})"
    )
    nb.cells.insert(0, first)
    return executed(nb, folder)


@cache
def _learners_copy():
    root = Path(tempfile.mkdtemp(prefix="learner"))
    for path in releasing.learner_files():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, root / path)
    return root


def troubles(nb):
    """Errors and what went to stderr, a line each."""
    return [
        f"{cell.id}: {output.get('ename') or output.get('text')}"
        for cell in nb.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if output.output_type == "error"
        or (output.output_type == "stream" and output.name == "stderr")
    ]
