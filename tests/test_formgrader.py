"""An instructor's day in the browser: generate, autograde, grade a text by hand, give feedback,
export the marks.
"""

import csv
import os
import re
import shutil
import subprocess
import sys
from types import SimpleNamespace

import nbformat
import pytest
from nbgrader.api import Gradebook

from course import cli
from course.authoring import layout
from tests import browser
from tests.browser import ROOT
from tests.conftest import needs, solved

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("formgrader"),
    needs(browser.missing()),
]
LESSON = layout.lesson("title_optimization")


def opened_by_the_verb():
    """(options, environment) with which `course formgrader` starts JupyterLab, its folder aside."""
    calls = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "course.practice.lab.subprocess.call",
            lambda command, env, **_: calls.append((command, env)) or 0,
        )
        assert cli.main(["formgrader"]) == 0
    [((_, _, _, *options), env)] = calls
    options = [each for each in options if not each.startswith("--ServerApp.root_dir")]
    return options, {"JUPYTER_CONFIG_PATH": env["JUPYTER_CONFIG_PATH"]}


@pytest.fixture(scope="module")
def instructor(tmp_path_factory):
    """A course folder with two submissions, the formgrader's pages, and a browser that counts what
    goes outside.
    """
    scratch = tmp_path_factory.mktemp("formgrader")
    folder = scratch / "course"
    shutil.copytree(ROOT / "source" / LESSON.folder, folder / "source" / LESSON.folder)
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    handed_in = {
        "solved": solved(LESSON),
        "untouched": nbformat.read(LESSON.notebook("release"), as_version=4),
    }
    for learner, notebook in handed_in.items():
        target = folder / "submitted" / learner / LESSON.folder
        target.mkdir(parents=True)
        nbformat.write(notebook, target / f"{LESSON.slug}.ipynb")
    options, env = opened_by_the_verb()
    with (
        browser.jupyterlab(folder, scratch, options=options, env=env) as (base, token),
        browser.chromium() as chromium,
    ):
        page = chromium.new_page(viewport={"width": 1300, "height": 1000})
        page.set_default_timeout(60_000)
        outside = []
        page.on(
            "request",
            lambda request: (
                outside.append(request.url)
                if not request.url.startswith((base, "data:", "blob:"))
                else None
            ),
        )
        (address,) = (each.split("=", 1)[1] for each in options if "default_url" in each)
        page.goto(f"{base}{address.lstrip('/')}&token={token}")
        yield SimpleNamespace(folder=folder, page=page, base=base, outside=outside)


def press(page, row, column):
    """Press the icon in this column of a table's row; returns what the dialog says."""
    page.locator("tr", has_text=row).locator(f"td.{column} a").click()
    said = page.locator(".modal-body:visible").first.inner_text()
    page.locator(".modal.in .close, .modal:visible .close").first.click()
    page.locator(".modal:visible").wait_for(state="detached")
    return said


def nbgrader(folder, *arguments):
    return subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        env=dict(os.environ),
    )


def test_the_whole_loop_from_the_formgrader(instructor):
    page = instructor.page
    # The verb's address opens JupyterLab with the formgrader in front.
    page.frame_locator("#formgrader-iframe iframe").get_by_text(
        "Manage Assignments"
    ).first.wait_for()
    page.goto(f"{instructor.base}formgrader/manage_assignments")
    assert "success" in press(page, LESSON.folder, "assign").lower()

    page.goto(f"{instructor.base}formgrader/manage_submissions/{LESSON.folder}")
    for learner in ("solved", "untouched"):
        assert "success" in press(page, learner, "autograde").lower()

    # The written answer: the rubric stands above it; the instructor types a mark.
    with Gradebook(f"sqlite:///{instructor.folder}/gradebook.db") as gradebook:
        submission = gradebook.find_submission_notebook(LESSON.slug, LESSON.folder, "solved").id
    page.goto(f"{instructor.base}formgrader/submissions/{submission}/")
    assert page.get_by_text("a number with its unit, and how sure you are of it").is_visible()
    mark = page.locator("input.score[id]").last
    # Its sign for "saved" stands there before, too: wait for the server's answer.
    with page.expect_response(
        lambda each: "/api/grade/" in each.url and each.request.method == "PUT"
    ) as saved:
        mark.fill("1.5")
        mark.blur()
    assert saved.value.ok

    page.goto(f"{instructor.base}formgrader/manage_submissions/{LESSON.folder}")
    for learner in ("solved", "untouched"):
        assert "success" in press(page, learner, "generate-feedback").lower()
        html = (
            instructor.folder / "feedback" / learner / LESSON.folder / f"{LESSON.slug}.html"
        ).read_text(encoding="utf-8")
        assert "Debrief: what the expert does" in html
        assert "HIDDEN TESTS" not in html
        assert "Traceback (most recent" not in html
        assert not re.search(r"<(script|link|img|iframe)[^>]*https?:", html)
    assert "1.5 of 2" in (
        instructor.folder / "feedback" / "solved" / LESSON.folder / f"{LESSON.slug}.html"
    ).read_text(encoding="utf-8")
    # nbgrader's own grading page asks for MathJax and works without it; nothing else leaves the
    # machine.
    assert [url for url in instructor.outside if "/mathjax/" not in url] == []

    exported = nbgrader(instructor.folder, "export")
    assert exported.returncode == 0, exported.stderr
    with open(instructor.folder / "grades.csv", newline="") as file:
        marks = {row["student_id"]: row for row in csv.DictReader(file)}
    assert (float(marks["solved"]["score"]), float(marks["solved"]["max_score"])) == (19.5, 20)
    assert float(marks["untouched"]["score"]) == 0
