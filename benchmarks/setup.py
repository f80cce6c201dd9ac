"""How long a bare machine waits: the first `course lab`, by uv and by pip, and later ones.

    python3 benchmarks/setup.py [TIMES]

Each first start begins in a fresh copy of the course with empty caches; by pip means that uv cannot
be had. `lab` ends when JupyterLab answers, `notebook` when what a lesson imports is imported after
that. Prints seconds of each (by the clock, and of all cores together until JupyterLab answered),
medians, and by uv / by pip. Needs nothing but Python.
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
IMPORTS = "import ipykernel.kernelapp, matplotlib.pyplot, course.lessons.title_optimization.checks"
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
    """`python3 -m course lab`, then a lesson's imports; {what: seconds}."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    command = [sys.executable, "-m", "course", "lab", "--no-browser", "--port=0"]
    began, worked = time.monotonic(), cores()
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
            lab = time.monotonic() - began
            python = copy / ".venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
            subprocess.run([python, "-c", IMPORTS], cwd=copy, env=environment, check=True)
            notebook = time.monotonic() - began
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait()
            shutil.rmtree(copy / "runtime", ignore_errors=True)
    return {"lab": lab, "notebook": notebook, "core seconds": cores() - worked}


def cores():
    """Core seconds of all processes that were started here and have ended."""
    spent = os.times()
    return spent.children_user + spent.children_system


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
    times = {}
    for _ in range(int(sys.argv[1]) if sys.argv[1:] else 1):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            clones = {by: clone(Path(folder), by) for by in ("uv", "pip")}
            for which in ("first", "later", "later", "later"):
                for by, (copy, environment) in clones.items():  # both meet the same machine
                    for what, seconds in start(copy, environment).items():
                        times.setdefault((which, what), {}).setdefault(by, []).append(seconds)
                        print(f"{which} start by {by}, {what}: {seconds:.1f} s", flush=True)
            for by, (copy, _) in clones.items():
                said = (copy / ".venv" / "course-install.log").read_text()
                assert ("pip installs" in said) == (by == "pip"), said
    print()
    for (which, what), taken in times.items():
        uv, pip = (statistics.median(taken[by]) for by in ("uv", "pip"))
        print(f"{which} start, {what}: uv {uv:.1f} s, pip {pip:.1f} s, ratio {uv / pip:.2f}")


if __name__ == "__main__":
    main()
