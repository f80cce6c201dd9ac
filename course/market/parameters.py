"""Every number of the marketplace in one place: name, value, unit, range and source.

The table is `parameters.toml`. A `Parameters` is read like `p.choice.price`
and made with other values by `Parameters({"choice.price": 1.6})`.
"""

import math
import tomllib
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import pandas as pd


@cache
def _file():
    groups = tomllib.loads((Path(__file__).parent / "parameters.toml").read_text(encoding="utf-8"))
    return {
        f"{group}.{name}": entry
        for group, entries in groups.items()
        for name, entry in entries.items()
    }


def table():
    """All parameters as a DataFrame: name, value, low, high, unit, about, source."""
    return pd.DataFrame([{"name": name, **entry} for name, entry in _file().items()])


class Parameters:
    """The values that a world is made with.

    `overrides` maps names such as "choice.price" to numbers. Raises KeyError for
    an unknown name and ValueError for a value outside its range; both say what is allowed.
    """

    def __init__(self, overrides=None):
        overrides = dict(overrides or {})
        for name, value in overrides.items():
            if name not in _file():
                raise KeyError(
                    f"there is no parameter {name!r}; course.market.parameters.table() lists them"
                )
            entry = _file()[name]
            if (
                isinstance(value, bool)
                or not isinstance(value, (int, float))
                or not math.isfinite(value)
                or not entry["low"] <= value <= entry["high"]
            ):
                raise ValueError(
                    f"{name} = {value!r}: it must be a number from {entry['low']} to"
                    f" {entry['high']} ({entry['unit']})"
                )
        groups = {}
        for name, entry in _file().items():
            group, key = name.split(".")
            groups.setdefault(group, {})[key] = overrides.get(name, entry["value"])
        for group, values in groups.items():
            setattr(self, group, SimpleNamespace(**values))
