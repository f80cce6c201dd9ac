"""From a learner's work/ to an LMS, and from what the LMS gives out to nbgrader's submitted/.

Nobody is lost: every file that arrives is laid out in
submitted/<learner>/<lesson>/, kept in submitted/<learner>/.kept/<lesson>/ (what
was replaced; copies and older tries that do not count), or named with the reason.
"""

import contextlib
import datetime
import errno
import hashlib
import io
import os
import re
import shutil
import unicodedata
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path, PurePosixPath

import nbformat

from course.check import written
from course.grading import arrivals, doctor, kinds, layouts
from course.grading.arrivals import MAX_BYTES, Arrival, Unreadable

MAX_FILES = 100  # of one learner's hand-in, unpacked
DEPTH = 3  # zips in zips
KEPT = ".kept"
NOBODY = "?"  # stands for the learner where a file tells nobody's name
STAMP = "timestamp.txt"  # nbgrader's own: when something was handed in
_NAMED = 20  # as many names are listed in one sentence
_LONGEST_NAME = 60  # of a file as it is kept where it cannot have its own name
_CANVAS_MARK = re.compile(r"-(?P<mark>\d{1,2})(?=\.\w+$|$)")
_TEXTS = {".txt", ".json", ""}  # what programs make of the ending .ipynb
_NAME_ERRORS = {
    errno.ENAMETOOLONG,
    errno.EINVAL,
    errno.EILSEQ,
    errno.ENOTDIR,
    errno.EISDIR,
    errno.EEXIST,
    errno.ENOENT,
}
_OFFICE = {".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub", ".jar"}  # zips inside


class NotHandedOut(Exception):
    """The folder or zip is nothing that can be collected; the message says why."""


@dataclass
class Received:
    """One learner's hand-in of one lesson, {name: bytes}, and what was found.

    `files` go to the lesson's folder, `beside` is kept beside it; `left` names
    what could be neither, and `said` has the sentences, those about `left` included.
    """

    learner: str
    lesson: object = None
    files: dict = field(default_factory=dict)
    beside: dict = field(default_factory=dict)
    left: list = field(default_factory=list)
    said: list = field(default_factory=list)
    junk: int = 0  # files of the computer's own, which are nobody's work
    has_notebook: bool = False
    layout: str = ""
    number: str = ""  # the platform's of this hand-in; of another lesson it has another one
    shared: str = ""  # the name, where somebody else in the same download has it too
    late: bool = False
    time: object = None  # the platform's, a datetime
    mark: list = field(default_factory=list)  # sorts tries of one learner, where the platform does

    def lose(self, name, reason):
        self.left.append(name)
        self.said.append(f"'{name}' was left out: {reason}.")


@dataclass
class Row:
    """What became of one hand-in. `state`: "laid out", "replaced" (an earlier one), "older" (than
    what lies there; kept beside) or "refused". `whole`: nothing of it needs a person.
    """

    lesson: str
    learner: str
    state: str
    said: list
    whole: bool


@dataclass
class _File:
    name: str  # inside the hand-in
    data: bytes
    told: object  # what the platform said of it
    junk: bool = False  # the computer's own, such as a checkpoint
    direct: bool = False  # handed in by itself, not in a zip

    @cached_property
    def is_notebook(self):
        path = PurePosixPath(self.name.rstrip(". "))
        if path.suffix.lower() == ".ipynb":
            return not path.name.startswith("._")
        return path.suffix.lower() in _TEXTS and kinds.notebook(self.data) is not None


class _Budget:
    """What is left of the files and bytes that one learner may hand in."""

    def __init__(self):
        self.files, self.bytes = MAX_FILES, MAX_BYTES

    def read(self, arrival):
        """The file's bytes. Raises Unreadable."""
        if self.files < 1 or arrival.size > self.bytes:
            raise _Spent(
                f"a learner's files together are more than {MAX_FILES} files or"
                f" {MAX_BYTES // 2**20} MB"
            )
        data = arrival.read()
        self.files, self.bytes = self.files - 1, self.bytes - len(data)
        return data


