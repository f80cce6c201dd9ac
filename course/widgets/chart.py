"""Charts as SVG text, drawn in Python: the same picture on the screen, in the card without a
kernel, and, as words, for screen readers.
"""

from dataclasses import dataclass, field
from html import escape
from math import ceil, floor, log10

from course.check.numbers import number

# Okabe and Ito's colours, which the colour-blind can tell apart; the style sheet has lighter ones
# for a dark page. What they tell is told by a shape, a dash or a word too.
COLOURS = {
    "blue": "#0072b2",
    "orange": "#c85200",
    "green": "#00795a",
    "purple": "#a3527f",
    "sky": "#2b8cc4",
}
PAGE_COLOURS = {code: f"var(--course-{name}, {code})" for name, code in COLOURS.items()}
BLUE, ORANGE, GREEN, PURPLE, SKY = PAGE_COLOURS.values()
INK = "currentColor"
FAINT = ".18"
BOLD = " font-weight='650'"
TEXT, SMALL = 12, 11  # px
LETTER = 0.6  # width of a letter, as a share of its height: an upper bound for digits
# Losses more than so many times as large as the largest gain get a scale of their own, in this
# share of the height; else the gains would be a flat line.
FEW = 3  # ticks of a logarithmic scale below which 2 and 5 are written too
LEAST_BAR = 60  # px that lying bars need beside their names and texts
UNSEEN = 1e-3  # of a scale: what nobody can tell from zero
LOSS_RATIO, LOSS_PART = 2.0, 0.36


def steps(low, high, count=5):
    """About `count` round numbers (1, 2 or 5 times a power of ten) from at most `low` to at least
    `high`.
    """
    raw = (high - low or 1.0) / count
    power = 10.0 ** floor(log10(raw))
    step = next(times * power for times in (1, 2, 5, 10) if times * power >= raw * (1 - 1e-9))
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return [step * place for place in range(first, last + 1)]


@dataclass
class Axis:
    """A scale from `low` to `high` with round ticks, written by `write`, and a title with the unit.

    `fitted` keeps the ends where they are (a slider's range); otherwise they move out to round
    numbers. `log` is a logarithmic scale with powers of ten. Losses that dwarf the gains get a
    smaller scale below zero, and the title says so.
    """

    low: float
    high: float
    title: str
    write: object = number
    fitted: bool = False
    log: bool = False
    count: int = 5
    ticks: list = field(default_factory=list)

    def __post_init__(self):
        self.broken = not self.log and not self.fitted and -self.low > LOSS_RATIO * self.high > 0
        if self.ticks:
            return
        if self.log:
            powers = range(floor(log10(self.low)), ceil(log10(self.high)) + 1)
            self.ticks = [10.0**place for place in powers if self._inside(10.0**place)]
            if len(self.ticks) < FEW:
                every = [times * 10.0**place for place in powers for times in (1, 2, 5)]
                self.ticks = [tick for tick in every if self._inside(tick)]
        elif self.broken:
            below = steps(self.low, 0, 2)
            above = steps(0, self.high, 4)
            self.low, self.high = below[0], above[-1]
            self.ticks = below[:-1] + above
            self.title += " (smaller scale below zero)"
        else:
            self.ticks = steps(self.low, self.high, self.count)
            if self.fitted:
                self.ticks = [tick for tick in self.ticks if self._inside(tick)]
            else:
                self.low, self.high = self.ticks[0], self.ticks[-1]

    def _inside(self, value):
        slack = 1e-9 * (abs(self.low) + abs(self.high))
        return self.low - slack <= value <= self.high + slack

    def share(self, value):
        """Where `value` lies between the ends, 0 to 1."""
        if self.log:
            return (log10(value) - log10(self.low)) / (log10(self.high) - log10(self.low))
        if self.broken:
            if value < 0:
                return LOSS_PART * (1 - value / self.low)
            return LOSS_PART + (1 - LOSS_PART) * value / self.high
        return (value - self.low) / (self.high - self.low or 1.0)


