"""Walls around the learner's process, built from bubblewrap where it can be had.

Inside there is no network, no other process, nothing of the course but what
learners get (shown.py), no system call that a lesson does not need (seccomp.py), and one scratch
folder of limited size. One warm process serves all workers; every submission is a world of its own
in it (box.py).
"""

import contextlib
import json
import os
import platform
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from course.check import draws
from course.grading import seccomp, shown, wire

ROOT = shown.ROOT
START_SECONDS = 60
# Of all processes of a submission together: memory beyond what they are born with, files in the
# scratch folder included; CPU time.
MEMORY_BYTES, CPU_SECONDS = 2 * 2**30, 300
SCRATCH_BYTES, SCRATCH_FILES = 192 * 2**20, 10_000
PROCESSES = 64  # and threads
# users of children, where we are root and all that is shown can be read by anybody
FIRST_USER = 1_700_000_000
LIMITS = {
    "RLIMIT_AS": 4 * 2**30,
    "RLIMIT_CPU": CPU_SECONDS,
    "RLIMIT_FSIZE": 64 * 2**20,
    "RLIMIT_NOFILE": 128,
    "RLIMIT_NPROC": PROCESSES,
    "RLIMIT_SIGPENDING": 256,
    "RLIMIT_MEMLOCK": 0,
    "RLIMIT_MSGQUEUE": 0,
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
    if not seccomp.known():
        return (
            "Which system calls learners' code may make is known for x86-64 and ARM 64 only, not"
            f" for {platform.machine()}: grade on such a machine."
        )
    words = ["--ro-bind", "/usr", "/usr", "--symlink", "usr/lib", "/lib"]
    words += ["--symlink", "usr/lib64", "/lib64", "/usr/bin/true"]
    done = subprocess.run(["bwrap", *_namespaces(), *words], capture_output=True, text=True)
    if done.returncode:
        return f"bubblewrap is not allowed to make its walls here ({done.stderr.strip()[:120]})."
    if os.geteuid() == 0 and not shown.is_readable_by_all():
        return (
            "Only root can read Python or its packages here, and learners' code never runs as root."
            f" Let others read them: chmod -R go+rX '{sys.prefix}'; or grade as another user."
        )
    return ""


class Box:
    """A warm learner's side. `open()` gives the socket of a fresh child; `close()` ends everything.

    `modules` are imported and `cells`, which must hold nothing secret, are run
    before the first child is made. `hidden` are folders that must not be seen, wherever they lie;
    the checkout and the salt never are. A Box can be pickled: copies in other
    processes connect to the same warm process, and only the one that started it
    ends it. Raises NoSandbox where walls are wanted and cannot be had.
    """

    def __init__(self, contained=True, modules=(), cells=(), hidden=()):
        self.contained, self._modules, self._cells = contained, tuple(modules), tuple(cells)
        self._hidden = (str(draws.salt_file()), *hidden)
        self._process = self._folder = None
        if contained and (missing := can_contain()):
            raise NoSandbox(missing)

    def __getstate__(self):
        return {
            "contained": self.contained,
            "_modules": self._modules,
            "_cells": self._cells,
            "_hidden": self._hidden,
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
        scratch = shown.WORK if self.contained else self._folder
        settings = {
            "contained": self.contained,
            "first_user": _users() if os.geteuid() == 0 else None,
            "scratch": scratch,
            "root": shown.SCRATCH,
            "folders": (shown.WORK, shown.TEMPORARY, shown.SHARED),
            "fonts": shown.FONTS,
            "scratch_bytes": SCRATCH_BYTES,
            "scratch_files": SCRATCH_FILES,
            "memory_bytes": MEMORY_BYTES,
            "cpu_seconds": CPU_SECONDS,
            "processes": PROCESSES,
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
            "HOME": scratch,
            "TMPDIR": shown.TEMPORARY if self.contained else scratch,
            "PYTHONDONTWRITEBYTECODE": "1",
            "MPLCONFIGDIR": shown.FONTS if self.contained else f"{self._folder}/.mpl",
            "IPYTHONDIR": f"{scratch}/.ipython",
            "PYTHONPATH": shown.COURSE if self.contained else str(ROOT),
            "COURSE_SALT": "/nowhere",
        }
        if os.environ.get("COURSE_BOX_DEBUG"):
            environment["COURSE_BOX_DEBUG"] = "1"
        about = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115  (closed below; too long for a command line)
        json.dump(settings, about)
        about.seek(0)
        self._process = subprocess.Popen(
            [
                *(self._walls() if self.contained else ()),
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

    def _walls(self):
        """bubblewrap's command line: everything apart, and what is to be seen inside, read-only."""
        course = Path(self._folder) / "learn"
        if not course.exists():  # once for a run: what a checkout becomes meanwhile is not shown
            shown.copy(course)
        words = ["bwrap", *_namespaces(), "--die-with-parent", "--new-session", "--cap-drop", "ALL"]
        for name in ("SYS_ADMIN", "SETUID", "SETGID", "SYS_NICE"):
            words += ["--cap-add", f"CAP_{name}"]
        words += ["--hostname", "box", "--proc", "/proc", *shown.walls(course, self._hidden)]
        return [*words, "--chdir", shown.WORK, "--"]

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
            wire.send(channel, 0)
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
