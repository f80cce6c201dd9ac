"""Every number of the simulated learner and of its job: learner.toml, read once."""

import tomllib
from functools import cache
from importlib.resources import files
from types import SimpleNamespace


@cache
def entries():
    """{group: {name: entry}}: value, low, high, unit, about, source; `from` and `to`, or `of`, where
    it is drawn.
    """
    text = files("course.practice").joinpath("learner.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def values(group):
    """The values of a group, read like `values("learning").gain`. Do not change them."""
    return SimpleNamespace(**{name: entry["value"] for name, entry in entries()[group].items()})


def limits(group, name):
    """(from, to) between which a number is drawn."""
    entry = entries()[group][name]
    return entry["from"], entry["to"]
