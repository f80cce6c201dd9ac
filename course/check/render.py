"""The panel under a test cell: HTML that follows JupyterLab's theme, or plain text."""

import math
import re
from dataclasses import dataclass
from html import escape

from course.check.findings import parts_together
from course.check.numbers import amount, short_of, with_minus

# The mime type under which a panel's facts stand in a notebook, for feedback and reports.
OUTCOME = "application/vnd.course.outcome+json"
# A state in shape, colour and border; the word stands beside it.
_MARK = {"right": "✓", "passes here": "◐", "not yet": "✗", "not attempted": "○"}
_COLOUR = {
    "right": "var(--jp-success-color1, #2e7d32)",
    "passes here": "var(--jp-brand-color1, #1565c0)",
    "not yet": "var(--jp-warn-color1, #b26a00)",
    "not attempted": "var(--jp-border-color1, #757575)",
}
_BORDER = {
    "right": "6px double",
    "passes here": "4px solid",
    "not yet": "4px dashed",
    "not attempted": "4px dotted",
}


# From this share on a finding is marked as partly right.
PARTLY = 0.05


@dataclass(frozen=True)
class Panel:
    """Everything that one outcome shows.

    `findings` is a list of (Finding, whether it is core); `low` and `high` are the points that
    fresh draws may give to a decision, `g` its gain (else None); `printed` a list of (call, text).
    """

    lesson: str
    exercise: str
    state: str
    earned: float
    maximum: float
    graded: bool
    untouched: str
    findings: list
    low: float | None = None
    high: float | None = None
    g: float | None = None
    printed: list = ()
    hint: str = ""

    def head(self):
        """The exercise, its state, and what is known of its points."""
        return " · ".join(filter(None, [f"{self.exercise}: {self.state}", self._known()]))

    def _known(self):
        if not self.maximum or self.state == "not attempted":
            return ""
        known = next((found.head for found, _ in self.findings if found.head), "")
        if self.graded:
            return f"{self.earned:g} of {self.maximum:g} points"
        if self.low is not None:
            return (
                f"{short_of(self.earned, self.maximum, 1)} of {self.maximum:g} points on the practice"
                " draws"
            )
        if known:
            return known
        if self.state == "passes here":
            return f"the {self.maximum:g} points are decided at grading"
        return f"{short_of(self.earned, self.maximum, 1)} of {self.maximum:g} points so far"

    def foot(self):
        """What is still open after the findings; "" where nothing is."""
        if self.graded or not self.maximum or self.state == "not attempted":
            return ""
        if self.low is not None:
            low, high = _points(self.low), _points(self.high)
            likely = low if low == high else f"{low} to {high}"
            return (
                f"On draws that nobody has seen, {likely} of {self.maximum:g} points are likely;"
                " there the grade is decided."
            )
        if self.state == "passes here":
            return (
                "All that can be checked here is right. It is graded on cases that nobody has seen."
            )
        return ""

    def parts_said(self):
        """What single parts of the answer are worth, where some of them are wrong; "" elsewhere."""
        wrong = [found for found, is_core in self.findings if is_core and not found.right]
        if not self.maximum or not wrong or not all(found.parts for found in wrong):
            return ""
        parts = parts_together(wrong)
        missed = [name for name, right, core in parts if core and not right]
        if missed:
            return (
                f"The exercise is about `{missed[0]}`: while it is wrong, the other parts earn no"
                " points."
            )
        right = sum(right for _, right, _ in parts)
        return (
            f"A part that is right every time earns its share of the points: {right} of"
            f" {len(parts)} parts are."
        )

    def first_wrong(self):
        """The first sentence that is not about something right."""
        wrong = (found.sentence for found, _ in self.findings if not found.right)
        return next(wrong, self.untouched)

    def facts(self):
        """The panel as plain JSON: see OUTCOME."""
        return {
            "lesson": self.lesson,
            "exercise": self.exercise,
            "state": self.state,
            "earned": self.earned,
            "maximum": self.maximum,
            "low": self.low,
            "high": self.high,
            "g": None if self.g is None or not math.isfinite(self.g) else round(self.g, 4),
            "untouched": self.untouched,
            "findings": [
                {
                    "share": round(found.share, 4),
                    "sentence": found.sentence,
                    "core": core,
                    **({"rows": [list(row) for row in found.rows]} if found.rows else {}),
                }
                for found, core in self.findings
            ],
            "text": repr(self),
        }

    def _tail(self):
        return [
            text for text in (self.untouched, self.parts_said(), self.foot(), self.hint) if text
        ]

    def __repr__(self):
        lines = [f"{_MARK[self.state]} {self.head()}"]
        for found, _ in self.findings:
            lines.append(f"  {_mark(found)} {found.sentence}")
            lines += [f"    ✗ {_bare(text)}" for right, text in found.rows if not right]
            lines += [
                f"    {label}: yours {amount(mine)}, baseline {amount(low)}, expert {amount(high)}"
                for label, mine, low, high in found.chart
            ]
        lines += [f"  {call} printed: {text}" for call, text in self.printed]
        lines += [f"  {text}" for text in self._tail()]
        return "\n".join(lines)

    def _repr_html_(self):
        rows = "".join(
            f"<li style='margin:.25em 0'><b aria-hidden='true'>{_mark(found)}</b> "
            f"{_unseen('passed' if found.right else 'failed')}"
            f"{prose(found.sentence)}{_items(found)}{_chart(found)}</li>"
            for found, _ in self.findings
        )
        tail = "".join(f"<p style='margin:.4em 0'>{prose(text)}</p>" for text in self._tail())
        return (
            f"<div class='course-outcome mathjax_ignore' role='status' data-state='{self.state}'"
            f" style='border-left:{_BORDER[self.state]} {_COLOUR[self.state]};"
            "padding:.4em .9em;margin:.3em 0;"
            "background:var(--jp-layout-color1,#fff);color:var(--jp-ui-font-color1,#1a1a1a);"
            "font-size:14px;line-height:1.45;max-width:52em;position:relative'>"
            f"<div style='font-weight:600'><span style='color:{_COLOUR[self.state]}'"
            f" aria-hidden='true'>{_MARK[self.state]}</span> {escape(self.head())}</div>"
            f"<ul style='list-style:none;padding:0;margin:.3em 0'>{rows}</ul>"
            f"{_prints(self.printed)}{tail}</div>"
        )


