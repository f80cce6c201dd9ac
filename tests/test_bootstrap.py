"""The two commands on a bare machine, and what they say when something is in the way."""

import ast
import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from course import bootstrap
from tests.conftest import ROOT

pytestmark = pytest.mark.xdist_group("bootstrap")

BARE = ("__init__.py", "__main__.py", "bootstrap.py")
# As root nothing is read-only. This takes that power away and leaves the rest.
ORDINARY = (
    ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    if hasattr(os, "geteuid") and os.geteuid() == 0
    else []
)


INSTALLER = (ROOT / "requirements-installer.txt").read_text()
# A version that no index has: there uv cannot be had.
NO_UV = re.sub(r"uv==.*", "uv==0.0.0", INSTALLER)
BY_UV, BY_PIP = "Resolved 2 packages", "pip installs"  # what the log says then


@pytest.fixture
def bare(tmp_path):
    """A course with a lock of two packages and no environment: enough for `course --help`."""
    return small_course(tmp_path)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Such a course whose environment is made; every test leaves it whole."""
    folder = small_course(tmp_path_factory.mktemp("made"))
    assert course(folder, "--help").returncode == 0
    return folder


def small_course(tmp_path):
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
    for name in ("pyproject.toml", "README.md", "LICENSE", "requirements-installer.txt"):
        shutil.copy(ROOT / name, tmp_path)
    text = (tmp_path / "pyproject.toml").read_text()
    # What the package needs is in the lock; pip would only warn.
    (tmp_path / "pyproject.toml").write_text(
        re.sub(r"(?s)dependencies = \[.*?\]\n", 'dependencies = ["click"]\n', text, count=1)
    )
    return tmp_path


def soon(holds, seconds=60):
    deadline = time.monotonic() + seconds
    while not (found := holds()) and time.monotonic() < deadline:
        time.sleep(0.1)
    return found


def log(folder):
    return (folder / ".venv" / "course-install.log").read_text()


def real_python():
    """The machine's own Python, not that of the tests' environment."""
    return os.path.realpath(sys.executable)


def course(folder, *arguments, before=(), **environment):
    """`python3 -m course ARGUMENTS` with the machine's own Python, not the tests' environment."""
    clean = {
        name: value
        for name, value in os.environ.items()
        if name not in ("VIRTUAL_ENV", "PYTHONPATH")
    }
    return subprocess.run(
        [*before, real_python(), "-m", "course", *arguments],
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


@pytest.mark.parametrize(("installer", "by"), [(INSTALLER, BY_UV), (NO_UV, BY_PIP)])
def test_a_bare_machine_and_the_second_time(bare, installer, by):
    (bare / "requirements-installer.txt").write_text(installer)
    first = course(bare, "--help", before=["sh", "-c", 'umask 077; exec "$@"', "sh"])
    assert first.returncode == 0, first.stdout + first.stderr
    assert "Making the course's own environment" in first.stdout
    assert "2 packages found" in first.stdout
    assert "Lay the lessons out in work/" in first.stdout
    assert by in log(bare)
    installed = [path for path in (bare / ".venv" / "lib").rglob("*") if not path.is_symlink()]
    assert [path for path in installed if path.stat().st_mode & 0o044 != 0o044] == []
    # What is imported later has been compiled by then, what was not imported yet included.
    compiled = ".venv/lib/python*/site-packages/click/__pycache__/testing.*.pyc"
    assert soon(lambda: list(bare.glob(compiled)))
    assert subprocess.run([bare / ".venv" / "bin" / "python", "-m", "pip", "check"]).returncode == 0
    before = (bare / ".venv" / "course-install.log").stat().st_mtime_ns
    second = course(bare, "--help")
    assert second.returncode == 0
    assert "environment" not in second.stdout.split("Usage")[0]
    assert (bare / ".venv" / "course-install.log").stat().st_mtime_ns == before


def test_the_test_tools_come_into_the_environment_that_is_there(made):
    (made / ".venv" / "mine").write_text("")
    done = course(made, "test", "--help")  # ends with what the copy lacks
    assert "Making the course's own environment" not in done.stdout
    assert json.loads((made / ".venv" / "course-ready.json").read_text()).keys() == {"lab", "test"}
    assert (made / ".venv" / "mine").exists()


def test_a_verb_that_there_is_none_of_is_said_before_installing(bare):
    said = in_words(course(bare, "lap"))
    assert "There is no verb 'lap'; verbs are: lab, work, test," in said
    assert not (bare / ".venv").exists()


@pytest.mark.parametrize(
    "damage", ["package gone", "python gone", "marker broken", "python does not start"]
)
def test_a_half_made_environment_is_mended(made, damage):
    venv = made / ".venv"
    marker = venv / "course-ready.json"
    python = next(
        path for path in (venv / "bin" / "python", venv / "Scripts" / "python.exe") if path.exists()
    )
    if damage == "package gone":
        marker.unlink()  # it is written last, so every interruption leaves none
        shutil.rmtree(next(venv.rglob("site-packages/click")))
    elif damage == "python gone":
        python.unlink()
    elif damage == "marker broken":
        marker.write_text("{half")
    else:
        marker.write_text('{"lab": "another lock"}')
        python.unlink()
        python.write_text("#!/bin/sh\nexit 1\n")
        python.chmod(0o755)
    again = course(made, "--help")
    assert again.returncode == 0, again.stdout + again.stderr
    assert "making it anew" in again.stdout
    assert "Traceback" not in again.stdout + again.stderr
    assert json.loads(marker.read_text()).keys() == {"lab"}


NOWHERE = {
    "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
    "PIP_EXTRA_INDEX_URL": "",
    "PIP_FIND_LINKS": "",
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_NO_CACHE_DIR": "1",
    "PIP_RETRIES": "0",
}


def test_without_a_network_it_says_so_and_goes_on_later(bare):
    assert "package index could not be reached" in in_words(course(bare, "--help", **NOWHERE))
    assert course(bare, "--help").returncode == 0


def test_where_uv_fails_pip_goes_on(bare):
    done = course(bare, "--help", UV_INDEX_URL="http://127.0.0.1:9/simple", UV_HTTP_RETRIES="0")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "uv failed" in log(bare)
    assert BY_PIP in log(bare)


def test_a_setting_that_only_pip_has_makes_pip_install(bare):
    done = course(bare, "--help", PIP_PREFER_BINARY="1")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "pip's setting 'prefer-binary' has no counterpart" in log(bare)
    assert BY_PIP in log(bare)


def test_uv_takes_packages_from_where_pip_is_told_to(bare, tmp_path_factory):
    """An index of its own, in pip's configuration file, beside one that is not there."""
    index = tmp_path_factory.mktemp("index")
    wheels = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", index / "wheels"]
    locks = ("-r", "requirements.txt", "-r", "requirements-installer.txt")
    subprocess.run([*wheels, *locks], cwd=bare, check=True)
    for wheel in (index / "wheels").iterdir():
        page = index / "simple" / wheel.name.split("-")[0] / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(f'<a href="{wheel.as_uri()}">{wheel.name}</a>')
    configuration = index / "pip.conf"
    configuration.write_text(
        "[global]\nindex-url = http://127.0.0.1:9/simple\n"
        f"[install]\nindex-url = {(index / 'simple').as_uri()}\n"
    )
    theirs = {"PIP_CONFIG_FILE": str(configuration), "PIP_NO_CACHE_DIR": "1"}
    done = course(bare, "--help", PIP_FIND_LINKS="", **theirs)
    assert done.returncode == 0, done.stdout + done.stderr + log(bare)
    assert BY_UV in log(bare)
    assert BY_PIP not in log(bare)


