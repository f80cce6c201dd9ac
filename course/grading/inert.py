"""What a learner wrote, made harmless for whoever reads it: pages show what is allowed here.

Nothing of it runs, loads, links, or lies over anything else. Two kinds of text
are told apart: *theirs*, which a learner wrote or a learner's code gave out, and
*ours*, which stands in the lesson or was written by an instructor.
"""

import base64
import binascii
import html as entities
import re
import struct
from functools import lru_cache

import nbformat
import nh3
from latex2mathml.converter import convert
from nbconvert.filters import strip_ansi
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from course.authoring import layout
from course.check.render import OUTCOME

# What one text, one table or drawing and one picture may have; a notebook's examples have a tenth.
MOST_TEXT, MOST_HTML, MOST_TAGS, MOST_MARKDOWN = 20_000, 200_000, 8_000, 20_000
MOST_PICTURE, MOST_PIXELS = 4 * 2**20, 6_000
# A drawing or picture is at most this wide and high on the page, in CSS pixels.
MOST_ON_PAGE = 2_000
# Kinds of pictures that may be pasted, and how such a file begins; so many a cell.
_PASTED = {"image/png": b"\x89PNG", "image/jpeg": b"\xff\xd8\xff", "image/gif": b"GIF8"}
MOST_PASTED = 20
LEFT_OUT = "(Something that this page does not show.)"

# Control characters, signs that turn the direction of writing, half characters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
# Accents piled on each other reach into other lines: two are enough for any language.
_PILED = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{2})"
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)


def plain(text, most=MOST_TEXT):
    """Text without colours, control characters and tricks of writing, cut after `most`
    characters.
    """
    text = text[: 4 * most]
    text = _UNSEEN.sub("", strip_ansi(text).replace("\r\n", "\n").replace("\r", "\n"))
    text = _PILED.sub(r"\1", text)
    return text if len(text) <= most else text[:most] + "\n… (cut here)"


# HTML ----------------------------------------------------------------------------------------

