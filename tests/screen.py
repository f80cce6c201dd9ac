"""What a learner's notebook says of an answer, without a kernel: the released cells in one namespace.

The notebook that learners get has no hidden tests. Its cells are run as they stand, answers filled
in, and the facts of each panel are collected. Cells that only go on with an answer come after its
panel and are left out (`tests/test_using.py` runs them): their ranges take longer than all the rest.
"""

import contextlib
import io

from course.check import learner, limits, render
from course.check.exercise import Exercise

# Where a learner would interrupt the kernel: some known answers never end, and cells call them.
CELL_CPU_SECONDS, CELL_SECONDS = 20, 300


class Screen:
    """One lesson's released notebook, ready to take answers for single exercises."""

    def __init__(self, notebook):
        self._cells = [
            cell
            for cell in notebook.cells
            if cell.cell_type == "code" and "checks.using(" not in cell.source
        ]
        self._before = {}

    def panels(self, answers, names):
        """{exercise: facts of its panel} for `names`, with `answers` ({exercise: code}) typed in.

        Exercises are looked at in the notebook's order; what a broken cell raises stays in it, as
        in a kernel.
        """
        namespace, found = {"__name__": "__main__"}, {}
        for cell in self._cells:
            name = cell.id.removesuffix("_test")
            if cell.id.endswith("_test"):
                if name in names:
                    found[name] = self._panel(cell.source, namespace)
                continue
            self._run(answers.get(cell.id, cell.source), namespace)
        return found

    @staticmethod
    def _run(source, namespace):
        quiet = io.StringIO()
        with (
            contextlib.suppress(Exception, limits.TimeUp),
            limits.time_limit(CELL_CPU_SECONDS, CELL_SECONDS),
            contextlib.redirect_stdout(quiet),
            contextlib.redirect_stderr(quiet),
        ):
            exec(compile(source, "<cell>", "exec"), namespace)

    @staticmethod
    def _panel(source, namespace):
        kept = []
        score = Exercise.score

        def kept_score(exercise):
            kept.append(score(exercise))
            return kept[-1]

        learner.provide(lambda: learner.Learner(namespace))
        Exercise.score = kept_score
        try:
            exec(compile(source, "<test>", "exec"), namespace)
        finally:
            Exercise.score = score
            learner.provide(None)
        return kept[-1]._repr_mimebundle_()[render.OUTCOME]
