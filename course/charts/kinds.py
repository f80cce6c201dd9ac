"""The five kinds of charts. Each takes a table, a title that says what to see, and a unit.

What they share: `write` is `number`, `money` or `percent`, `digits` its decimals (by default as
many as the numbers need), and `line` a value with its words, (1, "as often as by chance").
"""

import math

import pandas as pd

from course.charts.picture import INK, axes, shown, styled
from course.check.numbers import number, percent
from course.widgets.chart import COLOURS, LETTER, SMALL, TEXT, steps

BLUE, ORANGE, GREEN, PURPLE, SKY = COLOURS.values()
# What tells series apart: a colour, and a mark or a dash for whoever does not see colours.
COLOUR = (BLUE, ORANGE, GREEN, PURPLE, SKY)
MARK = ("o", "s", "^", "D", "v")
DASH = ("-", "--", ":", "-.", (0, (6, 2, 1, 2, 1, 2)))
ROW, BAR = 26, 0.62  # px a row; the share of it that a bar fills
HIGH = 270  # px of lines and points
KEY = 20  # px of a line above the picture
APART = 15  # px between two labels
DOT, FAINT = 8, 0.18
LONGEST = 260  # px that names may take
CALM = 0.06  # of a scale, kept free at both ends of points


@styled
def bars(table, title, unit, write=number, digits=None, line=None, mark=()):
    """Lying bars, the first on top: a Series or dictionary of numbers by name. Those named in
    `mark` are orange.
    """
    values = _series(table)
    told = _texts(values, write, digits)
    drawn = _rows(values.index, [0.0, *values], unit, write, told, line)
    for place, (name, value, text) in enumerate(zip(values.index, values, told, strict=True)):
        chosen = name in mark
        length = value if math.isfinite(value) else 0.0
        drawn.barh(place, length, BAR, color=ORANGE if chosen else BLUE)
        _say(drawn, length, place, text, "end" if length < 0 else "start", bold=chosen)
    drawn.axvline(0, color=INK, lw=1, alpha=0.75)
    said = [f"{name} {text}" for name, text in zip(values.index, told, strict=True)]
    return shown(drawn, title, _ended(said, line), ["", unit], _lines(values.index, told))


@styled
def ranges(table, title, unit, write=number, digits=None, line=None, mark=()):
    """A dot and its interval a row: a table with the columns value, low, high, in this order."""
    table = pd.DataFrame(table).astype(float)
    value, low, high = (table.iloc[:, place] for place in range(3))
    every = pd.concat([value, low, high])
    texts = [_texts(each, write, digits, every) for each in (value, low, high)]
    told = [f"{here} ({a} to {b})" for here, a, b in zip(*texts, strict=True)]
    drawn = _rows(table.index, every, unit, write, told, line)
    for place, name in enumerate(table.index):
        colour = ORANGE if name in mark else BLUE
        drawn.plot([low.iloc[place], high.iloc[place]], [place, place], color=colour, lw=3)
        drawn.plot(value.iloc[place], place, "s" if name in mark else "o", color=colour, ms=DOT)
        _say(drawn, high.iloc[place], place, told[place], bold=name in mark)
    said = [f"{name} {text}" for name, text in zip(table.index, told, strict=True)]
    head = ["", *map(str, table.columns[:3])]
    return shown(drawn, title, _ended(said, line), head, _lines(table.index, *texts))


@styled
def dots(table, title, unit, write=number, digits=None, line=None):
    """Several values a row, joined: a table with a column for each kind of value."""
    table = pd.DataFrame(table).astype(float)
    every = table.stack()
    drawn = _rows(table.index, every, unit, write, [""], line, keys=True)
    for place, row in enumerate(table.to_numpy()):
        drawn.plot([min(row), max(row)], [place, place], color=INK, lw=1.5, alpha=0.4)
        for number_, value in enumerate(row):
            drawn.plot(value, place, MARK[number_], color=COLOUR[number_], ms=DOT)
    _keys(drawn, table.columns, MARK, above=bool(line))
    columns = [_texts(table[name], write, digits, every) for name in table]
    said = [
        f"{name} " + ", ".join(f"{kind} {text}" for kind, text in zip(table, row, strict=True))
        for name, *row in _lines(table.index, *columns)
    ]
    head = ["", *map(str, table.columns)]
    return shown(drawn, title, _ended(said, line), head, _lines(table.index, *columns))