_READING = {
    "b", "blockquote", "br", "caption", "code", "dd", "del", "details", "div", "dl", "dt", "em",
    "figcaption", "figure", "hr", "i", "img", "li", "ol", "p", "pre", "s", "small", "span",
    "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u",
    "ul",
}  # fmt: skip
_DRAWING = {"circle", "ellipse", "g", "line", "path", "polygon", "polyline", "rect", "text"}
_DRAWING |= {"tspan"}
_FORMULA = {
    "math", "mfrac", "mi", "mn", "mo", "mover", "mroot", "mrow", "msqrt", "mstyle", "msub",
    "msubsup", "msup", "mtable", "mtd", "mtext", "mtr", "munder", "munderover",
}  # fmt: skip
_OF_A_DRAWING = {
    "cx", "cy", "d", "dominant-baseline", "dx", "dy", "fill", "fill-opacity", "font-size",
    "font-weight", "height", "opacity", "points", "r", "rx", "ry", "stroke", "stroke-dasharray",
    "stroke-opacity", "stroke-width", "text-anchor", "transform", "width", "x", "x1", "x2", "y",
    "y1", "y2",
}  # fmt: skip
_ATTRIBUTES = {
    "*": {"aria-hidden", "aria-label", "role", "style"},
    "details": {"open"},
    "div": {"class"},
    "span": {"class"},
    "img": {"alt", "height", "src", "width"},
    "svg": {"height", "viewBox", "width"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    **{tag: _OF_A_DRAWING for tag in _DRAWING},
}

# Styles: how a text or box looks, never where it lies. Lengths are short and never negative.
_LENGTH = r"(?:\d{1,2}(?:\.\d+)?(?:px|em|rem|%)?|100%|\.\d+em|auto)"
_COLOUR = (
    r"(?:#[0-9a-f]{3,8}|transparent|currentcolor|[a-z]{3,20}"
    r"|var\(--jp-[a-z0-9-]+(?:, ?#[0-9a-f]{3,8})?\))"
)
_LINE = rf"(?:{_LENGTH} )?(?:none|solid|dashed|dotted|double)(?: {_COLOUR})?|0"
_STYLES = {
    name: re.compile(rf"(?:{value})", re.IGNORECASE)
    for value, names in {
        _COLOUR: ("background", "background-color", "color", "fill", "stroke"),
        _LINE: ("border", "border-bottom", "border-left", "border-top"),
        rf"{_LENGTH}(?: {_LENGTH}){{0,3}}": ("margin", "padding"),
        _LENGTH: (
            "border-radius", "margin-bottom", "margin-left", "margin-right", "margin-top",
            "max-width", "padding-left", "padding-right", "width",
        ),
        r"[1-3]?\dpx": ("font-size",),
        r"[12](?:\.\d+)?": ("line-height",),
        "bold|normal|[1-9]00": ("font-weight",),
        "italic|normal": ("font-style",),
        "left|right|center": ("text-align",),
        "collapse": ("border-collapse",),
        "none": ("list-style",),
        "nowrap|normal|pre-wrap": ("white-space",),
    }.items()
    for name in names
}  # fmt: skip
_DRAWN = re.compile(r"[\w\s.,%#()+-]*")
_PICTURE = re.compile(r"\s*data:image/png;base64,(?P<data>[A-Za-z0-9+/=\s]*)\s*")
_ADDRESS = re.compile(r"(?:https?://|mailto:|#)[^\s\x00-\x1f]*")


def _kept(tag, name, value):
    """The value of an attribute that may stay, or None."""
    if name == "style":
        return _style(value)
    if name == "class":  # what an earlier cleaning put there, and words of ours for screen readers
        return value if value in ("mathjax_ignore tex2jax_ignore", "course-unseen") else None
    if tag == "img" and name == "src":
        found = _PICTURE.fullmatch(value)
        data = found and picture(found["data"])
        return data and f"data:image/png;base64,{data}"
    if tag == "a" and name == "href":
        return value if _ADDRESS.fullmatch(value) else None
    if name in ("width", "height") and tag in ("img", "svg"):
        number = re.fullmatch(r"(\d{1,4})(?:\.\d+)?(?:px)?", value)
        return value if number and int(number[1]) <= MOST_ON_PAGE else None
    if name in ("colspan", "rowspan"):
        return value if re.fullmatch(r"\d{1,2}", value) else None
    if name in _OF_A_DRAWING or name == "viewBox":
        return value if _DRAWN.fullmatch(value) and "url" not in value.lower() else None
    return plain(value, 1_000)


def _style(value):
    kept = []
    for declaration in value.split(";"):
        name, _, told = declaration.partition(":")
        name, told = name.strip().lower(), told.strip()
        if name in _STYLES and _STYLES[name].fullmatch(told):
            kept.append(f"{name}:{told}")
    return ";".join(kept) or None


def _cleaner(tags, attributes):
    # Elements whose content is no text for people go with it; of all others the text stays.
    unread = {"script", "style", "template", "iframe", "noscript", "object", "textarea", "select"}
    unread |= {"title", "noembed", "noframes", "xmp", "plaintext", "canvas", "audio", "video"}
    return nh3.Cleaner(
        tags=tags,
        clean_content_tags=unread,
        attributes=attributes,
        attribute_filter=_kept,
        url_schemes={"data", "http", "https", "mailto"},
        strip_comments=True,
        link_rel="noopener noreferrer nofollow",
    )


_THEIRS = _cleaner(_READING | _DRAWING | {"svg"}, _ATTRIBUTES)
_OURS = _cleaner(
    _READING | _FORMULA | {"a", "h3", "h4", "h5"},
    {**_ATTRIBUTES, "a": {"href"}, "math": {"display"}},
)


@lru_cache(maxsize=256)
def html(text):
    """HTML that a learner's code gave out, as far as it is text, tables, drawings and pictures;
    "" where it is too large.
    """
    if len(text) > MOST_HTML or text.count("<") > MOST_TAGS:
        return ""
    return _THEIRS.clean(_PILED.sub(r"\1", _UNSEEN.sub("", text)))


def picture(data):
    """The base64 text of a PNG again, or None where it is none or too large."""
    try:
        raw = base64.b64decode("".join(data.split()), validate=True)
        width, height = struct.unpack(">II", raw[16:24])
    except (binascii.Error, ValueError, struct.error):
        return None
    good = raw.startswith(b"\x89PNG\r\n\x1a\n") and len(raw) <= MOST_PICTURE
    return (
        base64.b64encode(raw).decode() if good and 0 < max(width, height) <= MOST_PIXELS else None
    )


# Markdown ------------------------------------------------------------------------------------


class _Theirs(IPythonRenderer):
    """No headings, links, pictures and formulas: they stand as text."""

    def heading(self, text, level, **attrs):
        return f"<p><b>{text}</b></p>\n"

    def link(self, text, url, title=None):
        return text if text == url else f"{text} ({entities.escape(url)})"

    def image(self, text, url, title=None):
        return f"(picture: {text})"

    def block_code(self, code, info=None):
        return f"<pre><code>{entities.escape(code)}</code></pre>\n"

    def inline_math(self, body):
        return f"${self.escape_html(body)}$"


class _Ours(IPythonRenderer):
    """Headings one level lower; formulas (between double dollars) as MathML, which needs neither
    scripts nor a network.
    """

    def heading(self, text, level, **attrs):
        level = min(level + 1, 5)
        return f"<h{level}>{text}</h{level}>\n" if level > 2 else f"<h3>{text}</h3>\n"

    def block_code(self, code, info=None):
        return f"<pre><code>{entities.escape(code)}</code></pre>\n"

    def inline_math(self, body):  # single dollars are money, as in the lessons
        return f"${self.escape_html(body)}$"

    def block_math(self, body):
        return formula(body, "block")

    def latex_environment(self, name, body):
        return formula(f"\\begin{{{name}}}{body}\\end{{{name}}}", "block")


def formula(tex, display):
    """TeX as MathML, or as it is written where it cannot be read. `display`: "inline" or
    "block".
    """
    try:
        return convert(tex, display=display)
    except Exception:  # the library raises many kinds for what it does not know
        return f"<code>{entities.escape(tex)}</code>"


def _rendered(text, renderer):
    if len(text) <= MOST_MARKDOWN:
        try:
            return MarkdownWithMath(renderer=renderer(escape=False)).render(text)
        except RecursionError:  # quotes in quotes in quotes
            pass
    return f"<pre>{entities.escape(plain(text))}</pre>"


@lru_cache(maxsize=256)
def markdown(text):
    """A learner's Markdown as HTML without anything that runs, loads, links or lies elsewhere."""
    return html(_rendered(_PILED.sub(r"\1", _UNSEEN.sub("", text)), _Theirs))


@lru_cache(maxsize=256)
def prose(text):
    """The lesson's or an instructor's Markdown as HTML, formulas as MathML."""
    return _OURS.clean(_rendered(text, _Ours))


# Notebooks -----------------------------------------------------------------------------------

# Text in which nothing is markup, heading, link or formula, however Markdown is read.
_PLAIN_PROSE = re.compile(r"(?:[^<>&\[\]$\\#=:-]|:(?!//)|-(?!--))*")
# MathJax, which the formgrader loads, leaves such a box alone.
_BOX = '<div class="mathjax_ignore tex2jax_ignore">'


class Inert(NbGraderPreprocessor):
    """Makes a notebook that was executed harmless for every page made of it.

    It stands at the end of autograding, so that autograded/ holds nothing that
    runs, and before nbconvert's HTML exporter, which makes the formgrader's pages.
    """

    def preprocess(self, nb, resources):
        kept = {name: nb.metadata[name] for name in ("course", "kernelspec") if name in nb.metadata}
        nb.metadata = NotebookNode(kept, language_info=NotebookNode(name="python"))
        own = own_prose(nb)
        for cell in nb.cells:
            _quieten(cell, own)
        return nb, resources


def pictures(attachments):
    """Of a cell's attachments those that are pictures: {name: {kind: base64}}, named anew."""
    found = []
    for held in attachments.values() if isinstance(attachments, dict) else ():
        for kind, start in _PASTED.items():
            data = held.get(kind) if isinstance(held, dict) else None
            data = _pasted(data, kind, start) if type(data) is str else None
            if data:
                found.append({kind: data})
                break
    return {f"picture-{number}": data for number, data in enumerate(found[:MOST_PASTED], start=1)}


def _pasted(data, kind, start):
    if kind == "image/png":
        return picture(data)
    try:
        raw = base64.b64decode("".join(data.split()), validate=True)
    except ValueError:
        return None
    good = raw.startswith(start) and len(raw) <= MOST_PICTURE
    return base64.b64encode(raw).decode() if good else None


def pasted(cell):
    """HTML of the pictures that were pasted into a cell which `Inert` has seen."""
    return "".join(
        f'<img alt="A pasted picture" src="data:{kind};base64,{data}">'
        for held in pictures(cell.get("attachments")).values()
        for kind, data in held.items()
    )


def own_prose(nb):
    """The Markdown of the lesson that `nb` is a copy of, as a frozenset of texts."""
    about = nb.metadata.get("course")
    slug = about.get("lesson") if isinstance(about, dict) else None
    return _markdown_of(slug) if type(slug) is str else frozenset()


@lru_cache(maxsize=64)
def _markdown_of(slug):
    try:
        notebook = nbformat.read(
            layout.lesson(slug, kind="release").notebook("release"), as_version=4
        )
    except (LookupError, OSError):
        return frozenset()
    return frozenset(cell.source for cell in notebook.cells if cell.cell_type == "markdown")


def _quieten(cell, own):
    about = cell.metadata.get("nbgrader")
    cell.metadata = NotebookNode({"nbgrader": about} if about else {})
    pasted = pictures(cell.pop("attachments", None))
    if cell.cell_type == "code":
        cell.source = _UNSEEN.sub("", cell.source)
        cell.outputs = [output(each) for each in cell.outputs]
    elif cell.source not in own:
        # Pictures that were pasted stand below the text, under names of ours.
        shown = "".join(f"\n\n![a pasted picture](attachment:{name})" for name in pasted)
        cell.source = _block(cell.source.removesuffix(shown) if shown else cell.source) + shown
        if pasted:
            cell.attachments = NotebookNode(pasted)


def _block(source):
    """Markdown that any converter turns into `markdown(source)`; itself where it is plain prose."""
    if _PLAIN_PROSE.fullmatch(source):
        return _PILED.sub(r"\1", _UNSEEN.sub("", source))
    made = markdown(source).strip()
    # One line: to Markdown it is one piece of HTML, in which nothing is read as something else.
    for sign, entity in (("\n", "&#10;"), ("$", "&#36;"), ("\\", "&#92;"), ("`", "&#96;")):
        made = made.replace(sign, entity)
    return _boxed(made)


def _boxed(made):
    return made if made.startswith(_BOX) else f"{_BOX}{made}</div>"


def output(out):
    """One output of a code cell that no page can be harmed by."""
    if out.output_type == "stream":
        name = "stderr" if out.name == "stderr" else "stdout"
        return NotebookNode(output_type="stream", name=name, text=plain(out.text))
    if out.output_type == "error":
        return NotebookNode(
            output_type="error",
            ename=plain(out.ename, 100),
            evalue=plain(out.evalue, 1_000),
            traceback=[plain(line) for line in out.traceback[:100]],
        )
    made = NotebookNode(output_type=out.output_type, metadata=NotebookNode(), data=_shown(out.data))
    if out.output_type == "execute_result":
        made.execution_count = out.execution_count
    return made


def _shown(data):
    """The forms of an output that may be shown: at most one that is rich, its text, our JSON."""
    kept = NotebookNode()
    for kind, clean in (("text/html", html), ("text/markdown", markdown)):
        if type(data.get(kind)) is str and (made := clean(data[kind])):
            kept["text/html"] = _boxed(made)
            break
    else:
        if type(data.get("image/png")) is str and (made := picture(data["image/png"])):
            kept["image/png"] = made
    if type(data.get("text/plain")) is str:
        kept["text/plain"] = plain(data["text/plain"])
    if isinstance(data.get(OUTCOME), dict):
        kept[OUTCOME] = data[OUTCOME]
    return kept or NotebookNode({"text/plain": LEFT_OUT})
