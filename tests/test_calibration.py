"""Every stylised fact inside its band, on five seeds at size M.

And the notebook that lets anyone audit it.
"""

import nbformat
import pytest
from nbclient import NotebookClient

from course.authoring import canon, layout
from course.market import calibration
from course.market.world import World
from tests.conftest import ROOT

NOTEBOOK = ROOT / "docs" / "calibration.ipynb"


@pytest.fixture(scope="module")
def table():
    return calibration.table([World(seed) for seed in calibration.SEEDS])


@pytest.mark.slow
@pytest.mark.xdist_group("calibration")
@pytest.mark.parametrize("fact", calibration.FACTS.values(), ids=calibration.FACTS)
def test_fact(table, fact):
    row = table.set_index("fact").loc[fact.name]
    values = [row[str(seed)] for seed in calibration.SEEDS]
    assert all(fact.low <= value <= fact.high for value in values), [
        round(value, 4) for value in values
    ]


def test_a_fact_names_lessons():
    """Those that rest on it; which they are is read off the lessons by people."""
    slugs = {lesson.slug for lesson in layout.lessons()}
    for name, fact in calibration.FACTS.items():
        assert fact.lessons, name
        assert set(fact.lessons) <= slugs, name


@pytest.mark.slow
@pytest.mark.xdist_group("calibration")
def test_the_audit_can_fail():
    """A world that is not like a real marketplace is found out."""
    odd = World(
        1,
        "M",
        {
            "choice.price": 0.5,
            "search.bias": 1.1,
            "cart.price": 0.2,
            "order.session_cvr": 0.05,
            "returns.base": 0.0,
        },
    )
    audit = calibration.Audit(odd, weeks=4)
    for name in ("session_cvr", "own_elasticity", "rank_1_to_10", "returns"):
        fact = calibration.FACTS[name]
        assert not fact.low <= getattr(audit, name)() <= fact.high, name


@pytest.mark.slow
@pytest.mark.xdist_group("calibration")
def test_the_calibration_notebook_runs_and_is_kept_without_outputs(tmp_path):
    assert canon.problems(NOTEBOOK) == []
    nb = nbformat.read(NOTEBOOK, as_version=4)
    NotebookClient(nb, timeout=300, resources={"metadata": {"path": str(tmp_path)}}).execute()
    shown = "\n".join(
        str(output.get("data", {}).get("text/html", ""))
        for cell in nb.cells
        if cell.cell_type == "code"
        for output in cell.outputs
    )
    for fact in calibration.FACTS.values():
        assert fact.name in shown
