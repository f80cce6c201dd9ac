"""How learning platforms name what learners handed in: from a path to who it is.

| platform | a path in its download |
| --- | --- |
| Moodle | `Jane Doe_99_assignsubmission_file_/title.ipynb`, or flat with `_` in place of `/` |
| Canvas | `doejane_1234_5678_title.ipynb`, `doejane_LATE_1234_5678_title-1.ipynb`, `doejane_1234_link.html` |
| Canvas, anonymous | `anon_x7Kq2_5678_title.ipynb`, `LATE_anon_x7Kq2_5678_title.ipynb` |
| Blackboard | `Task_jdoe_attempt_2025-11-03-10-22-33_title.ipynb` |
| Brightspace | `12345-678 - Jane Doe - Nov 3, 2025 1022 PM/title.ipynb` |
| Sakai | `Doe, Jane(jdoe)/Submission attachment(s)/title.ipynb` |
| Teams | `Submitted files/Jane Doe/Task/Version 2/title.ipynb` |
| nbgrader's exchange | `jdoe+05_title_optimization+2025-11-03 10:22:33 UTC+random/title.ipynb` |
| Google Classroom | `Jane Doe - title.ipynb` |

Any part of a path may be where such a name begins; the outermost decides, since
what lies inside it was named by the learner.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass

import dateutil.parser

_LONGEST_ID = 80
_SAFE_ID = re.compile(r"\w[\w.@-]*")
_LONGEST_PATH = 1000  # a longer one is no platform's
_DIGITS = 6  # of a number of tries, so that they sort
# What Moodle calls everybody where names are hidden: then the number is all that there is.
_NOBODY = {
    "participant",
    "teilnehmer-in",
    "teilnehmer",
    "participante",
    "deelnemer",
    "partecipante",
}


@dataclass(frozen=True)
class Told:
    """What a path says. `file` is the learner's own name for it, "" for an empty folder."""

    layout: str
    learner: str  # id, as a folder's name
    key: tuple  # the same for all files of one person in one download
    file: str
    number: str = ""  # the platform's number of this hand-in, where it is no person's
    late: bool = False
    time: object = None  # datetime, without a time zone where the platform writes none
    attempt: str = ""  # sorts; "" where all files are of one try
    order: int = 0  # the platform's number of this file: the newer the higher
    says: str = ""  # "text" or "link", where that was handed in in place of a file
    is_mark: bool = False  # the platform's own receipt, nothing of the learner's
    own_name: bool = False  # the learner may have chosen the name that says who it is


_LAYOUTS = (
    (
        "Moodle",
        r"(?P<name>[^/]*?)_(?P<number>\d+)_assignsubmission_(?P<plugin>[a-z]+)_?/?(?P<file>.*)",
    ),
    (
        "Brightspace",
        r"(?P<user>\d+)-\d+ ?- ?(?P<name>[^/]+?) ?- ?(?P<time>[^/-]*?\d{4},? \d{1,2}:?\d\d(?: ?[AaPp]\.?[Mm]\.?)?)"
        r"(?:(?:/| ?- ?)(?P<file>.*))?",
    ),
    (
        "Sakai",
        r"(?P<name>[^/]+)\((?P<id>[^()/]+)\)/(?:Submission attachment\(s\)(?:/(?P<file>.*))?"
        r"|(?P<mark>timestamp\.txt|comments\.txt)|[^/]*(?P<says>submissionText)\.html)",
    ),
    ("Teams", r"Submitted files/(?P<name>[^/]+)/[^/]+/Version (?P<attempt>\d+)(?:/(?P<file>.*))?"),
    (
        "nbgrader",
        r"(?P<id>[^+/]+)\+[^+/]+\+(?P<time>\d{4}-\d\d-\d\d \d\d[:_]\d\d[:_]\d\d[^+/]*)(?:\+[^/]*)?"
        r"/(?P<file>.*)",
    ),
    (
        "Blackboard",
        r"(?P<head>[^/]*?[^_/])_attempt_(?P<time>\d{4}(?:-\d\d){5})"
        r"(?:_(?P<file>[^/]+)|(?P<mark>\.txt))",
    ),
    (
        "Canvas",
        r"(?:(?P<late>LATE)_)?(?P<name>anon)_(?:(?P<late2>LATE)_)?(?P<user>[A-Za-z0-9]+)_(?:(?P<late3>LATE)_)?"
        r"(?:(?P<order>\d+)_(?P<file>[^/]+)|(?P<says>link|text)\.html?)",
    ),
    (
        "Canvas",
        r"(?P<name>[^/]+?)_(?:(?P<late>LATE)_)?(?P<user>\d+)_"
        r"(?:(?P<order>\d+)_(?P<file>[^/]+)|(?P<says>link|text)\.html?)",
    ),
    (
        "Canvas",  # of a name in letters that Canvas takes out, nothing is left
        r"_?(?:(?P<late>LATE)_)?(?P<user>\d+)_"
        r"(?:(?P<order>\d+)_(?P<file>[^/]+)|(?P<says>link|text)\.html?)",
    ),
)
_LAYOUTS = tuple((name, re.compile(pattern)) for name, pattern in _LAYOUTS)
_CLASSROOM = re.compile(r"(?P<name>[^/]+?) - (?P<file>[^/]+)")
_PLATFORMS_OWN = re.compile(
    r"(?:index\.html?|grades\.(?:csv|xls)|timestamp\.txt|comments\.txt)$", re.I
)


