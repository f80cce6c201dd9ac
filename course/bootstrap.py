"""From a bare Python to a running course: one environment, made once, made anew when half made.

uv installs the packages, which takes a third of pip's time; pip does where uv cannot be had or fails.
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
REQUIREMENTS = {
    "lab": "requirements.txt",
    "test": "requirements-test.txt",
    "book": "requirements-book.txt",
}
_READ_BY_ALL = 0o022
INSTALLER = ROOT / "requirements-installer.txt"  # uv, and the pip that stays in the environment

# pip's settings that uv takes from its environment, and those that do not change what is installed.
# Any other setting is pip's alone: then pip installs.
_AS_UV = {
    "index-url": "UV_INDEX_URL",
    "extra-index-url": "UV_EXTRA_INDEX_URL",
    "find-links": "UV_FIND_LINKS",
    "constraint": "UV_CONSTRAINT",
    "trusted-host": "UV_INSECURE_HOST",
    "cert": "SSL_CERT_FILE",
    "client-cert": "SSL_CLIENT_CERT",
    "proxy": "ALL_PROXY",
    "timeout": "UV_HTTP_TIMEOUT",
    "default-timeout": "UV_HTTP_TIMEOUT",
    "retries": "UV_HTTP_RETRIES",
    "no-cache-dir": "UV_NO_CACHE",
    "cache-dir": "UV_CACHE_DIR",
}
ALL_INDEXES = ["--index-strategy", "unsafe-best-match"]  # as pip looks for a package
_QUIET = ["--disable-pip-version-check", "--no-input", "--progress-bar", "off"]
_NO_MATTER = {
    "break-system-packages",
    "config-file",
    "disable-pip-version-check",
    "no-color",
    "no-input",
    "no-python-version-warning",
    "progress-bar",
    "quiet",
    "require-virtualenv",
    "root-user-action",
    "verbose",
}
# Not compiled ahead: what nobody imports, and tools of which a start needs little.
_NOT_COMPILED = r"[\\/](tests?|pip|setuptools|debugpy)[\\/]"

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
            kind = argv[0] if argv and argv[0] in REQUIREMENTS else "lab"
            if not is_ready(kind):
                _known(argv)
            return run(ensure(kind), argv)
    except Trouble as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Run the same command again to go on.", file=sys.stderr)
        return 130
    from course.cli import main as verbs

    return verbs(argv)


def _known(argv):
    """Raises Trouble for a verb that there is none of: said before a minute of installing."""
    import ast

    tree = ast.parse((ROOT / "course" / "cli.py").read_text(encoding="utf-8"))
    verbs = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        and any(ast.unparse(each).startswith("verbs.command(") for each in node.decorator_list)
    ]
    if argv and not argv[0].startswith("-") and argv[0] not in verbs:
        raise Trouble(f"There is no verb '{argv[0]}'; verbs are: {', '.join(verbs)}.")


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


def is_ready(kind):
    """Whether the environment has what `kind` (a key of REQUIREMENTS) needs."""
    return venv_python().exists() and _ready().get(kind) == fingerprint(kind)


def ensure(kind):
    """Make or mend the environment for `kind`; returns its Python. Raises Trouble."""
    if is_ready(kind):
        return venv_python()
    wanted, ready = fingerprint(kind), _ready()
    # Learners' code that root grades runs as another user, who must read the packages.
    before = os.umask(_READ_BY_ALL)
    try:
        if not _make_venv(whole=bool(ready)):
            ready = {}
        # Gone until all is installed: whatever interrupts us, the next run sees a half-made
        # environment.
        MARKER.unlink(missing_ok=True)
        _install(kind)
        ready.update({kind: wanted, "lab": fingerprint("lab")})  # each lock holds the lab's
        MARKER.write_text(json.dumps(ready), encoding="utf-8")
    except OSError as error:
        raise Trouble(_in_words(f"{error}", LOG)) from None
    finally:
        os.umask(before)
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


def _make_venv(whole):
    """Make .venv, without packages, unless the one that is there is `whole` and works with this
    Python; whether it stays.
    """
    if whole and venv_python().exists():
        works = subprocess.run(
            [str(venv_python()), "-c", "import pip, sys; print(sys.version_info[:2])"],
            capture_output=True,
            text=True,
        )
        if works.returncode == 0 and works.stdout.strip() == repr(sys.version_info[:2]):
            return True
    if VENV.exists():
        print(
            "The environment in .venv is half made, damaged or from another Python; making it anew."
        )
        shutil.rmtree(VENV)
    print(
        "Making the course's own environment in .venv (once; up to a minute, or a few on a slow"
        " network)."
    )
    _empty_venv()
    return False


def _empty_venv():
    _or_nothing([sys.executable, "-m", "venv", "--without-pip", str(VENV)])


def _or_nothing(command):
    """Run a step without which there is no environment: where it fails, nothing is left of one."""
    made = subprocess.run(command, capture_output=True, text=True)
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        raise Trouble(_in_words(made.stdout + made.stderr, LOG))


def _install(kind):
    lock = ROOT / REQUIREMENTS[kind]
    total = sum(1 for line in lock.read_text(encoding="utf-8").splitlines() if "==" in line)
    # setuptools comes with the lock, so the course itself is installed without asking the index for
    # a builder.
    steps = [["-r", str(lock)], ["--no-deps", "--no-build-isolation", "-e", str(ROOT)]]
    LOG.write_text("", encoding="utf-8")
    progress = _Progress(total)
    try:
        if not _install_by_uv(steps, progress):
            for step in steps:
                _run([*_pip_inside(), "install", *_QUIET, *step], progress.read)
    except _Failed as failure:
        raise Trouble(_in_words(str(failure), LOG)) from None
    finally:
        progress.close()


def _install_by_uv(steps, progress):
    """Install with uv; whether that could be done. Where it could not, the log says why."""
    python = str(venv_python())
    try:
        pip = _pip()
        environment = uv_environment(pip_settings(pip))
        # One short try: without an index pip, which tries longer, will say so.
        fetch = ["--only-binary=:all:", "--no-compile", "--retries=1", f"--requirement={INSTALLER}"]
        _run([*pip, "install", *_QUIET, *fetch])
    except (_Failed, OSError, ValueError, SyntaxError) as failure:
        _note(f"uv cannot be had here: {failure}\npip installs.\n")
        return False
    uv = [str(venv_python().with_name("uv")), "pip", "install", f"--python={python}"]
    try:
        for step in steps:
            _run([*uv, *ALL_INDEXES, *step], progress.read, environment)
    except (_Failed, OSError) as failure:
        told = LOG.read_text(encoding="utf-8")
        shutil.rmtree(VENV)  # what uv left half done, pip would take for done
        _empty_venv()
        _note(f"{told}uv failed: {failure}\npip installs.\n")
        return False
    _compile()
    return True


def _compile():
    """Start compiling what was installed, and do not wait: pip does it while it installs, which is
    half of its time. It is done on another core while JupyterLab starts and the first page is read.
    Whoever needs a module before compiles it alone.
    """
    folders = [str(VENV / "lib"), str(ROOT / "course")]
    apart = (
        {"creationflags": subprocess.BELOW_NORMAL_PRIORITY_CLASS}
        if os.name == "nt"
        else {"start_new_session": True}
    )
    subprocess.Popen(
        [str(venv_python()), "-m", "compileall", "-q", "-x", _NOT_COMPILED, *folders],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **apart,
    )


def _pip():
    """A pip that installs into .venv: this Python's own, which saves the time of unpacking one, or
    one that is unpacked.
    """
    own = [sys.executable, "-m", "pip", "--python", str(venv_python())]
    if subprocess.run([*own, "--version"], capture_output=True).returncode == 0:
        return own
    return _pip_inside()


def _pip_inside():
    """The pip in .venv, unpacked from Python's own copy where it is missing."""
    inside = [str(venv_python()), "-m", "pip"]
    if subprocess.run([*inside, "--version"], capture_output=True).returncode:
        _or_nothing([str(venv_python()), "-m", "ensurepip", "--default-pip"])
    return inside


