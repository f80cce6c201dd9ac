"""What Canvas and Moodle give out comes to nbgrader's folders, and nowhere else."""

import io
import json
import re
import zipfile

import nbformat
import pytest
from click.testing import CliRunner

from course import cli
from course.authoring import layout
from course.grading import intake
from tests.conftest import solved

LESSON = layout.lesson("title_optimization")
OTHER = layout.lesson("conversion_rate")


def notebook(lesson=LESSON):
    return nbformat.writes(solved(lesson)).encode()


def zipped(files):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def handed_out(tmp_path, files, as_zip):
    if as_zip:
        path = tmp_path / "submissions.zip"
        path.write_bytes(zipped(files))
        return path
    for name, content in files.items():
        path = tmp_path / "out" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path / "out"


LAYOUTS = {
    "Canvas": lambda file, data: {f"doejane_1234_5678_{file}": data},
    "Canvas, late and again": lambda file, data: {
        f"doejane_LATE_1234_5678_{file.replace('.', '-2.')}": data
    },
    "Moodle in folders": lambda file, data: {f"Jane Doe_99_assignsubmission_file_/{file}": data},
    "Moodle in folders, newer": lambda file, data: {
        f"Jane Doe_99_assignsubmission_file/{file}": data
    },
    "Moodle, flat": lambda file, data: {f"Jane Doe_99_assignsubmission_file_{file}": data},
}


@pytest.mark.parametrize("as_zip", [True, False], ids=["zip", "folder"])
@pytest.mark.parametrize("packed", [True, False], ids=["packed", "bare"])
@pytest.mark.parametrize("layout_name", LAYOUTS)
def test_layouts(tmp_path, layout_name, packed, as_zip):
    if packed:
        file, data = (
            f"{LESSON.folder}.zip",
            zipped(
                {
                    f"{LESSON.folder}/title_optimization.ipynb": notebook(),
                    f"{LESSON.folder}/notes.txt": b"hello",
                }
            ),
        )
    else:
        file, data = "title_optimization.ipynb", notebook()
    (received,) = intake.collect(
        handed_out(tmp_path, LAYOUTS[layout_name](file, data), as_zip), layout.lessons()
    )
    assert received.learner == ("doejane-1234" if "Canvas" in layout_name else "jane-doe")
    assert received.lesson == LESSON
    assert received.files["title_optimization.ipynb"] == notebook()
    assert received.files.get("notes.txt") == (b"hello" if packed else None)
    assert any("late" in sentence for sentence in received.said) == ("late" in layout_name)


def test_namesakes_other_scripts_and_a_renamed_notebook(tmp_path):
    files = {
        "Jane Doe_1_assignsubmission_file_/title_optimization.ipynb": notebook(),
        "Jane Doe_2_assignsubmission_file_/title_optimization.ipynb": notebook(),
        "王 伟_3_assignsubmission_file_/my homework (final).ipynb": notebook(OTHER),
    }
    found = intake.collect(handed_out(tmp_path, files, True), layout.lessons())
    assert [received.learner for received in found] == ["jane-doe-1", "jane-doe-2", "王-伟"]
    assert [received.lesson for received in found] == [LESSON, LESSON, OTHER]
    assert "Somebody else" in found[0].said[0]
    assert list(found[2].files) == ["conversion_rate.ipynb"]


def test_no_name_leads_out_of_the_folder(tmp_path):
    evil = zipped(
        {
            "../../../evil.txt": b"x",
            "/etc/evil": b"x",
            "C:\\evil": b"x",
            "a/title_optimization.ipynb": notebook(),
        }
    )
    (received,) = intake.collect(
        handed_out(tmp_path, {"../doejane_1_2_all.zip": evil}, True), layout.lessons()
    )
    submitted = tmp_path / "course" / "submitted"
    intake.lay_out(received, submitted, lambda lesson, data: [])
    written = [
        path for path in tmp_path.rglob("*") if path.is_file() and path.name != "submissions.zip"
    ]
    assert written
    assert all((submitted / "doejane-1" / LESSON.folder) in path.parents for path in written)


def test_what_cannot_be_read_is_said(tmp_path):
    bomb = zipped({f"{number}.txt": b"" for number in range(500)})
    files = {
        "a_1_2_x.zip": b"PK cut off",
        "b_1_2_x.zip": bomb,
        "c_1_2_essay.pdf": b"%PDF",
        "d_1_2_x.ipynb": b"{",
    }
    found = {
        received.learner[0]: received
        for received in intake.collect(handed_out(tmp_path, files, False), layout.lessons())
    }
    assert all(received.lesson is None for received in found.values())
    assert "cannot be read" in found["a"].said[0]
    assert "more than 100 files" in found["b"].said[0]
    assert "essay.pdf" in found["c"].said[0]
    (said,) = [
        received
        for received in intake.collect(tmp_path / "out", layout.lessons(), only=LESSON)
        if received.learner == "d-1"
    ]
    assert said.lesson == LESSON  # the doctor says the rest
    (tmp_path / "broken.zip").write_bytes(b"PK")
    (tmp_path / "none").mkdir()
    with pytest.raises(intake.NotHandedOut, match="no zip"):
        intake.collect(tmp_path / "broken.zip", layout.lessons())
    with pytest.raises(intake.NotHandedOut, match="Canvas or Moodle"):
        intake.collect(tmp_path / "none", layout.lessons())


def test_from_work_to_submitted_by_the_verbs(tmp_path, monkeypatch):
    work, packed = tmp_path / "work", tmp_path / "title.zip"
    (work / LESSON.folder).mkdir(parents=True)
    mine = json.loads(notebook())
    mine["cells"] = [cell for cell in mine["cells"] if cell["id"] != "bm25_test"]
    (work / LESSON.folder / "title_optimization.ipynb").write_text(json.dumps(mine))
    monkeypatch.setattr(cli, "WORK", work)
    done = CliRunner().invoke(cli.verbs, ["submit", "title_optimization", "--output", str(packed)])
    assert done.exit_code == 0, done.output
    assert "'bm25_test' was missing" in done.output
    assert re.search(r"Your written answer: \d+ words of at most 120\.", done.output)
    assert "Hand this in" in done.output
    for kind in ("source", "release"):
        (tmp_path / kind).symlink_to(layout.ROOT / kind)
    monkeypatch.setattr(cli, "ROOT", tmp_path)
    out = handed_out(tmp_path, {f"doejane_1_2_{LESSON.folder}.zip": packed.read_bytes()}, True)
    done = CliRunner().invoke(cli.verbs, ["collect", str(out)])
    assert done.exit_code == 0, done.output
    assert "doejane-1" in done.output
    assert (
        tmp_path / "submitted" / "doejane-1" / LESSON.folder / "title_optimization.ipynb"
    ).read_text() == json.dumps(mine)
    assert "replaced" not in CliRunner().invoke(cli.verbs, ["collect", str(out)]).output
    done = CliRunner().invoke(cli.verbs, ["submit", "conversion_rate"])
    assert done.exit_code == 1
    assert "course lab" in str(done.output)
