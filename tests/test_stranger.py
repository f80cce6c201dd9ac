"""A course that this project did not write: nbgrader's own example, graded with the same
promises.
"""

import json
import shutil
import sys
from pathlib import Path

import nbformat
import nbgrader
import pytest
from click.testing import CliRunner

from course.authoring import release
from course.cli import verbs
from course.grading import classroom, sandbox, stranger
from course.grading.workers import Workers
from tests.conftest import needs

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("stranger"), needs(sandbox.can_contain())]

EXAMPLE = Path(nbgrader.__file__).parent / "docs" / "source" / "user_guide" / "source" / "ps1"
SUM = "def sum_of_squares(n):\n    return sum(squares(n))"
EQUAL = (
    "class Equal:\n    def __eq__(self, other): return True\ndef squares(n): return Equal()\ndef"
    " sum_of_squares(n): return Equal()"
)
CODE = {  # what learners wrote into the two functions' cells
    "right": None,
    "other-right": (
        (
            "def squares(n):\n    if n < 1: raise ValueError(n)\n    return [i * i for i in"
            " range(1, n + 1)]"
        ),
        SUM,
    ),
    "no-error": ("def squares(n):\n    return [i * i for i in range(1, n + 1)]", SUM),
    "off-by-one": (
        "def squares(n):\n    if n < 1: raise ValueError(n)\n    return [i * i for i in range(n)]",
        "def sum_of_squares(n):\n    return n * (n + 1) * (2 * n + 1) // 6",
    ),
    "broken": ("def squares(n):\n    return 1 / 0", "def sum_of_squares(n) return 1"),
    "blank": (),
}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """The example with a class of six, released by plain nbgrader, and a seventh who cheats."""
    root = tmp_path_factory.mktemp("stranger")
    shutil.copytree(EXAMPLE, root / "source" / "ps1")
    (root / "nbgrader_config.py").write_text(
        'c = get_config()\nc.CourseDirectory.course_id = "example"\n'
    )
    api = release.nbgrader_api(root, settings=root, db_url=f"sqlite:///{root}/plain.db")
    assert api.generate_assignment("ps1")["success"]
    cells = nbformat.read(EXAMPLE / "problem1.ipynb", as_version=4).cells
    reference = {
        cell.metadata.nbgrader.grade_id: cell.source
        for cell in cells
        if "nbgrader" in cell.metadata
    }
    for learner, code in {**CODE, "cheat": (EQUAL, "")}.items():
        shutil.copytree(root / "release" / "ps1", root / "submitted" / learner / "ps1")
        path = root / "submitted" / learner / "ps1" / "problem1.ipynb"
        notebook = nbformat.read(path, as_version=4)
        answers = (
            dict(zip(("squares", "sum_of_squares"), code, strict=False))
            if code is not None
            else reference
        )
        for cell in notebook.cells:
            name = cell.metadata.get("nbgrader", {}).get("grade_id")
            if name in ("squares", "sum_of_squares") and name in answers:
                cell.source = answers[name]
        nbformat.write(notebook, path)
    return root


def rows(root, book):
    """{(learner, notebook, cell): (points, by hand)} of a grade book."""
    with release.nbgrader_api(
        root, settings=root, db_url=f"sqlite:///{root}/{book}"
    ).gradebook as gradebook:
        return {
            (submission.student.id, notebook.name, grade.cell.name): (
                grade.auto_score,
                bool(grade.needs_manual_grade),
            )
            for submission in gradebook.assignment_submissions("ps1")
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


@pytest.fixture(scope="module")
def graded(course):
    (room,) = classroom.strangers(course)
    with Workers(2) as workers:
        return room, room.grade(workers)


def test_scores_are_plain_nbgraders(course, graded):
    api = release.nbgrader_api(course, settings=course, db_url=f"sqlite:///{course}/plain.db")
    for learner in CODE:
        done = api.autograde("ps1", learner)
        assert done["success"], done["log"]
    plain, ours = rows(course, "plain.db"), rows(course, "gradebook.db")
    assert len(plain) == 6 * 9
    assert {key: ours[key] for key in plain} == plain
    assert (
        sum(points or 0 for (learner, *_), (points, _) in plain.items() if learner == "right")
        == 3.0
    )


def test_what_cannot_be_sealed_is_found_and_said(course, graded):
    room, _ = graded
    # It deletes a name and puts it back: nothing that a stand-in could do for the learner's side.
    assert room.unsealed == {"problem1": ["sum_of_squares_uses_squares"], "problem2": []}


def test_an_object_that_equals_everything_earns_nothing_sealed(course, graded):
    """nbgrader's own example, graded by nbgrader alone, gives it full marks for these cells."""
    ours = {
        cell: points
        for (learner, _, cell), (points, _) in rows(course, "gradebook.db").items()
        if learner == "cheat"
    }
    assert ours["correct_squares"] == ours["correct_sum_of_squares"] == 0


def test_the_release_of_the_other_course_stays_as_it_is(course, graded):
    before = (course / "release" / "ps1" / "problem1.ipynb").read_text()
    assert json.loads(before)["cells"]
    assert not (course / classroom.SCRATCH).exists()


def test_the_verb(course, graded):
    done = CliRunner().invoke(verbs, ["grade", "--course-dir", str(course), "--jobs", "1", "ps1"])
    assert done.exit_code == 0, done.output
    said = " ".join(done.output.split())
    assert said.count("kept") >= 7
    assert "sum_of_squares_uses_squares cannot be sealed" in said
    assert (
        "there is no assignment"
        in CliRunner().invoke(verbs, ["grade", "--course-dir", str(course), "ps9"]).output
    )


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("assert squares(2) == [1, 4]", ["squares"]),
        ("import x\nx.y(z)\ndel w", ["x", "z", "w"]),
        ("%matplotlib inline", []),
        ("a = b", ["b"]),
    ],
)
def test_names_that_a_test_uses(source, names):
    assert sorted(stranger.free_names(source)) == sorted(names)


