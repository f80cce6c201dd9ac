"""The pages beside the lessons, each made from the file that holds what it says."""

import re
from html import escape
from pathlib import Path
from string import Template

import nbformat
import yaml

import course
from course import operations
from course.authoring import canon
from course.book import facts
from course.book.lesson import code, prose

TEMPLATES = Path(__file__).with_name("templates")
# Files of the repository that are pages of the book: page's name -> file.
FILES = {
    "start": "docs/start.md",
    "instructors": "docs/instructors.md",
    "grading": "docs/grading.md",
    "attacks": "docs/attacks.md",
    "authors": "CONTRIBUTING.md",
    "decisions": "docs/decisions.md",
    "lock": "docs/lock.md",
}
CALIBRATION = "docs/calibration.ipynb"
# Other parts of the book beside the lessons: caption -> {page: its name in the table of contents}.
PARTS = {
    "Look things up": {
        "glossary": "Glossary",
        "methods": "Methods and studies",
        "data": "Data and licences",
        "calibration": "Calibration",
    },
    "How it is graded": {
        "separations": "What known answers earn",
        "grading": "Grading a class",
        "attacks": "Attacks",
    },
    "Take part": {
        "start": "Start",
        "instructors": "For instructors",
        "authors": "For authors",
        "decisions": "Decisions",
        "lock": "The lock",
    },
}
FACE = "merchant_operation"  # the lesson whose widget stands on the front page
PICTURE = 760  # px: the width of README's picture
NOBODY = "OWNER/REPOSITORY"  # what README's badge says until somebody hosts the course
_LINK = re.compile(r"\[([^][]*)\]\(([^)\s#]+)(#[^)\s]*)?\)")
_BADGE = re.compile(r"https://mybinder\.org/v2/gh/[^)\s?]+")
_COMMANDS = re.compile(r"```\n(.*?)```", re.DOTALL)


def binder(root):
    """The address of the course on Binder, as README's badge has it."""
    return _BADGE.search((root / "README.md").read_text(encoding="utf-8"))[0]


def at_binder(root, path):
    """The address that opens a file of the repository there."""
    return f"{binder(root)}?urlpath=lab/tree/{path}"


def commands(root):
    """The two commands, as README shows them."""
    return _COMMANDS.search((root / "README.md").read_text(encoding="utf-8"))[1].strip()


def copied(root, name):
    """A file of the repository as a page: links to other pages stay links, all else is a name."""
    path = root / FILES[name]
    text = path.read_text(encoding="utf-8")
    known = {(root / file).resolve(): page for page, file in FILES.items()} | {
        (root / CALIBRATION).resolve(): "calibration",
        (root / "README.md").resolve(): "index",
        (root / "docs" / "data.md").resolve(): "data",
    }

    def point(found):
        words, target, place = found[1], found[2], found[3] or ""
        if re.match(r"\w+:", target):
            return found[0]
        page = known.get((path.parent / target).resolve())
        ending = "ipynb" if page == "calibration" else "md"
        return f"[{words}]({page}.{ending}{place})" if page else words

    return _LINK.sub(point, text)


def toctrees(lessons):
    """The order of the book, as hidden tables of contents."""
    blocks = []
    for part, caption in operations.PARTS.items():
        names = {
            f"lessons/{each.slug}": f"{each.number:02d} {each.about['title']}"
            for each in lessons
            if operations.part(each.slug) == part
        }
        if names:
            blocks.append(_toctree(caption, names))
    blocks += [_toctree(caption, names) for caption, names in PARTS.items()]
    return "\n\n".join(blocks)


def _toctree(caption, names):
    listed = "\n".join(f"{title} <{page}>" for page, title in names.items())
    return f"```{{toctree}}\n:hidden:\n:caption: {caption}\n\n{listed}\n```"


