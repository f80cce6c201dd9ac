"""The work of `Workers` on a Dask cluster: submissions travel as text, results come back as text,
the grade book stays here.

Start Dask's workers with one thread each (`dask worker --nthreads 1 --nworkers
4 tcp://...`), on machines where this very course is installed. They get the
grader's salt with their work, as text over the cluster's own connection: use a
network that you trust, or Dask's TLS.
"""

import os
import tempfile
import threading
from pathlib import Path

from course.check import draws
from course.grading import workers
from course.grading.sandbox import Box
from course.grading.sealed import Grader

_one_at_a_time = threading.Lock()  # a notebook needs the process to itself
_salt_here = None


class Cluster:
    """What `Workers` is, with Dask's scheduler at `address` ("tcp://host:8786"). Use as a context.

    Raises ImportError where dask.distributed is missing, and OSError where no scheduler answers.
    """

    def __init__(self, address, contained=True, modules=(), cells=(), hidden=()):
        from distributed import Client

        self._client = Client(address, timeout="10s", set_as_default=False)
        self._executor = self._client.get_executor(pure=False, retries=3)
        self._box = {"contained": contained, "modules": tuple(modules), "cells": tuple(cells)}
        self._salt = draws.salt_text()  # never a worker's own
        del hidden  # folders of this machine: workers hide their own

    def submit(self, function, *arguments):
        """A concurrent.futures.Future of `function(*arguments)` on some worker, which must be one
        of workers.py's.
        """
        return self._executor.submit(_there, self._box, self._salt, function.__name__, arguments)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._executor.shutdown()
        self._client.close()


def _there(box, salt, name, arguments):
    """On a Dask worker: the same function that a local worker runs, with a warm box of this
    process.
    """
    with _one_at_a_time:
        _take_salt(salt)
        workers.provide(lambda: Grader(box=Box(**box)))
        return {"execute": workers.execute, "execute_stranger": workers.execute_stranger}[name](
            *arguments
        )


def _take_salt(text):
    global _salt_here
    if text == _salt_here:
        return
    descriptor, path = tempfile.mkstemp(prefix="salt")  # readable by this user alone
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    if _salt_here is not None:
        Path(os.environ["COURSE_SALT"]).unlink(missing_ok=True)
    os.environ["COURSE_SALT"], _salt_here = path, text
