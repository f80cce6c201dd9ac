"""Every file that an LMS gave out, from a folder or a zip, with a way to read it or the reason why
it cannot be read. Nothing is left out without a word, and no file's damage stops the others.
"""

import contextlib
import os
import re
import shutil
import stat
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

MAX_BYTES = 64 * 2**20  # of one file, and of one learner's files together
MAX_CONTAINER_BYTES = 4 * 2**30  # a zip that holds a whole class
_JUNK_FOLDERS = {"__MACOSX", ".git", ".venv", "__pycache__", ".ipynb_checkpoints", "node_modules"}
_JUNK_NAMES = {".ds_store", "thumbs.db", "desktop.ini", "ehthumbs.db"}
_ENCRYPTED, _UTF8 = 0x1, 0x800  # marks of an entry of a zip
_FIRST = b"PK\x03\x04"  # a zip's first file
_DRIVE = re.compile(r"^[A-Za-z]:")


class Unreadable(Exception):
    """A file cannot be read; the message is the reason, without the file's name."""


@dataclass(frozen=True)
class Arrival:
    """A file (or an empty folder) as it arrived: `name` is its path, "/" between its parts."""

    name: str
    reader: Callable = None  # () -> bytes; None for an empty folder
    size: int = 0
    problem: str = ""  # why it cannot be read
    open: Callable = None  # () -> binary file, for a zip that holds a class

    @property
    def is_folder(self):
        return self.reader is None and not self.problem

    def read(self):
        """Its bytes. Raises Unreadable, whatever is wrong."""
        if self.problem:
            raise Unreadable(self.problem)
        if self.size > MAX_BYTES:
            raise Unreadable(f"it has more than {MAX_BYTES // 2**20} MB")
        try:
            return self.reader()
        except OSError as problem:
            raise Unreadable(f"it cannot be read ({problem.strerror or problem})") from None
        except Exception:  # zipfile and its decompressors raise a dozen kinds for damaged data
            raise Unreadable("it is damaged") from None


def is_junk(name):
    """Whether a path is a computer's own (resource forks, caches, checkpoints), nobody's work."""
    parts = name.split("/")
    return (
        not _JUNK_FOLDERS.isdisjoint(parts)
        or parts[-1].lower() in _JUNK_NAMES
        or parts[-1].startswith("._")
    )


def in_folder(folder):
    """The Arrivals below a folder, in order of their names. Links are named, never followed."""
    folder, found = Path(folder), []

    def name(path):
        return Path(path).relative_to(folder).as_posix()

    def unreadable(problem):
        if problem.filename:
            found.append(Arrival(name(problem.filename), problem="the folder cannot be opened"))

    for top, folders, files in os.walk(folder, onerror=unreadable):
        links = [each for each in folders if os.path.islink(os.path.join(top, each))]
        if not folders and not files and Path(top) != folder:
            found.append(Arrival(name(top)))
        for each in [*links, *files]:
            found.append(_plain_file(os.path.join(top, each), name(os.path.join(top, each))))
    return sorted(found, key=lambda arrival: arrival.name)


def _plain_file(path, name):
    try:
        about = os.lstat(path)
    except OSError as problem:
        return Arrival(name, problem=f"it cannot be read ({problem.strerror})")
    if stat.S_ISLNK(about.st_mode):
        return Arrival(name, problem="it is a link to another file, not a file")
    if not stat.S_ISREG(about.st_mode):
        return Arrival(name, problem="it is no plain file")
    path = Path(path)
    return Arrival(name, path.read_bytes, about.st_size, open=lambda: open(path, "rb"))


def in_zip(file):
    """(Arrivals of a zip in its own order, why it cannot be opened or ""). `file`: path or file."""
    try:
        archive = zipfile.ZipFile(file)
        # The list of a zip stands at its end. Of one that is cut off the list is missing, and
        # that of a zip inside may be taken for it.
        archive.fp.seek(0)
        begins = archive.fp.read(len(_FIRST)) == _FIRST
        if begins and min((each.header_offset for each in archive.infolist()), default=1):
            raise zipfile.BadZipFile
    except Exception:  # damaged, cut off, or no zip at all: many kinds of exception
        return [], "the zip cannot be read: it is damaged, cut off, or no zip"
    found, folders = [], {}
    for entry in archive.infolist():
        name = _name_in_zip(entry)
        if name.endswith("/"):
            folders[name.strip("/")] = None
            continue
        found.append(_in_archive(archive, entry, name))
    full = {
        "/".join(each.name.split("/")[:n])
        for each in found
        for n in range(each.name.count("/") + 1)
    }
    full |= {"/".join(name.split("/")[:n]) for name in folders for n in range(name.count("/") + 1)}
    return [*found, *(Arrival(name) for name in folders if name and name not in full)], ""


def _in_archive(archive, entry, name):
    problem = ""
    if stat.S_ISLNK(entry.external_attr >> 16):
        problem = "it is a link to another file, not a file"
    elif entry.flag_bits & _ENCRYPTED:
        problem = "it is locked with a password"
    return Arrival(
        name, lambda: archive.read(entry), entry.file_size, problem, lambda: archive.open(entry)
    )


def unpacked_to_disk(arrival):
    """A zip of a class that lies in another zip, as a temporary file. Raises Unreadable."""
    if arrival.problem or arrival.size > MAX_CONTAINER_BYTES:
        raise Unreadable(arrival.problem or f"it has more than {MAX_CONTAINER_BYTES // 2**30} GB")
    copy = tempfile.TemporaryFile()  # noqa: SIM115 (it stays open as long as its entries are read)
    try:
        with arrival.open() as file:
            shutil.copyfileobj(file, copy)
    except Exception:  # see Arrival.read
        copy.close()
        raise Unreadable("it is damaged") from None
    return copy


def _name_in_zip(entry):
    """An entry's path with "/" between its parts and no way out of its folder.

    Zips without the mark for UTF-8 hold UTF-8 all the same where a Mac made
    them; zipfile has then read the bytes as code page 437.
    """
    name = entry.filename
    if not entry.flag_bits & _UTF8:
        with contextlib.suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    name = name.replace("\\", "/")
    inside = inner(name)
    return inside + "/" if name.endswith("/") else inside


def inner(name):
    """A relative path without drive, root and "..": it stays inside the folder it is put into."""
    parts = _DRIVE.sub("", name, count=1).replace("\0", "").split("/")
    return "/".join(part for part in parts if part not in ("", ".", "..")) or "file"
