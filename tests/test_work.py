"""The work folder: laid out once, never overwritten; and the settings of a learner's JupyterLab."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from course.check import record
from course.practice import lab, work
from tests.conftest import ROOT


def release_with(tmp_path, text):
    notebook = tmp_path / "release" / "05_title_optimization" / "title_optimization.ipynb"
    notebook.parent.mkdir(parents=True, exist_ok=True)
    notebook.write_text(text, encoding="utf-8")
    return tmp_path / "release"


NAME = "05_title_optimization/title_optimization.ipynb"


def test_new_lessons_are_laid_out_and_the_second_time_nothing_happens(tmp_path):
    release = release_with(tmp_path, "one")
    assert work.lay_out(release, tmp_path / "work", "1")["new"] == [NAME]
    assert work.lay_out(release, tmp_path / "work", "1") == {"new": [], "renewed": [], "beside": []}


def test_an_untouched_lesson_is_renewed(tmp_path):
    work.lay_out(release_with(tmp_path, "one"), tmp_path / "work", "1")
    assert work.lay_out(release_with(tmp_path, "two"), tmp_path / "work", "2")["renewed"] == [NAME]
    assert (tmp_path / "work" / NAME).read_text() == "two"


def test_a_lesson_that_was_worked_on_stays_and_the_update_lies_beside_it(tmp_path):
    work.lay_out(release_with(tmp_path, "one"), tmp_path / "work", "1")
    (tmp_path / "work" / NAME).write_text("mine")
    assert work.lay_out(release_with(tmp_path, "two"), tmp_path / "work", "2")["beside"] == [NAME]
    assert (tmp_path / "work" / NAME).read_text() == "mine"
    assert (tmp_path / "work" / "_updates" / "2" / NAME).read_text() == "two"
    assert work.lay_out(release_with(tmp_path, "two"), tmp_path / "work", "2")["beside"] == []


def test_a_lost_manifest_costs_nothing(tmp_path):
    work.lay_out(release_with(tmp_path, "one"), tmp_path / "work", "1")
    (tmp_path / "work" / NAME).write_text("mine")
    (tmp_path / "work" / record.MARKER).write_text("{broken")
    work.lay_out(release_with(tmp_path, "two"), tmp_path / "work", "2")
    assert (tmp_path / "work" / NAME).read_text() == "mine"


def test_jupyterlab_reads_the_course_settings():
    lab.settings()
    shown = subprocess.run(
        [sys.executable, "-m", "jupyterlab", "--show-config-json"],
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert (
        json.loads(shown.stdout)["ServerApp"]["kernel_websocket_connection_class"]
        == "course.practice.connection.PromptConnection"
    )


def disabled(prefix, *config_paths):
    """The plugins that JupyterLab would leave out with these settings."""
    code = (
        "import json, sys; from jupyterlab_server.config import get_page_config; "
        "print(json.dumps(get_page_config([])['disabledExtensions']))"
    )
    shown = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=lab.environment()
        | {
            "JUPYTER_CONFIG_PATH": os.pathsep.join(map(str, config_paths)),
            "JUPYTER_CONFIG_DIR": str(prefix / "nothing"),
        },
    )
    return set(json.loads(shown.stdout))


def test_learners_miss_what_instructors_have(tmp_path):
    lab.settings()
    assert set(lab.FOR_INSTRUCTORS) <= disabled(tmp_path)
    teaching = disabled(tmp_path, Path(sys.prefix) / "etc" / "jupyter-instructor")
    assert not set(lab.FOR_INSTRUCTORS) & teaching
    assert set(lab.FOR_NOBODY) <= teaching


@pytest.mark.parametrize(
    ("verb", "address"), [("lab", "/lab/tree/start.ipynb"), ("formgrader", "/lab?formgrader=true")]
)
def test_the_printed_address_opens_the_page_that_was_asked_for(tmp_path, verb, address):
    prepare_only = (
        "import course.cli as c; c.lay_out = lambda: None; c.WORK = c.ROOT = c.Path({!r})"
    )
    server = subprocess.Popen(
        [
            sys.executable,
            "-c",
            f"{prepare_only.format(str(tmp_path))}; c.entry()",
            verb,
            "--no-browser",
            "--ServerApp.port=0",
            *(["--allow-root"] if getattr(os, "geteuid", lambda: 1)() == 0 else []),
        ],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        said = []
        for line in server.stderr:
            said.append(line)
            if "?token=" in line or "&token=" in line:
                break
        assert address in said[-1], "".join(said)
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(20)
