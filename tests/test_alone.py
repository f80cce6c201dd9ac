"""`course grade --self`: a learner's own work/ graded with the answers of the clone, and the
feedback laid ready.
"""

import nbformat
import pytest
from click.testing import CliRunner

from course import cli
from course.authoring import layout
from course.practice import standing
from course.practice.lab import prepare
from tests.conftest import ROOT, solved, with_answers

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("alone")]
LESSON = layout.lesson("title_optimization")


@pytest.fixture
def clone(tmp_path, monkeypatch):
    """A clone whose lessons are laid out in work/, untouched."""
    (tmp_path / "source").symlink_to(ROOT / "source")
    prepare(ROOT, tmp_path / "work")
    monkeypatch.setattr(cli, "ROOT", tmp_path)
    monkeypatch.setattr(cli, "WORK", tmp_path / "work")
    return tmp_path


def test_what_was_begun_is_graded_and_can_be_read(clone):
    nbformat.write(solved(LESSON), clone / "work" / LESSON.folder / "title_optimization.ipynb")
    done = CliRunner().invoke(cli.verbs, ["grade", "--self", "--no-browser", "--jobs", "1"])
    assert done.exit_code == 0, done.output
    assert f"{LESSON.folder}: 18 of 18 points by the tests" in done.output
    assert "Go on with the next lesson" in done.output
    assert "The written answer (2 points) has no tests" in done.output
    assert "conversion" not in done.output  # not begun
    page = (
        clone / ".self" / "feedback" / "me" / LESSON.folder / "title_optimization.html"
    ).read_text(encoding="utf-8")
    assert "18 of 20 points" in page
    assert "Debrief: what the expert does" in page
    # The learner's own JupyterLab can open it, and the start page knows the points.
    assert (clone / "work" / "feedback" / f"{LESSON.folder}.html").read_text(
        encoding="utf-8"
    ) == page
    (known,) = [each for each in standing.lessons(clone / "work") if each.slug == LESSON.slug]
    assert (known.text, known.feedback) == ("graded: 18 of 18", f"feedback/{LESSON.folder}.html")
    # Again, with one answer worse, and once more without a change.
    path = clone / "work" / LESSON.folder / "title_optimization.ipynb"
    worse = with_answers(nbformat.read(path, as_version=4), {"bm25": "def bm25(*args): return 0.0"})
    nbformat.write(worse, path)
    for state in ("", "You have not changed it since the last time."):
        said = CliRunner().invoke(cli.verbs, ["grade", "--self", "--no-browser"]).output
        assert f"{LESSON.folder}: 14 of 18 points by the tests. {state}".rstrip() in said
        assert "More can be had in bm25 (0 of 4)" in said
        assert "change your answer, and grade it again" in said
    # Again, after a step back.
    nbformat.write(
        nbformat.read(LESSON.notebook("release"), as_version=4),
        clone / "work" / LESSON.folder / "title_optimization.ipynb",
    )
    assert (
        "there is nothing to grade"
        in CliRunner().invoke(cli.verbs, ["grade", "--self", "--no-browser"]).output
    )


def test_a_learners_bundle_without_source_is_told_so(clone):
    nbformat.write(solved(LESSON), clone / "work" / LESSON.folder / "title_optimization.ipynb")
    (clone / "source").unlink()
    done = CliRunner().invoke(cli.verbs, ["grade", "--self", "title_optimization"])
    assert done.exit_code == 1
    assert "it comes with a clone" in done.output
