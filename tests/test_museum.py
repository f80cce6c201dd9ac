"""The cells that are checked and not graded: wrong as they are laid out, right once repaired."""

import re

import pytest
from nbclient import NotebookClient

from course.authoring import canon, layout
from tests.conftest import with_answers
from tests.variants import ANSWERS

LESSONS = layout.lessons()


def repairs(slug):
    """{cell id: repaired code} of tests/answers/<slug>/museum.py."""
    parts = re.split(
        r"(?m)^# cell: (\S+)\n", (ANSWERS / slug / "museum.py").read_text(encoding="utf-8")
    )
    return {name: code.strip() for name, code in zip(parts[1::2], parts[2::2], strict=True)}


def panels(notebook, folder):
    """{cell id: what its check said} after a run from top to bottom."""
    NotebookClient(
        notebook,
        timeout=300,
        store_widget_state=False,
        resources={"metadata": {"path": str(folder)}},
    ).execute()
    return {
        cell.id: "\n".join(
            output.data.get("text/plain", "")
            for output in cell.outputs
            if output.output_type == "display_data"
        )
        for cell in notebook.cells
        if cell.cell_type == "code"
    }


@pytest.mark.slow
@pytest.mark.parametrize("lesson", LESSONS, ids=[lesson.slug for lesson in LESSONS])
def test_the_museum_is_wrong_and_can_be_repaired(lesson, tmp_path):
    source = canon.read(lesson.notebook("source"))
    repaired = repairs(lesson.slug)
    museum = {
        cell.id
        for cell in source.cells
        if cell.id.startswith("museum-") and cell.cell_type == "code"
    }
    assert museum <= repaired.keys()
    # A cell keeps its last line, the check.
    code = {
        cell.id: f"{repaired[cell.id]}\n\n{cell.source.splitlines()[-1]}"
        for cell in source.cells
        if cell.id in repaired
    }
    before, after = (
        panels(canon.read(lesson.notebook("release")), tmp_path),
        panels(with_answers(source, code), tmp_path),
    )
    assert {
        name: before[name].split("\n")[0] for name in museum if "not yet" not in before[name]
    } == {}
    assert {name: after[name] for name in repaired if "right" not in after[name]} == {}