def test_the_last_word_of_pips_settings_counts(tmp_path, monkeypatch):
    for name in [name for name in os.environ if name.startswith(("PIP_", "UV_", "SSL_"))]:
        monkeypatch.delenv(name)
    configuration = tmp_path / "pip.conf"
    configuration.write_text(
        "[global]\nindex-url = http://everywhere\nretries = 3\nquiet = 1\n"
        "find-links =\n  /wheels\n  /more\n"
        "[install]\nindex-url = http://install\n[download]\nindex-url = http://download\n"
    )
    monkeypatch.setenv("PIP_CONFIG_FILE", str(configuration))
    monkeypatch.setenv("PIP_RETRIES", "4")
    monkeypatch.setenv("PIP_CACHE_DIR", "/cache")
    settings = bootstrap.pip_settings([sys.executable, "-m", "pip"])
    asked = bootstrap.uv_environment(settings)
    assert (
        asked.items()
        >= {
            "UV_INDEX_URL": "http://install",
            "UV_HTTP_RETRIES": "4",
            "UV_FIND_LINKS": "/wheels,/more",
            "UV_CACHE_DIR": str(Path("/cache", "uv")),
        }.items()
    )
    monkeypatch.setenv("UV_INDEX_URL", "http://uvs-own")
    assert bootstrap.uv_environment(settings)["UV_INDEX_URL"] == "http://uvs-own"


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="a terminal of our own needs POSIX")
def test_on_a_terminal_one_line_moves(bare):
    ours, theirs = os.openpty()
    clean = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    process = subprocess.Popen(
        [real_python(), "-m", "course", "--help"], cwd=bare, stdout=theirs, stderr=theirs, env=clean
    )
    os.close(theirs)
    said = b""
    with contextlib.suppress(OSError):  # the end of a terminal is an error
        while part := os.read(ours, 4096):
            said += part
    os.close(ours)
    assert process.wait() == 0, said.decode()
    assert re.search(rb"\r  \[[#.]{30}\] \d/2 [\w ]+ \(\d+ s\)", said)


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


