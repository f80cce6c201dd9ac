"""The doctor reads submissions as data: every kind of damage gets a sentence, what is safe is
repaired, nothing raises.

COURSE_FUZZ sets how many damaged notebooks are tried (150 unless told
otherwise; `COURSE_FUZZ=2000 course test tests/test_doctor.py` for all), a tenth
of them through the whole grader.
"""

import json
import os

import nbformat
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from course.authoring import canon, layout
from course.grading import doctor, sandbox
from course.grading.workers import Workers
from tests.conftest import Course, needs, solved

LESSON = layout.lesson("title_optimization")
SOURCE = canon.read(LESSON.notebook("source"))
RELEASE = nbformat.read(LESSON.notebook("release"), as_version=4)
ABOUT = RELEASE.metadata["course"]
FUZZ = int(os.environ.get("COURSE_FUZZ", 150))


def raw():
    """A solved submission as plain JSON, to be damaged."""
    return json.loads(nbformat.writes(solved(LESSON)))


def cell(notebook, name):
    return next(each for each in notebook["cells"] if each["id"] == name)


def examined(notebook):
    return doctor.examine(json.dumps(notebook).encode(), SOURCE, ABOUT)


def graded_cells(notebook):
    return {
        each.metadata["nbgrader"]["grade_id"]: each.source
        for each in notebook.cells
        if each.metadata.get("nbgrader")
    }


def test_an_honest_submission_is_left_as_it_is():
    found = examined(raw())
    assert found.said == []
    answers = {
        each["metadata"]["nbgrader"]["grade_id"]: each["source"]
        for each in raw()["cells"]
        if each["metadata"].get("nbgrader", {}).get("solution")
    }
    for name, source in graded_cells(found.notebook).items():
        expected = answers.get(name)
        if expected is not None:
            assert source == (expected if isinstance(expected, str) else "".join(expected))
    assert [each.id for each in SOURCE.cells if each.metadata.get("nbgrader")] == [
        each.id for each in found.notebook.cells if each.metadata.get("nbgrader")
    ]


def test_a_blank_submission_is_honest_too():
    assert doctor.examine(nbformat.writes(RELEASE).encode(), SOURCE, ABOUT).said == []


def delete(notebook):
    notebook["cells"] = [each for each in notebook["cells"] if each["id"] != "bm25_test"]


def double(notebook):
    notebook["cells"].append(dict(cell(notebook, "bm25_test")))


def edit(notebook):
    cell(notebook, "bm25_test")["source"] = "5.0"


def reorder(notebook):
    notebook["cells"].reverse()


def tag(notebook):
    cell(notebook, "bm25_test")["metadata"]["tags"] = ["skip-execution"]


def points(notebook):
    cell(notebook, "bm25_test")["metadata"]["nbgrader"]["points"] = 400


def kind(notebook):
    cell(notebook, "bm25_test")["cell_type"] = "markdown"


def kernel(notebook):
    notebook["metadata"]["kernelspec"] = {"name": "ir", "display_name": "R", "language": "R"}


def older(notebook):
    notebook["metadata"]["course"]["fingerprint"] = "0" * 16


def odd(notebook):
    notebook["cells"].insert(3, {"cell_type": "code"} | {"source": 5})


REPAIRED = {
    delete: "'bm25_test' was missing; it was put back",
    double: "'bm25_test' stands twice",
    edit: "'bm25_test' was changed",
    reorder: "another order",
    tag: "Tags on the cell 'bm25_test'",
    points: "points of 'bm25_test' were changed",
    kind: "another kind of cell",
    kernel: "another kernel (R)",
    older: "another release of this lesson",
    odd: "1 cell(s) could not be read",
}


@pytest.mark.parametrize("damage", REPAIRED, ids=lambda damage: damage.__name__)
def test_damage_is_named_and_repaired(damage):
    notebook = raw()
    damage(notebook)
    found = examined(notebook)
    assert any(REPAIRED[damage] in sentence for sentence in found.said), found.said
    assert graded_cells(found.notebook) == graded_cells(examined(raw()).notebook)
    made = next(each for each in found.notebook.cells if each.id == "bm25_test")
    assert (
        made.metadata["nbgrader"]
        == next(each for each in SOURCE.cells if each.id == "bm25_test").metadata["nbgrader"]
    )
    assert "tags" not in made.metadata


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not a notebook that can be read"),
        (b"PK\x03\x04", "not a notebook that can be read"),
        (b"[1, 2]", "not a notebook that can be read"),
        (b'{"cells": 5}', "not a notebook that can be read"),
        (b"\xff\xfe", "not a notebook that can be read"),
        (b"[" * 100_000, "not a notebook that can be read"),
        (b'{"cells": []}', "another notebook"),
        (b" " * (doctor.MAX_BYTES + 1), "MB are read"),
        (nbformat.writes(RELEASE).encode()[:5000], "Was it cut off"),
    ],
)
def test_what_cannot_be_graded_is_refused_with_a_sentence(data, said):
    found = doctor.examine(data, SOURCE, ABOUT)
    assert found.notebook is None
    assert said in " ".join(found.said)


