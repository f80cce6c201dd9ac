"""Show what a learner's function will get, before it is written."""

from html import escape

import numpy as np
import pandas as pd

from course.check import render

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
        self._call, self._args = call, args

    def __repr__(self):
        return "\n".join([f"{self._call} gets:", *(_plain(arg) for arg in self._args)])

    def _repr_html_(self):
        return (
            "<div class='mathjax_ignore' style='max-width:60em'>"
            f"<p style='margin:.3em 0'><code>{escape(self._call)}</code> gets:</p>"
            f"{''.join(_rich(arg) for arg in self._args)}</div>"
        )


def _plain(arg):
    return str(arg.head(ROWS)) if isinstance(arg, (pd.DataFrame, pd.Series)) else _short(arg)


def _rich(arg):
    if isinstance(arg, pd.Series):
        arg = arg.to_frame()
    if isinstance(arg, pd.DataFrame):
        more = f", {len(arg):,} rows; the first {ROWS}:" if len(arg) > ROWS else ":"
        table = arg.head(ROWS).to_html(border=0, notebook=False)
        return f"<p style='margin:.3em 0'>a DataFrame{more}</p>{table}"
    if isinstance(arg, dict) and len(repr(arg)) > CHARACTERS:
        rows = "".join(
            f"<tr><td style='text-align:left'><code>{escape(repr(key))}</code></td>"
            f"<td style='text-align:left'>{_value(value)}</td></tr>"
            for key, value in arg.items()
        )
        return (
            "<table><thead><tr><th style='text-align:left'>key</th>"
            f"<th style='text-align:left'>value</th></tr></thead><tbody>{rows}</tbody></table>"
        )
    return f"<p style='margin:.3em 0'>{_value(arg)}</p>"


def _value(value):
    if isinstance(value, (pd.DataFrame, pd.Series)):
        return _rich(value)
    return f"<code>{escape(_short(value))}</code>"


def _short(value):
    """A value in one line; of a long list, array or dictionary the beginning and its length."""
    text = repr(value.tolist() if isinstance(value, np.ndarray) else value)
    if len(text) <= CHARACTERS:
        return text
    return f"{text[:CHARACTERS]} ... ({len(value)} in all)" if hasattr(value, "__len__") else text
