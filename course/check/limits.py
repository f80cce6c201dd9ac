"""Bounds around one call of a learner's function: CPU time, wall time and silence.

CPU time decides, so that a busy machine fails nobody. One mechanism serves
every system: a watcher thread sends the main thread an interrupt when the
budget is spent, again and again until the call gives up. Loading modules is
not computing: `from statsmodels... import ...` as a function's first line
takes more CPU time, once, than a call may.
"""

import contextlib
import io
import os
import signal
import sys
import threading
import time
import warnings

CPU_SECONDS = 2.0
LOADING_SECONDS = 8.0
WALL_SECONDS = 20.0
_POLL_SECONDS = 0.05


class TimeUp(BaseException):
    """The call used up its time. No Exception, so that `except Exception` lets it pass."""


@contextlib.contextmanager
def time_limit(cpu_seconds=CPU_SECONDS, wall_seconds=WALL_SECONDS):
    """Raise TimeUp in the body once it has used `cpu_seconds` of CPU or `wall_seconds` in all.

    CPU time of import statements is not counted, up to LOADING_SECONDS. Works in the main thread only, where kernels run cells; elsewhere the body
    runs unbounded (the grader's own limits hold there).
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    finished, expired = threading.Event(), threading.Event()
    cpu_start, wall_start = time.process_time(), time.monotonic()

    def watch():
        seen, loading = cpu_start, 0.0
        while not finished.wait(_POLL_SECONDS):
            used = time.process_time()
            if _main_is_importing():
                loading = min(loading + used - seen, LOADING_SECONDS)
            seen = used
            if used - cpu_start - loading > cpu_seconds or time.monotonic() - wall_start > wall_seconds:
                expired.set()
                _interrupt_main()

    def on_interrupt(_signum, _frame):
        if finished.is_set():
            return
        raise TimeUp if expired.is_set() else KeyboardInterrupt

    before = signal.signal(signal.SIGINT, on_interrupt)
    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        finished.set()
        watcher.join()
        signal.signal(signal.SIGINT, before)


def _main_is_importing():
    frame = sys._current_frames().get(threading.main_thread().ident)
    while frame is not None:
        if frame.f_code.co_filename == "<frozen importlib._bootstrap>":
            return True
        frame = frame.f_back
    return False


def _interrupt_main():
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(threading.main_thread().ident, signal.SIGINT)
    else:
        import _thread

        _thread.interrupt_main()


@contextlib.contextmanager
def silence():
    """Swallow what the body prints or warns, down to the file descriptors.

    nbgrader gives 0 points for any text on stderr, one FutureWarning included.
    """
    sink = io.StringIO()
    with warnings.catch_warnings(), _quiet_descriptor(2):
        warnings.simplefilter("ignore")
        with contextlib.redirect_stdout(sink), contextlib.redirect_stderr(sink):
            yield


@contextlib.contextmanager
def _quiet_descriptor(number):
    try:
        kept = os.dup(number)
    except OSError:
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    sys.__stderr__ and sys.__stderr__.flush()
    os.dup2(nowhere, number)
    try:
        yield
    finally:
        os.dup2(kept, number)
        os.close(kept)
        os.close(nowhere)
