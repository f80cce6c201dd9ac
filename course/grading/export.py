"""Grade files that Canvas and Moodle import, made from their own exports, and a plain table.

The LMS's export is the template: it knows who is who. Learners' rows are kept as they stand, and
only columns that are written here are in the file, so that nothing else in the LMS can change.

Formats, as their makers document and write them:
- Canvas, lib/gradebook_exporter.rb and lib/gradebook_importer.rb of instructure/canvas-lms, and the
  guide "How do I import grades in the Gradebook?": the header begins with Student (or LastName,
  FirstName), ID, perhaps SIS User ID, SIS Login ID, Integration ID, Root Account, and Section; then
  one column an assignment, "Title (number)"; perhaps a row "Manual Posting"; a row "    Points
  Possible"; "Student, Test" is the teacher's own view. EX is excused, N/A not assigned. A column that
  Canvas does not know becomes a new assignment.
- Moodle, MoodleDocs "Grade import" and "Grade export", grade/export/txt and grade/import/csv of
  moodle/moodle: First name, Last name, ID number, Institution, Department, Email address, then
  "Assignment: Title (Real)"; "-" is no grade; the import asks which column means whom and what.
  And an assignment's own grading worksheet: Identifier ("Participant 99"), Full name, Email address,
  Status, Grade, Maximum grade, Grade can be changed (MoodleDocs, "Assignment settings").
"""

import csv
import io
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field

from nbgrader.api import Assignment, Student, SubmittedAssignment, SubmittedNotebook

from course.authoring import layout
from course.grading.cohort import NothingGraded, graded_cells, read_grades, safe_cell

CANVAS_INFO = (
    "Student", "LastName", "FirstName", "ID", "SIS User ID", "SIS Login ID", "Integration ID",
    "Root Account", "Section",
)  # fmt: skip
CANVAS_TEST = {"Student, Test", "Test Student"}
MOODLE_INFO = (
    "First name", "Last name", "Surname", "Full name", "Username", "ID number", "Institution",
    "Department", "Email address",
)  # fmt: skip
MOODLE_WHO = {"Username", "ID number", "Email address"}
WORKSHEET = ("Identifier", "Full name", "Grade")
STAYS = {"EX", "N/A"}  # Canvas's excused and not assigned
NO_GRADE = "-"  # Moodle's
IDS = (
    "ID",
    "SIS User ID",
    "SIS Login ID",
    "Integration ID",
    "Username",
    "ID number",
    "Email address",
)


class NoTemplate(ValueError):
    """The file is not what the LMS exports; the message says what is asked for."""


@dataclass
class Column:
    """What one column of grades holds: `names` are those by which an LMS may call it, `points` is
    {learner: points}.
    """

    title: str
    names: tuple
    maximum: float
    points: dict


@dataclass
class Grades:
    """What is handed to an LMS: `learners` is {id: (first name, last name, email, LMS's id)}."""

    learners: dict
    columns: list
    waiting: dict = field(default_factory=dict)  # {lesson: answers that nobody has read}


@dataclass
class Export:
    """A file, what an instructor should know of it, and who of the grade book is not in it."""

    text: str
    said: list
    unmatched: dict  # {learner: why}
    encoding: str = "utf-8"


def read(api, lessons=(), by="lesson"):
    """The Grades of a course. `lessons` are assignments' names (default: all that were handed in);
    `by` is "lesson" (late penalties taken off, as nbgrader's export does) or "exercise" (without).
    Raises NothingGraded.
    """
    with api.gradebook as book:
        rows = read_grades(book.db, graded_cells(book.db))
        learners = {
            who: tuple(text or "" for text in about)
            for who, *about in book.db.query(
                Student.id,
                Student.first_name,
                Student.last_name,
                Student.email,
                Student.lms_user_id,
            )
        }
        penalties = defaultdict(float)
        for who, lesson, penalty in (
            book.db.query(
                SubmittedAssignment.student_id,
                Assignment.name,
                SubmittedNotebook.late_submission_penalty,
            )
            .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
            .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        ):
            penalties[who, lesson] += penalty or 0.0
    rows = rows[rows["lesson"].isin(list(lessons))] if lessons else rows
    if not len(rows):
        raise NothingGraded("nothing was graded of what is asked for: `course grade` first.")
    known = {lesson.folder: lesson for lesson in layout.lessons()}
    columns = []
    for name, own in rows.groupby("lesson", sort=True):
        lesson = known.get(name)
        title = f"{lesson.number:02d} {lesson.about['title']}" if lesson else name
        names = (title, name, *((lesson.about["title"], lesson.slug) if lesson else ()))
        if by == "exercise":
            for item, each in own.groupby("item", sort=False):
                label = item.removesuffix("_test")
                columns.append(
                    Column(
                        f"{title}: {label}",
                        tuple(f"{other}: {label}" for other in names),
                        float(each["maximum"].iloc[0]),
                        dict(zip(each["learner"], each["points"], strict=True)),
                    )
                )
            continue
        points = own.groupby("learner")["points"].sum()
        columns.append(
            Column(
                title,
                names,
                float(own.drop_duplicates("item")["maximum"].sum()),
                {who: max(value - penalties[who, name], 0.0) for who, value in points.items()},
            )
        )
    waiting = rows[rows["waiting"]].groupby("lesson").size().to_dict()
    return Grades(learners, columns, waiting)


