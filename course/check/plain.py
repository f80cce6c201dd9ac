"""Plain data: the only thing that crosses between a learner's function and a check.

A value is taken over by its exact type and rebuilt. An object whose `==` is
always true, a subclass with surprises or a live handle never gets that far.
"""

import datetime
import decimal
import fractions
import math

import numpy as np
import pandas as pd

from course.check.numbers import counted

MAX_DEPTH, MAX_ITEMS = 8, 2_000_000
# of a whole number: a larger one does not fit into a float, and every comparison would raise
MAX_BITS = 1_023
# Python writes numbers from LARGE on with an exponent; from HUGE on so does a person.
LARGE, HUGE = 1e6, 1e12


class NotPlain(TypeError):
    """A value that is not plain data; the message says what it is."""


def plain(value):
    """A copy of `value` made of exact built-in, NumPy and pandas types. Raises NotPlain."""
    return _copy(value, MAX_DEPTH, [MAX_ITEMS])


def _copy(value, depth, budget):
    budget[0] -= 1
    if depth < 0 or budget[0] < 0:
        raise NotPlain("data that is too deep or too large")
    kind = type(value)
    if kind is int and value.bit_length() > MAX_BITS:
        raise NotPlain("a whole number of more than 300 digits")
    if kind in (
        bool,
        int,
        float,
        str,
        type(None),
        type(...),
        datetime.date,
        datetime.datetime,
        pd.Timestamp,
        pd.Timedelta,
    ):
        return value
    if isinstance(value, np.generic) and kind.__module__ == "numpy":
        item = value.item()
        # A long double's item is a long double again.
        return float(value) if isinstance(item, np.floating) else _copy(item, depth - 1, budget)
    if kind in (decimal.Decimal, fractions.Fraction):
        return float(value)
    if kind in (list, tuple, set, frozenset):
        return kind(_copy(item, depth - 1, budget) for item in value)
    if kind is dict:
        return {
            _copy(key, depth - 1, budget): _copy(item, depth - 1, budget)
            for key, item in value.items()
        }
    if kind is np.ndarray and value.ndim == 0:  # a number in an array's clothes
        return _copy(value.item(), depth - 1, budget)
    if kind is np.ndarray:
        budget[0] -= value.size
        if value.dtype == object:
            return np.array(
                [_copy(item, depth - 1, budget) for item in value.ravel()], dtype=object
            ).reshape(value.shape)
        return np.array(value)
    if kind in (pd.Series, pd.Index, pd.RangeIndex):
        return pd.Series(_column(pd.Series(value), depth, budget), name=value.name)
    if kind is pd.DataFrame:
        if not value.columns.is_unique:
            raise NotPlain("a DataFrame in which two columns have the same name")
        return pd.DataFrame({name: _column(value[name], depth, budget) for name in value.columns})
    return _refuse(value)


def _refuse(value):
    raise NotPlain(describe_type(value))


def _column(column, depth, budget):
    budget[0] -= len(column)
    if budget[0] < 0:
        raise NotPlain("data that is too deep or too large")
    if column.dtype == object:
        return [_copy(item, depth - 1, budget) for item in column]
    return column.to_numpy(copy=True) if isinstance(column.dtype, np.dtype) else column.array.copy()


_NAMES = {
    bool: "True or False",
    int: "a whole number",
    float: "a number",
    str: "a text",
    list: "a list",
    tuple: "a tuple",
    set: "a set",
    dict: "a dictionary",
    np.ndarray: "a NumPy array",
    pd.DataFrame: "a DataFrame",
    pd.Series: "a pandas Series",
    type(None): "None",
}


def describe_type(value):
    """A value's type in a learner's words, such as "a list"."""
    kind = value if isinstance(value, type) else type(value)
    return _NAMES.get(kind, f"an object of type {kind.__name__}")


def _rounded(value):
    """The dictionaries and tuples of a value with floats of six digits."""
    if type(value) is float and math.isfinite(value):
        return float(f"{value:.6g}")
    if type(value) is tuple:
        return tuple(map(_rounded, value))
    if type(value) is dict:
        return {key: _rounded(item) for key, item in value.items()}
    return [_rounded(item) for item in value] if type(value) is list else value


def _digits(value):
    """A float to six digits, without an exponent where a person would write none."""
    if math.isfinite(value) and LARGE <= abs(value) < HUGE:
        return f"{value:.0f}"
    return f"{value:.6g}"


def show(value, width=70):
    """A value in one short line: floats to six digits, large tables by their shape."""
    if isinstance(value, pd.DataFrame):
        if 0 < len(value) <= 4 and value.shape[1] <= 8:
            return "; ".join(
                " ".join(str(item) if type(item) is str else show(item, 20) for item in row)
                for row in value.to_numpy(dtype=object).tolist()
            )
        return (
            f"a DataFrame with {counted(len(value), 'row')} and the columns"
            f" {', '.join(map(str, value.columns))}"
        )
    if type(value) is float:
        text = _digits(value)
    elif isinstance(value, (np.ndarray, pd.Series)) and np.ndim(value) <= 1 and len(value) <= 12:
        text = "[" + ", ".join(show(item, 20) for item in np.asarray(value).tolist()) + "]"
    elif type(value) in (set, frozenset):
        text = "{" + ", ".join(sorted(map(repr, value))) + "}" if value else "an empty set"
    elif type(value) is list:
        text = "[" + ", ".join(show(item, width) for item in value) + "]"
    elif isinstance(value, np.ndarray):
        text = f"an array of shape {value.shape}"
    elif isinstance(value, pd.Series):
        text = f"a Series of {counted(len(value), 'value')}"
    else:
        text = repr(_rounded(value))
    return text if len(text) <= width else text[: width - 3] + "..."