class _Spent(Unreadable):
    """The learner's files together are too many or too large."""


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


def take_in(
    handed_out, root, lessons, examine, collected, only=None, pattern=None, zone=None, times=None
):
    """Lay out what an LMS gave out below `root`; yields a Row for each hand-in and one for what
    tells nobody's name.

    `examine(lesson, data)` gives the doctor's Diagnosis; `collected` is the
    Collected of the root; `zone` is the time zone of an LMS that writes none
    (default: UTC); `times` is {Moodle's number of a participant: datetime}. For the rest, and what
    it raises, see `collect`.
    """
    submitted = Path(root) / "submitted"
    for received in collect(handed_out, lessons, only, pattern):
        if received.lesson is None:
            if received.learner != NOBODY:
                collected.refuse(received.learner, "?", received.said)
            whole = received.learner == NOBODY and not received.left
            state = "laid out" if whole else "refused"
            yield Row("?", received.learner, "" if whole else state, received.said, whole)
        else:
            _recognise(received, collected)
            if received.layout == "Moodle" and not received.time:
                received.time = (times or {}).get(received.number)
            if received.time:
                received.files[STAMP] = _stamp(received.time, zone)
            yield _laid_out(received, submitted, examine, collected)
        collected.save()


def _stamp(time, zone):
    """The content of nbgrader's timestamp.txt."""
    if time.tzinfo is None:
        time = time.replace(tzinfo=zone or datetime.UTC)
    return time.astimezone(datetime.UTC).strftime("%Y-%m-%d %H:%M:%S UTC").encode()


def collect(handed_out, lessons, only=None, pattern=None):
    """What an LMS gave out, sorted to learners: yields a Received for each, those without a lesson
    included, and one of NOBODY for what tells no name.

    `lessons` are those that can be handed in; `only` is the one that all this
    is, where the notebooks do not say. `pattern`: see layouts.own_pattern. Raises NotHandedOut.
    """
    handed_out = Path(handed_out)
    with contextlib.ExitStack() as opened:
        found = _arrived(handed_out, pattern, opened)
        people, unknown = _people(found, pattern)
        if not people:
            people, unknown = _by_its_own_name(handed_out, found, pattern) or (people, unknown)
        usual, waiting = Counter(), []
        for person in people:
            received = _received(person, lessons, only, None)
            if received is None:  # it does not say which lesson it is; the others may
                waiting.append(person)
                continue
            usual[received.lesson] += 1
            yield received
        (lesson, _), *more = usual.most_common() or [(None, 0)]
        for person in waiting:
            yield _received(person, lessons, only, lesson, last=True, alone=not more)
        if more and lesson:
            unknown.said.append(
                f"Most of this is {lesson.folder}; of other lessons: "
                + ", ".join(f"{count} of {other.folder}" for other, count in more)
                + ". Look whether they were meant."
            )
        if unknown.said:
            yield unknown


# Whose it is ----------------------------------------------------------------------------------


def _arrived(handed_out, pattern, opened):
    """The Arrivals of a folder or zip; of the zips in it, where those hold the class."""
    if handed_out.is_dir():
        found = arrivals.in_folder(handed_out)
    else:
        found, problem = arrivals.in_zip(handed_out)
        if problem:
            with open(handed_out, "rb") as file:
                kind = kinds.what(file.read(MAX_FILES))
            raise NotHandedOut(
                f"{handed_out.name} is no zip that can be read"
                + (f": it is {kind}." if kind else ". Download it again.")
            )
    if not any(not each.is_folder for each in found) and not any(
        layouts.told(each.name, pattern) for each in found
    ):
        raise NotHandedOut(
            f"Nothing is in {handed_out.name}: no file, and no folder as Canvas or Moodle name"
            " theirs."
        )
    return _classes_unpacked(found, pattern, opened) or found


