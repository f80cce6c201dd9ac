"""The processes that execute notebooks. They never import nbgrader, which would double the time until they are ready."""

import concurrent.futures
import logging
import multiprocessing
import sys

import nbformat

from course.grading.sandbox import Box
from course.grading.sealed import Grader

FILES_BYTES = 8 * 2**20   # a learner's other files, each
_grader = None


class Workers(concurrent.futures.ProcessPoolExecutor):
    """A pool of processes that share one warm box. Use as a context; one pool serves all lessons.

    `modules` are imported in the box before the first submission.
    """

    def __init__(self, jobs=2, contained=True, modules=()):
        self._box = Box(contained, modules)
        self._box.start()
        # Workers are forked from one process that has imported what they need, and nothing else.
        context = multiprocessing.get_context("forkserver" if sys.platform == "linux" else "spawn")
        context.set_forkserver_preload([__name__, *modules, *(f"{name.removesuffix('.checks')}.answers" for name in modules if name.endswith(".checks"))])
        super().__init__(jobs, mp_context=context, initializer=_start, initargs=(self._box,))

    def shutdown(self, wait=True, **kwargs):
        super().shutdown(wait, **kwargs)
        self._box.close()


def _start(box):
    logging.disable(logging.WARNING)
    provide(lambda: Grader(box=box))


def provide(make):
    """Let `make()` give this process its Grader, unless it has one."""
    global _grader
    if _grader is None:
        _grader = make()


def execute(text, files):
    """In a worker: a notebook's text executed, as text."""
    nb = nbformat.reads(text, as_version=4)
    return nbformat.writes(_grader.execute(nb, files))


def execute_stranger(text, files, helpers, unsealed):
    """In a worker: a notebook of another course executed, as text. See Grader.execute_stranger."""
    nb = nbformat.reads(text, as_version=4)
    return nbformat.writes(_grader.execute_stranger(nb, files, helpers, unsealed))
