"""The learner's work folder: lessons are laid out once and never overwritten."""

import contextlib
import hashlib
import json
import os
import re
import shutil
from pathlib import Path

from course.check import record
from course.check.record import MARKER

UPDATES = "_updates"
FEEDBACK = "feedback"  # takes the pages of `course grade --self`, where JupyterLab can open them


def lay_out(release, work, version):
    """Copy new lessons from `release` into `work`; returns {"new", "renewed", "beside"}: lists of
    relative paths.

    A lesson that the learner has not touched is renewed in place; one that was
    worked on stays, and the new version is laid at `_updates/<version>/`.
    """
    release, work = Path(release), Path(work)
    work.mkdir(parents=True, exist_ok=True)
    laid = _read_manifest(work)
    report = {"new": [], "renewed": [], "beside": []}
    for source in sorted(
        path
        for path in release.rglob("*")
        if path.is_file() and ".ipynb_checkpoints" not in path.parts
    ):
        name = source.relative_to(release).as_posix()
        content = source.read_bytes()
        fresh, target = _digest(content), work / name
        if not target.exists():
            _put(target, content)
            report["new"].append(name)
        elif laid.get(name) != fresh:
            here = _digest(target.read_bytes())
            if here == laid.get(name):
                _put(target, content)
                report["renewed"].append(name)
            elif here != fresh:
                _put(work / UPDATES / version / name, content)
                report["beside"].append(name)
        laid[name] = fresh
    _put(work / MARKER, json.dumps({"schema": 1, "laid": laid}, indent=1, sort_keys=True).encode())
    return report


def _read_manifest(work):
    with contextlib.suppress(OSError, ValueError, KeyError):
        return dict(json.loads((work / MARKER).read_text(encoding="utf-8"))["laid"])
    return {}


def _digest(content):
    return hashlib.sha256(content).hexdigest()


def _put(path, content):
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(path.name + ".part")
    half.write_bytes(content)
    os.replace(half, path)


def hand_back(work, folder, score, page):
    """Lay a lesson's feedback page into `work` and note its points in the record; returns where
    it lies.
    """
    target = Path(work) / FEEDBACK / f"{folder}.html"
    target.parent.mkdir(exist_ok=True)
    shutil.copyfile(page, target)
    record.note(work, "graded", lesson=folder[3:], score=score)
    return target


def title(question, name):
    """The heading of a question's text without its points; without one, the exercise's name."""
    found = re.search(r"^#+ *(.*?)(?: *\([\d.]+ points?\))? *$", question, re.MULTILINE)
    return found.group(1) if found else name
