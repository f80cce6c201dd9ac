"""Whether a learner's plain value is the wanted one, and what is wrong with its type or shape.

Values that any person would call equal are equal: 240.0 and 240; a list, tuple, Series or array
of the same length. A bool is no number, a wrong length is no rounding, and what is not a finite
number never passes for one.
"""

import math

import numpy as np
import pandas as pd

from course.check.numbers import counted
from course.check.plain import describe_type, show

_SEQUENCES = (list, tuple, np.ndarray, pd.Series)


def same(value, want, rtol=1e-6, atol=1e-9):
    """Whether two plain values agree: numbers within tolerance, everything else exactly."""
    if isinstance(want, pd.DataFrame):
        return (
            isinstance(value, pd.DataFrame)
            and list(value.columns) == list(want.columns)
            and len(value) == len(want)
            and all(same(value[c].tolist(), want[c].tolist(), rtol, atol) for c in want.columns)
        )
    if isinstance(want, _SEQUENCES):
        if not isinstance(value, _SEQUENCES):
            return False
        value, want = _listed(value), _listed(want)
        return len(value) == len(want) and all(
            same(v, w, rtol, atol) for v, w in zip(value, want, strict=True)
        )
    if type(want) in (int, float):
        return _same_number(value, want, rtol, atol)
    if type(want) is dict:
        return (
            type(value) is dict
            and value.keys() == want.keys()
            and all(same(value[key], want[key], rtol, atol) for key in want)
        )
    if type(want) in (set, frozenset):
        return type(value) in (set, frozenset) and value == want
    return type(value) is type(want) and value == want


def _same_number(value, want, rtol, atol):
    if type(value) not in (int, float):
        return False
    if math.isnan(want):
        return math.isnan(value)
    if math.isinf(want):
        return value == want
    if type(want) is int:
        return math.isclose(value, want, rel_tol=1e-12, abs_tol=1e-9)
    return math.isclose(value, want, rel_tol=rtol, abs_tol=atol)


def _listed(sequence):
    if isinstance(sequence, (np.ndarray, pd.Series)):
        return sequence.tolist()
    return list(sequence)


def parts_of(want):
    """The names of the parts that a value consists of: a table's columns, a dictionary's keys.

    Columns of text beside columns of numbers only say what a row is about; they earn nothing.
    """
    if isinstance(want, pd.DataFrame):
        numbers = [
            name for name in want.columns if not any(type(each) is str for each in want[name])
        ]
        return numbers or list(want.columns)
    if type(want) is dict and all(type(key) is str for key in want):
        return list(want)
    return []


def part(value, name):
    """One named part of a table or dictionary as plain data, None where it is missing."""
    if isinstance(value, pd.DataFrame):
        return value[name].tolist() if name in value.columns else None
    return value.get(name)


def type_problem(value, want):
    """What is wrong with the type or shape of `value` beside `want`, in words; "" where nothing.

    A column or key that is missing is no such problem as long as another is there: it is a wrong
    part, and `gives` says which.
    """
    if value is None:
        return "gave None. Is there a `return` in every branch?"
    if isinstance(want, pd.DataFrame):
        return _table_problem(value, want)
    if isinstance(want, _SEQUENCES):
        return _sequence_problem(value, want)
    if type(want) in (int, float):
        if type(value) not in (int, float):
            return f"gave {show(value)}, which is {describe_type(value)}, not {_number(want)}."
        if math.isnan(value) and not math.isnan(want):
            return "gave NaN (not a number). Was something divided by zero?"
        if type(want) is int and math.isfinite(value) and value != round(value):
            return f"gave {show(value)}, which is not a whole number."
        return ""
    if type(want) is dict and type(value) is dict:
        return _keys_problem(value, want)
    if type(want) in (set, frozenset) and type(value) in (set, frozenset):
        return ""
    if type(value) is not type(want):
        return f"gave {show(value)}, which is {describe_type(value)}, not {describe_type(want)}."
    return ""


def _number(want):
    return "a number" if type(want) is float else "a whole number"


def _table_problem(value, want):
    if not isinstance(value, pd.DataFrame):
        return f"gave {describe_type(value)}, not a DataFrame."
    have, asked = list(value.columns), list(want.columns)
    shared = [name for name in asked if name in have]
    if not shared or [name for name in have if name not in asked]:
        return f"has the columns {have}; asked were {asked}, in this order."
    if have != shared:
        return f"has the columns {have}; asked were {asked}, in this order."
    if len(value) != len(want):
        return f"has {counted(len(value), 'row')}; asked were {len(want)}."
    return ""


def _keys_problem(value, want):
    missing = [key for key in want if key not in value]
    strange = [key for key in value if key not in want]
    if strange or len(missing) == len(want):
        return f"has the keys {show(list(value), 200)}; asked were {show(list(want), 200)}."
    return ""


def _sequence_problem(value, want):
    kind = describe_type(want)
    if not isinstance(value, _SEQUENCES):
        return f"gave {show(value)}, which is {describe_type(value)}, not {kind}."
    if np.ndim(want) > 1 and isinstance(value, np.ndarray) and value.shape != np.shape(want):
        return f"gave an array of shape {value.shape}; asked was {np.shape(want)}."
    value, want = _listed(value), _listed(want)
    if len(value) != len(want):
        return f"gave {counted(len(value), 'value')}; asked were {len(want)}."
    for place, (one, wanted) in enumerate(zip(value, want, strict=True)):
        if type(wanted) in (int, float) and type(one) not in (int, float):
            return (
                f"holds {show(one)} at place {place}, which is {describe_type(one)}, not a number."
            )
        if type(one) is float and not math.isfinite(one) and not same(one, wanted):
            return (
                f"holds {'NaN (not a number)' if math.isnan(one) else show(one)} at place {place}."
            )
    return ""


def specific(value):
    """Whether a value is unlikely to be hit by two different mistakes: several digits, or many
    numbers. A set, a label, True, 0 or 3 is not.
    """
    if isinstance(value, pd.DataFrame):
        return value.size >= 4
    if isinstance(value, _SEQUENCES):
        return sum(specific(each) for each in _listed(value)) >= 1
    if type(value) is dict:
        return any(specific(each) for each in value.values())
    if type(value) is float and math.isfinite(value):
        return len(f"{value:.6g}".strip("-0").replace(".", "").lstrip("0")) >= 3
    return False
