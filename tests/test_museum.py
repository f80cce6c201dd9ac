"""The cells that are checked and not graded: wrong as they are laid out, right once repaired."""

import re

import pytest

from course.authoring import canon
from tests import runs
from tests.conftest import with_answers
from tests.variants import ANSWERS


def repairs(slug):
    """{cell id: repaired code} of tests/answers/<slug>/museum.py."""
    parts = re.split(
        r"(?m)^# cell: (\S+)\n", (ANSWERS / slug / "museum.py").read_text(encoding="utf-8")
    )
    return {name: code.strip() for name, code in zip(parts[1::2], parts[2::2], strict=True)}


def panels(notebook):
    """{cell id: what its check said} of a notebook that ran."""
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
@runs.each_lesson
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
    solved = runs.executed(with_answers(source, code), tmp_path)
    assert runs.troubles(solved) == []
    before, after = panels(runs.release(lesson)), panels(solved)
    assert {
        name: before[name].split("\n")[0] for name in museum if "not yet" not in before[name]
    } == {}
    assert {name: after[name] for name in repaired if "right" not in after[name]} == {}
