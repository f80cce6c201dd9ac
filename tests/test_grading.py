"""The nbgrader loop with the real nbgrader, and a third lesson that touches nothing outside its own
folders.
"""

import os
import re
import shutil
import subprocess
import sys

import nbformat
import pytest
from nbgrader.api import Gradebook

from course.authoring import layout, new
from course.grading.release import blank_out
from tests.conftest import ROOT, solved


@pytest.mark.slow
@pytest.mark.xdist_group("variants-title_optimization")
def test_feedback_shows_the_debrief_and_hides_the_tests(course_of):
    course = course_of("title_optimization")
    course.submit("feedback", course.blank())
    course.autograde("feedback")
    made = course.api.generate_feedback(course.lesson.folder, "feedback", force=True)
    assert made["success"], made["log"]
    page = (
        course.root / "feedback" / "feedback" / course.lesson.folder / "title_optimization.html"
    ).read_text(encoding="utf-8")
    assert "Debrief: what the expert does" in page
    assert "HIDDEN TESTS" not in page
    assert "ex.hidden" not in page
    assert "Traceback (most recent" not in page
    assert "not attempted" in page
    assert not re.search(r"<(script|link|img|iframe)[^>]*https?:", page), "the page asks a network"


@pytest.mark.parametrize(
    ("line", "blank"),
    [
        ('    "a: b": "noun",   ### BLANK', '    "a: b": "?",'),
        ("    x = rank ** 2   ### BLANK", "    x = ..."),
        ("    return x + 1  ### BLANK", "    return ..."),
        ("x = 1", "x = 1"),
    ],
)
def test_blanks_keep_the_left_side(line, blank):
    assert blank_out(line) == blank


def test_a_blank_that_cannot_be_blanked_is_an_error():
    with pytest.raises(ValueError, match="needs a dictionary item"):
        blank_out("print(3)  ### BLANK")


@pytest.mark.slow
def test_a_third_lesson_needs_nothing_outside_its_own_folders(tmp_path):
    """From new to feedback in a scratch copy; the only other files that change are
    generated ones.
    """
    for name in ("course", "nbgrader_config.py", "pyproject.toml"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    for lesson in layout.lessons()[:2]:
        for kind in ("source", "release"):
            shutil.copytree(ROOT / kind / lesson.folder, tmp_path / kind / lesson.folder)
    before = {
        path: path.read_bytes()
        for path in tmp_path.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    new.create("third_lesson", root=tmp_path)

    def run(*arguments):
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            env=os.environ
            | {"PYTHONPATH": str(tmp_path), "COURSE_SALT": str(tmp_path / "salt.json")},
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def course(*arguments):
        return run("-c", "from course.cli import entry; entry()", *arguments)

    course("canon")
    course("release", "third_lesson")
    assert "def first_exercise" in course("text", "third_lesson")
    lesson = layout.lesson("third_lesson", root=tmp_path, kind="release")
    assert lesson.folder == "02_third_lesson"

    # Validate: the learners' copy fails, with the answer it passes. (Its exit code says nothing.)
    answered = tmp_path / "answered.ipynb"
    nbformat.write(solved(lesson), answered)
    assert "failed" in run("-m", "nbgrader", "validate", str(lesson.notebook("release"))).lower()
    assert "success" in run("-m", "nbgrader", "validate", str(answered)).lower()

    # Grading and feedback.
    for learner, notebook in (("right", answered), ("blank", lesson.notebook("release"))):
        target = tmp_path / "submitted" / learner / lesson.folder
        target.mkdir(parents=True)
        shutil.copy(notebook, target / "third_lesson.ipynb")
    for verb in ("generate_assignment", "autograde", "generate_feedback"):
        run("-m", "nbgrader", verb, lesson.folder, "--force")
    with Gradebook(f"sqlite:///{tmp_path}/gradebook.db") as gradebook:
        marks = {
            learner: gradebook.find_submission(lesson.folder, learner).score
            for learner in ("right", "blank")
        }
        top = gradebook.find_assignment(lesson.folder).max_score
    assert marks == {"right": top, "blank": 0}
    assert "not attempted" in (
        tmp_path / "feedback" / "blank" / lesson.folder / "third_lesson.html"
    ).read_text(encoding="utf-8")

    changed = {
        path.relative_to(tmp_path).as_posix()
        for path, content in before.items()
        if path.read_bytes() != content
    }
    assert changed == {"course/check/points.json"}


@pytest.mark.slow
def test_the_exchange_takes_a_lesson_out_and_brings_answers_and_feedback_back(tmp_path):
    """nbgrader's own commands: release, fetch, submit, collect, autograde, feedback, fetch it."""
    lesson, teacher, learner, exchange = (
        layout.lesson("title_optimization"),
        tmp_path / "teacher",
        tmp_path / "learner",
        tmp_path / "exchange",
    )
    for folder in (teacher, learner, exchange):
        folder.mkdir()
    exchange.chmod(0o777)
    shutil.copytree(ROOT / "source" / lesson.folder, teacher / "source" / lesson.folder)
    shutil.copy(ROOT / "nbgrader_config.py", teacher)

    def nbgrader(folder, *arguments):
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "nbgrader",
                *arguments,
                f"--Exchange.root={exchange}",
                "--CourseDirectory.course_id=ecommerce_operations",
            ],
            cwd=folder,
            capture_output=True,
            text=True,
            env=dict(os.environ),
        )
        assert done.returncode == 0, done.stdout + done.stderr

    nbgrader(teacher, "generate_assignment", lesson.folder)
    nbgrader(teacher, "release_assignment", lesson.folder)
    nbgrader(learner, "fetch_assignment", lesson.folder)
    fetched = learner / lesson.folder / f"{lesson.slug}.ipynb"
    nbformat.write(solved(lesson), fetched)
    nbgrader(learner, "submit", lesson.folder)
    nbgrader(teacher, "collect", lesson.folder)
    nbgrader(teacher, "autograde", lesson.folder)
    nbgrader(teacher, "generate_feedback", lesson.folder)
    nbgrader(teacher, "release_feedback", lesson.folder)
    nbgrader(learner, "fetch_feedback", lesson.folder)
    with Gradebook(f"sqlite:///{teacher}/gradebook.db") as gradebook:
        assert [
            submission.score for submission in gradebook.assignment_submissions(lesson.folder)
        ] == [18]
    pages = list((learner / lesson.folder / "feedback").rglob("*.html"))
    assert len(pages) == 1
    assert "Debrief" in pages[0].read_text(encoding="utf-8")


@pytest.mark.parametrize("slug", ["Third", "third lesson", "title_optimization", "3rd"])
def test_a_bad_slug_is_refused(slug, tmp_path):
    root = ROOT if slug == "title_optimization" else tmp_path
    with pytest.raises(ValueError, match=r"no slug|already"):
        new.create(slug, root=root)