def _points(value):
    return f"{value:.1f}"


def _mark(found):
    if found.right:
        return "✓"
    return "◑" if found.share >= PARTLY else "✗"


def _unseen(text):
    """Words that only a screen reader says."""
    return (
        "<span class='course-unseen' style='position:absolute;left:-9999px'>"
        f"{escape(text)}: </span>"
    )


def prose(sentence):
    """Escaped text in which `code` between backticks is set as code and **this** is bold."""
    parts = escape(sentence).split("`")
    text = "".join(
        f"<code>{part}</code>" if place % 2 else part for place, part in enumerate(parts)
    )
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)


def _bare(text):
    return text.replace("**", "")


def _items(found):
    """Single items of a sorting exercise: the wrong ones open, the right ones folded."""
    if not found.rows:
        return ""

    def listed(right):
        mark, word = ("✓", "right") if right else ("✗", "wrong")
        return "".join(
            f"<li style='margin:.2em 0'><b aria-hidden='true'>{mark}</b> {_unseen(word)}"
            f"{prose(text)}</li>"
            for each, text in found.rows
            if each == right
        )

    style = "list-style:none;padding-left:1.2em;margin:.3em 0"
    wrong, right = listed(False), listed(True)
    folded = (
        f"<details><summary>The right ones, with the reason</summary><ul style='{style}'>{right}"
        "</ul></details>"
        if right
        else ""
    )
    return (f"<ul style='{style}'>{wrong}</ul>" if wrong else "") + folded


def _prints(printed):
    if not printed:
        return ""
    shown = "".join(
        f"<div>{prose(call)}</div>"
        + (f"<pre style='margin:.2em 0 .5em 1.2em'>{escape(text)}</pre>" if text else "")
        for call, text in printed
    )
    return (
        "<details open><summary>What your function printed</summary>"
        f"<div style='font-size:13px'>{shown}</div></details>"
    )


_WIDTH, _LEFT, _RIGHT, _TOP, _STEP = 560, 58, 16, 26, 17
_YOURS, _EXPERT = "var(--jp-brand-color1,#1565c0)", "var(--jp-warn-color1,#b26a00)"