def mark(shape, x, y, size, colour, filled=True, opacity="1"):
    """One mark: "circle", "square", "up", "down" (triangles), "diamond", "plus" or "cross"."""
    paint = (
        f"fill='{colour}' fill-opacity='{opacity}'"
        if filled
        else f"fill='none' stroke='{colour}' stroke-width='1.6' stroke-opacity='{opacity}'"
    )
    if shape == "circle":
        return f"<circle cx='{x:.1f}' cy='{y:.1f}' r='{size}' {paint}/>"
    s = size
    path = {
        "square": f"M{x - s:.1f} {y - s:.1f}h{2 * s}v{2 * s}h{-2 * s}z",
        "up": f"M{x - s:.1f} {y + s:.1f}h{2 * s}l{-s} {-2 * s}z",
        "down": f"M{x - s:.1f} {y - s:.1f}h{2 * s}l{-s} {2 * s}z",
        "diamond": f"M{x:.1f} {y - 1.3 * s:.1f}l{1.3 * s:.1f} {1.3 * s:.1f}l{-1.3 * s:.1f}"
        f" {1.3 * s:.1f}l{-1.3 * s:.1f} {-1.3 * s:.1f}z",
        "plus": f"M{x - s:.1f} {y:.1f}h{2 * s}M{x:.1f} {y - s:.1f}v{2 * s}",
        "cross": f"M{x - s:.1f} {y - s:.1f}l{2 * s} {2 * s}m{-2 * s} 0l{2 * s} {-2 * s}",
    }[shape]
    if shape in ("plus", "cross"):
        paint = f"fill='none' stroke='{colour}' stroke-width='2' stroke-opacity='{opacity}'"
    return f"<path d='{path}' {paint}/>"


class Html(str):
    """Text that is HTML already."""


