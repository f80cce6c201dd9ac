"""Test cells of courses that know nothing of `check`, sealed as far as they can be.

A test cell of another course uses the learner's names directly: `assert
squares(2) == [1, 4]`. In the trusted process those names become stand-ins: a
variable is a copy of plain data, a function is called in the box and gives a
copy of plain data or raises the exception that the learner's raised. What
cannot work so (a test that deletes a name, looks at a class, draws a plot) is
found before grading, by running the reference and a blank both ways.
"""

import ast
import builtins
import contextlib

from course.check.learner import NotAttempted, Stumble


class StandIns:
    """Puts the learner's names into a trusted shell, one cell at a time, where the shell has none
    of its own.
    """

    def __init__(self, session, shell):
        self._session, self._space, self._given = session, shell.user_ns, {}

    def provide(self, source):
        """Before a cell with this source runs: look its free names up on the learner's side, afresh
        each time.
        """
        for name, value in self._given.items():
            if self._space.get(name) is value:
                del self._space[name]
        self._given = {}
        for name in free_names(source):
            if name in self._space or hasattr(builtins, name):
                continue
            with contextlib.suppress(NotAttempted, Stumble):
                kind, value = self._session.look(name)
                self._space[name] = self._given[name] = (
                    self._function(name) if kind == "function" else value
                )

    def _function(self, name):
        def stand_in(*args, **kwargs):
            return self._session.apply(name, args, kwargs)

        stand_in.__name__ = stand_in.__qualname__ = name
        return stand_in


def free_names(source):
    """Names that a cell reads or deletes, in order; none where it is not Python (a magic)."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return []
    return list(
        dict.fromkeys(
            node.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Store)
        )
    )


def exception(name, text):
    """An exception of a built-in kind by its name; anything else becomes a plain Exception."""
    kind = getattr(builtins, name, None)
    usable = isinstance(kind, type) and issubclass(kind, Exception)
    try:
        return (kind if usable else Exception)(text)
    except TypeError:  # UnicodeDecodeError and its like want more than a text
        return Exception(f"{name}: {text}")


def helpers(source):
    """Sources of the instructor's own ungraded code cells: imports, data, helper functions."""
    return [
        cell.source
        for cell in source.cells
        if cell.cell_type == "code" and not _has_points_or_answer(cell)
    ]


def _has_points_or_answer(cell):
    about = cell.metadata.get("nbgrader", {})
    return bool(about.get("grade") or about.get("solution") or about.get("task"))


def unsealable(source, released, run):
    """Grade ids of the test cells that give other points sealed than in one process, for the
    reference or for a blank.

    `run(notebook, unsealed)` executes a copy: with `unsealed` None everything in one process.
    """
    found = set()
    for notebook in (source, released):
        together, apart = (points(run(notebook, unsealed)) for unsealed in (None, set()))
        found |= {name for name in together if together[name] != apart.get(name)}
    return sorted(found)


def points(notebook):
    """{grade id: points} of the test cells of an executed notebook, as nbgrader reads them; None
    for what it refuses.
    """
    from nbgrader.utils import determine_grade  # here, so that workers are ready sooner

    found = {}
    for cell in notebook.cells:
        about = cell.metadata.get("nbgrader", {})
        if cell.cell_type == "code" and about.get("grade") and not about.get("solution"):
            try:
                found[about["grade_id"]] = determine_grade(cell)[0]
            except ValueError:
                found[about["grade_id"]] = None
    return found
