"""How long a bare machine waits: the first `course lab`, by uv and by pip, and a later one.

    python3 benchmarks/setup.py [TIMES]

Each first start begins in a fresh copy of the course with empty caches, and ends when JupyterLab
answers; by pip means that uv cannot be had. Prints seconds of each, medians, and by uv / by pip.
Needs nothing but Python.
"""

import json
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
INSTALLER = "requirements-installer.txt"
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".tools", "work", "__pycache__", ".*_cache")
SECONDS = 900  # after these a start has failed


def clone(folder, by):
    """A copy of the course, and an environment in which nothing is cached yet."""
    copy = folder / by
    shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
    if by == "pip":
        pins = (copy / INSTALLER).read_text()
        (copy / INSTALLER).write_text(re.sub(r"uv==.*", "uv==0.0.0", pins))
    own = {f"{tool}_CACHE_DIR": str(folder / f"cache-{by}") for tool in ("PIP", "UV")}
    left_out = ("VIRTUAL_ENV", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE")
    usual = {name: value for name, value in os.environ.items() if name not in left_out}
    return copy, usual | own | {"JUPYTER_RUNTIME_DIR": str(copy / "runtime")}


def start(copy, environment):
    """`python3 -m course lab` until JupyterLab answers, in seconds."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    command = [sys.executable, "-m", "course", "lab", "--no-browser", "--port=0"]
    began = time.monotonic()
    with open(copy / "benchmark.log", "w") as log:
        server = subprocess.Popen(
            [*command, *(["--allow-root"] if root else [])],
            cwd=copy,
            env=environment,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            while not answers(copy / "runtime"):
                if server.poll() is not None or time.monotonic() > began + SECONDS:
                    sys.exit(f"JupyterLab did not start:\n{(copy / 'benchmark.log').read_text()}")
                time.sleep(0.05)
            return time.monotonic() - began
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait()
            shutil.rmtree(copy / "runtime", ignore_errors=True)


def answers(runtime):
    """Whether a JupyterLab that keeps its files in `runtime` answers."""
    for path in runtime.glob("jpserver-*.json"):
        try:
            said = json.loads(path.read_text())
            urlopen(f"{said['url']}api?token={said['token']}", timeout=2).close()
            return True
        except (OSError, ValueError):
            pass
    return False


def main():
    times = {"uv": {"first": [], "later": []}, "pip": {"first": [], "later": []}}
    for _ in range(int(sys.argv[1]) if sys.argv[1:] else 1):
        for by, taken in times.items():  # in turns, so that both meet the same machine
            with tempfile.TemporaryDirectory() as folder:
                copy, environment = clone(Path(folder), by)
                for which in ("first", "later", "later", "later"):
                    taken[which].append(start(copy, environment))
                    print(f"{which} start, set up by {by}: {taken[which][-1]:.1f} s", flush=True)
                said = (copy / ".venv" / "course-install.log").read_text()
                assert ("pip installs" in said) == (by == "pip"), said
    for which in ("first", "later"):
        middle = {by: statistics.median(taken[which]) for by, taken in times.items()}
        for by in times:
            print(f"{which} start, set up by {by}, median: {middle[by]:.1f} s")
        print(f"{which} start, by uv / by pip: {middle['uv'] / middle['pip']:.2f}")


if __name__ == "__main__":
    main()
