"""A Matplotlib figure as a part of a page: in the page's colours, in words, its numbers behind it.

Matplotlib writes SVG with its texts as texts. What stands in its `style` becomes attributes, black
becomes the page's own ink, and repeated marks are written out: such a drawing is readable on light
and dark pages, and passes the feedback page's list of what may stay.
"""

import io
import re
from functools import wraps
from html import escape
from xml.etree import ElementTree

from course.check.numbers import counted
from course.widgets.chart import PAGE_COLOURS, SMALL, TEXT, table

WIDE = 680  # px
INK = "#000000"
# px on a figure are Matplotlib's points: its SVG has 72 of them an inch.
INCH = 72
STYLE = {
    "svg.fonttype": "none",
    "svg.hashsalt": "course",
    "text.parse_math": False,  # dollars are money
    "font.family": "sans-serif",
    "font.size": TEXT,
}
# The page's own colours: its ink, and the palette that lighter themes may change.
PAGE = {INK: "currentColor"} | PAGE_COLOURS
KEPT = {
    "fill", "fill-opacity", "font-size", "font-weight", "opacity", "stroke", "stroke-dasharray",
    "stroke-opacity", "stroke-width", "text-anchor",
}  # fmt: skip
SAID = 12  # rows that are said in words; the others stand in the table
LISTED = 60  # rows of the table
_SVG, _LINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"


class Chart:
    """A chart with its text alternative `said`, as a notebook shows it."""

    def __init__(self, html, said):
        self._html, self.said = html, said

    def __repr__(self):
        return self.said

    def _repr_html_(self):
        return self._html


def mine(chart):
    """The chart that a learner has made, or a sentence where the dots still stand."""
    if chart is ...:
        return Chart("<p>No chart yet: write yours in place of the dots.</p>", "No chart yet.")
    return chart


def styled(draw):
    """Have `draw` draw, and its figure written, in the course's style."""

    @wraps(draw)
    def drawn(*args, **kwargs):
        import matplotlib as mpl  # takes a third of a second: only where something is drawn

        with mpl.rc_context(STYLE):
            return draw(*args, **kwargs)

    return drawn


def axes(height, left=12, right=14, top=10, bottom=38):
    """Matplotlib axes in the course's style, `height` px high on a figure WIDE px wide; the other
    four are margins in px.
    """
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDE / INCH, height / INCH), dpi=INCH)
    inside = WIDE - left - right, height - top - bottom
    drawn = figure.add_axes(
        (left / WIDE, bottom / height, inside[0] / WIDE, inside[1] / height), facecolor="none"
    )
    drawn.spines[:].set_visible(False)
    drawn.tick_params(left=False, bottom=False, labelsize=SMALL)
    return drawn


def shown(drawn, title, said, head, rows):
    """The axes' figure as a Chart. `said` is a list of texts, one for each thing that is drawn;
    `head` and `rows` are the table behind it, all texts.
    """
    more = f"; and {len(said) - SAID} more, in the table below" if len(said) > SAID else ""
    said = f"{title}: {'; '.join(said[:SAID])}{more}."
    left_out = f" (the first {LISTED} of {counted(len(rows), 'row')})" if len(rows) > LISTED else ""
    width, height = (INCH * inches for inches in drawn.figure.get_size_inches())
    html = (
        "<figure class='course-chart mathjax_ignore' style='margin:.4em 0'>"
        f"<figcaption style='font-weight:600;font-size:14px'>{escape(title)}</figcaption>"
        f"<svg viewBox='0 0 {width:.0f} {height:.0f}' width='{width:.0f}' style='max-width:100%'"
        f" role='img' aria-label='{escape(said)}'>{_svg(drawn.figure)}</svg>"
        f"<details style='font-size:13px'><summary>The numbers as a table{left_out}</summary>"
        f"{table(head, rows[:LISTED])}</details></figure>"
    )
    return Chart(html, said)


def _svg(figure):
    held = io.BytesIO()
    figure.savefig(held, format="svg", transparent=True, metadata={"Date": None})
    root = ElementTree.fromstring(held.getvalue())
    marks = {each.get("id"): each.get("d") for each in root.iter(f"{_SVG}path") if each.get("id")}
    return "".join(_elements(root, marks))


def _elements(parent, marks):
    for each in parent:
        tag = each.tag.removeprefix(_SVG)
        looks = _looks(each.get("style", ""))
        if tag == "g":
            yield from _elements(each, marks)
        elif tag == "text" and each.text:
            looks.setdefault("fill", "currentColor")
            yield (
                f"<text x='{_short(each.get('x'))}' y='{_short(each.get('y'))}'{_written(looks)}>"
                f"{escape(each.text)}</text>"
            )
        elif tag == "path" and _is_seen(looks):
            yield f"<path d='{_short(each.get('d'))}'{_written(looks)}/>"
        elif tag == "use" and _is_seen(looks):
            place = f"translate({_short(each.get('x', '0'))} {_short(each.get('y', '0'))})"
            path = marks[each.get(_LINK)[1:]]
            yield f"<path transform='{place}' d='{_short(path)}'{_written(looks)}/>"


def _looks(style):
    """Matplotlib's style of one element as attributes, in the page's colours."""
    given = dict(each.split(": ", 1) for each in style.split("; ") if ": " in each)
    return {
        name: PAGE.get(value.strip(), value.strip().removesuffix("px"))
        for name, value in given.items()
        if name in KEPT
    }


def _is_seen(looks):
    """Whether anything of it is painted; without a fill of its own an element is black."""
    looks.setdefault("fill", "currentColor")
    return looks["fill"] != "none" or "stroke" in looks


def _written(looks):
    return "".join(f" {name}='{escape(value)}'" for name, value in sorted(looks.items()))


def _short(numbers):
    """A path or number to a tenth of a pixel."""
    text = re.sub(r"-?\d+\.\d+", lambda found: f"{float(found[0]):.1f}", numbers)
    return " ".join(text.split())
