"""Bounds around one call of a learner's function: CPU time, wall time and silence.

CPU time decides, so that a busy machine fails nobody. One mechanism serves
every system: a watcher thread sends the main thread an interrupt when the
budget is spent, again and again until the call gives up. Loading modules is
not computing: `from statsmodels... import ...` as a function's first line
takes more CPU time, once, than a call may.
"""

import builtins
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
KEPT_CHARACTERS = 2_000


class TimeUp(BaseException):
    """The call used up its time. No Exception, so that `except Exception` lets it pass."""


@contextlib.contextmanager
def time_limit(cpu_seconds=CPU_SECONDS, wall_seconds=WALL_SECONDS):
    """Raise TimeUp in the body once it has used `cpu_seconds` of CPU or `wall_seconds` in all.

    CPU time of import statements is not counted, up to LOADING_SECONDS. Works
    in the main thread only, where kernels run cells; elsewhere the body runs
    unbounded (the grader's own limits hold there).
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    call = _Call(cpu_seconds, wall_seconds)

    def on_interrupt(_signum, _frame):
        if call.finished:
            return
        raise TimeUp if call.expired else KeyboardInterrupt

    before = signal.signal(signal.SIGINT, on_interrupt)
    watcher = _Watcher.of_this_process()
    outer = watcher.watch(call)
    try:
        yield
    finally:
        call.finished = True
        watcher.watch(outer)
        signal.signal(signal.SIGINT, before)


class _Call:
    """What one call has used so far."""

    def __init__(self, cpu_seconds, wall_seconds):
        self._cpu_seconds, self._wall_seconds = cpu_seconds, wall_seconds
        self._cpu_start, self._wall_start = time.process_time(), time.monotonic()
        self._seen, self._loading = self._cpu_start, 0.0
        self.finished = self.expired = False

    def look(self):
        """Interrupt the main thread if the time is up."""
        used = time.process_time()
        if _main_is_importing():
            self._loading = min(self._loading + used - self._seen, LOADING_SECONDS)
        self._seen = used
        if (
            used - self._cpu_start - self._loading > self._cpu_seconds
            or time.monotonic() - self._wall_start > self._wall_seconds
        ):
            self.expired = True
            _interrupt_main()


class _Watcher:
    """One thread a process, for all its calls: starting a thread takes longer than many a call
    does.
    """

    _current = None

    @classmethod
    def of_this_process(cls):
        if (
            cls._current is None or cls._current._process != os.getpid()
        ):  # a fork takes no threads along
            cls._current = cls()
        return cls._current

    def __init__(self):
        self._process, self._call = os.getpid(), None
        self._lock, self._busy = threading.Lock(), threading.Event()
        threading.Thread(target=self._run, daemon=True).start()

    def watch(self, call):
        """Watch `call` from now on, or nothing for None; returns what was watched before. Nobody is
        interrupted for that afterwards.
        """
        with self._lock:
            before, self._call = self._call, call
        if call is None:
            self._busy.clear()
        else:
            self._busy.set()
        return before

    def _run(self):
        while True:
            self._busy.wait()
            time.sleep(_POLL_SECONDS)
            with self._lock:
                if self._call is not None:
                    self._call.look()


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


class Waiting(Exception):
    """What a learner's code meets where it would wait for a person: nobody can type into a check."""


class Printed(io.TextIOBase):
    """What was printed, its first KEPT_CHARACTERS."""

    def __init__(self):
        self._text, self.left_out = [], 0
        self._room = KEPT_CHARACTERS

    def write(self, text):
        text = str(text)
        kept = text[: self._room]
        self._room -= len(kept)
        self.left_out += len(text) - len(kept)
        if kept:
            self._text.append(kept)
        return len(text)

    def text(self):
        return "".join(self._text)


@contextlib.contextmanager
def silence():
    """Catch what the body prints or warns, down to the file descriptors; gives a Printed.

    nbgrader gives 0 points for any text on stderr, one FutureWarning included. Warnings and what
    goes past Python's own streams are dropped. `input()` and `breakpoint()` raise Waiting.
    """
    sink = Printed()
    with warnings.catch_warnings(), _quiet_descriptor(2), _nobody_types():
        warnings.simplefilter("ignore")
        with contextlib.redirect_stdout(sink), contextlib.redirect_stderr(io.StringIO()):
            yield sink


@contextlib.contextmanager
def _nobody_types():
    def waiting(name):
        def stop(*_, **__):
            raise Waiting(name)

        return stop

    kept = builtins.input, builtins.breakpoint
    builtins.input, builtins.breakpoint = waiting("input()"), waiting("breakpoint()")
    try:
        yield
    finally:
        builtins.input, builtins.breakpoint = kept


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