def _chart(found):
    """Draw by draw: baseline, expert and yours, each at a height of its own so that none hides
    another; the numbers in a table behind.
    """
    if not found.chart:
        return ""
    values = [number for row in found.chart for number in row[1:]]
    low, high = min(*values, 0.0), max(*values, 0.0)
    span = (high - low) or 1.0

    def x(value):
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * (value - low) / span

    bottom = _TOP + len(found.chart) * _STEP
    parts = [
        f"<line x1='{x(tick):.1f}' x2='{x(tick):.1f}' y1='{_TOP - 6}' y2='{bottom}'"
        f" stroke='currentColor' stroke-opacity='{0.8 if tick == 0 else 0.18}'/>"
        f"<text x='{x(tick):.1f}' y='{bottom + 14}' font-size='11' text-anchor='middle'"
        f" fill='currentColor'>{_round(tick)}</text>"
        for tick in _ticks(low, high)
    ]
    for place, (label, mine, base, expert) in enumerate(found.chart):
        y = _TOP + place * _STEP + _STEP / 2
        parts.append(
            f"<text x='0' y='{y + 4}' font-size='11' fill='currentColor'>{escape(label)}</text>"
            f"<path d='M{x(base):.1f} {y - 6}v12' stroke='currentColor' stroke-width='2'/>"
            f"<path d='M{x(expert):.1f} {y - 7}l4 4l-4 4l-4 -4z' fill='none' stroke='{_EXPERT}'"
            " stroke-width='1.5'/>"
            f"<circle cx='{x(mine):.1f}' cy='{y + 3}' r='3.6' fill='{_YOURS}'/>"
        )
    legend = (
        f"<path d='M{_LEFT} 4v12' stroke='currentColor' stroke-width='2'/>"
        f"<text x='{_LEFT + 7}' y='14' font-size='12' fill='currentColor'>baseline</text>"
        f"<circle cx='{_LEFT + 84}' cy='10' r='3.6' fill='{_YOURS}'/>"
        f"<text x='{_LEFT + 92}' y='14' font-size='12' fill='currentColor'>yours</text>"
        f"<path d='M{_LEFT + 150} 6l4 4l-4 4l-4 -4z' fill='none' stroke='{_EXPERT}'"
        " stroke-width='1.5'/>"
        f"<text x='{_LEFT + 159}' y='14' font-size='12' fill='currentColor'>expert</text>"
        f"<text x='{_WIDTH - _RIGHT}' y='14' font-size='11' text-anchor='end'"
        f" fill='currentColor'>{escape(found.unit)}</text>"
    )
    cells = "".join(
        f"<tr><td>{escape(label)}</td>"
        + "".join(
            f"<td style='text-align:right'>{escape(amount(n))}</td>" for n in (base, mine, expert)
        )
        + "</tr>"
        for label, mine, base, expert in found.chart
    )
    return (
        f"<figure style='margin:.5em 0'><svg viewBox='0 0 {_WIDTH} {bottom + 20}' width='{_WIDTH}'"
        " role='img' style='max-width:100%' aria-label='Draw by draw what the baseline, the expert"
        f" and your policy earn, in {escape(found.unit, quote=True)}; the numbers stand in the"
        f" table below.'>{legend}{''.join(parts)}</svg>"
        f"<details><summary style='font-size:12px'>The numbers ({escape(found.unit)})</summary>"
        "<table><thead><tr><th>Draw</th><th>Baseline</th><th>Yours</th><th>Expert</th></tr>"
        f"</thead><tbody>{cells}</tbody></table></details></figure>"
    )


def _ticks(low, high):
    """About five round numbers from `low` to `high`, 0 among them."""
    raw = (high - low) / 5 or 1.0
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(nice * power for nice in (1, 2, 5, 10) if nice * power >= raw)
    first = math.ceil(low / step)
    return [step * number for number in range(first, math.floor(high / step) + 1)]


def _round(tick):
    """A round number as a person writes it."""
    return with_minus(f"{tick:,.10g}") if abs(tick) < 1e6 else amount(tick)


class _Line:
    def __init__(self, text):
        self._text = text

    def __repr__(self):
        return self._text

    def _repr_html_(self):
        return f"<p class='mathjax_ignore' style='max-width:52em'>{prose(self._text)}</p>"


def say(text):
    """Show one sentence, rich in a notebook, plain in a terminal."""
    show(_Line(text))


def show(thing):
    """Display in a notebook; print elsewhere."""
    from IPython import get_ipython

    if get_ipython() is None:
        print(repr(thing))
        return
    from IPython.display import display

    display(thing)
