"""The processes that execute notebooks. They import neither nbgrader nor nbformat, which take long,
so that they are ready sooner.
"""

import concurrent.futures
import gc
import itertools
import json
import logging
import multiprocessing
import multiprocessing.connection
import os
import shutil
import sys
import tempfile
import threading
from concurrent.futures import CancelledError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from course.grading.sandbox import Box, NoSandbox
from course.grading.sealed import Grader

FILES_BYTES = 8 * 2**20  # a learner's other files, each
TRIES = 3
UNLUCKY = 100  # times that somebody else ended the worker that something waited for
MEMORY_BYTES = 3 * 2**29  # of a worker, beyond what it is born with
LATE_SECONDS = 900.0  # twice what the learner's side and the test cells may take in all
_grader = None


class TooMuch(Exception):
    """What was to be executed ended its worker each time, the last times alone."""


class Workers:
    """A pool of processes that share one warm box. Use as a context; one pool serves all lessons.

    `modules` are imported in the box, and `cells` run, before the first
    submission; `hidden` folders are never seen there. A worker or box that dies is replaced. What
    was being done in it is suspect: it is done again when all others are through, alone, so that it
    costs nobody else a try. What only waited goes on.
    """

    def __init__(self, jobs=2, contained=True, modules=(), cells=(), hidden=()):
        self._jobs, self._lock = jobs, threading.RLock()
        self._waiting, self._suspects, self._alone, self._held = 0, [], False, []
        self._begun = Path(tempfile.mkdtemp(prefix="begun"))  # a file for each job that has begun
        self._numbers = itertools.count()
        self._box = Box(contained, modules, cells, hidden)
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
        shutil.rmtree(self._begun, ignore_errors=True)

    def submit(self, function, *arguments):
        """A Future of `function(*arguments)` in a worker. Its exception is TooMuch where that ended
        its worker each time.
        """
        future = concurrent.futures.Future()
        future.set_running_or_notify_cancel()
        job = _Job(future, function, arguments, self._begun / str(next(self._numbers)))
        with self._lock:
            self._waiting += 1
            if self._alone:
                self._held.append(job)
                return future
        self._try(job)
        return future

    def _try(self, job):
        pool = self._pool
        try:
            inner = pool.submit(_noted, str(job.mark), job.function, job.arguments)
        except (
            BrokenProcessPool,
            EOFError,
            OSError,
        ) as problem:  # the last two: the process that forks workers has gone
            self._again(problem, job, pool)
        else:
            inner.add_done_callback(lambda done: self._take(done, job, pool))

    def _take(self, done, job, pool):
        problem = (
            CancelledError() if done.cancelled() else done.exception()
        )  # cancelled: the whole run ends
        if isinstance(problem, (BrokenProcessPool, NoSandbox)):
            # In a thread, because the broken pool holds its own lock while it tells us.
            threading.Thread(target=self._again, args=(problem, job, pool), daemon=True).start()
            return
        if problem is None:
            job.future.set_result(done.result())
        else:
            job.future.set_exception(problem)
        self._leave(job)

    def _again(self, problem, job, pool):
        """Do it once more: at once what had not begun, alone what had, which may be what ended the
        worker or the box.
        """
        self._repair(None if isinstance(problem, NoSandbox) else pool)
        if not job.mark.exists() and not isinstance(problem, NoSandbox):
            job.unlucky += 1
            if job.unlucky < UNLUCKY and not job.alone:
                self._try(job)
                return
        job.mark.unlink(missing_ok=True)
        job.tries += 1
        if job.tries >= TRIES:
            job.future.set_exception(
                problem if isinstance(problem, NoSandbox) else TooMuch(str(problem))
            )
            self._leave(job)
            return
        with self._lock:
            self._suspects.append(job)
        self._leave(job)

    def _leave(self, job):
        """A job is done, or has become a suspect. What was held back for one that was alone goes
        on; where nothing else is being done, the next suspect's turn has come.
        """
        with self._lock:
            if job.alone:
                self._alone = job.alone = False
                now, self._held = self._held, []
            else:
                self._waiting -= 1
                now = []
            if not (self._waiting or self._alone) and self._suspects:
                now = [self._suspects.pop(0)]
                self._alone = now[0].alone = True
        for each in now:
            self._try(each)

    def _repair(self, broken):
        """Replace a box that ended, and the pool `broken`, unless somebody has done so; None if
        only the box is in doubt.
        """
        with self._lock:
            self._box.revive()
            if self._pool is broken:
                self._pool = self._new_pool()


@dataclass
class _Job:
    """What is to be done in a worker; its `mark` is a file that is there while it is being done."""

    future: concurrent.futures.Future
    function: object
    arguments: tuple
    mark: Path
    tries: int = 0
    unlucky: int = 0
    alone: bool = False


def _noted(mark, function, arguments):
    """In a worker: the function's value; `mark` stays where the worker ends."""
    with open(mark, "x"):
        pass
    try:
        return function(*arguments)
    finally:
        os.unlink(mark)


def _start(box):
    _bound_memory()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    logging.disable(logging.WARNING)
    gc.freeze()  # what is imported stays: it need not be looked through each time
    provide(lambda: Grader(box=box))


def _bound_memory():
    """More than MEMORY_BYTES beyond what a worker is born with is an error in the test cell that
    asks for it, not the end of the machine.
    """
    if sys.platform == "linux":
        import resource

        with open("/proc/self/status") as file:
            taken = next(int(line.split()[1]) * 1024 for line in file if line.startswith("VmData:"))
        resource.setrlimit(resource.RLIMIT_DATA, (taken + MEMORY_BYTES,) * 2)


def _end_late():
    """What ends a worker whose test cell hangs where nothing can interrupt it."""
    timer = threading.Timer(LATE_SECONDS, os._exit, (1,))
    timer.daemon = True
    timer.start()
    return timer


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


def execute(text, files, before=0):
    """In a worker: a notebook's JSON executed, as JSON. See Grader.execute."""
    return _in_time(lambda: _grader.execute(json.loads(text), files, before=before))


def execute_stranger(text, files, helpers, unsealed):
    """In a worker: a notebook of another course executed, as JSON. See Grader.execute_stranger."""
    return _in_time(lambda: _grader.execute_stranger(json.loads(text), files, helpers, unsealed))


def _in_time(make):
    timer = _end_late()
    try:
        return json.dumps(make())
    finally:
        timer.cancel()