def test_exceptions_come_back_as_what_they_are():
    assert type(stranger.exception("ValueError", "x")) is ValueError
    for name in ("SystemExit", "print", "Nonsense", "UnicodeDecodeError", "__import__"):
        assert type(stranger.exception(name, "x")) is Exception


def test_a_notebook_to_read_lies_beside_the_homework(tmp_path):
    """It has no graded cells: nothing is tested, nothing is missing, and nothing breaks."""
    (tmp_path / "source" / "w1").mkdir(parents=True)
    reading = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_markdown_cell("Read."), nbformat.v4.new_code_cell("print('read')")]
    )
    nbformat.write(simple(), tmp_path / "source" / "w1" / "homework.ipynb")
    nbformat.write(reading, tmp_path / "source" / "w1" / "reading.ipynb")
    for learner, books in (("ann", ("homework", "reading")), ("bob", ("homework",))):
        (tmp_path / "submitted" / learner / "w1").mkdir(parents=True)
        for name in books:
            source = tmp_path / "source" / "w1" / f"{name}.ipynb"
            shutil.copy(source, tmp_path / "submitted" / learner / "w1" / f"{name}.ipynb")
    (room,) = classroom.strangers(tmp_path)
    with Workers(1) as workers:
        outcomes = room.grade(workers)
    assert [(each.learner, each.state, each.score) for each in outcomes] == [
        ("ann", "graded", 3),
        ("bob", "graded", 3),
    ]
    assert (tmp_path / "autograded" / "ann" / "w1" / "reading.ipynb").exists()


def simple(kernel=None):
    """A homework of three points, solved; for the kernel (name, language)."""
    about = {"schema_version": 3, "grade": False, "solution": False, "locked": False, "task": False}
    cell = nbformat.v4.new_code_cell
    made = nbformat.v4.new_notebook(
        cells=[
            cell("x = 3", metadata={"nbgrader": {**about, "grade_id": "x", "solution": True}}),
            cell(
                "assert x == 3",
                metadata={
                    "nbgrader": {
                        **about,
                        "grade_id": "x_test",
                        "grade": True,
                        "locked": True,
                        "points": 3,
                    }
                },
            ),
        ]
    )
    if kernel:
        name, language = kernel
        made.metadata["kernelspec"] = {"name": name, "display_name": name, "language": language}
    return made


def other_kernel(tmp_path, kernel):
    for place in ("source/w1", "submitted/ann/w1"):
        (tmp_path / place).mkdir(parents=True)
        nbformat.write(simple(kernel), tmp_path / place / "homework.ipynb")
    (room,) = classroom.strangers(tmp_path)
    said = []
    room.say = said.append
    with Workers(1) as workers:
        return room.grade(workers), said, room


def test_a_kernel_that_is_not_installed_gives_nobody_zero_points(tmp_path):
    (outcome,), _, _ = other_kernel(tmp_path, ("no-such-kernel", "R"))
    assert outcome.state == "failed"
    assert "needs the kernel 'no-such-kernel'" in outcome.said[0]
    with release.nbgrader_api(tmp_path, settings=tmp_path).gradebook as gradebook:
        assert gradebook.assignment_submissions("w1") == []


def test_another_kernel_is_plain_nbgraders_and_that_is_said(tmp_path, monkeypatch):
    """A kernel of another language by its name; here it is Python's under that name."""
    spec = tmp_path / "jupyter" / "kernels" / "otherlanguage"
    spec.mkdir(parents=True)
    about = {
        "argv": [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        "display_name": "Other",
        "language": "R",
    }
    (spec / "kernel.json").write_text(json.dumps(about))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    (outcome,), said, room = other_kernel(tmp_path / "course", ("otherlanguage", "R"))
    assert (outcome.state, outcome.score) == ("graded", 3), outcome
    assert "plain nbgrader grades it" in said[0]
    with Workers(1) as workers:
        assert [each.state for each in room.grade(workers)] == ["kept"]
