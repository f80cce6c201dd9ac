"""Lessons run from top to bottom as a learner has them, and what came is kept until it is stale."""

import hashlib
import os
import shutil
import sys
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from traitlets.config import Config

from course.authoring import canon, release

TIMEOUT = 300  # s that one cell may take
# What changes a result: rooms of the package that lessons import, and packages that compute or draw.
ROOMS = ("charts", "check", "data", "market", "practice", "widgets")
FILES = ("once.py", "operations.py", "operations.toml")
PACKAGES = ("numpy", "pandas", "scipy", "statsmodels", "scikit-learn", "matplotlib", "anywidget")


def run(jobs, root, kept, workers):
    """Run notebooks that are not in the folder `kept`; yields (path, path of what came, whether it
    was run now), in any order.

    `jobs` is a list of (notebook's path, the lesson's room or None). Raises RuntimeError with the
    cell's own words where one fails.
    """
    kept.mkdir(parents=True, exist_ok=True)
    common = digest(
        [root / "course" / room for room in ROOMS] + [root / "course" / name for name in FILES],
        repr((sys.version_info[:2], [version(name) for name in PACKAGES])),
    )
    wanted = {}
    for path, room in jobs:
        key = digest([path, *([room] if room else [])], common)[:20]
        wanted[path] = kept / f"{path.stem}-{key}.ipynb"
    for path, result in wanted.items():
        if result.is_file():
            yield path, result, False
    missing = {path: result for path, result in wanted.items() if not result.is_file()}
    if missing:
        with learners_copy(root) as copy, ProcessPoolExecutor(workers) as pool:
            futures = {
                pool.submit(_execute, path, result, copy): path for path, result in missing.items()
            }
            for done in as_completed(futures):
                done.result()
                yield futures[done], wanted[futures[done]], True
    for old in set(kept.glob("*.ipynb")) - set(wanted.values()):
        if any(old.name.startswith(f"{path.stem}-") for path in wanted):
            old.unlink()


def digest(paths, text=""):
    """A hash of files, folders' files, and a text."""
    digest = hashlib.sha256(text.encode())
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            # answers.py is not there when a lesson runs
            if file.is_file() and "__pycache__" not in file.parts and not release.is_secret(file):
                digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


@contextmanager
def learners_copy(root):
    """A folder with what a learner has of the course: no answers, no sources, no tests."""
    with TemporaryDirectory(prefix="book-") as folder:
        for path in release.learner_files(root):
            goal = Path(folder) / path
            goal.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(Path(root) / path, goal)
        yield Path(folder)


def _execute(path, result, copy):
    """Run one notebook on the course in the folder `copy`, and keep what came in `result`."""
    from nbclient import NotebookClient

    nb = canon.read(path)
    with TemporaryDirectory(prefix="book-run-") as folder:
        # Two kernels that start at once may pick the same TCP port.
        own = {} if os.name == "nt" else {"transport": "ipc", "ip": f"{folder}/k"}
        client = NotebookClient(
            nb,
            config=Config(KernelManager=own),
            timeout=TIMEOUT,
            # A learner's stub raises; anything else that does is found below.
            allow_errors=True,
            store_widget_state=False,
            resources={"metadata": {"path": folder}},
        )
        client.execute(env={**os.environ, "PYTHONPATH": str(copy), "PYTHONSAFEPATH": "1"})
    for cell in nb.cells:
        for output in cell.get("outputs", ()):
            if output.output_type == "error" or output.get("name") == "stderr":
                said = output.get("evalue") or output.get("text")
                raise RuntimeError(f"{path.name}, cell {cell.id}: {said}")
    half = result.with_suffix(f".{os.getpid()}")
    nbformat.write(nb, half)
    half.replace(result)
