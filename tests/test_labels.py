"""Sorting exercises have one answer: two careful readers put each item where the key puts it.

`labels.tsv` holds what they said, item by item. A new or a reworded item fails until it has been
labelled twice.
"""

import inspect
from importlib import import_module
from pathlib import Path
from unittest import mock

import pytest

from course.authoring import layout

TABLE = Path(__file__).with_name("labels.tsv")


def labels():
    """{"lesson/exercise": {item: (first label, second label)}} as the table has them."""
    found = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            exercise, first, second, item = line.split("\t")
            found.setdefault(exercise, {})[item] = (first, second)
    return found


def sorting():
    """[(lesson, exercise)] of every sorting exercise."""
    return [
        (lesson.slug, name)
        for lesson in layout.lessons()
        for name, made in vars(import_module(f"course.lessons.{lesson.slug}.checks")).items()
        if inspect.isfunction(made) and "mapping(" in inspect.getsource(made)
        if made.__module__.startswith("course.lessons")
    ]


def asked(slug, room, name, *draws):
    """The arguments (bank, legal, others) with which this module makes the exercise's check."""
    module = import_module(f"course.lessons.{slug}.{room}")
    with mock.patch.object(module, "mapping", lambda _, bank, legal, **how: (bank, legal, how)):
        return getattr(module, name)(*draws)[0]


@pytest.mark.parametrize(("slug", "name"), sorting())
def test_every_item_is_labelled_twice_and_both_agree_with_the_key(slug, name):
    bank, legal, how = asked(slug, "checks", name)
    practice = {item: label for item, (label, _) in how["practice"].items()}
    graded, _, _ = asked(slug, "answers", name, None)
    key = practice | graded
    assert set(key) == set(bank) - set(how["given"])
    assert set(key.values()) <= set(legal)
    said = labels()[f"{slug}/{name}"]
    assert set(said) == set(key), "label the new items twice, take away what is gone"
    disputed = {
        item: (*said[item], label) for item, label in key.items() if set(said[item]) != {label}
    }
    assert disputed == {}, "reword these items or take them out"


def test_the_table_has_no_other_exercises():
    assert set(labels()) == {f"{slug}/{name}" for slug, name in sorting()}
