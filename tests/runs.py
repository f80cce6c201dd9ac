"""Lessons run from top to bottom: once in a test process, for all tests that look at what came."""

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
    """The source notebook as it stands, and a last cell that prints PEAK_MEMORY."""
    nb = canon.read(lesson.notebook("source"))
    nb.cells.append(nbformat.v4.new_code_cell(PEAK_MEMORY, id="memory"))
    return executed(nb, tempfile.mkdtemp(prefix="run"))


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
