"""Walls around the learner's process, built from bubblewrap where it can be had.

Inside there is no network, no other process, nothing of the course but its
package without the answers, and one scratch folder of limited size. One warm
process serves all workers; every submission is a world of its own in it (see
box.py).
"""

import contextlib
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from course.grading import wire

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60
SCRATCH, FONTS, CONTROL = "/scratch", "/fonts", "/control"
SCRATCH_BYTES = 64 * 2**20
MEMORY_BYTES = (
    2 * 2**30
)  # of all processes of a submission together, beyond what they are born with
# users of children, where we are root and all that is shown can be read by anybody
FIRST_USER = 1_700_000_000
LIMITS = {
    "RLIMIT_AS": 4 * 2**30,
    "RLIMIT_CPU": 600,
    "RLIMIT_FSIZE": 64 * 2**20,
    "RLIMIT_NOFILE": 256,
    "RLIMIT_NPROC": 128,
    "RLIMIT_CORE": 0,
}
# What the child may know of the outside.
ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "TZ")


class NoSandbox(Exception):
    """This machine cannot contain learners' code; the message says what is missing."""


def can_contain():
    """ "" where learners' code can be contained here, else what is missing, as a sentence."""
    if sys.platform != "linux":
        return (
            "Learners' code can be contained on Linux only: grade in a container there (see the"
            " README)."
        )
    if not shutil.which("bwrap"):
        return (
            "bubblewrap is missing: install your system's package, on Debian `apt install"
            " bubblewrap`."
        )
    done = subprocess.run(
        [
            "bwrap",
            *_namespaces(),
            "--ro-bind",
            "/usr",
            "/usr",
            "--symlink",
            "usr/lib",
            "/lib",
            "--symlink",
            "usr/lib64",
            "/lib64",
            "/usr/bin/true",
        ],
        capture_output=True,
        text=True,
    )
    return (
        ""
        if done.returncode == 0
        else f"bubblewrap is not allowed to make its walls here ({done.stderr.strip()[:120]})."
    )


class Box:
    """A warm learner's side. `open()` gives the socket of a fresh child; `close()` ends everything.

    `modules` are imported and `cells`, which must hold nothing secret, are run
    before the first child is made. A Box can be pickled: copies in other
    processes connect to the same warm process, and only the one that started it
    ends it. Raises NoSandbox where walls are wanted and cannot be had.
    """

    def __init__(self, contained=True, modules=(), cells=()):
        self.contained, self._modules, self._cells = contained, tuple(modules), tuple(cells)
        self._process = self._folder = None
        if contained and (missing := can_contain()):
            raise NoSandbox(missing)

    def __getstate__(self):
        return {
            "contained": self.contained,
            "_modules": self._modules,
            "_cells": self._cells,
            "_process": None,
            "_folder": self._folder,
        }

    def start(self):
        """Start the warm process, without waiting until it is ready."""
        self._folder = self._folder or tempfile.mkdtemp(prefix="box")
        Path(self._socket).unlink(missing_ok=True)
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(self._socket)
        listener.listen(64)
        settings = {
            "contained": self.contained,
            "first_user": (
                _users()
                if os.geteuid() == 0
                and all(os.stat(path).st_mode & 0o005 == 0o005 for path in _shown())
                else None
            ),
            "scratch": SCRATCH if self.contained else self._folder,
            "fresh": _fresh(),
            "scratch_bytes": SCRATCH_BYTES,
            "memory_bytes": MEMORY_BYTES,
            "processes": 2 * LIMITS["RLIMIT_NPROC"],
            "limits": LIMITS,
            "modules": self._modules,
            "cells": self._cells,
        }
        environment = {name: os.environ[name] for name in ENVIRONMENT if name in os.environ}
        environment |= {
            "NBGRADER_EXECUTION": "autograde",
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
            "MPLBACKEND": "Agg",
            "HOME": settings["scratch"],
            "TMPDIR": settings["scratch"],
            "PYTHONDONTWRITEBYTECODE": "1",
            "MPLCONFIGDIR": FONTS if self.contained else f"{self._folder}/.mpl",
            "IPYTHONDIR": f"{settings['scratch']}/.ipython",
            "PYTHONPATH": str(ROOT),
            "COURSE_SALT": "/nowhere",
        }
        about = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115  (closed below; too long for a command line)
        json.dump(settings, about)
        about.seek(0)
        self._process = subprocess.Popen(
            [
                *(_walls() if self.contained else ()),
                sys.executable,
                "-m",
                "course.grading.box",
                str(listener.fileno()),
                str(about.fileno()),
            ],
            pass_fds=[listener.fileno(), about.fileno()],
            env=environment,
            cwd="/" if self.contained else self._folder,
            stdin=subprocess.PIPE,  # its end tells the warm process that we are gone
            stdout=subprocess.PIPE,
            stderr=None if os.environ.get("COURSE_BOX_DEBUG") else subprocess.DEVNULL,
            start_new_session=True,
        )
        listener.close()
        about.close()

    @property
    def _socket(self):
        return f"{self._folder}/box"

    def open(self):
        """The socket to a fresh child. Raises NoSandbox where the warm process does not start."""
        if self._folder is None or (self._process is not None and self._process.poll() is not None):
            self.close()
            self.start()
        return self._connect()

    def _connect(self):
        channel = socket.socket(socket.AF_UNIX)
        channel.settimeout(START_SECONDS)
        try:
            channel.connect(self._socket)
        except OSError as problem:
            channel.close()
            raise NoSandbox(f"the learner's side does not answer ({problem}).") from None
        return channel

    def revive(self):
        """Start the warm process again where it has ended or is ending; copies of this Box reach
        the new one.
        """
        if self._process is not None and (self._process.poll() is not None or not self.answers()):
            self._kill()
            self.start()

    def identity(self):
        """Which warm process this is, to be compared; None where there is none."""
        with contextlib.suppress(OSError):
            about = os.stat(self._socket)
            return about.st_ino, about.st_ctime_ns
        return None

    def answers(self):
        """Whether the warm process is alive: a fresh child of it runs a cell. A dying one's socket
        still takes connections, so that is not asked.
        """
        with contextlib.suppress(NoSandbox, OSError, wire.WireError), self._connect() as channel:
            wire.send(channel, {})
            wire.send(channel, ["run", ""])
            wire.receive(channel)
            return True
        return False

    def close(self):
        """End the warm process, and with it every child."""
        if self._process is not None:
            self._kill()
            shutil.rmtree(self._folder, ignore_errors=True)
        self._folder = None

    def _kill(self):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        self._process.wait()
        self._process.stdin.close()
        self._process.stdout.close()
        self._process = None