# Templates


@dataclass
class _Sheet:
    """A file of an LMS: its rows, and how it was written."""

    rows: list
    delimiter: str
    newline: str
    encoding: str
    said: list

    def text(self, rows):
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=self.delimiter, lineterminator=self.newline).writerows(rows)
        return out.getvalue()


def read_sheet(data):
    """The rows of a table that an LMS or a spreadsheet wrote (bytes), and how it was written."""
    said = []
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text, encoding = data.decode("utf-16", errors="replace"), "utf-8"
    else:
        encoding = "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8"
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
            said.append(
                "The file is not UTF-8 (a spreadsheet saved it?); it was read as Windows-1252."
                " Compare a name with an accent."
            )
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    newline = "\r\n" if "\r\n" in text else "\n"
    return _Sheet([row for row in rows if any(row)], delimiter, newline, encoding, said)


def canvas(data, grades):
    """The Export for Canvas's "Import"; `data` is its own export as bytes. Raises NoTemplate."""
    sheet = read_sheet(data)
    head = sheet.rows[0] if sheet.rows else []
    if not head or head[0] not in ("Student", "LastName") or not {"ID", "Section"} <= set(head):
        raise NoTemplate(
            "the template is no grade export of Canvas: its first row begins with Student, ID and"
            " ends its own columns with Section. In Canvas: Grades, Export, Export Entire Gradebook."
        )
    info = [place for place, name in enumerate(head) if name in CANVAS_INFO]
    body = [_padded(row, len(head)) for row in sheet.rows[1:]]
    possible = next((row for row in body if "Points Possible" in row[0]), None)
    if possible is None:
        possible = ["    Points Possible", *[""] * (len(head) - 1)]
    people = [
        row
        for row in body
        if row is not possible and row[0].strip() and _canvas_name(head, row) not in CANVAS_TEST
    ]
    fits, unmatched = match(
        grades.learners, [_who(head, row) for row in people], _handed_in(grades)
    )
    said = list(sheet.said)
    places, most = [], []
    for column in grades.columns:
        place = _existing(head, column, r"\s*\(\d+\)$", said)
        places.append(place)
        theirs = _float(possible[place]) if place is not None else None
        most.append(theirs or column.maximum)
        if place is None:
            said.append(f"'{column.title}' is not in Canvas yet: importing makes it.")
        elif theirs and theirs != column.maximum:
            said.append(
                f"Canvas gives {theirs:g} points for '{head[place]}', here it has"
                f" {column.maximum:g}: all points were scaled."
            )
    made = [[head[place] for place in info] + _titles(head, places, grades)]
    for row in body:
        if row is possible or any(row is person for person in people):
            continue
        made.append(_kept(row, info, places))  # "Manual Posting", and the test student
    row_of = {id(row): who for who, place in fits.items() for row in [people[place]]}
    made.append(
        [possible[place] for place in info]
        + [
            possible[place] if place is not None else _points(column.maximum)
            for place, column in zip(places, grades.columns, strict=True)
        ]
    )
    stayed = set()
    for row in people:
        who, cells = row_of.get(id(row)), []
        for place, column, top in zip(places, grades.columns, most, strict=True):
            before = row[place] if place is not None else ""
            if before.strip() in STAYS and who in column.points:
                stayed.add(f"{row[0]} ({before.strip()})")
            if who not in column.points or before.strip() in STAYS:
                cells.append(before)
            else:
                cells.append(_points(column.points[who] * top / column.maximum))
        made.append([row[place] for place in info] + cells)
    if stayed:
        said.append(f"Excused or not assigned in Canvas, left so: {_some(sorted(stayed))}.")
    said += _without(people, fits, lambda row: _canvas_name(head, row))
    return Export(sheet.text(made), said, unmatched, sheet.encoding)