class Chart:
    """One picture: axes first, then what is drawn on them, then `html()`.

    Everything that is written into the picture is also in its text alternative; what is drawn
    without words gets its words through `say`. Outside of `x` and `y` nothing may be drawn:
    callers give axes that hold all values.
    """

    def __init__(self, title, width, height, x=None, y=None, top=None, left=None):
        self.title, self.width, self.height, self.x, self.y = title, width, height, x, y
        self._under, self._over, self._said, self._legend = [], [], [], []
        if left is None and y and y.ticks:
            longest = max(len(y.write(tick)) for tick in y.ticks)
            left = max(26, 10 + longest * SMALL * LETTER)
        self.left, self.right = 12 if left is None else left, 14
        self.top = top if top is not None else (24 if y and y.title else 10)
        self.bottom = 38 if x and x.title else 22 if x else 6
        self._axes()

    def redraw(self):
        """Draw the axes anew, after a margin has been changed and before anything is drawn."""
        self._under, self._over = [], []
        self._axes()

    def at_x(self, value):
        return self.left + (self.width - self.left - self.right) * self.x.share(value)

    def at_y(self, value):
        return self.top + (self.height - self.top - self.bottom) * (1 - self.y.share(value))

    def _axes(self):
        w, low = self.width, self.height - self.bottom
        if self.y:
            if self.y.title:
                self._write(2, 12, self.y.title, "start", kind="tick")
            for tick in self.y.ticks:
                y = self.at_y(tick)
                self._under.append(
                    f"<line x1='{self.left:.1f}' x2='{w - self.right}' y1='{y:.1f}' y2='{y:.1f}'"
                    f" stroke='{INK}' stroke-opacity='{'.75' if tick == 0 else FAINT}'"
                    f"{' data-zero' if tick == 0 else ''}/>"
                )
                self._write(self.left - 5, y + 4, self.y.write(tick), "end", kind="tick")
        if self.x:
            if not self.y:
                self._under.append(
                    f"<line x1='{self.left:.1f}' x2='{w - self.right}' y1='{low}' y2='{low}'"
                    f" stroke='{INK}' stroke-opacity='.4'/>"
                )
            texts = [(self.at_x(tick), self.x.write(tick)) for tick in self.x.ticks]
            free = -1e9
            for x, text in texts:
                half = len(text) * SMALL * LETTER / 2
                if x - half < free:
                    continue
                free = x + half + 6
                self._under.append(
                    f"<line x1='{x:.1f}' x2='{x:.1f}' y1='{low}' y2='{low + 4}' stroke='{INK}'"
                    " stroke-opacity='.5'/>"
                )
                self._write(min(x, w - half), low + 16, text, "middle", kind="tick")
            if self.x.title:
                self._write(
                    (self.left + w - self.right) / 2, low + 33, self.x.title, "middle", kind="tick"
                )

    def _write(self, x, y, text, anchor="start", kind="label", bold=False, size=None, halo=False):
        size = size or (SMALL if kind == "tick" else TEXT)
        self._over.append(
            f"<text x='{x:.1f}' y='{y:.1f}' text-anchor='{anchor}' font-size='{size}'"
            f" fill='{INK}' class='{kind}'{BOLD if bold else ''}"
            + (
                " stroke='var(--jp-layout-color1, #fff)' stroke-width='3' paint-order='stroke'"
                if halo
                else ""
            )
            + f">{escape(str(text))}</text>"
        )

    def say(self, text):
        """Words for what the picture shows without words."""
        self._said.append(text)
        return self

    def note(self, x, y, text, anchor="start", dx=0, dy=0, bold=False):
        """A label at a value, kept inside the picture."""
        size = len(text) * TEXT * LETTER
        at = self.at_x(x) + dx
        begin = {"start": at, "middle": at - size / 2, "end": at - size}[anchor]
        shift = min(0, self.width - 2 - (begin + size)) or max(0, self.left + 3 - begin)
        self._write(at + shift, self.at_y(y) + dy, text, anchor, bold=bold, halo=True)
        self._said.append(text)
        return self

    def upright(self, x, y, text, bold=False):
        """A label that is read from below, ending at a place in pixels."""
        self._over.append(f"<g transform='translate({x:.1f} {y:.1f}) rotate(-90)'>")
        self._write(0, 0, text, "end", "tick", bold)
        self._over.append("</g>")
        return self

    def label(self, x, y, text, anchor="middle", bold=False, kind="label"):
        """A label at a place in pixels."""
        self._write(x, y, text, anchor, kind, bold, halo=True)
        self._said.append(text)
        return self

    def line(self, points, colour=BLUE, dash="", wide=2.5, opacity="1"):
        if len(points) > 1:
            path = " ".join(f"{self.at_x(x):.1f},{self.at_y(y):.1f}" for x, y in points)
            self._over.append(
                f"<polyline points='{path}' fill='none' stroke='{colour}' stroke-width='{wide}'"
                f" stroke-opacity='{opacity}' stroke-linejoin='round'"
                f"{_dashed(dash)}/>"
            )
        return self

    def area(self, points, colour=INK, opacity=".18"):
        """The area between a line and the lower end of the scale."""
        low = self.height - self.bottom
        path = "".join(f"L{self.at_x(x):.1f} {self.at_y(y):.1f}" for x, y in points)
        begin, end = self.at_x(points[0][0]), self.at_x(points[-1][0])
        self._under.append(
            f"<path d='M{begin:.1f} {low}{path}L{end:.1f} {low}z' fill='{colour}'"
            f" fill-opacity='{opacity}'/>"
        )
        return self

    def dots(self, points, colour=BLUE, shape="circle", size=4, filled=True, opacity="1"):
        self._over.extend(
            mark(shape, self.at_x(x), self.at_y(y), size, colour, filled, opacity)
            for x, y in points
        )
        return self

    def bar(self, x, y, wide, colour=BLUE, opacity="1", base=0.0, filled=True, dash=""):
        """An upright bar from `base` to `y`, `wide` px broad, centred on `x`."""
        a, b = sorted((self.at_y(base), self.at_y(y)))
        self._over.append(
            f"<rect x='{self.at_x(x) - wide / 2:.1f}' y='{a:.1f}' width='{wide:.1f}'"
            f" height='{b - a:.1f}' {_fill(colour, opacity, filled, dash)}/>"
        )
        return self

    def rule(self, x=None, y=None, dash="4 3", opacity=".7"):
        """A line across the whole picture at `x` or `y`."""
        if x is not None:
            a, low = self.at_x(x), self.height - self.bottom
            place = f"x1='{a:.1f}' x2='{a:.1f}' y1='{self.top}' y2='{low}'"
        else:
            a = self.at_y(y)
            place = f"x1='{self.left:.1f}' x2='{self.width - self.right}' y1='{a:.1f}' y2='{a:.1f}'"
        self._under.append(
            f"<line {place} stroke='{INK}' stroke-opacity='{opacity}'{_dashed(dash)}/>"
        )
        return self

    def raw(self, svg):
        """Any other SVG, in pixels."""
        self._over.append(svg)
        return self

    def key(self, name, colour=BLUE, shape="line", filled=True, dash="", opacity="1", size=5):
        """An entry of the legend: `shape` is "line", "box" or one of the marks."""
        if shape == "line":
            sign = (
                f"<line x1='1' x2='21' y1='7' y2='7' stroke='{colour}' stroke-width='2.5'"
                f" stroke-opacity='{opacity}'{_dashed(dash)}/>"
            )
        elif shape == "box":
            sign = (
                f"<rect x='5' y='2' width='11' height='11' {_fill(colour, opacity, filled, dash)}/>"
            )
        else:
            sign = mark(shape, 11, 7, min(size, 10), colour, filled, opacity)
        self._legend.append(
            "<span class='course-key'><svg width='22' height='14' viewBox='0 0 22 14'"
            f" style='overflow:visible' aria-hidden='true'>{sign}</svg>{escape(name)}</span>"
        )
        return self

    def html(self):
        """The picture with its caption and legend."""
        said = escape("; ".join([self.title, *self._said]), quote=True)
        legend = f"<div class='course-legend'>{''.join(self._legend)}</div>" if self._legend else ""
        return (
            f"<figure class='course-figure' style='margin:0;width:{self.width:.0f}px;"
            f"max-width:100%'><figcaption class='course-caption'>{escape(self.title)}</figcaption>"
            f"<svg viewBox='0 0 {self.width:.0f} {self.height:.0f}' width='{self.width:.0f}'"
            f" style='max-width:100%;height:auto' role='img' aria-label='{said}'>"
            f"{''.join(self._under)}{''.join(self._over)}</svg>{legend}</figure>"
        )


