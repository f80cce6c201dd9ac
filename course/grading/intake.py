"""From a learner's work/ to an LMS, and from what the LMS gives out to nbgrader's submitted/.

Canvas names files `doejane_1234_5678_title.ipynb` (with `LATE` after the name
where it was late, and `-1` before the ending where it was handed in again);
Moodle makes a folder `Jane Doe_1234_assignsubmission_file_` for each learner,
or puts that name before the file's. Both come as a folder or a zip, and each
file may be the notebook or the zip that `pack` made.
"""

import io
import json
import re
import unicodedata
import zipfile
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from course.check import written
from course.grading import doctor

MAX_FILES = 100
MAX_BYTES = 64 * 2**20  # of one learner's files together, unpacked
_CANVAS = re.compile(
    r"^(?P<name>[^_/]+)_(?:(?P<late>LATE)_)?(?P<user>\d+)_(?P<number>\d+)_(?P<file>[^/]+)$"
)
_MOODLE = re.compile(r"^(?P<name>[^_/]+)_(?P<number>\d+)_assignsubmission_file_?/?(?P<file>.+)$")
_AGAIN = re.compile(r"-\d+(?=\.\w+$)")


class NotHandedOut(Exception):
    """The folder or zip is nothing that can be collected; the message says why."""


@dataclass
class Received:
    """One learner's files of one lesson, {name: bytes}, and what was found."""

    learner: str
    lesson: object = None
    files: dict = field(default_factory=dict)
    said: list = field(default_factory=list)


def pack(folder, notebook, release, target):
    """Zip a learner's folder for an LMS; returns what the doctor says of the notebook, and how long
    its written answers are: two lists of sentences.

    `release` is the lesson's released notebook, `target` the zip's path.
    """
    found = doctor.examine((folder / notebook).read_bytes(), release, release.metadata["course"])
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(
            path
            for path in folder.rglob("*")
            if path.is_file() and not path.is_symlink() and ".ipynb_checkpoints" not in path.parts
        ):
            archive.write(path, f"{folder.name}/{path.relative_to(folder).as_posix()}")
    return found.said, _lengths(found.notebook)


def _lengths(nb):
    """One sentence a written answer of a notebook that the doctor built: its words and the limit."""
    return [
        f"Your written answer: {written.length(cell.source)}"
        for cell in (nb.cells if nb else ())
        if cell.cell_type == "markdown" and cell.metadata.get("nbgrader", {}).get("solution")
    ]


def collect(handed_out, lessons, only=None):
    """What an LMS gave out, sorted to learners: a list of Received, those without a lesson
    included.

    `lessons` are those that can be handed in; `only` is the one that all this
    is, where the notebooks do not say. Raises NotHandedOut.
    """
    handed_out = Path(handed_out)
    found = {}
    try:
        entries = list(_entries(handed_out))
    except zipfile.BadZipFile:
        raise NotHandedOut(f"{handed_out.name} is no zip that can be read.") from None
    for name, content in entries:
        told = _MOODLE.match(name) or _CANVAS.match(PurePosixPath(name).name)
        if told is None:
            continue
        about = told.groupdict()
        # Canvas's number of a user stays; Moodle's is another one for every assignment.
        learner = "-".join(filter(None, (_plain_name(about["name"]), about.get("user"))))
        received = found.setdefault((learner, about["number"]), Received(learner))
        if about.get("late"):
            received.said.append("The LMS says that it came late.")
        for inner, data in _unpacked(about["file"], content, received):
            received.files[inner] = data
    if not found:
        raise NotHandedOut(
            f"Nothing in {handed_out.name} is named as Canvas or Moodle name what learners"
            " handed in."
        )
    _tell_namesakes_apart(found)
    return [_sorted_out(received, lessons, only) for received in found.values()]


def lay_out(received, submitted, examine):
    """Write one Received into `submitted`/<learner>/<lesson>/; returns whether it replaced
    something else.

    `examine(lesson, data)` gives the doctor's sentences.
    """
    folder = Path(submitted) / received.learner / received.lesson.folder
    notebook = f"{received.lesson.slug}.ipynb"
    before = (folder / notebook).read_bytes() if (folder / notebook).exists() else None
    for name, data in received.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    received.said += examine(received.lesson, received.files[notebook])
    return before not in (None, received.files[notebook])