def told(path, pattern=None):
    """What a path says, or None. `pattern` is the instructor's own, compiled (see `own_pattern`)."""
    if len(path) > _LONGEST_PATH:
        return None
    if pattern:
        found = pattern.match(path) or pattern.match(path.rpartition("/")[2])
        return found and _by_pattern(found, path)
    parts = path.split("/")
    for place in range(len(parts)):
        rest = "/".join(parts[place:])
        for layout, expression in _LAYOUTS:
            if found := expression.fullmatch(rest):
                return _told(layout, found.groupdict(), own_name=place == len(parts) - 1)
    return None


def classroom(path):
    """What Google Classroom's own names say, which any file may have: for a download in which
    nothing else is known.
    """
    found = _CLASSROOM.fullmatch(path.rpartition("/")[2])
    return found and _told("Google Classroom", found.groupdict(), own_name=True)


def own_pattern(text):
    """A pattern for another platform: a regular expression with nbgrader's group names. Raises
    ValueError with the reason.
    """
    try:
        pattern = re.compile(text)
    except re.error as problem:
        raise ValueError(f"the pattern cannot be read: {problem}.") from None
    if "student_id" not in pattern.groupindex:
        raise ValueError(
            "the pattern needs a group (?P<student_id>...); it may have (?P<file_id>...),"
            " (?P<timestamp>...) and (?P<late>...) too."
        )
    return pattern


def blackboard_ids(heads):
    """{head: learner} for what Blackboard writes before `_attempt_`: the task's name, then the
    user's, and either may hold "_". What all have in common is the task's.
    """
    split = [head.split("_") for head in heads]
    shared = 0
    while len(split) > 1 and all(
        len(parts) > shared + 1 and parts[shared] == split[0][shared] for parts in split
    ):
        shared += 1
    return {
        head: exact_name("_".join(parts[shared:] if shared else parts[-1:]))
        for head, parts in zip(heads, split, strict=True)
    }


def is_platforms_own(path):
    """Whether this is a list or mark that platforms put beside the hand-ins."""
    return "/" not in path and bool(_PLATFORMS_OWN.match(path))


def plain_name(name):
    """A name as a folder: letters of any script, digits and hyphens; never too long."""
    plain = re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", name).lower()).strip("-")
    if len(plain.encode()) > _LONGEST_ID:
        mark = hashlib.sha256(plain.encode()).hexdigest()[:8]
        plain = plain.encode()[: _LONGEST_ID - 9].decode("utf-8", "ignore") + "-" + mark
    return plain or "learner"


def exact_name(name):
    """A platform's id of a person as a folder: as it is, wherever it can be."""
    fits = _SAFE_ID.fullmatch(name) and len(name.encode()) <= _LONGEST_ID
    return name if fits else plain_name(name)


def _told(layout, about, own_name):
    name, number, time = about.get("name") or "", about.get("number") or "", about.get("time")
    user = about.get("id") or about.get("user") or about.get("head") or ""
    if layout == "Canvas" and name == "anon":
        learner = f"anon-{user}"  # small and capital letters differ
    elif about.get("id"):
        learner = exact_name(user)
    else:
        learner = "-".join(filter(None, (plain_name(name), about.get("user") or "")))
    if layout == "Moodle" and learner in _NOBODY:
        learner, number, user = f"{learner}-{number}", "", number
    says = about.get("says") or ""
    if about.get("plugin") not in (None, "file"):
        says = "text"
    time, attempt = read_time(time), about.get("attempt")
    return Told(
        layout,
        learner,
        (layout, user or (learner, number)),
        about.get("file") or "",
        number,
        late=any(about.get(group) for group in ("late", "late2", "late3")),
        time=time,
        attempt=time.isoformat() if time else attempt.zfill(_DIGITS) if attempt else "",
        order=int(about.get("order") or 0),
        says="link" if says == "link" else "text" if says else "",
        is_mark=bool(about.get("mark")),
        own_name=own_name and layout != "Moodle",
    )


def _by_pattern(found, path):
    about = found.groupdict()
    name = path.rpartition("/")[2]
    rest = path[found.end() :] if found.string == path else name[found.end() :]
    learner = exact_name(about["student_id"] or "")
    when = read_time(about.get("timestamp"))
    return Told(
        "own pattern",
        learner,
        ("own pattern", learner),
        about.get("file_id") or rest.strip("/_- ") or name,
        late=bool(about.get("late")),
        time=when,
        attempt=when.isoformat() if when else "",
    )


def read_time(text):
    """A platform's time, or None where it cannot be read as one."""
    if not text:
        return None
    if re.fullmatch(r"\d{4}(?:-\d\d){5}", text):  # Blackboard
        text = f"{text[:10]} {text[11:].replace('-', ':')}"
    text = re.sub(r" (\d{1,2})(\d\d) ?([AaPp])", r" \1:\2 \3", text).replace("_", ":")
    try:
        return dateutil.parser.parse(text)
    except (ValueError, OverflowError):
        return None