def _classes_unpacked(found, pattern, opened, depth=DEPTH):
    """The same with the outermost zips opened, until names of a platform appear; None if they
    never do.
    """
    work = [each for each in found if not arrivals.is_junk(each.name)]
    if any(layouts.told(each.name, pattern) for each in work):
        return found
    top = min((each.name.count("/") for each in work), default=0)
    zips = [
        each for each in work if each.name.count("/") == top and each.name.lower().endswith(".zip")
    ]
    if not zips or not depth:
        return None
    inside = []
    for each in zips:
        try:
            file = opened.enter_context(arrivals.unpacked_to_disk(each))
            entries, problem = arrivals.in_zip(file)
        except Unreadable as reason:
            entries, problem = [], str(reason)
        inside += [_renamed(entry, f"{each.name}/{entry.name}") for entry in entries]
        if problem:
            inside.append(Arrival(each.name, problem=problem))
    opened_up = [each for each in found if each not in zips] + inside
    further = _classes_unpacked(opened_up, pattern, opened, depth - 1)
    # Where one zip is all that there is, it is what lies in it that is named.
    return further or (opened_up if len(work) == 1 else None)


def _renamed(arrival, name):
    return Arrival(name, arrival.reader, arrival.size, arrival.problem, arrival.open)


def _holds_a_notebook(arrival):
    """Whether a file is somebody's notebook, whatever it is called."""
    if arrival.is_folder or arrival.problem or arrival.size > MAX_BYTES:
        return False
    with contextlib.suppress(Unreadable):
        return kinds.notebook(arrival.read()) is not None
    return False


def _people(found, pattern):
    """([[(Told, Arrival)] of one person], a Received of NOBODY for the rest)."""
    unknown, known, untold, junk = Received(NOBODY), [], [], []
    for arrival in found:
        told = layouts.told(arrival.name, pattern)
        if "__MACOSX" in arrival.name.split("/") or (
            arrivals.is_junk(arrival.name) and (told is None or told.own_name)
        ):
            junk.append(arrival.name)
        elif told is None:
            untold.append(arrival)
        else:
            known.append((told, arrival))
    if not known and not pattern:
        known = [(layouts.classroom(each.name), each) for each in untold]
        untold = [each for told, each in known if told is None]
        known = [(told, each) for told, each in known if told is not None]
    known, doubtful = _not_chosen_by_a_learner(known, untold)
    for arrival in untold:
        if layouts.is_platforms_own(arrival.name) and not _holds_a_notebook(arrival):
            unknown.said.append(f"'{arrival.name}' is the LMS's own list.")
        elif not arrival.is_folder:
            unknown.lose(
                arrival.name,
                arrival.problem
                or "its name does not say whose it is. Name it as your LMS does, or give --pattern",
            )
        else:
            unknown.lose(f"{arrival.name}/", "the folder is empty and its name says nobody's")
    for _, arrival in doubtful:
        unknown.lose(
            arrival.name,
            "it lies in a folder of its own, and the name in the file's name may have been chosen"
            " by somebody else. Give --pattern",
        )
    if junk:
        unknown.said.append(_about_junk(len(junk)))
    heads = layouts.blackboard_ids(
        list(dict.fromkeys(told.key[1] for told, _ in known if told.layout == "Blackboard"))
    )
    people = {}
    for told, arrival in known:
        people.setdefault(told.key, []).append((told, arrival))
    named = [(heads.get(items[0][0].key[1]) if heads else None, items) for items in people.values()]
    named = [(name or items[0][0].learner, items) for name, items in named]
    return _told_apart(named), unknown


def _not_chosen_by_a_learner(known, untold):
    """(those that count, those in doubt). In a folder that a platform made for one learner, a file
    may be called what its owner wants; so names of files count only where those of many lie side
    by side, or where nothing else is there.
    """
    folders = {}
    for told, arrival in known:
        if told.own_name:
            folders.setdefault(_folder(arrival), set()).add(told.key)
    stray = {_folder(each) for each in untold if not each.is_folder} - {""}
    doubt = {
        folder
        for folder, keys in folders.items()
        if folder and (stray - {folder} or (len(keys) == 1 and (len(folders) > 1 or stray)))
    }
    in_doubt = [told.own_name and _folder(arrival) in doubt for told, arrival in known]
    return (
        [each for each, bad in zip(known, in_doubt, strict=True) if not bad],
        [each for each, bad in zip(known, in_doubt, strict=True) if bad],
    )