def _attributes(named=None):
    return "".join(f" {name}='{value}'" for name, value in (named or {}).items())


def _dashed(dash):
    return f" stroke-dasharray='{dash}'" if dash else ""


def sign(shape, colour, filled=True):
    """A mark in a line of text or a table."""
    return (
        "<svg width='14' height='14' viewBox='0 0 14 14' style='vertical-align:-2px'"
        f" aria-hidden='true'>{mark(shape, 7, 7, 5, colour, filled)}</svg>"
    )


def _fill(colour, opacity, filled, dash=""):
    if filled:
        return f"fill='{colour}' fill-opacity='{opacity}'"
    return (
        f"fill='none' stroke='{colour}' stroke-opacity='{opacity}' stroke-width='1.5'"
        f"{_dashed(dash)}"
    )


def bars(title, rows, axis, width, row=24, keys=(), column=False):
    """Lying bars: `rows` is a list of (name, value, text, colour, opacity); negative ones go to the
    left of zero. `axis` holds all values. With `column` the texts stand in a column at the right.
    """
    names = max(len(name) for name, *_ in rows) * TEXT * LETTER + 10
    texts = max(len(text) for _, _, text, *_ in rows) * TEXT * LETTER
    above = width - names - texts < LEAST_BAR  # then names stand above their bars
    row = row + TEXT if above else row
    chart = Chart(title, width, len(rows) * row + 44, x=axis, top=4, left=4 if above else names)
    chart.right = texts + 10
    chart.redraw()
    low = chart.height - chart.bottom
    if axis.low <= 0:
        zero = chart.at_x(0)
        chart.raw(
            f"<line x1='{zero:.1f}' x2='{zero:.1f}' y1='2' y2='{low}' stroke='{INK}'"
            " stroke-opacity='.75' data-zero='x'/>"
        )
    for place, (name, value, text, colour, opacity) in enumerate(rows):
        middle = 4 + row * (place + 0.5) + (TEXT / 2 if above else 0)
        a, b = sorted((chart.at_x(max(0, axis.low)), chart.at_x(value)))
        if above:
            chart._write(chart.left + 3, middle - 10, name)
        else:
            chart._write(chart.left - 6, middle + 4, name, "end")
        chart.raw(
            f"<rect x='{a:.1f}' y='{middle - 7:.1f}' width='{b - a:.1f}' height='14'"
            f" {_fill(colour, opacity, True)}/>"
        )
        chart._write(width - texts if column else max(a, b) + 5, middle + 4, text)
        chart.say(f"{name} {text}")
    for key in keys:
        chart.key(**key)
    return chart


