"""Small pictures as inline SVG: they follow the page's colours and carry their numbers as text."""

import math

from markupsafe import Markup, escape

BINS = 20
_LOW, _HIGH, _STEP = (
    -1.0,
    2.0,
    0.1,
)  # the range of g that is drawn; what lies beyond is in the end bars


def _svg(width, height, label, marks, role="img"):
    return Markup(
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="{role}"'
        f' aria-label="{escape(label)}">{"".join(marks)}</svg>'
    )


def _text(x, y, words, anchor="middle", kind="tick"):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" class="{kind}">{escape(words)}</text>'


def _line(x1, y1, x2, y2, kind="axis"):
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{kind}"/>'


def _bars(counts, left, width, top, height, labels):
    most, step = max(max(counts), 1), width / len(counts)
    for place, count in enumerate(counts):
        tall = height * count / most
        if count:
            yield (
                f'<rect x="{left + place * step + 0.5:.1f}" y="{top + height - tall:.1f}"'
                f' width="{step - 1:.1f}" height="{tall:.1f}" class="bar">'
                f"<title>{escape(labels[place])}: {count}</title></rect>"
            )


def shares(values, width=1090, height=170):
    """How a class's shares of the points (0 to 1) are spread."""
    counts = [0] * BINS
    for value in values:
        counts[min(int(max(value, 0.0) * BINS), BINS - 1)] += 1
    labels = [f"{place / BINS:.0%} to {(place + 1) / BINS:.0%}" for place in range(BINS)]
    left, top, bottom = 34, 16, height - 22
    inner = width - left - 24
    marks = [_line(left, bottom, left + inner, bottom)]
    marks += _bars(counts, left, inner, top, bottom - top, labels)
    marks += [
        _text(left + inner * share, height - 7, f"{share:.0%}") for share in (0, 0.25, 0.5, 0.75, 1)
    ]
    marks += [_text(left - 6, top + 9, max(counts), "end"), _text(left - 6, bottom, 0, "end")]
    return _svg(
        width, height, f"Learners by their share of all points; {len(values)} learners", marks
    )


def spark(values, width=120, height=24):
    """The same in a table's cell."""
    counts = [0] * 10
    for value in values:
        counts[min(int(max(value, 0.0) * 10), 9)] += 1
    labels = [f"{place * 10}% to {place * 10 + 10}%" for place in range(10)]
    marks = [_line(0, height - 0.5, width, height - 0.5)]
    marks += _bars(counts, 0, width, 1, height - 2, labels)
    return _svg(width, height, "Shares of the points, 0% on the left, 100% on the right", marks)


def gains(values, width=420, height=96):
    """How g is spread, with the baseline at 0 and the expert at 1."""
    size = round((_HIGH - _LOW) / _STEP)
    counts = [0] * size
    for value in values:
        counts[min(max(math.floor((value - _LOW) / _STEP + 1e-9), 0), size - 1)] += 1
    labels = [f"g from {_LOW + place * _STEP:.1f}" for place in range(size)]
    labels[0], labels[-1] = "g of -0.9 or less", "g of 1.9 or more"
    left, top, bottom, inner = 10, 22, height - 18, width - 20

    def x(g):
        return left + inner * (g - _LOW) / (_HIGH - _LOW)

    marks = [_line(left, bottom, left + inner, bottom)]
    marks += _bars(counts, left, inner, top, bottom - top, labels)
    for g, name in ((0, "baseline"), (1, "expert")):
        marks += [_line(x(g), 13, x(g), bottom, "mark"), _text(x(g), 10, name)]
    marks += [_text(x(g), height - 4, f"{g:g}".replace("-", "−")) for g in (-1, 0, 1, 2)]
    return _svg(
        width, height, f"Spread of g over {len(values)} learners, baseline 0, expert 1", marks
    )


def scatter(items, worst, width=1090, height=400):
    """Difficulty against discrimination, a dot an exercise; those in `worst` carry their names."""
    left, top, bottom, inner = 46, 12, height - 40, width - 62

    def x(facility):
        return left + inner * facility

    def y(r):
        return bottom - (bottom - top) * (min(max(r, -0.4), 1.0) + 0.4) / 1.4

    marks = [
        f'<rect x="{left}" y="{y(0):.1f}" width="{inner}" height="{bottom - y(0):.1f}" class="bad"/>'
    ]
    for r in (-0.4, 0, 0.2, 0.5, 1.0):
        marks += [
            _line(left, y(r), left + inner, y(r), "grid"),
            _text(left - 6, y(r) + 4, f"{r:g}".replace("-", "−"), "end"),
        ]
    marks += [_text(x(share), bottom + 16, f"{share:.0%}") for share in (0, 0.25, 0.5, 0.75, 1)]
    marks += [
        _text(left + inner / 2, height - 6, "share of the points (right: easy)"),
        _text(left + 6, bottom - 6, "below 0: strong learners lose here", "start"),
    ]
    drawn = [
        item for item in items if item.facility is not None and item.discrimination is not None
    ]
    taken = []
    for item in drawn:
        named = item.anchor in worst
        at = (x(item.facility), y(item.discrimination))
        marks.append(
            f'<a href="#{escape(item.anchor)}"><circle cx="{at[0]:.1f}" cy="{at[1]:.1f}"'
            f' r="{5 if named else 4}" class="{"hot" if named else "dot"}">'
            f"<title>{escape(item.lesson)} {escape(item.label)}: {item.facility:.0%},"
            f" discrimination {item.discrimination:.2f}</title></circle></a>"
        )
        if named:
            taken.append((at, item))
    marks += _names(taken, left + inner)
    return _svg(
        width, height, f"{len(drawn)} exercises by difficulty and discrimination", marks, "group"
    )


def _names(taken, right):
    """Names beside their dots, moved down where they would lie on one another."""
    placed = []
    for (x, y), item in sorted(taken, key=lambda pair: pair[0][1]):
        words = f"{item.lesson.split('_')[0]} {item.label}"
        wide, turned = 6.6 * len(words), x + 6.6 * len(words) + 10 > right
        start = x - wide - 9 if turned else x + 9
        low = y + 4
        while any(
            abs(low - other) < 13 and start < end and begin < start + wide
            for other, begin, end in placed
        ):
            low += 13
        placed.append((low, start, start + wide))
        if low - y > 13:
            yield _line(x, y, x - 7 if turned else x + 7, low - 4, "lead")
        yield _text(start, low, words, "start", "name")


def days(counts, width=1090, height=130):
    """Hand-ins a day, between the first day and the last."""
    first, last = counts[0][0], counts[-1][0]
    length = (last - first).days + 1
    bars, labels = [0] * length, [""] * length
    for day, count in counts:
        bars[(day - first).days], labels[(day - first).days] = count, day.isoformat()
    left, top, bottom = 34, 12, height - 22
    inner = width - left - 10
    marks = [_line(left, bottom, left + inner, bottom)]
    marks += _bars(bars, left, inner, top, bottom - top, labels)
    marks += [
        _text(left, height - 6, first.isoformat(), "start"),
        _text(left + inner, height - 6, last.isoformat(), "end"),
        _text(left - 6, top + 9, max(bars), "end"),
    ]
    return _svg(width, height, "Hand-ins by day", marks)