def _folder(arrival):
    return arrival.name.rpartition("/")[0]


def _by_its_own_name(handed_out, found, pattern):
    """_people, where what was given to `collect` is one learner's folder or zip by its name."""
    if handed_out.is_dir():
        again = [_renamed(each, f"{handed_out.name}/{each.name}") for each in found]
    else:
        again = [Arrival(handed_out.name, handed_out.read_bytes, handed_out.stat().st_size)]
    people, unknown = _people(again, pattern)
    return (people, unknown) if people and people[0][1][0][0].layout != "Google Classroom" else None


def _told_apart(named):
    """[(learner, shared name or "", items)]: two learners of one name both get the LMS's
    number.
    """

    def folded(name):  # some file systems take these for one
        return unicodedata.normalize("NFC", name).casefold()

    count = Counter(folded(name) for name, _ in named)
    found = []
    for name, items in named:
        told = items[0][0]
        if count[folded(name)] > 1:
            number = told.number or hashlib.sha256(repr(told.key).encode()).hexdigest()[:6]
            found.append((f"{name}-{number}", items, name))
        else:
            found.append((name, items, ""))
    return found


# What counts ----------------------------------------------------------------------------------


def _received(person, lessons, only, usual, last=False, alone=False):
    """A person's hand-in. None where it does not say which lesson it is, unless this is the `last`
    try: then `usual`, what most others handed in, decides (`alone`: what all others did).
    """
    learner, items, shared = person
    first = items[0][0]
    received = Received(learner, layout=first.layout, number=first.number, shared=shared)
    if shared:
        received.said.append(
            f"Somebody else is called '{shared}' too: the number in the LMS tells them apart."
        )
    if first.layout == "Google Classroom":
        received.said.append("The name comes from the file's own name: check whose it is.")
    files = _read(items, received)
    books = [each for each in files if each.is_notebook]
    by_book = {id(each): _lesson_of(each, lessons) for each in books}
    told = {by_book[id(each)] for each in books if not each.junk} or set(by_book.values())
    told.discard(None)
    lesson = only or (next(iter(told)) if len(told) == 1 else None)
    if lesson is None:
        if not last:
            return None
        if told:
            lesson = usual if usual in told else min(told, key=lambda each: each.folder)
        elif alone:
            lesson = usual
    fitting = []
    if lesson is not None:
        fitting = [each for each in books if by_book[id(each)] == lesson] or books
    received.lesson = lesson
    counting = min(fitting, key=lambda each: _rank(each, lesson)) if fitting else None
    attempt = counting.told.attempt if counting else max(told.attempt for told, _ in items)
    of_attempt = [told for told, _ in items if told.attempt == attempt]
    received.late = any(told.late for told in of_attempt)
    received.time = max((told.time for told in of_attempt if told.time), default=None)
    if received.late:
        received.said.append("The LMS says that it came late.")
    _sort_out(received, files, counting, attempt)
    return received


def _rank(file, lesson):
    """The lowest counts: the LMS's newest try, then the lesson's own name, then the newest upload."""
    path = PurePosixPath(file.name)
    stem = path.name.strip(". ")
    if file.told.layout == "Canvas" and file.direct:
        stem = _CANVAS_MARK.sub("", stem)
    own = stem.casefold() == f"{lesson.slug}.ipynb"
    return (
        file.junk,
        [-ord(letter) for letter in file.told.attempt],
        not own,
        -file.told.order,
        path.parent.name != lesson.folder,
        path.suffix.lower() != ".ipynb",
        not stem.casefold().startswith(lesson.slug),
        len(path.parts),
        file.name,
    )


