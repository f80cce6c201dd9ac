"""Start JupyterLab on the learner's work folder."""

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat

import course
from course.practice import start, work

OVERRIDES = {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False, "doNotDisturbMode": False}}


def prepare(root, work_folder):
    """Lay the lessons and the start page out; returns work.lay_out's report."""
    report = work.lay_out(Path(root) / "release", work_folder, course.__version__)
    nbformat.write(start.start_notebook(work_folder), str(Path(work_folder) / start.START))
    return report


def quiet_settings(prefix=sys.prefix):
    """Switch off JupyterLab's news pop-up and update check, which ask the network."""
    path = Path(prefix) / "share" / "jupyter" / "lab" / "settings" / "overrides.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(OVERRIDES, indent=1) + "\n", encoding="utf-8")


def environment(python=sys.executable):
    """The process environment with a Python's scripts in front (nbgrader calls `alembic` by name)."""
    scripts = str(Path(python).parent)
    return dict(os.environ, PATH=scripts + os.pathsep + os.environ.get("PATH", ""))


def open_lab(folder, arguments, page=None):
    """Run `jupyter lab` in `folder` until it is stopped; returns its exit code. A busy port makes it take the next."""
    command = [sys.executable, "-m", "jupyterlab", *([page] if page else []), f"--ServerApp.root_dir={folder}", *arguments]
    return subprocess.call(command, cwd=folder, env=environment())