@styled
def lines(table, title, unit, write=number, digits=None, line=None, mark=None):
    """A line for each column over the index, whose name is written below; named at their ends.

    Columns `low` and `high` are a band. `mark` is a place on the index with its words.
    """
    table = pd.DataFrame(table).astype(float)
    named = [name for name in table if name not in ("low", "high")]
    room = max(len(str(name)) for name in named) * TEXT * LETTER + 14
    every = [*table.stack(), *([line[0]] if line else [])]
    drawn = _plane(table.index, every, str(table.index.name or ""), unit, number, write, room)
    if {"low", "high"} <= set(table):
        drawn.fill_between(table.index, table["low"], table["high"], color=BLUE, alpha=0.2, lw=0)
    for place, name in enumerate(named):
        drawn.plot(table.index, table[name], color=COLOUR[place], ls=DASH[place], lw=2.5)
    ends = _spread([_pixel(drawn, table[name].dropna().iloc[-1]) for name in named])
    for name, up in zip(named, ends, strict=True):
        _at(drawn, table.index[-1], 0, str(name), dx=8, dy=up, of="axes")
    _rule(drawn, line)
    if mark:
        drawn.axvline(mark[0], color=INK, lw=1, ls=(0, (4, 3)), alpha=0.7)
        _at(drawn, mark[0], 1, mark[1], dx=5, dy=-8, of="axes")
    columns = [_texts(table[name], write, digits, table.stack()) for name in table]
    every_few = max(1, len(table) // 6)
    at = _texts(pd.Series(table.index, dtype=float), number)
    said = [
        f"{name}: "
        + ", ".join(
            f"{text} at {x}" for text, x in zip(texts[::every_few], at[::every_few], strict=True)
        )
        for name, texts in zip(table, columns, strict=True)
    ]
    said = _ended(said, line) + ([f"marked at {number(mark[0], 2)}: {mark[1]}"] if mark else [])
    return shown(
        drawn,
        title,
        said,
        [str(table.index.name or ""), *map(str, table.columns)],
        _lines(at, *columns),
    )


@styled
def points(table, title, write=(number, number), line=None, label=None):
    """A mark for each row: its first two columns are the two scales, whose names are written; a
    third tells kinds apart. Rows named in `label` (default: all) have their name beside them.
    """
    table = pd.DataFrame(table)
    x, y = (table.iloc[:, place].astype(float) for place in (0, 1))
    kinds = table.iloc[:, 2].astype(str) if table.shape[1] > 2 else pd.Series("", table.index)
    names = list(dict.fromkeys(kinds))
    drawn = _plane(x, y, str(x.name), str(y.name), *write, 90, calm=CALM, keys=names != [""])
    for place, kind in enumerate(names):
        here = (kinds == kind).to_numpy()
        drawn.plot(
            x[here], y[here], MARK[place], color=COLOUR[place], ms=DOT - 1, alpha=0.85,
            clip_on=False,
        )  # fmt: skip
    if names != [""]:
        _keys(drawn, names, MARK)
    for name in table.index if label is None else label:
        _at(drawn, x[name], y[name], str(name), dx=7)
    _rule(drawn, line)
    columns = [_texts(each, how) for each, how in zip((x, y), write, strict=True)]
    shown_kinds = [list(kinds)] if names != [""] else []
    rows = _lines(table.index, *columns, *shown_kinds)
    said = [", ".join([f"{row[0]} {row[1]} and {row[2]}", *row[3:]]) for row in rows]
    return shown(drawn, title, _ended(said, line), ["", *map(str, table.columns)], rows)


# What they share.


def _series(table):
    found = table.iloc[:, 0] if isinstance(table, pd.DataFrame) else pd.Series(table)
    return found.astype(float)


def _texts(values, write, digits=None, among=None):
    """Each value as text, with decimals enough for three figures of the largest `among` them."""
    values = pd.Series(values, dtype=float)
    if digits is None:
        digits = _digits(values if among is None else pd.Series(among, dtype=float), write)
    return [
        write(value, digits) if math.isfinite(value) else "without limit" if value > 0 else "none"
        for value in values
    ]


def _digits(values, write):
    finite = values[values.abs() < math.inf].abs() * (100 if write is percent else 1)
    if not len(finite) or (finite == finite.round()).all():
        return 0
    return max(0, 2 - math.floor(math.log10(finite.max() or 1)))


def _ticks(low, high, write):
    """Round numbers from at most `low` to at least `high`, and their texts."""
    found = steps(low, high)
    step = (found[1] - found[0]) * (100 if write is percent else 1)
    digits = max(0, -math.floor(math.log10(step) + 1e-9))
    return found, [write(each, digits) for each in found]


def _finite(values, line):
    found = [float(each) for each in values if math.isfinite(each)]
    return found + ([float(line[0])] if line else [])


def _rows(names, values, unit, write, told, line, keys=False):
    """Axes with a name a row, the first on top, that hold all values."""
    letters = max(len(str(name)) for name in names)
    texts = max(map(len, told)) * TEXT * LETTER + 10
    values = _finite(values, line)
    aside = texts if min(values) < 0 else 0  # texts of what is below zero stand on the left
    left = min(LONGEST, letters * TEXT * LETTER + 12) + aside
    top = 6 + KEY * (keys + bool(line))
    ticks, written = _ticks(min(values), max(values), write)
    right = max(14, texts, _overhang(written))
    drawn = axes(ROW * len(names) + top + 40, left, right, top, 40)
    drawn.set_xticks(ticks, written)
    drawn.set_xlim(ticks[0], ticks[-1])
    drawn.set_ylim(len(names) - 0.5, -0.5)
    drawn.set_yticks(range(len(names)), [str(name) for name in names], fontsize=TEXT)
    drawn.tick_params(axis="y", pad=5 + aside)
    drawn.grid(axis="x", color=INK, alpha=FAINT, lw=1)
    drawn.set_xlabel(unit, fontsize=SMALL)
    if line:
        drawn.axvline(line[0], color=INK, lw=1.5, ls=(0, (4, 3)), alpha=0.7)
        _at(drawn, line[0], 1, line[1], dy=9, of="axes", align="center")
    return drawn


def _overhang(written):
    """px by which the last of a scale's texts, centred on its tick, stands over the axes' end."""
    return len(written[-1]) * SMALL * LETTER / 2 + 2


def _plane(x, y, x_title, y_title, write_x, write_y, right, calm=0.0, keys=False):
    """Axes with two scales that hold all values."""
    x, y = (_finite(each, None) for each in (x, y))
    if calm:
        x, y = ([*each, *_calm(each, calm)] for each in (x, y))
    x_ticks, x_texts = _ticks(min(x), max(x), write_x)
    y_ticks, y_texts = _ticks(min(y), max(y), write_y)
    left = max(map(len, y_texts)) * SMALL * LETTER + 12
    top = 26 + KEY * keys
    drawn = axes(HIGH + KEY * keys, left, max(right, _overhang(x_texts)), top, 42)
    drawn.set_xticks(x_ticks, x_texts)
    drawn.set_yticks(y_ticks, y_texts)
    drawn.set_xlim(*((x_ticks[0], x_ticks[-1]) if calm else (min(x), max(x))))
    drawn.set_ylim(y_ticks[0], y_ticks[-1])
    drawn.grid(axis="y", color=INK, alpha=FAINT, lw=1)
    drawn.set_xlabel(x_title, fontsize=SMALL)
    _at(drawn, 0, 1, y_title, dx=4 - left, dy=14 + KEY * keys, of="figure", size=SMALL)
    return drawn


def _calm(values, part):
    """(low, high) with room at both ends; where nothing is below zero the scale is not either."""
    low, room = min(values), part * _span(values)
    return (max(0.0, low - room) if low >= 0 else low - room), max(values) + room


def _span(values):
    return max(values) - min(values) or 1.0


def _at(drawn, x, y, text, dx=0, dy=0, of="data", align="left", size=TEXT, bold=False):
    """A text at a place: both numbers of the scales ("data"), the height a share ("axes"), or both
    shares ("figure"); `dx` and `dy` are px to the right and up.
    """
    from matplotlib.transforms import offset_copy

    where = {
        "data": drawn.transData,
        "axes": drawn.get_xaxis_transform(),
        "figure": drawn.transAxes,
    }[of]
    drawn.text(
        x, y, text, transform=offset_copy(where, drawn.figure, dx, dy, units="points"),
        ha=align, va="center", fontsize=size, fontweight=700 if bold else 400,
    )  # fmt: skip


def _say(drawn, x, y, text, side="start", bold=False):
    """A value's text beside its mark, to the right or (`end`) to the left."""
    right = side == "start"
    _at(drawn, x, y, text, dx=8 if right else -8, align="left" if right else "right", bold=bold)


def _rule(drawn, line):
    if line:
        drawn.axhline(line[0], color=INK, lw=1.5, ls=(0, (4, 3)), alpha=0.7)
        _at(drawn, drawn.get_xlim()[0], line[0], line[1], dx=5, dy=9)


def _keys(drawn, names, marks, above=False):
    """Which mark is which, in a line above the picture."""
    left = 0.0
    for place, name in enumerate(names):
        width = drawn.get_window_extent().width
        up = 1 + (KEY / 2 + (KEY if above else 0)) / drawn.get_window_extent().height
        drawn.plot(
            left / width, up, marks[place], color=COLOUR[place], ms=DOT, clip_on=False,
            transform=drawn.transAxes,
        )  # fmt: skip
        _at(drawn, left / width, up, str(name), dx=9, of="figure")
        left += len(str(name)) * TEXT * LETTER + 34


def _pixel(drawn, y):
    """How many px above the lower end of the picture a value stands."""
    low, high = drawn.get_ylim()
    return (y - low) / (high - low) * drawn.get_window_extent().height


def _spread(places):
    """Places in px, moved so that no two are closer than APART."""
    order = sorted(range(len(places)), key=lambda place: places[place])
    moved, free = list(places), -math.inf
    for place in order:
        moved[place] = free = max(places[place], free + APART)
    return moved


def _ended(said, line):
    return [*said, f"line at {number(line[0], 2)}: {line[1]}"] if line else said


def _lines(*columns):
    return [[str(each) for each in row] for row in zip(*columns, strict=True)]