def _sort_out(received, files, counting, attempt):
    """Give every file its place: the lesson's folder, or beside it."""
    base = str(PurePosixPath(counting.name).parent) + "/" if counting else "./"
    folders = [base] + (
        [f"{received.lesson.folder}/", f"{received.lesson.slug}/"] if received.lesson else []
    )
    beside, other_books = [], []
    for file in sorted(files, key=lambda each: -each.told.order):
        name = next(
            (file.name.removeprefix(each) for each in folders if file.name.startswith(each)),
            file.name,
        )
        if file is counting:
            continue
        if file.junk:
            received.junk += 1
        elif file.is_notebook:
            other_books.append(file.name)
            _put_beside(received, name, file.data)
        elif file.told.attempt != attempt or name in received.files or name.lower() == STAMP:
            beside.append(file.name)
            _put_beside(received, name, file.data)
        else:
            received.files[name] = file.data
    if counting:
        received.has_notebook = True
        received.mark = [counting.told.attempt, counting.told.order]
        received.files[f"{received.lesson.slug}.ipynb"] = counting.data
        if counting.junk:
            received.said.append(f"Only a checkpoint was handed in, '{counting.name}'; it counts.")
    elif received.said or received.left or files or received.junk:
        received.said.append(
            "There is no notebook of a lesson among the files: "
            + (
                _listed(sorted(_described(each) for each in files if not each.junk))
                or "there are none that can be read"
            )
            + "."
        )
    else:
        received.said.append("Nothing was handed in.")
    if counting and other_books:
        received.said.append(
            f"It holds {len(other_books) + 1} notebooks of lessons; '{counting.name}' counts."
            f" Kept beside it: {_listed(other_books)}."
        )
    for name in beside:
        if PurePosixPath(name).name.lower() == STAMP:
            received.said.append(
                f"'{name}' is the learner's own and tells no time; it is kept beside."
            )
    if others := [name for name in beside if PurePosixPath(name).name.lower() != STAMP]:
        received.said.append(f"From an older try, or twice; kept beside: {_listed(others)}.")
    if received.junk:
        received.said.append(_about_junk(received.junk))
    if received.layout == "Canvas":
        for file in files:
            plain = _CANVAS_MARK.sub("", file.name)
            if file.direct and file.name in received.files and plain not in received.files:
                received.files[plain] = file.data  # as it was called before Canvas marked the try


def _put_beside(received, name, data):
    while received.beside.get(name, data) != data:
        name = f"{hashlib.sha256(data).hexdigest()[:8]}/{name}"
    received.beside[name] = data


def _about_junk(count):
    return (
        f"{count} file(s) of the computer's own were left out (__MACOSX, .DS_Store, checkpoints and"
        " their like)."
    )


def _described(file):
    kind = kinds.what(file.data)
    return f"'{file.name}'" + (f" ({kind})" if kind else "")


def _listed(names):
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def _read(items, received):
    """The _Files of a person, zips unpacked; what cannot be read is named."""
    budget, files = _Budget(), []
    newest_first = sorted(items, key=lambda item: (item[0].attempt, item[0].order), reverse=True)
    # notebooks before what may be too much
    newest_first.sort(key=lambda item: not item[1].name.lower().endswith(".ipynb"))
    for told, arrival in newest_first:
        if told.is_mark or arrival.is_folder:
            continue
        name = told.file or arrival.name.rpartition("/")[2]
        if told.says:
            received.said.append(f"A {told.says} was handed in in place of a file, or beside one.")
        try:
            data = budget.read(arrival)
        except Unreadable as reason:
            received.lose(name, reason)
            continue
        files.append(_File(name, data, told, arrivals.is_junk(name), direct=True))
        if _is_zip(name, data):
            entries, problem = _unpack(files[-1], received, budget, DEPTH)
            if problem:
                received.lose(name, problem)
                _put_beside(received, name, data)
            files[-1:] = entries
    return files


def _is_zip(name, data):
    suffix = PurePosixPath(name.lower().rstrip(". ")).suffix
    return suffix == ".zip" or (data.startswith(b"PK\x03\x04") and suffix not in _OFFICE)


