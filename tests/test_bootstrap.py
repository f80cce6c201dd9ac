"""The two commands on a bare machine, and what they say when something is in the way."""

import ast
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from urllib.request import urlopen

import pytest

from tests.conftest import ROOT

BARE = ("__init__.py", "__main__.py", "bootstrap.py")
# As root nothing is read-only. This takes that power away and leaves the rest.
ORDINARY = (
    ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    if hasattr(os, "geteuid") and os.geteuid() == 0
    else []
)


@pytest.fixture
def bare(tmp_path):
    """A course with a lock of two packages and no environment: enough for `course --help`."""
    (tmp_path / "course").mkdir()
    for name in (*BARE, "cli.py"):
        shutil.copy(ROOT / "course" / name, tmp_path / "course")
    lock = [
        line
        for line in (ROOT / "requirements.txt").read_text().splitlines()
        if re.match(r"(click|setuptools)==", line)
    ]
    assert len(lock) == 2
    for name in ("requirements.txt", "requirements-test.txt"):
        (tmp_path / name).write_text("\n".join(lock) + "\n")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path)
    text = (tmp_path / "pyproject.toml").read_text()
    # What the package needs is in the lock; pip would only warn.
    (tmp_path / "pyproject.toml").write_text(
        re.sub(r"(?s)dependencies = \[.*?\]\n", 'dependencies = ["click"]\n', text, count=1)
    )
    return tmp_path


def course(folder, *arguments, before=(), **environment):
    """`python3 -m course ARGUMENTS` with the machine's own Python, not the tests' environment."""
    python = os.path.realpath(sys.executable)
    clean = {
        name: value
        for name, value in os.environ.items()
        if name not in ("VIRTUAL_ENV", "PYTHONPATH")
    }
    return subprocess.run(
        [*before, python, "-m", "course", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        env=clean | environment,
        timeout=300,
    )


def in_words(done):
    """A trouble is told in words: no traceback, and an exit code that says so."""
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    return done.stderr


@pytest.mark.parametrize("name", BARE)
def test_an_old_python_can_read_what_tells_it_that_it_is_too_old(name):
    ast.parse((ROOT / "course" / name).read_text(encoding="utf-8"), feature_version=(3, 8))


def test_an_old_python_is_told_so():
    pretend = (
        "import sys; sys.version_info = (3, 10, 4); from course import bootstrap;"
        " sys.exit(bootstrap.main(['lab']))"
    )
    done = subprocess.run([sys.executable, "-c", pretend], cwd=ROOT, capture_output=True, text=True)
    assert "needs Python 3.11 or newer; this is Python 3.10" in in_words(done)


def test_a_bare_machine_and_the_second_time(bare):
    first = course(bare, "--help")
    assert first.returncode == 0, first.stdout + first.stderr
    assert "Making the course's own environment" in first.stdout
    assert "2 packages found" in first.stdout
    assert "Lay the lessons out in work/" in first.stdout
    log = (bare / ".venv" / "course-install.log").stat().st_mtime_ns
    second = course(bare, "--help")
    assert second.returncode == 0
    assert "environment" not in second.stdout.split("Usage")[0]
    assert (bare / ".venv" / "course-install.log").stat().st_mtime_ns == log


@pytest.mark.parametrize(
    "damage", ["package gone", "python gone", "marker broken", "python does not start"]
)
def test_a_half_made_environment_is_mended(bare, damage):
    assert course(bare, "--help").returncode == 0
    venv = bare / ".venv"
    python = next(
        path for path in (venv / "bin" / "python", venv / "Scripts" / "python.exe") if path.exists()
    )
    (
        venv / "course-ready.json"
    ).unlink()  # the marker is written last, so every interruption leaves none
    if damage == "package gone":
        shutil.rmtree(next(venv.rglob("site-packages/click")))
        shutil.rmtree(next(venv.rglob("site-packages/click-*.dist-info")))
    elif damage == "python gone":
        python.unlink()
    elif damage == "marker broken":
        (venv / "course-ready.json").write_text("{half")
    else:
        python.unlink()
        python.write_text("#!/bin/sh\nexit 1\n")
        python.chmod(0o755)
    again = course(bare, "--help")
    assert again.returncode == 0, again.stdout + again.stderr
    assert "Traceback" not in again.stdout + again.stderr
    assert json.loads((venv / "course-ready.json").read_text()).keys() == {"lab"}


def test_without_a_network_it_says_so_and_goes_on_later(bare):
    nowhere = {
        "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
        "PIP_EXTRA_INDEX_URL": "",
        "PIP_FIND_LINKS": "",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_CACHE_DIR": "1",
        "PIP_RETRIES": "0",
    }
    assert "package index could not be reached" in in_words(course(bare, "--help", **nowhere))
    assert course(bare, "--help").returncode == 0


def test_a_read_only_folder_is_named(bare):
    bare.chmod(0o555)
    try:
        assert "cannot be written to. Copy the course" in in_words(
            course(bare, "--help", before=ORDINARY)
        )
    finally:
        bare.chmod(0o755)


def test_a_read_only_work_folder_is_named(tmp_path):
    for name in ("course", "release"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    tmp_path.chmod(0o555)
    done = subprocess.run(
        [*ORDINARY, sys.executable, "-c", "from course.cli import entry; entry()", "work"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    tmp_path.chmod(0o755)
    assert "work/ cannot be written to" in in_words(done)


def test_a_python_without_venv_is_told_which_package_is_missing(bare):
    (bare / "python").write_text("#!/bin/sh\necho 'ensurepip is not available' >&2\nexit 1\n")
    (bare / "python").chmod(0o755)
    pretend = (
        f"import sys; sys.executable = {str(bare / 'python')!r}; from course import bootstrap;"
        " sys.exit(bootstrap.main(['lab']))"
    )
    done = subprocess.run(
        [os.path.realpath(sys.executable), "-c", pretend], cwd=bare, capture_output=True, text=True
    )
    assert "sudo apt install python3-venv" in in_words(done)
    assert not (bare / ".venv").exists()


@pytest.mark.slow
def test_a_busy_port_makes_lab_take_the_next_one(tmp_path):
    for name in ("course", "release"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        options = ["lab", "--no-browser", f"--port={port}", *(["--allow-root"] if ORDINARY else [])]
        runtime = tmp_path / "runtime"
        log = open(tmp_path / "log", "w")  # noqa: SIM115  (the server writes to it until the end)
        server = subprocess.Popen(
            [sys.executable, "-c", "from course.cli import entry; entry()", *options],
            cwd=tmp_path,
            stdout=log,
            stderr=log,
            env=os.environ | {"JUPYTER_RUNTIME_DIR": str(runtime)},
            start_new_session=True,
        )
        try:
            deadline = time.monotonic() + 60
            while (
                not (started := list(runtime.glob("jpserver-*.json")))
                and time.monotonic() < deadline
                and server.poll() is None
            ):
                time.sleep(0.1)
            assert started, (tmp_path / "log").read_text()
            said = json.loads(started[0].read_text())
            assert said["port"] != port
            assert json.load(urlopen(f"{said['url']}api?token={said['token']}"))["version"]
            assert (tmp_path / "work" / "start.ipynb").exists()
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(20)
