"""What a lesson's prose says of its data is what the data say.

`tests/prose/<slug>.py` has one function, `said(lesson)`. It gets the names of the notebook, run with
its answers, and gives the passages of the prose that lean on data, built from these data: an
f-string whose numbers are computed, or (passage, whether it holds). Each must stand in the prose
word by word, and in a cell that reads an output (its id ends in `-read`, or the file's `READ` names
it) no number may stand outside of them.
"""

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import SimpleNamespace

import pytest

from course.authoring import canon, layout

FILES = {path.stem: path for path in sorted((Path(__file__).parent / "prose").glob("*.py"))}
# A number in a sentence; not one of a name ("exercise 3", "lesson 14", "category 0").
NUMBER = re.compile(
    r"(?<![\w.])(?<!lesson )(?<!lessons )(?<!xercise )(?<!oom )(?<!ategory )\d[\d,.]*"
)


def held(slug):
    """The module of passages of one lesson."""
    spec = spec_from_file_location(f"prose_{slug}", FILES[slug])
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def named(slug):
    """What the cells of the source notebook define; tests of exercises are left out."""
    names = {"__name__": slug, "display": lambda *shown: None}
    for cell in canon.read(layout.lesson(slug).notebook("source")).cells:
        if cell.cell_type == "code" and not cell.metadata.get("nbgrader", {}).get("grade"):
            exec(compile(cell.source, cell.id, "exec"), names)
    return SimpleNamespace(**names)


def prose(slug):
    """{cell id: text} of the notebook's Markdown, in one line each."""
    return {
        cell.id: " ".join(cell.source.split())
        for cell in canon.read(layout.lesson(slug).notebook("source")).cells
        if cell.cell_type == "markdown"
    }


@pytest.mark.parametrize("slug", FILES)
def test_the_prose_says_what_the_data_say(slug, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "no record is kept")
    module, cells = held(slug), prose(slug)
    passages = [each if type(each) is tuple else (each, True) for each in module.said(named(slug))]
    assert [words for words, holds in passages if not holds] == []
    text = "\n".join(cells.values())
    assert [words for words, _ in passages if words not in text] == []
    loose = {}
    for name, told in cells.items():
        if name.endswith("-read") or name in getattr(module, "READ", ()):
            for words, _ in passages:
                told = told.replace(words, "")
            if numbers := NUMBER.findall(told):
                loose[name] = numbers
    assert loose == {}, "numbers that no passage holds"
