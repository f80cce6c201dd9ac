"""The processes that execute notebooks. They import neither nbgrader nor nbformat, which take long,
so that they are ready sooner.
"""

import concurrent.futures
import gc
import json
import logging
import multiprocessing
import multiprocessing.connection
import os
import sys
import threading
from concurrent.futures import CancelledError
from concurrent.futures.process import BrokenProcessPool

from course.grading.sandbox import Box, NoSandbox
from course.grading.sealed import Grader

FILES_BYTES = 8 * 2**20  # a learner's other files, each
TRIES = 3
_grader = None


class Workers:
    """A pool of processes that share one warm box. Use as a context; one pool serves all lessons.

    `modules` are imported in the box, and `cells` run, before the first
    submission. A worker or box that dies is replaced, and what it was doing is
    done again.
    """

    def __init__(self, jobs=2, contained=True, modules=(), cells=()):
        self._jobs, self._lock = jobs, threading.Lock()
        self._box = Box(contained, modules, cells)
        self._box.start()
        # Workers are forked from one process that has imported what they need, and nothing else.
        self._context = multiprocessing.get_context(
            "forkserver" if sys.platform == "linux" else "spawn"
        )
        answers = [
            f"{name.removesuffix('.checks')}.answers"
            for name in modules
            if name.endswith(".checks")
        ]
        self._context.set_forkserver_preload([__name__, *modules, *answers])
        if sys.platform == "linux":
            from multiprocessing import forkserver

            forkserver.ensure_running()  # it gets ready beside the box
        self._pool = self._new_pool()

    def _new_pool(self):
        return concurrent.futures.ProcessPoolExecutor(
            self._jobs, mp_context=self._context, initializer=_start, initargs=(self._box,)
        )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._pool.shutdown(cancel_futures=True)
        self._box.close()

    def submit(self, function, *arguments):
        """A Future of `function(*arguments)` in a worker."""
        future = concurrent.futures.Future()
        future.set_running_or_notify_cancel()
        self._try(future, function, arguments, TRIES)
        return future

    def _try(self, future, function, arguments, tries):
        pool = self._pool
        try:
            inner = pool.submit(function, *arguments)
        except (
            BrokenProcessPool,
            EOFError,
            OSError,
        ) as problem:  # the last two: the process that forks workers has gone
            self._again(problem, future, function, arguments, tries, pool)
        else:
            inner.add_done_callback(
                lambda done: self._take(done, future, function, arguments, tries, pool)
            )

    def _take(self, done, future, function, arguments, tries, pool):
        problem = (
            CancelledError() if done.cancelled() else done.exception()
        )  # cancelled: the whole run ends
        if problem is None:
            future.set_result(done.result())
        elif isinstance(problem, (BrokenProcessPool, NoSandbox)):
            # In a thread, because the broken pool holds its own lock while it tells us.
            threading.Thread(
                target=self._again,
                args=(problem, future, function, arguments, tries, pool),
                daemon=True,
            ).start()
        else:
            future.set_exception(problem)

    def _again(self, problem, future, function, arguments, tries, pool):
        if tries > 1:
            self._repair(None if isinstance(problem, NoSandbox) else pool)
            self._try(future, function, arguments, tries - 1)
        else:
            future.set_exception(problem)

    def _repair(self, broken):
        """Replace a box that ended, and the pool `broken`, unless somebody has done so; None if
        only the box is in doubt.
        """
        with self._lock:
            self._box.revive()
            if self._pool is broken:
                self._pool = self._new_pool()


def _start(box):
    threading.Thread(target=_end_with_parent, daemon=True).start()
    logging.disable(logging.WARNING)
    gc.freeze()  # what is imported stays: it need not be looked through each time
    provide(lambda: Grader(box=box))


def _end_with_parent():
    """Without this a worker whose parent was killed waits for ever: its siblings hold the other end
    of the queue it reads.
    """
    multiprocessing.connection.wait([multiprocessing.parent_process().sentinel])
    os._exit(1)


def provide(make):
    """Let `make()` give this process its Grader, unless it has one."""
    global _grader
    if _grader is None:
        _grader = make()


def execute(text, files):
    """In a worker: a notebook's JSON executed, as JSON."""
    return json.dumps(_grader.execute(json.loads(text), files))


def execute_stranger(text, files, helpers, unsealed):
    """In a worker: a notebook of another course executed, as JSON. See Grader.execute_stranger."""
    return json.dumps(_grader.execute_stranger(json.loads(text), files, helpers, unsealed))