def table(head, rows, title="", marks=()):
    """A table as HTML; the cells are text, or what `Html` says is HTML. `marks` gives a class for
    each row.
    """
    top = "".join(f"<th scope='col'>{escape(each)}</th>" for each in head)
    marks = [*marks, *[""] * (len(rows) - len(marks))]
    body = "".join(
        f"<tr{_attributes({'class': mark} if mark else None)}>"
        + "".join(
            f"<td>{cell if isinstance(cell, Html) else escape(str(cell))}</td>" for cell in row
        )
        + "</tr>"
        for row, mark in zip(rows, marks, strict=True)
    )
    above = f"<p class='course-caption'>{escape(title)}</p>" if title else ""
    return (
        f"<div class='course-scroll'>{above}<table><thead><tr>"
        f"{top}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def told(*facts):
    """Big numbers side by side: (number, what it is) each, or (number, what, attributes)."""
    cells = "".join(
        f"<div><div class='course-big'{_attributes(*more)}>"
        f"{escape(str(value))}</div>{escape(what)}</div>"
        for value, what, *more in facts
    )
    return f"<div class='course-facts'>{cells}</div>"


def trail(chart, tried, now, write=None, colour=BLUE, shape="circle", label=True):
    """Dots at what was tried, joined by a thin line, and a large one at `now`; a loss is an orange
    triangle that points down.
    """
    chart.line(tried, colour, wide=1.2, opacity=".5")
    least = -UNSEEN * (chart.y.high - chart.y.low)
    gains = [point for point in tried if point[1] >= least and point[0] != now]
    losses = [point for point in tried if point[1] < least and point[0] != now]
    chart.dots(gains, colour, shape, 3, opacity=".6")
    chart.dots(losses, ORANGE, "down", 3, opacity=".6")
    here = dict(tried).get(now)
    if here is not None:
        lost = here < least
        chart.dots([(now, here)], ORANGE if lost else colour, "down" if lost else shape, 7)
        if label:
            text = (write or chart.y.write)(here)
            room = chart.at_y(here) - chart.top > 26
            chart.note(now, here, text, "middle", dy=-12 if room else 24, bold=True)
    if tried:
        step = max(1, len(tried) // 8)
        chart.say(
            "tried: "
            + ", ".join(f"{chart.x.write(x)}: {chart.y.write(y)}" for x, y in tried[::step])
        )
    return chart