def front(root, lessons, card, face_cell):
    """The front page. `card` is the HTML that the first widget of the lesson FACE left, `face_cell`
    the cell that asks about it.
    """
    cite = yaml.safe_load((root / "CITATION.cff").read_text(encoding="utf-8"))
    licence = (root / "LICENSE").read_text(encoding="utf-8")
    face = next((each for each in lessons if each.slug == FACE), lessons[0])
    name, _, line = cite["title"].partition(": ")
    return _page(
        "front",
        name=name,
        line=line[0].upper() + line[1:],
        first=lessons[0].slug,
        first_number=f"{lessons[0].number:02d}",
        binder=escape(at_binder(root, "work/start.ipynb"), quote=True),
        lessons=len(lessons),
        hours=round(sum(each.about["minutes"] for each in lessons) / 60),
        exercises=sum(map(_exercises, lessons)),
        face_link=facts.link(face),
        face_asks=facts.link(face, face_cell, "read what it asks"),
        card=_one_block(card),
        map=_one_block(the_map(lessons)),
        commands=commands(root),
        authors=" and ".join(each["name"] for each in cite["authors"]),
        year=re.search(r"Copyright \(c\) (\d{4})", licence)[1],
        title=cite["title"],
        version=course.__version__,
        toctrees=toctrees(lessons),
    )


def _page(template, /, **parts):
    """A page from its template, the parts put in."""
    return Template((TEMPLATES / f"{template}.md").read_text(encoding="utf-8")).substitute(parts)


def _exercises(lesson):
    return len(canon.points_of(canon.read(lesson.notebook("source"))))


def _one_block(html):
    """HTML without empty lines, which would end its block in Markdown."""
    return re.sub(r"\n\s*\n", "\n", html.strip())


def card(nb):
    """(HTML of the first widget's still picture in a lesson's page, id of the heading above it)."""
    heading = "title"
    for cell in nb.cells:
        if re.search(r"^#+ ", cell.source, re.M) and cell.cell_type == "markdown":
            heading = cell.id
        for output in cell.get("outputs", ()):
            html = output.get("data", {}).get("text/html", "")
            if "course-card" in html:
                return html, heading
    return "", heading


def picture(html):
    """The first chart of a still picture as an SVG file of its own, for README."""
    drawn = re.search(r"<svg [^>]*role='img'.*?</svg>", html, re.DOTALL)[0]
    drawn = re.sub(r" data-[\w-]+(?:='[^']*')?(?=[ />])", "", drawn)
    look = "background:#fff;color:#1a1a1a;font-family:system-ui,sans-serif"
    head = f"<svg xmlns='http://www.w3.org/2000/svg' style='{look}'"
    drawn = re.sub(r" (?:style|width|height)='[^']*'", "", drawn, count=2)
    return drawn.replace("<svg", f"{head} width='{PICTURE}'", 1) + "\n"


def the_map(lessons):
    """The operations map: six steps to press, and each function as a link to its lesson."""
    at = {each.slug: each for each in lessons}
    steps = "".join(
        f"<label><input type='radio' name='step' value='{key}'{' checked' * (not place)}>"
        f"<span><b>{escape(key)}</b> {escape(start)} → {escape(end)}</span></label>"
        for place, (key, start, end) in enumerate(operations.STEPS)
    )
    chains = []
    for chain, title in operations.CHAINS.items():
        jobs = "".join(
            _job(each, at.get(each.lesson))
            for each in operations.functions()
            if each.chain == chain
        )
        if jobs:
            chains.append(f"<section><p class='chain'>{escape(title)}</p><ul>{jobs}</ul></section>")
    return (
        "<div class='operations-map'><fieldset><legend>A step of the way</legend>"
        f"{steps}</fieldset><p class='key'><span class='lit'>●</span> works on the chosen step"
        " &nbsp; <span>◇</span> carries every step</p>"
        f"<div class='chains'>{''.join(chains)}</div></div>"
    )


