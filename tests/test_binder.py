"""Binder without Docker: the specs, repo2docker's dry run, and the same steps done by hand in a
copy.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from rattler import MatchSpec

from course import bootstrap
from course.authoring.release import SECRET_FILES, SECRET_FOLDERS
from tests import browser
from tests.conftest import ROOT, needs

SPECS = yaml.safe_load((ROOT / "environment.yml").read_text())["dependencies"]


def test_every_conda_spec_can_be_read_and_python_is_pinned_as_repo2docker_wants_it():
    conda = [spec for spec in SPECS if isinstance(spec, str)]
    assert sorted(MatchSpec(spec).name.normalized for spec in conda) == ["pip", "python"]
    assert "python=3.12" in conda  # anything but a literal minor version silently gives 3.10


def test_the_pip_part_is_the_lock_and_the_course_itself():
    assert [spec["pip"] for spec in SPECS if isinstance(spec, dict)] == [
        ["-r requirements.txt", "-e ."]
    ]


def copy_of_the_repository(target):
    """What a clone holds: every file that git knows or would add."""
    names = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for name in filter(None, names.split("\0")):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, target / name)
    (target / ".git").mkdir()
    return target


def test_post_build_refuses_anywhere_else(tmp_path):
    copy = copy_of_the_repository(tmp_path)
    for repo_dir in ({}, {"REPO_DIR": str(tmp_path.parent)}):
        done = subprocess.run(
            [sys.executable, "postBuild"],
            cwd=copy,
            capture_output=True,
            text=True,
            env={**os.environ, **repo_dir},
        )
        assert done.returncode == 1
        assert "only where repo2docker builds" in done.stderr
    assert (copy / "source").exists()


@pytest.mark.slow
def test_repo2docker_reads_the_environment(tmp_path):
    copy = copy_of_the_repository(tmp_path)
    done = subprocess.run(
        [str(Path(sys.executable).with_name("jupyter-repo2docker")), "--no-build", "--debug", "."],
        cwd=copy,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    dockerfile = done.stdout + done.stderr
    assert "environment.yml" in dockerfile
    assert "./postBuild" in dockerfile
    assert "3.12" in dockerfile


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.xdist_group("binder")
@needs(browser.missing())
def test_the_image_without_docker(tmp_path):
    """A fresh environment, the pip part, postBuild, and a lesson opened and run in what is left."""
    copy = copy_of_the_repository(tmp_path / "repository")
    python = tmp_path / "environment" / "bin" / "python"
    subprocess.run([os.path.realpath(sys.executable), "-m", "venv", python.parents[1]], check=True)
    install = [*" ".join(SPECS[-1]["pip"]).split()]
    # uv where the suite has it: it takes what pip would take, in a quarter of the time.
    uv = Path(sys.executable).with_name("uv")
    if uv.exists():
        tool = [uv, "pip", "install", f"--python={python}", *bootstrap.ALL_INDEXES]
        settings = bootstrap.uv_environment(bootstrap.pip_settings([sys.executable, "-m", "pip"]))
    else:
        tool, settings = [python, "-m", "pip", "install"], None
    done = subprocess.run(
        [*tool, "-q", *install], cwd=copy, capture_output=True, text=True, env=settings
    )
    assert done.returncode == 0, done.stderr
    subprocess.run(
        [python, "postBuild"], cwd=copy, check=True, env={**os.environ, "REPO_DIR": str(copy)}
    )
    left = [path.relative_to(copy) for path in copy.rglob("*")]
    assert not [
        path
        for path in left
        if path.name in SECRET_FILES
        or path.parts[0] in (*SECRET_FOLDERS, ".git")
        or path.suffix == ".pyc"
    ]
    assert (copy / "work" / "start.ipynb").exists()
    with (
        browser.jupyterlab(copy, tmp_path, python=str(python)) as address,
        browser.chromium() as chromium,
    ):
        start = browser.LabPage(chromium, address, "work/start.ipynb")
        start.page.get_by_role("link", name="Title optimization").first.wait_for()
        start.close()
        lesson = browser.LabPage(
            chromium, address, "work/05_title_optimization/title_optimization.ipynb"
        )
        lesson.run_all()
        lesson.widget("Title editor").locator("[data-orders]").wait_for()
        assert lesson.errors == []
        lesson.close()
