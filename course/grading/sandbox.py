"""Walls around the learner's process, built from bubblewrap where it can be had.

Inside there is no network, no other process, nothing of the course but its
package without the answers, and one scratch folder of limited size.
"""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60
SCRATCH, FONTS = "/scratch", "/fonts"
SCRATCH_BYTES = 64 * 2**20
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
        return "Learners' code can be contained on Linux only: grade in a container there (see the README)."
    if not shutil.which("bwrap"):
        return "bubblewrap is missing: install your system's package, on Debian `apt install bubblewrap`."
    done = subprocess.run(
        ["bwrap", "--unshare-all", "--ro-bind", "/usr", "/usr", "--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64", "/usr/bin/true"],
        capture_output=True,
        text=True,
    )
    return "" if done.returncode == 0 else f"bubblewrap is not allowed to make its walls here ({done.stderr.strip()[:120]})."


class Box:
    """A warm learner's side. `open()` gives the socket of a fresh child; `close()` ends everything.

    Raises NoSandbox where walls are wanted and cannot be had.
    """

    def __init__(self, contained=True):
        self.contained = contained
        self._process = self._folder = None
        if contained and (missing := can_contain()):
            raise NoSandbox(missing)

    def _start(self):
        ours, theirs = socket.socketpair()
        self._folder = None if self.contained else tempfile.mkdtemp(prefix="scratch")
        scratch = SCRATCH if self.contained else self._folder
        inner = [sys.executable, "-m", "course.grading.box", scratch, "contained" if self.contained else "open", json.dumps(LIMITS), str(theirs.fileno())]
        command = [*_walls(), *inner] if self.contained else inner
        environment = {name: os.environ[name] for name in ENVIRONMENT if name in os.environ}
        environment |= {
            "NBGRADER_EXECUTION": "autograde",
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
            "MPLBACKEND": "Agg",
            "HOME": scratch,
            "PYTHONDONTWRITEBYTECODE": "1",
            "MPLCONFIGDIR": FONTS if self.contained else f"{scratch}/.mpl",
            "IPYTHONDIR": f"{scratch}/.ipython",
            "PYTHONPATH": str(ROOT),
            "COURSE_SALT": "/nowhere",
        }
        self._process = subprocess.Popen(
            command,
            pass_fds=[theirs.fileno()],
            env=environment,
            cwd="/" if self.contained else scratch,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE if os.environ.get("COURSE_BOX_DEBUG") else subprocess.DEVNULL,
            start_new_session=True,
        )
        theirs.close()
        ours.settimeout(START_SECONDS)
        self._control = ours
        if ours.recv(1) != b"r":
            said = self._process.stderr.read().decode()[-2000:] if self._process.stderr else ""
            self.close()
            raise NoSandbox(f"the learner's side did not start. {said}")

    def open(self):
        """The socket to a fresh child."""
        if self._process is None or self._process.poll() is not None:
            self._start()
        ours, theirs = socket.socketpair()
        socket.send_fds(self._control, [b"n"], [theirs.fileno()])
        theirs.close()
        return ours

    def finish(self, channel, seconds=5.0):
        """End the child behind `channel`, with everything it started; where it does not go, the whole box goes."""
        channel.close()
        self._control.settimeout(seconds)
        try:
            if self._control.recv(1) == b"d":
                return
        except OSError:
            pass
        self.close()

    def close(self):
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.kill()
            self._process.wait()
            self._control.close()
            self._process = None
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)


def _walls():
    """bubblewrap's command line: what is to be seen inside, read-only, and nothing else."""
    walls = [
        "bwrap",
        "--unshare-all",
        "--die-with-parent",
        "--new-session",
        "--cap-drop",
        "ALL",
        "--cap-add",
        "CAP_SYS_ADMIN",
        "--hostname",
        "box",
        "--proc",
        "/proc",
        "--dev",
        "/dev",
    ]
    for folder in (SCRATCH, "/tmp", "/dev/shm", FONTS):
        walls += ["--size", str(SCRATCH_BYTES), "--tmpfs", folder]
    for path in ("/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/fonts", "/etc/localtime", "/etc/alternatives"):
        if os.path.islink(path):
            walls += ["--symlink", os.readlink(path), path]
        elif os.path.exists(path):
            walls += ["--ro-bind", path, path]
    for path in dict.fromkeys((sys.base_prefix, sys.prefix)):
        if not path.startswith("/usr/"):
            walls += ["--ro-bind", path, path]
    package = ROOT / "course"
    walls += ["--ro-bind", str(package), str(package)]
    for answers in package.glob("lessons/*/answers.py"):
        walls += ["--ro-bind", "/dev/null", str(answers)]
    for cache in package.rglob("__pycache__"):  # compiled answers are answers
        walls += ["--tmpfs", str(cache)]
    # Looking for fonts takes matplotlib seconds; the outside's list does as well.
    from matplotlib import font_manager, get_cachedir

    for found in Path(get_cachedir()).glob(f"fontlist-v{font_manager.FontManager.__version__}*.json"):
        walls += ["--ro-bind", str(found), f"{FONTS}/{found.name}"]
    return [*walls, "--chdir", SCRATCH]
