"""The cells that are checked and not graded: wrong as they are laid out, right once repaired."""

import pytest

from course.authoring import canon
from tests import runs


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
def test_the_museum_is_wrong_and_can_be_repaired(lesson):
    source = canon.read(lesson.notebook("source"))
    repaired = runs.repairs(lesson.slug)
    museum = {
        cell.id
        for cell in source.cells
        if cell.id.startswith("museum-") and cell.cell_type == "code"
    }
    assert museum <= repaired.keys()
    before, after = panels(runs.release(lesson)), panels(runs.source(lesson))
    assert {
        name: before[name].split("\n")[0] for name in museum if "not yet" not in before[name]
    } == {}
    said = {name: after[runs.REPAIRED + name] for name in repaired}
    assert {name: text for name, text in said.items() if "right" not in text} == {}
