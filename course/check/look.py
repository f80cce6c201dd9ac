"""Show what a learner's function will get, before it is written."""

from html import escape

import numpy as np
import pandas as pd

from course.check import render
from course.check.numbers import counted, with_minus

ROWS, CHARACTERS = 6, 110


def given(checks):
    """Show the arguments of every case in `checks` that is tried in the open: how the call is
    written, then each argument with its columns or keys and its first rows.
    """
    for check in checks:
        for call, args in check.calls() if callable(check.calls) else check.calls:
            render.show(_Given(call, args))


class _Given:
    """One call and its arguments, rich in a notebook, plain in a terminal."""

    def __init__(self, call, args):
        self._call, self._args = with_minus(call), args

    def __repr__(self):
        return "\n".join([f"{self._call} gets:", *(_plain(arg) for arg in self._args)])

    def _repr_html_(self):
        return (
            "<div class='mathjax_ignore' style='max-width:60em'>"
            f"<p style='margin:.3em 0'><code>{escape(self._call)}</code> gets:</p>"
            f"{''.join(_rich(arg) for arg in self._args)}</div>"
        )


def _plain(arg):
    if isinstance(arg, (pd.DataFrame, pd.Series)):
        return str(arg.head(ROWS))
    if _is_long_dict(arg):
        return "\n".join(f"  {key!r}: {_short(value)}" for key, value in arg.items())
    return _short(arg)


def _rich(arg):
    if isinstance(arg, pd.Series):
        arg = arg.to_frame()
    if isinstance(arg, pd.DataFrame):
        return _table(arg, "a DataFrame", "rows")
    if _is_long_dict(arg):
        values = list(arg.values())
        if _alike(values):
            rows = pd.DataFrame(values, index=[repr(key) for key in arg])
            return _table(rows, "a dictionary of dictionaries, one a row", "keys")
        rows = "".join(
            f"<tr><td style='text-align:left'><code>{escape(repr(key))}</code></td>"
            f"<td style='text-align:left'>{_value(value)}</td></tr>"
            for key, value in arg.items()
        )
        return (
            "<table><thead><tr><th style='text-align:left'>key</th>"
            f"<th style='text-align:left'>value</th></tr></thead><tbody>{rows}</tbody></table>"
        )
    if type(arg) is list and len(repr(arg)) > CHARACTERS and _alike(arg):
        return _table(pd.DataFrame(arg), "a list of dictionaries, one a row", "dictionaries")
    return f"<p style='margin:.3em 0'>{_value(arg)}</p>"


def _table(frame, kind, things):
    more = f", {len(frame):,} {things}; the first {ROWS}:" if len(frame) > ROWS else ":"
    table = frame.head(ROWS).to_html(border=0, notebook=False)
    return f"<p style='margin:.3em 0'>{kind}{more}</p>{table}"


def _is_long_dict(arg):
    return type(arg) is dict and len(repr(arg)) > CHARACTERS


def _alike(values):
    """Whether all are dictionaries with the same keys and short values: rows of a table."""
    return (
        len(values) > 1
        and all(type(each) is dict and each.keys() == values[0].keys() for each in values)
        and all(len(repr(item)) <= CHARACTERS // 2 for each in values for item in each.values())
    )


def _value(value):
    if isinstance(value, (pd.DataFrame, pd.Series)):
        return _rich(value)
    return f"<code>{escape(_short(value))}</code>"


def _short(value):
    """A value in about one line; of a long list, array or dictionary the first items, each whole,
    and how many there are.
    """
    if isinstance(value, (np.ndarray, pd.Series)):
        value = value.tolist()
    if isinstance(value, pd.DataFrame):
        return f"a DataFrame with {counted(len(value), 'row')}"
    if len(repr(value)) <= CHARACTERS or type(value) not in (list, tuple, dict):
        return repr(value)
    opened, closed = ("{", "}") if type(value) is dict else ("[", "]")
    items = (
        [f"{key!r}: {_short(item)}" for key, item in value.items()]
        if type(value) is dict
        else [_short(item) for item in value[:CHARACTERS]]
    )
    shown, room = [], CHARACTERS
    for item in items:
        if shown and len(item) > room:
            break
        shown.append(item)
        room -= len(item) + 2
    more = f", ... ({len(value)} in all)" if len(shown) < len(value) else ""
    return f"{opened}{', '.join(shown)}{more}{closed}"
