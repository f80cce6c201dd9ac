"""What a learner wrote in earlier lessons, brought into the quarter as one cell of text.

The quarter's notebook is graded by itself, without the others. So their functions come along as
text: of each lesson the function that a plug asks for, and the imports and helpers that it uses,
inside a function of its own, so that no name of one lesson meets that of another.
"""

import ast
import json
import re
import textwrap
import time
from pathlib import Path

import pandas as pd

from course import operations
from course.check import record, render
from course.market.quarter import PLUGS, ActionError, Quarter
from course.practice.drills import names_used

STUB = "raise NotImplementedError"
HERE, NOT_WRITTEN, NOT_THERE = "brought", "not written yet", "no notebook found"


def statements(notebook):
    """{name: (place, text)} of what a notebook's cells define at their top; `notebook` is its JSON.

    A learner's answer to an exercise comes before a cell that only tries something out.
    """
    found, place = {}, 0
    for answered in (True, False):
        for cell in notebook["cells"]:
            about = cell.get("metadata", {}).get("nbgrader", {})
            if cell["cell_type"] != "code" or bool(about.get("solution")) != answered:
                continue
            text = "".join(cell["source"])
            try:
                tree = ast.parse(text)
            except SyntaxError:  # a line of IPython's, or an answer that is not finished
                continue
            for node in tree.body:
                place += 1
                for name in _binds(node):
                    found.setdefault(name, (place, _text(node, text)))
    return found


def _binds(node):
    if isinstance(node, ast.Import | ast.ImportFrom):
        return [(alias.asname or alias.name).partition(".")[0] for alias in node.names]
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    if isinstance(node, ast.Assign):
        return [each.id for each in ast.walk(node) if isinstance(each, ast.Name) and _stored(each)]
    return []


def _stored(name):
    return isinstance(name.ctx, ast.Store)


def _text(node, text):
    """A statement as it stands, without nbgrader's marks; of an import only what it names."""
    if isinstance(node, ast.Import | ast.ImportFrom):
        return ast.unparse(node)
    lines = ast.get_source_segment(text, node).split("\n")
    kept = [re.sub(r"\s*### BLANK$", "", line) for line in lines if "### BEGIN" not in line]
    return "\n".join(line for line in kept if "### END" not in line)


def needed(known, name):
    """The statements that `name` needs, itself included, in their order: a list of texts."""
    chosen, waiting = {}, {name}
    while waiting:
        wanted = waiting.pop()
        if wanted not in known or known[wanted] in chosen.values():
            continue
        place, text = known[wanted]
        if _is_import(text):
            text = _only(text, wanted)
        chosen[wanted] = (place, text)
        waiting |= names_used(text) - set(chosen)
    imports = [text for _, text in chosen.values() if _is_import(text)]
    others = [each for each in chosen.values() if not _is_import(each[1])]
    return [*sorted(set(imports)), *(text for _, text in sorted(set(others)))]


def _is_import(text):
    return text.startswith(("import ", "from "))


def _only(text, name):
    """An import that brings one name."""
    node = ast.parse(text).body[0]
    node.names = [
        alias for alias in node.names if (alias.asname or alias.name).partition(".")[0] == name
    ]
    return ast.unparse(node)


def collected(folder):
    """(text of a cell, table): the functions of all plugs that the lessons' notebooks under `folder`
    hold. The table has a row a function: lesson, function, lever, state.
    """
    parts, rows = [], []
    books = {path.parent.name[:2]: path for path in Path(folder).glob("[0-9][0-9]_*/*.ipynb")}
    for lesson in sorted({plug.lesson for plug in PLUGS.values()}):
        known = statements(_read(books.get(lesson)))
        mine = []
        for name, plug in PLUGS.items():
            if plug.lesson == lesson:
                state = _state(lesson in books, known.get(name))
                rows.append((lesson, name, plug.lever, state))
                mine += [name] if state == HERE else []
        if mine:
            parts.append(_part(lesson, known, mine))
    given = "\n    | ".join(part.partition(":")[0].removeprefix("def ") for part in parts)
    text = "\n\n\n".join([*parts, f"functions = (\n    {given or '{}'}\n)"]) + "\n"
    return text, pd.DataFrame(rows, columns=["lesson", "function", "lever", "state"])


def _read(path):
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (AttributeError, OSError, ValueError):
        return {"cells": []}


def _state(is_there, statement):
    if statement is None:
        return NOT_WRITTEN if is_there else NOT_THERE
    return NOT_WRITTEN if STUB in statement[1] or re.search(r"\.\.\.\s*$", statement[1]) else HERE


def _part(lesson, known, names):
    """The functions of one lesson inside a function of its own."""
    texts = list(dict.fromkeys(text for name in names for text in needed(known, name)))
    title = operations.functions()[int(lesson) - 1].name
    given = ", ".join(f'"{name}": {name}' for name in names)
    imports = "\n".join(text for text in texts if _is_import(text))
    others = [text for text in texts if not _is_import(text)]
    body = "\n\n".join([*([imports] if imports else []), *others, f"return {{{given}}}"])
    head = f'def lesson_{lesson}():\n    """{title}."""\n'
    return head + textwrap.indent(body, "    ")


def bring(folder=None):
    """Put your functions of earlier lessons into a new cell below this one; run that cell then.

    Shows which of them were found. `folder` is where your lessons lie; it is found by itself.
    """
    folder = folder or record.work_folder()
    if folder is None:
        render.say(
            "Your other lessons are not in reach here, so nothing was brought. That is how it is"
            " when this notebook is graded: it takes what stands in its cells."
        )
        return None
    text, table = collected(folder)
    if not (table["state"] == HERE).any():
        render.say(
            "None of your earlier lessons holds one of these functions yet. Go on with the plain"
            " ones below, or do a lesson first: 05, 06 and 23 are a good start."
        )
        return table
    from IPython import get_ipython

    get_ipython().set_next_input(text)
    render.say(
        f"{int((table['state'] == HERE).sum())} of {len(table)} functions stand in the new cell"
        " below. Run it. If you press this again, delete the older cell."
    )
    return table


def try_out(functions, seed=0):
    """Ask each function once, in week 1 of the quarter `seed`: DataFrame function, lever, said,
    seconds. What fails is said in words, and the others go on.
    """
    rows = []
    for name, function in functions.items():
        plug, quarter, begun = PLUGS[name], Quarter(seed), time.process_time()
        try:
            quarter.check({plug.lever: plug.act(function, quarter.observe())})
            said = "runs"
        except ActionError as problem:
            said = f"not allowed: {problem}"
        except Exception as problem:  # whatever a learner's function raises
            said = f"stopped with {type(problem).__name__}: {problem}"
        rows.append((name, plug.lever, said, round(time.process_time() - begun, 2)))
    return pd.DataFrame(rows, columns=["function", "lever", "said", "seconds"])
