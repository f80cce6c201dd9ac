"""Show what a learner's function will get, before it is written."""

import copy

import numpy as np
import pandas as pd

from course.check import render

ROWS = 6


def given(checks):
    """Show the arguments of every case in `checks` that is tried in the open: how the call is
    written, then each argument with its columns or keys and its first rows.
    """
    for check in checks:
        for call, args in check.calls() if callable(check.calls) else check.calls:
            render.say(f"`{call}` gets:")
            for arg in args:
                _show(copy.deepcopy(arg))


def _show(arg):
    if isinstance(arg, (pd.DataFrame, pd.Series)):
        if len(arg) > ROWS:
            render.say(f"the first {ROWS} of {len(arg)} rows:")
        render.show(arg.head(ROWS))
    elif isinstance(arg, dict) and any(map(_is_large, arg.values())):
        for key, value in arg.items():
            render.say(f"under the key `{key!r}`:")
            _show(value)
    else:
        render.say(f"`{arg!r}`")


def _is_large(value):
    return isinstance(value, (pd.DataFrame, pd.Series, np.ndarray, dict))
