"""The panel under a test cell: HTML that follows JupyterLab's theme, or plain text."""

from dataclasses import dataclass
from html import escape

_MARK = {"right": "✓", "not yet": "✗", "not attempted": "○"}
_COLOUR = {
    "right": "var(--jp-success-color1, #2e7d32)",
    "not yet": "var(--jp-warn-color1, #b26a00)",
    "not attempted": "var(--jp-border-color1, #757575)",
}


@dataclass(frozen=True)
class Panel:
    """Everything that one outcome shows."""

    title: str
    outcome: str
    earned: float
    maximum: float
    untouched: str
    findings: list
    more_at_grading: bool

    def head(self):
        points = f" · {self.earned:g} of {self.maximum:g} points" if self.maximum else ""
        return f"{self.title}: {self.outcome}{points}"

    def foot(self):
        if self.outcome == "right" and self.more_at_grading:
            return (
                "The checks you can see have passed. More is checked at grading, on cases that"
                " nobody has seen."
            )
        return ""

    def __repr__(self):
        lines = [f"{_MARK[self.outcome]} {self.head()}"]
        lines += [f"  {'✓' if found.right else '✗'} {found.sentence}" for found in self.findings]
        for found in self.findings:
            lines += [
                f"    {label}: yours {mine:,.2f}, baseline {low:,.2f}, expert {high:,.2f}"
                for label, mine, low, high in found.chart
            ]
        lines += [f"  {text}" for text in (self.untouched, self.foot()) if text]
        return "\n".join(lines)

    def _repr_html_(self):
        rows = "".join(
            f"<li style='margin:.25em 0'><b aria-hidden='true'>{'✓' if found.right else '✗'}</b>"
            " <span class='course-unseen'"
            f" style='position:absolute;left:-9999px'>{'passed' if found.right else 'failed'}:"
            f" </span>{_prose(found.sentence)}{_chart(found)}</li>"
            for found in self.findings
        )
        tail = "".join(
            f"<p style='margin:.4em 0'>{_prose(text)}</p>"
            for text in (self.untouched, self.foot())
            if text
        )
        colour = _COLOUR[self.outcome]
        return (
            "<div class='course-outcome mathjax_ignore' role='status' style='border-left:4px solid"
            f" {colour};padding:.4em .9em;margin:.3em"
            " 0;background:var(--jp-layout-color1,#fff);color:var(--jp-ui-font-color1,#1a1a1a);"
            "font-size:14px;line-height:1.45;max-width:52em;position:relative'><div"
            f" style='font-weight:600'>{_MARK[self.outcome]} {escape(self.head())}</div><ul"
            f" style='list-style:none;padding:0;margin:.3em 0'>{rows}</ul>{tail}</div>"
        )


def _prose(sentence):
    """Escaped text in which `code` between backticks is set as code."""
    parts = escape(sentence).split("`")
    return "".join(
        f"<code>{part}</code>" if place % 2 else part for place, part in enumerate(parts)
    )


def _chart(found):
    """A dot plot a draw (baseline, expert, yours) and its numbers as a table."""
    if not found.chart:
        return ""
    values = [number for row in found.chart for number in row[1:]]
    low, high = min(*values, 0.0), max(values) or 1.0
    width, left, step = 420, 64, 26

    def x(value):
        return left + (width - left - 20) * (value - low) / ((high - low) or 1.0)

    marks = []
    for place, (label, mine, base, expert) in enumerate(found.chart):
        y = 18 + place * step
        marks.append(
            f"<text x='0' y='{y + 4}' font-size='11'"
            f" fill='currentColor'>{escape(label)}</text><line x1='{x(base):.1f}'"
            f" x2='{x(expert):.1f}' y1='{y}' y2='{y}' stroke='currentColor' stroke-opacity='.35'"
            f" stroke-width='2'/><path d='M{x(base):.1f} {y - 6}v12' stroke='currentColor'"
            f" stroke-width='2'/><path d='M{x(expert):.1f} {y - 6}l6 6l-6 6l-6 -6z' fill='none'"
            f" stroke='currentColor' stroke-width='1.5'/><circle cx='{x(mine):.1f}' cy='{y}' r='5'"
            " fill='var(--jp-brand-color1,#1565c0)'/>"
        )
    height = 18 + len(found.chart) * step
    cells = "".join(
        f"<tr><td>{escape(label)}</td>"
        + "".join(f"<td style='text-align:right'>{n:,.2f}</td>" for n in (base, mine, expert))
        + "</tr>"
        for label, mine, base, expert in found.chart
    )
    return (
        f"<figure style='margin:.5em 0'><svg viewBox='0 0 {width} {height}' width='{width}'"
        " role='img' style='max-width:100%' "
        "aria-label='Per draw: a bar is the baseline, a diamond the expert, the filled dot is"
        " yours; the numbers stand in the table below.'>"
        f"{''.join(marks)}</svg><figcaption style='font-size:12px'>Bar: baseline. Diamond: expert."
        " Filled dot: yours.</figcaption>"
        "<details><summary style='font-size:12px'>The numbers"
        f" ({escape(found.unit)})</summary><table><thead><tr><th>Draw</th><th>Baseline</th>"
        f"<th>Yours</th><th>Expert</th></tr></thead><tbody>{cells}</tbody></table></details></figure>"
    )


class _Line:
    def __init__(self, text):
        self._text = text

    def __repr__(self):
        return self._text

    def _repr_html_(self):
        return f"<p class='mathjax_ignore' style='max-width:52em'>{_prose(self._text)}</p>"


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
