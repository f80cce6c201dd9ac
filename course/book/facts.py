"""Tables of the book, taken out of the lessons, the data's notices and the suite's own files."""

import importlib.util
import json
import re
from dataclasses import dataclass, field

from course.authoring import canon
from course.book.lesson import anchor

_TABLE = re.compile(r"(?m)(?:^\|.*\|[ \t]*$\n?){3,}")
_CHINESE = re.compile(r"[\u3400-\u9fff][\u3400-\u9fffA-Za-z0-9]*")
_SOURCES = re.compile(r"\*\*Sources\.\*\*\s*(.+)")
# A new source begins after a full stop that does not end an initial.
_NEXT = re.compile(r"(?<!\b[A-Z])(?<!\band)\.\s+(?=[A-Z\u00c0-\u00dd]|van |von )")
_YEAR = re.compile(r"\((?:[^()]*?, )?((?:1[89]|20)\d\d)(?:,[^()]*)?\)")
_RULES = re.compile(r"^Rules:|\b(Law|Form|Directive|Regulation|settlement)\b")  # not studies
_WORKS_ON = re.compile(r"(?<=[.!?:]) +|\n+")


@dataclass
class Term:
    """A measure as a job card defines it. `places` is a list of (formula, unit, lesson)."""

    name: str
    places: list = field(default_factory=list)


@dataclass
class Source:
    """A work that lessons lean on. `uses` is a list of (lesson, cell, sentence or "")."""

    authors: str
    year: int
    told: str
    uses: list = field(default_factory=list)