def _entries(handed_out):
    """(relative name, bytes) of all files in a folder or zip."""
    if handed_out.is_dir():
        for path in sorted(
            path for path in handed_out.rglob("*") if path.is_file() and not path.is_symlink()
        ):
            if path.stat().st_size <= MAX_BYTES:
                yield path.relative_to(handed_out).as_posix(), path.read_bytes()
        return
    with zipfile.ZipFile(handed_out) as archive:
        for entry in archive.infolist():
            if not entry.is_dir() and entry.file_size <= MAX_BYTES:
                yield entry.filename, archive.read(entry)


def _unpacked(name, content, received):
    """A file, or the files of a zip, with names that stay inside a folder."""
    if not name.endswith(".zip"):
        yield _AGAIN.sub("", _inside(name)), content
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(entries) > MAX_FILES or sum(entry.file_size for entry in entries) > MAX_BYTES:
                received.said.append(
                    f"The zip holds more than {MAX_FILES} files or {MAX_BYTES // 2**20} MB and was"
                    " not unpacked."
                )
                return
            folders = {
                PurePosixPath(entry.filename).parts[0]
                for entry in entries
                if len(PurePosixPath(entry.filename).parts) > 1
            }
            for entry in entries:
                parts = PurePosixPath(_inside(entry.filename)).parts
                yield (
                    "/".join(parts[1:] if len(folders) == 1 and len(parts) > 1 else parts),
                    archive.read(entry),
                )
    except (
        zipfile.BadZipFile,
        RuntimeError,
        NotImplementedError,
        EOFError,
        OSError,
    ):  # damaged, or with a password
        received.said.append("The zip cannot be read.")


def _inside(name):
    """A relative name without any way out of its folder."""
    return (
        "/".join(
            part
            for part in PurePosixPath(name.replace("\\", "/")).parts
            if part not in ("..", "/", ".") and ":" not in part
        )
        or "file"
    )


def _plain_name(name):
    """A learner's name as a folder: letters of any script, digits and hyphens."""
    return (
        re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", name).lower()).strip("-") or "learner"
    )


def _tell_namesakes_apart(found):
    """Two learners of one name in one hand-out: both get the LMS's number."""
    names = [received.learner for received in found.values()]
    for (_, number), received in found.items():
        if names.count(received.learner) > 1:
            received.said.append(
                f"Somebody else is called '{received.learner}' too: the number in the LMS tells"
                " them apart."
            )
            received.learner = f"{received.learner}-{number}"


def _sorted_out(received, lessons, only):
    """Find the lesson and give its notebook the name that nbgrader expects."""
    by_slug = {lesson.slug: lesson for lesson in lessons}
    notebooks = [name for name in received.files if name.endswith(".ipynb")]
    told = {
        name: by_slug.get(
            _told_lesson(received.files[name])
            or re.sub(r"[^a-z_].*$", "", PurePosixPath(name).name)
        )
        for name in notebooks
    }
    fitting = [name for name in notebooks if told[name] is not None and only in (None, told[name])]
    if not fitting and only and notebooks:
        fitting, told = notebooks[:1], {notebooks[0]: only}
    if not fitting:
        received.said.append(
            "There is no notebook of a lesson among the files: "
            + (", ".join(sorted(received.files))[:120] or "none could be read")
            + "."
        )
        return received
    if len(fitting) > 1:
        received.said.append(
            f"It holds {len(fitting)} notebooks of lessons; '{fitting[0]}' counts."
        )
    received.lesson = told[fitting[0]]
    content = received.files.pop(fitting[0])
    received.files = {
        name: data for name, data in received.files.items() if not name.endswith(".ipynb")
    }
    received.files[f"{received.lesson.slug}.ipynb"] = content
    return received


def _told_lesson(data):
    """The lesson that a notebook's metadata name, or None."""
    try:
        told = json.loads(data.decode("utf-8-sig"))["metadata"]["course"]["lesson"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return told if type(told) is str else None