def _namespaces():
    """Everything apart. Root keeps the system's user numbers, so that children can be given users
    of their own.
    """
    return (
        ["--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"]
        if os.geteuid() == 0
        else ["--unshare-all"]
    )


def _users():
    """Where the block of ten thousand users of this box begins: limits are counted for each user,
    and other boxes may run beside it.
    """
    return FIRST_USER + 10_000 * secrets.randbelow(40_000)


def _shown():
    """Folders outside the system's own that are seen inside: Python, its packages, and the course's
    package.
    """
    paths = dict.fromkeys((sys.base_prefix, sys.prefix, str(ROOT / "course")))
    return [path for path in paths if not path.startswith("/usr/")]


def _fresh():
    """Folders that every submission gets empty and for itself."""
    return [
        SCRATCH,
        CONTROL,
        FONTS,
        "/dev/shm",
        *(["/tmp"] if not any(path.startswith("/tmp/") for path in _shown()) else []),
    ]


def _walls():
    """bubblewrap's command line: what is to be seen inside, read-only, and nothing else."""
    walls = [
        "bwrap",
        *_namespaces(),
        "--die-with-parent",
        "--new-session",
        "--cap-drop",
        "ALL",
        *(
            word
            for name in ("CAP_SYS_ADMIN", "CAP_SETUID", "CAP_SETGID")
            for word in ("--cap-add", name)
        ),
        "--hostname",
        "box",
        "--proc",
        "/proc",
        "--dev",
        "/dev",
    ]
    walls += ["--dir", "/tmp"]
    for folder in (
        SCRATCH,
        CONTROL,
        FONTS,
        "/dev/shm",
    ):  # every submission mounts its own over them
        walls += ["--tmpfs", folder]
    for path in _shown():
        for parent in reversed(
            Path(path).parents[:-1]
        ):  # bubblewrap would make them for root alone
            walls += ["--perms", "0755", "--dir", str(parent)]
    for path in (
        "/usr",
        "/lib",
        "/lib64",
        "/bin",
        "/etc/ld.so.cache",
        "/etc/fonts",
        "/etc/localtime",
        "/etc/alternatives",
    ):
        if os.path.islink(path):
            walls += ["--symlink", os.readlink(path), path]
        elif os.path.exists(path):
            walls += ["--ro-bind", path, path]
    for path in _shown():
        walls += ["--ro-bind", path, path]
    package = ROOT / "course"
    for answers in package.glob("lessons/*/answers.py"):
        walls += ["--ro-bind", "/dev/null", str(answers)]
    for cache in package.rglob("__pycache__"):  # compiled answers are answers
        walls += ["--tmpfs", str(cache), "--remount-ro", str(cache)]
    # Looking for fonts takes matplotlib seconds; the outside's list does as well.
    from matplotlib import font_manager, get_cachedir

    for found in Path(get_cachedir()).glob(
        f"fontlist-v{font_manager.FontManager.__version__}*.json"
    ):
        walls += ["--ro-bind", str(found), f"{FONTS}/{found.name}"]
    # Nothing that submissions share can be written to: one could leave something there for the
    # next.
    return [*walls, "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", SCRATCH, "--"]