def tables(text):
    """The Markdown tables in a text: lists of rows, each a list of cells; the head comes first."""
    for block in _TABLE.findall(text):
        rows = [
            [cell.strip().replace(r"\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            for line in block.strip().splitlines()
        ]
        if set("".join(rows[1])) <= set("-: "):
            yield [rows[0], *rows[2:]]


def markdown(lesson, kind="source"):
    """(cell id, text) of a lesson's Markdown cells that are not a learner's."""
    for cell in canon.read(lesson.notebook(kind)).cells:
        if cell.cell_type == "markdown" and not cell.metadata.get("nbgrader", {}).get("solution"):
            yield cell.id, cell.source


def terms(lessons):
    """Every measure of every job card, by name: a sorted list of Term."""
    found = {}
    for lesson in lessons:
        for _, text in markdown(lesson):
            for head, *rows in tables(text):
                if head[:2] == ["KPI", "Formula"]:
                    for name, formula, *unit in rows:
                        term = found.setdefault(name.lower(), Term(name))
                        term.places.append((formula, *(unit or [""]), lesson))
    return [found[name] for name in sorted(found)]


def two_worlds(lessons):
    """(lesson, cell id, the section's heading, its text) of each comparison of the two markets."""
    for lesson in lessons:
        for cell, text in markdown(lesson):
            heading, _, body = text.partition("\n")
            if re.match(r"#+ .*\b[Tt]wo worlds\b", heading):
                yield lesson, cell, heading.lstrip("# "), body.strip()


def chinese(lessons):
    """{Chinese word: [(lesson, cell id, what the row or sentence says)]}, in the order of the course."""
    found = {}
    for lesson in lessons:
        for cell, text in markdown(lesson):
            for line in text.splitlines():
                pieces = [line] if line.startswith("|") else _WORKS_ON.split(line)
                for piece in pieces:
                    for word in dict.fromkeys(_CHINESE.findall(piece)):
                        if len(word) > 1:
                            said = " · ".join(
                                filter(None, map(str.strip, piece.strip("| ").split("|")))
                            )
                            found.setdefault(word, []).append((lesson, cell, said))
    return found


def sources(lessons):
    """Every work that a lesson names with its year, by first author: a sorted list of Source."""
    found = {}
    for lesson in lessons:
        cells = list(markdown(lesson))
        for cell, text in cells:
            for listed in _SOURCES.findall(text):
                for told in _NEXT.split(listed.strip().rstrip(".")):
                    year = _YEAR.search(told)
                    authors = told[: year.start()].strip(" ,") if year else ""
                    if not year or not authors or _RULES.search(told):
                        continue
                    first = re.split(r",| and ", authors)[0]
                    source = found.setdefault((first, year[1]), Source(authors, int(year[1]), told))
                    if len(told) > len(source.told):
                        source.authors, source.told = authors, told
                    source.uses.append((lesson, *_said(cells, first, year[1], cell)))
    return [found[key] for key in sorted(found, key=lambda key: (key[0].lower(), key[1]))]


def _said(cells, first, year, listed):
    """(cell id, sentence) in which a lesson speaks of a work; its list of sources where it does
    not.
    """
    surname = first.split()[-1]
    for cell, text in cells:
        if cell == listed:
            continue
        for sentence in _WORKS_ON.split(text):
            if surname in sentence and year in sentence and not sentence.startswith("|"):
                return cell, sentence.strip()
    return listed, ""


# The data sets that ship with the course, and the functions of course.data that read them.
DATA = {
    "open_bandit": ("Open Bandit", ["open_bandit", "open_bandit_policy"]),
    "complete_journey": (
        "Complete Journey",
        ["household_sales", "household_demographics", "milk_weeks", "basket_counts", "mailing"],
    ),
    "ecb": ("Euro reference rates", ["ecb_rates"]),
    "reviews": ("Rated review sentences", ["review_sentences", "valence"]),
    "yogurt": ("Yogurt panel", ["yogurt"]),
    # not in the repository: read from the package lifetimes, because no licence is written on it
    "": ("CDNOW", ["cdnow"]),
}


def data_sets(root, lessons):
    """(name, folder or "", notice, lessons that use it) of each real data set."""
    code = {lesson: lesson.notebook("source").read_text(encoding="utf-8") for lesson in lessons}
    for folder, (name, functions) in DATA.items():
        uses = re.compile(rf"\b({'|'.join(functions)})\(")
        notice = root / "course" / "data" / folder / "NOTICE.md"
        told = notice.read_text(encoding="utf-8") if folder else _docstring(root, functions[0])
        yield name, folder, told, [each for each in lessons if uses.search(code[each])]


def _docstring(root, function):
    import ast

    tree = ast.parse((root / "course" / "data" / "__init__.py").read_text(encoding="utf-8"))
    found = next(
        node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == function
    )
    return ast.get_docstring(found)


STUB = "the untouched stub"


def separations(root, lesson):
    """(exercise, maximum, [(policy's name, lowest, highest points)]) of each decision of a lesson,
    the best policy first: what the suite asserts of known answers, whose code is not shown.

    A decision is an exercise whose outcome says the share g of the expert's gain.
    """
    spec = importlib.util.spec_from_file_location("variants", root / "tests" / "variants.py")
    reader = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reader)
    for exercise, most in canon.points_of(canon.read(lesson.notebook("source"))).items():
        if not (reader.ANSWERS / lesson.slug / f"{exercise}.py").is_file():
            continue
        known = reader.variants(lesson.slug, exercise, most)
        if any("g =" in said for each in known for said in each.says):
            rows = [(each.name, each.low, each.high) for each in known if each.name != STUB]
            yield exercise, most, sorted(rows, key=lambda row: -(row[1] + row[2]))


def reference(lesson):
    """{"baseline": mean, "expert": mean, "unit": text} of a lesson's practice draws, or None."""
    path = lesson.room / "practice.json"
    if not path.is_file():
        return None
    values = json.loads(path.read_text(encoding="utf-8"))
    unit = re.search(r'UNIT = "(.+)"', (lesson.room / "scenario.py").read_text(encoding="utf-8"))
    # Beside these two the file may hold what known mistakes earn, under their sentences.
    means = {name: sum(values[name]) / len(values[name]) for name in ("baseline", "expert")}
    return means | {"unit": unit[1] if unit else ""}


def link(lesson, cell=None, text=None):
    """A Markdown link to a lesson, or to a cell of it that begins with a heading."""
    text = text or f"{lesson.number:02d} {lesson.about['title']}"
    return f"[{text}](#{anchor(lesson, cell or 'title')})"
