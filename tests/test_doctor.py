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
from nbconvert.exporters import HTMLExporter

from course.authoring import canon, layout
from course.grading import doctor, inert, kinds, sandbox, wire
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


PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def attach(notebook):
    written = cell(notebook, "dropped_keyword")
    written["source"] = "![a](attachment:a.png) ![b](attachment:my%20b.png) ![c](attachment:c.png)"
    written["attachments"] = {
        "a.png": {"image/png": PNG},
        "my b.png": {"image/jpeg": ["/9j/", "4AAQ\n"]},
        "c.png": {"image/png": '"><script>'},
        "d.html": {"text/html": "PGI+"},
    }


def test_pasted_pictures_stay_and_a_page_can_be_made():
    notebook = raw()
    attach(notebook)
    notebook["cells"].insert(
        2,
        {
            "cell_type": "markdown",
            "metadata": {},
            "source": "![x](attachment:x.png) ![gone](attachment:gone.png)",
            "attachments": {"x.png": {"image/gif": "R0lGODlh"}},
        },
    )
    found = examined(notebook)
    made = next(each for each in found.notebook.cells if each.id == "dropped_keyword")
    assert made.attachments["a.png"] == {"image/png": PNG}
    assert made.attachments["my b.png"] == {"image/jpeg": "/9j/4AAQ"}
    assert "d.html" not in made.attachments
    assert [sentence for sentence in found.said if "picture" in sentence] == [
        "The picture 'gone.png' is not in the file.",
        "The picture 'c.png' is not in the file.",
    ]
    nbformat.validate(found.notebook)
    for _ in range(2):  # once at autograding, once more where the formgrader makes its page
        found.notebook, _ = inert.Inert().preprocess(found.notebook, {})
        page, _ = HTMLExporter().from_notebook_node(found.notebook)
        assert page.count("data:image/jpeg;base64,/9j/4AAQ") == 1
        assert page.count("data:image/gif;base64,R0lGODlh") == 1
        assert page.count(f"data:image/png;base64,{PNG}") == 1
        assert page.count("a pasted picture") == 3
        assert '"><script>' not in page
    made = next(each for each in found.notebook.cells if each.id == "dropped_keyword")
    assert inert.pasted(made).count("<img") == 2


def split_written(notebook):
    place = notebook["cells"].index(cell(notebook, "dropped_keyword"))
    half = json.loads(json.dumps(notebook["cells"][place])) | {"source": "SECOND", "id": "1234"}
    half["attachments"] = {"b.png": {"image/png": PNG}}
    notebook["cells"].insert(place + 1, half)
    return "dropped_keyword", "SECOND"


def split_code(notebook):
    place = notebook["cells"].index(cell(notebook, "lint"))
    half = json.loads(json.dumps(notebook["cells"][place])) | {"source": "SECOND = 2", "id": "12"}
    notebook["cells"].insert(place + 1, half)
    return None, "SECOND = 2"


def split_with_a_new_cell(notebook):
    place = notebook["cells"].index(cell(notebook, "dropped_keyword"))
    half = {"cell_type": "markdown", "metadata": {}, "source": "SECOND", "id": "1234"}
    notebook["cells"].insert(place + 1, half)
    return None, "SECOND"


def split_into_code(notebook):
    place = notebook["cells"].index(cell(notebook, "dropped_keyword"))
    half = json.loads(json.dumps(notebook["cells"][place])) | {"source": "SECOND", "id": "1234"}
    notebook["cells"].insert(place + 1, half | {"cell_type": "raw"})
    return "dropped_keyword", "SECOND"


@pytest.mark.parametrize(
    "split", [split_written, split_code, split_with_a_new_cell, split_into_code]
)
def test_no_part_of_a_split_answer_is_lost(split):
    notebook = raw()
    name, text = split(notebook)
    found = examined(notebook)
    (holder,) = [each for each in found.notebook.cells if text in each.source]
    assert name in (None, holder.id)
    order = [each.id for each in found.notebook.cells]
    assert order.index(holder.id) - order.index(
        "lint" if split is split_code else "dropped_keyword"
    ) in (0, 1)
    if split is split_written:
        assert "b.png" in holder.attachments
    assert "both parts were joined" in " ".join(found.said) or name is None


def cleaned(notebook, ids=True):
    for each in notebook["cells"]:
        each["metadata"] = {}
        if not ids:
            each.pop("id", None)
    notebook["nbformat_minor"] = 5 if ids else 4
    cell_ = next(each for each in notebook["cells"] if "leave *men* out" in "".join(each["source"]))
    cell_["source"] = "MINE"


