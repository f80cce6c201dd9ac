"""The tables that an operator sees, made on demand from a world.

Each has a schema, a data card and traps that can be switched off.
"""

import tomllib
from functools import cache
from pathlib import Path

import pandas as pd

from course.market.records import cast, community, offers, running, shopping, stock, traffic
from course.market.records.quarter import Quarter

RECORDED_BY = (cast, shopping, stock, traffic, offers, community, running)

_TYPES = {
    "id": "int64",
    "n": "int64",
    "m": "float64",
    "x": "float64",
    "t": "str",
    "b": "bool",
    "d": "datetime64[s]",
}


@cache
def _file():
    return tomllib.loads((Path(__file__).parent / "tables.toml").read_text(encoding="utf-8"))


def names():
    """All tables, in the order of their description."""
    return list(_file())


def schema(name):
    """One row a column: column, dtype, unit, key (bool). Raises KeyError for an unknown table."""
    entry = _card(name)
    units = entry.get("units", {})
    rows = []
    for column, kind in entry["columns"].items():
        unit = units.get(column, "$" if kind == "m" else "")
        rows.append((column, _TYPES[kind], unit, column in entry["key"]))
    return pd.DataFrame(rows, columns=["column", "dtype", "unit", "key"])


def card(name):
    """The data card of a table as text: grain, key, columns, traps."""
    entry = _card(name)
    lines = [f"{name}: one row is {entry['grain']}.", f"Key: {', '.join(entry['key'])}."]
    for row in schema(name).itertuples():
        about = f"{row.dtype}, {row.unit}" if row.unit else row.dtype
        lines.append(f"- {row.column} ({about})")
    lines += [f"Trap: {trap}." for trap in entry.get("traps", [])]
    return "\n".join(lines)


def _card(name):
    if name not in _file():
        raise KeyError(f"there is no table {name!r}; tables are: {', '.join(_file())}")
    return _file()[name]


def _maker(name):
    """The function that makes a table's raw columns: its name is the table's."""
    module = next(module for module in RECORDED_BY if hasattr(module, name))
    return getattr(module, name)


class Tables:
    """The tables of a world's quarter.

    `weeks` is the length of the quarter. `traps` puts in what makes real data
    dirty (see each card); `traps=False` gives the same data without it.
    """

    def __init__(self, world, weeks=13, traps=True):
        self._quarter = Quarter(world, weeks, traps)
        self._made = {}

    def table(self, name):
        """A table as a DataFrame of its own, with the schema's columns and dtypes.

        Raises KeyError for an unknown name.
        """
        columns = _card(name)["columns"]
        if name not in self._made:
            frame = pd.DataFrame(_maker(name)(self._quarter))[list(columns)]
            for column, kind in columns.items():
                if kind == "m":
                    frame[column] = frame[column].round(2)
            self._made[name] = frame.astype(
                {column: _TYPES[kind] for column, kind in columns.items()}
            ).reset_index(drop=True)
        return self._made[name].copy()
