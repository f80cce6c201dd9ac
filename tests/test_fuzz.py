"""No check raises, whatever an answer gives back: odd values for every exercise of every lesson.

The checks run without the net that `Exercise` spreads below them, so that what it would catch is
seen here.
"""

import decimal
import fractions
import importlib

import numpy as np
import pandas as pd
import pytest

from course.check import Learner, NotAttempted, Stumble
from course.check.draws import HiddenDraws
from tests.test_answers import LESSONS, auto_points

ODD = {
    "0-d array": np.array(3.5),
    "0-d text": np.array("x"),
    "nested lists": [[1, [2.0, "x"]], [None]],
    "ragged": [[1], [1, 2]],
    "mixed types": [1, "x", None, True, 2.5],
    "decimal": decimal.Decimal("0.5"),
    "fraction": fractions.Fraction(1, 3),
    "timestamp": pd.Timestamp("2025-03-01"),
    "timestamps": pd.to_datetime(["2025-03-01", None]),
    "no time": pd.NaT,
    "missing": pd.NA,
    "categorical": pd.Series(["a", "b"], dtype="category"),
    "nullable": pd.array([1, None], dtype="Int64"),
    "empty frame": pd.DataFrame(),
    "frame of objects": pd.DataFrame({"a": [[1], {"b": 2}], "b": [None, "x"]}),
    "frame with numbers for names": pd.DataFrame({0: [1.0], 1: [2.0]}),
    "two levels of names": pd.DataFrame(np.ones((2, 2)), columns=[["a", "a"], ["b", "c"]]),
    "huge frame": pd.DataFrame({"a": np.zeros(300_000)}),
    "empty array": np.array([]),
    "three dimensions": np.zeros((2, 2, 2)),
    "array of objects": np.array([1, "x", None], dtype=object),
    "complex": 1 + 2j,
    "long double": np.longdouble("0.1"),
    "infinite": float("inf"),
    "not a number": float("nan"),
    "pair": (True, ""),
    "set": {1, "x", None},
    "frozen set": frozenset({"UNTRUE"}),
    "dictionary of odd keys": {None: 1, (1, 2): [3]},
    "bytes": b"x",
    "range": range(3),
    "bool": True,
    "empty text": "",
    "negative zero": -0.0,
}


def raised(run, learner):
    """What `run(learner)` raises that no learner should meet, or None."""
    try:
        found = run(learner)
    except (NotAttempted, Stumble):
        return None
    except Exception as error:
        return error
    assert 0.0 <= found.share <= 1.0, found
    return None


@pytest.mark.slow
@pytest.mark.parametrize(
    "slug", [pytest.param(slug, marks=pytest.mark.xdist_group(f"fuzz-{slug}")) for slug in LESSONS]
)
def test_no_check_raises_whatever_comes(slug):
    checks = importlib.import_module(f"course.lessons.{slug}.checks")
    answers = importlib.import_module(f"course.lessons.{slug}.answers")
    problems = []
    for name in auto_points(slug):
        every = [*getattr(checks, name)(), *getattr(answers, name)(HiddenDraws(slug))]
        for what, value in ODD.items():
            learner = Learner(
                {name: (lambda *_, value=value, **__: value)}, copies=lambda args: args
            )
            as_value = Learner({name: value})
            for check in every:
                for one in (learner, as_value):
                    error = raised(check.brief or check.run, one)
                    if error is not None:
                        problems.append(f"{name} = {what}: {type(error).__name__}: {error}")
    assert not problems, "\n".join(sorted(set(problems)))