def moodle(data, grades):
    """The Export for Moodle's "Import" (CSV file), or for an assignment's grading worksheet; `data`
    is Moodle's own export as bytes. Raises NoTemplate.
    """
    sheet = read_sheet(data)
    head = [name.strip() for name in sheet.rows[0]] if sheet.rows else []
    body = [_padded(row, len(head)) for row in sheet.rows[1:]]
    if set(WORKSHEET) <= set(head):
        return _worksheet(sheet, head, body, grades)
    if not MOODLE_WHO & set(head):
        raise NoTemplate(
            "the template is no grade export of Moodle: it has no column 'Email address', 'ID"
            " number' or 'Username'. In Moodle, with English as your language: Grades, Export,"
            " Plain text file; or an assignment's grading worksheet."
        )
    info = [place for place, name in enumerate(head) if name in MOODLE_INFO]
    fits, unmatched = match(grades.learners, [_who(head, row) for row in body], _handed_in(grades))
    said = list(sheet.said)
    places = [
        _existing(head, column, r"\s*\((?:Real|Points)\)$", said, prefix=r"^[^:]{1,30}: ")
        for column in grades.columns
    ]
    for place, column in zip(places, grades.columns, strict=True):
        if place is None:
            said.append(f"'{column.title}' is not in Moodle yet: map it to 'new grade item'.")
        said.append(
            f"Moodle does not export maxima: the item's maximum must be {column.maximum:g} for"
            f" '{column.title if place is None else head[place]}'."
        )
    row_of = {place: who for who, place in fits.items()}
    made = [[head[place] for place in info] + _titles(head, places, grades)]
    for number, row in enumerate(body):
        who = row_of.get(number)
        made.append(
            [row[place] for place in info]
            + [
                _points(column.points[who])
                if who in column.points
                else (row[place] if place is not None else NO_GRADE)
                for place, column in zip(places, grades.columns, strict=True)
            ]
        )
    said += _without(body, fits, lambda row: _moodle_name(head, row))
    return Export(sheet.text(made), said, unmatched, sheet.encoding)


def _worksheet(sheet, head, body, grades):
    if len(grades.columns) != 1:
        raise NoTemplate(
            "the template is the grading worksheet of one assignment of Moodle: name the one lesson"
            " that it is for."
        )
    (column,) = grades.columns
    fits, unmatched = match(grades.learners, [_who(head, row) for row in body], _handed_in(grades))
    grade = head.index("Grade")
    top = next((place for place, name in enumerate(head) if name.lower() == "maximum grade"), None)
    may = next((place for place, name in enumerate(head) if name == "Grade can be changed"), None)
    said, locked = list(sheet.said), []
    for who, number in fits.items():
        row = body[number]
        if who not in column.points:
            continue
        if may is not None and row[may].strip() == "No":
            locked.append(_moodle_name(head, row))
            continue
        most = (_float(row[top]) if top is not None else None) or column.maximum
        row[grade] = _points(column.points[who] * most / column.maximum)
        if most != column.maximum and len(said) == len(sheet.said):
            said.append(
                f"Moodle gives {most:g} points for this assignment, here it has"
                f" {column.maximum:g}: all points were scaled."
            )
    if locked:
        said.append(f"Moodle does not let these grades be changed: {_some(locked)}.")
    said += _without(body, fits, lambda row: _moodle_name(head, row))
    return Export(sheet.text([sheet.rows[0], *body]), said, unmatched, sheet.encoding)