@pytest.mark.skipif(
    not ORDINARY or not shutil.which("unshare"), reason="only root can make a small disk"
)
def test_a_full_disk_is_named(bare):
    (bare / "small").mkdir()
    script = (
        "mount -t tmpfs -o size=16m tmpfs small && cp -r course *.toml *.txt *.md LICENSE small &&"
        ' cd small && exec "$@"'
    )
    done = course(bare, "--help", before=["unshare", "-m", "sh", "-c", script, "sh"])
    assert "The disk is full. Free about 1 GB" in in_words(done)


def pretend(folder, script):
    """`course lab` in `folder` with a Python whose `-m` programs begin with a shell script."""
    (folder / "python").write_text(f'#!/bin/sh\n{script}\nexec {real_python()} "$@"\n')
    (folder / "python").chmod(0o755)
    code = (
        f"import sys; sys.executable = {str(folder / 'python')!r}; from course import bootstrap;"
        " sys.exit(bootstrap.main(['--help']))"
    )
    return subprocess.run([real_python(), "-c", code], cwd=folder, capture_output=True, text=True)


WITHOUT_PIP = 'if [ "$2" = pip ]; then echo "No module named pip" >&2; exit 1; fi'


def test_a_python_without_venv_is_told_which_package_is_missing(bare):
    done = pretend(bare, "echo 'ensurepip is not available' >&2; exit 1")
    assert "sudo apt install python3-venv" in in_words(done)
    assert not (bare / ".venv").exists()


def test_a_python_without_pip_unpacks_one(bare):
    done = pretend(bare, WITHOUT_PIP)
    assert done.returncode == 0, done.stdout + done.stderr
    assert BY_UV in log(bare)


def test_a_python_that_has_neither_pip_nor_ensurepip_is_told_so(bare, monkeypatch):
    (bare / "ensurepip.py").write_text("raise ImportError('No module named ensurepip')")
    monkeypatch.setenv("PYTHONPATH", str(bare))
    assert "sudo apt install python3-venv" in in_words(pretend(bare, WITHOUT_PIP))
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