def test_another_lesson_is_named():
    other = layout.lesson("conversion_rate").notebook("release").read_bytes()
    found = doctor.examine(other, SOURCE, ABOUT)
    assert found.notebook is None
    assert found.said == [
        "This is the lesson 'conversion_rate', not 'title_optimization': it cannot be graded here."
    ]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=8,
)


@st.composite
def damaged(draw):
    """Bytes of a submission with random damage to cells, metadata, outputs, sources, encoding and
    length.
    """
    notebook = raw()
    for _ in range(draw(st.integers(1, 6))):
        cells = notebook["cells"]
        place = draw(st.integers(0, len(cells) - 1)) if cells else 0
        action = draw(
            st.sampled_from(
                ["drop", "double", "move", "field", "metadata", "grader", "junk", "top"]
            )
        )
        if action == "drop" and cells:
            cells.pop(place)
        elif action == "double" and cells:
            cells.insert(place, json.loads(json.dumps(cells[place])))
        elif action == "move" and cells:
            cells.append(cells.pop(place))
        elif action == "field" and cells and isinstance(cells[place], dict):
            cells[place][
                draw(st.sampled_from(["source", "cell_type", "metadata", "id", "outputs"]))
            ] = draw(json_values)
        elif (
            action in ("metadata", "grader")
            and cells
            and isinstance(cells[place], dict)
            and isinstance(cells[place].get("metadata"), dict)
        ):
            holder = (
                cells[place]["metadata"]
                if action == "metadata"
                else cells[place]["metadata"].get("nbgrader")
            )
            if isinstance(holder, dict):
                holder[
                    draw(st.sampled_from(["grade_id", "points", "solution", "tags", "nbgrader"]))
                ] = draw(json_values)
        elif action == "junk":
            cells.insert(place, draw(json_values))
        elif action == "top":
            notebook[draw(st.sampled_from(["metadata", "nbformat", "x"]))] = draw(json_values)
    data = json.dumps(notebook, ensure_ascii=draw(st.booleans())).encode(
        draw(st.sampled_from(["utf-8"] * 6 + ["utf-8-sig", "utf-16"])), "replace"
    )
    return (
        data[: draw(st.integers(len(data) // 2, len(data)))]
        if draw(st.integers(0, 4)) == 0
        else data
    )


@settings(max_examples=FUZZ, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=damaged())
def test_no_damage_makes_the_doctor_raise(data):
    """Whatever is left is a valid notebook with the lesson's own tests, or a sentence."""
    found = doctor.examine(data, SOURCE, ABOUT)
    if found.notebook is None:
        assert found.said
    else:
        nbformat.validate(found.notebook)
        tests = [each for each in found.notebook.cells if each.id.endswith("_test")]
        assert [each.source for each in tests] == [
            each.source for each in SOURCE.cells if each.id.endswith("_test")
        ]


@pytest.mark.slow
@pytest.mark.xdist_group("fuzz")
@needs(sandbox.can_contain())
def test_damaged_submissions_are_graded_or_refused_and_never_end_the_class(tmp_path):
    """Through the whole grader, as one class."""
    course, seen = Course(tmp_path, layout.lesson("title_optimization")), []

    @settings(
        max_examples=FUZZ // 10,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(data=damaged())
    def collect(data):
        folder = tmp_path / "submitted" / f"learner-{len(seen):04}" / course.lesson.folder
        folder.mkdir(parents=True)
        (folder / "title_optimization.ipynb").write_bytes(data)
        seen.append(data)

    collect()
    with Workers(2) as workers:
        outcomes = course.classroom().grade(workers)
    assert len(outcomes) == len(seen) >= FUZZ // 10
    assert {outcome.state for outcome in outcomes} <= {"graded", "repaired", "refused"}, [
        outcome for outcome in outcomes if outcome.state == "failed"
    ]
    with course.api.gradebook as gradebook:
        scores = {
            submission.student.id: submission.score
            for submission in gradebook.assignment_submissions(course.lesson.folder)
        }
    assert scores == {outcome.learner: outcome.score for outcome in outcomes}
    assert all(0 <= score <= 18 for score in scores.values())