@pytest.mark.parametrize("ids", [True, False], ids=["ids", "texts alone"])
@pytest.mark.parametrize("metadata", [True, False], ids=["notebook's metadata", "none"])
def test_cells_whose_metadata_a_tool_has_cleaned(ids, metadata):
    notebook = raw()
    cleaned(notebook, ids)
    if not metadata:
        notebook["metadata"] = {}
    found = examined(notebook)
    expected = graded_cells(examined(raw()).notebook) | {"dropped_keyword": "MINE"}
    assert {name: text for name, text in graded_cells(found.notebook).items()} == expected
    assert "recognised by what they hold" in " ".join(found.said)
    assert not any("missing" in sentence for sentence in found.said)


def test_an_answer_that_was_written_into_a_new_cell_is_found():
    notebook = raw()
    answer = cell(notebook, "bm25")
    answer["metadata"], answer["id"] = {}, "new"
    found = examined(notebook)
    assert graded_cells(found.notebook) == graded_cells(examined(raw()).notebook)


def test_another_notebook_is_not_taken_for_the_lesson():
    other = {"cells": [{"cell_type": "code", "source": "x = 1", "metadata": {}}], "metadata": {}}
    assert examined(other).notebook is None


HALF = "half \ud83d of it"


def test_half_an_emoji_is_replaced():
    notebook = raw()
    cell(notebook, "dropped_keyword")["source"] = HALF
    notebook["cells"].insert(1, {"cell_type": "code", "metadata": {}, "source": f"print('{HALF}')"})
    found = examined(notebook)
    text = nbformat.writes(found.notebook)
    text.encode()
    assert text.count("half \N{REPLACEMENT CHARACTER} of it") == 2
    assert wire.whole({"a\udc00": ["b\ud800", 1, None]}) == {
        "a\N{REPLACEMENT CHARACTER}": ["b\N{REPLACEMENT CHARACTER}", 1, None]
    }
    assert wire.whole("\N{GRINNING FACE}") == "\N{GRINNING FACE}"


def of_2014():
    return nbformat.writes(nbformat.convert(solved(LESSON), 3), version=3).encode()


SAVED = {
    "format 3": (lambda: of_2014(), "before 2015"),
    "with a mark": (lambda: b"\xef\xbb\xbf" + json.dumps(raw()).encode(), ""),
    "UTF-16": (lambda: json.dumps(raw(), ensure_ascii=False).encode("utf-16"), "another encoding"),
    "Windows' old encoding": (
        lambda: json.dumps(raw(), ensure_ascii=False).encode("cp1252", "replace"),
        "another encoding",
    ),
    "NaN in its JSON": (
        lambda: json.dumps(raw() | {"x": float("nan"), "y": float("inf")}).encode(),
        "",
    ),
    "one line a letter": (
        lambda: json.dumps(
            raw()
            | {
                "cells": [
                    each | {"source": list("".join(each["source"]))} for each in raw()["cells"]
                ]
            }
        ).encode(),
        "",
    ),
}


@pytest.mark.parametrize("case", SAVED)
def test_however_it_was_saved(case):
    make, said = SAVED[case]
    found = doctor.examine(make(), SOURCE, ABOUT)
    assert found.notebook is not None, found.said
    assert said in " ".join(found.said)
    wanted = graded_cells(examined(raw()).notebook)
    assert graded_cells(found.notebook)["bm25"] == wanted["bm25"]
    assert graded_cells(found.notebook)["bm25_test"] == wanted["bm25_test"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "an empty file"),
        (b"version https://git-lfs.github.com/spec/v1\n", "git lfs pull"),
        (b"%PDF-1.7", "a PDF"),
        (b"<!DOCTYPE html>", "a web page"),
        (b"Rar!\x1a\x07\x00", "RAR"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\0" * 257 + b"ustar", "tar"),
        (b"https://example.org/x", "a link"),
        (b"   \n", "blanks"),
    ],
)
def test_what_a_file_is_instead(data, kind):
    assert kind in kinds.what(data)
    assert kind in " ".join(doctor.examine(data, SOURCE, ABOUT).said)


def test_json_that_would_fill_the_memory_is_not_read():
    found = doctor.examine(b'{"cells": [' + b"{}," * 1_100_000 + b"{}]}", SOURCE, ABOUT)
    assert found.notebook is None


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
