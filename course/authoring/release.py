"""From source/ to release/: nbgrader's generator, and the values that go with a release."""

import importlib
import json
import logging
import os
import secrets
import shutil
import sys
import tempfile
import zipfile
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path

from nbgrader.apps import NbGraderAPI
from traitlets.config.loader import Config, PyFileConfigLoader

from course.authoring.layout import ROOT, lessons
from course.check import draws

# What gives answers away and never reaches a learner: folders and files, relative to the root.
SECRET_FOLDERS = ("source", "tests")
SECRET_FILES = ("answers.py",)


def nbgrader_api(root, settings=ROOT, **folders):
    """nbgrader's API on the course at `root`.

    With the nbgrader_config.py in the folder `settings` (this course's), where there is one.

    `folders` override CourseDirectory traits.
    """
    scripts = str(Path(sys.executable).parent)
    if scripts not in os.environ.get("PATH", "").split(os.pathsep):
        # nbgrader starts `alembic` by name to bring its grade book up to date.
        os.environ["PATH"] = scripts + os.pathsep + os.environ.get("PATH", "")
    config = Config()
    if (Path(settings) / "nbgrader_config.py").is_file():
        config = PyFileConfigLoader("nbgrader_config.py", path=str(settings)).load_config()
    config.CourseDirectory.root = str(root)
    for name, value in folders.items():
        config.CourseDirectory[name] = str(value)
    return NbGraderAPI(config=config)


def generate(lessons_, target):
    """Generate the learners' copies of `lessons_` into the folder `target` with nbgrader.

    Yields each notebook's path.

    Works in a scratch folder with a grade book of its own, so that nothing else
    is touched; one for all lessons, because making it takes longer than they do.
    """
    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch)
        api = nbgrader_api(scratch, db_url=f"sqlite:///{scratch}/gradebook.db")
        api.log.setLevel(logging.WARNING)
        for lesson in lessons_:
            shutil.copytree(
                lesson.notebook("source").parent,
                scratch / "source" / lesson.folder,
                ignore=shutil.ignore_patterns(".ipynb_checkpoints"),
            )
            result = api.generate_assignment(lesson.folder, force=True)
            made = scratch / "release" / lesson.folder
            if not result["success"] or not made.is_dir():
                raise RuntimeError(
                    "nbgrader could not release"
                    f" {lesson.folder}:\n{result.get('log')}\n{result.get('error')}"
                )
            goal = Path(target) / lesson.folder
            shutil.rmtree(goal, ignore_errors=True)
            shutil.copytree(made, goal)
            yield goal / f"{lesson.slug}.ipynb"


def differences(root=ROOT):
    """Paths that differ from what source/ generates: a list of (path, what).

    Paths are relative to release/.
    """
    with tempfile.TemporaryDirectory() as scratch:
        for _ in generate(lessons(root), scratch):
            pass
        return compare(Path(scratch), Path(root) / "release")


def compare(fresh, kept):
    """Files that differ between two folders: a list of (relative path, what).

    `what` is "missing", "stale" or "unknown".
    """
    new, old = _contents(fresh), _contents(kept)
    changed = [name for name in new.keys() & old.keys() if new[name] != old[name]]
    return [
        *((name, "missing") for name in sorted(new.keys() - old.keys())),
        *((name, "unknown") for name in sorted(old.keys() - new.keys())),
        *((name, "stale") for name in sorted(changed)),
    ]


def _contents(folder):
    """{relative path: bytes} of the files in a folder, without what JupyterLab lays beside."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".ipynb_checkpoints" not in path.parts
    }


def rooms(slug):
    """(scenario, answers) of a lesson, or None where it has no decision exercise."""
    try:
        scenario = importlib.import_module(f"course.lessons.{slug}.scenario").Scenario()
        return scenario, importlib.import_module(f"course.lessons.{slug}.answers")
    except ModuleNotFoundError:
        return None


def practice_text(slug):
    """The text of a lesson's practice.json, or None: what baseline, expert and the known mistakes
    of `answers.POLICY_SLIPS` ({sentence: policy}) earn on the practice draws.
    """
    found = rooms(slug)
    if found is None:
        return None
    scenario, answers = found
    slips = getattr(answers, "POLICY_SLIPS", {})
    baseline, expert, *others = draws.policy_values(
        scenario,
        [answers.baseline, answers.expert, *slips.values()],
        draws.practice_seeds(scenario),
    )
    values = {"baseline": _rounded(baseline), "expert": _rounded(expert)}
    if slips:
        values["slips"] = dict(zip(slips, map(_rounded, others), strict=True))
    return json.dumps(values, indent=1, ensure_ascii=False) + "\n"


def _rounded(earned):
    return [round(each, 6) for each in earned]


def _hidden_values(slug, salt):
    """What baseline and expert of a lesson's decision earn on its hidden draws, None where a lesson
    has no decision.
    """
    found = rooms(slug)
    if found is None:
        return None
    scenario, answers = found
    seeds = draws.draws(salt, f"{slug}/decision", scenario.DRAWS)
    baseline, expert = draws.reference_values(scenario, answers.baseline, answers.expert, seeds)
    return {"baseline": baseline, "expert": expert}


def write_salt(lessons_, new=False):
    """Write the grader's salt file with the reference values of the lessons' hidden draws.

    Keeps the salt, and the values of other lessons, unless `new`.
    """
    path = draws.salt_file()
    before = {} if new or not path.exists() else draws.read_salt()
    salt = before.get("salt") or secrets.token_hex(16)
    # A lesson takes seconds, and they know nothing of each other: each core takes its part. Spawned,
    # because whoever calls may have threads.
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        slugs = [lesson.slug for lesson in lessons_]
        found = zip(slugs, pool.map(_hidden_values, slugs, repeat(salt)), strict=True)
        values = before.get("values", {}) | dict(found)
    values = {slug: each for slug, each in values.items() if each}
    path.write_text(json.dumps({"salt": salt, "values": values}, indent=1) + "\n", encoding="utf-8")
    path.chmod(0o600)
    return path


def bundle(target, root=ROOT, extra=None):
    """Zip what a learner needs; returns the zip's path.

    That is the course without source/, tests/ and answers, and the texts of `extra` ({file: text}).
    """
    target = Path(target)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        files = {path.as_posix(): (Path(root) / path).read_bytes() for path in learner_files(root)}
        files |= {name: text.encode() for name, text in (extra or {}).items()}
        for name, data in sorted(files.items()):
            # A fixed time: the same course gives the same archive.
            entry = zipfile.ZipInfo(f"ecommerce-operations/{name}", date_time=(2026, 1, 1, 0, 0, 0))
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, data)
    return target


def learner_files(root=ROOT):
    """Relative paths of all that a learner may have, sorted."""
    root = Path(root)
    wanted = ["README.md", "LICENSE", "pyproject.toml"]
    wanted += sorted(path.name for path in root.glob("requirements*.txt"))
    files = [Path(name) for name in wanted if (root / name).is_file()]
    for folder in ("course", "release"):
        files += [path.relative_to(root) for path in (root / folder).rglob("*") if path.is_file()]
    return sorted(
        path
        for path in files
        if not is_secret(path) and not {"__pycache__", ".ipynb_checkpoints"} & set(path.parts)
    )


def is_secret(path):
    """Whether a relative path gives answers away."""
    return path.parts[0] in SECRET_FOLDERS or path.name in SECRET_FILES
