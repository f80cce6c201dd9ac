"""`course book`: from source/ to site/, whole or only what has changed."""

import contextlib
import io
import re
import shutil
import sys
import warnings
from pathlib import Path

import nbformat

from course.authoring import canon, layout, release
from course.book import executed, pages
from course.book import lesson as lessons_page

PICTURE = "docs/widget.svg"  # what README shows; written when the whole book is built


class BookError(Exception):
    """The book cannot be made; the message says why and what to do."""


def build(target, root=layout.ROOT, only=(), workers=2, say=print, scratch=None):
    """Make the book in the folder `target`; returns the front page's path. Raises BookError.

    `only` names lessons; default: all. What was made before is kept in the folder `scratch`
    (default: build/book in `root`), so that the next build does only what has changed.
    """
    chosen = [layout.lesson(name, root) for name in only] or layout.lessons(root)
    if not chosen:
        raise BookError(
            "there is no lesson in source/: the book is made in a clone of the course, not in a"
            " learner's copy."
        )
    scratch = Path(scratch or root / "build" / "book")
    released = _released(chosen, scratch / "released")
    calibration = root / pages.CALIBRATION
    # the longest first
    jobs = [(calibration, None), *((path, lesson.room) for lesson, path in released.items())]
    came = {}
    try:
        for path, result, now in executed.run(jobs, root, scratch / "executed", workers):
            came[path] = canon.read(result)
            if now:
                say(f"ran {path.stem} ({len(came)} of {len(jobs)})")
    except RuntimeError as failure:
        raise BookError(f"a lesson does not run: {failure}") from None
    texts = {"calibration.ipynb": _text(pages.calibration(came[calibration]))}
    for lesson, path in released.items():
        links = {
            "binder": pages.at_binder(root, f"work/{lesson.folder}/{lesson.slug}.ipynb"),
            "local": "python3 -m course lab",
        }
        shown = lessons_page.page(came[path], lesson, links, {each.slug for each in chosen})
        texts[f"lessons/{lesson.slug}.ipynb"] = _text(shown)
    face = next((each for each in chosen if each.slug == pages.FACE), chosen[0])
    shown = nbformat.reads(texts[f"lessons/{face.slug}.ipynb"], as_version=4)
    card, heading = pages.card(shown)
    texts["index.md"] = pages.front(root, chosen, card, heading)
    texts["glossary.md"] = pages.glossary(chosen)
    texts["methods.md"] = pages.methods(chosen)
    texts["data.md"] = pages.data(root, chosen)
    texts["separations.md"] = pages.separations(root, chosen)
    texts |= {f"{name}.md": pages.copied(root, name) for name in pages.FILES}
    changed = _write(texts, scratch / "pages")
    look = executed.digest([Path(__file__).parent])
    kept = scratch / "look"
    # Every page carries the table of contents and the address of the style sheet.
    all_of_it = "index.md" in changed or not kept.is_file() or kept.read_text() != look
    _sphinx(scratch, workers, all_of_it)
    shutil.copytree(scratch / "html", target, dirs_exist_ok=True)
    kept.write_text(look)
    if not only:
        (root / PICTURE).write_text(pages.picture(card), encoding="utf-8")
    return Path(target) / "index.html"


def unplaced(root=layout.ROOT):
    """Whether README's badge still names no repository of anybody's."""
    return pages.NOBODY in pages.binder(root)


def _text(nb):
    return nbformat.writes(nb) + "\n"


def _released(lessons, kept):
    """{lesson: path of its learners' copy}, made with nbgrader where the source has changed."""
    kept.mkdir(parents=True, exist_ok=True)
    wanted = {
        each: kept / executed.digest([each.notebook("source")])[:20] / f"{each.slug}.ipynb"
        for each in lessons
    }
    missing = [each for each, path in wanted.items() if not path.is_file()]
    if missing:
        made = kept / "made"
        for lesson, path in zip(missing, release.generate(missing, made), strict=True):
            wanted[lesson].parent.mkdir(exist_ok=True)
            shutil.copy(path, wanted[lesson])
        shutil.rmtree(made)
    return wanted


def _write(texts, folder):
    """Write the pages that differ from what lies there, and take away those that are no more: Sphinx
    reads again what was written. Returns the names of those written.
    """
    changed = []
    for name, text in texts.items():
        path = folder / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            changed.append(name)
    for path in folder.rglob("*"):
        if path.is_file() and path.relative_to(folder).as_posix() not in texts:
            path.unlink()
    return changed


def _sphinx(scratch, workers, all_of_it):
    """Let Sphinx make the pages, in the folder html of `scratch`. A warning is an error."""
    from sphinx.application import Sphinx
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    said = io.StringIO()
    here = Path(__file__).parent
    with (
        warnings.catch_warnings(),
        contextlib.redirect_stdout(sys.stderr),
        patch_docutils(here),
        docutils_namespace(),
    ):
        warnings.simplefilter("ignore")  # of Python, about Sphinx and its extensions
        app = Sphinx(
            srcdir=scratch / "pages",
            confdir=here,  # conf.py
            outdir=scratch / "html",  # myst-nb lays pictures beside it
            doctreedir=scratch / "doctrees",
            buildername="html",
            status=None,
            warning=said,
            parallel=workers,
        )
        app.build(force_all=all_of_it)
    told = re.sub(r"\x1b\[[0-9;]*m", "", said.getvalue()).strip()
    if told:
        raise BookError(f"warnings are errors here:\n{told}")