def _unpack(file, received, budget, depth):
    """([_File] of a zip, why it cannot be opened or ""). Notebooks are read first, in case that
    there is too much.
    """
    entries, problem = arrivals.in_zip(io.BytesIO(file.data))
    files, too_many = [], 0
    entries.sort(
        key=lambda each: (
            arrivals.is_junk(each.name),
            not each.name.lower().endswith(".ipynb"),
            each.name.count("/"),
        )
    )
    for entry in entries:
        junk = arrivals.is_junk(entry.name)
        if entry.is_folder:
            continue
        try:
            data = budget.read(entry)
        except _Spent:
            too_many += not junk
            received.junk += junk
            continue
        except Unreadable as reason:
            received.junk += junk
            if not junk:
                received.lose(entry.name, reason)
            continue
        inner = _File(entry.name, data, file.told, junk)
        if _is_zip(entry.name, data) and depth and not junk:
            found, inner_problem = _unpack(inner, received, budget, depth - 1)
            if inner_problem:
                received.lose(entry.name, inner_problem)
            else:
                files += found
                continue
        files.append(inner)
    if too_many:
        received.lose(
            file.name,
            f"the zip holds more than {MAX_FILES} files or {MAX_BYTES // 2**20} MB;"
            f" {too_many} of its files are missing",
        )
    return files, problem


def _lesson_of(file, lessons):
    """The lesson that a notebook says it is: by its metadata, its name, its folder or its cells."""
    by_slug = {lesson.slug: lesson for lesson in lessons}
    raw = kinds.notebook(file.data) or {}
    with contextlib.suppress(KeyError, TypeError):
        if lesson := by_slug.get(raw["metadata"]["course"]["lesson"]):
            return lesson
    path = PurePosixPath(file.name)
    if lesson := by_slug.get(re.sub(r"[^a-z_].*$", "", path.name.lower())):
        return lesson
    for lesson in lessons:
        if lesson.folder in path.parts:
            return lesson
    names = {
        name
        for cell in raw.get("cells") or []
        if type(cell) is dict
        for name in (cell.get("id"), _grade_id(cell))
        if type(name) is str
    }
    count, lesson = max(
        ((len(names & _cells(lesson)), lesson) for lesson in lessons if names),
        key=lambda each: each[0],
        default=(0, None),
    )
    return lesson if count else None


def _grade_id(cell):
    with contextlib.suppress(KeyError, TypeError, AttributeError):
        return cell["metadata"]["nbgrader"]["grade_id"]
    return None


@cache
def _cells(lesson):
    """Names of a lesson's graded cells."""
    book = nbformat.read(lesson.notebook("release"), as_version=4)
    return frozenset(
        cell.metadata["nbgrader"]["grade_id"] for cell in book.cells if "nbgrader" in cell.metadata
    )


# Where it goes --------------------------------------------------------------------------------


def _recognise(received, collected):
    """Moodle's number of a hand-in tells two people of one name apart, over several downloads
    too.
    """
    if not received.number:
        return
    folder = received.lesson.folder
    if received.shared:
        collected.share(received.shared)
    if known := collected.learner(received.layout, folder, received.number):
        received.learner = known
        return
    before = collected.about(received.learner, folder).get("number")
    if not received.shared and (
        collected.is_shared(received.learner) or before not in (None, received.number)
    ):
        collected.share(received.learner)
        received.said.append(
            f"Somebody called '{received.learner}' with another number in the LMS has handed in"
            " before: the number tells them apart. If they are one person, rename the folder in"
            " submitted/."
        )
        received.learner = f"{received.learner}-{received.number}"