def _job(function, lesson):
    """One function of the map."""
    told = f"<span class='asks'>{escape(function.question)}</span>"
    name = f"<span class='job'>{escape(function.name)}</span>"
    moves = " ".join(function.moves)
    carries = " class='carries'" if not function.moves and function.chain == "supply" else ""
    inner = (
        f"<a href='lessons/{lesson.slug}.html'>{name}{told}</a>"
        if lesson
        else f"<span class='planned'>{name}{told}</span>"
    )
    return f"<li data-moves='{moves}'{carries}>{inner}</li>"


def glossary(lessons):
    """Measures by name, the two markets side by side, and Chinese words."""
    terms = []
    for term in facts.terms(lessons):
        told = "\n\n".join(
            f"  {formula}{f' ({unit})' if unit else ''}. {facts.link(lesson, 'job')}"
            for formula, unit, lesson in term.places
        )
        terms.append(f"{_plain(term.name)}\n{told}")
    worlds = "\n\n".join(
        f"### {facts.link(lesson, cell)}\n\n{prose(text)}"
        for lesson, cell, _, text in facts.two_worlds(lessons)
    )
    words = "\n".join(
        f"| {word} | {_cell(said)} | {facts.link(lesson)} |"
        for word, places in sorted(facts.chinese(lessons).items())
        for lesson, _, said in places[:1]
    )
    return _page("glossary", terms="\n\n".join(terms), worlds=worlds, words=words)


def methods(lessons):
    """Works by author, with what lessons use them for."""
    works = []
    for source in facts.sources(lessons):
        title = source.told.split(")", 1)[1].strip(" ,.")
        uses = [
            f": {facts.link(lesson)}{': ' + _cell(said) if said else ''}"
            for lesson, _, said in source.uses
        ]
        told = "\n".join([f"**{source.authors}** ({source.year}). {title}.", *uses])
        works.append(told)
    return _page("methods", works="\n\n".join(works))


def data(root, lessons):
    """docs/data.md, and each set's notice."""
    head = (root / "docs" / "data.md").read_text(encoding="utf-8")
    sets = []
    for name, folder, notice, used in facts.data_sets(root, lessons):
        places = ", ".join(map(facts.link, used)) or "no lesson of this book"
        where = f" Files: `course/data/{folder}/`." if folder else ""
        sets.append(f"## {name}\n\nUsed in {places}.{where}\n\n{notice.strip()}")
    return head + "\n" + "\n\n".join(sets) + "\n"


def separations(root, lessons):
    """For each decision what known policies earn."""
    parts = []
    for lesson in lessons:
        values = facts.reference(lesson)
        for exercise, most, rows in facts.separations(root, lesson):
            told = "\n".join(
                f"| {_cell(name)} | {_points(low, high)} |" for name, low, high in rows
            )
            means = (
                f" · On the practice draws the baseline earns {_number(values['baseline'])} and the"
                f" expert {_number(values['expert'])} ({values['unit']})."
                if values
                else ""
            )
            heading = facts.link(lesson, f"{exercise}_question")
            parts.append(
                f"## {heading}\n\n*{_title(lesson, exercise)}*{means}\n\n"
                f"| An answer | Points, of {most:g} |\n| --- | --- |\n{told}"
            )
    return _page("separations", parts="\n\n".join(parts))


def _title(lesson, exercise):
    for cell, text in facts.markdown(lesson):
        if cell == f"{exercise}_question":
            return text.split("\n")[0].lstrip("# ").rsplit(" (", 1)[0]
    return exercise


def _points(low, high):
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


def _number(value):
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _cell(text):
    """Text for a cell of a table."""
    return re.sub(r"^>\s*", "", text.replace("\n", " ").strip()).replace("|", "\\|")


def _plain(text):
    """A term without marks of type."""
    return re.sub(r"[*`]", "", text).strip()


def calibration(nb):
    """The calibration notebook that was run, as a page."""
    shown = nbformat.v4.new_notebook(metadata=nb.metadata)
    for cell in nb.cells:
        if cell.cell_type == "markdown":
            shown.cells.append(nbformat.v4.new_markdown_cell(prose(cell.source), id=cell.id))
        else:
            shown.cells += code(cell, "Worlds and bands, as the code above draws them")
    return shown
