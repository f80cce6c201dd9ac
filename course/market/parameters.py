"""Every number of the marketplace in one place: name, value, unit, range and source.

The table is `parameters.toml`. A `Parameters` is read like `p.choice.price`
and made with other values by `Parameters({"choice.price": 1.6})`. Where a number
differs from product to product or from shop to shop, its `law` says how, and
`p.draw(rng, "keyword.cvr", 12)` draws it.
"""

import copy
import math
import tomllib
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pandas as pd

# How a parameter differs: a function of (rng, its value, its entry, shape).
LAWS = {
    "lognormal": lambda rng, value, law, shape: (
        value * np.exp(law["spread"] * rng.standard_normal(shape))
    ),
    "normal": lambda rng, value, law, shape: value + law["spread"] * rng.standard_normal(shape),
    "uniform": lambda rng, value, law, shape: rng.uniform(law["from"], law["to"], shape),
    "whole": lambda rng, value, law, shape: rng.integers(law["from"], law["to"], shape),
    "one of": lambda rng, value, law, shape: rng.choice(law["of"], shape, p=law.get("shares")),
    "log-uniform": lambda rng, value, law, shape: np.exp(
        rng.uniform(np.log(law["from"]), np.log(law["to"]), shape)
    ),
}


@cache
def _file():
    groups = tomllib.loads((Path(__file__).parent / "parameters.toml").read_text(encoding="utf-8"))
    return {
        f"{group}.{name}": entry
        for group, entries in groups.items()
        for name, entry in entries.items()
    }


def table():
    """All parameters as a DataFrame: name, value, low, high, unit, about, source; and of those
    that differ law, spread, from, to.
    """
    return pd.DataFrame([{"name": name, **entry} for name, entry in _file().items()])


class Parameters:
    """The values that a world is made with.

    `overrides` maps names such as "choice.price" to numbers. Raises KeyError for
    an unknown name and ValueError for a value outside its range; both say what is allowed.
    `laws` maps names to what is different in how they differ, such as
    {"error.margin": {"spread": 0.3}}.
    """

    def __init__(self, overrides=None, laws=None):
        overrides, self._laws = dict(overrides or {}), dict(laws or {})
        for name, changed in self._laws.items():
            if not changed.keys() <= _file().get(name, {}).keys():
                raise KeyError(f"{name} has no law with {', '.join(changed)}")
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

    def draw(self, rng, name, shape=None):
        """Numbers of the parameter `name` ("keyword.cvr") as they differ in the market.

        An array of `shape`, or one float. Laws, all around the parameter's value:
        `lognormal` (the value is the median, `spread` the standard deviation of the log),
        `normal` (mean, standard deviation), `uniform`, `log-uniform` and `whole` (`from`,
        `to`; the value is that of the whole town; whole numbers stay below `to`), `one of`
        (the list `of`, with `shares`). What lies
        beyond `least` or `most` is moved there. An error of measurement is a parameter too:
        a factor around 1 or a sum around 0. Raises KeyError where the parameter has no law.
        """
        entry = _file()[name] | self._laws.get(name, {})
        if "law" not in entry:
            raise KeyError(f"{name} is the same everywhere: parameters.toml gives it no law")
        group, key = name.split(".")
        drawn = LAWS[entry["law"]](rng, getattr(getattr(self, group), key), entry, shape)
        if "least" in entry or "most" in entry:
            drawn = np.clip(drawn, entry.get("least"), entry.get("most"))
        return float(drawn) if shape is None else drawn

    def law(self, name):
        """How the parameter `name` differs: a dict with its value, law, spread, from, to ..."""
        group, key = name.split(".")
        changed = self._laws.get(name, {})
        return _file()[name] | changed | {"value": getattr(getattr(self, group), key)}

    def slice(self, rng, *names):
        """These parameters with `names` drawn, one number each: a part of the market."""
        part = copy.copy(self)
        for name in names:
            group, key = name.split(".")
            values = vars(getattr(part, group)) | {key: self.draw(rng, name)}
            setattr(part, group, SimpleNamespace(**values))
        return part


@cache
def tideway():
    """The parameters as they stand in the table, made once. Do not change them."""
    return Parameters()