def _laid_out(received, submitted, examine, collected):
    """Lay out one Received with a lesson, note it, and say what became of it."""
    folder, learner = received.lesson.folder, received.learner
    before = collected.about(learner, folder)
    found = None
    if received.has_notebook:
        found = examine(received.lesson, received.files[f"{received.lesson.slug}.ipynb"])
    older = (
        before.get("layout") == received.layout
        and any(received.mark)
        and before.get("mark", []) > received.mark
    )
    lies_there = (submitted / learner / folder / f"{received.lesson.slug}.ipynb").exists()
    try:
        if older or (not received.has_notebook and lies_there):
            keep(submitted / learner, folder, received.files | received.beside)
            if older:
                received.said.append("A newer try lies there and counts; this one is kept beside.")
                return Row(folder, learner, "older", received.said, not received.left)
            received.said.append("What was handed in before stays and counts.")
            collected.refuse(learner, folder, received.said)
            return Row(folder, learner, "refused", received.said, False)
        replaced = lay_out(received, submitted)
    except OSError as problem:
        received.said.append(f"It could not be written: {problem.strerror}. Collect it again.")
        collected.refuse(learner, folder, received.said)
        return Row(folder, learner, "refused", received.said, False)
    collected.settle(learner, folder)
    collected.note(
        learner,
        folder,
        layout=received.layout,
        number=received.number,
        mark=received.mark,
        late=received.late,
    )
    received.said += found.said if found else []
    graded = found is not None and found.notebook is not None
    state = "refused" if not graded else "replaced" if replaced else "laid out"
    return Row(folder, learner, state, received.said, graded and not received.left)


def lay_out(received, submitted):
    """Write one Received into `submitted`/<learner>/<lesson>/; returns whether it replaced
    something else, which is kept in <learner>/.kept/. Whole or not at all. Raises OSError.
    """
    home = Path(submitted) / received.learner
    folder, half = home / received.lesson.folder, home / KEPT / ".half"
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(parents=True)
    notebook = f"{received.lesson.slug}.ipynb"
    for name, data in sorted(received.files.items(), key=lambda item: item[0] != notebook):
        if problem := _write(half / name, data):
            received.lose(name, f"{problem}; it is kept beside under a shorter name")
            _put_beside(received, _possible(name, data), data)
    before, new = _content(folder), _content(half)
    if before is not None and before != new:
        keep(home, received.lesson.folder, before)
    if before != new:
        shutil.rmtree(folder, ignore_errors=True)
        os.replace(half, folder)
    shutil.rmtree(half, ignore_errors=True)
    if received.beside:
        keep(home, received.lesson.folder, received.beside)
    with contextlib.suppress(OSError):  # it is empty where nothing was kept
        (home / KEPT).rmdir()
    return before is not None and before != new


def keep(home, lesson, files):
    """Write {name: bytes} to `home`/.kept/<lesson>/<a name made of the content>/. Raises OSError."""
    mark = hashlib.sha256()
    for name, data in sorted(files.items()):
        mark.update(name.encode("utf-8", "surrogatepass") + b"\0" + data)
    folder = home / KEPT / lesson / mark.hexdigest()[:8]
    for name, data in files.items():
        if _write(folder / name, data):
            _write(folder / _possible(name, data), data)
    folder.mkdir(parents=True, exist_ok=True)


def _write(path, data):
    """Write a new file; gives the reason where this system cannot have its name, or "". Raises
    OSError for anything else.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.read_bytes() != data:
            return "this system takes its name for that of another file"
        path.write_bytes(data)
    except ValueError as problem:  # letters that no file name can have
        return f"this system cannot have its name ({problem})"
    except OSError as problem:
        if problem.errno not in _NAME_ERRORS:
            raise
        return f"this system cannot have its name ({problem.strerror})"
    return ""


def _possible(name, data):
    """A name that every system can have."""
    plain = re.sub(r"[^\w.-]", "_", name.rpartition("/")[2], flags=re.ASCII).strip(".")
    return f"{hashlib.sha256(name.encode('utf-8', 'surrogatepass') + data).hexdigest()[:8]}-{plain[-_LONGEST_NAME:]}"


def _content(folder):
    """{name: bytes} of the files in a folder, or None where there is none."""
    if not folder.is_dir():
        return None
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()
    }
