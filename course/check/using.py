"""A cell that goes on with what the learner wrote, and says so where that does not pass."""

import math
from contextlib import contextmanager, nullcontext

from course.check import hints, limits, render

# CPU of a cell that goes on with an answer of which nobody knows that it passes. The longest of
# ours, a quarter played by a learner's functions, takes less than four.
CELL_SECONDS = 10.0
# And where such a cell was stopped before: Run All should not wait for the same loop in every cell.
AGAIN_SECONDS = 1.0

_stopped = set()  # (lesson, exercise) of answers with which a cell was stopped


@contextmanager
def using(lesson, *exercises):
    """Run what a cell does with the answers of `exercises`, in a `with`.

    An untouched one is named. An error that comes out of an answer that does not pass ends this cell
    with a sentence instead of a traceback, so that Run All goes on; one that never ends is stopped;
    and what was made from an answer that does not pass is not left without a word.
    """
    known = {name: hints.outcome(lesson, name) for name in exercises}
    doubtful = [name for name, outcome in known.items() if outcome not in hints.PASSES]
    keys = {(lesson, name) for name in doubtful}
    seconds = AGAIN_SECONDS if keys & _stopped else CELL_SECONDS
    try:
        with limits.time_limit(seconds, math.inf) if doubtful else nullcontext():
            yield
    except NotImplementedError:
        render.say(f"Solve {_named(doubtful or exercises)} first.")
    except Exception as problem:
        if not doubtful:
            raise
        if "ellipsis" in str(problem):  # a gap of the page: Python's name for `...`
            render.say(f"A `...` is still open: fill it first. This cell needs {_named(doubtful)}.")
            return
        if isinstance(problem, NameError):  # made by a cell above that had to stop
            render.say(f"Solve {_named(doubtful)} first ({problem}).")
            return
        render.say(
            f"This cell stopped ({type(problem).__name__}: {str(problem)[:120]}). It goes on with"
            f" {_named(doubtful)}: solve that first, or look what the check says there."
        )
    except limits.TimeUp:
        _stopped.update(keys)
        render.say(
            f"This cell was stopped: it still computed after {seconds:.0f} s. It goes on with"
            f" {_named(doubtful)}: is there a loop that never ends?"
        )
    else:
        _stopped.difference_update(keys)
        if wrong := [name for name in doubtful if known[name] == "not yet"]:
            render.say(f"Made with your {_named(wrong)}, which {_do(wrong)} not pass yet.")


def _named(names):
    *first, last = [f"`{name}`" for name in names]
    return f"{', '.join(first)} and {last}" if first else last


def _do(names):
    return "does" if len(names) == 1 else "do"
