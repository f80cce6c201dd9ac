"""Start JupyterLab, a learner's or an instructor's."""

import json
import os
import shutil
import subprocess
import sys
from importlib.resources import as_file, files
from pathlib import Path

import course
from course.check import record
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
# What a learner has no use for: nbgrader's side for instructors, whose lists are error boxes where
# there is no exchange; the debugger; and a list of extensions that asks the network.
FOR_INSTRUCTORS = [
    *(
        f"@jupyter/nbgrader:{each}"
        for each in ("menu", "assignment-list", "course-list", "create-assignment", "formgrader")
    ),
    "@jupyterlab/debugger-extension",
]
FOR_NOBODY = ["@jupyterlab/extensionmanager-extension"]
# Read by Validate: what it says of an exercise that is still open.
NBGRADER = """from course.practice.validation import Explainer

c = get_config()
c.Execute.on_cell_start = Explainer()
c.ExecutePreprocessor.timeout = 120
c.ExecutePreprocessor.store_widget_state = False
"""
EXTENSION = "course-start"


def prepare(root, work_folder):
    """Lay the lessons and the start page out; returns work.lay_out's report."""
    report = work.lay_out(Path(root) / "release", work_folder, course.__version__)
    record.move_old(work_folder)
    start.write(work_folder)
    return report


def settings(prefix=sys.prefix):
    """Write the environment's Jupyter settings: a learner's JupyterLab, without a pop-up or check
    that asks the network, with prompt widgets and a start page that brings itself up to date.
    """
    prefix = Path(prefix)
    hidden, shown = (
        {
            "disabledExtensions": dict.fromkeys(FOR_INSTRUCTORS, value)
            | dict.fromkeys(FOR_NOBODY, True)
        }
        for value in (True, False)
    )
    for path, text in (
        (prefix / "share" / "jupyter" / "lab" / "settings" / "overrides.json", _json(OVERRIDES)),
        (prefix / "etc" / "jupyter" / "jupyter_server_config.json", _json(SERVER)),
        (prefix / "etc" / "jupyter" / "nbgrader_config.py", NBGRADER),
        (prefix / "etc" / "jupyter" / "labconfig" / "page_config.json", _json(hidden)),
        (_instructor(prefix) / "labconfig" / "page_config.json", _json(shown)),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    with as_file(files("course.practice").joinpath("labextension")) as extension:
        shutil.copytree(
            extension,
            prefix / "share" / "jupyter" / "labextensions" / EXTENSION,
            dirs_exist_ok=True,
        )


def _json(content):
    return json.dumps(content, indent=1) + "\n"


def _instructor(prefix):
    """The folder of settings that `course formgrader` adds to the environment's."""
    return Path(prefix) / "etc" / "jupyter-instructor"


def environment(python=sys.executable):
    """The process environment with a Python's scripts in front (nbgrader calls `alembic`
    by name).
    """
    scripts = str(Path(python).parent)
    return dict(os.environ, PATH=scripts + os.pathsep + os.environ.get("PATH", ""))


def open_lab(folder, arguments, address, instructor=False):
    """Run `jupyter lab` in `folder` until it is stopped; returns its exit code.

    `address` is what opens, and what the printed link leads to ("/lab/tree/start.ipynb"). A busy
    port makes it take the next.
    """
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={folder}",
        f"--LabApp.default_url={address}",
        *arguments,
    ]
    env = environment()
    if instructor:
        paths = [str(_instructor(sys.prefix)), env.get("JUPYTER_CONFIG_PATH", "")]
        env["JUPYTER_CONFIG_PATH"] = os.pathsep.join(filter(None, paths))
    return subprocess.call(command, cwd=folder, env=env)
