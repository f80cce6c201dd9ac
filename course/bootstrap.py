"""From a bare Python to a running course: one environment, made once, mended when half made.

Nothing but the standard library is imported here, and nothing that Python 3.8
cannot parse, so that an old Python gets a sentence instead of a traceback.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
MARKER = VENV / "course-ready.json"
LOG = VENV / "course-install.log"
OLDEST = (3, 11)
REQUIREMENTS = {"lab": "requirements.txt", "test": "requirements-test.txt"}

_NETWORK = (
    "NewConnectionError",
    "ConnectionError",
    "name resolution",
    "Max retries",
    "ProxyError",
    "ReadTimeout",
    "Could not fetch URL",
    "Connection refused",
    "Network is unreachable",
    "No matching distribution found",
)
_DISK = ("No space left", "Errno 28")
_READ_ONLY = (
    "Read-only file system",
    "Permission denied",
    "Errno 13",
    "Errno 30",
    "Access is denied",
)


class Trouble(Exception):
    """Something that the reader can put right; the message says what and how."""


def main(argv):
    """Run a verb in the course's environment; returns the exit code."""
    if sys.version_info < OLDEST:
        print(
            "This course needs Python {}.{} or newer; this is Python {}.{}. Install a newer one"
            " from python.org and run the same command with it.".format(
                *OLDEST, *sys.version_info[:2]
            ),
            file=sys.stderr,
        )
        return 1
    try:
        if Path(sys.prefix).resolve() != VENV.resolve():
            python = ensure("test" if argv[:1] == ["test"] else "lab")
            return run(python, argv)
    except Trouble as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Run the same command again to go on.", file=sys.stderr)
        return 130
    from course.cli import main as verbs

    return verbs(argv)


def venv_python(venv=VENV):
    """The environment's own Python."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def run(python, argv):
    """Hand over to the environment's Python; on POSIX it takes this process's place."""
    command = [str(python), "-m", "course", *argv]
    environment = dict(
        os.environ,
        PYTHONPATH=os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])),
    )
    if os.name == "nt":
        return subprocess.call(command, env=environment)
    os.execve(str(python), command, environment)


def ensure(kind):
    """Make or mend the environment for `kind` ("lab" or "test"); returns its Python. Raises
    Trouble.
    """
    wanted = fingerprint(kind)
    if MARKER.is_file() and venv_python().exists() and _ready().get(kind) == wanted:
        return venv_python()
    try:
        _make_venv()
        ready = _ready()
        # Gone until all is installed: whatever interrupts us, the next run sees a half-made
        # environment.
        MARKER.unlink(missing_ok=True)
        _install(kind)
        ready.update({kind: wanted}, **({"lab": fingerprint("lab")} if kind == "test" else {}))
        MARKER.write_text(json.dumps(ready), encoding="utf-8")
    except OSError as error:
        raise Trouble(_in_words(f"{error}", LOG)) from None
    return venv_python()


def fingerprint(kind):
    """What the environment depends on: the lock, the package's own settings and the Python."""
    text = (ROOT / REQUIREMENTS[kind]).read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    return hashlib.sha256(
        text + repr(sys.version_info[:2]).encode() + str(ROOT).encode()
    ).hexdigest()


def _ready():
    try:
        return json.loads(MARKER.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def _make_venv():
    if venv_python().exists():
        works = subprocess.run(
            [str(venv_python()), "-c", "import pip, sys; print(sys.version_info[:2])"],
            capture_output=True,
            text=True,
        )
        if works.returncode == 0 and works.stdout.strip() == repr(sys.version_info[:2]):
            return
    if VENV.exists():
        print("The environment in .venv is damaged or from another Python; making it anew.")
        shutil.rmtree(VENV)
    print("Making the course's own environment in .venv (once; two to five minutes).")
    made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], capture_output=True, text=True)
    if made.returncode:
        text = made.stdout + made.stderr
        shutil.rmtree(VENV, ignore_errors=True)
        if "ensurepip" in text:
            raise Trouble(
                "This Python cannot make environments: its package 'venv' is missing. On Debian or"
                " Ubuntu: sudo apt install python3-venv. Then run the same command again."
            )
        raise Trouble(_in_words(text, LOG))


def _install(kind):
    lock = ROOT / REQUIREMENTS[kind]
    total = sum(1 for line in lock.read_text(encoding="utf-8").splitlines() if "==" in line)
    pip = [
        str(venv_python()),
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
        "--progress-bar",
        "off",
    ]
    LOG.write_text("", encoding="utf-8")
    _pip([*pip, "-r", str(lock)], total)
    # setuptools came with the lock, so the course itself is installed without asking the index for
    # a builder.
    _pip([*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)], 1)


def _pip(command, total):
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    progress = _Progress(total)
    with open(LOG, "a", encoding="utf-8") as log:
        for line in process.stdout:
            log.write(line)
            progress.read(line)
    progress.close()
    if process.wait():
        raise Trouble(_in_words(LOG.read_text(encoding="utf-8"), LOG))


class _Progress:
    """One line that moves: how many packages are found, then that they are being unpacked."""

    def __init__(self, total):
        self._total, self._seen, self._what = total, 0, "asking the package index"
        self._start, self._open = time.monotonic(), True
        self._terminal = sys.stdout.isatty()
        self._ticker = threading.Thread(target=self._tick, daemon=True)
        self._ticker.start()

    def read(self, line):
        words = line.split()
        if words[:1] == ["Collecting"] and len(words) > 1:
            self._seen = min(self._seen + 1, self._total)
            self._what = words[1].split("==")[0]
        elif line.startswith("Installing collected packages"):
            self._seen, self._what = self._total, "unpacking"
            if not self._terminal:
                print(f"  {self._total} packages found, unpacking them")

    def _tick(self):
        while self._open:
            if self._terminal:
                filled = 30 * self._seen // max(self._total, 1)
                seconds = int(time.monotonic() - self._start)
                text = (
                    f"  [{'#' * filled}{'.' * (30 - filled)}] {self._seen}/{self._total}"
                    f" {self._what} ({seconds} s)"
                )
                print(f"\r{text[:100]:<100}", end="", flush=True)
            time.sleep(0.3)

    def close(self):
        self._open = False
        self._ticker.join()
        if self._terminal:
            print(f"\r{'':<100}\r", end="", flush=True)


def _in_words(text, log):
    """What went wrong and how to go on, from an installer's or the system's output."""
    if any(sign in text for sign in _DISK):
        return "The disk is full. Free about 1 GB, then run the same command again."
    if any(sign in text for sign in _READ_ONLY):
        return (
            f"The folder {ROOT.name} cannot be written to. Copy the course to a folder of your own"
            " and run the same command there."
        )
    if any(sign in text for sign in _NETWORK):
        return (
            "The package index could not be reached. Check the network connection and run the same"
            " command again; what is done stays done."
        )
    last = "\n".join(f"  {line}" for line in text.strip().splitlines()[-4:])
    return (
        f"Installing failed:\n{last}\nThe whole story is in {log.parent.name}/{log.name}. Run the"
        " same command again, or delete .venv first."
    )
