"""The learner's record: a small file that only grows, one JSON object a line.

It lies out of sight in the learner's work folder, which is recognised by its
marker; elsewhere, and while nbgrader executes, nothing is written. What this
version cannot read (a damaged line, a newer schema) is passed over and kept.
"""

import contextlib
import datetime
import json
import os
from collections import Counter
from pathlib import Path

MARKER = ".course-work.json"
FILE = ".course-record.jsonl"
OLD_FILE = "record.jsonl"  # where it lay, in sight, before
SCHEMA = 2  # 1 had times in whole seconds and fewer kinds; both are read alike


def work_folder(start=None):
    """The learner's work folder at or above `start` (default: here), or None."""
    here = Path(start or os.getcwd()).resolve()
    return next((folder for folder in (here, *here.parents) if (folder / MARKER).is_file()), None)


def write(kind, **facts):
    """Append one line {"schema", "at", "kind", ...}; a full disk or missing folder costs
    no grade.
    """
    if not os.environ.get("NBGRADER_EXECUTION"):
        note(work_folder(), kind, **facts)


def note(folder, kind, **facts):
    """Append a line to the record in `folder`; where that is None, do nothing."""
    if folder is None:
        return
    line = {
        "schema": SCHEMA,
        "at": datetime.datetime.now(datetime.UTC).isoformat(timespec="microseconds"),
        "kind": kind,
        **facts,
    }
    with contextlib.suppress(OSError):
        _append(Path(folder) / FILE, [json.dumps(line, default=str)])


def read(folder=None):
    """All lines of the record as dicts, oldest first; a damaged line is passed over."""
    folder = folder or work_folder()
    if folder is None:
        return []
    return [json.loads(line) for line in _in_order(_lines(folder, OLD_FILE, FILE))]


def export(folder=None):
    """The whole record as the text of one file, oldest first: a JSON object a line."""
    folder = folder or work_folder()
    return "".join(line + "\n" for line in _in_order(_lines(folder, OLD_FILE, FILE)))


def take_in(text, folder=None):
    """Add what an exported `text` holds and the record does not; returns (added, damaged) lines.

    Taking the same in twice, or two files in either order, gives the same record. Raises
    ValueError where not one line can be read.
    """
    folder = Path(folder or work_folder())
    theirs, damaged = _parse(text)
    if not theirs:
        raise ValueError(
            "there is no progress in this file. It wants one that `course progress --export`, or"
            " the start page, has written."
        )
    # Counted: a line that stands twice in one of the two stands twice afterwards.
    missing = theirs - _lines(folder, FILE)
    if missing:
        _append(folder / FILE, _in_order(missing))
    return missing.total(), damaged


def move_old(folder):
    """Take in the record that lay in sight and put that file out of sight, damaged lines and
    all; a file in use waits until next time.
    """
    old = Path(folder) / OLD_FILE
    if old.is_file():
        with contextlib.suppress(OSError):
            with contextlib.suppress(ValueError):
                take_in(old.read_text(encoding="utf-8", errors="replace"), folder)
            os.replace(old, old.with_name(f".{OLD_FILE}.old"))


def _parse(text):
    """(Counter of lines in canonical form, number of lines that are no JSON object)."""
    lines, damaged = Counter(), 0
    for part in text.split("\n"):
        if not part.strip():
            continue
        try:
            line = json.loads(part)
            if not isinstance(line, dict):
                raise ValueError
            lines[json.dumps(line, sort_keys=True)] += 1
        except (ValueError, RecursionError):
            damaged += 1
    return lines, damaged


def _lines(folder, *names):
    """What these files hold together: a line as often as in the one that holds it most often."""
    lines = Counter()
    for name in names:
        with contextlib.suppress(OSError):
            text = (Path(folder) / name).read_text(encoding="utf-8", errors="replace")
            lines |= _parse(text)[0]
    return lines


def _in_order(lines):
    """A Counter's lines by their time; without one, first."""
    return sorted(lines.elements(), key=lambda line: (str(json.loads(line).get("at", "")), line))


def _append(path, lines):
    """Add lines in one write at the file's end, so that two notebooks that write at once keep each
    other's; a line that was cut (no newline at the end) is left alone.
    """
    with open(path, "ab+", buffering=0) as record:
        size = record.seek(0, os.SEEK_END)
        record.seek(max(size - 1, 0))
        cut = b"\n" if record.read(1) not in (b"", b"\n") else b""
        record.write(cut + "".join(line + "\n" for line in lines).encode("utf-8"))