def pip_settings(pip):
    """{option: value} of pip's own configuration, its files and its environment variables, for
    `pip install`. Raises _Failed where pip cannot read them.
    """
    spoken = dict(os.environ, PIP_QUIET="0", PIP_VERBOSE="0")  # else it lists nothing, or prose
    said = subprocess.run([*pip, "config", "list"], capture_output=True, text=True, env=spoken)
    if said.returncode:
        raise _Failed(said.stderr)
    from ast import literal_eval

    found = {}
    for line in said.stdout.splitlines():
        name, _, value = line.partition("=")
        section, _, option = name.rpartition(".")
        found.setdefault(section, {})[option] = literal_eval(value)
    return {**found.get("global", {}), **found.get("install", {}), **found.get(":env:", {})}


def uv_environment(settings):
    """The process environment in which uv does what pip would with `settings`; what the user has
    set for uv stays. Raises _Failed where uv cannot.
    """
    own = {}
    for option, value in settings.items():
        if option == "cache-dir":
            own[_AS_UV[option]] = str(Path(value, "uv"))
        elif option in _AS_UV and value:
            separator = "," if option == "find-links" else " "
            own[_AS_UV[option]] = separator.join(value.split())
        elif option not in _NO_MATTER and value:
            raise _Failed(f"pip's setting '{option}' has no counterpart")
    # As pip does: certificates of the system, and nothing but the Python that is here.
    return {"UV_SYSTEM_CERTS": "1", "UV_PYTHON_DOWNLOADS": "never", **own, **os.environ}


class _Failed(Exception):
    """A step of the installation failed; the message is what it said."""


def _run(command, read=lambda line: None, environment=None):
    """Run a step, its output into the log and line by line to `read`. Raises _Failed."""
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=environment,
    )
    said = []
    for line in process.stdout:
        said.append(line)
        _note(line)
        read(line)
    if process.wait():
        raise _Failed("".join(said))


def _note(text):
    with open(LOG, "a", encoding="utf-8") as log:
        log.write(text)


class _Progress:
    """One line that moves: how many packages are found, then what is done with them."""

    def __init__(self, total):
        self._total, self._seen, self._what = total, 0, "asking the package index"
        self._start, self._open = time.monotonic(), True
        self._terminal = sys.stdout.isatty()
        self._ticker = threading.Thread(target=self._tick, daemon=True)
        self._ticker.start()

    def read(self, line):
        """Take a line of pip's or uv's output."""
        words = line.split()
        if words[:1] == ["Collecting"] and len(words) > 1:
            self._seen = min(self._seen + 1, self._total)
            self._what = words[1].split("==")[0]
        elif words[:1] in (["Downloading"], ["Downloaded"]) and len(words) > 1:
            self._what = words[1]
        elif words[:1] == ["Prepared"]:
            self._what = "unpacking"
        elif line.startswith("Installing collected packages") or (
            words[:1] == ["Resolved"] and self._seen < self._total
        ):
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
    if "ensurepip" in text:
        return (
            "This Python cannot make environments: its package 'venv' is missing. On Debian or"
            " Ubuntu: sudo apt install python3-venv. Then run the same command again."
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
