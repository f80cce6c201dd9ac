"""Start JupyterLab on the learner's work folder."""

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat

import course
from course.practice import start, work

OVERRIDES = {
    "@jupyterlab/apputils-extension:notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
        "doNotDisturbMode": False,
    }
}
SERVER = {
    "ServerApp": {
        "kernel_websocket_connection_class": "course.practice.connection.PromptConnection"
    }
}


def prepare(root, work_folder):
    """Lay the lessons and the start page out; returns work.lay_out's report."""
    report = work.lay_out(Path(root) / "release", work_folder, course.__version__)
    nbformat.write(start.start_notebook(work_folder), str(Path(work_folder) / start.START))
    return report


def settings(prefix=sys.prefix):
    """Write the environment's JupyterLab settings: no news pop-up or update check, which ask the
    network, and prompt widgets.
    """
    for path, content in (
        (Path(prefix) / "share" / "jupyter" / "lab" / "settings" / "overrides.json", OVERRIDES),
        (Path(prefix) / "etc" / "jupyter" / "jupyter_server_config.json", SERVER),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def environment(python=sys.executable):
    """The process environment with a Python's scripts in front (nbgrader calls `alembic`
    by name).
    """
    scripts = str(Path(python).parent)
    return dict(os.environ, PATH=scripts + os.pathsep + os.environ.get("PATH", ""))


def open_lab(folder, arguments, page=None):
    """Run `jupyter lab` in `folder` until it is stopped; returns its exit code. A busy port makes
    it take the next.
    """
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        *([page] if page else []),
        f"--ServerApp.root_dir={folder}",
        *arguments,
    ]
    return subprocess.call(command, cwd=folder, env=environment())