def table(grades):
    """The Export as a plain table: a row of maxima, then one row a learner."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    titles = [column.title for column in grades.columns]
    writer.writerow(["learner", "last_name", "first_name", "email", *titles])
    writer.writerow(["maximum", "", "", "", *(_points(each.maximum) for each in grades.columns)])
    for who, (first, last, email, _) in sorted(grades.learners.items()):
        cells = [
            _points(column.points[who]) if who in column.points else "" for column in grades.columns
        ]
        writer.writerow([who, safe_cell(last), safe_cell(first), email, *cells])
    return Export(out.getvalue(), [], {}, "utf-8-sig")


# Who is who


def match(learners, rows, wanted):
    """({learner: place in rows}, {learner: why nobody fits}) for the learners in `wanted`.

    `learners` is {id: (first, last, email, LMS's id)}, a row is {"ids": set of text, "number": "",
    "names": set of text}. What is surer counts first: an id that is equal, the LMS's number at the
    end of a learner's name, the name, the name without accents. Only what fits one row, and whose
    row fits one learner, counts.
    """
    fits, open_ = {}, {who: "nobody in the template has this id or name" for who in sorted(wanted)}
    taken = set()
    for ours, theirs in (
        (_their_ids, lambda row: row["ids"]),
        (_their_number, lambda row: row["number"]),
        (_their_names, lambda row: {_key(name) for name in row["names"]}),
        (_their_bare_names, lambda row: {_bare(name) for name in row["names"]}),
    ):
        places = defaultdict(set)
        for place, row in enumerate(rows):
            if place not in taken:
                for text in theirs(row):
                    places[text].add(place)
        found = {
            who: {place for text in ours(who, learners[who]) if text for place in places[text]}
            for who in open_
        }
        claimed = defaultdict(set)
        for who, where in found.items():
            for place in where:
                claimed[place].add(who)
        for who, where in found.items():
            rivals = set().union(*(claimed[place] for place in where)) - {who}
            if len(where) == 1 and not rivals:
                (fits[who],) = where
            elif where:
                open_[who] = (
                    f"{len(where)} rows of the template fit"
                    if len(where) > 1
                    else f"'{min(rivals)}' fits the same row"
                )
        taken |= {fits[who] for who in list(open_) if who in fits}
        open_ = {who: why for who, why in open_.items() if who not in fits}
    bare = {text.lstrip("0") for row in rows for text in row["ids"]}
    for who in open_:
        if who.isdigit() and who.lstrip("0") in bare:
            open_[who] += "; did a spreadsheet take the zeros from the front of its ids?"
    return fits, open_


def _their_ids(who, about):
    return {who, about[2].casefold(), about[3]}


def _their_number(who, _):
    number = re.search(r"[-_](\d+)$", who)
    return {number[1], f"{_key(who[: number.start()])} {number[1]}"} if number else set()


def _their_names(who, about):
    first, last, *_ = about
    names = {who, re.sub(r"[-_]\d+$", "", who), f"{first} {last}"}
    return {_key(name) for name in names if name.strip()}


def _their_bare_names(who, about):
    return {_bare(name) for name in _their_names(who, about)}


def _key(name):
    """A name as letters and digits alone, small."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", name).casefold())


def _bare(name):
    """The same without accents."""
    return _key(re.sub(r"[\u0300-\u036f]", "", unicodedata.normalize("NFKD", name)))


def _who(head, row):
    """What `match` asks of a row of Canvas or Moodle."""
    about = dict(zip(head, (text.strip() for text in row), strict=True))
    ids = {about[name] for name in IDS if about.get(name)}
    ids |= {text.casefold() for text in ids if "@" in text}
    first = about.get("First name") or about.get("FirstName", "")
    last = about.get("Last name") or about.get("Surname") or about.get("LastName", "")
    names = {about.get("Full name", ""), about.get("Student", "")}
    if "," in about.get("Student", ""):
        behind, front = about["Student"].split(",", 1)
        names.add(f"{front} {behind}")
    names |= {f"{first} {last}", f"{last} {first}"}
    names = {name for name in names if name.strip()}
    number = {about["ID"]} if about.get("ID") else set()
    told = re.search(r"(\d+)$", about.get("Identifier", ""))
    if told:  # Moodle's number is another one in every assignment: only with the name it tells
        number |= {f"{_key(name)} {told[1]}" for name in names}
    return {"ids": ids, "number": number, "names": names}


def _canvas_name(head, row):
    if head[0] == "LastName":
        return f"{row[0]}, {row[1]}"
    return row[0].strip()


def _moodle_name(head, row):
    about = dict(zip(head, row, strict=True))
    names = (about.get("First name"), about.get("Last name") or about.get("Surname"))
    return about.get("Full name") or " ".join(filter(None, names)) or about.get("Email address", "")


# Small things


def _handed_in(grades):
    return {who for column in grades.columns for who in column.points}


def _padded(row, width):
    return row[:width] + [""] * (width - len(row))


def _existing(head, column, suffix, said, prefix=None):
    """The place of the LMS's own column for this one, or None."""
    wanted = {_key(name) for name in column.names}

    def named(text):
        short = re.sub(suffix, "", text)
        return {_key(short), _key(re.sub(prefix, "", short))} if prefix else {_key(short)}

    places = [place for place, text in enumerate(head) if named(text) & wanted]
    if len(places) > 1:
        said.append(
            f"{len(places)} columns of the template are called '{column.title}'; the first is used."
        )
    return places[0] if places else None


def _titles(head, places, grades):
    return [
        head[place] if place is not None else column.title
        for place, column in zip(places, grades.columns, strict=True)
    ]


def _kept(row, info, places):
    return [row[place] for place in info] + ["" if at is None else row[at] for at in places]


def _without(rows, fits, name):
    left = [name(row) for place, row in enumerate(rows) if place not in set(fits.values())]
    return [f"Nothing was handed in here by {_some(left)}."] if left else []


def _points(value):
    return f"{round(value, 2):g}"


def _float(text):
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        return None


def _some(names, most=10):
    more = f" and {len(names) - most} others" if len(names) > most else ""
    return ", ".join(names[:most]) + more
